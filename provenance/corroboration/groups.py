"""Put passages that repeat each other under one claim.

A chain of small steps can lead from one proposition to another. So a passage joins a group
only where it repeats the group's middle (the passage with most ties, by content where several
have as many), or where it has the words of one that does, or its place in a tied text. Groups
form in order of their middles, so that the order of input is nothing.
What a person decided comes first: passages of one name are together, and no group holds two
names. A passage that repeats what is under two names joins the one of which it has the words,
then the one more of which it repeats, then the older one.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from provenance.corroboration.passage import Pair, Passage
from provenance.corroboration.tied import SAME_PLACE
from provenance.model import Stance

FIRM = frozenset({"same words", SAME_PLACE})


def gather(
    passages: Sequence[Passage], pairs: Sequence[Pair], *, fixed: Mapping[str, str]
) -> tuple[frozenset[str], ...]:
    """Return the groups of passages that belong to one claim, ordered by content.

    ``fixed`` maps passages to the claim under which a person put them, the oldest claim first.
    """
    ordered = sorted(passages, key=lambda passage: passage.order)
    order = {passage.id: number for number, passage in enumerate(ordered)}
    ties = _ties(pairs, order)
    firm = _ties([pair for pair in pairs if pair.rule in FIRM], order)
    groups: list[set[str]] = list(_held(ties, firm, fixed, order).values())
    taken: set[str] = set().union(*groups)
    for middle in sorted(order, key=lambda i: (-len(ties.get(i, ())), order[i])):
        if middle in taken or middle in fixed:
            continue
        if middle not in ties:  # most passages: they repeat nothing
            groups.append({middle})
            continue
        group = {middle} | {t for t in ties[middle] if t not in taken and t not in fixed}
        group |= {t for i in group for t in firm.get(i, ()) if t not in taken and t not in fixed}
        groups.append(group)
        taken |= group
    return tuple(frozenset(g) for g in sorted(groups, key=lambda g: min(order[i] for i in g)))


def _held(
    ties: Mapping[str, set[str]],
    firm: Mapping[str, set[str]],
    fixed: Mapping[str, str],
    order: Mapping[str, int],
) -> dict[str, set[str]]:
    """Return what is under each name: what a person put there, and what is nearest to that."""
    age = {name: number for number, name in enumerate(dict.fromkeys(fixed.values()))}
    groups: dict[str, set[str]] = {}
    votes: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for passage, name in fixed.items():
        if passage not in order:
            continue
        groups.setdefault(name, set()).add(passage)
        for other in ties.get(passage, ()):
            if other not in fixed:
                same_words = other in firm.get(passage, ())
                votes[other][name] += len(order) if same_words else 1
    for other, given in votes.items():
        groups[min(given, key=lambda name: (-given[name], age[name]))].add(other)
    return groups


def _ties(pairs: Sequence[Pair], order: Mapping[str, int]) -> dict[str, set[str]]:
    ties: dict[str, set[str]] = defaultdict(set)
    for pair in pairs:
        if pair.stance is Stance.REPEATS and pair.one in order and pair.other in order:
            ties[pair.one].add(pair.other)
            ties[pair.other].add(pair.one)
    return ties
