"""Anonymous or merely unnamed, with the words that say so."""

import pytest

from provenance.attribution import attribute
from provenance.attribution.anonymity import (
    hidden,
    says_withheld,
    withheld_by_description,
    without_asides,
)
from provenance.model import ClaimKind, Selector, SourceKind

SAYS = [
    "on condition of anonymity",
    "on the condition of anonymity because the talks are secret",
    "was not authorised to speak publicly",
    "were not authorized to discuss the matter",
    "asked not to be named",
    "asked that her name not be used",
    "requested anonymity to discuss the talks",
    "declined to be identified for fear of her boss",
    "spoke on background",
    "spoke to the Courier off the record",
    "not her real name",
    "whose name has been changed",
    "for fear of reprisals",
    "identified only by his first name",
    "did not want to speak publicly",
]


@pytest.mark.parametrize("words", SAYS)
def test_words_by_which_a_name_is_withheld(words: str) -> None:
    assert says_withheld(f"said a clerk, who {words}, at the port.") == words


@pytest.mark.parametrize(
    "sentence",
    [
        "The barge was named Alm and was not allowed to leave.",
        "In the background stood a crane on the record pile.",
        "He asked for the name of the barge.",
        "The crew were not authorised to open the gates.",
    ],
)
def test_names_and_records_alone_withhold_nothing(sentence: str) -> None:
    assert says_withheld(sentence) == ""


def test_a_line_end_within_the_words_is_a_blank() -> None:
    assert says_withheld("spoke on condition of\nanonymity.") == "on condition of\nanonymity"


ANONYMOUS = [
    ("a person familiar with the talks", "person", "familiar with the talks"),
    ("two people with knowledge of the sale", "people", "with knowledge of the sale"),
    ("sources close to the board", "sources", "sources close to the board"),
    ("a senior official", "official", "a senior official"),
    ("two senior officials", "officials", "two senior officials"),
    ("an official", "official", "an official"),
    ("an unnamed clerk", "clerk", "unnamed"),
    ("a former minister briefed on the plan", "minister", "briefed on the plan"),
]
UNNAMED = [
    ("a resident", "resident"),
    ("officials", "officials"),
    ("senior officials", "officials"),
    ("experts", "experts"),
    ("a man", "man"),
    ("some members", "members"),
]


@pytest.mark.parametrize(("phrase", "head", "words"), ANONYMOUS)
def test_known_to_the_writer_by_its_description(phrase: str, head: str, words: str) -> None:
    assert withheld_by_description(phrase, head) == words


@pytest.mark.parametrize(("phrase", "head"), UNNAMED)
def test_simply_not_named(phrase: str, head: str) -> None:
    assert withheld_by_description(phrase, head) == ""


def test_all_places_of_a_text_are_given() -> None:
    text = "A clerk asked not to be named.\nThe barge sank. A guard spoke on background."
    assert hidden(text) == (
        (text.index("asked"), "asked not to be named"),
        (text.index("spoke"), "spoke on background"),
    )


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("A clerk, who asked not to be named, said so.", "A clerk said so."),
        ("A clerk, speaking on background because of a law, said so.", "A clerk said so."),
        ("A clerk \u2014 whose name has been changed \u2014 said so.", "A clerk said so."),
        ("A clerk asked not to be named, he said.", "A clerk asked not to be named, he said."),
        ("A clerk, who asked not to be named.", "A clerk, who asked not to be named."),
    ],
)
def test_an_aside_about_names_is_not_read_for_what_is_said(text: str, read: str) -> None:
    assert " ".join(without_asides(text).split()) == read
    assert len(without_asides(text)) == len(text)


@pytest.mark.parametrize(
    "text",
    [
        "A clerk, who asked not to be named because she fears for her job, said the barge sank.",
        "A senior official, speaking on condition of anonymity, said the barge sank.",
        "“It sank,” a nurse at the port, who did not want to be named, told the Courier.",
    ],
)
def test_who_asked_not_to_be_named_is_the_source_of_what_is_said(text: str) -> None:
    (found,) = attribute(text, [(Selector.of(text, 0, len(text)), ClaimKind.FACT)])
    kinds = [detail.kind for detail in found.details or ()]
    assert SourceKind.ANONYMOUS_SOURCE in kinds
