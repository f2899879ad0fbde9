"""One attribution as spans of the text, before its source is resolved."""

from typing import NamedTuple

from provenance.attribution.cues import Kind
from provenance.attribution.units import Unit

Piece = tuple[int, int]
"""A stretch of the text in code points, end excluded."""

Words = tuple[int, int]
"""A stretch of a unit in words, end excluded."""


class Bound(NamedTuple):
    """One attribution in code points of the text."""

    source: Piece | None  # as it stands beside the cue: of "the clerk, who said", "who"
    cue: tuple[Piece, ...]
    content: tuple[Piece, ...]
    kind: Kind
    rule: str
    at: int  # where its verb or phrase stands
    meant: Piece | None = None  # the noun that "who" stands for


def piece(unit: Unit, begin: int, end: int) -> Piece:
    """Return where words of a unit stand in the text."""
    return unit.starts[begin], unit.ends[end - 1]
