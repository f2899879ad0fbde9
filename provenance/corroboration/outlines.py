"""Bags as bits: how much two of them share is bounded by counting, without their keys."""

from collections.abc import Iterable, Mapping, Sequence

from provenance.corroboration.reading import PLAIN, Reading

LIGHTER, HEAVIER = 55, 30  # percent of either bag that is shared, before amounts are looked at
BITS = 160  # of an outline, for keys; as many again for names and numbers
MOST = 60  # pairs decided for one wording, those that share most first
WEIGHED = 2 * MOST  # of which what they share is weighed, those with most bits in common


class Outlines:
    """Bags as bits: how much two of them share is bounded by counting, without their keys.

    A key has one bit and a name or number a further one, so that each bit stands for the weight
    of a plain word. Keys that fall on one bit are made up for in what is needed.
    """

    def __init__(self, readings: Sequence[Reading], rank: Mapping[str, int]) -> None:
        self._bits: list[int] = []
        self._needed: list[int] = []  # bits that a heavier bag must share with this one
        self._asked: list[int] = []  # bits that this one must share with a lighter bag
        for reading in readings:
            bits, lost = _outline(reading, rank)
            self._bits.append(bits)
            self._needed.append(_least(LIGHTER * reading.weight, PLAIN) - lost)
            self._asked.append(_least(HEAVIER * reading.weight, PLAIN) - lost)

    def near(self, met: Iterable[int], number: int) -> list[int]:
        """Return those of the lighter bags with which enough may be shared.

        Of more than are weighed those that may share most come first.
        """
        own, bits, needed, asked = self._bits[number], self._bits, self._needed, self._asked[number]
        near = [
            (-shared, each)
            for each in met
            if (shared := (own & bits[each]).bit_count()) >= needed[each] and shared >= asked
        ]
        if len(near) > WEIGHED:
            near.sort()
        return [each for _, each in near]

    def above(self, heavier: Iterable[int], number: int) -> list[int]:
        """Return those of the heavier bags with which enough may be shared."""
        own, bits, needed, asked = self._bits[number], self._bits, self._needed[number], self._asked
        return [
            each
            for each in heavier
            if (shared := (own & bits[each]).bit_count()) >= needed and shared >= asked[each]
        ]


def _outline(reading: Reading, rank: Mapping[str, int]) -> tuple[int, int]:
    """Return the bits of a bag, and how many fewer they are than it asks for."""
    bits = count = 0
    for key, weight in reading.bag.items():
        bit = 1 << rank[key] % BITS
        if weight > PLAIN:
            bit |= bit << BITS
            count += 1
        bits |= bit
        count += 1
    return bits, count - bits.bit_count()


def _least(percent: int, each: int) -> int:
    """Return how many of a weight reach that share of a hundred."""
    return -(-percent // (100 * each))
