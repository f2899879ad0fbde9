"""Each pattern of the finder takes time that grows with the text, whatever the text is made of.

The bombs are made of the pattern's own words and signs, repeated: what a nested quantifier or
an unbounded gap would choke on.
"""

import re
from collections.abc import Iterator
from importlib import import_module
from time import process_time

import pytest

from provenance.claims import find, marked
from provenance.text import Phrases, sentence_spans

MODULES = (
    "provenance.text",
    "provenance.quotation",
    "provenance.claims.clauses",
    "provenance.claims.furniture",
    "provenance.claims.levels",
    "provenance.claims.marking",
    "provenance.claims.modality",
    "provenance.claims.patterns",
    "provenance.claims.sentence",
    "provenance.claims.signs",
)
SIZE = 1_500  # code points of the smaller bomb


def _patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    for module in MODULES:
        for name, value in vars(import_module(module)).items():
            if isinstance(value, Phrases):
                yield f"{module.rpartition('.')[2]}.{name}", value.pattern
            elif isinstance(value, re.Pattern):
                yield f"{module.rpartition('.')[2]}.{name}", value


PATTERNS = dict(_patterns())


def _bombs(pattern: str) -> Iterator[str]:
    words = list(dict.fromkeys(re.findall(r"[A-Za-z]{2,}", pattern)))[:40]
    signs = "".join(dict.fromkeys(re.findall(r"[^\w\s\\^$*+?{}()\[\]|]", pattern)))
    yield from (
        " ".join(words) + " ",
        ", ".join(words[:8]) + ". ",
        f"{words[0] if words else 'a'} ",
        f"{words[-1] if words else 'a'}{signs}",
        signs or ".",
        "A" + signs[:3] + " ",
        " ",
    )


def _seconds(pattern: re.Pattern[str], bomb: str, size: int) -> float:
    text = (bomb * (size // len(bomb) + 1))[:size]
    begun = process_time()
    for _ in pattern.finditer(text):
        pass
    pattern.match(text)
    return process_time() - begun


@pytest.mark.parametrize("name", PATTERNS)
def test_a_pattern_takes_time_that_grows_with_the_text(name: str) -> None:
    pattern = PATTERNS[name]
    for bomb in _bombs(pattern.pattern):
        small = min(_seconds(pattern, bomb, SIZE) for _ in range(3))
        large = min(_seconds(pattern, bomb, 4 * SIZE) for _ in range(2))
        assert large < 8 * small + 0.02, bomb[:80]


def test_a_paragraph_without_an_end_is_no_sentence_and_costs_no_more_than_its_length() -> None:
    marks = list(marked("word " * 100_000, language="en"))
    assert [(each.kind, each.found) for each in marks] == [("furniture", None)]


@pytest.mark.parametrize(
    "text",
    [
        "THE MAYOR SOLD THE PIER ON MONDAY FOR NINE MILLION EUROS.",
        "The mayor s0ld tbe pier 0n M0nday f0r 9 rnillion eur0s.",
        "The mayor 🚢 sold 🏛️ the pier on Monday.",
        "The mayor said: “The\u200b pier\u202e was\u202c sold\u2069 on Monday.”",
        "قال العمدة إن الرصيف بيع. The mayor sold the pier on Monday. הרציף נמכר.",
        "\ufeffThe mayor sold the pier on Monday.\u200e",
        "The mayor so\u00adld the pier on Monday.",
    ],
    ids=["capitals", "ocr", "emoji", "controls in a quote", "right to left", "marks", "hyphens"],
)
def test_selectors_are_exact_in_odd_text(text: str) -> None:
    found = find(text, language=None)
    assert found
    assert all(each.selector.holds(text) for each in found)
    assert "".join(text[a:b] for a, b in sentence_spans(text)).replace(" ", "") == text.replace(
        " ", ""
    )
