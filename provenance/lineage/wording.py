"""How much of one wording stands in another, though words were changed, moved or left out.

Words that carry content, each cut to its stem, are laid out as tiles: the longest runs of stems
that both have, none used twice (Wise 1996, by greedy choice). A copy shows in them, and a heavy
rewrite. Words that every text is full of are left out. Where two stems stand beside each other is
noted once a text; two texts cost what they share, and no more than ``LONGEST`` words are compared.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

LONGEST = 1500  # words with content that are compared of one text
LEAST = 2  # stems of a tile
OFTEN = 8  # places of one pair of stems that are looked at
Beside = Mapping[tuple[str, str], Sequence[int]]  # two stems, and the places of the first


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


def beside(stems: Sequence[str]) -> Beside:
    """Return where each two stems stand beside each other."""
    at: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, two in enumerate(pairwise(stems)):
        at[two].append(place)
    return at


def covered(one: Beside, other: Beside) -> int:
    """Return how many stems of one stand beside the same stem in the other: no more are tiled."""
    places = {at for two in one.keys() & other.keys() for at in one[two]}
    return len(places.union([at + 1 for at in places]))


def tiled(one: Beside, other: Beside) -> int:
    """Return how many stems of one stand in the other in runs, the longest run first."""
    taken, used = bytearray(LONGEST), bytearray(LONGEST)
    for first, second, length in sorted(_runs(one, other), key=lambda run: (-run[2], *run)):
        ends = taken.find(1, first, first + length), used.find(1, second, second + length)
        free = min(
            ends[0] - first if ends[0] >= 0 else length,
            ends[1] - second if ends[1] >= 0 else length,
        )
        if free >= LEAST:
            taken[first : first + free] = used[second : second + free] = b"\1" * free
    return sum(taken)


def _runs(one: Beside, other: Beside) -> list[list[int]]:
    """Return the runs that both have and that go no further: place, place in the other, stems."""
    found: list[list[int]] = []
    last: dict[int, list[int]] = {}  # by how far the places lie apart
    both = [(at, two) for two in one.keys() & other.keys() for at in one[two]]
    for place, two in sorted(both):
        for there in other[two][:OFTEN]:
            run = last.get(there - place)
            if run is not None and run[0] + run[2] - 1 == place:
                run[2] += 1
            else:
                last[there - place] = run = [place, there, LEAST]
                found.append(run)
    return found
