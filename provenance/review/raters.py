"""How two reviewers of one claim compare.

The measure is the exact cell. F and 6 say that somebody does not know: a pair with one of them
on either side stays out of every coefficient of agreement between raters.
"""

from collections.abc import Sequence
from typing import Literal

from provenance.model.judgement import Axis, Decision, Review
from provenance.model.record import Value
from provenance.model.rules import UNKNOWN

Comparison = Literal["same", "different", "not comparable"]


class Agreement(Value):
    """How two reviews of one claim compare.

    A pair with F or 6 on either side is not comparable: it says that somebody does not know,
    and stays out of every measure of agreement between raters.
    """

    exact: bool  # the same cell, or both refused
    reliability: Comparison
    credibility: Comparison
    sentence: str


def agreement(reviews: Sequence[Review]) -> Agreement | None:
    """Return how the first and the second review compare, or None where one is missing.

    Give it the reviews as first decided to learn how far two people agree who did not know of
    each other, and the current ones to learn where they stand now.
    """
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


def _compare(one: str | None, other: str | None, axis: Axis) -> Comparison:
    if one is None or other is None or UNKNOWN[axis] in (one, other):
        return "not comparable"
    return "same" if one == other else "different"


def _shown(review: Review) -> str:
    if review.decision is Decision.REFUSE:
        return "refused"
    return f"{review.reliability or ''}{review.credibility or ''}"
