"""Amounts and times of a statement beside those of the texts furthest upstream.

An amount or a time is another one where none of these texts gives it, within the tolerance of
corroboration; and it is more exact where each of them gives it only roughly.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from provenance.corroboration import amounts
from provenance.model import Quantity, When
from provenance.model.checking import AmissView
from provenance.workspace.check.evidence import Held, Upstream
from provenance.workspace.check.making import made

INEXACT = frozenset({"about", "more-than", "less-than", "vague"})


def other_amounts(held: Held) -> Iterator[AmissView]:
    """Yield the amounts that no text upstream gives, or none so exactly."""
    own = held.piece.stated.quantities
    compared = [(each, amounts.compare(each.mention.quantities, own)) for each in held.upstream]
    clashes: dict[str, list[tuple[Upstream, str]]] = defaultdict(list)
    agreed = {word for _, found in compared for _, word in found.agree}
    for upstream, found in compared:
        for theirs, ours in found.clash:
            clashes[ours].append((upstream, theirs))
    for ours, those in clashes.items():
        if ours not in agreed:
            yield made(
                held,
                "another amount",
                "No text furthest upstream gives this amount.",
                [upstream.side(theirs) for upstream, theirs in those],
                said=ours,
                instead=those[0][1],
            )
    yield from _too_exact(held, own)


def amounts_apart(theirs: Sequence[Quantity], own: Sequence[Quantity]) -> tuple[str, str] | None:
    """Return the first amounts of one unit that differ, or None where any agree."""
    found = amounts.compare(theirs, own)
    return found.clash[0] if found.clash and not found.agree else None


def _too_exact(held: Held, own: Sequence[Quantity]) -> Iterator[AmissView]:
    for mine in own:
        if mine.exactness in INEXACT or mine.value is None:
            continue
        theirs = [
            (upstream, each)
            for upstream in held.upstream
            for each in upstream.mention.quantities
            if each.unit == mine.unit and amounts.compare((each,), (mine,)).agree
        ]
        if theirs and all(each.exactness in INEXACT for _, each in theirs):
            yield made(
                held,
                "amount more exact than any text",
                "Every text furthest upstream gives it only roughly.",
                [upstream.side(each.words) for upstream, each in theirs],
                said=mine.words,
                instead=theirs[0][1].words,
            )


def other_dates(held: Held) -> Iterator[AmissView]:
    """Yield the times that no text upstream gives, or none so exactly."""
    theirs = [
        (upstream, when)
        for upstream in held.upstream
        for when in upstream.appearance.dates or ()
        if when.value
    ]
    for mine in held.piece.stated.dates:
        if not (mine.value and theirs):
            continue
        if all(not _meet(mine, when) for _, when in theirs):
            rule, sentence = "another date", "No text furthest upstream gives this date."
        elif not any(_as_exact(mine, when) for _, when in theirs if _meet(mine, when)):
            rule = "date more exact than any text"
            sentence = "Every text furthest upstream gives the time less exactly."
        else:
            continue
        sides = [upstream.side(when.words) for upstream, when in theirs]
        yield made(held, rule, sentence, sides, said=mine.words)


def _meet(one: When, other: When) -> bool:
    """Return whether two times may be one: the shorter begins the longer, or they overlap."""
    (from_one, to_one), (from_other, to_other) = _bounds(one), _bounds(other)
    return from_one <= to_other and from_other <= to_one


def _bounds(when: When) -> tuple[str, str]:
    first, _, last = (when.value or "").partition("/")
    return first, (last or first) + "~"  # after every longer date that begins so


def _as_exact(one: When, other: When) -> bool:
    return len((one.value or "").partition("/")[0]) <= len((other.value or "").partition("/")[0])
