"""A list of rows drawn line by line: a million rows cost as much as those in view.

Every row has the same height; subclasses say what stands in a row. The selected row carries a
mark in its margin, so it is found without colour. Text passes ``provenance.display`` on its
way to the screen and is never read as markup.
"""

from typing import ClassVar

from rich.segment import Segment
from textual.binding import Binding, BindingType
from textual.events import Click, Resize
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from provenance.display import one_line

Piece = tuple[str, str]  # text, and the name of a component style or ""


class RowList(ScrollView, can_focus=True):
    """Rows of one height, one of them selected."""

    ALLOW_SELECT = False
    ROW_HEIGHT: ClassVar[int] = 2
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "row--selected",
        "row--strong",
        "row--faint",
        "row--warn",
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pagedown,space", "page(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
    ]

    class Moved(Message):
        """Somebody wants another row selected."""

        def __init__(self, index: int) -> None:
            """Carry the row's number."""
            super().__init__()
            self.index = index

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        """Start without rows."""
        super().__init__(id=id)
        self.count = 0
        self.index = 0

    def row(self, index: int) -> tuple[list[Piece], ...]:
        """Return the lines of a row, each a list of pieces."""
        raise NotImplementedError

    def show_rows(self, count: int, index: int) -> None:
        """Draw that many rows with one selected and in view."""
        self.count, self.index = count, index
        self._measure()
        self._bring_into_view()
        self.refresh()

    def on_resize(self, _event: Resize) -> None:
        """Keep the selected row in view."""
        self._measure()
        self._bring_into_view()

    def on_click(self, event: Click) -> None:
        """Select the row that was clicked."""
        index = (self.scroll_offset.y + event.y - self.gutter.top) // self.ROW_HEIGHT
        if 0 <= index < self.count:
            self.post_message(self.Moved(index))

    def action_page(self, direction: int) -> None:
        """Go a screenful of rows further or back."""
        step = max(1, self.size.height // self.ROW_HEIGHT - 1)
        self.post_message(self.Moved(max(0, min(self.count - 1, self.index + direction * step))))

    def render_line(self, y: int) -> Strip:
        """Draw one visible line."""
        width = self.scrollable_content_region.width
        index, part = divmod(self.scroll_offset.y + y, self.ROW_HEIGHT)
        if index >= self.count:
            return Strip.blank(width, self.rich_style)
        selected = index == self.index
        base = self.rich_style
        if selected:
            base = base + self.get_component_rich_style("row--selected", partial=True)
        segments = [Segment("\u258c " if selected else "  ", base)]
        for text, style in self.row(index)[part]:
            drawn = (
                base + self.get_component_rich_style(f"row--{style}", partial=True)
                if style
                else base
            )
            segments.append(Segment(text, drawn))
        return Strip(_ellipsis(segments, width)).adjust_cell_length(width, base)

    def _measure(self) -> None:
        width = self.scrollable_content_region.width
        self.virtual_size = Size(max(width, 0), self.count * self.ROW_HEIGHT)

    def _bring_into_view(self) -> None:
        if self.count and self.size.height:
            region = Region(0, self.index * self.ROW_HEIGHT, 1, self.ROW_HEIGHT)
            self.scroll_to_region(region, animate=False, force=True)


def _ellipsis(segments: list[Segment], width: int) -> list[Segment]:
    if sum(segment.cell_length for segment in segments) <= width:
        return segments
    strip = Strip(segments).crop(0, max(0, width - 1))
    return [*strip, Segment("\u2026", segments[-1].style)]


def shown(text: str) -> str:
    """Return captured text safe for one line of a row."""
    return one_line(text)
