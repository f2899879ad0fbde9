"""What texts say about where they come from, in an invented press."""

import pytest

from provenance.declared import declare
from provenance.model import DeclaredOrigin, Genre, Hyperlink
from tests.declaring import document

BODY = "The lamp on Kettle Point went out for good. Nobody on the quay had expected it so soon."


def told(text: str, **more: object) -> list[tuple[str, str]]:
    found = declare(document(text, **more)).origins
    return [(each.kind, each.name) for each in found]


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        (f"OSTREL (AP) - {BODY}", ("wire", "Associated Press")),
        (f"OSTREL, March 3 (Reuters) — {BODY}", ("wire", "Reuters")),
        (f"Ostrel, Kettle County (dpa) – {BODY}", ("wire", "Deutsche Presse-Agentur")),
        (f"March 3 (UPI) -- {BODY}", ("wire", "United Press International")),
        (f"SAN LUIS DE OSTREL (AFP/Kettle) - {BODY}", ("wire", "Agence France-Presse")),
        (f"OSTREL, Minn. (AP) _ {BODY}", ("wire", "Associated Press")),
        (f"OSTREL (AP) {BODY}", ("wire", "Associated Press")),
        (f"{BODY}\nCopyright 2031 The Associated Press. All rights.", ("wire", "Associated Press")),
        (f"{BODY} (Writing by Maren Holt, Editing by Jonas Beld)", ("wire", "a news agency")),
        (f"By The Associated Press\n{BODY}", ("wire", "Associated Press")),
        (f"By MAREN HOLT, Associated Press\n{BODY}", ("wire", "Associated Press")),
        (f"{BODY} (AFP)", ("wire", "Agence France-Presse")),
        (f"{BODY}\n(Reporting by Maren Holt; Editing by Jonas Beld.)", ("wire", "a news agency")),
        (f"{BODY}\nWith inputs from agencies", ("wire", "news agencies")),
        (f"{BODY}\n(From staff and wire reports)", ("wire", "news agencies")),
        (f"{BODY}\nWith reports from Reuters.", ("wire", "Reuters")),
        (f"{BODY}\nThe Associated Press contributed to this report.", ("wire", "Associated Press")),
        (f"OSTREL (Coastwire) - {BODY}", ("wire", "Coastwire")),
        (
            f"{BODY}\nThis article was originally published in the Brannock Gazette.",
            ("syndication", "Brannock Gazette"),
        ),
        (
            f"{BODY}\nThis story first appeared on kettlepoint.example",
            ("syndication", "kettlepoint.example"),
        ),
        (
            f"{BODY}\nReprinted with permission from the Quay Review.",
            ("syndication", "Quay Review"),
        ),
        (f"{BODY}\nRepublished with permission.", ("syndication", "an unnamed publisher")),
        (f"{BODY} (via Brannock Gazette)", ("syndication", "Brannock Gazette")),
        (
            "The lamp is out, as first reported by the Brannock Gazette.",
            ("first reported by", "Brannock Gazette"),
        ),
        (
            "The Brannock Gazette was first to report that the lamp is out.",
            ("first reported by", "Brannock Gazette"),
        ),
        (
            "The Brannock Gazette first reported on Monday that the lamp is out.",
            ("first reported by", "Brannock Gazette"),
        ),
        (f"{BODY}\nh/t Brannock Gazette", ("hat tip", "Brannock Gazette")),
        (f"{BODY} (H/T @kettlewatch)", ("hat tip", "@kettlewatch")),
        (f"{BODY}\nHat tip: Maren Holt", ("hat tip", "Maren Holt")),
        (f"{BODY}\nTranslated from the Finnish by Tilda Rask", ("translated from", "Finnish")),
        (f"{BODY}\nTranslation by Tilda Rask", ("translated from", "Tilda Rask")),
        (f"By Maren Holt\n{BODY}", ("byline", "Maren Holt")),
        (f"{BODY}\nAdditional reporting by Jonas Beld.", ("byline", "Jonas Beld")),
        (f"{BODY}\nSource: Brannock Gazette", ("credit", "Brannock Gazette")),
        ("The lamp is out, the Brannock Gazette reported.", ("credit", "Brannock Gazette")),
        ("The lamp is out, Holt told the Brannock Gazette.", ("credit", "Brannock Gazette")),
        (
            "The lamp is out, as first reported on Monday by Skerry.",
            ("first reported by", "Skerry"),
        ),
        ("The lamp is out, Norway's Echo reported.", ("credit", "Echo")),
        ("The lamp is out, the UK’s Brannock Gazette reported.", ("credit", "Brannock Gazette")),
        ("It is out, according to Ostrel Radio and Quay News.", ("credit", "Ostrel Radio")),
        ("It is out, according to the Ostrel Globe and Mail.", ("credit", "Ostrel Globe and Mail")),
        ("The lamp is out, Skerry reports.", ("credit", "Skerry")),
        ("The lamp is out, reports the Skerry.", ("credit", "Skerry")),
        ("It is out, according to the Norvan news site Skerry.", ("credit", "Skerry")),
        ("It was revealed on Monday by the weekly Skerry.", ("credit", "Skerry")),
        ("The tabloid Skerry has reported that it is out.", ("credit", "Skerry")),
        (
            "It is out, citing the blog skerrywatch.example as proof.",
            ("credit", "skerrywatch.example"),
        ),
    ],
)
def test_a_text_says_where_it_is_from(text: str, origin: tuple[str, str]) -> None:
    assert origin in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Holt, who once wrote for the wires (AP style), left early.",
        "The lamp is out, according to the Ministry of Fisheries.",
        "The lamp is out, Maren Holt reported to the council.",
        "Maren Holt was first to report to the mate.",
        "The lamp is out, Maren Holt reports to the council.",
        "The site that Maren Holt reported is shut.",
        "A novel translated by Tilda Rask lay on the table.",
        "She reprinted the poster twice by hand.",
        "The office at 10 ht Street is shut.",
        "By Friday the lamp was out.",
        "Works (AP) Two of Ostrel hang in the hall.",
        "The copyright of 2031 is with the keeper.",
        "He stood by the Standard lamp and waited.",
    ],
)
def test_what_is_no_declared_origin(text: str) -> None:
    assert told(f"{BODY}\n{text}\n{BODY}") == []


def test_words_and_span_are_those_of_the_text_also_beyond_emoji_and_right_to_left() -> None:
    text = f"🔦 המגדלור\nOSTREL (Reuters) - {BODY}\nh/t Brannock Gazette"
    found = declare(document(text)).origins
    assert len(found) == 2
    for each in found:
        assert each.span is not None
        assert text[each.span.start : each.span.end] == each.words


def test_an_agency_among_the_authors_wrote_all_of_it() -> None:
    declared = declare(document(BODY, authors=("Associated Press",)))
    assert declared.genre is Genre.WIRE_COPY
    assert told(BODY, authors=("Maren Holt",)) == [("byline", "Maren Holt")]


def test_an_agency_that_gave_a_part_or_is_quoted_makes_no_wire_copy() -> None:
    for text in (
        f"{BODY}\nThe Associated Press contributed to this report.",
        f"Holt told Reuters on Monday. {BODY}",
        f"A lamp, lit. (AP)\n{BODY}",
    ):
        assert declare(document(text)).genre is not Genre.WIRE_COPY


def test_what_the_page_says_beside_its_text_has_no_span() -> None:
    said = "This article was originally published in the Brannock Gazette."
    (found,) = declare(document(BODY, whole=f"Menu\n{BODY}\n{said}")).origins
    assert (found.kind, found.name, found.span) == ("syndication", "Brannock Gazette", None)


def test_a_link_counts_where_its_sentence_cites() -> None:
    text = "The lamp is out, the keeper said in a post. Read about boats here. Also boats."
    at, other = text.index("a post"), text.index("here")
    links = (
        Hyperlink(uri="https://www.kettle.example/1", text="a post", start=at, end=at + 6),
        Hyperlink(uri="https://boats.example/", text="here", start=other, end=other + 4),
    )
    (found,) = declare(document(text, links=links)).origins
    assert isinstance(found, DeclaredOrigin)
    assert (found.kind, found.name) == ("hyperlink", "kettle.example")
    assert (found.uri, found.words) == ("https://www.kettle.example/1", "a post")


def test_what_is_named_more_strongly_is_no_mere_credit() -> None:
    text = f"OSTREL (Reuters) - {BODY} Holt told Reuters so."
    assert told(text) == [("wire", "Reuters")]
