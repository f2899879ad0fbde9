"""Every sequence of three decisions by four agents keeps the two-person rule."""

from itertools import product
from typing import Literal

import pytest

from provenance.errors import ReviewError
from provenance.model.evidence import Agent, AgentRole
from provenance.model.judgement import Decision, Review
from provenance.review import agreement, is_final, must_be_blind, stage_for, state

ADA, BEA, CYD, TWIN = (
    Agent(id=letter * 26, name=letter, role=AgentRole.PERSON, public_key=key)
    for letter, key in (("a", "key a"), ("b", "key b"), ("c", "key c"), ("t", "key a"))
)
AGENTS = {one.id: one for one in (ADA, BEA, CYD, TWIN)}
MOVES = tuple(product(AGENTS.values(), (Decision.ACCEPT, Decision.REFUSE)))
Current = dict[Literal[1, 2], Review]


def after(current: Current, agent: Agent, decision: Decision, reviewers: Literal[1, 2]) -> Current:
    """Return the current reviews after a decision, or the same where it is not allowed."""
    reviews = tuple(current.values())
    try:
        stage = stage_for(agent, reviews, AGENTS, reviewers)
    except ReviewError:
        return current
    if stage not in current and current and reviewers == 2:
        assert must_be_blind(agent, reviews, AGENTS, reviewers)
    refused = decision is Decision.REFUSE
    review = Review(
        id="r" * 26,
        claim="c" * 26,
        stage=stage,
        decision=decision,
        saw=(),
        reliability=None if refused else "C",
        credibility=None if refused else "3",
        reason="",
        reviewer=agent.id,
    )
    return {**current, stage: review}


@pytest.mark.parametrize("reviewers", [1, 2])
def test_two_reviews_are_two_peoples_whatever_happens(reviewers: Literal[1, 2]) -> None:
    for moves in product(MOVES, repeat=3):
        current: Current = {}
        for agent, decision in moves:
            before = len(current)
            current = after(current, agent, decision, reviewers)
            assert before <= len(current) <= reviewers
        reviews = tuple(current.values())
        keys = [AGENTS[review.reviewer].public_key for review in reviews]
        assert len(set(keys)) == len(keys)
        assert sorted(current) == list(range(1, len(current) + 1))
        assert is_final(reviews, reviewers) == (len(reviews) == reviewers)
        assert (agreement(reviews) is not None) == (len(reviews) == 2)
        if state(reviews, reviewers) == "second-reviewed":
            assert len(reviews) == 2
        assert state(reviews, reviewers) != "proposed"
