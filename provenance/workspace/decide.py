"""``decide``: a reviewer accepts, overrides or refuses a claim's grade."""

import re

from provenance import review
from provenance.errors import UsageError
from provenance.model import Axis, Decision, Review
from provenance.model.dossier import ClaimView
from provenance.workspace.core import PROGRAM, Workspace
from provenance.workspace.views import Views

_HANDLE = re.compile(r"[A-Za-z][1-9][0-9]{0,8}")


def decide(
    workspace: Workspace,
    seen: ClaimView,
    decision: Decision,
    *,
    reliability: str | None = None,
    credibility: str | None = None,
    reason: str = "",
    access: str = "",
    compare: str = "",
) -> Review:
    """Record a decision about a claim as it was seen; ReviewError or ConflictError.

    ``access`` names the separate access that a 1 rests on, ``compare`` what a digit from 2 to 5
    is compared with: the handle of a document or of another claim, or what is known, in words.
    A reason that says "compared with …" names it too. It stays with the decision: as a record of
    its own it would change the proposal, and tell the second reviewer what the first one thinks.
    """
    views, me = Views(workspace), workspace.me
    proposal = views.proposal(seen.id)
    reviews = views.picture.reviews.get(seen.id, ())
    agents, reviewers = views.picture.agents, views.picture.case.reviewers
    stage = review.stage_for(me, reviews, agents, reviewers)
    earlier = next((each for each in reviews if each.stage == stage), None)
    if decision is Decision.OVERRIDE and earlier is not None:
        # What this override leaves out stays as this person decided it before.
        reliability = reliability or earlier.reliability
        credibility = credibility or earlier.credibility
    if decision is Decision.OVERRIDE:
        _check_handle(views, seen.id, compare.strip() or review.named_in(reason))
    submission = review.Submission(
        decision=decision,
        saw=versions_seen(seen),
        reliability=reliability,
        credibility=credibility,
        reason=reason,
        access=access,
        compare=compare,
    )
    review.check(
        submission,
        reviewer=me,
        proposal=proposal,
        reviews=reviews,
        agents=agents,
        reviewers=reviewers,
    )
    letter, digit = review.decided(submission, proposal)
    record = Review(
        id=workspace.new_id(),
        claim=seen.id,
        stage=stage,
        decision=decision,
        saw=submission.saw,
        reliability=letter,
        credibility=digit,
        reason=review.reason(submission),
        reviewer=me.id,
        supersedes=earlier.id if earlier else None,
    )
    workspace.step("review", [record])
    return record


def _check_handle(views: Views, claim: str, named: str) -> None:
    """Return None where a handle stands for what a claim can be compared with, or for nothing."""
    if not _HANDLE.fullmatch(named):
        return
    _, found = views.workspace.store.identity(named)
    if found not in {*views.picture.documents, *views.picture.claims} - {claim}:
        raise UsageError("a claim is compared with a document or with another claim")


def versions_seen(seen: ClaimView) -> tuple[str, ...]:
    """Return the versions that were on the screen: the claim's and its proposed digit's."""
    digits = [
        grade.id
        for grade in seen.grades
        if grade.axis is Axis.CREDIBILITY and grade.rater == PROGRAM
    ]
    return (seen.version, *digits)
