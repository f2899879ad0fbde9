"""A claim is added, divided, split and merged in the room, and seen before it is kept."""

import pytest
from textual.widgets import Input, Static

from provenance.model import ClaimKind, Modality
from tests.tui.driver import Enter, Room
from tests.tui.fake_views import SENTENCES
from tui.screens.mark import MarkDialog


def stands(room: Room) -> str:
    return str(room.app.screen.query_one("#stands", Static).render())


def field(room: Room, name: str) -> Input:
    return room.app.screen.query_one(f"#{name}", Input)


async def test_words_are_shown_where_they_stand_and_become_a_claim(enter: Enter) -> None:
    async with enter() as room:
        await room.press("m")
        dialog = room.app.screen
        assert isinstance(dialog, MarkDialog)
        field(room, "quote").value = "four cranes"
        await room.settle()
        assert "[four cranes]" in stands(room)
        await room.press("enter")
        document = room.screen.shown.document
        assert document is not None
        fact, asserted = ClaimKind.FACT, Modality.ASSERTED
        assert room.desk.calls == [(document.handle, "four cranes", None, fact, asserted, (), "")]
        assert room.app.screen is room.screen
        assert room.selected == "c2"  # the claim that the desk says it is
        assert "Added c2" in room.toasts


async def test_sentences_are_taken_with_the_arrows(enter_small: Enter) -> None:
    async with enter_small() as room:
        await room.press("m", "up")
        assert field(room, "quote").value == SENTENCES[0]
        await room.press("down")
        assert field(room, "quote").value != SENTENCES[0]
        await room.press("up")
        assert field(room, "quote").value == SENTENCES[0]


async def test_words_that_stand_nowhere_or_several_times_are_said(enter_small: Enter) -> None:
    async with enter_small() as room:
        await room.press("m")
        field(room, "quote").value = "the harbour board never sold cranes"
        await room.settle()
        assert "nearest passage" in stands(room)
        field(room, "quote").value = "basins"
        await room.settle()
        assert "times" in stands(room)
        assert "which?" in stands(room)
        field(room, "which").value = "2"
        await room.settle()
        assert stands(room).startswith("stands at ")


async def test_what_the_desk_refuses_keeps_what_was_typed(enter_small: Enter) -> None:
    async with enter_small() as room:
        await room.press("m")
        field(room, "quote").value = "no such words"
        await room.press("enter")
        assert isinstance(room.app.screen, MarkDialog)
        problem = str(room.app.screen.query_one("#problem", Static).render())
        assert "Not saved" in problem
        assert field(room, "quote").value == "no such words"
        await room.press("escape")
        assert not room.app.screen.query("#quote")


async def test_an_empty_quote_is_not_handed_in(enter_small: Enter) -> None:
    async with enter_small() as room:
        await room.press("m", "enter")
        assert room.desk.calls == []


async def test_a_claim_is_divided_by_its_words(enter_small: Enter) -> None:
    async with enter_small() as room:
        await room.press("w", "enter")
        assert room.desk.calls == []  # one part is no division
        field(room, "part_1").value = "sold four cranes"
        field(room, "part_2").value = "internal minutes show"
        await room.press("enter")
        parts = ("sold four cranes", "internal minutes show")
        assert room.desk.calls == [("c1", "parts", *parts)]


@pytest.mark.slow
async def test_a_place_is_split_off_and_a_claim_put_under_another(enter_small: Enter) -> None:
    async with enter_small() as room:
        place = room.screen.shown.place
        assert place is not None
        await room.press("S")
        assert room.desk.calls == [("c1", "split", place.id)]
        await room.press("M")
        field(room, "claim").value = "c3"
        await room.press("enter")
        assert room.desk.calls[-1] == ("c1", "merge", "c3")
        assert room.selected == "c3"
