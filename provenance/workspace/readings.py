"""Which documents are readings of one text: captured again, or read by another extractor.

What a person says of one reading holds for the others. Two documents are readings of one text
where they come from one address or one payload, and share most of their words: an address may
show another story tomorrow.

Not decided here: whether a text at another address is the same one. That is lineage's matter.
"""

from collections.abc import Sequence
from functools import cached_property, lru_cache

from provenance.model import Declaration, Document
from provenance.store.store import Store
from provenance.text import shingles, words

BY_HAND = "by hand"
RUN = 5  # words
MOST = 2  # one in so many runs of the shorter text stands in the other one


def one_text(one: Document, other: Document) -> bool:
    """Return whether two documents are readings of one text."""
    if one.uri != other.uri and one.payload != other.payload:
        return False
    if one.text_digest == other.text_digest:
        return True
    shorter, longer = sorted((runs(one.text), runs(other.text)), key=len)
    return bool(shorter) and MOST * len(shorter & longer) >= len(shorter)


@lru_cache(maxsize=64)
def runs(text: str) -> frozenset[int]:
    """Return the runs of words of a text; of one that is shorter than a run, all of its words."""
    tokens = words(text)
    return frozenset(shingles(tokens, min(RUN, max(1, len(tokens)))))


class SaidGenres:
    """The genres that people gave to texts; read when first asked for."""

    def __init__(self, store: Store) -> None:
        """Look at what a store holds."""
        self._store = store

    def of(self, document: Document) -> Declaration | None:
        """Return what a person said last of another reading of a document."""
        for known, declaration in self._said:
            if known.id != document.id and one_text(known, document):
                return declaration
        return None

    @cached_property
    def _said(self) -> Sequence[tuple[Document, Declaration]]:
        said = reversed(self._store.current(Declaration, rule=BY_HAND))
        read = [(self._store.get(Document, each.document), each) for each in said]
        return [(document, each) for document, each in read if document is not None]
