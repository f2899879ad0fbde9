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
]


@pytest.mark.parametrize(
    "sentences", [case[1] for case in SENTENCES], ids=[case[0] for case in SENTENCES]
)
def test_sentence_spans(sentences: list[str]) -> None:
    text = " ".join(sentences)
    assert [text[start:end] for start, end in sentence_spans(text)] == sentences


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
