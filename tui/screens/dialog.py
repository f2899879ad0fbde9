"""What all dialogs have in common: they stay, with what was typed, until the step is kept."""

from collections.abc import Iterable
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Input, Static

from provenance.display import for_terminal, one_line

RECORD = "goes into the record and the log"
SCRATCH = "scratch: outside record and log, can be deleted"


class Dialog(ModalScreen[None]):
    """A form over the room. Subclasses give the fields and hand in what was typed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", "cancel"),
        Binding("ctrl+s", "save", "save"),
        Binding("enter", "save", "save", show=False),
    ]
    AUTO_FOCUS = "Options, Input"
    HINT = "enter save   tab next field   esc cancel"
    GOES = ""  # where what is typed goes

    def __init__(self, heading: str, about: str = "") -> None:
        """Say what is to be done, and about which claim."""
        super().__init__()
        self._heading, self._about = heading, about
        self._saving = False
        self._kept = False

    def fields(self) -> Iterable[Widget]:
        """Return the fields."""
        raise NotImplementedError

    def hand_in(self) -> str | None:
        """Hand in what was typed; return what is missing, or None where nothing is."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """Lay out heading, claim, fields, problem and hint."""
        with Vertical(id="dialog") as box:
            box.border_subtitle = Content(self.GOES)
            yield Static(Text(one_line(self._heading)), id="heading")
            with VerticalScroll(id="fields", can_focus=False):
                yield Static(Text(for_terminal(self._about)), id="about")
                yield from self.fields()
            yield Static("", id="problem", markup=False)
            yield Static(self.HINT, id="hint", markup=False)

    def on_mount(self) -> None:
        """Begin at the top, where it is said what the dialog is about."""
        self.call_after_refresh(self._scroll_up)

    def _scroll_up(self) -> None:
        for fields in self.query("#fields"):
            fields.scroll_home(animate=False)

    @property
    def saving(self) -> bool:
        """Whether what was typed is on its way."""
        return self._saving

    def about(self, words: str) -> None:
        """Say anew what the dialog is about: it changed while the dialog was open."""
        self._about = words
        for line in self.query("#about").results(Static):
            line.update(Text(for_terminal(words)))

    def failed(self, reason: str) -> None:
        """Say why nothing was kept; what was typed stays."""
        self._saving = False
        self._say(f"Not saved: {reason}")

    def done(self) -> None:
        """Close, as the step is kept; where another screen lies above, when that is gone."""
        if self.app.screen is self:
            self.dismiss()
        else:
            self._kept = True

    def on_screen_resume(self) -> None:
        """Close when the screen above is gone and the step is kept."""
        if self._kept:
            self._kept = False
            self.dismiss()

    def on_input_submitted(self, _event: Input.Submitted) -> None:
        """Save from any text field."""
        self.action_save()

    def action_save(self) -> None:
        """Hand in what was typed, once."""
        if self._saving or not self.query("#hint"):  # a key that was faster than the fields
            return
        missing = self.hand_in()
        self._saving = missing is None and self.is_attached
        self._say("saving\u2026" if missing is None else missing)

    def action_cancel(self) -> None:
        """Leave without saving; not while a step is on its way, whose answer is awaited."""
        if not self._saving:
            self.dismiss()

    def text(self, field: str) -> str:
        """Return what was typed into a text field."""
        return self.query_one(f"#{field}", Input).value.strip()

    def _say(self, words: str) -> None:
        for line in self.query("#problem").results(Static):
            line.update(Text(for_terminal(words)))


def text_field(field: str, value: str = "", *, hint: str = "") -> Iterable[Widget]:
    """Return a labelled text field."""
    yield Static(field.capitalize().replace("_", " "), classes="label", markup=False)
    yield Input(value=value, placeholder=hint, id=field, select_on_focus=False)
