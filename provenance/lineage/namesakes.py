"""Who may be one person under two names where one claim is told: "Odo Maltby" and "Maltby".

Within one claim a single name is taken for the one longer name that ends in it; two people who
share a last name leave it open. Nothing is recorded, the origin says aloud what was taken for
what, and a person who says that the two are not one is followed. Left out: first names, offices,
outlets, and names that differ in spelling.
"""

from collections.abc import Mapping, Sequence

from provenance.lineage.names import head_key
from provenance.lineage.texts import Mention, SourceRef
from provenance.model import SourceType

SHORTEST = 3  # letters of a last name


def one_person(
    mentions: Sequence[Mention], apart: frozenset[frozenset[str]]
) -> Mapping[str, SourceRef]:
    """Return by source the one under whose longer name it is counted.

    ``apart`` holds pairs of sources of which a person says that they are two.
    """
    people: dict[str, SourceRef] = {}
    for mention in mentions:
        for source in mention.sources:
            if source.named and source.type in (SourceType.PERSON, SourceType.UNKNOWN):
                people.setdefault(source.id, source)
    if len(people) < 2:
        return {}
    found: dict[str, SourceRef] = {}
    for source in people.values():
        name = head_key(source.name)
        if " " in name or len(name) < SHORTEST:
            continue
        full = {
            head_key(each.name): each
            for each in sorted(people.values(), key=lambda each: each.id, reverse=True)
            if head_key(each.name).endswith(f" {name}")
        }
        if len(full) == 1:
            (other,) = full.values()
            if other.type is SourceType.PERSON and frozenset((source.id, other.id)) not in apart:
                found[source.id] = other
    return found


def told(mentions: Sequence[Mention], taken: Mapping[str, SourceRef]) -> str:
    """Return in words which names of some mentions were taken for others; "" where none was."""
    names = {
        (source.name, taken[source.id].name)
        for mention in mentions
        for source in mention.sources
        if source.id in taken
    }
    return "".join(f" “{short}” is taken to be {long}." for short, long in sorted(names))
