"""Hostile text made safe: nothing dropped, nothing that drives, hides or reorders."""

import csv
import io
import sys
import unicodedata

import pytest

from provenance.display import (
    for_csv,
    for_file_name,
    for_markdown,
    for_terminal,
    one_line,
    shown_link,
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("The pier is shut.", "The pier is shut."),
        ("Der Käpt’n sagte „nein“ – 港湾 \U0001f6a2", "Der Käpt’n sagte „nein“ – 港湾 \U0001f6a2"),
        ("one\ntwo", "one\ntwo"),
        ("\x1b[31mred\x1b[0m", "\u241b[31mred\u241b[0m"),
        ("\x00\t\r\x7f\x9b", "\u2400\u2409\u240d\u2421\u27e8U+009B\u27e9"),
        ("\u202eback\u202c", "\u27e8U+202E\u27e9back\u27e8U+202C\u27e9"),
        ("zero\u200bwidth\ufeff", "zero\u27e8U+200B\u27e9width\u27e8U+FEFF\u27e9"),
        ("blank\u3164letter\u2800s", "blank\u27e8U+3164\u27e9letter\u27e8U+2800\u27e9s"),
        ("\u2028\u2029", "\u27e8U+2028\u27e9\u27e8U+2029\u27e9"),
        ("\U000e0041\ue000", "\u27e8U+E0041\u27e9\u27e8U+E000\u27e9"),
    ],
)
def test_what_is_not_seen_is_made_visible(text: str, shown: str) -> None:
    assert for_terminal(text) == shown


def test_no_character_drives_hides_or_reorders() -> None:
    every = "".join(map(chr, range(sys.maxunicode + 1)))
    shown = set(for_terminal(every, keep=""))
    assert {unicodedata.category(char) for char in shown}.isdisjoint(
        {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
    )
    assert set(map(chr, range(0x20, 0x7F))) <= shown


def test_what_is_kept_passes() -> None:
    assert for_terminal("a\tb\nc", keep="\t") == "a\tb\u240ac"


@pytest.mark.parametrize(
    ("text", "width", "line"),
    [
        ("  one \n\t two\r\n", None, "one two"),
        ("abcdef", 6, "abcdef"),
        ("abcdefg", 6, "abcde…"),
        ("abc", 0, "…"),
        ("a\x1bb", None, "a\u241bb"),
    ],
)
def test_one_line_is_one_line(text: str, width: int | None, line: str) -> None:
    assert one_line(text, width) == line


@pytest.mark.parametrize(
    "cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\uff1d1+1", "\uff20x"]
)
def test_a_formula_is_text_in_a_spreadsheet(cell: str) -> None:
    assert for_csv(cell) == "'" + cell
    written = io.StringIO()
    csv.writer(written).writerow([for_csv(cell)])
    assert not written.getvalue().lstrip('"').startswith(("=", "+", "-", "@"))


def test_an_ordinary_cell_stays() -> None:
    assert for_csv("pier, 3 = shut\x1b") == "pier, 3 = shut\u241b"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("# no heading", r"\# no heading"),
        ("[a](http://b)", r"\[a\]\(http\://b\)"),
        ("<b>*x*</b>", r"\<b\>\*x\*\</b\>"),
        ("a\n\n===\nb", r"a \=\=\= b"),
        ("1. one", r"1\. one"),
        ("a|b `c` ~~d~~ $e$", r"a\|b \`c\` \~\~d\~\~ \$e\$"),
        ("\x1b&amp;", "\u241b\\&amp;"),
    ],
)
def test_markdown_shows_markup_as_characters(text: str, shown: str) -> None:
    assert for_markdown(text) == shown


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Pier to close", "Pier-to-close"),
        ("../../etc/passwd", "etc-passwd"),
        ("Käpt’n 港", "Kaptn"),
        ("...", "unnamed"),
        ("", "unnamed"),
        ("con", "_con"),
        ("LPT1.txt", "_LPT1.txt"),
        ("console", "console"),
        ("a" * 79 + ". b", "a" * 79),
        ("a\x00b\x1b", "a-b"),
    ],
)
def test_a_file_name_is_portable(text: str, name: str) -> None:
    assert for_file_name(text) == name


@pytest.mark.parametrize(
    ("uri", "linked"),
    [
        ("https://quay.example/a?b=c&d=%20#e", True),
        ("http://[2001:db8::1]:80/~x_y", True),
        ("javascript:alert(1)", False),
        ("HTTPS://quay.example/", False),
        ("https://quay.example/\n", False),
        ("https://quay.example/\x1b]8;;", False),
        ("https://quay.example/ x", False),
        ('https://quay.example/"onload=x', False),
        ("https://quay.example/'x", False),
        ("https://quay.example/<x>", False),
        ("https://quay.example/\\x", False),
        ("https://qu\u0430y.example/", False),
        ("https://", False),
        ("file:///etc/passwd", False),
    ],
)
def test_only_a_plain_web_address_becomes_a_link(uri: str, linked: bool) -> None:
    assert shown_link(uri) == (uri if linked else None)
