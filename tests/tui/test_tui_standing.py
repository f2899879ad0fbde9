"""What is said in the room of a whole text, and of those who say so."""

from textual.widgets import Input

from provenance.model import Genre
from tests.tui.driver import Enter, Room
from tui.actions import ACTIONS
from tui.screens.dialog import Dialog
from tui.screens.help import help_sheet
from tui.screens.impact import ImpactScreen
from tui.screens.leads import LeadsScreen
from tui.screens.standing import GenreDialog, OursDialog, RetractDialog
from tui.widgets.options import Options


def choose(room: Room, field: str, answer: str) -> None:
    room.app.screen.query_one(f"#{field}", Options).chosen = frozenset({answer})


def write(room: Room, field: str, words: str) -> None:
    room.app.screen.query_one(f"#{field}", Input).value = words


async def test_a_text_is_given_a_genre(enter: Enter) -> None:
    async with enter() as room:
        await room.press("D")
        assert isinstance(room.app.screen, GenreDialog)
        assert room.app.screen.query_one("#genre", Options).answer == Genre.NEWS_REPORT
        choose(room, "genre", Genre.OPINION)
        write(room, "reason", "it argues")
        await room.press("enter")
        assert room.desk.calls == [("d1", Genre.OPINION, "it argues")]
        assert "opinion page" in room.toasts
        await room.press("u")
        assert room.desk.history == []


async def test_a_text_or_its_outlet_is_said_to_be_ours(enter: Enter) -> None:
    async with enter() as room:
        view = room.screen.shown.view
        assert view is not None
        await room.press("O")
        assert isinstance(room.app.screen, OursDialog)
        named = tuple(step.source for step in view.appearances[0].steps if step.source)
        assert room.desk.named == named
        await room.press("enter")
        await room.press("O")
        choose(room, "which", "s1")
        choose(room, "whose", "not ours")
        write(room, "reason", "sold in May")
        await room.press("enter")
        assert room.desk.calls == [("d1", True, ""), ("s1", False, "sold in May")]


async def test_a_retraction_needs_a_reason_and_may_name_its_notice(enter: Enter) -> None:
    async with enter() as room:
        await room.press("R")
        assert isinstance(room.app.screen, RetractDialog)
        await room.press("enter")
        assert room.desk.calls == []
        write(room, "reason", "the paper withdrew it")
        write(room, "notice", "d2")
        await room.press("enter")
        assert room.desk.calls == [("d1", "d2", "the paper withdrew it")]


async def test_what_is_typed_before_a_dialog_is_there_goes_into_it(enter: Enter) -> None:
    async with enter() as room:
        room.desk.delay = 0.05
        room.type("R", "tab", "f", "a", "l", "s", "e", "enter")
        await room.settle()
        assert room.desk.calls == [("d1", "", "false")]
        assert not isinstance(room.app.screen, Dialog)
        assert room.selected == "c1", "no key went to the queue"


async def test_keys_typed_after_leads_and_impact_are_theirs(enter: Enter) -> None:
    async with enter() as room:
        room.desk.delay = 0.05
        room.type("l", "j")
        await room.settle()
        screen: object = room.app.screen
        assert isinstance(screen, LeadsScreen)
        assert (screen.index, room.selected) == (1, "c1")
        await room.press("escape")
        room.type("j", "i")
        await room.settle()
        assert isinstance(room.app.screen, ImpactScreen)


def test_each_of_them_stands_in_help_and_waits_for_its_claim() -> None:
    actions = {each.name: each for each in ACTIONS}
    for name in ("genre", "ours", "retract", "origins", "impact"):
        assert actions[name].waits
        assert actions[name].sentence in help_sheet().text
    assert not actions["undo"].waits
