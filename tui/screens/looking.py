"""Looking: moving in the queue and between panes, searching, filtering, following leads.

Everything here changes no record. The actions stand in the order of their registry.
"""

from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.widgets import Input

from provenance.model.dossier import AppearanceView, LeadView
from tui import messages
from tui.actions import bindings
from tui.screens.showing import PANES, ShowingScreen
from tui.state import Filter, flags_of
from tui.widgets.row_list import RowList


def named_in(place: AppearanceView) -> tuple[str, ...]:
    """Return the sources that the chain behind a place names, by identity."""
    return tuple(dict.fromkeys(step.source for step in place.steps if step.source))


class LookingScreen(ShowingScreen):
    """Everything in the review room that changes no record."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings()]

    @on(messages.LeadsLoaded)
    def _leads_loaded(self, event: messages.LeadsLoaded) -> None:
        from tui.screens.leads import LeadsScreen

        self.opening = False
        self.app.push_screen(LeadsScreen(event.leads), self._lead_chosen)
        self.loaded()

    @on(messages.ImpactLoaded)
    def _impact_loaded(self, event: messages.ImpactLoaded) -> None:
        from tui.screens.impact import ImpactScreen

        self.opening = False
        self.app.push_screen(ImpactScreen(event.impacts))
        self.loaded()

    def loaded(self) -> None:
        """Go on, as what was asked for is on the screen."""

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

    def action_impact(self) -> None:
        """Show what would fall with the text that is shown, and with those who say so."""
        place = self.shown.place
        if place is None:
            return
        self.opening = True
        self.work.impacts(place.document, named_in(place))

    def action_leads(self) -> None:
        """Show what to look for next."""
        self.opening = True
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
