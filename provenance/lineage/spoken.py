"""Texts that share what somebody said: quotations of a text, one statement in both, retellings.

==============  =============================================================================
kind            holds where
==============  =============================================================================
quotation       a run of eight words that one text has in quotation marks stands unquoted in
                the other
rewrite         both have the same five words in quotation marks, and five names and numbers:
                two of them numbers and all in the same order, or three in any order
same statement  both have the same eight words in quotation marks, and nothing more in common
==============  =============================================================================

Two reporters at one press conference write down the same words; a text that gives the same
figures and names in the same order as well tells the other's story again, or both tell what
one person told them: either way it is one place, which a person can still refuse.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from provenance.lineage.reading import QUOTE, Reading, windows
from provenance.lineage.shared import ANCHORS, QUOTED, Shared, same_order
from provenance.model import DerivationKind

MARKS, NUMBERS = 5, 2  # names and numbers beside one saying; of these numbers
FIGURES = 3  # numbers that do in any order


def spoken(readings: Sequence[Reading], found: Iterable[Shared]) -> Iterator[Shared]:
    """Yield pairs that share what is said; of those found already no retelling."""
    known = {frozenset((shared.one.text.id, shared.other.text.id)) for shared in found}
    yield from _retellings(readings, known)
    yield from _quotations(readings)


def _retellings(readings: Sequence[Reading], known: set[frozenset[str]]) -> Iterator[Shared]:
    telling: dict[str, list[Reading]] = defaultdict(list)
    for reading in readings:
        for saying in dict.fromkeys(reading.sayings):
            for other in telling[saying]:
                pair = frozenset((reading.text.id, other.text.id))
                retold = None if pair in known else _retold(other, reading, saying)
                if retold is not None:
                    known.add(pair)
                    yield retold
            if len(telling[saying]) < ANCHORS:
                telling[saying].append(reading)


def _retold(one: Reading, other: Reading, saying: str) -> Shared | None:
    marks = [mark for mark in one.marks if mark in other.places]
    order = same_order(one, other)
    figures = len({mark for mark in marks if mark[0].isdigit()})
    if figures < NUMBERS or (order < MARKS and (figures < FIGURES or len(set(marks)) < MARKS)):
        return None
    sentence = (
        f"Both texts have the same words in quotation marks, and {order} names and numbers "
        "come in the same order in both."
        if order >= MARKS
        else f"Both texts have the same words in quotation marks, and {figures} of the same "
        "figures beside them."
    )
    words = ", ".join((saying, *marks))
    kind = DerivationKind.REWRITE
    return Shared(one, other, kind, "same saying, names and numbers", sentence, words, words)


def _quotations(readings: Sequence[Reading]) -> Iterator[Shared]:
    quoting: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for number, reading in enumerate(readings):
        for quote in reading.quotes:
            key = windows(quote.split()[:QUOTE], QUOTE)[0]
            if len(quoting[key]) < ANCHORS:
                quoting[key].append((number, quote))
    seen: set[frozenset[int]] = set()
    for number, reading in enumerate(readings):
        runs = reading.runs(QUOTE) if quoting else []
        for first in [] if quoting.keys().isdisjoint(runs) else range(len(runs)):
            for quoter, quote in quoting.get(runs[first], ()):
                pair = frozenset((quoter, number))
                last = first + quote.count(" ")
                if len(pair) < 2 or pair in seen:
                    continue
                if quote == " ".join(reading.words[first : last + 1]):
                    seen.add(pair)
                    yield _quotation(readings[quoter], reading, quote, (first, last))


def _quotation(quoter: Reading, other: Reading, quote: str, span: tuple[int, int]) -> Shared:
    there = other.show(*span)
    if other.is_quoted(span[0]):
        sentence = "Both texts have the same words in quotation marks."
        kind = DerivationKind.SAME_STATEMENT
    else:
        sentence = "One text has in quotation marks what the other says itself."
        kind = DerivationKind.QUOTATION
    return Shared(quoter, other, kind, QUOTED, sentence, quote, there)
