"""An opinion article as it was pasted, against the table of what a careful analyst takes from it.

The table is that of ``inputs/README.md`` beside the data folder: beginnings of sentences, the
kind of each, and who says it. A row may allow several kinds ("forecast or question") and may
ask for two statements of one sentence. The floor is the constant answer.
"""

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.quality.figure import Figure, figure
from provenance.attribution import Chain, attribute
from provenance.claims import Marked, read
from provenance.model import AttributionStatus, StepRole
from provenance.text import sentence_spans

_KINDS = re.compile(r"\b(?:fact|forecast|opinion|norm|question|furniture)\b")
_QUOTED = re.compile(r"[\"\u201c]([^\"\u201c\u201d]{2,60})[\"\u201d]|\bsame ((?:\w+ )?documents)\b")


class Row(NamedTuple):
    """One sentence of the table."""

    begins: str
    kinds: frozenset[str]
    statements: int  # at least so many
    source: str  # the cell that tells who says it


class Told(NamedTuple):
    """A row with what the program made of it."""

    row: Row
    kinds: tuple[str, ...]
    chain: Chain | None

    @property
    def right(self) -> bool:
        """Whether every statement of the sentence has a kind that the row allows."""
        enough = len(self.kinds) >= self.row.statements
        return enough and bool(self.kinds) and self.row.kinds.issuperset(self.kinds)

    @property
    def sourced(self) -> bool:
        """Whether the first chain is the one that the row tells."""
        if self.chain is None:
            return False
        named = [step for step in self.chain.steps if step.role is not StepRole.VERIFIED]
        status, cell = self.chain.status, self.row.source
        if cell.startswith("the writer"):
            return status is AttributionStatus.WRITER
        if cell.startswith("unattributed"):
            context = "by context" in cell and any(step.by_context for step in named)
            return context or status is AttributionStatus.UNATTRIBUTED
        names = {name for pair in _QUOTED.findall(cell)[:1] for name in pair if name}
        return any(name.casefold() in step.name.casefold() for name in names for step in named)


def measure(folder: Path, train: Path) -> Sequence[Figure]:
    """Return the shares of rows with the right kind and the right first chain."""
    del train  # nothing is learnt
    inputs = folder.parent.parent / "inputs"
    text = (inputs / "op-ed.txt").read_text(encoding="utf-8")
    told = [_told(text, row) for row in rows((inputs / "README.md").read_text(encoding="utf-8"))]
    facts = [each for each in told if each.row.kinds == {"fact"}]
    sourced = [each for each in told if "furniture" not in each.row.kinds]
    constant = Counter(kind for each in told for kind in each.row.kinds).most_common(1)[0][0]

    def always(draw: Sequence[Told]) -> float:
        return sum(constant in each.row.kinds for each in draw) / len(draw)

    return [
        figure("fact rows with the right kind", facts, _right, n=len(facts), reach=1.0),
        figure("rows with the right kind", told, _right, n=len(told), floor=always, reach=1.0),
        figure("rows with the right source", sourced, _sourced, n=len(sourced), reach=1.0),
    ]


def _right(draw: Sequence[Told]) -> float:
    return sum(each.right for each in draw) / len(draw)


def _sourced(draw: Sequence[Told]) -> float:
    return sum(each.sourced for each in draw) / len(draw)


def rows(readme: str) -> list[Row]:
    """Return the rows of the table, one for each beginning of a sentence."""
    found: list[Row] = []
    for line in readme.splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if len(cells) != 4 or cells[0].startswith(("begins with", "-")):
            continue
        begins, kind, _, source = cells
        kinds = frozenset(_KINDS.findall(kind.partition(", with")[0]))
        found += [
            Row(each.strip(), kinds, 2 if "two" in kind else 1, source)
            for each in begins.split(";")
        ]
    return found


def _told(text: str, row: Row) -> Told:
    span = _sentence(text, row.begins)
    if span is None:
        return Told(row, (), None)
    start, end = span
    here = [each for each in read(text, language="en") if each.start < end and each.end > start]
    return Told(row, tuple(each.kind for each in here), _chain(text, here))


def _sentence(text: str, begins: str) -> tuple[int, int] | None:
    """Return the sentence that holds the words, or begins with the first and has the rest."""
    spans = sentence_spans(text)
    words = begins.split()
    exact = [(start, end) for start, end in spans if begins in text[start:end]]
    loose = [
        (start, end)
        for start, end in spans
        if text[start:end].startswith(words[0]) and all(word in text[start:end] for word in words)
    ]
    return next(iter(exact + loose), None)


def _chain(text: str, here: Sequence[Marked]) -> Chain | None:
    found = [each.found for each in here if each.found is not None][:1]
    chains = attribute(text, [(each.selector, each.type) for each in found])
    return next(iter(chains), None)
