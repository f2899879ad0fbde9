"""The desk that the room stands on, with a workspace behind it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from provenance.errors import ReviewError, UnknownHandleError
from provenance.model import ClaimKind, Decision, Genre, Modality, StepRole
from provenance.model.dossier import ClaimView
from provenance.workspace.core import Workspace
from provenance.workspace.desk import Desk
from provenance.workspace.erase import erase
from tests.desks import filled

pytestmark = pytest.mark.slow  # whole desks, one after the other


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return filled(tmp_path)


@pytest.fixture
def opened(workspace: Workspace) -> Iterator[Desk]:
    desk = Desk(workspace.settings)
    yield desk
    desk.close()


def _first(desk: Desk) -> ClaimView:
    return desk.claim(desk.queue()[0].id)


def _override(desk: Desk, digit: str, reason: str) -> ClaimView:
    return desk.decide(
        _first(desk), Decision.OVERRIDE, reliability="C", credibility=digit, reason=reason
    )


def test_undo_names_the_claim_and_says_whether_it_was_a_decision(opened: Desk) -> None:
    seen = _first(opened)
    opened.decide(seen, Decision.ACCEPT, reliability=seen.reliability, credibility="6", reason="")
    done = opened.undo()
    assert (done.claim, done.decision) == (seen.id, True)
    assert done.words.startswith(f"decision about {seen.handle} (entry ")
    opened.correct(_first(opened), type=ClaimKind.OPINION)
    done = opened.undo()
    assert (done.claim, done.decision) == (seen.id, False)
    assert done.words.startswith(f"correction about {seen.handle} (entry ")


def test_undo_of_what_is_at_a_place_names_its_claim(opened: Desk) -> None:
    views = [opened.claim(row.id) for row in opened.queue()]
    seen = next(each for each in views if not each.appearances[0].steps[0].named)
    opened.name_source(seen, seen.appearances[0].steps[0].name, "Ina Holm")
    done = opened.undo()
    assert (done.claim, done.decision) == (seen.id, False)


def test_undo_of_a_date_is_about_no_one_claim(opened: Desk) -> None:
    opened.correct(_first(opened), published="2026-01-02")
    assert opened.undo().claim is None


def test_a_digit_stands_on_a_comparison_named_in_the_reason(opened: Desk) -> None:
    with pytest.raises(ReviewError, match="in the reason") as refused:
        _override(opened, "3", "it fits")
    assert "--" not in str(refused.value), "no option of a command line"
    assert _override(opened, "3", "compared with d2: no conflict").cell == "C3"


def test_a_note_is_about_one_claim_and_outside_the_log(opened: Desk, workspace: Workspace) -> None:
    size = workspace.store.size()
    assert [each.text for each in opened.add_note("c1", "ask the pilots")] == ["ask the pilots"]
    assert opened.notes("c2") == ()
    assert opened.delete_note("c1", 1) == ()
    assert workspace.store.size() == size


def test_what_was_erased_meanwhile_is_said(opened: Desk, workspace: Workspace) -> None:
    seen = _first(opened)
    erase(workspace, ["d1"], "an order of the court")
    assert seen.handle not in {row.handle for row in opened.queue()}
    asked = (
        lambda: opened.claim(seen.id),
        lambda: opened.document("d1"),
        lambda: opened.decide(seen, Decision.ACCEPT, reliability="F", credibility="6", reason=""),
        lambda: opened.correct(seen, type=ClaimKind.NORM),
        lambda: opened.name_source(seen, "the firm", "Ina Holm"),
    )
    for call in asked:
        with pytest.raises(UnknownHandleError, match="was erased: an order of the court"):
            call()


def test_a_decision_about_what_was_erased_can_be_taken_back(
    opened: Desk, workspace: Workspace
) -> None:
    seen = _first(opened)
    opened.decide(seen, Decision.ACCEPT, reliability=seen.reliability, credibility="6", reason="")
    erase(workspace, ["d1"], "an order of the court")
    done = opened.undo()
    assert (done.claim, done.decision) == (None, True)


def test_who_says_it_is_corrected_or_nobody_does(opened: Desk) -> None:
    seen = opened.correct(_first(opened), steps={StepRole.SAYS: ("Ina Holm",)})
    assert [step.name for step in seen.appearances[0].steps if step.role == "says"] == ["Ina Holm"]
    seen = opened.correct(seen, steps={StepRole.SAYS: ()})
    assert [step for step in seen.appearances[0].steps if step.role == "says"] == []
    assert opened.undo().claim == seen.id


def test_words_in_brackets_are_an_unnamed_source(opened: Desk) -> None:
    given = {StepRole.SAYS: ("Ina Holm", "(two dockers)"), StepRole.TOLD: ("the board",)}
    seen = opened.correct(_first(opened), steps=given)
    steps = [(step.name, step.named) for step in seen.appearances[0].steps]
    assert steps[:3] == [("Ina Holm", True), ("two dockers", False), ("the board", True)]


def test_a_claim_is_marked_divided_and_put_under_another(opened: Desk) -> None:
    made = opened.mark(
        "d1",
        "Leaked invoices, recently checked by dock engineers",
        occurrence=None,
        type=ClaimKind.FACT,
        modality=Modality.HEDGED,
        said_by=("(dock engineers)",),
        claim="",
    )
    assert made.appearances[0].modality is Modality.HEDGED
    says = [step for step in made.appearances[0].steps if step.role is StepRole.SAYS]
    assert [(step.name, step.named) for step in says] == [("dock engineers", False)]
    parts = ("Leaked invoices", "checked by dock engineers")
    first = opened.part(made, parts)
    assert (first.handle, first.wording) == (made.handle, "Leaked invoices")
    handles = {row.wording: row.handle for row in opened.queue()}
    assert parts[1] in handles
    into = opened.merge(first, handles[parts[1]])
    assert into.wording == parts[1]
    assert len(into.appearances) == 2
    left = opened.split(into, next(e.id for e in into.appearances if e.selector.exact == parts[0]))
    assert [each.selector.exact for each in left.appearances] == [parts[1]]
    with pytest.raises(UnknownHandleError, match="is no document"):
        opened.mark(
            "k1",
            "x",
            occurrence=None,
            type=ClaimKind.FACT,
            modality=Modality.ASSERTED,
            said_by=(),
            claim="",
        )


def test_what_is_said_of_whole_texts_is_shown_and_taken_back(opened: Desk) -> None:
    seen = _first(opened)
    place = seen.appearances[0]
    named = [step.source for step in place.steps if step.source]

    def text() -> tuple[Genre | None, bool, str]:
        found = opened.subjects(place.document, named)[0]
        return found.genre, found.ours, found.fell

    before = text()
    opened.give_genre(seen, place.document, Genre.PRESS_RELEASE, "a letterhead")
    opened.own(seen, place.document, ours=True, why="")
    opened.retract(seen, place.document, notice="", why="they withdrew it")
    assert text() == (Genre.PRESS_RELEASE, True, "they withdrew it")
    undone = [opened.undo().words.rpartition(" (entry ")[0] for _ in range(3)]
    assert undone == [
        f"retraction about {place.document}",
        f"word on whose publication it is about {place.document}",
        f"genre of a document about {place.document}",
    ]
    assert text() == before


def test_a_named_source_is_said_to_be_ours_by_its_handle(opened: Desk) -> None:
    views = [opened.claim(row.id) for row in opened.queue()]
    seen = next(each for each in views if each.appearances[0].steps[0].named)
    place = seen.appearances[0]
    named = [step.source for step in place.steps if step.source]
    source = opened.subjects(place.document, named)[-1]
    assert (source.kind, source.name) == ("source", place.steps[0].name)
    opened.own(seen, source.handle, ours=True, why="our own desk")
    assert opened.subjects(place.document, named)[-1].ours


def test_what_the_room_opens_with_is_the_head_of_the_queue(opened: Desk) -> None:
    seen = _first(opened)
    opened.decide(seen, Decision.ACCEPT, reliability=seen.reliability, credibility="6", reason="")
    queue = opened.queue()
    by_turn = sorted(
        queue, key=lambda row: (row.state != "proposed", row.type != "fact", int(row.handle[1:]))
    )
    assert list(queue) == by_turn
    assert queue[0].id != seen.id
    opening = opened.opening(2)
    assert (opening.rows, opening.claims) == (queue[:2], len(queue))
    assert opening.agent == "Ada Example"
