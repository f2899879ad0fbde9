"""Amounts: value, unit and exactness, and numbers that are no amounts."""

import pytest

from provenance.claims.quantities import quantities, singular

AMOUNTS = [
    ("It cost more than half a billion dollars.", "500000000", "USD", "more-than"),
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
]

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
    "Two thirds of voters stayed at home.",
]


@pytest.mark.parametrize(("sentence", "value", "unit", "exactness"), AMOUNTS)
def test_amount(sentence: str, value: str | None, unit: str, exactness: str) -> None:
    (found,) = quantities(sentence)
    assert (found.value, found.unit, found.exactness) == (value, unit, exactness)
    assert found.words in sentence


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
    ],
)
def test_singular(plural: str, one: str) -> None:
    assert singular(plural) == one
