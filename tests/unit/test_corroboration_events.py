"""How far documents tell of one event, against look-alikes and pages that hold other text."""

from provenance.corroboration.events import Events, Told

_FIRST = "A ferry sank off Lanmore on Monday. Captain Orla Vance and 14 passengers were rescued."
_AGAIN = "Orla Vance, who led the ferry that went down near Lanmore, thanked those who saved her."
_OTHER = "A ferry sank off Pell Head on Friday. Captain Idris Moul and 31 passengers were rescued."
_REST = [
    "The council of Brack will vote on a new tram line to the harbour.",
    "Passengers of the night train to Brack were late by two hours.",
    "A captain of the harbour guard retired after thirty years.",
]


def _events(*texts: str) -> Events:
    return Events(Told(id=str(number), text=text) for number, text in enumerate(texts))


def test_names_tell_more_than_the_kind_of_event() -> None:
    events = _events(_FIRST, _AGAIN, _OTHER, *_REST)
    assert events.alike("0", "1").score > events.alike("0", "2").score


def test_the_words_that_decide_are_shown_as_they_are_written() -> None:
    words = _events(_FIRST, _AGAIN, _OTHER, *_REST).alike("0", "1").words
    assert {"Orla", "Vance", "Lanmore"} <= set(words[:6])


def test_a_document_is_wholly_like_itself_and_not_at_all_like_one_without_a_common_word() -> None:
    events = _events("Quince jam won.", "Bridges reopened.", "Otters returned.")
    assert events.alike("0", "0").score == 1000
    assert events.alike("0", "1").score == 0
    assert events.alike("0", "1").words == ()


def test_reports_that_share_little_are_alike_where_others_tell_it_in_the_words_of_both() -> None:
    one = "Orla Vance was praised by her crew."
    other = "Lifeboats reached the ferry off Lanmore."
    between = "Lifeboats reached the ferry off Lanmore; Orla Vance and her crew were safe."
    assert _events(one, other, *_REST).alike("0", "1").score == 0
    assert _events(one, other, *_REST, between).alike("0", "1").score > 100


def test_the_nearest_come_first() -> None:
    events = _events(_FIRST, _OTHER, *_REST, _AGAIN)
    assert events.nearest("0")[:2] == ["5", "1"]
    assert events.nearest("0", among=["2", "1"]) == ["1", "2"]


def test_title_and_address_find_a_page_whose_text_is_another_one() -> None:
    gone = "The page that you asked for is not here. Please look in our archive."
    asked = Told(id="asked", text=_FIRST)
    others = [Told(id=str(number), text=text) for number, text in enumerate(_REST)]
    page = Told(id="page", text=gone, uri="https://lanmore.example/2031/vanceFerry-sank.html")
    named = Told(id="named", text=gone, title="Orla Vance: my crew")
    assert Events([asked, *others, page]).nearest("asked")[0] == "page"
    assert Events([asked, *others, named]).nearest("asked")[0] == "named"


def test_likeness_is_the_same_both_ways_and_in_any_order() -> None:
    told = [Told(id=str(n), text=text) for n, text in enumerate([_FIRST, _AGAIN, _OTHER, *_REST])]
    one, other = Events(told), Events(reversed(told))
    for left in "012":
        for right in "345":
            assert one.alike(left, right).score == one.alike(right, left).score
            assert one.alike(left, right).score == other.alike(left, right).score


def test_texts_without_words_are_like_nothing() -> None:
    events = _events("", "…", _FIRST)
    assert events.alike("0", "1").score == 0
    assert events.nearest("2") == ["0", "1"]
