"""``decide``: a reviewer accepts, overrides or refuses a claim's grade."""

from provenance import review
from provenance.model import Axis, Decision, Review
from provenance.model.dossier import ClaimView
from provenance.workspace.core import PROGRAM, Workspace
from provenance.workspace.views import Views


def decide(
    workspace: Workspace,
    seen: ClaimView,
    decision: Decision,
    *,
    reliability: str | None = None,
    credibility: str | None = None,
    reason: str = "",
    access: str = "",
) -> Review:
    """Record a decision about a claim as it was seen; ReviewError or ConflictError.

    ``access`` names the separate access that a 1 rests on.
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
    submission = review.Submission(
        decision=decision,
        saw=versions_seen(seen),
        reliability=reliability,
        credibility=credibility,
        reason=reason,
        access=access,
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


def versions_seen(seen: ClaimView) -> tuple[str, ...]:
    """Return the versions that were on the screen: the claim's and its proposed digit's."""
    digits = [
        grade.id
        for grade in seen.grades
        if grade.axis is Axis.CREDIBILITY and grade.rater == PROGRAM
    ]
    return (seen.version, *digits)
