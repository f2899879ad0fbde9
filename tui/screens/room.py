"""The review room: looking, and deciding about what is looked at.

A step is told to the desk beside the screen, in the order of the keys. Until it is kept the head
line says so, and a dialog stays with what was typed. The claim that a decision is about is the
one on the screen, in the version that was seen: a key that decides waits until the step before
it about the same claim is kept, and until the claim it goes on to is shown.
"""

from collections.abc import Callable

from textual import on
from textual.widgets import Input

from provenance.display import for_terminal, one_line
from provenance.model.dossier import ClaimView
from provenance.model.judgement import Decision
from tui import messages
from tui.actions import ACTIONS
from tui.desk import Desk, DeskThread
from tui.keys import TypedKeys
from tui.record import grade_words
from tui.screens.dialog import Dialog
from tui.screens.looking import LookingScreen


class RoomScreen(LookingScreen):
    """The review room."""

    def __init__(self, desk: DeskThread, keys: TypedKeys) -> None:
        """Stand on a desk that is not open yet; keys that decide wait for what is shown."""
        super().__init__(desk)
        self._keys = keys
        self._saving: list[str] = []  # what is on its way, in order
        self._waiting = 0  # keys that stand in line
        self._dialog: Dialog | None = None
        self._asked = ""  # the claim that the dialog is about
        self._leaving = False

    def action_accept(self) -> None:
        """Accept the grade of the claim as it stands."""
        view = self._ready()
        if view is not None:
            self._decide(view, Decision.ACCEPT, view.reliability, view.credibility, "")

    def action_override(self) -> None:
        """Ask for another grade."""
        self._ask_decision(Decision.OVERRIDE)

    def action_refuse(self) -> None:
        """Ask why the claim is refused."""
        self._ask_decision(Decision.REFUSE)

    def action_undo(self) -> None:
        """Take the last step back."""
        self._saving.append(_UNDO)
        self.work.undo()
        self.draw_queue()

    def action_correct(self) -> None:
        """Ask what is to be corrected."""
        from tui.screens.correct import CorrectDialog, Correction

        view = self._ready()
        if view is None:
            return

        def submit(correction: Correction) -> None:
            seen = self._latest(view)
            self._save(
                f"{view.handle} corrected",
                view.id,
                lambda desk: desk.correct(
                    seen,
                    type=correction.kind,
                    modality=correction.modality,
                    wording=correction.wording,
                    published=correction.published,
                ),
                others=True,
            )

        self._open(CorrectDialog(view, self.shown.place, _about(view), submit), view)

    def action_name_source(self) -> None:
        """Ask who stands behind unnamed words."""
        from tui.screens.correct import SourceDialog

        view, place = self._ready(), self.shown.place
        if view is None or place is None:
            return
        words = tuple(dict.fromkeys(step.name for step in place.steps if not step.named))
        if not words:
            self.notify("This place speaks of no unnamed source.", markup=False)
            return

        def submit(chosen: str, name: str) -> None:
            seen = self._latest(view)
            done = f"{view.handle}: source named"
            self._save(
                done, view.id, lambda desk: desk.name_source(seen, chosen, name), others=True
            )

        heading = f"Name the source of {view.handle}"
        self._open(SourceDialog(words, heading, _about(view), submit), view)

    def action_quit(self) -> None:
        """Leave, after what is being saved is saved."""
        if self._saving:
            self._leaving = True
            self.notify("Leaving as soon as all is saved.", markup=False)
        else:
            self.app.exit()

    @on(messages.Saved)
    def _saved(self, event: messages.Saved) -> None:
        self._is_over(event.view.id)
        if self._dialog is not None and self._asked == event.view.id:
            self._dialog.done()
        self.notify(for_terminal(event.done), markup=False, timeout=2)
        self.state = self.state.with_view(event.view)
        self.show_view(event.view)
        if event.others:
            self.draw_queue()
            self.reload()
        else:
            self._go_on_from(event.view.id)
        self._leave_if_asked()
        self._keys.go_on()

    @on(messages.Undone)
    def _undone(self, event: messages.Undone) -> None:
        self._is_over(_UNDO)
        self.notify(for_terminal(f"Undone: {event.done}"), markup=False)
        self.set_state(self.state.undone())
        self.reload()
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
        self._loading = ""
        self._drop_keys()
        self.draw_head()

    def head(self) -> tuple[str, str]:
        """Say that something is being saved, while it is."""
        left, right = super().head()
        under_way = f"saving {len(self._saving)}\u2026 " if self._saving else ""
        keys = f"{self._waiting} more to do\u2026 " if self._waiting else ""
        return left, under_way + keys + right

    def has_to_wait(self, key: str, waiting: int) -> bool:
        """Return whether a key has to wait, and say so; ``waiting`` counts those in line."""
        waits = self._has_to_wait(key)
        if self._waiting != (waiting if waits else 0):
            self._waiting = waiting if waits else 0
            self.draw_head()
        return waits

    def _has_to_wait(self, key: str) -> bool:
        top = self.app.screen
        if isinstance(top, Dialog):
            return top.saving and key not in _WHILE_SAVING
        if top is not self or key not in _DECIDING or isinstance(self.focused, Input):
            return False
        if self.status is None or _UNDO in self._saving:
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

    def show_view(self, view: ClaimView, *, keep: bool = False) -> None:
        """Show a claim, in an open dialog about it as well."""
        super().show_view(view, keep=keep)
        self._keys.go_on()
        if self._dialog is not None and self._asked == view.id:
            self._dialog.about(_about(view))

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

    def _ask_decision(self, decision: Decision) -> None:
        from tui.screens.decide import DecideDialog

        view = self._ready()
        if view is None:
            return

        def submit(
            decided: Decision, reliability: str | None, credibility: str | None, reason: str
        ) -> None:
            self._decide(self._latest(view), decided, reliability, credibility, reason)

        self._open(DecideDialog(decision, view, _about(view), submit), view)

    def _decide(
        self,
        seen: ClaimView,
        decision: Decision,
        reliability: str | None,
        credibility: str | None,
        reason: str,
    ) -> None:
        self._save(
            f"{seen.handle} {_DONE[decision]}",
            seen.id,
            lambda desk: desk.decide(
                seen, decision, reliability=reliability, credibility=credibility, reason=reason
            ),
            others=False,
        )

    def _save(
        self, done: str, identity: str, order: Callable[[Desk], ClaimView], *, others: bool
    ) -> None:
        self._saving.append(identity)
        self.work.save(done, identity, order, others=others)
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
        self._dialog, self._asked = dialog, view.id
        self.app.push_screen(dialog, self._dialog_closed)

    def _dialog_closed(self, _result: None) -> None:
        self._dialog = None
        self._keys.go_on()

    def _leave_if_asked(self) -> None:
        if self._leaving and not self._saving:
            self.app.exit()


_DONE = {
    Decision.ACCEPT: "accepted",
    Decision.OVERRIDE: "graded anew",
    Decision.REFUSE: "refused",
}
_DECIDING = frozenset(
    key
    for action in ACTIONS
    if action.group == "Decide" and action.name != "undo"
    for key in action.keys.split(",")
)
_WHILE_SAVING = frozenset({"enter", "escape", "ctrl+s", "ctrl+p"})  # the dialog's own
_UNDO = "undo"  # stands among the identities of claims, which are longer


def _about(view: ClaimView) -> str:
    grade = grade_words(view.cell, proposed=view.proposed, state=view.state)
    return f"{view.handle}, now {grade}: {one_line(view.wording, 300)}"
