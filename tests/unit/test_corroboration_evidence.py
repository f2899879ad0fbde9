"""A claim held against sentences of evidence: each verdict, each sign, and what is said by it."""

import time
from importlib.resources import files

import pytest

from provenance.corroboration.evidence import Verdict, Weighed, weigh
from provenance.corroboration.figures import figures_of, meet
from provenance.corroboration.related import kin, opposed, rival
from provenance.corroboration.vocabulary import stem

CLAIM = "The Grey Gull was built in Brannock in 1962."


def rules(weighed: Weighed) -> set[str]:
    return {sign.rule for sign in weighed.signs if sign.weight < 0}


@pytest.mark.parametrize(
    ("evidence", "verdict"),
    [
        ([CLAIM], Verdict.REPEATS),
        (
            ["The Grey Gull, a trawler of forty metres, was built in Brannock in 1962 for Aldo."],
            Verdict.SUPPORTS,
        ),
        (["The Grey Gull was built in Brannock in 1971."], Verdict.CONTRADICTS),
        (["The Grey Gull was never built in Brannock in 1962."], Verdict.CONTRADICTS),
        (["The Grey Gull sank off Cape Dorn."], Verdict.MENTIONS),
        (["The trawler was built by a firm of Brannock."], Verdict.UNSURE),
        (["Coffee prices fell again."], Verdict.MENTIONS),
        ([], Verdict.MENTIONS),
        ([""], Verdict.MENTIONS),
    ],
)
def test_each_verdict(evidence: list[str], verdict: Verdict) -> None:
    assert weigh(CLAIM, evidence).verdict is verdict


def test_the_score_orders_for_before_unknown_before_against() -> None:
    with_it = weigh(CLAIM, ["In 1962 the Grey Gull was built in Brannock."]).score
    beside = weigh(CLAIM, ["The Grey Gull was repainted."]).score
    against = weigh(CLAIM, ["The Grey Gull was not built in Brannock, nor in 1962."]).score
    assert 1000 >= with_it > beside > against >= -1000


def test_without_evidence_nothing_is_told() -> None:
    assert weigh(CLAIM, []).score == weigh(CLAIM, [""]).score == 0


@pytest.mark.parametrize(
    ("rule", "claim", "evidence", "words"),
    [
        ("other year", CLAIM, "The Grey Gull was built in Brannock in 1971.", ("1962", "1971")),
        (
            "negation",
            "The guard locked the gate.",
            "The guard did not lock the gate.",
            ("locked", "guard did not lock"),
        ),
        ("other number", "It has forty crates.", "It has 52 crates.", ("forty", "52")),
        (
            "other day or month",
            "The mill burnt down in April.",
            "The mill burnt down in June.",
            ("April", "June"),
        ),
        (
            "opposite words",
            "Prices rose in Norholm.",
            "Prices in Norholm fell.",
            ("rose", "fell"),
        ),
        (
            "turned",
            "The lease was signed before the audit.",
            "The lease was signed after the audit.",
            ("before audit", "after audit"),
        ),
        (
            "other of its kind",
            "The dam was paid for by the school.",
            "The dam was paid for by the hospital.",
            ("school", "hospital"),
        ),
        (
            "other name",
            "The dam was built by Aldo Works.",
            "The dam was built by Norvik Optics.",
            ("Aldo", "Norvik"),
        ),
        ("absolute", "Rehn was the only juror.", "Rehn was a juror.", ("only", "")),
        (
            "denial",
            "Vikster sold the stadium.",
            "Vikster denies the sale of the stadium.",
            ("", "Vikster denies the sale of the stadium"),
        ),
        (
            "only planned",
            "Vikster sold the stadium.",
            "Vikster plans to sell the stadium.",
            ("", "Vikster plans to sell the stadium"),
        ),
        (
            "other order",
            "The crew of Norholm beat Tellford.",
            "The crew of Tellford beat Norholm.",
            ("Norholm … Tellford", "Tellford … Norholm"),
        ),
    ],
)
def test_each_sign_names_the_words_of_both(
    rule: str, claim: str, evidence: str, words: tuple[str, str]
) -> None:
    found = {sign.rule: (sign.claim, sign.evidence) for sign in weigh(claim, [evidence]).signs}
    assert found[rule] == words


def test_a_name_is_missed_on_a_whole_page_only() -> None:
    page = [f"Sentence {number} tells of the trawler and its crew." for number in range(12)]
    claim = "The trawler of Brannock had a crew."
    assert "nowhere on the page" in rules(weigh(claim, page))
    assert "nowhere on the page" not in rules(weigh(claim, page[:1]))


def test_the_sentences_of_a_page_are_found() -> None:
    page = [f"Line {number} speaks of the weather and of football." for number in range(40)]
    page[17] = "The Grey Gull, a trawler, was launched with a speech."
    page[18] = "It was built in Brannock in 1962."
    weighed = weigh(CLAIM, page)
    assert set(weighed.sentences) == {17, 18}
    assert weighed.score > weigh(CLAIM, page[:17]).score


def test_a_clause_that_is_not_there_costs_more_than_its_words() -> None:
    evidence = ["The Grey Gull was built in Brannock in 1962 by a shipyard."]
    whole = weigh("The Grey Gull was built in Brannock in 1962 by a shipyard.", evidence)
    more = weigh(
        "The Grey Gull was built in Brannock in 1962 by a shipyard, and it won a medal.", evidence
    )
    assert whole.verdict is not Verdict.UNSURE
    assert more.verdict is Verdict.UNSURE
    assert more.score < whole.score


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("in the 1960s", "in 1963", True),
        ("in the 1960s", "in 1973", False),
        ("in the 19th century", "in 1871", True),
        ("more than forty boats", "43 boats", True),
        ("fewer than forty boats", "43 boats", False),
        ("1,980,000 tonnes", "2 million tonnes", True),
        ("twelve boats", "13 boats", False),
        ("about ninety boats", "96 boats", True),
    ],
)
def test_numbers_are_ranges(one: str, other: str, *, same: bool) -> None:
    (left,), (right,) = figures_of(one.split()), figures_of(other.split())
    assert left.sort == right.sort
    assert meet(left, right) is same


def test_words_of_one_sense_are_kin_and_rivals_exclude_each_other() -> None:
    assert kin(stem("begin")) & kin(stem("start"))
    assert not kin("harbour-master")
    assert opposed({stem("rose")}, {stem("fell")})
    assert opposed({stem("rose")}, {stem("grew")}) is None
    assert rival(stem("novel"), {stem("film"), stem("boat")}) == stem("film")
    assert rival(stem("boat"), {stem("film")}) is None


def test_the_table_of_kin_keeps_its_licence() -> None:
    head = (files("provenance.corroboration") / "related.words").read_text(encoding="utf-8")[:2500]
    assert "WordNet 3.0 Copyright 2006 by Princeton University" in head


def test_hostile_evidence_costs_no_more_than_it_is_long() -> None:
    for text in ("not " * 100_000, "Gull, " * 60_000, "1962 " * 80_000, "(" * 400_000):
        began = time.process_time()
        weigh(CLAIM, [text])
        assert time.process_time() - began < 8
