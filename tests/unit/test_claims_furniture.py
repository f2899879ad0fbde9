"""Page furniture and questions are never claims; statements beside them are."""

import pytest

from provenance.claims import find

BODY = "The ferry sank on Monday.\nDivers found the wreck in the Alm channel.\n"

FURNITURE = [
    ("image credit", "Main image: by Una Merrow – own work, CC BY-SA 4.0, https://img.example/7"),
    ("agency picture", "A diver at the quay. Photograph: Una Merrow/Getty Images"),
    ("login notice", "You must be logged in to post a comment."),
    ("cookie notice", "We use cookies to improve this site and to show advertisements."),
    ("share line", "Share this article on your favourite network."),
    ("subscription", "Sign up to our newsletter and read the best of the week."),
    ("related headline", "Related: Ferry owner fined over safety"),
    ("link to more", "Read more about the ferry trade here"),
    ("headline of another article", "The Harbour Is Sinking and Nobody Cares: Why We Must Act"),
    ("headline in sentence case", "Minister resigns over ferry contract worth 3 million"),
    ("copyright", "Copyright 2026 Alm Courier. All rights reserved."),
    ("byline", "By Una Merrow, shipping correspondent"),
    ("date line", "12 March 2026, 14:05 GMT"),
    ("note on the author", "Una Merrow is a columnist for the Alm Courier and writes on shipping."),
    ("disclaimer", "The views expressed in this column are the author's own."),
    ("heading", "## What the divers found"),
    ("bare address", "https://alm-courier.example/ferry"),
    ("note on the author that tells what she does", "Una Merrow teaches law at Alm College."),
    ("request", "Enjoyed this article? Support independent journalism from 2 pounds a month."),
    ("newsletter box", "Get the best of our reporting in your inbox every Friday."),
    ("free articles", "You have 3 free articles left this month."),
    ("call for stories", "Have you worked at the quay? Tell us your story."),
    ("helpline", "If you have been affected by this story, call the helpline."),
    ("player", "Your browser does not support the audio element."),
    ("form", "Your e-mail will not be published. Required fields are marked *."),
    ("first published", "This commentary was first published by the Alm Institute."),
    ("question", "Who signed the papers?"),
    ("question without a mark", "The question is who signed the papers."),
    ("signs only", "* * *"),
    ("signature under a quotation", "\u201d\u2015 Una P. Merrow"),
    ("signature with a place", "\u2014 Una Merrow, Alm."),
    ("labelled field", "Subtitle: Merrow saw two tugs sink in the Alm channel."),
    ("form for events", "Submit an event here to be placed on the Alm calendar."),
    ("empty list", "Sorry, there are no recent results for popular articles."),
    ("names alone", "Una Merrow."),
    ("agency and platform", "Getty/Chatter."),
    ("row of a table", "Tug | Alma | 90 | 3 trips, 1 fire (4 combined). 2 pumps."),
    ("who spoke, without what", "Merrow said."),
]


@pytest.mark.parametrize(
    ("line"), [line for _, line in FURNITURE], ids=[name for name, _ in FURNITURE]
)
def test_furniture_is_never_a_claim(line: str) -> None:
    found = find(BODY + line, language="en")
    assert [claim.selector.exact for claim in found] == BODY.splitlines()


def test_notice_inside_a_paragraph_does_not_take_its_neighbours_along() -> None:
    text = "The ferry sank on Monday. Sign up to our newsletter. Divers found the wreck on Friday."
    assert len(find(text, language="en")) == 2


def test_statements_that_begin_like_furniture_are_kept() -> None:
    text = "More about the wreck emerged on Friday, when divers found 12 crates of rifles."
    assert len(find(text, language="en")) == 1


def test_the_title_is_not_a_statement_of_the_text() -> None:
    text = "The ferry sank in the Alm channel.\n" + BODY
    found = find(text, language="en", title="The ferry sank in the Alm channel.")
    assert [claim.selector.exact for claim in found] == BODY.splitlines()


def test_notes_without_stops_are_read_line_by_line() -> None:
    text = "the ferry sank on Monday\nthe owner paid 3 million euros in 2021"
    assert len(find(text, language="en")) == 2


def test_items_of_a_list_are_read_without_their_marks() -> None:
    (found,) = find("- The owner sold two ferries in May", language="en")
    assert found.selector.exact == "The owner sold two ferries in May"


def test_another_language_gives_nothing() -> None:
    assert find("Die Fähre sank am Montag.", language="de") == ()
