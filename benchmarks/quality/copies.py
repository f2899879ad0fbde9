"""Copy levels: how well what the judgement of two texts says was taken follows the level.

Four levels, from a text written without the original to one cut out of it. Measure: Spearman's
rank correlation of the level with how much of the wording was taken, as the judgement says;
.955 is the most that four levels allow. Floor:
the better of the shares of the text's runs of three and of five words that stand in the
original. A unit of the interval is an original with all texts about it; there are only five.
"""

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.quality.figure import Figure, figure
from benchmarks.quality.reading import rows
from provenance.canonical import sha256
from provenance.lineage import Reading, Text, dependence
from provenance.text import words


class _Row(NamedTuple):
    """A text: its level, what the simple measures say of it, and ours."""

    level: int
    three: float
    five: float
    score: float


Unit = tuple[_Row, ...]


def measure(folder: Path, train: Path) -> list[Figure]:
    """Return the figure; ``train`` has no part of this set."""
    del train
    units: dict[str, list[_Row]] = defaultdict(list)
    for row in rows(folder / "gold.jsonl"):
        answer, original = row["answer"], row["original"]
        units[original].append(
            _Row(
                row["level"],
                _share(answer, original, 3),
                _share(answer, original, 5),
                dependence(_reading(answer), _reading(original)).taken,
            )
        )
    return [
        figure(
            "order of the levels, Spearman",
            [tuple(units[original]) for original in sorted(units)],
            lambda draw: _spearman(draw, "score"),
            floor=lambda draw: max(_spearman(draw, "three"), _spearman(draw, "five")),
            n=sum(map(len, units.values())),
            reach=0.87,
            note=f"{len(units)} originals",
        )
    ]


def _reading(text: str) -> Reading:
    digest = sha256(text.encode())
    return Reading(Text(id=digest, digest=digest, uri=f"file:///{digest}", text=text))


def _share(answer: str, original: str, size: int) -> float:
    here, there = (_runs(words(text), size) for text in (answer, original))
    known = set(there)
    return sum(run in known for run in here) / max(1, len(here))


def _runs(found: Sequence[str], size: int) -> list[tuple[str, ...]]:
    return list(zip(*(found[at:] for at in range(size)), strict=False))


def _spearman(draw: Sequence[Unit], measure: str) -> float:
    drawn = [row for unit in draw for row in unit]
    ours = _ranks([getattr(row, measure) for row in drawn])
    levels = _ranks([row.level for row in drawn])
    middle = (len(drawn) - 1) / 2
    above = sum((a - middle) * (b - middle) for a, b in zip(ours, levels, strict=True))
    spread = [sum((rank - middle) ** 2 for rank in ranks) for ranks in (ours, levels)]
    return float(above / (spread[0] * spread[1]) ** 0.5) if all(spread) else 0.0


def _ranks(values: Sequence[float]) -> list[float]:
    """Return the rank of each value, from 0; those that are equal share the middle of theirs."""
    places: dict[float, list[int]] = defaultdict(list)
    for place, value in enumerate(sorted(values)):
        places[value].append(place)
    return [sum(places[value]) / len(places[value]) for value in values]
