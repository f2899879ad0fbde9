"""The impact screen: what would fall with a text and with those who say so; nothing is written."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen

from provenance.display import one_line
from provenance.model.dossier import ImpactView
from tui.sheet import Sheet, Writer
from tui.widgets.page import Page


def impact_sheet(impacts: Sequence[ImpactView]) -> Sheet:
    """Return what would fall with each, the grades before and after with the reasons."""
    writer = Writer()
    for found in impacts:
        writer.heading(f"If {found.handle} fell: {one_line(found.name)}")
        writer.line(found.summary, "strong" if found.changes else "", indent=2)
        for change in found.changes:
            writer.line(f"{change.claim}  {change.before} \u2192 {change.after}", "warn", indent=2)
            writer.line(one_line(change.wording), indent=4)
            writer.labelled("now", one_line(change.because_before), indent=4)
            writer.labelled("then", one_line(change.because_after), indent=4)
    writer.heading("Nothing is recorded yet")
    writer.line("In the room, R says that one of them fell; u takes that back.", indent=2)
    return writer.sheet()


class ImpactScreen(ModalScreen[None]):
    """What would fall, on one page."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,i", "dismiss", "close")]

    def __init__(self, impacts: Sequence[ImpactView]) -> None:
        """Keep what would fall."""
        super().__init__()
        self._impacts = impacts

    def compose(self) -> ComposeResult:
        """Lay out the page."""
        yield Page(id="impact")

    def on_mount(self) -> None:
        """Fill the page."""
        page = self.query_one(Page)
        page.border_title = Content("What would fall")
        page.border_subtitle = Content("esc close")
        page.show(impact_sheet(self._impacts))
