"""Sentences, words, folding and shingles of a text."""

import pytest

from provenance.text import fold, sentence_spans, shingle_key, shingles, words

SENTENCES = [
    ("titles and initials", ["Sen. Ann B. Poe met Dr. Roe.", "She left."]),
    ("times and countries", ["He landed in the U.S. at 5 p.m. on Monday.", "Rain fell."]),
    ("a year at the end", ["The dam was built in 1932.", "It broke."]),
    ("decimals", ["Profit rose by 3.5 percent.", "Shares fell."]),
    ("quotation", ["“The dam is old.", "It has 40 cracks,” said Jane Doe."]),
    ("question in a quotation", ["“Is it safe?” asked Doe.", "He left!"]),
    (
        "a name behind a closing mark",
        ["“We sold the farm.”", "Kolar wept.", '"It fell."', "Vale left."],
    ),
    ("who asked behind a question", ["“Is it safe?” Doe asked.", "“No!” Ann Vale said."]),
    ("state of a senator", ["Sen. Roe (D-Va.), who left, told Lt. Col. Ann Poe so.", "It rained."]),
    ("title behind a sentence", ["She came from New York.", "Mr. Mendes did not.", "Rain fell."]),
    ("numbers of a list", ["1. First item.", "2. Second item."]),
    ("place behind a place", ["Vale, 41, of St. Louis, Mo., said so.", "Rain fell."]),
    ("small letter behind an abbreviation", ["She got an M.F.A. from Alder.", "He did not."]),
    ("dots", ["Well ... maybe.", "I ... left."]),
    ("note marks", ["He left.[1]", "She stayed."]),
    ("all capitals", ["THE PORT IS SHUT.", "THE MAYOR LEFT."]),
]


@pytest.mark.parametrize(
    "sentences", [case[1] for case in SENTENCES], ids=[case[0] for case in SENTENCES]
)
def test_sentence_spans(sentences: list[str]) -> None:
    text = " ".join(sentences)
    assert [text[start:end] for start, end in sentence_spans(text)] == sentences


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("“It fell.”\u200b Vale left.", "“It fell.”"),
        ("“It fell.”“It did not.”", "“It fell.”"),
        ("It is the end.Next came rain.", "It is the end."),
        ('He said "no."Vale left.', 'He said "no."'),
    ],
)
def test_sentences_without_space_between(text: str, first: str) -> None:
    start, end = sentence_spans(text)[0]
    assert text[start:end] == first
    assert len(sentence_spans(text)) == 2


def test_a_line_feed_ends_a_sentence() -> None:
    text = "  A headline\nA sentence.\n\n\tAnother one.  "
    assert [text[start:end] for start, end in sentence_spans(text)] == [
        "A headline",
        "A sentence.",
        "Another one.",
    ]


@pytest.mark.parametrize("text", ["", " \n\t ", "\n\n"])
def test_white_space_has_no_sentences(text: str) -> None:
    assert sentence_spans(text) == []


def test_fold_takes_away_what_hides_a_copy() -> None:
    disguised = "Le\u200baked “ﬁles” r\u0435veal"
    assert fold(disguised) == fold('leaked "files" reveal')


def test_words_are_folded() -> None:
    assert words("The Ministry’s 1,200 files.") == ["the", "ministry's", "1,200", "files"]


def test_shingles_are_keys_of_runs_of_words() -> None:
    tokens = ["one", "two", "three", "four"]
    assert list(shingles(tokens, 3)) == [
        shingle_key("one two three"),
        shingle_key("two three four"),
    ]
    assert list(shingles(tokens, 5)) == []
