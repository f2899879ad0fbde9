"""trafilatura's tree of the main text made text: a line for each paragraph, links in place."""

from dataclasses import dataclass, field
from typing import Any

_BLOCKS = frozenset({"p", "head", "item", "quote", "list", "table", "row", "code", "div", "body"})
_BREAKS = _BLOCKS | {"lb", "graphic"}


@dataclass(frozen=True, slots=True)
class Anchor:
    """A hyperlink of the main text as written, on the span it stands on."""

    target: str
    start: int
    end: int


@dataclass(slots=True)
class _Writer:
    """Text being written: white space folded, never two line feeds together."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    fresh: bool = True  # nothing yet on this line
    gap: str = ""  # what stands between the words written and the next, not yet written

    def write(self, raw: str | None) -> None:
        if not raw:
            return
        folded = " ".join(raw.split())
        if raw[0].isspace():
            self.gap = self.gap or " "
        if folded:
            self._put(folded if self.fresh else self.gap + folded)
            self.fresh, self.gap = False, " " if raw[-1].isspace() else ""

    def end_line(self) -> None:
        if not self.fresh:
            self._put("\n")
        self.fresh, self.gap = True, ""

    def _put(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)


def text_of(body: Any) -> tuple[str, list[Anchor]]:
    """Return the text of a tree and its anchors, in order; no recursion, so any depth."""
    from lxml.etree import iterwalk  # type: ignore[import-untyped]

    writer = _Writer()
    anchors: list[Anchor] = []
    opened: list[int] = []
    for event, element in iterwalk(body, events=("start", "end")):
        if element.tag in _BREAKS:
            writer.end_line()
        if event == "start":
            if element.tag == "ref":
                opened.append(writer.length)
            if element.tag == "cell":
                writer.gap = " | "
            writer.write(element.text)
            continue
        if element.tag == "ref" and opened:
            anchors.append(Anchor(element.get("target") or "", opened.pop(), writer.length))
        if element is not body:
            writer.write(element.tail)
    text = "".join(writer.parts)
    return text.rstrip("\n"), [_tight(text, anchor) for anchor in anchors]


def _tight(text: str, anchor: Anchor) -> Anchor:
    """Return the anchor without white space at its ends."""
    start, end = anchor.start, min(anchor.end, len(text))
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Anchor(anchor.target, start, end)
