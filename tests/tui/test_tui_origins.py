"""The tree of origins in the room, and what is decided there."""

from textual.widgets import Input

from provenance.errors import ConflictError
from provenance.model import DerivationKind, Stance, State
from tests.tui.driver import Enter
from tests.tui.fake_views import identity
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


async def test_a_tie_is_confirmed_and_refused_in_the_open_tree(enter: Enter) -> None:
    async with enter() as room:
        view = room.screen.shown.view
        assert view is not None
        (first, *_) = rows_of(view)
        await room.press("t", "y")
        assert room.desk.calls == [(first.id, State.CONFIRMED, None)]
        assert "confirmed" in room.toasts
        assert isinstance(room.app.screen, OriginsScreen)
        assert "confirmed" in room.drawn("ties")
        await room.press("y")
        assert len(room.desk.calls) == 1, "what is so already is not told again"
        await room.press("x")
        assert room.desk.calls[-1] == (first.id, State.REFUSED, None)
        await room.press("u", "u")
        assert "proposed" in room.drawn("ties")
        assert room.desk.history == []


async def test_decisions_typed_in_a_row_are_each_kept_about_the_row_that_was_meant(
    enter: Enter,
) -> None:
    async with enter() as room:
        known = room.desk.views[identity("c", 1)]
        (tie,) = known.derivations
        other = tie.model_copy(update={"id": identity("t", 2), "upstream_name": "Coast Radio"})
        view = known.model_copy(update={"derivations": (tie, other)})
        room.desk.views[known.id] = view
        await room.press("f5")
        first, second, *_ = rows_of(view)
        room.desk.gate.clear()
        room.type("t", "y", "j", "x", "u", "escape", "t")
        await room.until(lambda: isinstance(room.app.screen, OriginsScreen))
        await room.until(lambda: "saving" in room.drawn("ties"))
        room.desk.gate.set()
        await room.settle()
        told = [call[:2] for call in room.desk.calls]
        assert told == [(first.id, State.CONFIRMED), (second.id, State.REFUSED)]
        assert len(room.desk.history) == 1, "the second one was taken back"
        assert isinstance(room.app.screen, OriginsScreen)


async def test_the_tree_that_is_asked_for_is_that_of_the_claim_gone_to(enter: Enter) -> None:
    async with enter() as room:
        room.desk.delay = 0.05
        room.type("j", "t")
        await room.settle()
        screen: object = room.app.screen
        assert isinstance(screen, OriginsScreen)
        assert room.selected == "c2"
        assert screen.is_about(room.screen.state.selected)


async def test_what_failed_is_said_and_can_be_decided_again(enter: Enter) -> None:
    async with enter() as room:
        room.desk.refusal = ConflictError("Bo Marsh decided this meanwhile.")
        await room.press("t", "y")
        assert "Bo Marsh" in room.toasts
        assert "saving" not in room.drawn("ties")
        await room.press("y")
        assert "confirmed" in room.drawn("ties")


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
        assert room.app.screen.query("#tree"), "the tree stays open"
        await room.press("n")
        again = room.app.screen
        again.query_one("#document", Input).value = "d2"
        again.query_one("#which_claim", Input).value = "c3"
        again.query_one("#stance", Options).chosen = frozenset({"contradicts"})
        await room.press("enter")
        assert room.desk.calls[-1] == ("d2", "c3", None, Stance.CONTRADICTS)


async def test_a_claim_without_ties_has_nothing_to_decide(enter: Enter) -> None:
    async with enter() as room:
        view = room.screen.shown.view
        assert view is not None
        assert rows_of(view) != ()
        assert rows_of(view.model_copy(update={"derivations": (), "refused": ()})) == ()
