"""How far a claim has come, and whose turn a decision is.

proposed → reviewed → second-reviewed, or refused. A second review is another agent's, with
another key: the same key under two names is one person. A case with one reviewer is final after
one review, and says so.
"""

from collections.abc import Mapping, Sequence
from typing import Literal

from provenance.errors import ReviewError
from provenance.model.dossier import ReviewState
from provenance.model.evidence import Agent, AgentRole
from provenance.model.judgement import Decision, Review
from provenance.model.record import RecordId

Agents = Mapping[RecordId, Agent]
Reviewers = Literal[1, 2]

ONE_REVIEWER = "one reviewer"


def state(reviews: Sequence[Review], reviewers: Reviewers) -> ReviewState:
    """Return how far a claim has come, from its current reviews."""
    last = max(reviews, key=lambda review: review.stage, default=None)
    if last is None:
        return "proposed"
    if last.decision is Decision.REFUSE:
        return "refused"
    return "second-reviewed" if reviewers == 2 and is_final(reviews, 2) else "reviewed"


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
        if _is_same(reviewer, review.reviewer, agents):
            raise ReviewError(
                f"{reviewer.name} signs with the same key as {name_of(review.reviewer, agents)}, "
                "who has reviewed this claim; a second review needs another person with another key"
            )
    if is_final(reviews, reviewers):
        names = " and ".join(name_of(review.reviewer, agents) for review in reviews)
        raise ReviewError(
            f"{names} reviewed this claim already; take a decision back with undo to decide anew"
        )
    return 2 if any(review.stage == 1 for review in reviews) else 1


def must_be_blind(
    reviewer: Agent, reviews: Sequence[Review], agents: Agents, reviewers: Reviewers
) -> bool:
    """Return whether the reviewer may not see yet what the other one decided."""
    if reviewers == 1 or not reviews or is_final(reviews, reviewers):
        return False
    return not any(_is_same(reviewer, review.reviewer, agents) for review in reviews)


def name_of(agent: RecordId, agents: Agents) -> str:
    """Return an agent's name, or its id where it is not known here."""
    found = agents.get(agent)
    return found.name if found else agent


def _is_same(reviewer: Agent, other: RecordId, agents: Agents) -> bool:
    """Return whether two agents are one person: one record, or one key."""
    if reviewer.id == other:
        return True
    found = agents.get(other)
    return (
        found is not None
        and found.public_key is not None
        and (found.public_key == reviewer.public_key)
    )


def _check_person(reviewer: Agent) -> None:
    if reviewer.role is not AgentRole.PERSON:
        raise ReviewError(f"{reviewer.name} is a program; a program proposes, a person reviews")
    if reviewer.public_key is None:
        raise ReviewError(f"{reviewer.name} has no key here; a review is signed by its reviewer")
