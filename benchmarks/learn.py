"""Learns the weights that ship, and writes them: ``python -m benchmarks.learn DATA [NAME ...]``.

DATA is a folder like that of ``benchmarks.quality``; only ``train.jsonl`` files are read. The
same data give the same bytes: no draw is made, folds are told by a digest of the text. numpy is
needed here alone; what ships is read and added up without it.
"""

import argparse
import hashlib
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from benchmarks.quality.factuality import CERTAIN, judged_events
from benchmarks.quality.figure import auc
from benchmarks.quality.reading import rows
from provenance.claims import learnt
from provenance.claims.certainty import ASSERTED, RULES, UNWEAKENED
from provenance.claims.kinds import judge
from provenance.claims.learnt.features import ONE, SLOTS, features, slots
from provenance.claims.learnt.weights import LIMIT, UNIT, pack
from provenance.claims.learnt.worth import NAME, chance

FOLDS = 5
_SMOOTH = 4.0  # of the squared weights; the best of 4, 7, 12 and 20 in cross-validation
_MEMORY = 10
_ROUNDS = 100
_ENOUGH = 1e-6

Numbers = NDArray[np.float64]


class Table:
    """Rows of few slots each, in columns: row, slot, share."""

    def __init__(self, given: Sequence[dict[int, int]], width: int) -> None:
        """Take the slots of each row with their shares."""
        self.height, self.width = len(given), width
        self.row = np.repeat(np.arange(len(given)), [len(each) for each in given])
        self.slot = np.array([slot for each in given for slot in each], dtype=np.int64)
        self.share = np.array([by / ONE for each in given for by in each.values()])

    def sums(self, weights: Numbers) -> Numbers:
        """Return the weighted sum of each row."""
        sums = np.bincount(self.row, self.share * weights[self.slot], self.height)
        return sums.astype(np.float64)

    def back(self, errors: Numbers) -> Numbers:
        """Return the sum over rows for each slot."""
        sums = np.bincount(self.slot, self.share * errors[self.row], self.width)
        return sums.astype(np.float64)


def logistic(
    seen: Sequence[dict[int, int]], given: Sequence[bool], smooth: float = _SMOOTH
) -> Numbers:
    """Return the weights, and the bias last, that make the labels likeliest, smoothed."""
    table, labels = Table(seen, SLOTS), np.array(given, dtype=np.float64)

    def loss(at: Numbers) -> tuple[float, Numbers]:
        weights, logits = at[:-1], table.sums(at[:-1]) + at[-1]
        signed = np.where(labels == 1, -logits, logits)
        errors = 1 / (1 + np.exp(-logits)) - labels
        value = np.logaddexp(0, signed).sum() + smooth / 2 * (weights @ weights)
        return float(value), np.append(table.back(errors) + smooth * weights, errors.sum())

    return _least(loss, np.zeros(table.width + 1))


def _least(loss: Callable[[Numbers], tuple[float, Numbers]], at: Numbers) -> Numbers:
    """Return where a smooth convex loss is least (L-BFGS; Nocedal and Wright 2006, 7.2)."""
    steps: list[tuple[Numbers, Numbers]] = []
    value, slope = loss(at)
    for _ in range(_ROUNDS):
        direction = _direction(slope, steps)
        length = 1.0
        while True:
            new = at + length * direction
            lower, steeper = loss(new)
            if lower <= value + 1e-4 * length * (slope @ direction) or length < 1e-8:
                break
            length /= 2
        if (new - at) @ (steeper - slope) > 0:
            steps = [*steps[1 - _MEMORY :], (new - at, steeper - slope)]
        done = abs(value - lower) <= _ENOUGH * abs(value)
        at, value, slope = new, lower, steeper
        if done:
            break
    return at


def _direction(slope: Numbers, steps: Sequence[tuple[Numbers, Numbers]]) -> Numbers:
    way = slope.copy()
    taken = []
    for step, change in reversed(steps):
        taken.append((step @ way) / (change @ step))
        way -= taken[-1] * change
    if steps:
        step, change = steps[-1]
        way *= (step @ change) / (change @ change)
    else:
        way /= max(1.0, float(np.linalg.norm(slope)))
    for (step, change), by in zip(steps, reversed(taken), strict=True):
        way += step * (by - (change @ way) / (change @ step))
    return -way


class Crossed(NamedTuple):
    """What cross-validation says: scores of rows that were held out, and the threshold."""

    scores: list[int]
    threshold: int
    f1: float  # where a quarter of the rows is positive
    f1_even: float  # where half of them is


def crossed(
    texts: Sequence[str], seen: Sequence[dict[int, int]], labels: Sequence[bool]
) -> Crossed:
    """Return scores in thousandths of held-out rows, and the threshold with the best mean F1.

    The mean is that of two shares of positive rows, a quarter and half: how many sentences of
    a text are worth a check is not known beforehand.
    """
    folds = [_fold(text) for text in texts]
    scores = [0] * len(seen)
    for fold in range(FOLDS):
        inside = [at for at, each in enumerate(folds) if each != fold]
        outside = [at for at, each in enumerate(folds) if each == fold]
        fitted = logistic([seen[at] for at in inside], [labels[at] for at in inside])
        for at, score in zip(outside, scored(fitted, [seen[at] for at in outside]), strict=True):
            scores[at] = score
    best = max(range(1, 1000), key=lambda bound: sum(_f1_at(bound, scores, labels)))
    return Crossed(scores, best, *_f1_at(best, scores, labels))


def _f1_at(bound: int, scores: Sequence[int], labels: Sequence[bool]) -> tuple[float, float]:
    positive = sum(labels)
    right = sum(score >= bound for score, label in zip(scores, labels, strict=True) if label)
    wrong = sum(score >= bound for score in scores) - right
    share = wrong / (len(labels) - positive)
    quarter, half = (2 * right / (right + share * positive * odds + positive) for odds in (3, 1))
    return quarter, half


def scored(fitted: Numbers, seen: Sequence[dict[int, int]]) -> list[int]:
    """Return the probability of each row in thousandths."""
    logits = Table(seen, len(fitted) - 1).sums(fitted[:-1]) + fitted[-1]
    return [chance(round(1000 * each)) for each in logits.tolist()]


def worth(data: Path) -> bytes:
    """Return the weights of check-worthiness, and the threshold by cross-validation."""
    source = data / "claimbuster" / "train.jsonl"
    given = rows(source)
    texts = [each["text"] for each in given]
    seen, labels = [_slots(text) for text in texts], [each["label"] == 1 for each in given]
    told = crossed(texts, seen, labels)
    area = auc(list(zip(map(float, told.scores), labels, strict=True)))
    print(
        f"worth, {FOLDS} folds: AUC {area:.3f}; F1 at {told.threshold}: {told.f1:.3f} where a "
        f"quarter is worth a check, {told.f1_even:.3f} where half is",
        file=sys.stderr,
    )
    fitted = logistic(seen, labels)
    about = _about(NAME, source, "CC BY 4.0")
    about |= {"bias": round(1000 * fitted[-1]), "threshold": told.threshold}
    return pack(about, _integers(fitted[:-1]))


def certainty(data: Path) -> None:
    """Print, for each rule of certainty, its score and the mean of the events it decides."""
    decided: dict[str, list[float]] = {}
    for row in rows(data / "factuality" / "train.jsonl"):
        if row["corpus"] == "MEANTIME":
            for label, found in judged_events(row):
                decided.setdefault(found.rule, []).append(label)
    for rule, score in [*((name, score) for name, _, score in RULES), (UNWEAKENED, ASSERTED)]:
        labels = decided.get(rule, [])
        mean = f"{1000 * sum(labels) / len(labels) / CERTAIN:.0f}" if labels else "none"
        print(f"{rule:<36}{score:>7}{len(labels):>7}{mean:>7}")


def _slots(text: str) -> dict[int, int]:
    judged = judge(text)
    return slots(features(text, judged.rule, judged.kind or "none"))


def _fold(text: str) -> int:
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big") % FOLDS


def _integers(weights: Numbers) -> list[int]:
    return [max(-LIMIT, min(LIMIT, round(each * UNIT))) for each in weights.tolist()]


def _about(name: str, source: Path, licence: str) -> dict[str, Any]:
    digest = hashlib.sha256(source.read_bytes()).hexdigest()
    return {
        "name": name,
        "version": "1",
        "learnt_from": f"sha256:{digest}",
        "licence_of_data": licence,
        "command": f"python -m benchmarks.learn DATA {name}",
    }


MODELS: dict[str, Callable[[Path], bytes | None]] = {NAME: worth, "certainty": certainty}


def main(arguments: Sequence[str] | None = None) -> int:
    """Learn and write the weights asked for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.learn", description=__doc__)
    parser.add_argument("data", type=Path, help="folder with one folder a set")
    parser.add_argument("names", nargs="*", help="models (all)")
    folder = Path(str(learnt.__file__)).parent
    parser.add_argument("--into", type=Path, default=folder, help="folder that is written to")
    chosen = parser.parse_args(arguments)
    for name in chosen.names or MODELS:
        if (packed := MODELS[name](chosen.data)) is not None:
            (chosen.into / f"{name}.weights").write_bytes(packed)
    return 0


if __name__ == "__main__":
    sys.exit(main())
