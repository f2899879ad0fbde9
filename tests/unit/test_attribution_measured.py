"""How attributions are measured against gold spans: matched one to one, each article once."""

import json
from pathlib import Path

from benchmarks.quality.figure import Counts
from benchmarks.quality.polnear import measure, once, spans_found

TEXT = "Roe said that the dam leaked. The dam was built in 1932."
ROW = {
    "doc": "dam",
    "annotator": "a",
    "text": TEXT,
    "attributions": [{"id": "E1", "source": [[0, 3]], "cue": [[4, 8]], "content": [[9, 28]]}],
}


def test_half_of_both_is_found_and_less_is_not() -> None:
    assert spans_found([((0, 10),)], [((0, 5),)]) == Counts(1, 0, 0)
    assert spans_found([((0, 10),)], [((0, 4),)]) == Counts(0, 1, 1)
    assert spans_found([((0, 10),)], [((0, 21),)]) == Counts(0, 1, 1)


def test_a_span_in_pieces_is_one() -> None:
    assert spans_found([((0, 5), (8, 13))], [((0, 5), (8, 13))]) == Counts(1, 0, 0)


def test_what_is_found_twice_is_right_once() -> None:
    assert spans_found([((0, 10),)], [((0, 10),), ((0, 9),)]) == Counts(1, 1, 0)


def test_an_implicit_source_is_no_span() -> None:
    assert spans_found([()], [()]) == Counts(0, 0, 0)


def test_an_article_counts_once_as_its_first_annotator_saw_it() -> None:
    rows = [{"doc": "x", "annotator": "b"}, {"doc": "x", "annotator": "a"}]
    assert once(rows) == [{"doc": "x", "annotator": "a"}]


def test_the_set_gives_three_figures(tmp_path: Path) -> None:
    (tmp_path / "gold.jsonl").write_text(json.dumps(ROW) + "\n", encoding="utf-8")
    figures = measure(tmp_path, tmp_path)
    assert [(each.ours, each.n) for each in figures] == [(1.0, 1)] * 3
    assert figures[0].floor is not None
    assert figures[0].floor < 1.0
