"""A sentence as hashed features, in groups, each with the place in the text that shows it.

Words, pieces of words, pairs of words, pairs of shapes (a function word as itself, any other by
its ending) and named counts (amounts, names, tense, person, length, the rule that judged it),
each hashed into one of ``SLOTS`` slots (Weinberger et al. 2009; CRC-32, the same on every
machine). A token holds letters, digits and a few marks alone, so it can always be encoded.
Within a group the share of one feature falls with the fourth root of their number, so that a
long sentence is not weighed by its length alone; shares are integers. What stands twice counts
once. Time grows linearly with the text.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from math import isqrt
from typing import NamedTuple, TypeVar
from zlib import crc32

from provenance.claims.learnt.shapes import END, START, counts, shape, token
from provenance.text import lowered

SLOTS = 1 << 16
ONE = 1 << 16  # the share of a feature that is alone in its group
COUNT = ONE * 3 // 10  # the share of a named count
_LONGEST = 24  # code points of a word that are looked at
_PIECES = (3, 4, 5)
_CACHED = 1 << 14  # words; a few megabytes
TOKEN = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)?|[0-9][0-9.,/]*|[$%?!\"\u00a3\u20ac-]")
_STOPS = frozenset('?!"')

Pair = tuple[str, str]
Key = TypeVar("Key", str, Pair)


class Features(NamedTuple):
    """What is seen in a sentence; each dictionary gives the token at which a feature stands first.

    A pair at ``n`` is tokens ``n - 1`` and ``n``; the ends of the sentence count as tokens.
    """

    words: dict[str, int]
    pairs: dict[Pair, int]
    shapes: dict[Pair, int]
    counts: Sequence[str]


def features(text: str, rule: str, kind: str) -> Features:
    """Return the features of a sentence that ``rule`` judged to be of a kind."""
    read = [_token(word) for word in TOKEN.findall(text)]
    tokens = [word for word, _, _ in read]
    shapes = [
        plain if before in _STOPS else within
        for (_, plain, within), before in zip(read, ('"', *tokens), strict=False)
    ]
    return Features(
        _places(tokens),
        _pairs(tokens),
        _pairs(shapes),
        counts(text, tokens, shapes, rule=rule, kind=kind),
    )


@lru_cache(maxsize=_CACHED)
def _token(word: str) -> tuple[str, str, str]:
    """Return a word as it is hashed, and its shape at the start and within a sentence."""
    low = token(lowered(word)[:_LONGEST])
    return low, shape(low, name=False), shape(low, name=word[0].isupper())


def _places(given: Sequence[Key]) -> dict[Key, int]:
    """Return where each stands first; the last comes first, as later ones are overwritten."""
    return dict(zip(reversed(given), range(len(given) - 1, -1, -1), strict=True))


def _pairs(tokens: Sequence[str]) -> dict[Pair, int]:
    return _places(list(zip((START, *tokens), (*tokens, END), strict=True)))


@lru_cache(maxsize=1024)
def share(number: int) -> int:
    """Return ONE divided by the fourth root of a number, in integers."""
    return isqrt(isqrt(ONE**4 // max(number, 1)))


def hashed(feature: str) -> int:
    """Return the slot of a feature."""
    return crc32(feature.encode()) % SLOTS


@lru_cache(maxsize=_CACHED)
def word_slot(word: str) -> int:
    """Return the slot of a word."""
    return hashed("u" + word)


@lru_cache(maxsize=_CACHED)
def piece_slots(word: str) -> tuple[int, ...]:
    """Return the slots of the pieces of a word: three to five letters, its ends marked."""
    marked = f"<{word}>"
    pieces = [marked[at : at + size] for size in _PIECES for at in range(len(marked) - size + 1)]
    return tuple([crc32(b"c" + piece.encode()) % SLOTS for piece in dict.fromkeys(pieces)])


def pair_slot(first: str, second: str) -> int:
    """Return the slot of a pair of words."""
    return crc32(f"b{first} {second}".encode()) % SLOTS


@lru_cache(maxsize=_CACHED)
def shapes_slot(first: str, second: str) -> int:
    """Return the slot of a pair of shapes."""
    return hashed(f"g{first} {second}")


@lru_cache(maxsize=1024)
def count_slot(key: str) -> int:
    """Return the slot of a named count."""
    return hashed("n" + key)


def slots(seen: Features) -> dict[int, int]:
    """Return the slots of a sentence with the share of each: what weights are learnt on."""
    pieces = [slot for word in seen.words for slot in piece_slots(word)]
    groups = (
        ([word_slot(word) for word in seen.words], share(len(seen.words))),
        (pieces, share(len(pieces))),
        ([pair_slot(*pair) for pair in seen.pairs], share(len(seen.pairs))),
        ([shapes_slot(*pair) for pair in seen.shapes], share(len(seen.shapes))),
        ([count_slot(key) for key in seen.counts], COUNT),
    )
    total: dict[int, int] = {}
    for group, each in groups:
        for slot in group:
            total[slot] = total.get(slot, 0) + each
    return total
