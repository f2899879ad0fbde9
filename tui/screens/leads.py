"""The leads screen: what to look for next, ranked; nothing is sent from here."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from provenance.display import one_line
from provenance.model.dossier import LeadView
from tui.record import inquiry_line
from tui.screens.picking import PickingScreen
from tui.sheet import Sheet, Writer
from tui.widgets.page import Page
from tui.widgets.row_list import Piece, RowList, shown


class LeadList(RowList):
    """The leads, two lines each."""

    def __init__(self, leads: tuple[LeadView, ...]) -> None:
        """Keep the leads."""
        super().__init__(id="leads")
        self._leads = leads

    def row(self, index: int) -> tuple[list[Piece], ...]:
        """Return rank and sentence; under them how many claims it could change."""
        lead = self._leads[index]
        claims = f"could change {len(lead.claims)}: {', '.join(lead.claims)}"
        return (
            [(f"{lead.rank:>3}. ", "strong"), (shown(lead.sentence), "")],
            [(" " * 5 + shown(claims), "faint")],
        )


def lead_sheet(lead: LeadView) -> Sheet:
    """Return one lead in full: phrases to search for, claims, and what was tried."""
    writer = Writer()
    writer.heading(f"Lead {lead.rank}")
    writer.line(one_line(lead.sentence), "strong", indent=2)
    writer.heading("Search for exactly (nothing is sent)")
    for phrase in lead.search:
        writer.line(f"\u201c{one_line(phrase)}\u201d", indent=2)
    if not lead.search:
        writer.line("No phrase: ask a person or look for the record itself.", indent=2)
    writer.heading(f"Could change {len(lead.claims)} claims")
    writer.line(", ".join(lead.claims), indent=2)
    writer.heading("Tried so far")
    for inquiry in lead.inquiries:
        inquiry_line(writer, inquiry)
    if not lead.inquiries:
        writer.line("Nobody has noted an inquiry.", indent=2)
        writer.line("Note one with: provenance inquiry add", "faint", indent=2)
    return writer.sheet()


class LeadsScreen(PickingScreen[LeadView | None, LeadView]):
    """Leads above, the one that is picked in full below; enter shows its claims in the queue."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,l", "leave", "close"),
        Binding("enter", "choose", "its claims"),
    ]
    AUTO_FOCUS = "#leads"

    def compose(self) -> ComposeResult:
        """Lay out list and detail."""
        yield LeadList(self.rows)
        yield Page(id="lead")

    def on_mount(self) -> None:
        """Show the first lead."""
        self.query_one(LeadList).border_title = Content(f"Leads {len(self.rows)}")
        page = self.query_one(Page)
        page.border_subtitle = Content("enter show its claims   tab scroll here   esc close")
        self.draw()

    def action_choose(self) -> None:
        """Close and hand the lead over."""
        self.dismiss(self.picked)

    def action_leave(self) -> None:
        """Close."""
        self.dismiss(None)

    def draw(self) -> None:
        """Draw the leads and the one that is picked."""
        self.query_one(LeadList).show_rows(len(self.rows), self.index)
        page = self.query_one(Page)
        if self.picked is not None:
            page.show(lead_sheet(self.picked))
        else:
            writer = Writer()
            writer.line("No leads. They are found by: provenance assess")
            page.show(writer.sheet())
