"""Long reports fold what holds nothing yet, lose nothing, and every link in them arrives."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from provenance.model import Stance
from provenance.model.dossier import ClaimView, Dossier
from provenance.model.judgement import Axis
from provenance.report import order, render
from tests import dossier_hostile, dossier_small, dossiers

TEXT = "The bell rang at noon. " * 2


def long_dossier() -> Dossier:
    """Return twelve facts in one document, one of which a second document contradicts."""
    first, second = dossiers.document("d1", TEXT), dossiers.document("d2", TEXT)
    quote = "The bell rang at noon."
    plain = [
        dossiers.claim(
            f"c{number}", f"Bell {number} rang.", appearances=(dossiers.appearance(first, quote),)
        )
        for number in range(1, 12)
    ]
    against = dossiers.appearance(second, quote, stance=Stance.CONTRADICTS)
    noted = dossiers.claim(
        "c12", "Bell 12 rang.", appearances=(dossiers.appearance(first, quote), against)
    )
    return dossiers.dossier(
        claims=(*plain, noted),
        documents=(first, second),
        captures=(first.capture, second.capture),
    )


def page(dossier: Dossier) -> LexborHTMLParser:
    return LexborHTMLParser(render(dossier, "html").decode())


def test_what_has_something_to_see_stands_open_and_the_rest_is_folded() -> None:
    tree = page(long_dossier())
    folded = {node.attributes["id"] for node in tree.css("details.folded > article")}
    assert folded == {f"c{number}" for number in range(1, 12)}
    assert [node.attributes["id"] for node in tree.css("section > article")] == ["c12"]
    assert [row.text().strip() for row in tree.css("#cell-F6 > table a")] == ["c12"]
    assert len(tree.css("#cell-F6 > details a")) == 11


def test_a_short_report_folds_no_claim() -> None:
    few = long_dossier().claims[:8]
    assert order.arranged(few) == order.Sorted(few, ())


@pytest.mark.parametrize(
    "dossier",
    [dossiers.dossier(), dossier_small.small(), dossier_hostile.hostile(), long_dossier()],
    ids=["empty", "small", "hostile", "long"],
)
def test_every_link_arrives_and_no_anchor_stands_twice(dossier: Dossier) -> None:
    tree = page(dossier)
    anchors = [node.attributes["id"] or "" for node in tree.css("[id]")]
    assert len(anchors) == len(set(anchors))
    targets = {node.attributes["href"] or "" for node in tree.css("a[href^='#']")}
    assert {target[1:] for target in targets} <= set(anchors)


def test_claims_of_documents_not_at_hand_are_kept() -> None:
    strange = dossiers.document("d9", TEXT)
    away = dossiers.claim(
        "c1", "x", appearances=(dossiers.appearance(strange, "The bell rang at noon."),)
    )
    bare = dossiers.claim("c2", "y")
    assert order.sheaves((away, bare), ()) == [order.Sheaf(None, (away, bare))]


def test_grades_that_say_the_same_stand_once_with_every_reason() -> None:
    grades = (
        dossiers.grade(Axis.RELIABILITY, "F", "Ada is new here."),
        dossiers.grade(Axis.RELIABILITY, "F", "Bo is new here."),
        dossiers.grade(Axis.RELIABILITY, "F", "Cy was judged.", proposed=False),
    )
    one: ClaimView = dossiers.claim("c1", "The bell rang.", grades=grades)
    together = order.verdicts(one, Axis.RELIABILITY)
    assert [len(verdict.grades) for verdict in together] == [2, 1]
    article = page(dossiers.dossier(claims=(one,))).css_first("#c1")
    assert article is not None
    for reason in ("Ada is new here.", "Bo is new here.", "Cy was judged."):
        assert article.text().count(reason) == 1


def test_long_captures_are_folded_but_a_failed_one_stands_open() -> None:
    captures = (
        *(dossiers.capture(f"k{number}") for number in range(1, 10)),
        dossiers.capture("k10", outcome="failed", reason="no answer", payload=None, size=None),
    )
    tree = page(dossiers.dossier(captures=captures))
    assert len(tree.css("details.capture")) == 10
    standing = [node for node in tree.css("details.capture") if "open" in node.attributes]
    assert ["no answer" in node.text() for node in standing] == [True]


def test_folded_parts_are_printed() -> None:
    style = page(dossiers.dossier()).css_first("style")
    assert style is not None
    printed = style.text().partition("@media print")[2]
    assert "details::details-content { content-visibility: visible" in printed
