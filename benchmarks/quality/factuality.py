"""Factuality: how sure readers are that an event was, may be or was not, by the sentence alone.

Ours is ``provenance.claims.certainty``, by which the finder tells whether the event that a
statement's main verb governs is denied or open. Floor: the modality of the sentence, in which
every event is put alike (asserted and quoted 1, hedged and conditional a half, denied -1). Each
corpus is reported apart: MEANTIME is news; UDS-IH2 is web English that was annotated by another
scheme (a plan is "did not happen" there), and nothing was taken from it.
"""

from collections.abc import Iterator, Sequence
from math import sqrt
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.quality.figure import Counts, Figure, f1, figure
from benchmarks.quality.reading import rows
from provenance.claims.certainty import Certainty, certainty
from provenance.claims.kinds import judge
from provenance.claims.modality import modality
from provenance.model import ClaimKind, Modality

CERTAIN = 3.0  # the end of the scale
_ASSERTED = 2.0  # from here on readers take an event as asserted
_STRENGTH = {
    Modality.ASSERTED: 1.0,
    Modality.QUOTED: 1.0,
    Modality.HEDGED: 0.5,
    Modality.CONDITIONAL: 0.5,
    Modality.DENIED: -1.0,
}
_REACH = {"MEANTIME": 0.70}


class _Event(NamedTuple):
    label: float
    ours: float
    floor: float


def measure(folder: Path, train: Path) -> list[Figure]:  # noqa: ARG001  # nothing is learnt
    """Return the figures of each corpus."""
    gold = rows(folder / "gold.jsonl")
    return [
        each
        for corpus in sorted({row["corpus"] for row in gold})
        for each in _figures(corpus, [_events(row) for row in gold if row["corpus"] == corpus])
    ]


def _figures(corpus: str, units: Sequence[Sequence[_Event]]) -> list[Figure]:
    """Return the figures of a corpus; events of one sentence are drawn together."""
    count = sum(map(len, units))
    return [
        figure(
            f"{corpus}, correlation with readers",
            units,
            lambda draw: _correlation([(each.ours, each.label) for row in draw for each in row]),
            n=count,
            floor=lambda draw: _correlation(
                [(each.floor, each.label) for row in draw for each in row]
            ),
            reach=_REACH.get(corpus),
        ),
        figure(
            f"{corpus}, nearness to readers, 1 - MAE / 6",
            units,
            lambda draw: _nearness([(each.ours, each.label) for row in draw for each in row]),
            n=count,
            floor=lambda draw: _nearness([(CERTAIN, each.label) for row in draw for each in row]),
            note="floor: always certain",
        ),
        figure(
            f"{corpus}, not asserted, F1",
            units,
            lambda draw: _weak([(each.ours, each.label) for row in draw for each in row]),
            n=count,
            floor=lambda draw: _weak([(each.floor, each.label) for row in draw for each in row]),
        ),
    ]


def _events(row: dict[str, Any]) -> list[_Event]:
    text: str = row["text"]
    judged = judge(text)
    how, _ = modality(text, judged.kind or ClaimKind.FACT, judged.main, "")
    return [
        _Event(label, CERTAIN * found.score / 1000, CERTAIN * _STRENGTH[how])
        for label, found in judged_events(row)
    ]


def judged_events(row: dict[str, Any]) -> Iterator[tuple[float, Certainty]]:
    """Yield what readers say of each event of a sentence, and what we say."""
    tokens: list[str] = row["text"].split(" ")
    for target in row["targets"]:
        first, last = target["span1"]
        start = len(" ".join(tokens[:first])) + (first > 0)
        end = start + len(" ".join(tokens[first:last]))
        yield target["label"], certainty(row["text"], start, end)


def _correlation(pairs: Sequence[tuple[float, float]]) -> float:
    """Return Pearson's r; 0 where one side is constant."""
    count = len(pairs)
    ours = sum(one for one, _ in pairs) / count
    other = sum(two for _, two in pairs) / count
    joint = sum((one - ours) * (two - other) for one, two in pairs)
    spread = sum((one - ours) ** 2 for one, _ in pairs) * sum(
        (two - other) ** 2 for _, two in pairs
    )
    return joint / sqrt(spread) if spread > 0 else 0.0


def _nearness(pairs: Sequence[tuple[float, float]]) -> float:
    return 1 - sum(abs(one - two) for one, two in pairs) / len(pairs) / (2 * CERTAIN)


def _weak(pairs: Sequence[tuple[float, float]]) -> float:
    said = [(one < _ASSERTED, two < _ASSERTED) for one, two in pairs]
    return f1(
        [
            Counts(
                right=sum(yes and label for yes, label in said),
                wrong=sum(yes and not label for yes, label in said),
                missed=sum(label and not yes for yes, label in said),
            )
        ]
    )
