"""Times in invented phrases, with the dates that they come to, marked before any rule ran.

All are read as of Wednesday, 4 March 2026, where nothing else is said.
"""

import re
from datetime import date
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.claims import find, redated
from provenance.claims.dates import dates
from provenance.clock import is_date

PUBLISHED = "2026-03-04"
EDTF = re.compile(r"\d{4}(-\d\d(-\d\d)?)?(/\d{4}(-\d\d(-\d\d)?)?)?")

STATED = [
    ("They signed it on 4 March 2026.", "4 March 2026", "2026-03-04"),
    ("The dam was opened on June 12, 1987.", "June 12, 1987", "1987-06-12"),
    ("The log entry is of 2024-11-30.", "2024-11-30", "2024-11-30"),
    ("It was filed on 25/12/2025.", "25/12/2025", "2025-12-25"),
    ("It was filed on 31.1.2026.", "31.1.2026", "2026-01-31"),
    ("The pact dates from the 3rd of May 1949.", "from the 3rd of May 1949", "1949-05-03"),
    ("On Sept. 9, 2021 the mill burned.", "Sept. 9, 2021", "2021-09-09"),
    ("The quay closed in 2025.", "2025", "2025"),
    ("It has stood empty since 2014.", "since 2014", "2014"),
    ("The ferry of June 2019 was lost.", "June 2019", "2019-06"),
    ("He resigned in early August 2022.", "early August 2022", "2022-08"),
    ("Prices rose in late 2023.", "late 2023", "2023"),
    ("From 2014 to 2018 she ran the port.", "From 2014 to 2018", "2014/2018"),
    ("Between 2009 and 2012 it lost money.", "Between 2009 and 2012", "2009/2012"),
    ("The 2016-19 strike ended.", "2016-19", "2016/2019"),
    ("The law of 1988–1991 lapsed.", "1988–1991", "1988/1991"),
    ("It rained between 2 and 9 April 2025.", "between 2 and 9 April 2025",
     "2025-04-02/2025-04-09"),
    ("The fair ran July 4-6, 2025.", "July 4-6, 2025", "2025-07-04/2025-07-06"),
    ("The trial ran from 28 November 2024 to 3 January 2025.",
     "from 28 November 2024 to 3 January 2025", "2024-11-28/2025-01-03"),
    ("It snowed from November to March 2025.", "from November to March 2025",
     "2024-11/2025-03"),
    ("It rose between March and May 2025.", "between March and May 2025", "2025-03/2025-05"),
    ("The talks of April-June 2020 failed.", "April-June 2020", "2020-04/2020-06"),
    ("Sales fell in the third quarter of 2025.", "the third quarter of 2025",
     "2025-07/2025-09"),
    ("Sales fell in Q1 2024.", "Q1 2024", "2024-01/2024-03"),
    ("In the second half of 2019 it recovered.", "the second half of 2019",
     "2019-07/2019-12"),
    ("The tower was built in the 19th century.", "19th century", "1801/1900"),
    ("A sixteenth-century map shows it.", "sixteenth-century", "1501/1600"),
    ("Smuggling was common in the 1990s.", "1990s", "1990/1999"),
    ("In the early 1970s it was sold.", "early 1970s", "1970/1979"),
    ("In the summer of 2024 the lake dried up.", "summer of 2024", "2024-06/2024-08"),
    ("It froze in the winter of 2024-25.", "winter of 2024-25", "2024-12/2025-02"),
    ("On Tuesday, 3 March 2026, they met.", "Tuesday, 3 March 2026", "2026-03-03"),
    ("The week of 9 June 2025 was quiet.", "week of 9 June 2025", "2025-06-09/2025-06-15"),
]  # fmt: skip

RELATIVE = [
    ("They met on Tuesday.", "Tuesday", "2026-03-03"),
    ("They met on Wednesday night.", "Wednesday night", "2026-03-04"),
    ("They met on Thursday.", "Thursday", "2026-02-26"),
    ("The board met on Monday morning.", "Monday morning", "2026-03-02"),
    ("She left last Tuesday.", "last Tuesday", "2026-03-03"),
    ("She left last Wednesday.", "last Wednesday", "2026-02-25"),
    ("They meet next Friday.", "next Friday", "2026-03-06"),
    ("The council will meet on Monday.", "Monday", "2026-03-09"),
    ("He said on Monday that it will close.", "Monday", "2026-03-02"),
    ("It burned yesterday.", "yesterday", "2026-03-03"),
    ("Today the bridge is shut.", "Today", "2026-03-04"),
    ("Tomorrow it opens again.", "Tomorrow", "2026-03-05"),
    ("It fell the day before yesterday.", "the day before yesterday", "2026-03-02"),
    ("Four boats sank last night.", "last night", "2026-03-03"),
    ("Shells fell overnight.", "overnight", "2026-03-03/2026-03-04"),
    ("She died three days ago.", "three days ago", "2026-03-01"),
    ("The strike began two weeks ago.", "two weeks ago", "2026-02-16/2026-02-22"),
    ("He was dismissed five months ago.", "five months ago", "2025-10"),
    ("It was founded 12 years ago.", "12 years ago", "2014"),
    ("It closed a year ago.", "a year ago", "2025"),
    ("It was sold last week.", "last week", "2026-02-23/2026-03-01"),
    ("The vote is next week.", "next week", "2026-03-09/2026-03-15"),
    ("The ship was seen last weekend.", "last weekend", "2026-02-28/2026-03-01"),
    ("It was sold last month.", "last month", "2026-02"),
    ("It was sold earlier this month.", "earlier this month", "2026-03"),
    ("It was sold last year.", "last year", "2025"),
    ("Output will double next year.", "next year", "2027"),
    ("It was planted last spring.", "last spring", "2025-03/2025-05"),
    ("It was planted last summer.", "last summer", "2025-06/2025-08"),
    ("The yard closes by next summer.", "by next summer", "2026-06/2026-08"),
    ("This winter was mild.", "This winter", "2025-12/2026-02"),
    ("It was planted last March.", "last March", "2025-03"),
    ("The port has been shut since January.", "since January", "2026-01"),
    ("The port has been shut since November.", "since November", "2025-11"),
    ("The fair opened on March 1.", "March 1", "2026-03-01"),
    ("The fair opened on 20 December.", "20 December", "2025-12-20"),
    ("They paid in February.", "February", "2026-02"),
    ("The fair will open in September.", "September", "2026-09"),
    ("He won in March last year.", "March last year", "2025-03"),
    ("Sales fell in the first quarter of this year.", "the first quarter of this year",
     "2026-01/2026-03"),
    ("They spoke in the week of 16 February.", "week of 16 February",
     "2026-02-16/2026-02-22"),
    ("Prices doubled over the past two years.", "the past two years", "2024/2026"),
    ("In the last ten days it rained.", "the last ten days", "2026-02-22/2026-03-04"),
    ("The talks ran from 28 February to 3 March.", "from 28 February to 3 March",
     "2026-02-28/2026-03-03"),
    ("The hearing is in three weeks' time.", "in three weeks' time",
     "2026-03-23/2026-03-29"),
    ("Much was lost last century.", "last century", "1901/2000"),
]  # fmt: skip

UNRESOLVED = [
    ("The firm recently moved.", "recently", "the words give no date"),
    ("She now lives abroad.", "now", "the words give no date"),
    ("He is currently in custody.", "currently", "the words give no date"),
    ("Prices fell in recent months.", "in recent months", "the words give no date"),
    ("He was hurt a few weeks ago.", "a few weeks ago", "the words give no exact date"),
    ("It sank nearly two years ago.", "nearly two years ago", "the words give no exact date"),
    ("It was dug decades ago.", "decades ago", "the words give no exact date"),
    ("Three years later it sank.", "Three years later",
     "counted from another time in the text"),
    ("The following day they fled.", "The following day",
     "counted from another time in the text"),
    ("It was filed on 03/04/2026.", "03/04/2026",
     "day and month could stand in either order"),
    ("On 31 February 2026 nothing was sent.", "31 February 2026", "no such day"),
    ("It froze in winter 2025.", "winter 2025", "a winter lies in two years"),
    ("The band broke up in the '80s.", "the '80s", "no century is given"),
    ("The 2009-10 accounts are lost.", "2009-10", "it may be a month or a range of years"),
    ("They met this Friday.", "this Friday",
     "it may lie before or after the publication"),
    ("It flowers in spring.", "in spring", "no year is given"),
    ("It was rebuilt in the last decade.", "the last decade", "the words give no exact date"),
]  # fmt: skip

NO_DATES = [
    "They may march on the town.",
    "Every Monday the market opens.",
    "They shop on Black Friday.",
    "It cost 2000 dollars.",
    "About 1900 people came.",
    "The tunnel is 2016 metres long.",
    "He called +44 20 7946 0018.",
    "Rovers won 3-1.",
    "A second quarter of the loaf was eaten.",
    "The spring broke and the fall was hard.",
    "It weighs 4.3 tonnes.",
]


@pytest.mark.parametrize(("sentence", "words", "value"), STATED)
@pytest.mark.parametrize("published", [None, PUBLISHED, "1999"])
def test_what_is_stated_is_the_same_whatever_the_publication(
    sentence: str, words: str, value: str, published: str | None
) -> None:
    (found,) = dates(sentence, published)
    assert (found.words, found.value) == (words, value)
    assert found.basis.startswith("stated")


@pytest.mark.parametrize(("sentence", "words", "value"), RELATIVE)
def test_what_is_relative_is_counted_from_the_publication(
    sentence: str, words: str, value: str
) -> None:
    (found,) = dates(sentence, PUBLISHED)
    assert (found.words, found.value) == (words, value)
    assert found.basis.startswith(f"from the publication date {PUBLISHED}")


@pytest.mark.parametrize(("sentence", "words", "value"), RELATIVE)
def test_what_is_relative_is_unresolved_without_a_publication(
    sentence: str, words: str, value: str
) -> None:
    (found,) = dates(sentence, None)
    assert (found.words, found.value) == (words, None)
    assert found.basis == "unresolved: no publication date"
    assert value


@pytest.mark.parametrize(("sentence", "words", "why"), UNRESOLVED)
def test_what_cannot_be_told_says_why(sentence: str, words: str, why: str) -> None:
    (found,) = dates(sentence, PUBLISHED)
    assert (found.words, found.value, found.basis) == (words, None, f"unresolved: {why}")


@pytest.mark.parametrize("sentence", NO_DATES)
def test_what_is_no_date(sentence: str) -> None:
    assert dates(sentence, PUBLISHED) == ()


@pytest.mark.parametrize(
    ("published", "words", "value"),
    [
        ("2026", "last year", "2025"),
        ("2026", "last month", None),
        ("2026", "yesterday", None),
        ("2026-03", "last month", "2026-02"),
        ("2026-03", "yesterday", None),
        ("2026-03-04T23:10:00.000Z", "yesterday", "2026-03-03"),
        ("no date", "yesterday", None),
    ],
)
def test_a_vague_publication_date_gives_no_more_than_it_has(
    published: str, words: str, value: str | None
) -> None:
    (found,) = dates(f"The mill was shut {words}.", published)
    assert found.value == value
    assert value is not None or found.basis.startswith("unresolved: ")


def test_a_weekday_that_does_not_fit_its_date_is_told() -> None:
    (found,) = dates("On Friday, 3 March 2026, they met.", None)
    assert found.value == "2026-03-03"
    assert found.basis == "stated; that day is a Tuesday, not a Friday"


def test_a_date_and_a_count_beside_it_are_kept_apart() -> None:
    assert [each.words for each in dates("In March 30 people died.", PUBLISHED)] == ["March"]
    assert [each.words for each in dates("On March 30 people met.", None)] == ["March 30"]


def test_several_times_stand_in_order() -> None:
    found = dates("Sold in 2019, it burned last May and was rebuilt by Friday.", PUBLISHED)
    assert [each.words for each in found] == ["2019", "last May", "by Friday"]


def test_a_statement_carries_its_times() -> None:
    (found,) = find("The ferry sank on Tuesday.", language="en", published=PUBLISHED)
    assert found.dates is not None
    assert [each.value for each in found.dates] == ["2026-03-03"]
    assert found.times == ("Tuesday",)


def test_another_publication_date_gives_other_dates_but_not_to_what_a_person_set() -> None:
    text = "The ferry sank on Tuesday after a fire on 9 May 2025 and recently rose."
    known = dates(text, None)
    again = redated(known, text, "2026-03-11")
    assert [each.value for each in again] == ["2026-03-10", "2025-05-09", None]
    assert again == dates(text, "2026-03-11")
    by_hand = known[0].model_copy(update={"value": "2026-01-06", "basis": "by hand"})
    assert redated((by_hand,), text, "2026-03-11") == (by_hand,)


VOCABULARY = (
    "on in since by last next this the of and to from - , 4 30 31 2025 1999 19th March May Feb. "
    "Tuesday yesterday spring winter week weekend month year years ago two several quarter first "
    "half century 1990s Q3 2016-19 2024-02-30 overnight coming past few three later ' 1/2/2020 "
    "will said decade"
)
_WORDS = st.sampled_from(VOCABULARY.split())
_DATES = st.dates(date(1600, 1, 1), date(2400, 1, 1)).map(date.isoformat)


@given(st.lists(_WORDS, max_size=14).map(" ".join), st.none() | _DATES)
def test_every_value_is_a_date_of_the_calendar_and_its_words_stand_in_the_text(
    text: str, published: str | None
) -> None:
    for found in dates(text, published):
        assert found.words in text
        assert (found.value is None) == found.basis.startswith("unresolved: ")
        if found.value is not None:
            assert EDTF.fullmatch(found.value)
            first, _, last = found.value.partition("/")
            assert is_date(first)
            assert not last or (is_date(last) and first <= last)


@given(st.text(max_size=80), st.none() | _DATES)
def test_no_text_breaks_it(text: str, published: str | None) -> None:
    assert all(found.words in text for found in dates(text, published))


@given(st.lists(_WORDS, max_size=14).map(" ".join), _DATES)
def test_a_publication_date_changes_nothing_that_is_stated(text: str, published: str) -> None:
    before, after = dates(text, None), dates(text, published)
    stated = [each for each in before if each.basis.startswith("stated")]
    assert [each for each in after if each.basis.startswith("stated")] == stated


@pytest.mark.parametrize(
    "unit",
    ["in ", "the of ", "4 ", "March ", "2016-", "last ", "Tuesday to ", "2020 ", "1/", "May 4 - "],
)
def test_time_grows_with_the_text(unit: str) -> None:
    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        begun = process_time()
        dates(text, PUBLISHED)
        return process_time() - begun

    seconds(2_000)
    assert seconds(40_000) < 10 * seconds(10_000) + 0.2
