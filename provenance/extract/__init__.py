"""Extract: the text of a payload, and what its page declares about it.

One module a media type; each is a pure function of bytes and what was declared about them,
so that the same payload always gives the same reading.

``html``      main text by trafilatura, ``metadata`` and ``published`` by the page's own words
``markup``    a linear scan of HTML: how deep it nests, and all its visible text
``plain``     text as it is
``markdown``  text with its markup taken off
``encoding``  bytes to text, never guessed in silence
``language``  which language a text is in

A payload without readable text is an ExtractError, whose message is the reason to keep.
"""

from provenance.errors import ExtractError
from provenance.extract import html, markdown, plain
from provenance.extract.encoding import decode, kept_but_unread
from provenance.extract.markup import looks_like_html
from provenance.extract.reading import Reading, without_parameters

__all__ = ["Reading", "read"]

_READERS = {
    "text/html": html.read,
    "application/xhtml+xml": html.read,
    "text/markdown": markdown.read,
    "text/x-markdown": markdown.read,
    "text/plain": plain.read,
}
_SAYS_NOTHING = {"application/octet-stream", "binary/octet-stream", "application/unknown"}


def read(payload: bytes, *, media_type: str | None, charset: str | None, uri: str) -> Reading:
    """Return the reading of a payload, or raise ExtractError with the reason there is none."""
    if not payload.strip():
        raise ExtractError("it is empty: there is no text in it")
    declared = without_parameters(media_type)
    if declared in _SAYS_NOTHING:
        declared = ""
    reader = _READERS.get(declared)
    if reader is None and declared and not declared.startswith("text/"):
        raise ExtractError(kept_but_unread(declared))
    markup = reader is html.read or not declared
    decoded = decode(payload, charset=charset, markup=markup)
    if not declared and looks_like_html(decoded.text):
        reader = html.read
    return (reader or plain.read)(decoded, uri)
