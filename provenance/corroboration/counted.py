"""Passages of two tied texts that give the one amount which stands once in each of the two.

A rewrite may leave no word of a sentence in its place, and it keeps the figures: "The lifts
failed 6 times this season" becomes "People stood in the dark hall 6 times since the summer". So
where one text goes back to another, what is left without a counterpart is one proposition if
both give the same amount in the same unit, or the same long number, that amount stands in no
other passage of either text, and neither gives an amount that the other puts otherwise.
Left out: "one" and bare numbers of one or two digits, which stand for anything; denials.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from provenance.corroboration import amounts
from provenance.corroboration.reading import Reading

LONG = 100  # from here on a bare number is rarely that of something else
NEAR = 34  # percent of a text by which the places of the two may differ


def counted_alike(
    one: Sequence[Reading],
    other: Sequence[Reading],
    taken: frozenset[str],
    barred: Callable[[Reading, Reading], bool],
) -> Iterator[tuple[Reading, Reading]]:
    """Yield the pairs of passages, not yet ``taken``, that give one amount of their own."""
    often = _often(one), _often(other)
    for here, reading in enumerate(one):
        if reading.passage.id in taken:
            continue
        fits = [
            there
            for there, each in enumerate(other)
            if each.passage.id not in taken
            and _own_amount(reading, each, often)
            and abs(here * len(other) - there * len(one)) * 100 <= NEAR * len(one) * len(other)
            and not barred(reading, each)
        ]
        if len(fits) == 1:
            yield reading, other[fits[0]]


def _often(passages: Sequence[Reading]) -> Counter[str]:
    return Counter(value for each in passages for value in _values(each))


def _values(reading: Reading) -> frozenset[str]:
    given = {q.value for q in reading.passage.quantities if q.value is not None}
    return reading.numbers | frozenset(given - {"1"})


def _own_amount(one: Reading, other: Reading, often: tuple[Counter[str], Counter[str]]) -> bool:
    """Return whether two passages share an amount that no other passage of their texts gives."""
    left, right = _values(one), _values(other)
    own = {value for value in left & right if often[0][value] == often[1][value] == 1}
    if not own or (left - right and right - left):
        return False
    compared = amounts.compare(one.passage.quantities, other.passage.quantities)
    if compared.clash:
        return False
    units = {(q.value, q.unit) for q in one.passage.quantities if q.unit}
    agreed = any((q.value, q.unit) in units for q in other.passage.quantities if q.value in own)
    return agreed or any(value.isdigit() and int(value) >= LONG for value in own)
