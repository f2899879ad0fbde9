"""An answer of a language model stands only where its words stand in the text."""

import itertools
import json
from typing import Any

import pytest

from provenance.assistance import bind
from provenance.assistance.binding import (
    ABSENT,
    KIND,
    LONGEST_QUOTE,
    LOOSE_WORDS,
    MALFORMED,
    MODALITY,
    MOST,
    NOT_ASKED,
    NOT_JSON,
    TOO_LONG,
    TOO_MANY,
    TOO_SHORT,
    TORN,
    TWICE,
)
from provenance.assistance.passages import LONGEST, passages
from provenance.model import ClaimKind, Modality, Span

TEXT = """The ferry to Kelso may run late, said Ines Vale of the Port Office.

Two cranes were sold on Monday. Two cranes were sold on Monday."""
WHOLE = Span(start=0, end=len(TEXT))
GOOD = {
    "quote": "The ferry to Kelso may run late",
    "kind": "forecast",
    "modality": "hedged",
    "cue": "may",
    "source": "Ines Vale",
    "source_cue": "said",
}
SOLD = GOOD | {
    "quote": "Two cranes were sold on Monday",
    "kind": "fact",
    "modality": "asserted",
    "cue": "",
    "source": "",
    "source_cue": "",
}


def _answer(*statements: Any, **more: Any) -> str:
    return json.dumps({"statements": statements} | more)


def _refused(content: str, passage: Span = WHOLE) -> dict[str, int]:
    return {each.reason: each.count for each in bind(content, TEXT, passage).refused}


def test_a_statement_is_bound_to_its_place() -> None:
    (bound,) = bind(_answer(GOOD), TEXT, WHOLE).bound
    assert bound.selector.holds(TEXT)
    assert bound.selector.exact == GOOD["quote"]
    assert (bound.type, bound.modality) == (ClaimKind.FORECAST, Modality.HEDGED)
    assert bound.source is not None
    assert TEXT[bound.source.start : bound.source.end] == "Ines Vale"


def test_a_quote_that_stands_twice_is_taken_twice_and_no_third_time() -> None:
    found = bind(_answer(SOLD, SOLD, SOLD), TEXT, WHOLE)
    assert [each.selector.start for each in found.bound] == [69, 101]
    assert {each.reason: each.count for each in found.refused} == {TWICE: 1}


@pytest.mark.parametrize(
    ("statement", "reason"),
    [
        (GOOD | {"quote": "The ferry to Kelso runs late"}, ABSENT),
        (GOOD | {"quote": "the ferry to Kelso may run late"}, ABSENT),
        (GOOD | {"quote": "The ferry to Kelso may\u200b run late"}, ABSENT),
        (GOOD | {"quote": "\ud800 ferry to Kelso"}, ABSENT),
        (GOOD | {"quote": "ferry to Kel"}, TORN),
        (GOOD | {"quote": "The ferry to Kelso "}, TORN),
        (GOOD | {"quote": "Port Office.\n\nTwo cranes"}, TORN),
        (GOOD | {"quote": ""}, TOO_SHORT),
        (GOOD | {"quote": "Kelso"}, TOO_SHORT),
        (GOOD | {"quote": "a b " * LONGEST_QUOTE}, TOO_LONG),
        (GOOD | {"source": "Ines Vale " * 100}, TOO_LONG),
        (GOOD | {"kind": "rumour"}, KIND),
        (GOOD | {"kind": "furniture"}, KIND),
        (GOOD | {"modality": "certain"}, MODALITY),
        (GOOD | {"cue": "might"}, LOOSE_WORDS),
        (GOOD | {"source": "Ada Example"}, LOOSE_WORDS),
        (GOOD | {"source": "Two cranes"}, LOOSE_WORDS),  # in another paragraph
        (GOOD | {"source_cue": "sai"}, LOOSE_WORDS),
        (GOOD | {"grade": "A1"}, NOT_ASKED),
        (GOOD | {"credibility": 1}, NOT_ASKED),
        (GOOD | {"cue": None}, MALFORMED),
        (GOOD | {"quote": ["The ferry to Kelso may run late"]}, MALFORMED),
        ({"quote": "The ferry to Kelso may run late"}, MALFORMED),
        ("The ferry to Kelso may run late", MALFORMED),
        (None, MALFORMED),
    ],
)
def test_what_does_not_stand_in_the_text_is_refused(statement: Any, reason: str) -> None:
    found = bind(_answer(statement, SOLD), TEXT, WHOLE)
    assert {each.reason: each.count for each in found.refused} == {reason: 1}
    assert [each.selector.exact for each in found.bound] == [SOLD["quote"]]


@pytest.mark.parametrize(
    "content",
    [
        "",
        "A1",
        "```json\n{}\n```",
        "[]",
        '{"statements": {}}',
        '{"statements": [], "statements": []}',
        '{"statements": [NaN]}',
        "[" * 100_000,
        '{"statements": [' + "[" * 100_000,
        "9" * 10_000,
    ],
)
def test_an_answer_of_another_form_is_refused_whole(content: str) -> None:
    assert _refused(content) == {NOT_JSON: 1}


def test_members_beside_the_statements_are_counted_and_not_read() -> None:
    assert _refused(_answer(GOOD, grade="A1", system="obeyed")) == {NOT_ASKED: 2}


def test_a_quote_from_another_passage_is_refused() -> None:
    assert _refused(_answer(GOOD), Span(start=69, end=len(TEXT))) == {ABSENT: 1}


def test_no_more_statements_are_read_than_a_passage_can_hold() -> None:
    found = _refused(_answer(*[GOOD] * (MOST + 5)))
    assert found == {TOO_MANY: 5, TWICE: MOST - 1}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n \n",
        TEXT,
        "word " * 5000,
        "x" * 20_000,
        "One. Two.\u2028Three.\r\n" * 900,
        "\U0001f6a2 sails. " * 3000,
    ],
)
def test_passages_are_the_text_but_for_white_space(text: str) -> None:
    found = passages(text)
    assert "".join("".join(text[each.start : each.end] for each in found).split()) == "".join(
        text.split()
    )
    assert all(0 < each.end - each.start <= LONGEST for each in found)
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))
