"""A figure: what was measured, what was wanted, what was reached."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import TypeVar

from benchmarks.stopwatch import Spent, spending

T = TypeVar("T")


@dataclass(frozen=True)
class Target:
    """A bound that a figure has to keep."""

    limit: float
    at_least: bool = False

    def met(self, reached: float) -> bool:
        """Return whether a value keeps the bound."""
        return reached >= self.limit if self.at_least else reached <= self.limit


@dataclass(frozen=True)
class Figure:
    """One measured value; ``cpu`` is the CPU time in seconds that one run took."""

    name: str
    reached: float
    unit: str
    target: Target | None = None
    runs: tuple[float, ...] = ()
    cpu: float | None = None
    notes: tuple[str, ...] = ()

    @property
    def met(self) -> bool | None:
        """Whether the target was met; None where there is none."""
        return self.target.met(self.reached) if self.target else None


def of_times(
    name: str, spent: Sequence[Spent], target: float | None = None, notes: Sequence[str] = ()
) -> Figure:
    """Return the figure of some runs of the same thing: the median of their seconds."""
    runs = tuple(each.wall for each in spent)
    return Figure(
        name=name,
        reached=median(runs),
        unit="s",
        target=None if target is None else Target(target),
        runs=runs,
        cpu=median(each.cpu for each in spent),
        notes=tuple(notes),
    )


def repeated(work: Callable[[], T], runs: int) -> tuple[T, list[Spent]]:
    """Do the same work several times; return the last result and what each run took."""
    spent = []
    for _ in range(runs):
        with spending() as run:
            result = work()
        spent.append(run)
    return result, spent


def lines(figure: Figure) -> list[str]:
    """Return a figure as lines of text, its notes indented below it."""
    target = ""
    if figure.target is not None:
        bound = "≥" if figure.target.at_least else "≤"
        said = "met" if figure.met else "MISSED"
        target = f"target {bound} {number(figure.target.limit)} {figure.unit}: {said}"
    cpu = "" if figure.cpu is None else f"CPU {number(figure.cpu)} s"
    first = f"  {figure.name:<44} {number(figure.reached):>9} {figure.unit:<11} {cpu:<14} {target}"
    below = list(figure.notes)
    if len(figure.runs) > 1:
        low, high = min(figure.runs), max(figure.runs)
        below.insert(0, f"median of {len(figure.runs)}, {number(low)} to {number(high)}")
    return [first.rstrip(), *(f"      {note}" for note in below)]


def number(value: float) -> str:
    """Return a number with three digits that mean something."""
    if abs(value) >= 100:
        return f"{value:,.0f}"
    if abs(value) >= 10:
        return f"{value:.1f}"
    return f"{value:.2f}" if abs(value) >= 1 else f"{value:.3f}"
