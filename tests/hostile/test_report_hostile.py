"""Captured text never becomes markup, address, formula or escape sequence in a report."""

import csv
import io
import json
import re

import pytest
from selectolax.lexbor import LexborHTMLParser

from provenance.report import FORMATS, render
from tests import dossier_hostile

HIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u206f]")


def page() -> LexborHTMLParser:
    return LexborHTMLParser(render(dossier_hostile.hostile(), "html").decode())


def test_page_holds_no_active_element_or_attribute() -> None:
    tree = page()
    active = "script, img, svg, iframe, object, embed, form, link, base, video, audio"
    assert tree.css(active) == []
    assert len(tree.css("style")) == 1
    for node in tree.css("*"):
        for name in node.attributes:
            assert not name.startswith("on")
            assert name not in {"src", "style", "srcset", "action"}


def test_page_links_lead_to_its_own_parts_or_plain_addresses() -> None:
    for node in page().css("[href]"):
        target = node.attributes["href"] or ""
        assert target.startswith(("#", "https://", "http://"))
        if not target.startswith("#"):
            assert node.attributes["rel"] == "noreferrer noopener nofollow"
            assert "javascript" not in target


def test_style_sheet_is_not_ended_by_the_handling_mark() -> None:
    assert "display: none }" not in page().css("style")[0].text()


@pytest.mark.parametrize("format_", ["html", "md", "csv", "json"])
def test_no_hidden_character_is_left(format_: str) -> None:
    text = render(dossier_hostile.hostile(), format_).decode("utf-8-sig")
    assert HIDDEN.search(text) is None


def test_no_cell_begins_a_formula() -> None:
    text = render(dossier_hostile.hostile(), "csv").decode("utf-8-sig")
    for row in csv.reader(io.StringIO(text, newline="")):
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row)


def test_markdown_holds_no_html_and_no_link() -> None:
    text = render(dossier_hostile.hostile(), "md").decode()
    outside_code = re.sub(r"`+[^\n]*`+|^    [^\n]*$", "", text, flags=re.MULTILINE)
    assert re.search(r"(?<!\\)<", outside_code) is None
    assert re.search(r"(?<!\\)\]\(", outside_code) is None


def test_template_words_in_captured_text_are_not_run() -> None:
    text = page().body
    assert text is not None
    assert "{{ 7*7 }}" in text.text()


@pytest.mark.parametrize("format_", FORMATS)
def test_json_is_json_and_all_formats_are_stable(format_: str) -> None:
    once = render(dossier_hostile.hostile(), format_)
    assert once == render(dossier_hostile.hostile(), format_)
    if format_ == "json":
        assert json.loads(once)["format"] == "provenance-report/1"
