"""Letters of sources, and which sources are one."""

from collections.abc import Sequence
from itertools import combinations, pairwise

from provenance.errors import UsageError
from provenance.model import RELIABILITY_LETTERS, Axis, Grade, Reason, SameAs
from provenance.workspace.core import Workspace
from provenance.workspace.correct.step import BY_HAND, keep
from provenance.workspace.picture import Picture


def rate_source(workspace: Workspace, source: str, letter: str, why: str) -> None:
    """Give a source a reliability letter, with the reason."""
    if letter not in RELIABILITY_LETTERS:
        raise UsageError(f"{letter!r} is no letter of reliability; A to F are")
    if not why.strip():
        raise UsageError("a letter needs a reason: --why")
    picture = Picture(workspace)
    rated = [
        grade
        for grade in picture.grades.get(source, ())
        if grade.rater == workspace.me.id and grade.axis is Axis.RELIABILITY
    ]
    grade = Grade(
        id=workspace.new_id(),
        subject=source,
        axis=Axis.RELIABILITY,
        value=letter,
        definition_set=picture.policy.definition_set,
        policy=picture.policy_record.digest,
        rationale=(Reason(rule=BY_HAND, sentence=why, records=(picture.sources[source].id,)),),
        rater=workspace.me.id,
        supersedes=rated[0].id if rated else None,
    )
    keep(workspace, "rate source", [grade])


def same_source(
    workspace: Workspace, groups: Sequence[Sequence[str]], *, refuse: bool, why: str
) -> None:
    """Say that the sources of each group are one, or that they are not; all in one step."""
    if not groups or any(len(each) < 2 or len(set(each)) != len(each) for each in groups):
        raise UsageError("name two or more sources, each once")
    current = {each.place: each for each in workspace.store.current(SameAs)}
    records = []
    for one, other in (pair for each in groups for pair in _pairs(each, all_=refuse)):
        earlier = current.get((min(one, other), max(one, other)))
        records.append(
            SameAs(
                id=workspace.new_id(),
                one=one,
                other=other,
                state="refused" if refuse else "confirmed",
                supersedes=earlier.id if earlier else None,
                why=why,
            )
        )
    keep(workspace, "same source", records)


def _pairs(sources: Sequence[str], *, all_: bool) -> list[tuple[str, str]]:
    """Return each with each, or a chain: to join sources a chain is enough."""
    return list(combinations(sources, 2) if all_ else pairwise(sources))
