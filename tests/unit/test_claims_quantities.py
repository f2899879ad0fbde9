"""Amounts: value, unit and exactness, and numbers that are no amounts."""

import pytest

from provenance.claims.nouns import singular
from provenance.claims.quantities import quantities

AMOUNTS = [
    ("It cost more than half a billion pounds.", "500000000", "GBP", "more-than"),
    ("The file runs to hundreds of pages.", None, "page", "vague"),
    ("They signed a $3.2m deal.", "3200000", "USD", "exact"),
    ("The board lost €40 million.", "40000000", "EUR", "exact"),
    ("Some £1.5bn was spent.", "1500000000", "GBP", "about"),
    ("Sales fell by 12 percent.", "12", "percent", "exact"),
    ("The rate is 0.4 per cent.", "0.4", "percent", "exact"),
    ("The army sent about 300 tanks.", "300", "tank", "about"),
    ("They bought three helicopters.", "3", "helicopter", "exact"),
    ("They sent twenty-five new patrol boats.", "25", "boat", "exact"),
    ("He led two hundred and fifty soldiers.", "250", "soldier", "exact"),
    ("It feeds two and a half million people.", "2500000", "person", "exact"),
    ("At least 1,200 people fled.", "1200", "person", "more-than"),
    ("Up to 40,000 troops took part.", "40000", "troop", "less-than"),
    ("She broke a dozen eggs.", "12", "egg", "exact"),
    ("One soldier died.", "1", "soldier", "exact"),
    ("Tens of thousands of refugees crossed.", None, "refugee", "vague"),
    ("Several ships left.", None, "ship", "vague"),
    ("It shipped nearly 2 million barrels of oil.", "2000000", "barrel", "about"),
    ("They lent hundreds of millions of dollars.", None, "USD", "vague"),
    ("The yard holds several hundred pumps.", None, "pump", "vague"),
    ("Not one shred of proof was found.", "1", "shred", "exact"),
    ("The pier is 40 km long.", "40", "kilometre", "exact"),
    ("It is a 55-kilometer zone.", "55", "kilometre", "exact"),
    ("They laid two 60-metre pipes.", "60", "metre", "exact"),
    ("He burned 7,800 calories.", "7800", "calorie", "exact"),
    ("It was a one-page letter.", "1", "page", "exact"),
]

WHOLE_NOUNS = [
    ("They sold 12 cattle trucks.", "12 cattle trucks", "cattle truck"),
    ("They sent 40 armoured personnel carriers.", "40 armoured personnel carriers",
     "armoured personnel carrier"),
    ("Some 30 customs officers left.", "Some 30 customs officers", "customs officer"),
    ("Nine arms dealers met.", "Nine arms dealers", "arms dealer"),
    ("Several crew members fell ill.", "Several crew members", "crew member"),
    ("In ten years grows a forest.", "ten years", "year"),
    ("It took 20 days always.", "20 days", "day"),
    ("They kept 65 bird species.", "65 bird species", "species"),
]  # fmt: skip

NO_AMOUNTS = [
    "It began in 2019.",
    "They met on 12 May.",
    "On May 12 they met again.",
    "Article 5 was invoked.",
    "Resolution 1488 bans it.",
    "An F-16 flew over.",
    "Rovers won 3-1 at home.",
    "No one came.",
    "One of the men left.",
    "It ran between 2 and 9 April.",
    "The 2015-18 plans failed.",
    "It gives a vague number on no page.",
    "It was a one-sided remark.",
    "A \x1b[31mred\x1b[0m line.",
    "A [1;31mred[0m line.",
]


@pytest.mark.parametrize(("sentence", "value", "unit", "exactness"), AMOUNTS)
def test_amount(sentence: str, value: str | None, unit: str, exactness: str) -> None:
    (found,) = quantities(sentence)
    assert (found.value, found.unit, found.exactness) == (value, unit, exactness)
    assert found.words in sentence


@pytest.mark.parametrize(("sentence", "words", "unit"), WHOLE_NOUNS)
def test_a_counted_noun_loses_no_word(sentence: str, words: str, unit: str) -> None:
    (found,) = quantities(sentence)
    assert (found.words, found.unit) == (words, unit)


RANGES = [
    ("It cost 10-15 percent of income.", "10", "15", "percent"),
    ("Between 3 and 5 million people fled.", "3000000", "5000000", "person"),
    ("They got between 20,000 and 75,000 dollars.", "20000", "75000", "USD"),
    ("The bank lost $3-5bn.", "3000000000", "5000000000", "USD"),
    ("Three to five ships sank.", "3", "5", "ship"),
    ("It took between 900,000 and 1.2 million tonnes.", "900000", "1200000", "tonne"),
]

FRACTIONS = [
    ("Two thirds of voters stayed at home.", "66.7", "about"),
    ("More than half of the farms closed.", "50", "more-than"),
    ("Three quarters of the crew left.", "75", "exact"),
    ("One in three pupils stayed away.", "33.3", "about"),
    ("Nine in ten breaches were waived.", "90", "exact"),
]


@pytest.mark.parametrize(("sentence", "low", "high", "unit"), RANGES)
def test_a_range_is_its_two_bounds(sentence: str, low: str, high: str, unit: str) -> None:
    one, two = quantities(sentence)
    assert (one.value, one.unit, one.exactness) == (low, unit, "more-than")
    assert (two.value, two.unit, two.exactness) == (high, unit, "less-than")
    assert one.words == two.words
    assert one.words in sentence


def test_a_change_from_one_amount_to_another_is_no_range() -> None:
    found = quantities("The rate rose from 20 to 30 percent.")
    assert [(q.value, q.exactness) for q in found] == [("20", "exact"), ("30", "exact")]


@pytest.mark.parametrize(("sentence", "value", "exactness"), FRACTIONS)
def test_a_fraction_is_a_percentage(sentence: str, value: str, exactness: str) -> None:
    (found,) = quantities(sentence)
    assert (found.value, found.unit, found.exactness) == (value, "percent", exactness)


@pytest.mark.parametrize("sentence", NO_AMOUNTS)
def test_number_that_is_no_amount(sentence: str) -> None:
    assert quantities(sentence) == ()


def test_amounts_stand_in_the_order_of_the_text() -> None:
    units = [found.unit for found in quantities("Dozens of cows, 40 sheep and two goats died.")]
    assert units == ["cow", "sheep", "goat"]


@pytest.mark.parametrize(
    ("plural", "one"),
    [
        ("ferries", "ferry"),
        ("boxes", "box"),
        ("people", "person"),
        ("buses", "bus"),
        ("gas", "gas"),
        ("customs", "customs"),
        ("series", "series"),
        ("perhaps", "perhaps"),
    ],
)
def test_singular(plural: str, one: str) -> None:
    assert singular(plural) == one
