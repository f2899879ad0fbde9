"""A quote with the words around it, as they stand in the document.

The selector is held against the text it points into. Where it holds, the rest of the quote's
paragraph is shown, cut at a word; where the text is not at hand or does not hold it, the
context kept with the selector is shown and nothing is re-anchored.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from provenance.model.dossier import AppearanceView, DocumentView

AROUND = 220  # code points shown on each side


@dataclass(frozen=True)
class Excerpt:
    """The words before a quote, the quote, the words after it."""

    before: str
    quote: str
    after: str
    anchored: bool  # whether the quote was found where its selector says


def excerpt(appearance: AppearanceView, documents: Mapping[str, DocumentView]) -> Excerpt:
    """Return an appearance's quote in its context."""
    selector = appearance.selector
    document = documents.get(appearance.document_id)
    if document is None or not selector.holds(document.text):
        return Excerpt(selector.prefix, selector.exact, selector.suffix, anchored=False)
    text = document.text
    before = text[max(0, selector.start - AROUND) : selector.start]
    after = text[selector.end : selector.end + AROUND]
    first = before.rpartition("\n")[2]
    last = after.partition("\n")[0]
    if first == before and selector.start > AROUND:
        first = "\u2026 " + before.partition(" ")[2]
    if last == after and selector.end + AROUND < len(text):
        last = after.rpartition(" ")[0] + " \u2026"
    return Excerpt(first, selector.exact, last, anchored=True)
