"""What is made of it: grades, findings, inquiries, decisions, leads, as they are shown."""

from collections.abc import Iterable

from provenance.model.judgement import Axis, Reason
from provenance.model.record import Value


class GradeView(Value):
    """A grade with its reasons. ``label`` is the wording of its definition set."""

    id: str
    of: str = ""  # the source's name, for a letter
    axis: Axis
    value: str
    label: str
    definition_set: str
    policy: str  # name of the policy
    rater: str
    proposed: bool  # made by a program, and no person has confirmed it
    at: str
    rationale: tuple[Reason, ...]


def together(grades: Iterable[GradeView]) -> tuple[tuple[GradeView, tuple[str, ...]], ...]:
    """Return grades with the names of their sources; those that say the same stand once."""
    groups: dict[tuple[object, ...], list[GradeView]] = {}
    for grade in grades:
        rules = tuple(reason.rule for reason in grade.rationale)
        groups.setdefault((grade.axis, grade.value, grade.rater, rules), []).append(grade)
    return tuple(
        (group[0], tuple(dict.fromkeys(each.of for each in group))) for group in groups.values()
    )


class FindingView(Value):
    """Something noticed about a claim, a document or a source."""

    id: str
    handle: str
    rule: str
    sentence: str
    search: tuple[str, ...]
    about: tuple[str, ...]  # handles


class InquiryView(Value):
    """What was looked for or who was asked, and what came of it."""

    handle: str
    about: tuple[str, ...]  # handles of claims
    sought: str
    where: str
    words: str
    at: str
    result: str
    note: str
    by: str


class ReviewView(Value):
    """A decision of a reviewer."""

    stage: int
    decision: str
    reliability: str | None
    credibility: str | None
    reason: str
    reviewer: str
    at: str


class LeadView(Value):
    """What to look for next, merged across claims; ``search`` are exact phrases, never sent."""

    rank: int
    rule: str
    sentence: str
    search: tuple[str, ...]
    claims: tuple[str, ...]  # handles of the claims it could change
    findings: tuple[str, ...]  # handles
    inquiries: tuple[InquiryView, ...]
    documents: tuple[str, ...] = ()  # handles of the texts it is about, where it is about texts
