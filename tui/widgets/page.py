"""A page: a sheet drawn line by line, so that a long document costs as much as its visible part.

All text passes ``provenance.display.for_terminal`` on its way to the screen and is never read
as markup. Marked spans have their word in the margin, so nothing is told by colour alone.
"""

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding, BindingType
from textual.events import Resize
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from provenance.display import for_terminal
from tui.sheet import Line, Sheet, lines


class Page(ScrollView, can_focus=True):
    """A sheet that can be scrolled."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "page--heading",
        "page--strong",
        "page--faint",
        "page--warn",
        "page--claim",
        "page--other",
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "scroll_down", show=False),
        Binding("up,k", "scroll_up", show=False),
        Binding("pagedown,space", "page_down", show=False),
        Binding("pageup", "page_up", show=False),
        Binding("home,g", "scroll_home", show=False),
        Binding("end,G", "scroll_end", show=False),
    ]

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        """Start with an empty sheet."""
        super().__init__(id=id)
        self._sheet = Sheet()
        self._lines: list[Line] = []
        self._margin = 0
        self._width = 0
        self._at: int | None = None

    @property
    def sheet(self) -> Sheet:
        """What is drawn."""
        return self._sheet

    def show(self, sheet: Sheet, at: int | None = 0) -> None:
        """Draw a sheet with a code point in view; ``None`` keeps the lines that are in view."""
        self._sheet = sheet
        self._at = at
        self._margin = sheet.mark_width + 1 if sheet.mark_width else 0
        self._width = 0
        self._lay_out()

    def on_resize(self, _event: Resize) -> None:
        """Cut the lines again for another width, and keep what was in view there."""
        self._lay_out()

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width
        if width <= 0 or width == self._width:
            return
        if self._width and self._lines and self._at is None:
            top = min(self.scroll_offset.y, len(self._lines) - 1)
            self._at = self._lines[top].start
        self._width = width
        self._lines = lines(self._sheet.text, width - self._margin)
        self.virtual_size = Size(width, len(self._lines))
        self.refresh()
        if self._at is not None:
            self.call_after_refresh(self._bring_into_view, self._at)

    def _bring_into_view(self, at: int) -> None:
        line = self.line_of(at)
        above = 0 if line <= 2 else max(1, self.size.height // 4)
        self.scroll_to(y=max(0, line - above), animate=False, force=True)
        self._at = None

    def line_of(self, at: int) -> int:
        """Return the drawn line that holds a code point."""
        low, high = 0, len(self._lines) - 1
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if self._lines[middle].start <= at else (low, middle - 1)
        return low

    def render_line(self, y: int) -> Strip:
        """Draw one visible line."""
        number = self.scroll_offset.y + y
        width = self.scrollable_content_region.width
        base = self.rich_style
        if number >= len(self._lines):
            return Strip.blank(width, base)
        segments = self._segments(self._lines[number], base)
        return Strip(segments).adjust_cell_length(width, base)

    def _segments(self, line: Line, base: Style) -> list[Segment]:
        spans = self._sheet.between(line.start, line.end)
        segments = []
        if self._margin:
            begun = [span for span in spans if span.mark and span.start >= line.start]
            begun.sort(key=lambda span: span.style != "claim")  # the claim looked at comes first
            mark = for_terminal(begun[0].mark, keep="") if begun else ""
            segments.append(Segment(mark.ljust(self._margin), base))
        segments.append(Segment(" " * line.indent, base))
        position = line.start
        for span in spans:
            start, end = max(span.start, line.start), min(span.end, line.end)
            segments.append(Segment(self._drawn(position, start), base))
            style = base + self.get_component_rich_style(f"page--{span.style}", partial=True)
            segments.append(Segment(self._drawn(start, end), style))
            position = end
        segments.append(Segment(self._drawn(position, line.end), base))
        return segments

    def _drawn(self, start: int, end: int) -> str:
        return for_terminal(self._sheet.text[start:end], keep="")
