"""A sheet: text with styled spans, and how it is cut into lines of a given width. No Textual.

Spans count Unicode code points of the text as it was captured, end excluded, as selectors do.
What is drawn may be longer, because hidden characters are shown by their code points
(``provenance.display``); so lines are cut by drawn width and named by captured position.
Cutting costs about 10 ms for a million characters of Latin text.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from rich.cells import cell_len

from provenance.display import for_terminal

# Scripts whose printable characters are one cell wide and stand alone.
_NARROW = re.compile(
    "[\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff\u0400-\u0482\u048a-\u052f\u2010-\u2027]*"
)


class Span(NamedTuple):
    """A styled stretch; ``mark`` is the word that stands beside its first line."""

    start: int
    end: int
    style: str
    mark: str = ""


class Line(NamedTuple):
    """One drawn line: a stretch of the text, and how far it is moved in."""

    start: int
    end: int
    indent: int


@dataclass(frozen=True)
class Sheet:
    """Text with spans that are sorted and do not overlap."""

    text: str = ""
    spans: tuple[Span, ...] = ()

    def between(self, start: int, end: int) -> list[Span]:
        """Return the spans that touch a stretch, in order."""
        first = bisect_right(self.spans, start, key=lambda span: span.end)
        found = []
        for span in self.spans[first:]:
            if span.start >= end:
                break
            found.append(span)
        return found

    @property
    def mark_width(self) -> int:
        """Cells of the longest mark."""
        return max((cell_len(span.mark) for span in self.spans), default=0)


class Writer:
    """Writes a sheet line by line."""

    def __init__(self) -> None:
        """Begin an empty sheet."""
        self._pieces: list[str] = []
        self._spans: list[Span] = []
        self._length = 0

    def line(self, text: str = "", style: str = "", *, indent: int = 0) -> None:
        """Write one line, moved in; what does not fit goes on under its beginning."""
        begin = self._length + indent
        piece = " " * indent + text.replace("\n", " ") + "\n"
        self._pieces.append(piece)
        self._length += len(piece)
        if style and text:
            self._spans.append(Span(begin, begin + len(text), style))

    def heading(self, text: str) -> None:
        """Write a heading with an empty line above it."""
        if self._pieces:
            self.line()
        self.line(text, "heading")

    def labelled(self, label: str, text: str, style: str = "", *, indent: int = 2) -> None:
        """Write a label in faint type and its text on the same line."""
        begin = self._length + indent
        self.line(f"{label}: {text}", indent=indent)
        self._spans.append(Span(begin, begin + len(label) + 1, "faint"))
        if style and text:
            self._spans.append(Span(begin + len(label) + 2, self._length - 1, style))

    def sheet(self) -> Sheet:
        """Return what was written."""
        return Sheet("".join(self._pieces).rstrip("\n"), tuple(self._spans))


def layered(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return spans that do not overlap: where several meet, the one given first is kept whole."""
    kept: list[Span] = []
    for span in spans:
        free = [(span.start, span.end)]
        for other in kept:
            free = [
                part
                for start, end in free
                for part in ((start, min(end, other.start)), (max(start, other.end), end))
                if part[0] < part[1]
            ]
        kept.extend(
            Span(start, end, span.style, span.mark if start == span.start else "")
            for start, end in free
        )
    return tuple(sorted(kept))


def lines(text: str, width: int) -> list[Line]:
    """Return the lines of a text, cut between words where that is possible."""
    cut: list[Line] = []
    start = 0
    for paragraph in text.split("\n"):
        _cut_paragraph(cut, paragraph, start, max(width, 8))
        start += len(paragraph) + 1
    return cut


def _cut_paragraph(cut: list[Line], paragraph: str, offset: int, width: int) -> None:
    hanging = min(len(paragraph) - len(paragraph.lstrip(" ")), width // 2)
    narrow = _NARROW.fullmatch(paragraph) is not None
    start, indent = 0, 0
    while True:
        end = _fitting(paragraph, start, width - indent, narrow)
        if end < len(paragraph):
            space = paragraph.rfind(" ", start + 1, end + 1)
            if space > start and paragraph[start:space].strip():
                end = space
        cut.append(Line(offset + start, offset + end, indent))
        start, indent = end, hanging
        while start < len(paragraph) and paragraph[start] == " ":
            start += 1
        if start >= len(paragraph):
            return


def _fitting(paragraph: str, start: int, width: int, narrow: bool) -> int:
    if narrow:
        return min(len(paragraph), start + width)
    used, end = 0, start
    while end < len(paragraph):
        used += _drawn_width(paragraph[end])
        if used > width and end > start:
            break
        end += 1
    return end


@lru_cache(maxsize=4096)
def _drawn_width(character: str) -> int:
    return cell_len(for_terminal(character, keep=""))
