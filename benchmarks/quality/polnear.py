"""PolNeAR: attributions as spans; does a sentence hold one, what is ascribed, and to whom.

Each article counts once: of several annotators the first by name. A sentence (as the product
cuts it) holds an attribution where any part of one overlaps it. A span, in one or several
pieces, is found where the code points shared are at least half of the code points in either
(intersection over union, the strict reading of "overlap >= .5"); gold and found are matched one
to one, best first. Sources that the annotators left implicit are no spans. Floors: "yes" for
each sentence; a sentence with a reporting word as content; the capitalised words before one.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.quality.figure import Counts, Figure, f1, figure
from benchmarks.quality.reading import rows
from provenance.attribution import attributions
from provenance.model import Span
from provenance.text import sentence_spans

Pieces = tuple[tuple[int, int], ...]

_REPORTING = re.compile(
    r"\b(?:said|says|say|told|according to|wrote|added|argued|claimed|called|asked|noted)\b"
)
_BEFORE = re.compile(
    r"((?:[A-Z][\w.\u2019'-]* ?){1,4}|[Hh]e |[Ss]he |[Tt]hey )(?:said|says|say|told|wrote|added)\b"
)
_OVERLAP = 0.5


class Article(NamedTuple):
    """What one article gives to each measure: floor and ours."""

    sentences: tuple[Counts, Counts]
    contents: tuple[Counts, Counts]
    sources: tuple[Counts, Counts]


def measure(folder: Path, train: Path) -> list[Figure]:  # noqa: ARG001  # nothing is learnt
    """Return the three figures over the articles of ``gold.jsonl``."""
    units = [article(row) for row in once(rows(folder / "gold.jsonl"))]
    return [
        _figure("sentence has an attribution, F1", units, lambda unit: unit.sentences, 0.88),
        _figure("content span, F1 at overlap .5", units, lambda unit: unit.contents, 0.84),
        _figure("source span, F1 at overlap .5", units, lambda unit: unit.sources, 0.85),
    ]


def once(annotated: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return each article once, as the first of its annotators by name saw it."""
    first: dict[str, dict[str, Any]] = {}
    for row in sorted(annotated, key=lambda row: (row["doc"], row["annotator"])):
        first.setdefault(row["doc"], row)
    return list(first.values())


def _figure(
    name: str,
    units: Sequence[Article],
    of: Callable[[Article], tuple[Counts, Counts]],
    reach: float,
) -> Figure:
    return figure(
        name,
        units,
        lambda draw: f1([of(unit)[1] for unit in draw]),
        n=sum(of(unit)[1].right + of(unit)[1].missed for unit in units),
        floor=lambda draw: f1([of(unit)[0] for unit in draw]),
        reach=reach,
    )


def article(row: dict[str, Any]) -> Article:
    """Return what was right, wrong and missed in one article."""
    text: str = row["text"]
    found = attributions(text)
    parts = [
        tuple(_pieces(part[name]) for name in ("source", "cue", "content"))
        for part in row["attributions"]
    ]
    ours = [
        (_of((each.source,) if each.source else ()), _of(each.cue), _of(each.content))
        for each in found
    ]
    sentences = sentence_spans(text)
    gold = _touched(text, (piece for part in parts for pieces in part for piece in pieces))
    mine = _touched(text, (piece for part in ours for pieces in part for piece in pieces))
    truth = [1 in gold[start:end] for start, end in sentences]
    guess = [1 in mine[start:end] for start, end in sentences]
    reported = [((start, end),) for start, end in sentences if _REPORTING.search(text, start, end)]
    before = [((match.start(1), match.end(1) - 1),) for match in _BEFORE.finditer(text)]
    contents, sources = [part[2] for part in parts], [part[0] for part in parts]
    return Article(
        (_counted(truth, [True] * len(truth)), _counted(truth, guess)),
        (spans_found(contents, reported), spans_found(contents, [part[2] for part in ours])),
        (spans_found(sources, before), spans_found(sources, [part[0] for part in ours])),
    )


def _counted(truth: Sequence[bool], guess: Sequence[bool]) -> Counts:
    pairs = list(zip(truth, guess, strict=True))
    return Counts(
        sum(real and said for real, said in pairs),
        sum(said and not real for real, said in pairs),
        sum(real and not said for real, said in pairs),
    )


def _pieces(spans: Iterable[Sequence[int]]) -> Pieces:
    return tuple((start, end) for start, end in spans)


def _of(spans: Iterable[Span]) -> Pieces:
    return tuple((span.start, span.end) for span in spans)


def _touched(text: str, pieces: Iterable[tuple[int, int]]) -> bytearray:
    touched = bytearray(len(text))
    for start, end in pieces:
        touched[start:end] = b"\1" * (end - start)
    return touched


def spans_found(gold: Sequence[Pieces], found: Sequence[Pieces]) -> Counts:
    """Return how many spans of gold were found, one found for one of gold, best first."""
    gold, found = [each for each in gold if each], [each for each in found if each]
    there = [_points(pieces) for pieces in gold]
    pairs = []
    for index, pieces in enumerate(found):
        points = _points(pieces)
        for other, known in enumerate(there):
            shared = len(points & known)
            if shared and shared >= _OVERLAP * len(points | known):
                pairs.append((-shared / len(points | known), index, other))
    left, right = set[int](), set[int]()
    for _, index, other in sorted(pairs):
        if index not in left and other not in right:
            left.add(index)
            right.add(other)
    return Counts(len(left), len(found) - len(left), len(gold) - len(right))


def _points(pieces: Pieces) -> frozenset[int]:
    return frozenset(point for start, end in pieces for point in range(start, end))
