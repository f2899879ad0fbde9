"""Letters of sources, which sources are one, and which are our own."""

from collections.abc import Sequence
from itertools import combinations, pairwise

from provenance.errors import UsageError
from provenance.model import (
    RELIABILITY_LETTERS,
    Axis,
    Document,
    Grade,
    Reason,
    SameAs,
    Source,
    SourceType,
)
from provenance.workspace.core import Workspace
from provenance.workspace.correct.step import BY_HAND, keep, next_version
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


def our_source(workspace: Workspace, subject: str, *, ours: bool, why: str) -> None:
    """Say that a source, or one document, is our own publication, or that it is not.

    What we published adds no origin to what we said, and neither does what goes back to it.
    """
    picture = Picture(workspace)
    document = picture.documents.get(subject)
    source = picture.sources.get(subject) if document is None else _text(picture, document)
    if (source.ours if source else False) is ours:
        raise UsageError(f"that is {'marked' if ours else 'not'} as ours already")
    if source is not None:
        record = next_version(workspace, source, ours=ours, why=why)
    else:
        if document is None:
            raise AssertionError("a source that is given is known")
        identity = workspace.new_id()
        record = Source(
            id=identity,
            of=identity,
            name=document.title or document.uri,
            named=True,
            type=SourceType.DOCUMENT,
            document=document.id,
            ours=True,
            why=why,
        )
    keep(workspace, "our source", [record])


def _text(picture: Picture, document: Document) -> Source | None:
    """Return the source record that stands for one document as a whole, where there is one."""
    return next(
        (e for e in picture.sources.values() if e.named and e.document == document.id), None
    )


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
