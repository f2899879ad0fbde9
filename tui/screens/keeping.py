"""Keeping: steps on their way to the desk, the keys that wait for them, and open dialogs.

A step is told to the desk beside the screen, in the order of the keys. Until it is kept the head
line says so, and a dialog stays with what was typed. The claim that a step is about is the one
on the screen, in the version that was seen: a key that decides waits until the step before it
about the same claim is kept, and until the claim it goes on to is shown.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual import on
from textual.events import Key
from textual.widgets import Input

from provenance.display import for_terminal, one_line
from provenance.model.dossier import ClaimView
from tui import messages
from tui.actions import ACTIONS
from tui.desk import Desk, DeskThread
from tui.keys import Chosen, Typed, TypedKeys
from tui.record import grade_words
from tui.screens.dialog import Dialog
from tui.screens.looking import LookingScreen

if TYPE_CHECKING:
    from provenance.workspace.notes import Note
    from tui.screens.origins import OriginsScreen


class KeepingScreen(LookingScreen):
    """What every step about a claim has in common."""

    def __init__(self, desk: DeskThread, keys: TypedKeys) -> None:
        """Stand on a desk that is not open yet; keys that decide wait for what is shown."""
        super().__init__(desk)
        self._keys = keys
        self._saving: list[str] = []  # what is on its way, in order
        self._waiting = 0  # keys that stand in line
        self._dialog: Dialog | None = None
        self._asked = ""  # the claim that the dialog is about
        self._origins: OriginsScreen | None = None  # where several are decided one after another
        self._leaving = False

    @on(messages.Saved)
    def _saved(self, event: messages.Saved) -> None:
        self._is_over(event.view.id)
        if self._dialog is not None and self._asked == event.view.id:
            self._dialog.done()
        done = f"{event.done}: in record and log"
        self.notify(for_terminal(done), markup=False, timeout=2)
        self.state = self.state.with_view(event.view)
        self.show_view(event.view)
        if event.others:
            self.draw_queue()
            self.reload()
        else:
            self._go_on_from(event.view.id)
        self._leave_if_asked()
        self._keys.go_on()

    @on(messages.Moved)
    def _moved(self, event: messages.Moved) -> None:
        self._is_over(event.asked)
        if self._dialog is not None and self._asked == event.asked:
            self._dialog.done()
        done = f"{event.done}{event.view.handle}: in record and log"
        self.notify(for_terminal(done), markup=False, timeout=2)
        self.wanted = event.view.id
        self.reload()
        self._leave_if_asked()
        self._keys.go_on()

    @on(messages.Undone)
    def _undone(self, event: messages.Undone) -> None:
        self._is_over(_UNDO)
        done = event.done
        self.notify(for_terminal(f"Undone: {done.words}"), markup=False)
        self.set_state(self.state.undone(done.claim, decision=done.decision))
        if self._origins is not None and not self._origins.is_about(self.state.selected):
            self._origins.action_leave()  # the room goes on to the claim that this was about
        self.reload()
        self._leave_if_asked()
        self._keys.go_on()

    @on(messages.Noted)
    def _noted(self, event: messages.Noted) -> None:
        self._is_over(event.identity)
        if self._dialog is not None and self._asked == event.identity:
            self._dialog.done()
        done = f"{event.done}: scratch, not in the record"
        self.notify(for_terminal(done), markup=False, timeout=2)
        self.show_notes(event.identity, event.notes)
        self.draw_queue()
        self._leave_if_asked()
        self._keys.go_on()

    @on(messages.NotSaved)
    def _not_saved(self, event: messages.NotSaved) -> None:
        self._is_over(event.identity or _UNDO)
        self._leaving = False
        if self._dialog is not None and self._asked == event.identity:
            self._dialog.failed(event.reason)
        else:
            row = self.state.row(event.identity or "")
            title = f"Not saved: {row.handle}" if row else "Not saved"
            reason = for_terminal(event.reason)
            self.notify(reason, title=title, severity="error", markup=False, timeout=8)
        self._drop_keys()
        self.draw_queue()
        self.reload()

    @on(messages.NotLoaded)
    def _nothing_to_wait_for(self) -> None:
        self._loading, self.opening = "", False
        self._drop_keys()
        self.draw_head()

    def loaded(self) -> None:
        """Go on with the keys, to the screen that was opened with what was loaded."""
        self.app.screen.call_later(self._keys.go_on)

    def head(self) -> tuple[str, str]:
        """Say that something is being saved, while it is."""
        left, right = super().head()
        under_way = f"saving {len(self._saving)}\u2026 " if self._saving else ""
        keys = f"{self._waiting} more to do\u2026 " if self._waiting else ""
        return left, under_way + keys + right

    def has_to_wait(self, typed: Typed, waiting: int) -> bool:
        """Return whether a key has to wait, and say so; ``waiting`` counts those in line."""
        waits = self._has_to_wait(typed)
        if self._waiting != (waiting if waits else 0):
            self._waiting = waiting if waits else 0
            self.draw_head()
        return waits

    def _has_to_wait(self, typed: Typed) -> bool:
        top, key = self.app.screen, typed.key if isinstance(typed, Key) else ""
        if isinstance(top, Dialog):
            return top.saving and key not in _WHILE_SAVING
        if self.opening:
            return True
        if isinstance(typed, Chosen):
            waits = typed.action in _WAITING
        elif top is self._origins:
            waits = key in self._origins.DECIDING
        else:
            waits = top is self and key in _WAITING_KEYS and not isinstance(self.focused, Input)
        if not waits:
            return False
        if self.opened is None or _UNDO in self._saving:
            return True
        row = self.state.selected
        return row is not None and (row.id == self._loading or row.id in self._saving)

    def _drop_keys(self) -> None:
        """Drop what was typed for the time after a step that was not kept."""
        count = self._keys.drop()
        self._waiting = 0
        if count:
            keys = "1 key" if count == 1 else f"{count} keys"
            self.notify(f"{keys} typed since: not carried out.", markup=False, timeout=8)

    def lost(self, reason: str) -> None:
        """Say where a claim went; what was typed ahead is not done to another one."""
        super().lost(reason)
        self._drop_keys()

    def show_view(self, view: ClaimView, *, keep: bool = False) -> None:
        """Show a claim, in an open dialog about it as well."""
        super().show_view(view, keep=keep)
        self._keys.go_on()
        if self._dialog is not None and self._asked == view.id:
            self._dialog.about(about(view))
        if self._origins is not None:
            self._origins.renew(view)

    def _ready(self) -> ClaimView | None:
        """Return the selected claim when it is on the screen and no step about it is under way."""
        row, view = self.state.selected, self.shown.view
        if row is None:
            self.notify("There is no claim to decide about.", markup=False)
        elif view is None or view.id != row.id:
            self.notify(f"{row.handle} is not shown; f5 reads it again.", markup=False)
        elif view.id in self._saving:  # asked for without a key, which would wait
            self.notify(f"{row.handle} is being saved.", markup=False)
        else:
            return view
        return None

    def _latest(self, view: ClaimView) -> ClaimView:
        shown = self.shown.view
        return shown if shown is not None and shown.id == view.id else view

    def _keep_note(
        self, done: str, identity: str, order: "Callable[[Desk], tuple[Note, ...]]"
    ) -> None:
        self._saving.append(identity)
        self.work.note(done, identity, order)
        self.draw_queue()

    def _undo(self) -> None:
        self._saving.append(_UNDO)
        self.work.undo()
        self.draw_queue()

    def _save(
        self, done: str, identity: str, order: Callable[[Desk], ClaimView], *, others: bool
    ) -> None:
        self._saving.append(identity)
        self.work.save(done, identity, order, others=others)
        self.draw_queue()

    def _step(
        self, view: ClaimView, done: str, order: Callable[[Desk, ClaimView], ClaimView]
    ) -> None:
        """Keep a step about the latest version of a claim that may change other claims too."""
        seen = self._latest(view)
        self._save(done, view.id, lambda desk: order(desk, seen), others=True)

    def _move(self, done: str, asked: str, order: Callable[[Desk], ClaimView]) -> None:
        self._saving.append(asked)
        self.work.move(done, asked, order)
        self.draw_queue()

    def _is_over(self, identity: str) -> None:
        if identity in self._saving:
            self._saving.remove(identity)

    def _go_on_from(self, identity: str) -> None:
        """Go on to the next open claim, unless the person has moved on already."""
        row = self.state.selected
        self.state = self.state.decided(identity)
        on = self.state.next_open() if row is not None and row.id == identity else None
        self.set_state(on or self.state)

    def _open(self, dialog: Dialog, view: ClaimView) -> None:
        self._ask_about(dialog, view.id)

    def _ask_about(self, dialog: Dialog, asked: str) -> None:
        self._dialog, self._asked = dialog, asked
        self.app.push_screen(dialog, self._dialog_closed)

    def _dialog_closed(self, _result: None) -> None:
        self._dialog = None
        self._keys.go_on()

    def _leave_if_asked(self) -> None:
        if self._leaving and not self._saving:
            self.app.exit()


_WAITING = frozenset(action.name for action in ACTIONS if action.waits)
_WAITING_KEYS = frozenset(key for each in ACTIONS if each.waits for key in each.keys.split(","))
_WHILE_SAVING = frozenset({"enter", "escape", "ctrl+s", "ctrl+p"})  # the dialog's own
MARK = "mark"  # as that one
_UNDO = "undo"  # stands among the identities of claims, which are longer


def about(view: ClaimView) -> str:
    """Return what a dialog says of the claim that it is about."""
    grade = grade_words(view.cell, proposed=view.proposed, state=view.state)
    return f"{view.handle}, now {grade}: {one_line(view.wording, 300)}"
