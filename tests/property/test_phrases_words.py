"""Phrases: what a pattern finds always holds one of the words by which it is looked for."""

import re
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

import provenance.attribution.steps
import provenance.claims.furniture
import provenance.claims.kinds
import provenance.claims.modality  # noqa: F401 - the module, not the function of that name
from provenance.text import Phrases, lowered, words_in

pytestmark = pytest.mark.slow  # many tries of chance; the quick suite has the cases by hand

ALL = {
    f"{module}.{name}": value
    for module in sorted(sys.modules)
    if module.startswith(("provenance.claims", "provenance.attribution"))
    for name, value in vars(sys.modules[module]).items()
    if isinstance(value, Phrases)
}


def test_there_are_phrases_to_try() -> None:
    assert {name.rpartition(".")[2] for name in ALL} >= {"VIEW", "HEDGE", "NORM", "LICENCE"}


@pytest.mark.parametrize("name", sorted(ALL))
@given(data=st.data())
def test_a_match_holds_one_of_the_words(name: str, data: st.DataObject) -> None:
    phrases = ALL[name]
    found = data.draw(st.from_regex(phrases.pattern, alphabet=st.characters(max_codepoint=126)))
    match = phrases.pattern.search(lowered(found))
    if match is not None and not _within_words(found, match):
        assert phrases.search(found) is not None, match.group()


def _within_words(text: str, match: re.Match[str]) -> bool:
    """Whether a match begins or ends inside a word, as "ordered" in "reordered" does."""
    before, after = text[: match.start()][-1:], text[match.end() :][:1]
    return before.isalpha() or (after.isalpha() and text[match.end() - 1].isalpha())


def test_words_are_those_between_hyphens_and_apostrophes() -> None:
    assert words_in("Don't RE-ELECT 3 Élus") == {"don", "t", "re", "elect", "élus"}


def test_lower_case_keeps_every_place() -> None:
    assert lowered("\u0130zmir FELL") == "izmir fell"
