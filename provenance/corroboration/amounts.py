"""Amounts of two passages side by side: which agree, which clash, within what tolerance."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from provenance.model import Quantity

EXACT = Decimal("0.02")  # rounding in a report: 1.98 and 2 million are one amount
ABOUT = Decimal("0.10")
SMALL = Decimal(100)  # below this a count is meant as it stands


@dataclass(frozen=True, slots=True)
class Compared:
    """Amounts of one unit in both passages, in the words of both."""

    agree: tuple[tuple[str, str], ...]
    clash: tuple[tuple[str, str], ...]


def compare(one: Sequence[Quantity], other: Sequence[Quantity]) -> Compared:
    """Return the amounts that agree, and those of one unit of which none agrees."""
    agree: list[tuple[str, str]] = []
    clash: list[tuple[str, str]] = []
    for unit in sorted({q.unit for q in one} & {q.unit for q in other}):
        left = [q for q in one if q.unit == unit and q.value is not None]
        right = [q for q in other if q.unit == unit and q.value is not None]
        same = [(a.words, b.words) for a in left for b in right if _agree(a, b)]
        if same:
            agree.append(same[0])
        elif left and right:
            clash.append((left[0].words, right[0].words))
    return Compared(tuple(agree), tuple(clash))


def _agree(one: Quantity, other: Quantity) -> bool:
    a, b = _number(one), _number(other)
    if a is None or b is None or a == b:
        return True
    if {one.exactness, other.exactness} & {"vague"}:
        return True
    for bound, value, kind in ((a, b, one.exactness), (b, a, other.exactness)):
        if kind == "more-than" and bound * (1 - ABOUT) <= value <= bound * 2:
            return True
        if kind == "less-than" and bound / 2 <= value <= bound * (1 + ABOUT):
            return True
    loose = "about" in (one.exactness, other.exactness)
    if not loose and max(abs(a), abs(b)) < SMALL:
        return False
    return abs(a - b) <= max(abs(a), abs(b)) * (ABOUT if loose else EXACT)


def _number(quantity: Quantity) -> Decimal | None:
    try:
        return Decimal(quantity.value) if quantity.value is not None else None
    except InvalidOperation:
        return None
