"""Which decisions are allowed: accept, override, refuse.

A decision is about what is current. To accept is to take what is proposed; an override and a
refusal carry a reason; a 1 names the separate access; F and 6 are legal answers. Every value
is legal beside every other: the two axes do not bind each other.
"""

from collections.abc import Sequence

from provenance.errors import ConflictError, ReviewError
from provenance.model.claim import ClaimKind
from provenance.model.evidence import Agent
from provenance.model.judgement import CREDIBILITY_DIGITS, RELIABILITY_LETTERS, Decision, Review
from provenance.model.record import RecordId, Value
from provenance.review.stages import Agents, Reviewers, is_final, stage_for


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
