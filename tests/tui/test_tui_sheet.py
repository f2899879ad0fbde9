"""Sheets: text cut into lines by drawn width, named by captured position."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from provenance.display import for_terminal
from tui.actions import ACTIONS, bindings, key_line
from tui.sheet import Sheet, Span, Writer, layered, lines


@given(st.text(alphabet="ab \n\u00e9\u202e\u6f22\t", max_size=200), st.integers(8, 30))
def test_lines_hold_all_text_in_order_and_within_the_width(text: str, width: int) -> None:
    cut = lines(text, width)
    position = 0
    for line in cut:
        assert text[position : line.start].strip(" \n") == ""
        drawn = for_terminal(text[line.start : line.end], keep="")
        assert line.indent + cell_len(drawn) <= max(width, line.indent + 8)
        position = line.end
    assert text[position:].strip(" \n") == ""


def test_lines_are_cut_between_words_and_moved_in_under_their_beginning() -> None:
    text = "  one two three"
    cut = lines(text, 10)
    assert [text[line.start : line.end] for line in cut] == ["  one two", "three"]
    assert [line.indent for line in cut] == [0, 2]


def test_a_word_longer_than_the_line_is_cut() -> None:
    assert [line.end - line.start for line in lines("x" * 20, 8)] == [8, 8, 4]


def test_empty_lines_stay() -> None:
    assert len(lines("a\n\nb", 10)) == 3
    assert len(lines("", 10)) == 1


def test_a_long_text_is_cut_in_linear_time() -> None:
    import time

    started = time.perf_counter()
    cut = lines("word " * 200_000, 80)
    assert len(cut) > 10_000
    assert time.perf_counter() - started < 2


@pytest.mark.parametrize(
    ("given_spans", "kept"),
    [
        ([(0, 9), (3, 5)], [(0, 9)]),
        ([(3, 5), (0, 9)], [(0, 3), (3, 5), (5, 9)]),
        ([(0, 4), (2, 8)], [(0, 4), (4, 8)]),
        ([(5, 8), (0, 6)], [(0, 5), (5, 8)]),
    ],
    ids=["inside the first", "around the first", "over its end", "over its beginning"],
)
def test_the_span_given_first_is_kept_whole(
    given_spans: list[tuple[int, int]], kept: list[tuple[int, int]]
) -> None:
    spans = layered(Span(start, end, "other", "m") for start, end in given_spans)
    assert [(span.start, span.end) for span in spans] == kept


def test_a_cut_span_keeps_its_mark_only_at_its_beginning() -> None:
    spans = layered([Span(3, 5, "claim", "c1"), Span(0, 9, "other", "c2")])
    assert [span.mark for span in spans] == ["c2", "c1", ""]


def test_spans_between_are_those_that_touch() -> None:
    spans = (Span(0, 3, "a"), Span(5, 8, "b"), Span(9, 12, "c"))
    sheet = Sheet("x" * 12, spans)
    assert sheet.between(3, 5) == []
    assert [span.style for span in sheet.between(7, 10)] == ["b", "c"]


def test_a_writer_marks_labels_and_headings() -> None:
    writer = Writer()
    writer.heading("Who")
    writer.labelled("name", "Ina\nHolm")
    sheet = writer.sheet()
    assert sheet.text == "Who\n  name: Ina Holm"
    assert [sheet.text[span.start : span.end] for span in sheet.spans] == ["Who", "name:"]


def test_every_action_has_one_key_of_its_own_and_a_sentence() -> None:
    keys = [key for action in ACTIONS for key in action.keys.split(",")]
    assert len(keys) == len(set(keys))
    assert len({action.sentence for action in ACTIONS}) == len(ACTIONS)
    assert len(bindings()) == len(ACTIONS)


def test_the_key_line_fits_and_always_shows_help_and_quit() -> None:
    for width in (40, 80, 120, 200):
        fitting = key_line(width)
        assert sum(len(each.key) + len(each.word) + 3 for each in fitting) <= width
        assert [each.name for each in fitting[-2:]] == ["help", "quit"]
    assert len(key_line(200)) > len(key_line(80))
