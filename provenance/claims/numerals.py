"""Numerals in figures and in words, as patterns of lower-case text and as exact numbers.

Arithmetic is on Decimal. The patterns are parts of larger ones (``quantities``, ``ranges``,
``shares``).
"""

import re
from decimal import Decimal

UNITS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip
SCALES = {
    "lakh": 10**5, "crore": 10**7, "dozen": 12, "hundred": 100, "thousand": 10**3, "k": 10**3,
    "m": 10**6, "mn": 10**6, "million": 10**6, "b": 10**9, "bn": 10**9, "billion": 10**9,
    "tn": 10**12, "trillion": 10**12,
}  # fmt: skip
_SHARES = {
    "half": Decimal("0.5"),
    "a quarter of": Decimal("0.25"),
    "three quarters of": Decimal("0.75"),
}

_EXACTNESS = {
    "more than": "more-than", "over": "more-than", "above": "more-than", "at least": "more-than",
    "upwards of": "more-than", "in excess of": "more-than", "no fewer than": "more-than",
    "no less than": "more-than", "fewer than": "less-than", "less than": "less-than",
    "under": "less-than", "below": "less-than", "up to": "less-than", "at most": "less-than",
    "as many as": "less-than", "as much as": "less-than", "no more than": "less-than",
    "almost": "about", "nearly": "about", "about": "about", "around": "about",
    "roughly": "about", "approximately": "about", "some": "about", "close to": "about",
    "an estimated": "about", "exactly": "exact",
}  # fmt: skip
EXACT = "exact"

_APPROXES = tuple(f"{approx} " for approx in _EXACTNESS)
_LOOK_BACK = 24  # code points; longer than any of them
_AMID = re.compile(r"[\w.,-]")
UNIT = "|".join(UNITS)
SCALE = "dozen|hundred|thousand|million|billion|trillion"
SUFFIX = "hundred|thousand|million|billion|trillion|dozen|lakh|crore|mn|bn|tn|[kmb]"
_PART = rf"(?:{UNIT}|{SCALE})"
FIGURES = (
    r"(?P<figures>(?:\d{1,3}(?:,\d{3}){1,6}|\d{1,18})(?:\.\d{1,6})?)"
    rf"(?:[ \u00a0-]?(?P<suffix>{SUFFIX})\b)?"
)
"""A numeral in ``figures`` with a ``suffix``."""
SPELT = (
    rf"(?P<words>(?:half|a quarter of|three quarters of) an? (?:{SCALE})"
    rf"|(?:an? (?:{SCALE})|{_PART})(?:[ -]{_PART}|(?:(?<=hundred)|(?<=thousand)"
    rf"|(?<=million)) and {_PART}| and a half){{0,8}}\b(?! of\b))"
)
"""A numeral in ``words``."""


def exactness(approx: str) -> str:
    """Return how exact a number is by the words before it."""
    return _EXACTNESS.get(approx.rstrip(), EXACT)


def approx_before(low: str, start: int) -> str:
    """Return the words before a numeral that say how exact it is, with a space, or nothing."""
    before = low[max(0, start - _LOOK_BACK) : start]
    if not before.endswith(_APPROXES):  # most do not
        return ""
    longest = max((each for each in _APPROXES if before.endswith(each)), key=len)
    whole = _AMID.fullmatch(before[: -len(longest)][-1:]) is None
    return longest if whole else ""


def simple(numeral: str) -> Decimal:
    """Return the value of figures or of a single number word; an article is one."""
    if numeral[:1].isdecimal():
        return Decimal(numeral.replace(",", ""))
    return Decimal(UNITS.get(numeral, 1))


def scaled(figures: str, suffix: str | None) -> Decimal:
    """Return the value of figures with a scale after them: "3.2" and "m"."""
    return plain(simple(figures) * SCALES.get(suffix or "", 1))


def spelt(words: str) -> Decimal:
    """Return the value of a number in words: units add up, scales multiply what stands before."""
    share = next((part for lead, part in _SHARES.items() if words.startswith(lead)), None)
    total, current = Decimal(0), Decimal(0)
    for word in words.replace("-", " ").split():
        scale = SCALES.get(word)
        if word == "half":
            current += Decimal("0.5") if share is None else 0
        elif scale is None:
            current += UNITS.get(word, 0)
        elif scale <= 100:
            current = (current or Decimal(1)) * scale
        else:
            total, current = total + (current or Decimal(1)) * scale, Decimal(0)
    return plain((total + current) * (share or 1))


def plain(value: Decimal) -> Decimal:
    """Return a number without an exponent and without zeros at its end."""
    return value.to_integral_value() if value == value.to_integral_value() else value.normalize()
