"""A range is its two bounds in the same words: "between 3 and 5 million", "10-15 percent".

"From 20 to 30" tells a change as often as a range: both stand as they are.
"""

import re
from decimal import Decimal

from provenance.claims.nouns import CURRENCIES
from provenance.claims.numerals import EXACT, SUFFIX, UNIT, plain, scaled, simple
from provenance.model import Quantity

_LOWER = re.compile(
    r"(?P<lead>between |from )?(?P<currency>(?:us|a|c)?\$|[€£¥₹])?"
    rf"(?<![\w.,-])(?P<low>\d[\d,]{{0,14}}(?:\.\d{{1,4}})?|{UNIT})"
    rf"(?: ?(?P<suffix>{SUFFIX})\b)?(?: ?%"
    r"| per ?cent)?"
    r"(?: (?P<join>and|to) | ?[-\u2013] ?)$"
)
_SPAN = re.compile(
    r"(?<=\d)(?<!\b19\d\d)(?<!\b20\d\d)[-\u2013]"
    r"(?=[€£$]?\d[\d,.]{0,12}(?: ?%| ?per ?cent| ?(?:[kmb]|bn|mn|tn)\b| [a-z]{2,14}s\b|"
    r" (?:hundred|thousand|million|billion|trillion|people)\b))"
)
_JOINS = ("and", "to", "-", "\u2013")  # what ends the lower bound of a range
_LOOK_BACK = 40  # code points before an amount in which the lower bound of its range stands


def parted(low: str) -> str:
    """Return lower-case text with a space for the hyphen of each range in figures."""
    return _SPAN.sub(" ", low) if "-" in low or "\u2013" in low else low


def bounds(text: str, low: str, match: re.Match[str], high: Quantity) -> list[tuple[int, Quantity]]:
    """Return both bounds where an amount is the upper one of a range, else nothing.

    ``match`` is the amount's in the lower-case text.
    """
    begin = max(0, match.start() - _LOOK_BACK)
    before = low[begin : match.start()]
    if not before.rstrip().endswith(_JOINS):  # most have none: the pattern costs more
        return []
    lower = _LOWER.search(before)
    if lower is None or high.value is None or high.exactness != EXACT:
        return []
    lead = (lower["lead"] or "").strip()
    if lower["join"] == "and" and lead != "between":
        return []
    top = Decimal(high.value)
    raw_top = simple(match["figures"]) if match["figures"] else top
    own = lower["suffix"] or (match["suffix"] if simple(lower["low"]) < raw_top else None)
    bottom = scaled(lower["low"], own)
    if bottom >= top and lead != "from":
        return []
    start = begin + lower.start()
    unit = high.unit or CURRENCIES.get(lower["currency"] or "", "")
    kinds = (EXACT, EXACT) if lead == "from" else ("more-than", "less-than")
    return [
        (
            start + at,
            Quantity(
                words=text[start : match.start()] + high.words,
                value=value,
                unit=unit,
                exactness=kind,
            ),
        )
        for at, value, kind in (
            (0, format(plain(bottom), "f"), kinds[0]),
            (1, high.value, kinds[1]),
        )
    ]
