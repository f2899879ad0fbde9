"""The help screen: every action of the registry with its keys, and what the words mean."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen

from tui.actions import by_group
from tui.sheet import Sheet, Writer
from tui.widgets.page import Page

_WORDS = (
    ("F and 6", "unknown: nothing is known yet to judge by. They are not worse than E or 5."),
    ("proposed", "made by a program; no person has confirmed it."),
    ("2 origins in 5", "five places, which go back to two origins."),
    ("\u25b6c12", "in the margin of a document: the claim on the screen stands here."),
    ("c14", "in the margin of a document: another claim stands here, underlined."),
    ("\u27e8U+202E\u27e9", "a hidden character of the captured text, shown by its code point."),
)
_IN_TREE = (
    ("y", "Confirm the tie or the link that is picked"),
    ("x", "Refuse it: it does not come back"),
    ("n", "Add a tie or a link that no program saw"),
    ("u", "Take the last step back"),
)


def help_sheet() -> Sheet:
    """Return all actions under their headings."""
    writer = Writer()
    for group, actions in by_group().items():
        writer.heading(group)
        for action in actions:
            writer.line(f"{action.shown_keys:<15} {action.sentence}", indent=2)
    writer.heading("In document and record")
    writer.line(f"{'j k space':<15} Scroll; the queue is reached with 1 or esc", indent=2)
    writer.heading("In the tree of origins")
    for keys, sentence in _IN_TREE:
        writer.line(f"{keys:<15} {sentence}", indent=2)
    writer.heading("Words")
    for word, meaning in _WORDS:
        writer.line(f"{word:<15} {meaning}", indent=2)
    return writer.sheet()


class HelpScreen(ModalScreen[None]):
    """All keys on one page."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,question_mark", "dismiss", "close")]

    def compose(self) -> ComposeResult:
        """Lay out the page."""
        yield Page(id="help")

    def on_mount(self) -> None:
        """Fill the page."""
        page = self.query_one(Page)
        page.border_title = Content("Help")
        page.border_subtitle = Content("esc close")
        page.show(help_sheet())
