"""The tree of origins in the room, and what is decided there."""

from textual.widgets import Input

from provenance.model import DerivationKind, Stance, State
from tests.tui.driver import Enter
from tui.screens.origins import AddDialog, OriginsScreen, rows_of
from tui.widgets.options import Options


async def test_the_tree_stands_above_what_can_be_decided(enter: Enter) -> None:
    async with enter() as room:
        await room.press("t")
        opened: object = room.app.screen
        assert isinstance(opened, OriginsScreen)
        view = room.screen.shown.view
        assert view is not None
        tree, ties = room.drawn("tree"), room.drawn("ties")
        assert f"Origin 1: {view.origins[0].name}" in tree
        assert view.derivations[0].wording in ties
        assert "proposed" in ties
        await room.press("escape")
        assert not room.app.screen.query("#tree")


async def test_a_tie_is_confirmed_and_refused(enter: Enter) -> None:
    async with enter() as room:
        view = room.screen.shown.view
        assert view is not None
        (first, *_) = rows_of(view)
        await room.press("t", "y")
        assert room.desk.calls == [(first.id, State.CONFIRMED, None)]
        assert "confirmed" in room.toasts
        await room.press("t", "y")
        assert isinstance(room.app.screen, OriginsScreen), "what is so already is not told again"
        await room.press("x")
        assert room.desk.calls[-1] == (first.id, State.REFUSED, None)


async def test_a_tie_or_a_link_is_added(enter: Enter) -> None:
    async with enter() as room:
        await room.press("t", "n")
        dialog = room.app.screen
        assert isinstance(dialog, AddDialog)
        await room.press("enter")
        assert room.desk.calls == [], "a document must be named"
        dialog.query_one("#document", Input).value = "d2"
        dialog.query_one("#goes_back_to", Input).value = "Vale Herald"
        await room.press("enter")
        assert room.desk.calls == [("d2", "Vale Herald", DerivationKind.COPY, None)]
        await room.press("t", "n")
        dialog = room.app.screen
        dialog.query_one("#document", Input).value = "d2"
        dialog.query_one("#which_claim", Input).value = "c3"
        dialog.query_one("#stance", Options).chosen = frozenset({"contradicts"})
        await room.press("enter")
        assert room.desk.calls[-1] == ("d2", "c3", None, Stance.CONTRADICTS)


async def test_a_claim_without_ties_has_nothing_to_decide(enter: Enter) -> None:
    async with enter() as room:
        view = room.screen.shown.view
        assert view is not None
        assert rows_of(view) != ()
        assert rows_of(view.model_copy(update={"derivations": (), "refused": ()})) == ()
