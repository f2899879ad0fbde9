"""Sentences → statements worth keeping: kind, modality, level, amounts, places, times.

Decides, sentence by sentence, whether a text states something, and what: a fact (checkable
now), a forecast, an opinion or a norm; how it is put forward; and at which level it stands.
Rules are tables of named rules over word lists (``furniture``, ``kinds``, ``modality``,
``levels``, ``clauses``); each gives the words by which it holds. Every result stands on an
exact span (W3C TextPositionSelector, code points). Page furniture and questions are never
claims; ``read`` gives them too, with the reason. English only: text in another language gives
nothing, and the caller says so. Who says a thing is the business of ``attribution``; whether it
is so, of nobody here.
"""

from itertools import islice

from provenance.claims.dates import redated
from provenance.claims.marking import Marked, marked
from provenance.model.reading import MOST, Found

FINDER = "provenance-rules"
FINDER_VERSION = "2"

__all__ = ["FINDER", "FINDER_VERSION", "Found", "Marked", "find", "marked", "read", "redated"]


def find(
    text: str,
    *,
    language: str | None,
    title: str | None = None,
    published: str | None = None,
    most: int = MOST,
) -> tuple[Found, ...]:
    """Return the statements of a text in order; nothing where the language is not English.

    Of a text with very many the first are returned: who keeps them says so.
    ``published`` is the publication date from which "yesterday" is counted.
    """
    pieces = marked(text, language=language, title=title, published=published)
    return tuple(islice((each.found for each in pieces if each.found is not None), most))


def read(text: str, *, language: str | None, title: str | None = None) -> tuple[Marked, ...]:
    """Return each sentence, line and proposition of a text with its kind and the reason."""
    return tuple(marked(text, language=language, title=title))
