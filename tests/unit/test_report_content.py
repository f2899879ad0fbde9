"""What a report must say, and must not say."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from provenance.errors import UsageError
from provenance.model.claim import State
from provenance.model.dossier import Dossier
from provenance.report import overview, render
from tests import dossiers


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
    figures = overview.summary(dossiers.small())
    assert (figures.claims, figures.graded, figures.apart, figures.refused) == (5, 3, 2, 1)
    assert (figures.two_reviewers, figures.one_reviewer, figures.proposed) == (1, 1, 1)


def test_what_only_the_collector_says_is_marked() -> None:
    assert "Deck Talk (as the collector says)" in text_of(dossiers.small())


def test_unattributed_and_unknown_clock_are_said_aloud() -> None:
    text = text_of(dossiers.small())
    assert "unattributed: the text does not say who says so" in text
    assert "unknown: nobody measured it" in text
