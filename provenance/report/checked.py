"""A checked text as HTML, Markdown or JSON: each sentence marked with kind, grade and findings.

The page shows the text as it stands, paragraph by paragraph; under each paragraph what is said
of its sentences, by number. A mark is a line under the words and a number with a word: never a
colour alone. The walls of ``page`` and ``markdown`` stand here too.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from provenance.errors import UsageError
from provenance.model.checking import CheckedView, PieceView

FORMATS = ("html", "md", "json")
ENVELOPE = "provenance-check/1"


class Segment(NamedTuple):
    """A stretch of a paragraph, with the number of the piece that it is, 0 for none."""

    text: str
    number: int
    piece: PieceView | None


class Paragraph(NamedTuple):
    """A line of the text in segments, and the pieces that begin in it by number."""

    segments: tuple[Segment, ...]
    pieces: tuple[tuple[int, PieceView], ...]


def render(checked: CheckedView, format_: str) -> bytes:
    """Return a checked text in one of FORMATS, UTF-8."""
    writer = _WRITERS.get(format_)
    if writer is None:
        raise UsageError(
            f"There is no format {format_!r} for one text. Choose one of {', '.join(FORMATS)}."
        )
    return writer(checked)


def paragraphs(checked: CheckedView) -> Iterator[Paragraph]:
    """Yield the lines of a text that hold anything, cut into its pieces.

    Where pieces overlap, a later one begins where the one before it ends.
    """
    numbered = list(enumerate(checked.pieces, 1))
    at = taken = 0
    for line in checked.text.split("\n"):
        end = at + len(line)
        begun = taken
        while taken < len(numbered) and numbered[taken][1].start <= end:
            taken += 1
        own = numbered[begun:taken]
        if line.strip():
            yield Paragraph(tuple(_segments(checked.text, at, end, own)), tuple(own))
        at = end + 1


def _segments(
    text: str, at: int, end: int, own: Sequence[tuple[int, PieceView]]
) -> Iterator[Segment]:
    for number, piece in own:
        start, stop = max(at, piece.start), min(end, piece.end)
        if start > at:
            yield Segment(text[at:start], 0, None)
        yield Segment(text[start : max(start, stop)], number, piece)
        at = max(start, stop)
    if at < end:
        yield Segment(text[at:end], 0, None)


def short(piece: PieceView) -> str:
    """Return what is said of a piece in a word or two, as it stands beside its number."""
    if piece.verdict in ("apart", "no statement"):
        return piece.kind
    grade = piece.carrier.cell if piece.carrier else ""
    word = {"nothing amiss": "", "amiss": "amiss"}.get(piece.verdict, "no claim")
    return " ".join(part for part in (grade, word) if part) or piece.kind


def counts(checked: CheckedView) -> Sequence[tuple[str, int]]:
    """Return how many sentences there are of each sort."""
    carried = sum(each.verdict == "nothing amiss" for each in checked.pieces)
    return (
        ("facts", len(checked.facts)),
        ("carried, nothing amiss", carried),
        ("amiss", len(checked.amiss)),
        ("carried by no claim", len(checked.uncarried)),
        ("forecasts, opinions, norms", len(checked.apart)),
    )


def _html(checked: CheckedView) -> bytes:
    from provenance.report.page import rendered

    page = rendered(
        "checked.html",
        checked.handling,
        styles=("checked.css",),
        checked=checked,
        paragraphs=list(paragraphs(checked)),
        counts=counts(checked),
        short=short,
    )
    return page.encode()


def _markdown(checked: CheckedView) -> bytes:
    from provenance.report.markdown import rendered

    return rendered(
        "checked.md",
        checked=checked,
        numbered=list(enumerate(checked.pieces, 1)),
        counts=counts(checked),
        short=short,
    ).encode()


def _json(checked: CheckedView) -> bytes:
    """Return the view in its envelope; ASCII only, so that no character can hide."""
    envelope = {"format": ENVELOPE, "checked": checked.model_dump(mode="json")}
    return (json.dumps(envelope, indent=2) + "\n").encode("ascii")


_WRITERS: Mapping[str, Callable[[CheckedView], bytes]] = {
    "html": _html,
    "md": _markdown,
    "json": _json,
}
