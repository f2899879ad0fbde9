"""Looking: queue, document and record side by side, or one at a time where it is narrow.

Layout and routing only: what is shown is made by ``tui.state`` and ``tui.shown``, what runs
beside the screen by ``tui.work``. Deciding is added by ``tui.screens.room``.
"""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, Static

from provenance.display import for_terminal
from provenance.errors import ProvenanceError
from provenance.model.dossier import ClaimView, LeadView, Status
from tui import messages
from tui.actions import bindings
from tui.desk import DeskThread
from tui.shown import Places, Shown
from tui.state import Filter, QueueState, flags_of
from tui.widgets.bars import HeadLine, KeyLine
from tui.widgets.page import Page
from tui.widgets.queue import QueueList
from tui.widgets.row_list import RowList
from tui.work import Work

PANES = ("queue", "document", "record")
OPENING = "Opening the workspace\u2026"
EMPTY = """No claims yet.

In a shell, in this workspace:

  provenance capture FILE-OR-URL ...
  provenance assess

Then press f5 here, or q to leave."""
NO_MATCH = "No claim fits search and filter.\n\nesc drops both, f changes the filter."


class LookingScreen(Screen[ProvenanceError | None]):
    """Everything in the review room that changes no record."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings()]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (120, "-wide")]  # noqa: RUF012 - as Textual has it
    AUTO_FOCUS = "#queue"

    def __init__(self, desk: DeskThread) -> None:
        """Stand on a desk that is not open yet."""
        super().__init__()
        self.state = QueueState()
        self.shown = Shown()
        self.work = Work(self, desk)
        self.status: Status | None = None
        self.pane = "queue"
        self._neighbours: dict[str, Places] = {}
        self._note = OPENING
        self._keep_order = True

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
        self.query_one(QueueList).border_subtitle = Content("2 document \u00b7 3 record")
        self.call_after_refresh(self.work.open)

    @on(messages.DeskOpened)
    def _opened(self, event: messages.DeskOpened) -> None:
        self.status = event.status
        self.state = QueueState(reviewers=event.status.case.reviewers)
        self.set_state(self.state.with_rows(event.rows))

    @on(messages.DeskNotOpened)
    def _not_opened(self, event: messages.DeskNotOpened) -> None:
        self.app.exit(event.error)

    @on(messages.QueueLoaded)
    def _queue_loaded(self, event: messages.QueueLoaded) -> None:
        kept = self.state.in_order(event.rows) if self._keep_order else event.rows
        self.set_state(self.state.with_rows(kept))

    @on(messages.ClaimLoaded)
    def _claim_loaded(self, event: messages.ClaimLoaded) -> None:
        self.state = self.state.with_view(event.view)
        self.show_view(event.view)
        self.draw_queue()

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

    @on(messages.LeadsLoaded)
    def _leads_loaded(self, event: messages.LeadsLoaded) -> None:
        from tui.screens.leads import LeadsScreen

        self.app.push_screen(LeadsScreen(event.leads), self._lead_chosen)

    @on(messages.NotLoaded)
    def _not_loaded(self, event: messages.NotLoaded) -> None:
        self.notify(for_terminal(event.reason), severity="error", markup=False, timeout=8)

    @on(RowList.Moved)
    def _row_wanted(self, event: RowList.Moved) -> None:
        self.set_state(self.state.at(event.index))

    @on(Input.Changed, "#search")
    def _search_changed(self, event: Input.Changed) -> None:
        self.set_state(self.state.with_search(event.value))

    @on(Input.Submitted, "#search")
    def _search_done(self) -> None:
        self.go_to("queue")

    def action_next_open(self) -> None:
        """Go to the next claim that waits."""
        found = self.state.next_open()
        if found is None:
            self.notify("No claim shown here waits for a decision.", markup=False)
        else:
            self.set_state(found)

    def action_down(self) -> None:
        """Go one claim down."""
        self.set_state(self.state.moved(1))

    def action_up(self) -> None:
        """Go one claim up."""
        self.set_state(self.state.moved(-1))

    def action_first(self) -> None:
        """Go to the first claim."""
        self.set_state(self.state.at(0))

    def action_last(self) -> None:
        """Go to the last claim."""
        self.set_state(self.state.at(len(self.state.shown) - 1))

    def action_next_place(self) -> None:
        """Show the claim's next place."""
        self._step_place(1)

    def action_previous_place(self) -> None:
        """Show the claim's previous place."""
        self._step_place(-1)

    async def action_search(self) -> None:
        """Open the search line."""
        self.go_to("queue")
        if not self.query("#search"):
            line = Input(self.state.search, placeholder="words that a claim holds", id="search")
            await self.query_one("#left").mount(line, before=0)
        self.query_one("#search").focus()

    def action_filter(self) -> None:
        """Ask which claims to show."""
        from tui.screens.filter import FilterDialog

        flags = flags_of(self.state.rows)
        self.app.push_screen(FilterDialog(self.state.filter, flags, self._filter_chosen))

    async def action_clear(self) -> None:
        """Go back to the queue; from there, drop search and filter."""
        searching = self.focused is not None and self.focused.id == "search"
        if self.pane != "queue" and not searching:
            self.go_to("queue")
            return
        await self.query("#search").remove()
        kept = self.state.filter if searching else Filter()
        self.set_state(self.state.with_search("").with_filter(kept))
        self.go_to("queue")

    def action_leads(self) -> None:
        """Show what to look for next."""
        self.work.leads()

    def action_record(self) -> None:
        """Go to the record."""
        self.go_to("record")

    def action_document(self) -> None:
        """Go to the document."""
        self.go_to("document")

    def action_next_pane(self) -> None:
        """Go to the next pane."""
        self.go_to(PANES[(PANES.index(self.pane) + 1) % len(PANES)])

    def action_previous_pane(self) -> None:
        """Go to the pane before."""
        self.go_to(PANES[(PANES.index(self.pane) - 1) % len(PANES)])

    def action_pane(self, number: int) -> None:
        """Go to a pane by its number."""
        self.go_to(PANES[number - 1])

    def action_reload(self) -> None:
        """Read queue and claim again, in the desk's order."""
        self.reload(keep_order=False)

    def action_palette(self) -> None:
        """Open the command palette."""
        self.app.action_command_palette()

    def action_help(self) -> None:
        """Show all actions."""
        from tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen())

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
        row = state.selected
        if row is None:
            self.shown = Shown()
            self._draw_document()
            self._draw_record()
        elif self.shown.view is None or self.shown.view.id != row.id:
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

    def reload(self, *, keep_order: bool = True) -> None:
        """Read queue, claim and document again; after a step nothing moves under the hands."""
        self._keep_order = keep_order
        self._neighbours.clear()
        self.work.queue()
        if self.state.selected is not None:
            self.work.claim(self.state.selected.id)
        if self.shown.document is not None:
            self.work.document(self.shown.document.handle)

    def head(self) -> tuple[str, str]:
        """Return what the head line says on the left and on the right."""
        if self.status is None:
            return "Review room", "opening the workspace\u2026"
        case = self.status.case
        left = f"{case.name} \u00b7 {case.handling} \u00b7 {self.status.agent}"
        return left, f"{self.state.open} of {len(self.state.rows)} open"

    def draw_queue(self) -> None:
        """Draw queue and head line."""
        state, queue = self.state, self.query_one(QueueList)
        queue.show_claims(state.shown, state.index)
        words = [f"1 Claims {len(state.shown)} of {len(state.rows)}", state.filter.words]
        words.append(f"\u201c{state.search}\u201d" if state.search else "")
        queue.border_title = Content(for_terminal(" \u00b7 ".join(filter(None, words)), keep=""))
        note = NO_MATCH if state.rows else EMPTY if self.status else OPENING
        if note != self._note:  # an update lays the whole screen out again
            self._note = note
            self.query_one("#empty", Static).update(note)
        self.set_class(not state.shown, "-empty")
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

    def _place_changed(self, *, keep: bool = False) -> None:
        if self.shown.wanted is not None:
            self.work.document(self.shown.wanted)
        else:
            self._draw_document(keep=keep)

    def _step_place(self, by: int) -> None:
        self.shown = self.shown.stepped(by)
        self._draw_record(keep=True)
        self._place_changed()

    def _filter_chosen(self, chosen: Filter) -> None:
        self.set_state(self.state.with_filter(chosen))

    def _lead_chosen(self, lead: LeadView | None) -> None:
        if lead is not None:
            self.go_to("queue")
            handles = frozenset(lead.claims)
            self.set_state(self.state.with_filter(Filter(handles=handles)))
