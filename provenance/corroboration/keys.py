"""The keys under which an index finds documents with a passage that may say the same.

A key stands for two keys of one passage's bag that are rare together, as in ``candidates``; its
kind is "two". Of a long passage only those that tell most are taken: numbers and names before
words, long words before short ones, which is the same in every workspace.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations

from provenance.corroboration.passage import Passage
from provenance.corroboration.reading import PLAIN, Reading
from provenance.model.retrieval import Index
from provenance.text import shingle_key

KIND = "two"
OFTEN, FIRST = 100, 12  # documents with a key, to all of which it leads; to how many of more
MOST = 50  # documents that one passage's keys lead to
TELLING = 12  # keys of a passage
_MASK = (1 << 63) - 1


def related(wanted: Iterable[int], index: Index, *, most: int = MOST) -> Iterable[str]:
    """Return the documents in an index with a passage that bears one of the keys."""
    return index.sharing(KIND, wanted, least=1, often=OFTEN, first=FIRST, most=most)


def keys(
    said: Iterable[tuple[Reading, Iterable[Passage]]],
) -> Mapping[str, frozenset[int]]:
    """Return the keys of each document, from readings and the passages that each stands for."""
    found: dict[str, set[int]] = defaultdict(set)
    for reading, passages in said:
        twos = keys_of(reading)
        for document in {passage.document for passage in passages}:
            found[document].update(twos)
    return {document: frozenset(each) for document, each in found.items()}


def keys_of(reading: Reading) -> list[int]:
    """Return the keys of one passage: of three words that two share, two are even or two odd."""
    telling = sorted(reading.bag, key=lambda key: (reading.bag[key] <= PLAIN, -len(key), key))[
        :TELLING
    ]
    numbers = sorted(map(shingle_key, telling))
    return [
        hash(two) & _MASK
        for odd in (0, 1)
        for two in combinations([each for each in numbers if each & 1 == odd], 2)
    ]
