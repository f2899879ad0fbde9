"""Showing: queue, document and record side by side, or one at a time where it is narrow.

Layout and routing only: what is shown is made by ``tui.state`` and ``tui.shown``, what runs
beside the screen by ``tui.work``. ``tui.screens.looking`` adds moving and finding,
``tui.screens.room`` deciding.
"""

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from provenance.display import for_terminal
from provenance.errors import ProvenanceError
from provenance.model.dossier import ClaimView, Opening
from tui import messages
from tui.desk import DeskThread
from tui.shown import Places, Shown
from tui.state import QueueState
from tui.widgets.bars import HeadLine, KeyLine
from tui.widgets.page import Page
from tui.widgets.queue import QueueList
from tui.work import Work

if TYPE_CHECKING:
    from provenance.workspace.notes import Note

PANES = ("queue", "document", "record")
PANES_HINT = "2 document \u00b7 3 record"
OPENING = "Opening the workspace\u2026"
EMPTY = """No claims yet.

In a shell, in this workspace:

  provenance capture FILE-OR-URL ...
  provenance assess

Then press f5 here, or q to leave."""
NO_MATCH = "No claim fits search and filter.\n\nesc drops both, f changes the filter."


class ShowingScreen(Screen[ProvenanceError | None]):
    """The panes, and what comes back from the desk."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (120, "-wide")]  # noqa: RUF012 - as Textual has it
    AUTO_FOCUS = "#queue"

    def __init__(self, desk: DeskThread) -> None:
        """Stand on a desk that is not open yet."""
        super().__init__()
        self.state = QueueState()
        self.shown = Shown()
        self.work = Work(self, desk)
        self.opened: Opening | None = None
        self._awaited = 0  # claims that are still to come, while the queue is being read
        self.pane = "queue"
        self._neighbours: dict[str, Places] = {}
        self._note = OPENING
        self._keep_order = True
        self._loading = ""  # the claim that is asked for
        self.opening = False  # a screen, when what it shows is loaded
        self.wanted = ""  # the claim to go to when the queue has been read again

    def compose(self) -> ComposeResult:
        """Lay out head, panes and keys."""
        yield HeadLine(id="head")
        with Horizontal(id="panes"):
            with Vertical(id="left"):
                yield QueueList(id="queue")
                yield Static(OPENING, id="empty", markup=False)
            with Vertical(id="right"):
                yield Page(id="document")
                yield Page(id="record")
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Paint first, then open the workspace."""
        self.go_to("queue")
        self.draw_queue()
        self.query_one(QueueList).border_subtitle = Content(PANES_HINT)
        self.call_after_refresh(self.work.open)

    @on(messages.DeskOpened)
    def _opened(self, event: messages.DeskOpened) -> None:
        self.opened = event.opening
        rows, reviewers = event.opening.rows, event.opening.case.reviewers
        self._awaited = event.opening.claims - len(rows)
        self.state = QueueState(reviewers=reviewers).with_rows(rows)
        self._loading = self.state.selected.id if self.state.selected else ""
        self.draw_queue()
        # when the queue is painted, so that it can be read meanwhile
        self.query_one(QueueList).call_after_refresh(self._go_on_opening)

    def _go_on_opening(self) -> None:
        self._show_selected()
        if self._awaited:
            self.work.queue()

    @on(messages.DeskNotOpened)
    def _not_opened(self, event: messages.DeskNotOpened) -> None:
        self.app.exit(event.error)

    @on(messages.QueueLoaded)
    def _queue_loaded(self, event: messages.QueueLoaded) -> None:
        self._awaited = 0
        kept = self.state.in_order(event.rows) if self._keep_order else event.rows
        before = self.state.selected
        state = self.state.with_rows(kept)
        if self.wanted:
            state, self.wanted, before = state.selecting(self.wanted), "", None
        self.set_state(state)
        if before is not None and self.state.row(before.id) is None:
            self.lost(f"{before.handle}: erased, or put under another claim.")

    @on(messages.ClaimLoaded)
    def _claim_loaded(self, event: messages.ClaimLoaded) -> None:
        if event.view.id == self._loading:
            self._loading = ""
        self.state = self.state.with_view(event.view)
        self.show_view(event.view)
        self.show_notes(event.view.id, event.notes)
        self.draw_queue()

    @on(messages.ClaimGone)
    def _claim_gone(self, event: messages.ClaimGone) -> None:
        if event.identity == self._loading:
            self._loading = ""
        if self.state.row(event.identity) is not None:  # else it has been said
            self.lost(event.reason)
            self.set_state(self.state.without(event.identity))

    @on(messages.DocumentLoaded)
    def _document_loaded(self, event: messages.DocumentLoaded) -> None:
        handle = event.document.handle
        self.shown = self.shown.with_document(event.document, self._neighbours.get(handle, ()))
        self._draw_document()
        self._draw_record(keep=True)
        if handle not in self._neighbours:
            self.work.neighbours(handle, self.state.rows)

    @on(messages.NeighboursLoaded)
    def _neighbours_loaded(self, event: messages.NeighboursLoaded) -> None:
        self._neighbours[event.document] = event.places
        document = self.shown.document
        if document is not None and document.handle == event.document:
            self.shown = self.shown.with_document(document, event.places)
            self._draw_document(keep=True)

    @on(messages.NotLoaded)
    def _not_loaded(self, event: messages.NotLoaded) -> None:
        self.notify(for_terminal(event.reason), severity="error", markup=False, timeout=8)

    def go_to(self, pane: str) -> None:
        """Focus a pane, and show it where only one has room."""
        self._mark(pane)
        self.query_one(f"#{pane}").focus()

    def on_descendant_focus(self) -> None:
        """Follow the focus when a pane is clicked."""
        if self.focused is not None and self.focused.id in PANES:
            self._mark(self.focused.id)

    def set_state(self, state: QueueState) -> None:
        """Show a state of the queue, and load its claim where another one is shown."""
        self.state = state
        self.draw_queue()
        self._show_selected()

    def _show_selected(self) -> None:
        row = self.state.selected
        if row is None:
            self.shown = Shown()
            self._draw_document()
            self._draw_record()
        elif self.shown.view is None or self.shown.view.id != row.id:
            self._loading = row.id
            self.work.claim(row.id)

    def show_view(self, view: ClaimView, *, keep: bool = False) -> None:
        """Show a claim beside the queue, unless another one is selected by now."""
        row = self.state.selected
        if row is None or row.id != view.id:
            return
        keep = keep or (self.shown.view is not None and self.shown.view.id == view.id)
        self.shown = self.shown.with_view(view, row.document)
        self._draw_record(keep=keep)
        self._place_changed(keep=keep)

    def lost(self, reason: str) -> None:
        """Say where a claim went that is not there any more."""
        title, words = "Not there any more", for_terminal(reason)
        self.notify(words, title=title, severity="warning", markup=False, timeout=8)
        self._neighbours.clear()

    def show_notes(self, identity: str, notes: "tuple[Note, ...]") -> None:
        """Show the scratch notes about a claim with its record, if that is shown."""
        view = self.shown.view
        if view is not None and view.id == identity and notes != self.shown.notes:
            self.shown = self.shown.with_notes(notes)
            self._draw_record(keep=True)

    def reload(self, *, keep_order: bool = True) -> None:
        """Read queue, claim and document again; after a step nothing moves under the hands."""
        self._keep_order = keep_order
        self._neighbours.clear()
        self.work.queue()
        if self.state.selected is not None:
            self._loading = self.state.selected.id
            self.work.claim(self._loading)
        if self.shown.document is not None:
            self.work.document(self.shown.document.handle)

    def head(self) -> tuple[str, str]:
        """Return what the head line says on the left and on the right."""
        if self.opened is None:
            return "Review room", "opening the workspace\u2026"
        case = self.opened.case
        left = f"{case.name} \u00b7 {case.handling} \u00b7 {self.opened.agent}"
        if self._awaited:
            return left, f"reading {self._awaited} more\u2026"
        return left, f"{self.state.open} of {len(self.state.rows)} open"

    def draw_queue(self) -> None:
        """Draw queue and head line."""
        state, queue = self.state, self.query_one(QueueList)
        queue.show_claims(state.shown, state.index)
        words = [
            f"1 Claims {len(state.shown)} of {len(state.rows) + self._awaited}",
            state.filter.words,
        ]
        words.append(f"\u201c{state.search}\u201d" if state.search else "")
        queue.border_title = Content(for_terminal(" \u00b7 ".join(filter(None, words)), keep=""))
        note = NO_MATCH if state.rows else EMPTY if self.opened else OPENING
        if note != self._note:  # an update lays the whole screen out again
            self._note = note
            self.query_one("#empty", Static).update(note)
        self.set_class(not state.shown, "-empty")
        self.draw_head()

    def draw_head(self) -> None:
        """Draw the head line."""
        self.query_one(HeadLine).say(*self.head())

    def _mark(self, pane: str) -> None:
        self.pane = pane
        for each in PANES:
            self.set_class(each == pane, f"show-{each}")

    def _draw_document(self, *, keep: bool = False) -> None:
        page = self.query_one("#document", Page)
        sheet, at = self.shown.document_sheet()
        page.show(sheet, None if keep else at)
        page.border_title = Content(self.shown.document_title)
        page.border_subtitle = Content(self.shown.document_note)

    def _draw_record(self, *, keep: bool = False) -> None:
        page = self.query_one("#record", Page)
        page.show(self.shown.record(), None if keep else 0)
        page.border_title = Content(self.shown.record_title)
        alarm = self.shown.alarm
        page.border_subtitle = Content(alarm)
        self.query_one(QueueList).border_subtitle = Content(alarm or PANES_HINT)

    def _place_changed(self, *, keep: bool = False) -> None:
        if self.shown.wanted is not None:
            self.work.document(self.shown.wanted)
        else:
            self._draw_document(keep=keep)
