"""How much of one wording stands in another, though words were changed, moved or left out.

Three views of the words that carry content, each cut to its stem: runs of three words as they
stand; tiles, the longest runs of stems that both have, none used twice (Wise 1996, by greedy
choice); the longest common subsequence (bit-parallel, Hyyrö 2004). A copy shows in all, a heavy
rewrite in the last two. Words that every text is full of are left out. Costs about the product
of both lengths over 64, and no more than ``LONGEST`` words are compared.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

LONGEST = 1500  # words with content that are compared of one text
LEAST = 2  # stems of a tile


def word_set(listed: str) -> frozenset[str]:
    """Return the words of a list."""
    return frozenset(listed.split())


_FULL = word_set(
    """
    a about above after again against all also am an and any are as at be because been before
    being below between both but by can could did do does doing down during each few for from
    further had has have having he her here hers him his how i if in into is it its itself just me
    more most my no nor not now of off on once one only or other our out over own same she should
    so some such than that the their them then there these they this those through to too under
    until up us very was we were what when where which while who whom why will with would you your
    said says say told according reported report reports may might must shall s t
    also been
    """
)
_ENDING = re.compile(r"(?:ations?|ingly|edly|ments?|ness|ings?|ies|ied|ers?|ed|es|ly|s|e|y)$")


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """Return a word without its ending, or nothing for a word that every text is full of."""
    if word in _FULL:
        return ""
    bare = word.removesuffix("'s")
    if len(bare) < 4 or not bare.isalpha():
        return bare
    cut = _ENDING.sub("", bare)
    return cut if len(cut) > 2 else bare


def stems(words: Sequence[str]) -> list[str]:
    """Return the stems of the words that carry content, in order."""
    return [found for found in map(stem, words) if found][:LONGEST]


def common(one: Sequence[str], other: Sequence[str]) -> int:
    """Return the length of the longest common subsequence."""
    places: dict[str, int] = defaultdict(int)
    for at, word in enumerate(one):
        places[word] |= 1 << at
    full = (1 << len(one)) - 1
    row = full
    for word in other:
        met = row & places.get(word, 0)
        row = ((row + met) | (row - met)) & full
    return len(one) - row.bit_count()


def tiled(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many words of one stand in the other in runs, the longest run first."""
    at: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, two in enumerate(pairwise(other)):
        found = at[two]
        if len(found) < LEAST**3:
            found.append(place)
    runs = sorted(_runs(one, at), key=lambda run: (-run[2], run[0], run[1]))
    taken, used = bytearray(len(one)), bytearray(len(other))
    for first, second, length in runs:
        free = next(
            (n for n in range(length) if taken[first + n] or used[second + n]),
            length,
        )
        if free >= LEAST:
            taken[first : first + free] = used[second : second + free] = b"\1" * free
    return sum(taken)


def _runs(one: Sequence[str], at: dict[tuple[str, str], list[int]]) -> list[tuple[int, int, int]]:
    """Return the runs that both have and that go no further, as (place, place, words)."""
    runs: list[tuple[int, int, int]] = []
    open_: dict[int, tuple[int, int]] = {}  # by the last place in the other: first place, words
    for place, two in enumerate(pairwise(one)):
        going: dict[int, tuple[int, int]] = {}
        for there in at.get(two, ()):
            first, length = open_.pop(there + LEAST - 2, (place, LEAST - 1))
            going[there + LEAST - 1] = first, length + 1
        runs.extend((first, end - length + 1, length) for end, (first, length) in open_.items())
        open_ = going
    runs.extend((first, end - length + 1, length) for end, (first, length) in open_.items())
    return runs
