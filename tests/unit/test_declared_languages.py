"""Which texts are read, and how a language is told and named."""

import pytest

from provenance.extract.language import language_of
from provenance.languages import is_read, language_name, looks_english

ENGLISH = (
    "The council of Ostrel voted on Tuesday to close the old lighthouse after 140 years. "
    "Its keeper must leave the tower before the end of June, as the notice to residents says. "
)
GERMAN = (
    "Der Rat von Ostrel hat am Dienstag beschlossen, den alten Leuchtturm nach 140 Jahren zu "
    "schließen. Die Wärterin muss den Turm vor Ende Juni verlassen, so steht es im Aushang. "
)
HEBREW = "המועצה של אוסטרל החליטה ביום שלישי לסגור את המגדלור הישן אחרי מאה וארבעים שנות שירות."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (ENGLISH, True),
        ("Lamp out 🔦", True),
        (f"{ENGLISH}{GERMAN}", True),
        (GERMAN, False),
        ("Der Turm ist zu.", False),
        ("Le phare est fermé mardi soir.", False),
        (HEBREW, False),
        ("", False),
        ("🙂🙂 123", False),
    ],
)
def test_what_looks_english(text: str, expected: bool) -> None:
    assert looks_english(text) is expected


def test_a_language_that_is_told_decides_alone() -> None:
    assert is_read("en", GERMAN)
    assert not is_read("de", ENGLISH)
    assert is_read(None, ENGLISH)
    assert not is_read(None, HEBREW)


def test_the_language_of_a_text() -> None:
    assert language_of(GERMAN, None) == "de"
    assert language_of(HEBREW * 2, None) == "he"
    assert language_of(ENGLISH * 30, "de") == "en"  # the page's template says otherwise


def test_a_long_text_in_two_languages_has_none_that_can_be_told() -> None:
    assert language_of(ENGLISH * 12 + GERMAN * 12, "en") is None


def test_languages_have_names() -> None:
    assert [language_name(code) for code in ("he", "nb", "xx", None)] == [
        "Hebrew",
        "Norwegian Bokmål",
        "xx",
        "unknown",
    ]
