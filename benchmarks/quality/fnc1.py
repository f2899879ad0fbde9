"""fnc1: pairs of articles on a rumour of which one holds half of the other, found by the index.

Each body is one document of an empty workspace, whose keys are put in one body after another;
then each is asked for what it may be tied to. Truth is brute force over all runs of five words
(``pairs.tsv``: containment of at least .5). Floor: the same runs, one in sixteen of them kept
(modulo sampling, Manber 1994), two in common. Times: keys, question and posting of one body.
"""

import csv
import re
import sys
import time
from collections.abc import Mapping, Sequence
from itertools import combinations
from pathlib import Path
from statistics import median
from typing import NamedTuple

from benchmarks.desks import fresh
from benchmarks.quality.figure import Counts, Figure, figure
from provenance.canonical import sha256
from provenance.lineage import Text
from provenance.lineage.keys import VERSION, keys, related
from provenance.lineage.reading import Reading
from provenance.store.tables import insertion_into
from provenance.text import shingles

CONTAINED, SHORTEST = 0.5, 20  # share, and runs of five words, of the shorter text
SAMPLE, LEAST = 16, 2
_WORD = re.compile(r"\w+")
_TO_HANDLE = insertion_into("handle", "letter", "number", "identity")


class _Unit(NamedTuple):
    """The pairs of one body, by floor and ours."""

    floor: Counts
    ours: Counts


def measure(folder: Path, _train: Path) -> list[Figure]:
    """Return the figures over all bodies of a folder."""
    texts = _texts(folder)
    pairs = _pairs(folder, texts)
    found, took = _looked_up(texts)
    sampled = {of: _sampled(text.text) for of, text in texts.items()}
    units = [
        _Unit(
            _counts(len(sampled[one] & sampled[other]) >= LEAST),
            _counts(other in found[one] and one in found[other]),
        )
        for one, other in pairs
    ]
    many = median(len(each) for each in found.values())
    note = f"{len(texts)} bodies; a body is led to {many:.0f} others (median)"
    times = [1000 * each for each in took]
    late = sorted(times)[int(0.95 * len(times))]
    slow = "CPU milliseconds, not a share; below 20 is aimed at"
    return [
        figure(
            "pairs with containment of .5 found, recall",
            units,
            _recall_ours,
            n=len(units),
            floor=_recall_floor,
            reach=1.0,
            note=note,
        ),
        Figure("adding one body, median ms", len(times), None, median(times), None, None, 20, slow),
        Figure("adding one body, 95th percentile", len(times), None, late, None, None, 20, slow),
    ]


def _texts(folder: Path) -> Mapping[str, Text]:
    csv.field_size_limit(sys.maxsize)
    with (folder / "docs.csv").open(encoding="utf-8", newline="") as rows:
        return {
            row["Body ID"]: Text(
                id=row["Body ID"],
                digest=sha256(row["articleBody"].encode()),
                uri=f"https://body.example/{row['Body ID']}",
                text=row["articleBody"],
            )
            for row in csv.DictReader(rows)
        }


def _pairs(folder: Path, texts: Mapping[str, Text]) -> list[tuple[str, str]]:
    """Return the pairs that are to be found; counted here where they are not given."""
    given = folder / "pairs.tsv"
    if not given.exists():
        return _counted({of: _runs(text.text) for of, text in texts.items()})
    with given.open(encoding="utf-8", newline="") as rows:
        return [
            (row["a"], row["b"])
            for row in csv.DictReader(rows, delimiter="\t")
            if float(row["containment5"]) >= CONTAINED
        ]


def _counted(runs: Mapping[str, frozenset[int]]) -> list[tuple[str, str]]:
    long = {of: each for of, each in runs.items() if len(each) >= SHORTEST}
    return [
        (one, other)
        for one, other in combinations(long, 2)
        if len(long[one] & long[other]) >= CONTAINED * min(len(long[one]), len(long[other]))
    ]


def _looked_up(texts: Mapping[str, Text]) -> tuple[dict[str, frozenset[str]], list[float]]:
    """Return what the index leads each body to, and the CPU seconds that adding each took."""
    took: list[float] = []
    with fresh() as workspace:
        postings = workspace.postings
        with workspace.store.database.writing() as connection:
            rows = [("d", number, of) for number, of in enumerate(texts, start=1)]
            connection.exec_driver_sql(_TO_HANDLE, rows)
        for of, text in texts.items():
            began = time.process_time()
            related(text, postings)
            postings.post({of: keys(Reading(text))}, VERSION)
            took.append(time.process_time() - began)
        return {of: related(text, postings) for of, text in texts.items()}, took


def _sampled(text: str) -> frozenset[int]:
    return frozenset(key for key in _runs(text) if key % SAMPLE == 0)


def _runs(text: str) -> frozenset[int]:
    return frozenset(shingles(_WORD.findall(text.lower())))


def _counts(found: bool) -> Counts:
    return Counts(int(found), 0, int(not found))


def _recall(counts: Sequence[Counts]) -> float:
    right = sum(each.right for each in counts)
    all_ = right + sum(each.missed for each in counts)
    return right / all_ if all_ else 0.0


def _recall_floor(units: Sequence[_Unit]) -> float:
    return _recall([each.floor for each in units])


def _recall_ours(units: Sequence[_Unit]) -> float:
    return _recall([each.ours for each in units])
