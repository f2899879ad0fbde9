"""Which documents may hold a passage that says the same: what a finder of candidates must give.

``Retriever`` is the protocol, so that another way of finding them, as by embeddings, can be put
beside the default and measured against it. ``ByKeys`` is the default: each passage asks an index
by its own keys, since of all keys of a document the frequent ones of one passage would crowd out
the rare ones of another. What is found is decided by ``compare``, which looks at the words.
"""

from collections.abc import Iterable, Sequence
from itertools import chain, islice, zip_longest
from typing import Protocol

from provenance.corroboration.keys import keys_of, related
from provenance.corroboration.reading import Reading
from provenance.model.retrieval import Index

MOST = 300  # documents that the passages of one question lead to


class Retriever(Protocol):
    """Finds documents in which something said may be said again."""

    def documents(self, said: Iterable[Reading]) -> Sequence[str]:
        """Return documents with a passage that may say one of these things, the nearest first."""
        ...


class ByKeys:
    """Finds documents by an inverted index of two words of a passage that are rare together."""

    def __init__(self, index: Index) -> None:
        """Ask this index."""
        self._index = index

    def documents(self, said: Iterable[Reading]) -> Sequence[str]:
        """Return the documents that share most with a passage: of each passage the first first."""
        found = [list(related(keys_of(each), self._index)) for each in said]
        nearest = chain.from_iterable(zip_longest(*found))
        return list(islice(dict.fromkeys(filter(None, nearest)), MOST))
