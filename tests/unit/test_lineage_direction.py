"""Which text goes back to which: pasted texts, retellings, stock phrases of a house."""

from provenance.canonical import sha256
from provenance.lineage import Mention, Proposed, SourceRef, Text, derive, origins
from provenance.model import DerivationKind, SourceType, Stance, StepRole
from tests.declaring import declaring

BODY = (
    "The lock at Hedringen stayed shut for 14 days because a gate had jumped its hinge in the "
    "storm. Lock master Ture Walin counted 63 barges in the basin, some with fruit on board. "
    "The canal office wants to spend 220,000 crowns on a second gate before the autumn."
)
SAYING = '"You could smell the pears from the bridge," Walin said.'


def text(name: str, body: str, day: int | None, **said: str | None) -> Text:
    return declaring(
        Text(
            id=name,
            digest=sha256(body.encode()),
            uri=said.get("uri") or f"https://{name}.example/",
            outlet=said.get("outlet", f"{name.title()} Courier"),
            text=body,
            published=f"2026-05-{day:02}" if day else None,
            published_known=day is not None,
            said_uri=said.get("said_uri"),
        )
    )


def pasted(body: str) -> Text:
    uri = "file:///notes.txt"
    return text("paste", body, None, uri=uri, outlet=None, said_uri="https://mail.example/7")


def ends(found: tuple[Proposed, ...]) -> set[tuple[str, str | None, DerivationKind]]:
    return {(each.downstream, each.upstream, each.type) for each in found if each.directed}


def test_a_pasted_text_goes_back_to_the_one_page_that_has_it_whole() -> None:
    page = text("page", f"{BODY} {SAYING}", 3)
    assert ends(derive([page, pasted(BODY)])) == {("paste", "page", DerivationKind.ORIGINAL)}


def test_two_pages_with_the_whole_text_leave_the_original_open() -> None:
    pages = [text("page", BODY, 3), text("other", BODY, 4)]
    kinds = {each.type for each in derive([*pages, pasted(BODY)])}
    assert DerivationKind.ORIGINAL not in kinds


def test_a_retelling_shows_by_one_saying_and_the_same_figures() -> None:
    told = (
        f"Fourteen days is long for fruit. In Hedringen, where a gate broke, it was 14 of them; "
        f"Ture Walin saw 63 vessels waiting. Repairs are put at 220,000 crowns. {SAYING}"
    )
    wire, echo = text("wire", f"{BODY} {SAYING}", 3), text("echo", told, 5)
    assert ("echo", "wire", DerivationKind.REWRITE) in ends(derive([wire, echo]))


def test_a_text_without_date_goes_back_to_the_outlet_that_it_names() -> None:
    run = BODY.split(". ")[1]
    letter = text("letter", f"Our friends at the Page Courier write this. {run}.", None)
    page = text("page", BODY, 3)
    assert {(down, up) for down, up, _ in ends(derive([page, letter]))} == {("letter", "page")}


def test_a_verifier_never_gives_an_origin_its_name() -> None:
    verifier = SourceRef(
        id="v", name="analysts", named=False, role=StepRole.VERIFIED, type=SourceType.PERSON
    )
    mention = Mention(
        id="m",
        document="d",
        content=sha256(b"m"),
        stance=Stance.REPEATS,
        sources=(verifier,),
        outlet="Page Courier",
        wording="The lock at Hedringen stayed shut.",
    )
    assert [origin.name for origin in origins([mention], [])] == ["Page Courier"]
