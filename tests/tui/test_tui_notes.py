"""Scratch notes: written, shown apart and deleted; the screen says what goes where."""

import pytest

from provenance.errors import ReviewError
from tests.tui.driver import Enter, Room
from tests.tui.fake_views import identity

pytestmark = pytest.mark.slow  # whole desks, one after the other


async def _noted(room: Room, words: str) -> None:
    await room.press("N")
    await room.write(words)
    await room.press("enter")


def _destination(room: Room) -> str:
    return str(room.app.screen.query_one("#dialog").border_subtitle)


async def test_a_note_stands_apart_in_the_record_and_changes_no_claim(enter: Enter) -> None:
    async with enter() as room:
        before = room.desk.views[identity("c", 1)]
        await _noted(room, "ask the pilots")
        assert room.app.screen is room.screen
        assert room.selected == "c1"
        assert [note.text for note in room.desk.scratch] == ["ask the pilots"]
        assert "scratch, not in the record" in room.toasts
        assert "Scratch notes: 1" in room.record
        assert "outside record, log and exports" in room.record
        assert "ask the pilots" in room.record
        assert room.desk.views[identity("c", 1)] == before
        assert room.desk.calls == []


async def test_the_notes_of_another_claim_are_not_shown(enter_large: Enter) -> None:
    async with enter_large() as room:
        await _noted(room, "ask the pilots")
        await room.press("j")
        assert "Scratch notes" not in room.record
        await room.press("k")
        assert "ask the pilots" in room.record


async def test_a_note_is_deleted(enter_small: Enter) -> None:
    async with enter_small() as room:
        await room.press("X")
        assert "no note about c1" in room.toasts
        await _noted(room, "one")
        await _noted(room, "two")
        await room.press("X", "1", "enter")
        assert [note.text for note in room.desk.scratch] == ["two"]
        assert "Scratch notes: 1" in room.record


async def test_a_note_without_words_is_not_written(enter_small: Enter) -> None:
    async with enter_small() as room:
        await room.press("N", "enter", "escape")
        assert room.desk.scratch == []
        assert room.app.screen is room.screen


async def test_each_dialog_says_where_it_writes(enter: Enter) -> None:
    async with enter() as room:
        for key in ("o", "r", "c", "s"):
            await room.press(key)
            assert _destination(room) == "goes into the record and the log", key
            await room.press("escape")
        await _noted(room, "one")
        for key in ("N", "X"):
            await room.press(key)
            assert _destination(room) == "scratch: outside record and log, can be deleted", key
            await room.press("escape")


async def test_what_was_kept_says_where(enter_small: Enter) -> None:
    async with enter_small() as room:
        await room.press("a")
        assert "c1 accepted: in record and log" in room.toasts


async def test_a_note_typed_while_a_decision_is_saved_is_about_the_claim_then_shown(
    enter_small: Enter,
) -> None:
    async with enter_small() as room:
        room.desk.delay = 0.05
        room.type("a", "N", *"why", "enter", "a")
        await room.settle()
        assert [(note.about, note.text) for note in room.desk.scratch] == [("c2", "why")]
        assert [call[0] for call in room.desk.calls] == ["c1", "c2"]


async def test_a_refused_decision_keeps_the_notes_on_the_screen(enter_small: Enter) -> None:
    async with enter_small() as room:
        await _noted(room, "ask the pilots")
        room.desk.refusal = ReviewError("Not yours to decide.")
        await room.press("a")
        assert "ask the pilots" in room.record
