"""A figure: floor, ours, and how far the difference may be chance.

The interval is a paired percentile bootstrap over units (documents, stories, originals): units
are drawn with replacement, and floor and ours are computed on the same draw (Efron and
Tibshirani 1993, chapter 13). A unit is whatever the two measures need of one document.
"""

import random
from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

DRAWS = 1000
_SEED = 20261123  # one run says the same as the next
Unit = TypeVar("Unit")


class Figure(NamedTuple):
    """One measure on one set; shares of one unless ``name`` says otherwise."""

    name: str
    n: int  # rows that were scored
    floor: float | None  # the better of the constant answer and a simple method
    ours: float
    low: float | None  # 95 % interval of ours - floor, or of ours where there is no floor
    high: float | None
    reach: float | None  # what is aimed at
    note: str = ""


def figure(  # what a line of the table says
    name: str,
    units: Sequence[Unit],
    ours: Callable[[Sequence[Unit]], float],
    *,
    n: int,
    floor: Callable[[Sequence[Unit]], float] | None = None,
    reach: float | None = None,
    note: str = "",
) -> Figure:
    """Return a figure with its interval; both measures take any draw of the units."""
    random_ = random.Random(_SEED)  # noqa: S311  # draws, no secrets
    differences = sorted(
        ours(draw) - (floor(draw) if floor else 0.0)
        for draw in (random_.choices(units, k=len(units)) for _ in range(DRAWS if units else 0))
    )
    return Figure(
        name=name,
        n=n,
        floor=floor(units) if floor else None,
        ours=ours(units),
        low=differences[int(0.025 * DRAWS)] if differences else None,
        high=differences[int(0.975 * DRAWS)] if differences else None,
        reach=reach,
        note=note,
    )


class Counts(NamedTuple):
    """What was found rightly, found wrongly, and missed, in one unit."""

    right: int
    wrong: int
    missed: int


def f1(counts: Sequence[Counts]) -> float:
    """Return the harmonic mean of precision and recall over all units; 0 where both are 0."""
    right = sum(each.right for each in counts)
    other = sum(each.wrong + each.missed for each in counts)
    return 2 * right / (2 * right + other) if right else 0.0


def auc(scored: Sequence[tuple[float, bool]]) -> float:
    """Return the area under the ROC curve, ties counted half (Mann-Whitney U); .5 without both."""
    ordered = sorted(scored)
    positive = sum(label for _, label in ordered)
    negative = len(ordered) - positive
    if not positive or not negative:
        return 0.5
    total, index = 0.0, 0
    while index < len(ordered):
        end = index
        while end < len(ordered) and ordered[end][0] == ordered[index][0]:
            end += 1
        mean_rank = (index + 1 + end) / 2
        total += mean_rank * sum(label for _, label in ordered[index:end])
        index = end
    return (total - positive * (positive + 1) / 2) / (positive * negative)
