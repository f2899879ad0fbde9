"""Reading what a text says of itself is never slow: twice the text, about twice the time."""

import gc
from time import process_time

import pytest

from provenance.declared import declare
from provenance.declared.genre import genre_of
from provenance.declared.signs import SIGNS, Sign, matches
from provenance.languages import looks_english
from tests.declaring import document

SIZE = 40_000  # code points
ALLOWED = 8  # times the time for four times the text; where it grew as the square: sixteen
FLOOR = 0.05  # seconds that are noise

PIECES = (
    "A",
    "Aa ",
    "A.",
    "AAAA ",
    "The ",
    "(",
    "(AP",
    "(AP) ",
    "(AP)\n",
    "OSTREL, ",
    "Copyright ",
    "Writing by a, ",
    "By ",
    "By A",
    "\nBy ",
    "“",
    '"a',
    "reported ",
    "reported by Aa ",
    "reported by the a a site ",
    "site Aa ",
    "according to site ",
    ", Aa reports ",
    "first ",
    "Aa first ",
    "Reporting by a",
    "Reporting by a;",
    "contributed ",
    "AP contributed ",
    "This article was ",
    "h/t ",
    "h/t A",
    "ranslated by A",
    "Translated by Aa ",
    "With reports from ",
    "Contributing: a ",
    "views expressed ",
    "Aa is a ",
    "must be ",
    "said ",
    "\u202e\u200b",
    "א ",
    "🙂",
    "\n",
    "- ",
)


def seconds(text: str) -> float:
    gc.collect()
    gc.disable()  # what other tests left in memory is not looked through meanwhile
    try:
        begun = process_time()
        declare(document(text))
        looks_english(text)
        return process_time() - begun
    finally:
        gc.enable()


@pytest.mark.parametrize("piece", PIECES, ids=repr)
def test_time_grows_with_the_text_and_no_faster(piece: str) -> None:
    text = piece * (SIZE // len(piece))
    once = min(seconds(text) for _ in range(2))
    longer = min(seconds(text * 4) for _ in range(2))
    assert longer <= max(FLOOR, ALLOWED * once)


@pytest.mark.parametrize("sign", SIGNS, ids=lambda sign: sign.rule)
def test_each_pattern_takes_its_own_words_in_bounded_time(sign: Sign) -> None:
    for word in sign.words:
        for between in ("", " ", "A", "Aa ", "a" * 50, ", "):
            piece = f"{word}{between}"
            small, large = (piece * (n // len(piece) + 1) for n in (SIZE // 4, SIZE // 2))
            once, twice = (min(_search(sign, text) for _ in range(2)) for text in (small, large))
            assert twice <= max(FLOOR, ALLOWED * once), piece


def _search(sign: Sign, text: str) -> float:
    begun = process_time()
    for _ in matches(text, sign):
        pass
    return process_time() - begun


def test_text_of_controls_and_lone_surrogates_is_read() -> None:
    text = "\u202eOSTREL\u202c (AP) - \ud800 lamp \x00 out"
    found = declare(document("OSTREL (AP) - lamp").model_copy(update={"text": text}))
    assert all(text[o.span.start : o.span.end] == o.words for o in found.origins if o.span)
    assert genre_of(document("x", uri="http://[broken/news/"), ()).words == ""
