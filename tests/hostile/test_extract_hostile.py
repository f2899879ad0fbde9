"""Hostile payloads: no crash, no hang, nothing dropped in silence."""

import time

import pytest

from provenance.canonical import canonical
from provenance.display import for_terminal
from provenance.errors import ExtractError
from provenance.extract import Reading, read

pytestmark = pytest.mark.slow  # whole desks, one after the other

DEEP = 100_000
TRICKS = (
    "The mayor\x1b[2J said \x1b]0;title\x07 it \u202egnieb\u202c is\u200b over,\x00 and "
    "\u2066left\u2069 by the \x9bside\u00ad door\u3164 at\ufeff noon of a \u061clong day."
)
SHOWN = (
    "The mayor\u241b[2J said \u241b]0;title\u2407 it \u27e8U+202E\u27e9gnieb\u27e8U+202C\u27e9 "
    "is\u27e8U+200B\u27e9 over,\u2400 and \u27e8U+2066\u27e9left\u27e8U+2069\u27e9 by the "
    "\u27e8U+009B\u27e9side\u27e8U+00AD\u27e9 door\u27e8U+3164\u27e9 at\u27e8U+FEFF\u27e9 noon "
    "of a \u27e8U+061C\u27e9long day."
)
PADDING = "<p>The ferry will not sail this week, the harbour office said on Tuesday.</p>" * 5


def page(text: str, media_type: str = "text/html") -> Reading:
    begun = time.monotonic()
    try:
        return read(text.encode(), media_type=media_type, charset=None, uri="https://q.example/")
    finally:
        assert time.monotonic() - begun < 15


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("<div>", "</div>"),
        ("<div>", ""),
        ("<b>", ""),
        ("<ul><li>", ""),
        ("<table><tr><td>", ""),
        ("<p><b>", ""),
        ("<font>", "</font>"),
    ],
)
def test_html_nested_without_end_is_read_with_the_reason_told(opening: str, closing: str) -> None:
    got = page(f"<html><body>{opening * DEEP}The pier is shut.{closing * DEEP}")
    assert got.text == "The pier is shut."
    assert "to tell its main text apart" in got.notes[0]


@pytest.mark.parametrize(
    "source",
    [
        "<p>x" * 200_000,
        "<li>x" * 20_000,
        "<div class=date>4 March 2031</div>" * 8_000,
        "<a " + 'x="y" ' * DEEP + ">The pier",
        "<a " + '"x"' * DEEP + ">The pier",
        '<a ="' * DEEP + ">The pier",
        "<" * DEEP + "The pier",
        "&" * DEEP + "The pier",
        "&#x;" * DEEP,
        "<!--" * DEEP + "-->The pier",
        "<script>" * DEEP + "</script>The pier",
        "<script></scrip" * DEEP + "</script>The pier",
        " " * 2_000_000 + "The pier",
    ],
    ids=lambda source: source[:12],
)
def test_html_made_to_be_slow_is_read_in_time(source: str) -> None:
    assert page(source).text


@pytest.mark.parametrize("source", ["<!--" * DEEP, "<a " * DEEP, "<title>" * DEEP, "<p></p>"])
def test_html_that_shows_nothing_says_so(source: str) -> None:
    with pytest.raises(ExtractError, match="the page shows no text"):
        page(source)


@pytest.mark.parametrize("opening", ["[", '{"@graph":', '{"a":['])
def test_json_ld_nested_without_end_is_passed_over(opening: str) -> None:
    script = f'<script type="application/ld+json">{opening * DEEP}</script>'
    assert page(f"<html><head>{script}</head><body>{PADDING}</body></html>").title is None


def test_metadata_that_no_digest_can_be_taken_of_is_mended() -> None:
    script = '<script type="application/ld+json">{"@type":"Article","headline":"\\ud800x"}</script>'
    got = page(f"<html><head>{script}</head><body>{PADDING}</body></html>")
    assert got.title == "\ufffdx"
    canonical(got.title)


@pytest.mark.parametrize("media_type", ["text/plain", "text/html", "text/markdown"])
def test_tricks_stay_in_the_record_and_are_visible_on_the_terminal(media_type: str) -> None:
    source = f"<main><article>{PADDING}<p>{TRICKS}</p></article></main>"
    got = page(TRICKS if media_type != "text/html" else source, media_type)
    line = got.text.split("\n")[-1]
    assert line == TRICKS
    assert for_terminal(line) == SHOWN
    canonical(got.text)


def test_tricks_written_as_references_are_tricks_all_the_same() -> None:
    got = page(f"<article>{PADDING}<p>It is&#27;[2J &#x1B;x &#0;y &#x202e;z &#32;over &#27123;")
    assert got.text.split("\n")[-1] == "It is\x1b[2J \x1bx \x00y \u202ez over \u69f3"


def test_tricks_in_links_do_not_shift_them() -> None:
    got = page(f'<article>{PADDING}<p>A\u200b\x1b <a href="/b">\u202ethe report</a> says so.')
    [link] = got.links
    assert got.text[link.start : link.end] == link.text == "\u202ethe report"


def test_stand_ins_give_way_to_the_same_characters_in_the_page() -> None:
    rare = "".join(chr(code) for code in range(0x17000, 0x17004))
    got = page(f"<article>{PADDING}<p>A\u200b\x1b\x00 then {rare} end.</p></article>")
    assert got.text.split("\n")[-1] == f"A\u200b\x1b\x00 then {rare} end."


@pytest.mark.parametrize(
    "source",
    ["[" * DEEP, "*" * DEEP, "**a" * DEEP, "[a](b" * DEEP, "> " * DEEP + "x", "`" * DEEP + "x",
     "---\n" + "a: b\n" * DEEP, "\\" * DEEP, "_a_ " * DEEP, "- " * DEEP + "x", "#" * DEEP + " x"],
    ids=lambda source: source[:6],
)  # fmt: skip
def test_markdown_made_to_be_slow_is_read_in_time(source: str) -> None:
    page(source, "text/markdown")
