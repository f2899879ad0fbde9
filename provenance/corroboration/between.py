"""Passages of two tied texts that are left between two others which correspond.

Who tells a text again keeps most of its order. So where a passage of each text is left between
the same two neighbours, the two are one proposition told in other words if they name somebody or
give an amount alike: "It was dark on the pitch 5 times" for "The lamps failed 5 times". A sentence
may have become two, so of two left on a side the one that has more in common is taken. Of the
neighbours only those count that stand in the same order in both texts, the most there are.
Left out: what is left at either end, longer gaps, denials.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise, product

from provenance.corroboration import amounts
from provenance.corroboration.reading import Reading, key_of
from provenance.text import words

MOST = 2  # passages left in one text between two neighbours


def left_between(
    one: Sequence[Reading],
    other: Sequence[Reading],
    found: Mapping[str, str],
    barred: Callable[[Reading, Reading], bool],
) -> Iterator[tuple[Reading, Reading]]:
    """Yield the pairs left between passages already ``found`` to correspond, both in order."""
    place = {reading.passage.id: number for number, reading in enumerate(other)}
    known = [
        (number, place[found[reading.passage.id]])
        for number, reading in enumerate(one)
        if found.get(reading.passage.id) in place
    ]
    for (here, there), (after, behind) in pairwise(_in_order(known)):
        left, right = one[here + 1 : after], other[there + 1 : behind]
        if max(len(left), len(right)) > MOST:
            continue
        fits = [
            (alike, pair)
            for pair in product(left, right)
            if (alike := _alike(*pair)) and not barred(*pair)
        ]
        if fits:
            yield max(fits, key=lambda fit: fit[0])[1]


def _in_order(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the most pairs that rise on both sides (patience, Hunt and Szymanski 1977)."""
    tops: list[int] = []  # of the shortest rows that end in it
    rows: list[tuple[tuple[int, int], int]] = []  # each with the one before it
    ends: list[int] = []
    for pair in pairs:
        at = bisect_left(tops, pair[1])
        rows.append((pair, ends[at - 1] if at else -1))
        tops[at : at + 1] = [pair[1]]
        ends[at : at + 1] = [len(rows) - 1]
    row: list[tuple[int, int]] = []
    last = ends[-1] if ends else -1
    while last >= 0:
        pair, last = rows[last]
        row.append(pair)
    return row[::-1]


def _alike(one: Reading, other: Reading) -> int:
    """Return how many names and amounts two passages have in common, 0 where amounts clash."""
    compared = amounts.compare(one.passage.quantities, other.passage.quantities)
    if compared.clash:
        return 0
    values = _values(one) & _values(other)
    return len(_named(one) & _named(other)) + max(len(values), len(compared.agree))


def _named(reading: Reading) -> frozenset[str]:
    persons = (key_of(word)[0] for name in reading.passage.persons for word in words(name))
    return reading.names | frozenset(filter(None, persons))


def _values(reading: Reading) -> frozenset[str]:
    given = {q.value for q in reading.passage.quantities if q.value is not None}
    return reading.numbers | frozenset(given - {"1"})
