"""What a report must say, and must not say."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from provenance.errors import UsageError
from provenance.model import Stance, State
from provenance.model.dossier import Dossier, DriftStep, LeadView
from provenance.report import order, overview, render, words
from provenance.report.markdown import escaped
from tests import dossier_small, dossiers


def text_of(dossier: Dossier) -> str:
    body = LexborHTMLParser(render(dossier, "html").decode()).body
    assert body is not None
    return body.text()


def test_unknown_format_is_a_usage_error() -> None:
    with pytest.raises(UsageError, match="html, md, csv, json"):
        render(dossiers.dossier(), "pdf")


def test_empty_case_says_what_to_do() -> None:
    text = text_of(dossiers.dossier())
    assert 'provenance case --bottom-line "…"' in text
    assert "provenance capture" in text
    assert "No checkpoint has been signed yet" in text


@pytest.mark.parametrize("format_", ["html", "md", "csv"])
def test_unreviewed_grade_says_proposed(format_: str) -> None:
    one = dossiers.dossier(claims=(dossiers.claim("c1", "The bell rang."),))
    assert b"proposed" in render(one, format_)


@pytest.mark.parametrize("format_", ["html", "md"])
def test_only_a_confirmed_derivation_is_called_a_copy(format_: str) -> None:
    proposed = dossiers.derivation("d1", "d2", wording="copied from")
    confirmed = proposed.model_copy(update={"state": State.CONFIRMED})
    wording = b"copied from"
    for view, expected in ((proposed, False), (confirmed, True)):
        held = dossiers.claim("c1", "The bell rang.", derivations=(view,))
        output = render(dossiers.dossier(claims=(held,)), format_)
        assert (wording in output) is expected
        assert b"copied" not in output or expected


def test_f6_has_its_own_place_in_the_matrix() -> None:
    table = overview.matrix((dossiers.claim("c1", "The bell rang."),))
    assert [cell.pair for cell in table[5] if cell.claims] == ["F6"]
    assert table[5][5].unknown
    assert not table[4][4].unknown
    page = LexborHTMLParser(
        render(dossiers.dossier(claims=(dossiers.claim("c1", "x"),)), "html").decode()
    )
    cell = page.css_first('td.unknown.gap a[href="#cell-F6"]')
    assert cell is not None
    assert page.css_first("#cell-F6 a[href='#c1']") is not None


def test_refused_claims_are_counted_nowhere_else() -> None:
    figures = overview.summary(dossier_small.small())
    assert (figures.claims, figures.graded, figures.apart, figures.refused) == (5, 3, 2, 1)
    assert (figures.two_reviewers, figures.one_reviewer, figures.proposed) == (1, 1, 1)


def test_what_only_the_collector_says_is_marked() -> None:
    assert "Deck Talk (as the collector says)" in text_of(dossier_small.small())


def test_unattributed_and_unknown_clock_are_said_aloud() -> None:
    text = text_of(dossier_small.small())
    assert "unattributed: the text does not say who says so" in text
    assert "unknown: nobody measured it" in text


def lead(number: int) -> LeadView:
    sentence = f"Find ledger number {number}."
    return LeadView(
        rank=number,
        rule="x",
        sentence=sentence,
        search=(f"ledger {number}",),
        claims=("c1",),
        findings=(),
        inquiries=(),
    )


@pytest.mark.parametrize("format_", ["html", "md"])
def test_at_most_ten_leads_are_listed_and_the_rest_counted(format_: str) -> None:
    text = render(dossiers.dossier(leads=tuple(map(lead, range(1, 13)))), format_).decode()
    assert "ledger number 10" in text
    assert "ledger number 11" not in text
    assert "2 more" in text
    assert text.lower().count("nobody has looked yet") == 10


def test_a_quote_that_is_not_where_its_selector_says_is_marked() -> None:
    held = dossiers.document("d1", "The bell rang at noon.")
    place = dossiers.appearance(held, "The bell rang at noon.")
    one = dossiers.claim("c1", "The bell rang.", appearances=(place,))
    altered = held.model_copy(update={"text": "The bell never rang."})
    warning = "not found where its selector says"
    for documents, expected in (((held,), False), ((altered,), True)):
        output = dossiers.dossier(claims=(one,), documents=documents)
        assert (warning in text_of(output)) is expected
        assert (warning in render(output, "md").decode()) is expected
        assert ('"no"' in render(output, "csv").decode("utf-8-sig")) is expected


def test_drift_is_a_table_of_before_and_after() -> None:
    step = DriftStep(
        upstream="d1", downstream="d2", change="hedge dropped", before="may have rung", after=""
    )
    one = dossiers.claim("c1", "The bell rang.", drift=(step,))
    output = dossiers.dossier(claims=(one,))
    page = LexborHTMLParser(render(output, "html").decode())
    cells = [cell.text() for cell in page.css("#c1 table td")]
    assert cells == ["d1", "d2", "hedge dropped", "may have rung", "(nothing)"]
    assert "d1 to d2, hedge dropped: before: may have rung; after: (nothing)" in render(
        output, "md"
    ).decode().replace("\\", "")


@pytest.mark.parametrize(
    ("required", "waiting"), [(1, False), (2, True)], ids=["desk of one", "desk of two"]
)
def test_one_reviewer_is_said_and_nags_only_where_two_are_asked(
    required: int, waiting: bool
) -> None:
    one = dossiers.claim(
        "c1",
        "The bell rang.",
        state="reviewed",
        proposed=False,
        reviews=(dossiers.review(1, "Ada Quill"),),
    )
    output = dossiers.dossier(case=dossiers.case(reviewers=required), claims=(one,))
    for text in (text_of(output), render(output, "csv").decode("utf-8-sig")):
        assert "ne reviewer: Ada Quill" in text
        assert ("a second reviewer has not decided yet" in text) is waiting


@pytest.mark.parametrize("stance", [Stance.REPEATS, Stance.CONTRADICTS])
def test_what_a_program_linked_is_read_as_and_never_stated(stance: Stance) -> None:
    held = dossiers.document("d1", "The bell rang at noon.")
    for state, expected in ((State.PROPOSED, "read as"), (State.CONFIRMED, "the claim (conf")):
        place = dossiers.appearance(held, "The bell rang at noon.", stance=stance, link_state=state)
        assert expected in words.bearing(place)
        flags = order.flags(dossiers.claim("c1", "The bell rang.", appearances=(place,)))
        assert ("contradicted" in flags) is (
            stance is Stance.CONTRADICTS and state is State.CONFIRMED
        )


def test_unknown_dates_outlets_and_authors_are_said_aloud() -> None:
    held = dossiers.document("d1", "The bell rang at noon.")
    text = text_of(dossiers.dossier(documents=(held,)))
    for what in ("outlet unknown", "author unknown", "date unknown"):
        assert what in text


def test_letter_of_an_unnamed_source_is_no_name() -> None:
    assert words.whose("unnamed: two clerks") == "an unnamed source: two clerks"
    assert words.whose("Ada Quill") == "Ada Quill"
    assert words.whose("") == "no identified source"


def test_origins_say_that_they_rest_on_proposals() -> None:
    proposed = dossiers.derivation("d2", "d1")
    confirmed = dossiers.derivation("d3", "d1", state=State.CONFIRMED)
    said = [
        words.resting(dossiers.claim("c1", "x", derivations=some))
        for some in ((), (confirmed,), (proposed,), (proposed, confirmed))
    ]
    assert said[:2] == ["", ""]
    assert "no person has confirmed it" in said[2]
    assert "2 derivations below, 1 of them only proposed" in said[3]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Said on 2031-05-06 09:30:00 UTC (as the page says).", True),
        ("1. not a list", False),
        ("see www.bells.example", False),
        ("https://bells.example", False),
        ("*loud*", False),
        (":bell:", False),
        ("[x](y)", False),
    ],
)
def test_markdown_leaves_plain_words_and_escapes_the_rest(text: str, kept: bool) -> None:
    assert (escaped(text) == text) is kept


def test_markdown_matrix_has_one_line_for_each_letter() -> None:
    text = render(dossier_small.small(), "md").decode()
    rows = [line for line in text.splitlines() if line.startswith("| **")]
    assert [row[4] for row in rows] == list("ABCDEF")
    assert {row.count("|") for row in rows} == {9}
    assert rows[1] == "| **B** | · | 1 | · | · | · | | 1 |"


def test_no_source_identified_is_said_in_the_table() -> None:
    held = dossiers.document("d1", "The bell rang at noon.")
    place = dossiers.appearance(held, "The bell rang at noon.", letter_of="")
    one = dossiers.claim("c1", "The bell rang.", letter_of="", appearances=(place,))
    text = render(dossiers.dossier(claims=(one,), documents=(held,)), "csv").decode("utf-8-sig")
    assert text.count("no identified source") == 2


def test_who_stands_behind_a_grade_is_said_with_names() -> None:
    seen = {
        "proposed": dossiers.claim("c1", "x"),
        "no review is recorded": dossiers.claim("c1", "x", proposed=False),
        "One reviewer: Ada Quill.": dossiers.claim(
            "c1", "x", proposed=False, state="reviewed", reviews=(dossiers.review(1, "Ada Quill"),)
        ),
        "Reviewed by Ada Quill and Ben Rook.": dossiers.claim(
            "c1",
            "x",
            proposed=False,
            state="reviewed",
            reviews=(dossiers.review(1, "Ada Quill"), dossiers.review(2, "Ben Rook")),
        ),
    }
    for wording, one in seen.items():
        assert wording in words.settled(one, 1)
