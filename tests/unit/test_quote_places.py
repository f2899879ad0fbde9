"""Where words given by hand stand: exactly, with other white space, several times, nowhere."""

import time

import pytest

from provenance.errors import UsageError
from provenance.workspace.quote import missing, nearest, place, places, sentence

TEXT = (
    "Two tons.\nThe ton\u00a0was  weighed; the ton was sold.\n"
    "Никто не видел договора. 誰も契約書を見ていない。"
)


def test_words_are_found_as_they_are_before_white_space_is_folded() -> None:
    assert [TEXT[a:b] for a, b in places(TEXT, "the ton was sold")] == ["the ton was sold"]
    assert [TEXT[a:b] for a, b in places(TEXT, "The ton was weighed")] == [
        "The ton\u00a0was  weighed"
    ]
    assert places(TEXT, "The TON") == ()
    assert places(TEXT, "  ") == ()


def test_whole_words_come_before_parts_of_words() -> None:
    assert len(places(TEXT, "ton")) == 2
    assert [TEXT[a:b] for a, b in places(TEXT, "on")] == ["on"] * 3  # only within words


def test_any_language_and_script() -> None:
    assert TEXT[slice(*place(TEXT, "видел  договора", where="d1"))] == "видел договора"
    assert TEXT[slice(*place(TEXT, "契約書を", where="d1"))] == "契約書を"


def test_one_of_several_is_chosen_by_number_or_place() -> None:
    second = place(TEXT, "ton", where="d1", occurrence=2)
    assert place(TEXT, "ton", where="d1", at=second[0] + 1) == second
    with pytest.raises(UsageError, match="stands 2 times in d1"):
        place(TEXT, "ton", where="d1")
    with pytest.raises(UsageError, match="no occurrence 3"):
        place(TEXT, "ton", where="d1", occurrence=3)


def test_the_nearest_passage_is_shown_and_never_taken() -> None:
    said = missing(TEXT, "the ton was stolen", "d1")
    assert "the nearest passage" in said
    assert "the ton was sold" in said
    assert nearest(TEXT, "quinces for breakfast") is None


def test_sentences_are_gone_through_one_by_one() -> None:
    text = "One sank. Two swam.\nThree flew."
    first = sentence(text, 0, 0)
    assert text[slice(*first)] == "One sank."
    second = sentence(text, first[0], 1)
    assert text[slice(*second)] == "Two swam."
    assert sentence(text, second[0], -1) == first
    assert text[slice(*sentence(text, 25, 9))] == "Three flew."
    assert sentence("", 0, 1) == (0, 0)


@pytest.mark.parametrize("unit", [" ", "a ", "a\n", "aa", "\u200b", "“"])
def test_a_hostile_text_takes_time_in_proportion(unit: str) -> None:
    def seconds(count: int) -> float:
        text = unit * count
        begun = time.perf_counter()
        places(text, "a " * 20 + "b")
        places(text, "a a")
        return time.perf_counter() - begun

    seconds(10_000)
    assert seconds(80_000) < 0.05 + 30 * seconds(10_000)
