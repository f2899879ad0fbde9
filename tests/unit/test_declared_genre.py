"""Which genre a text shows, by which rule."""

import pytest

from provenance.declared import declare
from provenance.model import Genre
from tests.declaring import document

PLAIN = "The lamp on Kettle Point is a tall one. It has stood on its rock since 1886."
NEWS = (
    "The council voted on Tuesday, the port office said. Keeper Maren Holt told residents that "
    "she would leave. Mayor Jonas Beld confirmed the date."
)
VIEW = (
    "The island must keep its keeper. A beacon cannot have eyes, and the council should learn it. "
    "It is time to light the lamp again."
)


@pytest.mark.parametrize(
    ("text", "more", "genre"),
    [
        (PLAIN, {}, Genre.UNKNOWN),
        (NEWS, {}, Genre.NEWS_REPORT),
        (f"OSTREL — {PLAIN}", {}, Genre.NEWS_REPORT),
        (PLAIN, {"section": "Local News"}, Genre.NEWS_REPORT),
        (PLAIN, {"uri": "https://gazette.example/world/lamp.html"}, Genre.NEWS_REPORT),
        (f"OSTREL (AP) - {NEWS}", {"section": "World"}, Genre.WIRE_COPY),
        (VIEW, {}, Genre.OPINION),
        (NEWS, {"section": "Opinion"}, Genre.OPINION),
        (NEWS, {"uri": "https://gazette.example/opinion/lamp"}, Genre.OPINION),
        (NEWS, {"title": "Editorial: Keep the lamp"}, Genre.OPINION),
        (f"{VIEW}\nTilda Rask is a professor of optics at Ostrel College.", {}, Genre.GUEST_COLUMN),
        (
            f"{NEWS}\nThe views expressed in this article are those of the author.",
            {},
            Genre.GUEST_COLUMN,
        ),
        (NEWS, {"section": "Guest columns"}, Genre.GUEST_COLUMN),
        (f"FOR IMMEDIATE RELEASE\n{NEWS}", {}, Genre.PRESS_RELEASE),
        (f"OSTREL, March 3 /PRNewswire/ -- {NEWS}", {}, Genre.PRESS_RELEASE),
        (f"{NEWS}\nMedia contact:\nMaren Holt", {}, Genre.PRESS_RELEASE),
    ],
)
def test_the_genre_of_a_text(text: str, more: dict[str, object], genre: Genre) -> None:
    found = declare(document(text, **more))
    assert found.genre is genre
    assert found.rule
    assert bool(found.words) is (genre is not Genre.UNKNOWN)


def test_quoted_argument_and_much_reporting_make_no_opinion_page() -> None:
    assert declare(document(f'"{VIEW}"\n{PLAIN}')).genre is Genre.UNKNOWN
    assert declare(document(f"{VIEW} {NEWS} {NEWS}")).genre is Genre.NEWS_REPORT


def test_someone_introduced_in_the_middle_wrote_no_column() -> None:
    text = f"{NEWS} Tilda Rask is a professor of optics. {NEWS}\n{NEWS}"
    assert declare(document(text)).genre is Genre.NEWS_REPORT
