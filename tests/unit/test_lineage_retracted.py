"""A text that says it corrects or retracts an earlier one of its outlet is tied to that one."""

import pytest

from provenance.canonical import sha256
from provenance.lineage import Text, derive
from provenance.lineage.corrections import is_correction
from provenance.lineage.ties import Ties
from provenance.model import DerivationKind, Hyperlink
from tests.declaring import declaring

SOLD = "Vikster sold its stadium to Aldo Works for two million crowns, the mayor told the paper."


def text(name: str, body: str, outlet: str, day: int, link: str = "") -> Text:
    links = (Hyperlink(uri=link, start=0, text="article"),) if link else ()
    return declaring(
        Text(
            id=name,
            digest=sha256(body.encode()),
            uri=f"https://vikster.example/{name}",
            outlet=outlet,
            text=body,
            published=f"2026-03-{day:02}",
            published_known=True,
            links=links,
        )
    )


@pytest.mark.parametrize(
    "note",
    [
        "Retraction: we no longer stand by our article about the stadium.",
        "We retract our article about the stadium of Vikster.",
        "This article has been withdrawn. The stadium was not sold.",
        "This story has been retracted at the request of the desk.",
        "Correction: the stadium was let, and not sold.",
    ],
)
def test_a_retraction_is_tied_to_what_it_takes_back(note: str) -> None:
    earlier = text("sold", SOLD, "Vikster Post", 2)
    later = text("note", note, "Vikster Post", 4, link=earlier.uri)
    elsewhere = text("else", note, "Dunwick Mail", 4, link=earlier.uri)
    assert [(p.downstream, p.upstream, p.type) for p in derive([earlier, later])] == [
        ("note", "sold", DerivationKind.CORRECTION)
    ]
    assert all(p.type is not DerivationKind.CORRECTION for p in derive([earlier, elsewhere]))


@pytest.mark.parametrize(
    "body",
    [
        "The enemy forces were withdrawn from the pass on Sunday.",
        "The witness retracted her account, the court heard.",
    ],
)
def test_what_others_take_back_is_no_retraction_of_a_text(body: str) -> None:
    assert not is_correction(text("news", body, "Vikster Post", 3))


CRANES = "Vikster sold three cranes to Aldo Works"
TAKEN_BACK = f'The Vikster Post has retracted its article "{CRANES}" of 2 March.'


@pytest.mark.parametrize("linked", [False, True], ids=["named", "linked"])
def test_a_notice_is_its_papers_own_statement(linked: bool) -> None:
    earlier = text("sold", SOLD, "Vikster Post", 2).model_copy(update={"title": CRANES})
    note = "We retract our report on the cranes." if linked else TAKEN_BACK
    later = text("note", note, "Vikster Post", 4, link=earlier.uri if linked else "")
    (tie,) = derive([earlier, later])
    assert (tie.downstream, tie.upstream, tie.type) == ("note", "sold", DerivationKind.CORRECTION)
    assert "takes back" in {each.rule for each in tie.evidence}
    assert not Ties([tie]).up


def test_who_reports_that_another_paper_retracted_goes_back_to_it() -> None:
    earlier = text("sold", f"{CRANES}, he said.", "Vikster Post", 2)
    earlier = earlier.model_copy(update={"title": CRANES})
    later = text("note", TAKEN_BACK, "Dunwick Mail", 4, link=earlier.uri)
    (tie,) = derive([earlier, later])
    assert Ties([tie]).up["note"] == [tie]
