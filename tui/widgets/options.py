"""A field with a few answers on one line: one of them, or any number. Marks are brackets.

The stock radio buttons and check boxes tell chosen from not chosen by colour alone.
"""

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text
from textual.binding import Binding, BindingType
from textual.events import Key
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from provenance.display import one_line

_LABEL = 13  # cells before the answers


class Options(Widget, can_focus=True):
    """A label and answers; arrows go along, a letter goes to the answer that begins with it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,down", "go(1)", show=False),
        Binding("left,up", "go(-1)", show=False),
        Binding("space", "choose", show=False),
    ]
    cursor: reactive[int] = reactive(0)
    chosen: reactive[frozenset[str]] = reactive(frozenset[str]())

    def __init__(
        self,
        label: str,
        answers: Sequence[str],
        *,
        chosen: frozenset[str],
        many: bool = False,
        id: str | None = None,  # noqa: A002 - Textual's own name
    ) -> None:
        """Offer the answers, some of them chosen."""
        super().__init__(id=id)
        self._label, self._answers, self._many = label, tuple(answers), many
        self.set_reactive(Options.chosen, chosen)
        first = next((i for i, each in enumerate(self._answers) if each in chosen), 0)
        self.set_reactive(Options.cursor, first)

    @property
    def answer(self) -> str | None:
        """The one answer chosen, None where there is none or may be several."""
        return next(iter(self.chosen)) if len(self.chosen) == 1 and not self._many else None

    def render(self) -> Text:
        """Draw the label and the answers, whole answers to a line."""
        drawn = Text(f"{self._label:<{_LABEL}}")
        for number, line in enumerate(self._lines(self.size.width)):
            drawn.append("\n" + " " * _LABEL if number else "")
            for index in line:
                here = self.has_focus and index == self.cursor
                drawn.append(self._box(index), Style(reverse=here))
                drawn.append("  ")
        return drawn

    def get_content_height(self, _container: Size, _viewport: Size, width: int) -> int:
        """Return how many lines the answers take."""
        return len(self._lines(width))

    def _box(self, index: int) -> str:
        answer = self._answers[index]
        mark = "x" if self._many else "\u2022"
        return f"[{mark if answer in self.chosen else ' '}] {one_line(answer, 50)}"

    def _lines(self, width: int) -> list[list[int]]:
        lines: list[list[int]] = [[]]
        left = width - _LABEL
        for index in range(len(self._answers)):
            room = cell_len(self._box(index)) + 2
            if room > left + 2 and lines[-1]:
                lines.append([])
                left = width - _LABEL
            lines[-1].append(index)
            left -= room
        return lines

    def on_focus(self) -> None:
        """Show where the cursor is."""
        self.refresh()

    def on_blur(self) -> None:
        """Hide the cursor."""
        self.refresh()

    def action_go(self, by: int) -> None:
        """Go along the answers; a single answer is chosen by going there."""
        self._go_to((self.cursor + by) % max(1, len(self._answers)))

    def action_choose(self) -> None:
        """Choose the answer at the cursor, or drop it."""
        if not self._answers:
            return
        answer = self._answers[self.cursor]
        self.chosen = self.chosen ^ {answer} if self._many else frozenset({answer})

    def on_key(self, event: Key) -> None:
        """Go to the next answer that begins with the letter."""
        letter = (event.character or "").casefold()
        if not letter.isalnum():
            return
        count = len(self._answers)
        for step in range(1, count + 1):
            index = (self.cursor + step) % count
            if self._answers[index].casefold().startswith(letter):
                self._go_to(index)
                event.stop()
                return

    def clear(self) -> None:
        """Drop every answer."""
        self.chosen = frozenset()

    def _go_to(self, index: int) -> None:
        self.cursor = index
        if not self._many and self._answers:
            self.chosen = frozenset({self._answers[index]})
