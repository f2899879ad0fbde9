"""Whom a text credits, arranged once a text for being held against what others credit.

Two names may stand for one where the words of one are the first or the last words of the other,
or its initials (``names``): so only names are compared of which one is noted among such parts of
the others.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from provenance.lineage.names import initials, same_name
from provenance.lineage.signs import SHOWN
from provenance.lineage.speakers import Said
from provenance.lineage.wording import stems

LITTLE = 8  # weight of credits below which a text hardly says what it rests on


class Whom(NamedTuple):
    """What a text credits, by kind."""

    names: tuple[Said, ...]
    weight: int  # of all names
    places: Mapping[str, Sequence[int]]  # of each name among the names
    parts: Mapping[str, Sequence[int]]  # the same by the first and last words of each
    unnamed: tuple[tuple[tuple[str, ...], Said], ...]  # by their stems, where there are enough
    things: Mapping[str, Said]  # that it speaks of early, or again


def whom(given: Sequence[Said]) -> Whom:
    """Return whom a text credits, for being held against another."""
    names = tuple(each for each in given if each.kind == "name")
    places: dict[str, list[int]] = defaultdict(list)
    parts: dict[str, list[int]] = defaultdict(list)
    for place, each in enumerate(names):
        places[each.key].append(place)
        for part in _parts(each.key):
            parts[part].append(place)
    unnamed = [(tuple(stems(e.key.split())), e) for e in given if e.kind == "unnamed"]
    return Whom(
        names=names,
        weight=sum(each.weight for each in names),
        places=dict(places),
        parts=dict(parts),
        unnamed=tuple((said, each) for said, each in unnamed if len(said) >= SHOWN),
        things={e.key: e for e in given if e.kind == "thing" and e.weight >= LITTLE},
    )


def met(one: Whom, other: Whom) -> list[tuple[Said, Said]]:
    """Return the names that may stand for one, of either side the one credited most first."""
    whole = {
        (mine, twin)
        for name in one.places.keys() & other.parts.keys()
        for mine in one.places[name]
        for twin in other.parts[name]
    }
    part = {
        (mine, twin)
        for name in one.parts.keys() & other.places.keys()
        for mine in one.parts[name]
        for twin in other.places[name]
    }
    near = ((one.names[mine], other.names[twin]) for mine, twin in sorted(whole | part))
    return [(mine, twin) for mine, twin in near if same_name(mine.key, twin.key)]


def _parts(key: str) -> frozenset[str]:
    """Return what may stand for a name: its first and its last words, its initials."""
    words = key.split()
    first = (" ".join(words[: n + 1]) for n in range(len(words)))
    last = (" ".join(words[n:]) for n in range(len(words)))
    return frozenset((*first, *last)) | initials(key)
