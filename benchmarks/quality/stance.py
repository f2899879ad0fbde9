"""For or against: a claim and the evidence that somebody chose for it.

Ours is ``provenance.corroboration.evidence.weigh``. On all rows the side is that of its score; a
row is called where its verdict is one (supports, repeats, contradicts). Floor: the share of
claim words in the evidence above its median, which needs no threshold learnt; the constant
answer where it is better. With the evidence hidden every claim must look alike.
"""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.quality.figure import Figure, auc, figure
from benchmarks.quality.reading import rows
from provenance.corroboration.evidence import Verdict, weigh
from provenance.text import words

_BRACKETS = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "``": '"', "''": '"'}
_SPACED = re.compile(r"\s+([,.;:!?']|n't\b)")
_REACH = {"fool_me_twice": 0.62, "fever_symmetric": 0.68}
CALLED = 0.85


class _Row(NamedTuple):
    label: bool
    score: int
    verdict: Verdict
    share: float
    hidden: int


def measure(folder: Path, train: Path) -> list[Figure]:  # noqa: ARG001  # nothing is learnt
    """Return accuracy on all rows, among those called, and with the evidence hidden."""
    found = [_row(row) for row in rows(folder / "gold.jsonl")]
    median = sorted(each.share for each in found)[len(found) // 2]
    called = [each for each in found if _called(each)]
    return [
        figure(
            "for or against, accuracy",
            found,
            lambda draw: _right(draw, "score"),
            n=len(found),
            floor=lambda draw: max(
                _mean([(each.share > median) == each.label for each in draw]),
                _mean([each.label for each in draw]),
            ),
            reach=_REACH.get(folder.name),
        ),
        figure(
            "the same, AUC",
            found,
            lambda draw: auc([(each.score, each.label) for each in draw]),
            n=len(found),
            floor=lambda draw: auc([(each.share, each.label) for each in draw]),
        ),
        figure(
            "right among those called",
            called,
            lambda draw: _mean([_says_for(each) == each.label for each in draw]),
            n=len(called),
            reach=CALLED,
            note=f"called: {len(called) / len(found):.2f} of all",
        ),
        figure(
            "with the evidence hidden, accuracy",
            found,
            lambda draw: _right(draw, "hidden"),
            n=len(found),
            note="must be .50",
        ),
    ]


def _row(row: dict[str, Any]) -> _Row:
    claim = _plain(row["claim"])
    evidence = [_plain(each) for each in row.get("gold_evidence") or [row["evidence"]]]
    weighed = weigh(claim, evidence)
    there = {word for each in evidence for word in words(each)}
    own = set(words(claim))
    return _Row(
        label=row["label"] == "SUPPORTS",
        score=weighed.score,
        verdict=weighed.verdict,
        share=len(own & there) / max(1, len(own)),
        hidden=weigh(claim, [""]).score,
    )


def _plain(text: str) -> str:
    """Return text as it was before it was cut into tokens."""
    for token, sign in _BRACKETS.items():
        text = text.replace(token, sign)
    return _SPACED.sub(r"\1", text)


def _called(row: _Row) -> bool:
    return row.verdict in (Verdict.SUPPORTS, Verdict.REPEATS, Verdict.CONTRADICTS)


def _says_for(row: _Row) -> bool:
    return row.verdict is not Verdict.CONTRADICTS


def _right(found: Sequence[_Row], field: str) -> float:
    """Return the share of rows on the side of their score; one of 0 is right half the time."""
    return _mean(
        [0.5 if not (s := getattr(each, field)) else (s > 0) == each.label for each in found]
    )


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0
