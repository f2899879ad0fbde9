"""What falls with a text or a source: asked without writing, and said by a person."""

from pathlib import Path

import pytest

from provenance.errors import UnknownHandleError, UsageError
from provenance.grading.findings import NOTICE
from provenance.model import Decision
from provenance.workspace.assess import NOTHING, assess
from provenance.workspace.capture import Said, capture
from provenance.workspace.core import Workspace
from provenance.workspace.correct import rate_source, retract
from provenance.workspace.decide import decide
from provenance.workspace.impact import LOST, impact, points
from provenance.workspace.status import status
from provenance.workspace.undo import undo
from provenance.workspace.verify import verify_workspace
from provenance.workspace.views import Views
from tests.desks import NoNetwork, desk, write

POST = (
    "The port of Kelso sold three harbour cranes to a shipping firm for 4 million euros on "
    "Monday, according to Ines Vale.\n\nThe road to the quay will be closed for repairs on 9 "
    "March, the road office said."
)
RADIO = (
    "Tom Farrow, a dock worker, saw it happen: for 4 million euros the port of Kelso sold three "
    "harbour cranes to a shipping firm on Monday, he said."
)
COPY = POST.replace("according to Ines Vale", "Ines Vale says")


@pytest.fixture
def cranes(tmp_path: Path) -> Workspace:
    """A desk where one sale is told by two witnesses, in three papers; letters are given."""
    workspace = desk(tmp_path)
    for number, (outlet, text) in enumerate(
        {"Kelso Post": POST, "Coast Radio": RADIO, "Vale Herald": COPY}.items()
    ):
        said = Said(outlet=outlet, published=f"2026-03-0{number + 2}")
        capture(workspace, [write(tmp_path, f"{number}.txt", text)], fetcher=NoNetwork(), said=said)
    assess(workspace)
    for name in ("Ines Vale", "Tom Farrow"):
        rate_source(workspace, source(workspace, name), "B", "years of checked reports")
    return workspace


def source(workspace: Workspace, name: str) -> str:
    """Return a source's identity by its name."""
    return next(each.id for each in Views(workspace).sources() if each.name == name)


def handle(workspace: Workspace, name: str) -> str:
    return Views(workspace).handle(source(workspace, name))


def cells(workspace: Workspace) -> dict[str, str]:
    return {row.handle: row.cell for row in Views(workspace).queue()}


def test_the_grade_falls_with_each_of_two_witnesses_and_not_with_a_copy(cranes: Workspace) -> None:
    views, size = Views(cranes), cranes.store.size()
    (change,) = impact(views, "d1").changes
    assert (change.claim, change.before, change.after) == ("c1", "B2", "B6")
    assert change.steps == LOST
    assert change.because_before != change.because_after
    assert "Kelso Post; Vale Herald" in change.because_after  # the copy falls with it
    assert not impact(views, "d3").changes
    assert "Nothing changes" in impact(views, "d3").summary
    assert cranes.store.size() == size


def test_a_source_falls_with_all_that_it_said_an_outlet_with_all_its_texts(
    cranes: Workspace,
) -> None:
    views = Views(cranes)
    vale, post = (impact(views, handle(cranes, name)) for name in ("Ines Vale", "Kelso Post"))
    assert [each.claim for each in vale.changes] == ["c1"]
    assert vale.documents == ()
    assert post.documents == ("d1",)


def test_a_capture_falls_only_where_the_bytes_were_not_captured_another_time(
    cranes: Workspace, tmp_path: Path
) -> None:
    assert impact(Views(cranes), "k1").documents == ("d1",)
    capture(cranes, [str(tmp_path / "0.txt")], fetcher=NoNetwork())
    again = impact(Views(cranes), "k1")
    assert (again.documents, again.changes) == ((), ())
    assert "captured there another time" in again.summary


def test_a_claim_has_no_impact(cranes: Workspace) -> None:
    with pytest.raises(UnknownHandleError):
        impact(Views(cranes), "c1")


def test_what_was_not_looked_at_is_said(cranes: Workspace) -> None:
    views = Views(cranes)
    every = points(views)
    some = points(views, most=1)
    assert every.left == 0 < some.left
    assert set(some.found) <= set(every.found)


def test_points_of_failure_are_those_on_which_a_grade_hangs_alone(cranes: Workspace) -> None:
    told: list[tuple[str, int, int]] = []
    found, left = points(Views(cranes), lambda *each: told.append(each))
    assert left == 0
    names = {"d1", "d2", *(handle(cranes, n) for n in ("Kelso Post", "Ines Vale", "Tom Farrow"))}
    assert names <= {each.handle for each in found}
    assert "d3" not in {each.handle for each in found}
    assert [each.steps for each in found] == sorted((e.steps for e in found), reverse=True)
    assert told[-1][1] == told[-1][2]


def test_each_point_of_failure_is_what_impact_says_of_it(cranes: Workspace) -> None:
    views = Views(cranes)
    assert all(impact(views, each.handle) == each for each in points(views).found)


def test_a_retraction_does_what_impact_foretold(cranes: Workspace) -> None:
    foretold = impact(Views(cranes), "d1").changes[0]
    retract(cranes, cranes.store.identity("d1")[1], "withdrawn by the paper")
    assert cells(cranes)["c1"] == foretold.after
    (view,) = [row for row in Views(cranes).queue() if row.handle == "c1"]
    assert "retracted" in view.flags
    shown = Views(cranes).claim(view.id)
    assert any(reason.rule == "retracted" for g in shown.grades for reason in g.rationale)
    assert assess(cranes) == NOTHING
    assert verify_workspace(cranes).clean


def test_a_decision_made_before_is_stale_and_says_what_it_saw(cranes: Workspace) -> None:
    identity = Views(cranes).claim_identity("c1")
    decide(cranes, Views(cranes).claim(identity), Decision.ACCEPT)
    assert not Views(cranes).claim(identity).stale
    retract(cranes, cranes.store.identity("d1")[1], "withdrawn by the paper")
    view = Views(cranes).claim(identity)
    assert view.stale
    assert view.cell == "B2"  # what was decided stands until somebody decides again
    assert "B2" in view.stale_because
    assert "6" in view.stale_because
    assert "d1" in view.stale_because
    assert "withdrawn by the paper" in view.stale_because
    assert any("basis changed" in line.what for line in status(cranes).lines)


def test_undo_takes_a_retraction_back(cranes: Workspace) -> None:
    before = cells(cranes)
    retract(cranes, source(cranes, "Ines Vale"), "found to have invented it")
    assert cells(cranes) != before
    assert undo(cranes).kind == "retract"
    assert cells(cranes) == before
    assert not Views(cranes).retractions()
    assert assess(cranes) == NOTHING


def test_a_copy_captured_after_the_retraction_does_not_count(
    cranes: Workspace, tmp_path: Path
) -> None:
    retract(cranes, cranes.store.identity("d1")[1], "withdrawn by the paper")
    path = write(tmp_path, "late.txt", COPY.replace("Ines Vale says", "said Ines Vale"))
    said = Said(outlet="Late Paper", published="2026-03-09")
    capture(cranes, [path], fetcher=NoNetwork(), said=said)
    assess(cranes)
    assert cells(cranes)["c1"] == "B6"


def test_what_fell_is_listed_with_who_said_so_and_the_notice(cranes: Workspace) -> None:
    post, herald = (cranes.store.identity(each)[1] for each in ("d1", "d3"))
    retract(cranes, post, "withdrawn by the paper", herald)
    (told,) = Views(cranes).retractions()
    assert (told.handle, told.name, told.notice) == ("d1", "Kelso Post", "d3")
    assert (told.why, told.by) == ("withdrawn by the paper", "Ada Example")
    assert told.at


@pytest.mark.parametrize(("why", "notice"), [("", None), ("because", "d1")])
def test_a_retraction_says_why_and_is_not_its_own_notice(
    cranes: Workspace, why: str, notice: str | None
) -> None:
    post = cranes.store.identity("d1")[1]
    with pytest.raises(UsageError):
        retract(cranes, post, why, post if notice else None)


def test_a_thing_falls_once(cranes: Workspace) -> None:
    post = cranes.store.identity("d1")[1]
    retract(cranes, post, "withdrawn by the paper")
    with pytest.raises(UsageError):
        retract(cranes, post, "again")
    assert "fallen already" in impact(Views(cranes), "d1").summary


def test_a_captured_notice_proposes_a_retraction_until_a_person_records_it(
    cranes: Workspace, tmp_path: Path
) -> None:
    def proposed() -> list[tuple[str, ...]]:
        found = Views(cranes).findings()
        return [each.about for each in found if each.rule == NOTICE]

    assert proposed() == []
    path = write(tmp_path, "0.txt", "Retraction: our story about the cranes was false.")
    capture(cranes, [path], fetcher=NoNetwork(), said=Said(outlet="Kelso Post"))  # same address
    assess(cranes)
    (about,) = proposed()
    assert {"c1", "d1", "d4"} <= set(about)
    retract(cranes, cranes.store.identity("d1")[1], "the paper says so", notice_of(cranes))
    assert proposed() == []
    undo(cranes)
    assert proposed() == [about]


def notice_of(workspace: Workspace) -> str:
    return workspace.store.identity("d4")[1]
