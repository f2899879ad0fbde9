"""Whole invented articles of twelve genres, each sentence marked by a careful reader."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from provenance.claims import Marked, read

ARTICLES = sorted((Path(__file__).parents[1] / "articles").glob("*.txt"))
UNSTATED = {"question", "furniture"}
_OWN_LINE = re.compile(r"(?:\d[.)]|[-•]|[QA]:) ")


class Row(NamedTuple):
    """A sentence, where it begins in its article, and the kinds a careful reader gives it."""

    kinds: list[str]
    start: int
    sentence: str

    def agrees(self, marks: tuple[Marked, ...]) -> bool:
        here = [
            each.kind
            for each in marks
            if each.start < self.start + len(self.sentence) and each.end > self.start
        ]
        if self.kinds[0] in UNSTATED:
            return bool(here) and UNSTATED.issuperset(here)
        return here == self.kinds or (len(self.kinds) == 1 and set(here) == set(self.kinds))


def _article(path: Path) -> tuple[str, list[Row]]:
    """Return the text of an article, sentences joined into paragraphs, and its rows."""
    text, rows = "", []
    for kinds, sentence in _lines(path):
        own = kinds == "furniture" or _OWN_LINE.match(sentence)
        if not sentence or (own and text and not text.endswith("\n")):
            text = text.rstrip(" ") + "\n" * (1 if sentence else 2)
        if sentence:
            rows.append(Row(kinds.split(","), len(text), sentence))
            text += sentence + ("\n" if kinds == "furniture" else " ")
    return text, rows


def _lines(path: Path) -> Iterator[tuple[str, str]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        kinds, _, sentence = line.partition("\t")
        yield kinds, sentence


@pytest.mark.parametrize("path", ARTICLES, ids=[path.stem for path in ARTICLES])
def test_nearly_every_sentence_has_its_kind(path: Path) -> None:
    text, rows = _article(path)
    marks = read(text, language="en")
    wrong = [row.sentence for row in rows if not row.agrees(marks)]
    assert len(wrong) <= len(rows) // 5, wrong


def test_nineteen_in_twenty_over_all() -> None:
    told = [
        row.agrees(marks)
        for text, rows in map(_article, ARTICLES)
        for marks in [read(text, language="en")]
        for row in rows
    ]
    assert sum(told) >= 0.95 * len(told)


def test_what_stands_in_a_table_is_no_claim() -> None:
    (table,) = [path for path in ARTICLES if path.stem == "table-page"]
    text, rows = _article(table)
    cells = [row for row in rows if "\t" in row.sentence or "|" in row.sentence]
    marks = read(text, language="en")
    assert cells
    assert all(row.agrees(marks) for row in cells)
