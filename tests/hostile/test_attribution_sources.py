"""Hostile texts against the rules for sources: the work grows with the text, and no faster."""

import time

import pytest

from provenance.attribution.anonymity import hidden
from provenance.attribution.detail import detail_of
from provenance.attribution.memory import Memory
from provenance.attribution.mentions import mention, source_of
from provenance.attribution.people import introduced

PIECES = {
    "capitals": "TOMAS BREDE ",
    "names": "Tomas Brede ",
    "names in brackets": "Port Office (PO) ",
    "initials": "T. B. ",
    "opening marks": "\u201c",
    "one sort of mark": '" Brede ',
    "commas": "Brede, a, ",
    "titles": "head of the Port Office, ",
    "half a reason": "who asked to speak on condition of ",
    "half a withholding": "declined to give his a b name not ",
    "spoke": "spoke a b c d named ",
    "of": "Ministry of Port of ",
    "owners": "Brede\u2019s ",
    "digits": "1 2 ",
    "blanks": "   ",
    "one word": "x",
    "marks of direction": "\u202e\u200b",
}
TIMES = 4
SLACK = 3.0  # over what grows with the text; a square would be TIMES over


def seconds(text: str) -> float:
    """Return the least time of three that reading a text for its sources takes."""
    taken = []
    for _ in range(3):
        began = time.perf_counter()
        memory = Memory(text)
        memory.notice(text[:2000])
        list(hidden(text))
        taken.append(time.perf_counter() - began)
    return min(taken)


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES.keys())
def test_time_grows_with_the_text(piece: str) -> None:
    count = 60_000 // len(piece)
    small, large = seconds(piece * count), seconds(piece * count * TIMES)
    assert large < small * TIMES * SLACK + 0.05


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES.keys())
def test_a_phrase_of_any_length_is_looked_at_in_bounded_time(piece: str) -> None:
    phrase = piece * (40_000 // len(piece))
    began = time.perf_counter()
    mention(phrase)
    known = source_of(phrase)
    detail_of(known, phrase, Memory(), words=phrase)
    introduced(phrase, len(phrase) // 2, len(phrase) // 2 + 5)
    assert time.perf_counter() - began < 1.0


def test_controls_in_a_name_stay_in_its_words() -> None:
    found = source_of("Tomas\u200b Brede")
    assert found.words == "Tomas\u200b Brede"
