"""Decisions: kept by the desk, shown as kept only then, and never lost."""

import pytest
from textual.events import Key, Paste
from textual.widgets import Input, Static

from provenance.errors import ReviewError
from provenance.model import ClaimKind, Modality, StepRole
from provenance.model.judgement import Decision
from tests.tui.driver import Enter, enter_room
from tests.tui.fake_desk import FakeDesk
from tests.tui.fake_views import identity
from tui.messages import Saved
from tui.screens.decide import DecideDialog
from tui.widgets.options import Options

pytestmark = pytest.mark.slow  # whole desks, one after the other


async def test_accept_keeps_the_grade_and_goes_on(enter: Enter) -> None:
    async with enter() as room:
        await room.press("a")
        assert room.desk.calls == [("c1", Decision.ACCEPT, "F", "6", "")]
        assert room.selected == "c2"
        assert "F6 reviewed" in room.drawn("queue").splitlines()[0]
        assert "5 of 6 open" in room.head


async def test_next_passes_over_what_is_decided(enter_small: Enter) -> None:
    async with enter_small() as room:
        await room.press("j", "a", "g", "n")
        assert room.selected == "c3"


async def test_when_all_is_decided_next_stays_and_says_so(enter_small: Enter) -> None:
    async with enter_small() as room:
        await room.press("a", "a", "a", "a", "a", "a", "n")
        assert len(room.desk.calls) == 6
        assert "No claim shown here waits" in room.toasts


async def test_override_requires_a_reason(enter: Enter) -> None:
    async with enter() as room:
        await room.press("o", "B", "enter")
        assert room.desk.calls == []
        dialog = room.app.screen
        assert isinstance(dialog, DecideDialog)
        assert "reason is required" in str(dialog.query_one("#problem", Static).render())
        await room.write("seen the minutes")
        await room.press("enter")
        assert room.desk.calls == [("c1", Decision.OVERRIDE, "B", "6", "seen the minutes")]
        assert room.app.screen is room.screen
        assert "B6 reviewed" in room.drawn("queue").splitlines()[0]


async def test_override_takes_letter_and_digit(enter_small: Enter) -> None:
    async with enter_small() as room:
        await room.press("o", "left", "tab", "2", "tab", "x", "enter")
        assert room.desk.calls == [("c1", Decision.OVERRIDE, "E", "2", "x")]


async def test_what_is_not_graded_has_no_digit(enter_small: Enter) -> None:
    async with enter_small() as room:
        await room.press("j", "j", "o")
        assert not room.app.screen.query("#credibility")
        await room.press("tab", "x", "enter")
        assert room.desk.calls == [("c3", Decision.OVERRIDE, "F", None, "x")]


async def test_refuse_requires_a_reason(enter_small: Enter) -> None:
    async with enter_small() as room:
        await room.press("r", "enter")
        assert room.desk.calls == []
        await room.write("no claim")
        await room.press("enter")
        assert room.desk.calls == [("c1", Decision.REFUSE, None, None, "no claim")]
        assert "refused" in room.drawn("queue").splitlines()[0]


async def test_a_conflict_keeps_what_was_typed_and_shows_the_new_version(enter: Enter) -> None:
    async with enter() as room:
        await room.press("o", "tab", "tab")
        await room.write("my reason")
        room.desk.change_elsewhere(1)
        await room.press("enter")
        dialog = room.app.screen
        assert isinstance(dialog, DecideDialog)
        assert "changed by Bo Marsh" in str(dialog.query_one("#problem", Static).render())
        assert dialog.query_one("#reason", Input).value == "my reason"
        assert "C6" in str(dialog.query_one("#about", Static).render())
        await room.press("enter")
        assert room.app.screen is room.screen
        assert room.desk.views[identity("c", 1)].reviews[-1].reason == "my reason"


async def test_a_conflict_on_accept_shows_the_new_version_and_decides_nothing(
    enter_small: Enter,
) -> None:
    async with enter_small() as room:
        room.desk.change_elsewhere(1)
        await room.press("a")
        assert "changed by Bo Marsh" in room.toasts
        assert room.selected == "c1"
        assert "C6 proposed" in room.drawn("queue").splitlines()[0]
        assert room.desk.views[identity("c", 1)].reviews == ()


async def test_a_refused_review_is_said(enter_small: Enter) -> None:
    async with enter_small() as room:
        room.desk.refusal = ReviewError("The second review is another person's.")
        await room.press("a")
        assert "another person" in room.toasts
        assert "F6 proposed" in room.drawn("queue").splitlines()[0]


async def test_undo_takes_back_and_returns_to_the_claim(enter: Enter) -> None:
    async with enter() as room:
        await room.press("a", "u")
        assert room.selected == "c1"
        assert "F6 proposed" in room.drawn("queue").splitlines()[0]
        assert "step about c1" in room.toasts
        await room.press("u")
        assert "Nothing to undo." in room.toasts


async def test_correct_hands_over_only_what_changed(enter_small: Enter) -> None:
    async with enter_small() as room:
        await room.press("c", "o", "tab", "h", "enter")
        assert room.desk.calls == [("c1", ClaimKind.OPINION, Modality.HEDGED, None, None)]
        assert "opinion" in room.drawn("queue").splitlines()[0]


async def test_a_corrected_claim_keeps_its_line_until_the_queue_is_read_again(
    enter_small: Enter,
) -> None:
    async with enter_small() as room:
        room.desk.last_kind = ClaimKind.OPINION
        await room.press("c", "o", "enter")
        assert room.drawn("queue").splitlines()[0].startswith("\u258c c1")
        assert "opinion" in room.drawn("queue").splitlines()[0]
        await room.press("f5")
        assert [row.handle for row in room.screen.state.rows] == [
            "c2",
            "c3",
            "c5",
            "c6",
            "c1",
            "c4",
        ]
        assert room.selected == "c1"


async def test_correct_wording_and_date(enter_small: Enter) -> None:
    async with enter_small() as room:
        await room.press("c")
        room.app.screen.query_one("#wording", Input).value = "Four cranes were sold."
        room.app.screen.query_one("#published", Input).value = "2026-02"
        await room.press("ctrl+s")
        assert room.desk.calls == [("c1", None, None, "Four cranes were sold.", "2026-02")]
        assert "Four cranes were sold." in room.drawn("queue")


async def test_correct_who_says_it(enter: Enter) -> None:
    async with enter() as room:
        await room.press("c")
        said = room.app.screen.query_one("#said_by", Input)
        assert said.value == "(internal minutes)"
        said.value = "Ina Holm; the harbour board"
        await room.press("ctrl+s")
        steps = {StepRole.SAYS: ("Ina Holm", "the harbour board")}
        assert room.desk.calls == [("c1", None, None, None, None, steps)]


async def test_a_correction_without_change_is_not_kept(enter_small: Enter) -> None:
    async with enter_small() as room:
        await room.press("c", "enter")
        assert room.desk.calls == []
        assert "Nothing is changed" in str(room.app.screen.query_one("#problem", Static).render())


async def test_name_the_source(enter_small: Enter) -> None:
    async with enter_small() as room:
        await room.press("s", "p", "tab")
        await room.write("Ina Holm")
        await room.press("enter")
        assert room.desk.calls == [("c1", "port engineers", "Ina Holm")]
        await room.press("3")
        assert "Ina Holm (named, group)" in room.drawn("record")


async def test_nothing_blocks_while_a_decision_is_kept(enter_small: Enter) -> None:
    async with enter_small() as room:
        room.desk.gate.clear()
        await room.strike("a")
        await room.until(lambda: "saving" in room.head)
        await room.strike("j")
        await room.strike("j")
        await room.until(lambda: room.selected == "c3")
        room.desk.gate.set()
        await room.settle()
        assert room.desk.views[identity("c", 1)].state == "reviewed"
        assert room.selected == "c3"


async def test_leaving_waits_for_what_is_being_kept(enter_small: Enter) -> None:
    async with enter_small() as room:
        room.desk.gate.clear()
        await room.strike("a")
        await room.strike("q")
        await room.until(lambda: "Leaving as soon as all is saved" in room.toasts)
        assert room.app.return_code is None
        room.desk.gate.set()
        await room.settle()
        assert room.app.return_code == 0
        assert room.desk.views[identity("c", 1)].state == "reviewed"


async def test_leaving_is_called_off_when_a_step_is_not_kept(enter_small: Enter) -> None:
    async with enter_small() as room:
        room.desk.gate.clear()
        room.desk.refusal = ReviewError("Not yours to decide.")
        await room.strike("a")
        await room.strike("q")
        await room.until(lambda: "Leaving as soon as all is saved" in room.toasts)
        room.desk.gate.set()
        await room.settle()
        assert room.app.return_code is None
        assert "Not yours to decide." in room.toasts


async def test_a_dialog_stays_until_the_step_is_kept(enter_small: Enter) -> None:
    async with enter_small() as room:
        await room.press("r", "x")
        room.desk.gate.clear()
        for key in ("enter", "enter", "escape"):
            await room.strike(key)
        await room.until(lambda: len(room.desk.calls) == 1)
        assert isinstance(room.app.screen, DecideDialog)
        assert "saving" in str(room.app.screen.query_one("#problem", Static).render())
        room.desk.gate.set()
        await room.settle()
        assert room.app.screen_stack == [room.screen]
        assert len(room.desk.calls) == 1


async def test_decisions_typed_at_once_are_each_about_the_claim_that_is_then_shown(
    enter: Enter,
) -> None:
    async with enter() as room:
        room.desk.delay = 0.05
        room.type("a", "a", "a")
        await room.settle()
        handles = [call[0] for call in room.desk.calls]
        assert handles == ["c1", "c2", "c3"]
        assert [room.desk.views[identity("c", n)].state for n in (1, 2, 3)] == ["reviewed"] * 3
        assert room.selected == "c4"


async def test_the_head_line_says_how_many_steps_are_being_saved_and_how_many_keys_wait(
    enter_large: Enter,
) -> None:
    async with enter_large() as room:
        await room.press("j", "k")
        room.desk.gate.clear()
        room.type("a", "u", "u", "a", "n")
        await room.until(lambda: "saving 3\u2026" in room.head and "2 more to do" in room.head)
        room.desk.gate.set()
        await room.settle()
        assert "saving" not in room.head
        assert "more to do" not in room.head


async def test_undo_typed_while_a_decision_is_saved_takes_that_decision_back(
    enter_small: Enter,
) -> None:
    async with enter_small() as room:
        room.desk.delay = 0.05
        room.type("a", "u", "a", "a")
        await room.settle()
        assert [call[0] for call in room.desk.calls] == ["c1", "c1", "c2"]
        assert room.desk.views[identity("c", 1)].state == "reviewed"
        assert room.selected == "c3"


async def test_undoing_a_correction_stays_on_its_claim(enter_small: Enter) -> None:
    async with enter_small() as room:
        await room.press("a", "c", "o", "enter", "j", "j", "u")
        assert room.selected == "c2"
        assert room.screen.state.mine == (identity("c", 1),)


async def test_what_is_chosen_in_the_palette_while_a_decision_is_saved_stands_in_line(
    enter_small: Enter,
) -> None:
    async with enter_small() as room:
        room.desk.gate.clear()
        room.type("a")
        await room.until(lambda: "saving" in room.head)
        await room.strike("ctrl+p")
        await room.until(lambda: len(room.app.screen_stack) == 2)
        for letter in "refuse":
            await room.strike(letter)
        await room.until(lambda: bool(room.app.screen.query("OptionList")))
        await room.pilot.pause(0.3)
        await room.strike("enter")
        await room.until(lambda: "1 more to do" in room.head)
        room.desk.gate.set()
        await room.settle()
        assert isinstance(room.app.screen, DecideDialog)
        assert "Refuse c2" in str(room.app.screen.query_one("#heading", Static).render())


async def test_what_is_clicked_while_a_decision_is_saved_stands_in_line(
    enter_large: Enter,
) -> None:
    async with enter_large() as room:
        room.desk.delay = 0.05
        room.type("a")
        await room.pilot.click("#keys", offset=(2, 0))
        await room.settle()
        assert [call[0] for call in room.desk.calls] == ["c1", "c2"]


async def test_a_conflict_drops_what_was_typed_for_the_time_after_it(enter_small: Enter) -> None:
    async with enter_small() as room:
        room.desk.delay = 0.05
        room.desk.change_elsewhere(1)
        room.type("a", "a", "j")
        await room.settle()
        assert [call[0] for call in room.desk.calls] == ["c1"]
        assert "changed by Bo Marsh" in room.toasts
        assert "2 keys typed since: not carried out" in room.toasts
        assert room.selected == "c1"


async def test_what_is_typed_before_a_dialog_is_drawn_is_typed_into_it(enter: Enter) -> None:
    async with enter() as room:
        room.desk.delay = 0.05
        room.type(
            "o", "B", "tab", "2", "tab", *"seen", "space", *"it", "enter", "r", *"no", "enter"
        )
        await room.settle()
        assert room.desk.calls == [
            ("c1", Decision.OVERRIDE, "B", "2", "seen it"),
            ("c2", Decision.REFUSE, None, None, "no"),
        ]
        assert room.app.screen is room.screen


async def test_what_is_pasted_before_a_dialog_is_drawn_is_pasted_into_it(
    enter_small: Enter,
) -> None:
    async with enter_small() as room:
        room.type("r")
        room.app.post_message(Paste("seen the minutes"))
        room.type("enter")
        await room.settle()
        assert room.desk.calls == [("c1", Decision.REFUSE, None, None, "seen the minutes")]


async def test_leaving_waits_for_decisions_that_still_stand_in_line(enter_small: Enter) -> None:
    async with enter_small() as room:
        room.desk.delay = 0.05
        room.type("a", "a", "q")
        await room.settle()
        assert [call[0] for call in room.desk.calls] == ["c1", "c2"]
        assert room.app.return_code == 0


async def test_a_claim_that_cannot_be_read_holds_no_key_back(enter_small: Enter) -> None:
    async with enter_small() as room:
        room.desk.unreadable = identity("c", 2)
        room.type("j", "a")
        await room.settle()
        assert "cannot be read" in room.toasts
        await room.press("a")
        assert "c2 is not shown" in room.toasts
        assert room.desk.calls == []


async def test_the_desk_lives_in_one_thread_and_is_closed() -> None:
    desk = FakeDesk()
    async with enter_room(desk, (80, 24)) as room:
        await room.press("a", "u", "f5")
    assert desk.closed
    assert len(desk.threads) == 1


async def test_options_are_told_apart_without_colour(enter_small: Enter) -> None:
    async with enter_small() as room:
        await room.press("o", "c")
        assert "[\u2022] C" in str(room.app.screen.query_one("#reliability", Options).render())
        assert "[ ] F" in str(room.app.screen.query_one("#reliability", Options).render())


async def test_a_dialog_about_another_claim_survives_an_answer(enter_small: Enter) -> None:
    async with enter_small() as room:
        room.desk.gate.clear()
        await room.strike("a")
        await room.strike("j")
        await room.until(lambda: room.selected == "c2")
        # The desk is busy with c1, so c2 is shown only after it; its dialog opens then.
        room.desk.gate.set()
        await room.settle()
        await room.press("r", "x")
        room.screen.post_message(
            Saved("c1 accepted", room.desk.views[identity("c", 1)], others=False)
        )
        await room.settle()
        assert isinstance(room.app.screen, DecideDialog)
        assert room.app.screen.query_one("#reason", Input).value == "x"


async def test_a_dialog_under_the_palette_closes_when_its_step_is_kept(enter_small: Enter) -> None:
    async with enter_small() as room:
        await room.press("r", "x")
        room.desk.gate.clear()
        await room.strike("enter")
        await room.strike("ctrl+p")
        await room.until(lambda: len(room.app.screen_stack) == 3)
        room.desk.gate.set()
        await room.settle()
        await room.press("escape")
        assert room.app.screen_stack == [room.screen]
        assert room.desk.views[identity("c", 1)].state == "refused"


async def test_keys_faster_than_a_dialog_or_page_do_no_harm(enter_small: Enter) -> None:
    async with enter_small() as room:
        for keys in (("o", "enter", "ctrl+s"), ("c", "enter"), ("l", "j", "enter")):
            for key in keys:
                room.app.post_message(Key(key, key if len(key) == 1 else None))
            await room.settle()
            await room.press("escape")
        assert room.desk.calls == []
        assert room.app.screen is room.screen
