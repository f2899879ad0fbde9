"""Check-worthiness: whether people who check facts find a sentence worth it.

Ours is ``provenance.claims.learnt.worth`` with the weights and the threshold that ship, after
the rules of ``provenance.claims.kinds`` judged the sentence. Floor: a logistic regression over
words alone, learnt and its threshold chosen on the same rows as ours. The rules alone (a fact
is worth a check, all else is not) are measured beside it: what is learnt has to beat them.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.learn import crossed, logistic, scored
from benchmarks.quality.figure import Counts, Figure, auc, f1, figure
from benchmarks.quality.reading import rows
from provenance.claims.kinds import judge
from provenance.claims.learnt.features import ONE, hashed
from provenance.claims.learnt.worth import threshold, worth
from provenance.model import ClaimKind
from provenance.text import words

_SMOOTH = 1.0  # of the floor; the usual value
_EVEN = 0.4  # share of positive rows above which the aim is that of the even set


class _Row(NamedTuple):
    label: bool
    ours: int
    floor: int
    fact: bool  # what the rules alone say


def measure(folder: Path, train: Path) -> list[Figure]:
    """Return the figures of check-worthiness."""
    gold = rows(folder / "gold.jsonl")
    texts = [each["text"] for each in gold]
    bound, floors = _words_alone(train / "train.jsonl", texts)
    judged = [judge(text) for text in texts]
    scores = [
        worth(text, each.rule, each.kind).score for text, each in zip(texts, judged, strict=True)
    ]
    units = [
        _Row(row["label"] == 1, score, floor, each.kind is ClaimKind.FACT)
        for row, score, floor, each in zip(gold, scores, floors, judged, strict=True)
    ]
    ours = _f1(lambda row: row.ours >= threshold())
    even = sum(row.label for row in units) >= _EVEN * len(units)
    count = len(units)
    return [
        figure(
            "check-worthy, AUC",
            units,
            lambda draw: auc([(row.ours, row.label) for row in draw]),
            n=count,
            floor=lambda draw: auc([(row.floor, row.label) for row in draw]),
            reach=0.95,
        ),
        figure(
            "check-worthy, F1",
            units,
            ours,
            n=count,
            floor=_f1(lambda row: row.floor >= bound),
            reach=0.88 if even else 0.80,
            note=f"from {threshold()} thousandths on",
        ),
        figure(
            "check-worthy, F1 over the rules alone",
            units,
            ours,
            n=count,
            floor=_f1(lambda row: row.fact),
        ),
    ]


def _f1(chosen: Callable[[_Row], bool]) -> Callable[[Sequence[_Row]], float]:
    def value(draw: Sequence[_Row]) -> float:
        said = [(chosen(row), row.label) for row in draw]
        return f1(
            [
                Counts(
                    right=sum(yes and label for yes, label in said),
                    wrong=sum(yes and not label for yes, label in said),
                    missed=sum(label and not yes for yes, label in said),
                )
            ]
        )

    return value


def _words_alone(source: Path, texts: Sequence[str]) -> tuple[int, list[int]]:
    """Return threshold and scores of a regression on words; always yes without a train.jsonl."""
    if not source.exists():
        return 0, [0] * len(texts)
    train = rows(source)
    learnt: list[str] = [each["text"] for each in train]
    seen, labels = [_words(text) for text in learnt], [each["label"] == 1 for each in train]
    bound = crossed(learnt, seen, labels).threshold
    return bound, scored(logistic(seen, labels, _SMOOTH), [_words(text) for text in texts])


def _words(text: str) -> dict[int, int]:
    return {hashed("u" + word): ONE for word in words(text)}
