"""Whom a text credits, arranged once a text for being held against what others credit.

Two names may stand for one where the words of one are the first or the last words of the other
(``names``): so texts are only looked at name by name where a name of one is such a part, or has
such a part, among those of the other.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from provenance.lineage.names import same_name
from provenance.lineage.signs import SHOWN
from provenance.lineage.speakers import Said
from provenance.lineage.wording import stems

LITTLE = 8  # weight of credits below which a text hardly says what it rests on


class Whom(NamedTuple):
    """What a text credits, by kind."""

    names: tuple[Said, ...]
    weight: int  # of all names
    keys: frozenset[str]  # of the names
    parts: Mapping[str, frozenset[str]]  # first and last words, of each name by its key
    all_parts: frozenset[str]
    unnamed: tuple[tuple[tuple[str, ...], Said], ...]  # by their stems, where there are enough
    things: Mapping[str, Said]  # that it speaks of early, or again


def whom(given: Sequence[Said]) -> Whom:
    """Return whom a text credits, for being held against another."""
    names = tuple(each for each in given if each.kind == "name")
    parts = {each.key: _parts(each.key) for each in names}
    unnamed = [(tuple(stems(e.key.split())), e) for e in given if e.kind == "unnamed"]
    return Whom(
        names=names,
        weight=sum(each.weight for each in names),
        keys=frozenset(parts),
        parts=parts,
        all_parts=frozenset[str]().union(*parts.values()),
        unnamed=tuple((said, each) for said, each in unnamed if len(said) >= SHOWN),
        things={e.key: e for e in given if e.kind == "thing" and e.weight >= LITTLE},
    )


def met(one: Whom, other: Whom) -> list[tuple[Said, Said]]:
    """Return the names that may stand for one, of either side the one credited most first."""
    if one.keys.isdisjoint(other.all_parts) and other.keys.isdisjoint(one.all_parts):
        return []
    here, there = _near(one, other), _near(other, one)
    return [(mine, twin) for mine in here for twin in there if same_name(mine.key, twin.key)]


def _near(one: Whom, other: Whom) -> list[Said]:
    """Return the names of one that can have a twin in the other."""
    return [
        each
        for each in one.names
        if each.key in other.all_parts or not one.parts[each.key].isdisjoint(other.keys)
    ]


def _parts(key: str) -> frozenset[str]:
    """Return the first and the last words of a name, each way as many as there are."""
    words = key.split()
    first = (" ".join(words[: n + 1]) for n in range(len(words)))
    last = (" ".join(words[n:]) for n in range(len(words)))
    return frozenset((*first, *last))
