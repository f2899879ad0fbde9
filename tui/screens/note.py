"""The dialogs of scratch notes, which lie outside record, log and exports."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from textual.widget import Widget
from textual.widgets import Static

from provenance.display import one_line
from tui.screens.dialog import SCRATCH, Dialog, text_field
from tui.widgets.options import Options

if TYPE_CHECKING:
    from provenance.workspace.notes import Note

SHOWN = 200  # characters of a note that is to be deleted


class NoteDialog(Dialog):
    """Asks for the words of a note."""

    GOES = SCRATCH

    def __init__(self, heading: str, about: str, submit: Callable[[str], None]) -> None:
        """Ask about a claim; the words go to ``submit``."""
        super().__init__(heading, about)
        self._submit = submit

    def fields(self) -> Iterable[Widget]:
        """Return the field for the words."""
        yield from text_field("note", hint="for yourself: it is in no report and no export")

    def hand_in(self) -> str | None:
        """Hand in the words."""
        words = self.text("note")
        if not words:
            return "A note has words."
        self._submit(words)
        return None


class DeleteNoteDialog(Dialog):
    """Asks which note is to be deleted."""

    GOES = SCRATCH
    HINT = "arrows choose   enter delete   esc cancel"

    def __init__(
        self, notes: "Sequence[Note]", heading: str, about: str, submit: Callable[[int], None]
    ) -> None:
        """Offer the notes about a claim; the number of one goes to ``submit``."""
        super().__init__(heading, about)
        self._notes, self._submit = notes, submit

    def fields(self) -> Iterable[Widget]:
        """Return the notes and the numbers to choose from."""
        for note in self._notes:
            words = f"{note.number}. {one_line(note.text, SHOWN)}"
            yield Static(words, markup=False)
        numbers = [str(note.number) for note in self._notes]
        yield Options("Delete", numbers, chosen=frozenset(numbers[-1:]), id="number")

    def hand_in(self) -> str | None:
        """Hand in the number."""
        number = self.query_one("#number", Options).answer
        if number is None:
            return "Choose a note."
        self._submit(int(number))
        return None
