"""The room: queue, document and record side by side, or one at a time where it is narrow.

Layout and routing only: what is shown is made by ``tui.state`` and ``tui.shown``, what runs
beside the screen by ``tui.work``, and every rule is the desk's.
"""

from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.css.query import NoMatches
from textual.screen import Screen
from textual.widgets import Input, Static

from provenance.display import for_terminal, one_line
from provenance.errors import ProvenanceError
from provenance.model.dossier import ClaimView, LeadView, Status
from provenance.model.judgement import Decision
from tui import messages
from tui.actions import bindings
from tui.desk import DeskThread
from tui.record import grade_words
from tui.screens.dialog import Dialog
from tui.shown import Places, Shown
from tui.state import Filter, QueueState, flags_of
from tui.widgets.bars import HeadLine, KeyLine
from tui.widgets.page import Page
from tui.widgets.queue import QueueList
from tui.widgets.row_list import RowList
from tui.work import Work

PANES = ("queue", "document", "record")
EMPTY = """No claims yet.

In a shell, in this workspace:

  provenance capture FILE or URL ...
  provenance assess

Then press f5 here, or q to leave."""
NO_MATCH = "No claim fits search and filter.\n\nesc drops both."


class RoomScreen(Screen[ProvenanceError | None]):
    """The review room."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings()]
    HORIZONTAL_BREAKPOINTS: ClassVar[list[tuple[int, str]] | None] = [(0, "-narrow"), (120, "-wide")]
    AUTO_FOCUS = "#queue"

    def __init__(self, desk: DeskThread) -> None:
        """Stand on a desk that is not open yet."""
        super().__init__()
        self.state = QueueState()
        self.shown = Shown()
        self._work = Work(self, desk)
        self._status: Status | None = None
        self._saving: set[str | None] = set()
        self._neighbours: dict[str, Places] = {}
        self._dialog: Dialog | None = None
        self._leaving = False
        self._pane = "queue"

    def compose(self) -> ComposeResult:
        """Lay out head, panes and keys."""
        yield HeadLine(id="head")
        with Horizontal(id="panes"):
            with Vertical(id="left"):
                yield QueueList(id="queue")
                yield Static("", id="empty", markup=False)
            with Vertical(id="right"):
                yield Page(id="document")
                yield Page(id="record")
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Paint first, then open the workspace."""
        self._go_to("queue")
        self._retitle()
        self.call_after_refresh(self._work.open)

    # What comes back from work

    @on(messages.DeskOpened)
    def _opened(self, event: messages.DeskOpened) -> None:
        self._status = event.status
        self.state = QueueState(reviewers=event.status.case.reviewers)
        self._set(self.state.with_rows(event.rows))

    @on(messages.DeskNotOpened)
    def _not_opened(self, event: messages.DeskNotOpened) -> None:
        self.app.exit(event.error)

    @on(messages.QueueLoaded)
    def _queue_loaded(self, event: messages.QueueLoaded) -> None:
        self._set(self.state.with_rows(event.rows))

    @on(messages.ClaimLoaded)
    def _claim_loaded(self, event: messages.ClaimLoaded) -> None:
        self._set(self.state.with_view(event.view))
        if self._is_selected(event.view.id):
            self._show_view(event.view)

    @on(messages.DocumentLoaded)
    def _document_loaded(self, event: messages.DocumentLoaded) -> None:
        handle = event.document.handle
        self.shown = self.shown.with_document(event.document, self._neighbours.get(handle, ()))
        self._draw_document()
        self._draw_record(keep=True)
        if handle not in self._neighbours:
            self._work.neighbours(handle, self.state.rows)

    @on(messages.NeighboursLoaded)
    def _neighbours_loaded(self, event: messages.NeighboursLoaded) -> None:
        self._neighbours[event.document] = event.places
        document = self.shown.document
        if document is not None and document.handle == event.document:
            self.shown = self.shown.with_document(document, event.places)
            self._draw_document(keep=True)

    @on(messages.LeadsLoaded)
    def _leads_loaded(self, event: messages.LeadsLoaded) -> None:
        from tui.screens.leads import LeadsScreen

        self.app.push_screen(LeadsScreen(event.leads), self._lead_chosen)

    @on(messages.Saved)
    def _saved(self, event: messages.Saved) -> None:
        self._saving.discard(event.view.id)
        self._close_dialog()
        self.notify(for_terminal(event.done), markup=False, timeout=2)
        self.state = self.state.with_view(event.view)
        if event.others:
            self._reload()
        else:
            self.state = self.state.decided(event.view.id)
        if self._is_selected(event.view.id):
            self._show_view(event.view, keep=True)
            if not event.others:
                self._go_on()
        self._set(self.state)
        self._leave_if_asked()

    @on(messages.Undone)
    def _undone(self, event: messages.Undone) -> None:
        self._saving.discard(None)
        self.notify(f"Undone: {for_terminal(event.done)}", markup=False)
        self._set(self.state.undone())
        self._reload()
        self._leave_if_asked()

    @on(messages.NotSaved)
    def _not_saved(self, event: messages.NotSaved) -> None:
        self._saving.discard(event.identity)
        self._leaving = False
        reason = for_terminal(event.reason)
        self.notify(reason, title="Not saved", severity="error", markup=False, timeout=8)
        if self._dialog is not None:
            self._dialog.failed(event.reason)
        self._set(self.state)
        self._reload()

    @on(messages.NotLoaded)
    def _not_loaded(self, event: messages.NotLoaded) -> None:
        self.notify(for_terminal(event.reason), severity="error", markup=False, timeout=8)

    # What a person does in a widget

    @on(RowList.Moved)
    def _row_wanted(self, event: RowList.Moved) -> None:
        self._set(self.state.at(event.index))

    @on(Input.Changed, "#search")
    def _search_changed(self, event: Input.Changed) -> None:
        self._set(self.state.with_search(event.value))

    @on(Input.Submitted, "#search")
    def _search_done(self) -> None:
        self._go_to("queue")

    # Actions, in the order of the registry

    def action_accept(self) -> None:
        """Accept the proposed grade of the selected claim."""
        view = self._view()
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
        if None not in self._saving:
            self._saving.add(None)
            self._work.undo()
            self._retitle()

    def action_correct(self) -> None:
        """Ask what is to be corrected."""
        from tui.screens.correct import CorrectDialog, Correction

        view = self._view()
        if view is None:
            return

        def submit(correction: Correction) -> None:
            seen = self.shown.view or view
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
            )

        self._open_dialog(CorrectDialog(view, self.shown.place, _about(view), submit))
