"""What screens with a list above or below a page have in common: one row of the list is picked."""

from collections.abc import Sequence
from typing import ClassVar, Generic, TypeVar

from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from tui.widgets.row_list import RowList

T = TypeVar("T")
R = TypeVar("R")


class PickingScreen(ModalScreen[T], Generic[T, R]):
    """A list of which one row is picked; subclasses draw it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "move(1)", show=False),
        Binding("k,up", "move(-1)", show=False),
    ]

    def __init__(self, rows: Sequence[R]) -> None:
        """Pick the first row."""
        super().__init__()
        self.rows = tuple(rows)
        self.index = 0

    @property
    def picked(self) -> R | None:
        """The row that is picked."""
        return self.rows[self.index] if self.rows else None

    def draw(self) -> None:
        """Draw the rows and what is said of the one that is picked."""
        raise NotImplementedError  # no ABC: screens have a metaclass of their own

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        """Pick a row that was clicked."""
        event.stop()
        self.pick(event.index)

    def action_move(self, by: int) -> None:
        """Pick a row further on or back."""
        self.pick(self.index + by)

    def pick(self, index: int) -> None:
        """Pick a row, the nearest where there is none."""
        self.index = max(0, min(index, len(self.rows) - 1))
        if self.query(RowList):  # a key may be faster than the list
            self.draw()
