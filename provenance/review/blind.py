"""What a second reviewer may see before deciding: the program's proposal, nothing of the first.

Hidden are the first reviewer's decision, values and grades, and whether it was a refusal; that
somebody has decided is shown, because otherwise nobody would know that a second is wanted.
"""

from collections.abc import Sequence

from provenance.model.dossier import ClaimRow, ClaimView
from provenance.model.evidence import Agent
from provenance.model.judgement import Axis, Review
from provenance.review.decisions import Proposal
from provenance.review.stages import Agents, Reviewers, must_be_blind, name_of


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
    hidden = {name_of(review.reviewer, agents) for review in reviews}
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
