"""Press worlds with known truth, as ``python -m seeds.measure`` measures them.

``newsroom`` is the hand-made world, ``worlds`` are made from fixed seeds. Each is captured over
HTTP into a temporary workspace and assessed; no person confirms anything. There is no floor: no
other program gives these answers. Precision and recall of each are printed by ``seeds.measure``.
"""

from collections.abc import Sequence
from pathlib import Path

from benchmarks.quality.figure import Counts, Figure, f1, figure
from seeds.evaluate import Score
from seeds.generator import generate
from seeds.measure import measure as scores
from seeds.world import World, load

SEEDS = (3, 7, 11, 19, 23)
NEWSROOM = "newsroom"
# Precision and recall are asked for alike: F1 of what is asked. Of the made worlds a little less.
_REACH = {
    "origins": (1.0, 0.95),
    "derivations": (1.0, 0.95),
    "direction": (1.0, 0.95),
    "circular": (1.0, 0.95),
    "drift": (1.0, 0.95),
    "kinds": (1.0, 1.0),
    "chains": (0.95, 0.95),
}


def measure(folder: Path, train: Path) -> Sequence[Figure]:
    """Return F1 of what is found: in the newsroom, or in the worlds made from the seeds."""
    del train  # nothing is learnt
    made = [load()] if folder.name == NEWSROOM else [generate(seed) for seed in SEEDS]
    return figures(made)


def figures(worlds: Sequence[World]) -> list[Figure]:
    """Return the figures over worlds; the interval is over worlds, and none for one alone."""
    measured = [{score.name: score for score in scores(world)} for world in worlds]
    made = [
        figure(
            f"{name}, F1",
            [_counts(each[name]) for each in measured],
            f1,
            n=sum(each[name].expected for each in measured),
            reach=reach[len(worlds) > 1],
        )
        for name, reach in _REACH.items()
        if any(each[name].expected for each in measured)
    ]
    return [each if len(worlds) > 1 else each._replace(low=None, high=None) for each in made]


def _counts(score: Score) -> Counts:
    return Counts(score.right, score.found - score.right, score.expected - score.recalled)
