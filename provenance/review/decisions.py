"""Which decisions are allowed: accept, override, refuse.

A decision is about what is current. To accept is to take what is proposed; an override and a
refusal carry a reason; a 1 names the separate access, a digit from 2 to 5 what it is compared
with, unless it is the one proposed; F and 6 are legal answers. Every value
is legal beside every other: the two axes do not bind each other.
"""

from collections.abc import Sequence

from provenance.errors import ConflictError, ReviewError
from provenance.model import ClaimKind
from provenance.model.evidence import Agent
from provenance.model.judgement import CREDIBILITY_DIGITS, RELIABILITY_LETTERS, Decision, Review
from provenance.model.record import RecordId, Value
from provenance.review.basis import FIT_OF, Basis, check_basis, named_in
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
    basis: Basis = Basis()


class Submission(Value):
    """What a reviewer decided, not yet allowed.

    ``access`` names the separate access of a 1, ``compare`` what a digit from 2 to 5 is compared
    with; "" for what the claim is compared with already.
    """

    decision: Decision
    saw: tuple[RecordId, ...]
    reliability: str | None = None
    credibility: str | None = None
    reason: str = ""
    access: str = ""
    compare: str = ""


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
    kept = {each.credibility for each in reviews if each.reviewer == reviewer.id}
    if submission.credibility not in {proposal.credibility, *kept, None}:
        _check_basis(submission, proposal.basis)
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
    """Return the reason as it is recorded, with the separate access or the comparison named."""
    parts = [submission.reason.strip()]
    if submission.access.strip():
        parts.append(f"Separate access: {submission.access.strip()}")
    if submission.compare.strip():
        fits = FIT_OF[submission.credibility or ""]
        parts.append(f"Compared with {submission.compare.strip()}: {fits}")
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
    if submission.compare.strip() and digit not in FIT_OF:
        raise ReviewError("a comparison is named together with a digit from 2 to 5")
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


def _check_basis(submission: Submission, basis: Basis) -> None:
    """Hold a digit that is neither proposed nor kept to what it has to stand on."""
    digit = submission.credibility or ""
    named = submission.compare.strip() or named_in(submission.reason)
    check_basis(digit, basis.compared(named, digit) if named else basis)


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
