"""What verbs have done in processes (``processes``): reading bytes, finding claims.

The store and the workspace are not imported here: a process that is started to read has no use
for them, and would load them first.
"""

from typing import Literal

from provenance.attribution import attribute
from provenance.capture import Observation
from provenance.claims import FINDER, FINDER_VERSION, find
from provenance.errors import ExtractError
from provenance.extract import Reading, read
from provenance.model import Document
from provenance.model.reading import Finder
from provenance.model.reading import Reading as Claims


def text_of(seen: Observation) -> Reading | ExtractError | None:
    """Return what the bytes of an observation read as, why they cannot be read, or None."""
    if seen.body is None or seen.payload is None or seen.outcome == "failed":
        return None
    try:
        return read(seen.body, media_type=seen.media_type, charset=seen.charset, uri=seen.uri)
    except ExtractError as error:
        return error


class Rules:
    """The finder that comes with the program: tables of rules, for English."""

    name = f"{FINDER} {FINDER_VERSION}"

    def read(self, document: Document, outlet: str | None) -> Claims:
        """Return the statements of a document of an outlet, and the chain behind each."""
        found = find(
            document.text,
            language=document.language,
            title=document.title,
            published=document.published,
        )
        statements = [(each.selector, each.type) for each in found]
        chains = attribute(document.text, statements, authors=document.authors, outlet=outlet)
        return found, chains


RULES = Rules()


def finder_of(engine: Literal["rules", "spacy"]) -> Finder:
    """Return the finder that a workspace's file names; a missing extra is a UsageError."""
    if engine == "spacy":
        from provenance.pipeline import Pipeline

        return Pipeline(RULES)
    return RULES


def claims_of(finder: Finder, given: tuple[Document, str | None]) -> Claims:
    """Return what a finder makes of a document of an outlet."""
    return finder.read(*given)
