"""Letters of sources, and which sources are one."""

from collections.abc import Sequence
from itertools import pairwise

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


def same_source(workspace: Workspace, sources: Sequence[str], *, refuse: bool, why: str) -> None:
    """Say that sources are one, or that they are not; in one step, however many they are."""
    if len(sources) < 2 or len(set(sources)) != len(sources):
        raise UsageError("name two or more sources, each once")
    current = {each.place: each for each in workspace.store.current(SameAs)}
    pairs = _each_with_each(sources) if refuse else list(pairwise(sources))
    records = []
    for one, other in pairs:
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


def _each_with_each(sources: Sequence[str]) -> list[tuple[str, str]]:
    return [(one, other) for at, one in enumerate(sources) for other in sources[at + 1 :]]
