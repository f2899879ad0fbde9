"""Claims that were erased elsewhere while the room is open: it is said, and work goes on."""

import pytest
from textual.widgets import Static

from tests.tui.driver import Enter
from tests.tui.fake_views import identity
from tui.screens.decide import DecideDialog

pytestmark = pytest.mark.slow  # whole desks, one after the other


async def test_going_to_a_claim_that_is_gone_says_so_and_takes_its_line_away(enter: Enter) -> None:
    async with enter() as room:
        room.desk.erase_elsewhere(2)
        await room.press("j")
        assert "an order of the court" in room.toasts
        assert room.selected == "c3"
        assert [row.handle for row in room.screen.state.rows] == ["c1", "c3", "c4", "c5", "c6"]
        await room.press("a")
        assert [call[0] for call in room.desk.calls] == ["c3"]


async def test_what_was_typed_for_a_claim_that_is_gone_is_not_done_to_the_next(
    enter_small: Enter,
) -> None:
    async with enter_small() as room:
        room.desk.delay = 0.05
        room.desk.erase_elsewhere(2)
        room.type("j", "a")
        await room.settle()
        assert "1 key typed since: not carried out" in room.toasts
        assert room.desk.calls == []


async def test_a_decision_about_a_claim_that_is_gone_is_not_kept(enter: Enter) -> None:
    async with enter() as room:
        room.desk.erase_elsewhere(1)
        await room.press("a")
        assert "an order of the court" in room.toasts
        assert room.selected == "c2"
        assert "c1" not in room.drawn("queue")


async def test_a_dialog_about_a_claim_that_is_gone_says_so_and_can_be_left(
    enter_small: Enter,
) -> None:
    async with enter_small() as room:
        await room.press("r", "x")
        room.desk.erase_elsewhere(1)
        await room.press("enter")
        dialog = room.app.screen
        assert isinstance(dialog, DecideDialog)
        assert "an order of the court" in str(dialog.query_one("#problem", Static).render())
        await room.press("escape")
        assert room.selected == "c2"


async def test_reading_the_queue_again_says_that_the_claim_is_gone(enter_small: Enter) -> None:
    async with enter_small() as room:
        room.desk.erase_elsewhere(1)
        await room.press("f5")
        assert "c1: erased, or put under another claim" in room.toasts
        assert room.selected == "c2"


async def test_the_last_claim_gone_leaves_an_empty_queue(enter_small: Enter) -> None:
    async with enter_small() as room:
        for number in range(1, 7):
            room.desk.erase_elsewhere(number)
        await room.press("j", "f5", "a", "N")
        assert room.screen.state.rows == ()
        assert "There is no claim to decide about" in room.toasts


async def test_marks_of_claims_that_are_gone_are_left_out(enter_large: Enter) -> None:
    async with enter_large() as room:
        room.desk.erase_elsewhere(6)
        await room.press("f5")
        assert identity("c", 6) not in {row.id for row in room.screen.state.rows}
        assert "c6" not in room.drawn("document")
