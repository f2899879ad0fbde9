"""Documents for what texts say of themselves, and texts with what they declare."""

from provenance.canonical import sha256
from provenance.declared import declare
from provenance.lineage import Text
from provenance.model import Document


def document(text: str, **more: object) -> Document:
    """Return a document of this text."""
    given: dict[str, object] = {
        "id": "d" * 26,
        "capture": "k" * 26,
        "payload": sha256(text.encode()),
        "uri": "file:///given.txt",
        "extractor": "plain",
        "extractor_version": "1",
        "media_type": "text/plain",
        "charset": "utf-8",
        "text": text,
        "text_digest": sha256(text.encode()),
        "whole": None,
        "title": None,
        "authors": (),
        "site": None,
        "section": None,
        "published": None,
        "published_basis": "unknown",
        "language": "en",
        "links": (),
    }
    return Document.model_validate(given | more)


def declaring(text: Text) -> Text:
    """Return a text as lineage gets it: with what it declares."""
    read = document(text.text, title=text.title, authors=text.authors, links=text.links)
    return text.model_copy(update={"origins": declare(read).origins})
