"""Units, rates, currencies and numbers that are none, in invented phrases marked beforehand."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.claims.quantities import quantities

ONE = [
    ("A 60-day truce began.", "60-day", "60", "day", "exact"),
    ("It is a 500-page file.", "500-page", "500", "page", "exact"),
    ("The 12-member board met.", "12-member", "12", "member", "exact"),
    ("A five-year plan failed.", "five-year", "5", "year", "exact"),
    ("It cost $1.2bn.", "$1.2bn", "1200000000", "USD", "exact"),
    ("It cost €3m.", "€3m", "3000000", "EUR", "exact"),
    ("They paid Rs 500 crore.", "Rs 500 crore", "5000000000", "INR", "exact"),
    ("They paid Rs500.", "Rs500", "500", "INR", "exact"),
    ("They lent HK$5m.", "HK$5m", "5000000", "HKD", "exact"),
    ("They lent AU$20m.", "AU$20m", "20000000", "AUD", "exact"),
    ("They lent 40 million roubles.", "40 million roubles", "40000000", "RUB", "exact"),
    ("Rates rose by 0.5 percentage points.", "0.5 percentage points", "0.5",
     "percentage point", "exact"),
    ("It pumps 300,000 barrels a day.", "300,000 barrels a day", "300000", "barrel per day",
     "exact"),
    ("It pumps 2 million barrels per day.", "2 million barrels per day", "2000000",
     "barrel per day", "exact"),
    ("It costs 40 dollars a barrel.", "40 dollars a barrel", "40", "USD per barrel", "exact"),
    ("It costs $40 a month.", "$40 a month", "40", "USD per month", "exact"),
    ("He drove at 90 km/h.", "90 km/h", "90", "kilometre per hour", "exact"),
    ("It covers 500 square kilometres.", "500 square kilometres", "500", "square kilometre",
     "exact"),
    ("It covers 500 sq km.", "500 sq km", "500", "square kilometre", "exact"),
    ("It leaked 3 million cubic metres.", "3 million cubic metres", "3000000", "cubic metre",
     "exact"),
    ("It holds 700 metric tons.", "700 metric tons", "700", "tonne", "exact"),
    ("It weighs 12kg.", "12kg", "12", "kilogram", "exact"),
    ("It is 5ft tall.", "5ft", "5", "foot", "exact"),
    ("More than half a billion dollars is missing.", "More than half a billion dollars",
     "500000000", "USD", "more-than"),
    ("They bought 40 armoured personnel carriers.", "40 armoured personnel carriers", "40",
     "armoured personnel carrier", "exact"),
    ("Some 30 customs sheds burned.", "Some 30 customs sheds", "30", "customs shed", "about"),
    ("A handful of ships left.", "A handful of ships", None, "ship", "vague"),
    ("A couple of ships left.", "A couple of ships", None, "ship", "vague"),
    ("Hundreds drowned.", "Hundreds", None, "", "vague"),
    ("At least 12 drowned.", "At least 12", "12", "", "more-than"),
    ("It won a two-thirds majority.", "two-thirds", "66.7", "percent", "about"),
    ("The firm sold 3 tonnes a year ago.", "3 tonnes", "3", "tonne", "exact"),
    ("Nearly 20 nurses left.", "Nearly 20 nurses", "20", "nurse", "about"),
    ("Up to 90 homes burned.", "Up to 90 homes", "90", "home", "less-than"),
    ("In 2019 30 people drowned.", "30 people", "30", "person", "exact"),
]  # fmt: skip

NONE = [
    "Call 020 7946 0018 now.",
    "Call +44 20 7946 0018 now.",
    "The train leaves at 14:30.",
    "It sank at 6 pm.",
    "It sank at 6 a.m.",
    "On page 4 he says so.",
    "See section 12 of it.",
    "The third man left.",
    "He finished 2nd.",
    "Rovers beat Town 4-2 on penalties.",
    "The 1990s were hard.",
    "They met in 1988.",
    "Flight 370 vanished.",
]


@pytest.mark.parametrize(("sentence", "words", "value", "unit", "exactness"), ONE)
def test_one_amount(
    sentence: str, words: str, value: str | None, unit: str, exactness: str
) -> None:
    (found,) = quantities(sentence)
    assert (found.words, found.value, found.unit, found.exactness) == (
        words,
        value,
        unit,
        exactness,
    )


@pytest.mark.parametrize("sentence", NONE)
def test_numbers_that_are_no_amounts(sentence: str) -> None:
    assert quantities(sentence) == ()


VOCABULARY = (
    "about more than 12 3.5 1,200 2019 020 7946 half a billion million five dozen $ $40 Rs "
    "€3m per cent % percentage points km/h 12kg sq metres barrels a day - and to between of "
    "third hundreds people 500-page 14:30 pm page no. crore"
)
_WORDS = st.sampled_from(VOCABULARY.split())


@given(st.lists(_WORDS, max_size=12).map(" ".join))
def test_every_amount_stands_in_the_text_and_has_a_decimal_value(text: str) -> None:
    for found in quantities(text):
        assert found.words in text
        assert (found.value is None) == (found.exactness == "vague")
        assert found.value is None or Decimal(found.value) >= 0
