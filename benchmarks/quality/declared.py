"""PolNeAR: is an article declared to be from a news agency.

Each article counts once. It is from an agency where field ``wire`` names one; ours says so where
the genre is wire copy: by its text alone, and with the byline that the page gave (``author``).
Floor: an abbreviation of the four agencies in brackets within the first 300 code points. Field
``credit`` (hat tips, in train alone) is not measured: no text of those articles shows its tip.
"""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.quality.figure import Counts, Figure, f1, figure
from benchmarks.quality.reading import rows
from provenance.canonical import sha256
from provenance.declared import declare
from provenance.model import Document, Genre

_BRACKETS = re.compile(r"\((?:AP|UPI|AFP|Reuters)\)", re.IGNORECASE)
_NOBODY = ("None", "NA", "", None)
_FIRST = 300

Unit = tuple[Counts, Counts]  # floor and ours


def measure(folder: Path, train: Path) -> list[Figure]:
    """Return the figures over both parts."""
    parts = [part for part in (train / "train.jsonl", folder / "gold.jsonl") if part.exists()]
    articles = {row["doc"]: row for part in parts for row in rows(part)}.values()
    return [
        _figure("declared from an agency, F1", [_unit(row, ()) for row in articles]),
        _figure("the same, with the page's byline", [_unit(row, _byline(row)) for row in articles]),
    ]


def _figure(name: str, units: Sequence[Unit]) -> Figure:
    count = sum(ours.right + ours.missed for _, ours in units)
    return figure(
        name, units, _ours, n=len(units), floor=_floor, reach=0.98, note=f"{count} are from one"
    )


def _byline(row: dict[str, Any]) -> tuple[str, ...]:
    return () if row["author"] in _NOBODY else (row["author"],)


def _document(row: dict[str, Any], authors: tuple[str, ...]) -> Document:
    digest = sha256(row["text"].encode())
    return Document(
        id="a" * 26,
        capture="a" * 26,
        payload=digest,
        uri=f"file:///{row['doc']}",
        extractor="plain",
        extractor_version="1",
        media_type="text/plain",
        charset="utf-8",
        text=row["text"],
        text_digest=digest,
        whole=None,
        title=row["title"] or None,
        authors=authors,
        site=row["publisher"] or None,
        section=None,
        published=row["date"] or None,
        published_basis="page",
        language="en",
        links=(),
    )


def _unit(row: dict[str, Any], authors: tuple[str, ...]) -> Unit:
    truth = row["wire"] not in _NOBODY
    simple = _BRACKETS.search(row["text"][:_FIRST]) is not None
    ours = declare(_document(row, authors)).genre is Genre.WIRE_COPY
    return _counts(truth, simple), _counts(truth, ours)


def _counts(truth: bool, said: bool) -> Counts:
    return Counts(int(truth and said), int(said and not truth), int(truth and not said))


def _floor(units: Sequence[Unit]) -> float:
    return f1([floor for floor, _ in units])


def _ours(units: Sequence[Unit]) -> float:
    return f1([ours for _, ours in units])
