"""Quotations that go on: the sentence, or the paragraph, after the one that names the speaker.

A unit that is nothing but a quotation belongs to the attribution before it in its paragraph, or
to the next one there, or to the last of the paragraph before where that ended in a quotation or a
colon. One that belongs to nobody in reach is an attribution without a source: said aloud.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from provenance.attribution.bounds import Bound, Piece
from provenance.attribution.cues import Kind
from provenance.attribution.spans import bound
from provenance.attribution.turned import LABELLED
from provenance.attribution.units import QUOTE, Unit, units
from provenance.attribution.verbs import handed_over

_MARKS = frozenset((QUOTE, ".", ",", "!", "?", ":", ";", "\u2014", "\u2013", "-", "'", "(", ")"))
_FEWEST = 30  # code points; a shorter quotation may be a word in scare quotes

Added = dict[tuple[int, int], list[Piece]]
"""Pieces of content to add, by where their attribution stands: unit, and number in it."""


class Read(NamedTuple):
    """A unit and the attributions that stand in it or reach into it."""

    unit: Unit
    found: list[Bound]


def passages(text: str) -> list[Read]:
    """Return the units of a text with their attributions, quotations brought to their speakers."""
    read = [Read(unit, bound(unit)) for unit in units(text)]
    _go_on(read)
    return read


def _go_on(read: list[Read]) -> None:
    added: Added = {}
    _bring(read, added)
    for (index, at), pieces in added.items():
        one = read[index].found[at]
        read[index].found[at] = one._replace(content=tuple(sorted((*one.content, *pieces))))


def _bring(read: list[Read], added: Added) -> None:
    """Bring each quotation to the attribution that it goes on from, as pieces to add."""
    waiting: list[int] = []  # quotations at the beginning of a paragraph, not yet anybody's
    speaker: tuple[int, int] | None = None  # where the last attribution of the paragraph stands
    earlier: tuple[int, int] | None = None  # that of the paragraph before, where it hands over
    line = -1
    label: tuple[int, int] | None = None  # "NAME:" at the beginning of this paragraph
    for index, (unit, found) in enumerate(read):
        if unit.line != line:
            last = speaker or _left(read, added, waiting, earlier)
            earlier = last if last is not None and _hands_over(read, last[0], index) else None
            waiting, line, speaker, label = [], unit.line, None, None
        if label is not None:
            _append(added, label, unit)
        elif found and found[0].rule == LABELLED:
            label = index, 0
        alone = bool(unit.quotes) and all(word in _MARKS for word in unit.low)
        if alone and not found:
            if speaker is not None:
                _append(added, speaker, unit)
            else:
                waiting.append(index)
            continue
        if found:
            at = next((k for k, one in enumerate(found) if one.kind is Kind.SPEECH), 0)
            speaker = (index, at)
            for each_ in waiting:
                _append(added, speaker, read[each_].unit)
            waiting = []
        elif not alone:
            speaker = None
        _loose(unit, found)
    _left(read, added, waiting, earlier)


def _left(
    read: list[Read], added: Added, waiting: list[int], earlier: tuple[int, int] | None
) -> tuple[int, int] | None:
    """Give a paragraph that is only a quotation to the speaker before it, or to nobody."""
    for index in waiting:
        unit = read[index].unit
        earlier = earlier or _given_out(read, index)
        if earlier is not None:
            _append(added, earlier, unit)
        elif unit.end - unit.start >= _FEWEST:
            read[index].found.append(_nobodys((unit.start, unit.end)))
    return earlier if waiting else None


def _given_out(read: list[Read], index: int) -> tuple[int, int] | None:
    """Return the attribution of a quotation to who gave it out in the unit before it."""
    before, found = read[index - 1] if index else (None, [])
    given = handed_over(before) if before is not None else None
    if given is None:
        return None
    source, cue = given
    found.append(Bound(source, (cue,), (), Kind.SPEECH, "statement given out", cue[0]))
    return index - 1, len(found) - 1


def _hands_over(read: list[Read], last: int, index: int) -> bool:
    """Whether a quotation in the next paragraph may be that of the last speaker."""
    before = read[index - 1].unit
    alone = before.low[-1:] == [QUOTE] and all(word in _MARKS for word in before.low)
    return alone or before.low[-1:] == [":"] or index - 1 == last


def _append(added: Added, speaker: tuple[int, int], unit: Unit) -> None:
    added.setdefault(speaker, []).append((unit.start, unit.end))


def _loose(unit: Unit, found: list[Bound]) -> None:
    """Add an attribution without a source for a quotation that no attribution holds."""
    for begin, end in unit.quotes:
        if end - begin < _FEWEST:
            continue
        if not any(a < end and begin < b for one in found for a, b in one.content):
            found.append(_nobodys((begin, min(end, unit.end))))


def _nobodys(piece: Piece) -> Bound:
    return Bound(None, (), (piece,), Kind.SPEECH, "quotation without a speaker", piece[0])


def each(read: Iterable[Read]) -> Iterator[Bound]:
    """Yield all attributions in order."""
    for one in read:
        yield from one.found
