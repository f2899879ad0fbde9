"""Numbers in a sentence as ranges: "in the 1960s", "more than forty", "the 19th century".

Two numbers of one sort agree where their ranges meet. A year is compared with years alone, a
count with counts of the same thing. Left out: units that need a table (amounts of money and
measures are the finder's, see ``amounts``), numbers written in three words or more.
"""

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from provenance.corroboration import vocabulary
from provenance.corroboration.vocabulary import stem

_YEAR = re.compile(r"(?:1[0-9]|20)\d\d")
_DECADE = re.compile(r"((?:1[0-9]|20)\d)0s")
_NUMERAL = re.compile(r"(\d[\d,]{0,14}(?:\.\d{1,6})?)(?:st|nd|rd|th|s|m|bn)?")
_SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
_MORE = frozenset({"over", "than", "least", "exceeding", "above"})
_LESS = frozenset({"under", "below", "most", "fewer", "less"})
_TENS = ("thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SPOKEN = vocabulary.NUMBERS | {word: f"{ten}0" for ten, word in enumerate(_TENS, start=3)}
_MOST = 10**15
TOLERANCE = 50  # one part in so many: rounding


class Figure(NamedTuple):
    """A number: its words' places, the range it stands for, and what it counts."""

    start: int
    end: int
    low: int  # in thousandths
    high: int
    sort: Literal["year", "count"]
    unit: str  # stem of the word after it


def figures_of(words: Sequence[str]) -> tuple[Figure, ...]:
    """Return the numbers among folded words."""
    found: list[Figure] = []
    at = 0
    while at < len(words):
        figure = _figure(words, at)
        if figure is not None:
            found.append(figure)
        at = figure.end if figure is not None else at + 1
    return tuple(found)


def meet(one: Figure, other: Figure) -> bool:
    """Return whether two numbers of one sort may be the same."""
    if one.sort == "year":
        return one.low <= other.high and other.low <= one.high
    spare = max(one.low, other.low) // TOLERANCE if min(one.low, other.low) >= 100_000 else 0
    return one.low <= other.high + spare and other.low <= one.high + spare


def _figure(words: Sequence[str], at: int) -> Figure | None:
    word = words[at]
    after = words[at + 1] if at + 1 < len(words) else ""
    if decade := _DECADE.fullmatch(word):
        first = int(decade[1]) * 10_000
        return Figure(
            at, at + 1, first, first + (99_000 if decade[1][-1] == "0" else 9_000), "year", ""
        )
    numeral = _NUMERAL.fullmatch(_SPOKEN.get(word, word))
    if numeral is None:
        return None
    if after == "century":
        last = int(float(numeral[1].replace(",", ""))) * 100_000
        return Figure(at, at + 2, last - 100_000, last, "year", "")
    if _YEAR.fullmatch(word):
        return Figure(at, at + 1, int(word) * 1000, int(word) * 1000, "year", "")
    value = round(float(numeral[1].replace(",", "")) * 1000) * _SCALES.get(after, 1)
    end = at + 1 + (after in _SCALES)
    unit = stem(words[end]) if end < len(words) else ""
    low, high = _range(words, at, value)
    return Figure(at, end, low, high, "count", unit)


def _range(words: Sequence[str], at: int, value: int) -> tuple[int, int]:
    before = words[at - 1] if at else ""
    two = words[at - 2] if at > 1 else ""
    if before in _LESS or (before == "than" and two in _LESS):
        return 0, value
    if before in _MORE:
        return value, _MOST
    if before in ("about", "around", "approximately", "nearly", "almost", "roughly", "some"):
        return value * 9 // 10, value * 11 // 10
    return value, value
