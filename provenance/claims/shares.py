"""Fractions and ratios as percentages: "two thirds of", "half the", "one in three"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from provenance.claims.numerals import EXACT, approx_before, exactness, plain, simple
from provenance.model import Quantity
from provenance.text import Phrases

_PARTS = {
    "half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "tenth": 10,
}  # fmt: skip
NAMES = frozenset(_PARTS)
_COUNT = "two|three|four|five|six|seven|eight|nine"
_FRACTION = Phrases(
    "half halfs third thirds quarter quarters fifth fifths sixth sixths seventh sevenths eighth "
    "eighths tenth tenths",
    rf"\b(?:(?P<count>an?|one|{_COUNT})[ -](?P<part>{'|'.join(_PARTS)})s?"
    r"(?= of\b| the | majority\b| share\b| stake\b)"
    r"|(?P<half>half)(?: of)?(?= (?:the|its|their|his|her|all|of)\b))",
)
_RATIO = Phrases(
    "in out",
    rf"\b(?P<top>one|{_COUNT}|\d{{1,3}})(?: in | out of(?: every)? )"
    rf"(?P<bottom>{_COUNT}|ten|\d{{1,4}})\b"
    r"(?! (?:january|february|march|april|may|june|july|august|september|october|november"
    r"|december))",
)


def shares(text: str) -> Iterator[tuple[range, Quantity]]:
    """Yield the shares of a sentence, each with where it stands."""
    for match in _FRACTION.finditer(text):
        count = Decimal(1) if match["half"] else simple(match["count"])
        yield _share(text, match, Decimal(100) * count / _PARTS[match["half"] or match["part"]])
    for match in _RATIO.finditer(text):
        top, bottom = simple(match["top"]), simple(match["bottom"])
        if bottom > 0 and top <= bottom:
            yield _share(text, match, Decimal(100) * top / bottom)


def _share(text: str, match: re.Match[str], percent: Decimal) -> tuple[range, Quantity]:
    approx = approx_before(match.string, match.start())
    start, end = match.start() - len(approx), match.end()
    rounded = percent.quantize(Decimal("0.1"))
    given = exactness(approx)
    return range(start, end), Quantity(
        words=text[start:end],
        value=format(plain(rounded), "f"),
        unit="percent",
        exactness="about" if given == EXACT and rounded != percent else given,
    )
