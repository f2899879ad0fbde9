"""Events of one kind that are two: at another place, on another day, of people of another age."""

from collections.abc import Set

from provenance.corroboration.days import ages_of, months_of
from provenance.corroboration.reading import Reading

AGES = 2  # years by which the age of one person may be given differently


def is_lookalike(one: Reading, other: Reading) -> bool:
    """Return whether two passages tell of another place, day, month, year or age."""
    elsewhere = bool(one.places - set(other.bag)) and bool(other.places - set(one.bag))
    return elsewhere or is_other_day(one, other) or _is_other_age(one, other)


def _is_other_age(one: Reading, other: Reading) -> bool:
    """Return whether two passages tell of people of other ages, and name no person alike."""
    left, right = ages_of(one.passage.wording), ages_of(other.passage.wording)
    far = (abs(int(age) - int(another)) > AGES for age in left for another in right)
    apart = bool(left) and bool(right) and all(far)
    return apart and one.names & other.names <= one.places | other.places


def is_other_day(one: Reading, other: Reading) -> bool:
    """Return whether two passages tell of another day, month or year."""
    return (
        _apart(one.years, other.years)
        or _apart(_of_kind(one.days, "weekday"), _of_kind(other.days, "weekday"))
        or _apart(_of_kind(one.days, ""), _of_kind(other.days, ""))
        or _apart(months_of(one.passage.wording), months_of(other.passage.wording))
    )


def _of_kind(days: frozenset[str], prefix: str) -> frozenset[str]:
    return frozenset(d for d in days if d.startswith("weekday") == bool(prefix))


def _apart(one: Set[object], other: Set[object]) -> bool:
    return bool(one) and bool(other) and one.isdisjoint(other)
