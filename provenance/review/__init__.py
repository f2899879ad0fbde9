"""Review: the two-person rule as a state machine without IO.

proposed → reviewed → second-reviewed, or refused. The second review is another agent's, with
another key, and blind: until they have decided, the second reviewer sees the program's proposal
and not what the first reviewer made of it. A case with one reviewer is final after one.

Invariants: a decision is about what is current; an override and a refusal carry a reason; a 1
names the separate access; F and 6 are legal answers and are never compared as numbers.
Left out: which review is current (the store knows), and undo, which withdraws a whole step.
"""

from collections.abc import Mapping, Sequence
from typing import Literal

from provenance.errors import ConflictError, ReviewError
from provenance.model.claim import ClaimKind
from provenance.model.dossier import ClaimRow, ClaimView, ReviewState
from provenance.model.evidence import Agent, AgentRole
from provenance.model.judgement import (
    CREDIBILITY_DIGITS,
    RELIABILITY_LETTERS,
    Axis,
    Decision,
    Review,
)
from provenance.model.record import RecordId, Value
from provenance.model.rules import UNKNOWN

Agents = Mapping[RecordId, Agent]
Reviewers = Literal[1, 2]
Comparison = Literal["same", "different", "not comparable"]

ONE_REVIEWER = "one reviewer"


class Proposal(Value):
    """What a program proposes for a claim now, and the records that say so.

    ``records`` are the claim's current version and the grades that were on the screen.
    """

    type: ClaimKind
    reliability: str
    letter_of: str
    credibility: str | None
    records: tuple[RecordId, ...]


class Submission(Value):
    """What a reviewer decided, not yet allowed. ``access`` names the separate access of a 1."""

    decision: Decision
    saw: tuple[RecordId, ...]
    reliability: str | None = None
    credibility: str | None = None
    reason: str = ""
    access: str = ""


class Agreement(Value):
    """How two reviews of one claim compare.

    A pair with F or 6 on either side is not comparable: it says that somebody does not know,
    and stays out of every measure of agreement between raters.
    """

    exact: bool  # the same cell, or both refused
    reliability: Comparison
    credibility: Comparison
    sentence: str


def state(reviews: Sequence[Review], reviewers: Reviewers) -> ReviewState:
    """Return how far a claim has come, from its current reviews."""
    last = max(reviews, key=lambda review: review.stage, default=None)
    if last is None:
        return "proposed"
    if last.decision is Decision.REFUSE:
        return "refused"
    return "second-reviewed" if last.stage == 2 and reviewers == 2 else "reviewed"


def wording(reviews: Sequence[Review], reviewers: Reviewers) -> str:
    """Return the state as a report words it; a case with one reviewer says so."""
    reached = state(reviews, reviewers)
    if reviewers == 1 and reached != "proposed":
        return f"{reached}, {ONE_REVIEWER}"
    return reached


def is_final(reviews: Sequence[Review], reviewers: Reviewers) -> bool:
    """Return whether as many agents have decided as the case asks for."""
    return len({review.stage for review in reviews}) >= reviewers


def stage_for(
    reviewer: Agent, reviews: Sequence[Review], agents: Agents, reviewers: Reviewers
) -> Literal[1, 2]:
    """Return the stage that a reviewer's decision would have, or raise ReviewError.

    Whoever decides again revises their own stage.
    """
    _check_person(reviewer)
    for review in reviews:
        if review.reviewer == reviewer.id:
            return review.stage
    for review in reviews:
        other = agents.get(review.reviewer)
        if other is not None and other.public_key == reviewer.public_key:
            raise ReviewError(
                f"{reviewer.name} signs with the same key as {other.name}, who has reviewed this "
                "claim; a second review needs another person with another key"
            )
    if is_final(reviews, reviewers):
        names = " and ".join(_name(review.reviewer, agents) for review in reviews)
        raise ReviewError(
            f"{names} reviewed this claim already; take a decision back with undo to decide anew"
        )
    return 2 if any(review.stage == 1 for review in reviews) else 1


def check(
    submission: Submission,
    *,
    reviewer: Agent,
    proposal: Proposal,
    reviews: Sequence[Review],
    agents: Agents,
    reviewers: Reviewers,
) -> None:
    """Return None where the decision is allowed; else raise ReviewError or ConflictError.

    ConflictError: what was on the screen is no longer current.
    """
    stage_for(reviewer, reviews, agents, reviewers)
    if set(submission.saw) != set(proposal.records):
        raise ConflictError(
            "the claim or its grades changed while you decided; "
            "look at the current version and decide again"
        )
    _CHECKS[submission.decision](submission, proposal)
    if is_final(reviews, reviewers) and not submission.reason.strip():
        raise ReviewError("a change after the review was complete needs a reason")


def decided(submission: Submission, proposal: Proposal) -> tuple[str | None, str | None]:
    """Return the letter and digit of an allowed decision: nothing for a refusal.

    What an override leaves out stays as proposed.
    """
    if submission.decision is Decision.REFUSE:
        return None, None
    return (
        submission.reliability or proposal.reliability,
        submission.credibility or proposal.credibility,
    )


def reason(submission: Submission) -> str:
    """Return the reason as it is recorded, the separate access of a 1 with it."""
    parts = [submission.reason.strip()]
    if submission.access.strip():
        parts.append(f"Separate access: {submission.access.strip()}")
    return "\n".join(part for part in parts if part)


def must_be_blind(
    reviewer: Agent, reviews: Sequence[Review], agents: Agents, reviewers: Reviewers
) -> bool:
    """Return whether the reviewer may still give a second review and so must not see the first."""
    if reviewers == 1 or not reviews or is_final(reviews, reviewers):
        return False
    return all(review.reviewer != reviewer.id for review in reviews) and all(
        _key(review.reviewer, agents) != reviewer.public_key for review in reviews
    )


def blinded(
    view: ClaimView,
    *,
    reviewer: Agent,
    proposal: Proposal,
    reviews: Sequence[Review],
    agents: Agents,
    reviewers: Reviewers,
) -> ClaimView:
    """Return the claim as its second reviewer may see it: the proposal, nothing of the first."""
    if not must_be_blind(reviewer, reviews, agents, reviewers):
        return view
    hidden = {_name(review.reviewer, agents) for review in reviews}
    grades = tuple(
        grade.model_copy(update={"proposed": True}) if grade.axis is Axis.CREDIBILITY else grade
        for grade in view.grades
        if grade.rater not in hidden
    )
    return view.model_copy(
        update={
            "reliability": proposal.reliability,
            "letter_of": proposal.letter_of,
            "credibility": proposal.credibility,
            "proposed": True,
            "state": "reviewed",  # also where the first reviewer refused
            "grades": grades,
            "reviews": (),
        }
    )


def blinded_row(
    row: ClaimRow,
    *,
    reviewer: Agent,
    proposal: Proposal,
    reviews: Sequence[Review],
    agents: Agents,
    reviewers: Reviewers,
) -> ClaimRow:
    """Return the claim's line of the queue as its second reviewer may see it."""
    if not must_be_blind(reviewer, reviews, agents, reviewers):
        return row
    cell = f"{proposal.reliability}{proposal.credibility}" if proposal.credibility else "–"
    return row.model_copy(update={"cell": cell, "proposed": True, "state": "reviewed"})


def agreement(reviews: Sequence[Review]) -> Agreement | None:
    """Return how the first and the second review compare, or None where one is missing."""
    by_stage = {review.stage: review for review in reviews}
    if set(by_stage) != {1, 2}:
        return None
    first, second = by_stage[1], by_stage[2]
    one, other = _shown(first), _shown(second)
    same = one == other
    return Agreement(
        exact=same,
        reliability=_compare(first.reliability, second.reliability, Axis.RELIABILITY),
        credibility=_compare(first.credibility, second.credibility, Axis.CREDIBILITY),
        sentence=f"Both reviewers: {one}."
        if same
        else f"First reviewer: {one}; second reviewer: {other}.",
    )


def _check_person(reviewer: Agent) -> None:
    if reviewer.role is not AgentRole.PERSON:
        raise ReviewError(f"{reviewer.name} is a program; a program proposes, a person reviews")
    if reviewer.public_key is None:
        raise ReviewError(f"{reviewer.name} has no key here; a review is signed by its reviewer")


def _check_accept(submission: Submission, proposal: Proposal) -> None:
    for value, proposed in (
        (submission.reliability, proposal.reliability),
        (submission.credibility, proposal.credibility),
    ):
        if value is not None and value != proposed:
            raise ReviewError(f"to accept is to take what is proposed; {value} is an override")


def _check_override(submission: Submission, proposal: Proposal) -> None:
    letter, digit = submission.reliability, submission.credibility
    if not submission.reason.strip():
        raise ReviewError("an override needs a reason")
    if letter is None and digit is None:
        raise ReviewError("an override names a letter A-F or a digit 1-6")
    if letter is not None and letter not in RELIABILITY_LETTERS:
        raise ReviewError(f"{letter!r} is no letter of reliability; A to F are")
    if digit is None:
        return
    if proposal.type is not ClaimKind.FACT:
        raise ReviewError(f"this is a {proposal.type}; only a fact has a credibility")
    if digit not in CREDIBILITY_DIGITS:
        raise ReviewError(f"{digit!r} is no digit of credibility; 1 to 6 are")
    if digit == "1" and not submission.access.strip():
        raise ReviewError(
            "1 needs the separate access named: which other witness, sensor or holder of the "
            "document the confirmation comes from"
        )


def _check_refuse(submission: Submission, _proposal: Proposal) -> None:
    if not submission.reason.strip():
        raise ReviewError("a refusal needs a reason")
    if submission.reliability is not None or submission.credibility is not None:
        raise ReviewError("a refusal gives no letter and no digit")


_CHECKS = {
    Decision.ACCEPT: _check_accept,
    Decision.OVERRIDE: _check_override,
    Decision.REFUSE: _check_refuse,
}


def _compare(one: str | None, other: str | None, axis: Axis) -> Comparison:
    if one is None or other is None or UNKNOWN[axis] in (one, other):
        return "not comparable"
    return "same" if one == other else "different"


def _shown(review: Review) -> str:
    if review.decision is Decision.REFUSE:
        return "refused"
    return f"{review.reliability or ''}{review.credibility or ''}"


def _name(agent: RecordId, agents: Agents) -> str:
    found = agents.get(agent)
    return found.name if found else agent


def _key(agent: RecordId, agents: Agents) -> str | None:
    found = agents.get(agent)
    return found.public_key if found else None
