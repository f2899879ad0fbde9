"""Amounts as the text gives them: value in base units, unit, exactness; unknown stays None.

Numerals in figures and words (``numerals``), currencies, percentages, counted nouns
(``nouns``), ``ranges`` and ``shares``. Years, ordinals, numbers that are part of a name
("Article 5") and the numbers in control sequences of a terminal are no amounts. Patterns read
the text in lower case; what is kept are its words as they stand.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from provenance.claims import words as w
from provenance.claims.nouns import CURRENCIES, FOLLOWING, Counted, counted
from provenance.claims.numerals import (
    FIGURES,
    SCALES,
    SPELT,
    UNITS,
    approx_before,
    exactness,
    scaled,
    spelt,
)
from provenance.claims.ranges import bounds, parted
from provenance.claims.shares import NAMES, shares
from provenance.model import Quantity
from provenance.text import Phrases, as_in, lowered, words_in

_CURRENCY = r"(?<![\w.,#-])(?P<currency>(?:us|a|c)?\$ ?|[€£¥₹] ?|(?:usd|eur|gbp|chf) )?"
_PERCENT = r"(?![\w])(?:(?P<percent> ?%| per ?cent\b| percentage points?\b))?"
_IN_FIGURES = re.compile(f"{_CURRENCY}{FIGURES}{_PERCENT}")
_AMOUNT = re.compile(f"{_CURRENCY}(?:{FIGURES}|{SPELT}){_PERCENT}")
_VAGUE = Phrases(
    "dozens scores tens hundreds thousands millions billions trillions several few",
    r"\b(?P<words>(?:(?:tens|hundreds|many|several) of )?(?:dozens|scores|tens|hundreds|thousands"
    r"|millions|billions|trillions)(?: of)?|several(?: hundred| thousand| million)?|a few)"
    r"(?= [a-z-])",
)
_CONTROL = re.compile(r"\[\d{1,3}(?:;\d{1,3}){0,8}[a-z]")
"""A control sequence without its first character: an escape, or what stands for one."""
_DAY_RANGE = re.compile(
    r"(?: and | to | ?[-\u2013] ?)\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
)
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d|2100")
_DIGIT = re.compile(r"\d")
_NUMBER_WORDS = frozenset(UNITS) | frozenset(SCALES) | _VAGUE.words | NAMES
_MONTHS = w.word_set(
    "january february march april may june july august september october november december jan "
    "feb mar apr jun jul aug sep sept oct nov dec"
)
_NEVER_ONE = w.word_set("of that who which could would can not or day thing hand side")
_NUMBERING = ("#", "no.", "nos.", "number", "numbers")
_LOOK_BACK = 24  # code points before a number in which stands the word that it may belong to
_TAIL = 80  # code points after a number in which stands what it counts


@lru_cache(maxsize=256)  # a proposition is judged by its amounts, and keeps them
def quantities(text: str) -> tuple[Quantity, ...]:
    """Return the amounts named in a sentence, in order."""
    in_figures = _NUMBER_WORDS.isdisjoint(words_in(text))
    if in_figures and _DIGIT.search(text) is None:
        return ()
    pattern = _IN_FIGURES if in_figures else _AMOUNT  # words cost more to look for
    vague, fractions = list(_vague(text)), list(shares(text))
    taken = [where for where, _ in (*vague, *fractions)]
    low = _plain(lowered(text))
    found = [(where.start, amount) for where, amount in fractions]
    for match in pattern.finditer(parted(low)):
        approx = approx_before(low, match.start())
        start = match.start() - len(approx)
        amount = _amount(text, start, approx, match)
        if amount is None or any(start in where for where in taken):
            continue
        if not approx and (ends := bounds(text, low, match, amount)):
            found = [*(pair for pair in found if pair[0] < ends[0][0]), *ends]
        else:
            found.append((start, amount))
    found.extend((where.start, amount) for where, amount in vague)
    found.sort(key=lambda pair: pair[0])
    return tuple(amount for _, amount in found)


def _plain(low: str) -> str:
    """Return lower-case text with blanks for what steers a terminal."""
    if "[" not in low:
        return low
    return _CONTROL.sub(lambda match: " " * len(match.group()), low)


def _vague(text: str) -> Iterator[tuple[range, Quantity]]:
    for match in _VAGUE.finditer(text):
        noun = counted(text[match.end() : match.end() + _TAIL], one=False)
        if noun:
            words = as_in(text, match) + noun.words
            unit = CURRENCIES.get(noun.unit, noun.unit)
            vague = Quantity(words=words, value=None, unit=unit, exactness="vague")
            yield range(match.start(), match.end()), vague


def _amount(text: str, start: int, approx: str, match: re.Match[str]) -> Quantity | None:
    value = scaled(match["figures"], match["suffix"]) if match["figures"] else spelt(match["words"])
    tail = text[match.end() : match.end() + _TAIL]
    noun = None if match["percent"] else counted(tail, one=value == 1)
    before = text[max(0, start - _LOOK_BACK) : start].rpartition(" ")[0].split()
    last = before[-1] if before else ""
    if (noun and noun.unit in NAMES) or _is_name_or_date(match, last, approx, tail, noun):
        return None
    reach = ""
    if match["percent"]:
        unit = "percent"
    elif match["currency"]:
        unit = CURRENCIES[match["currency"].strip()]
    elif noun:
        unit, reach = CURRENCIES.get(noun.unit, noun.unit), noun.words
    elif match["figures"] is None:
        return None  # "gates four and five": a name, not an amount
    else:
        unit = ""
    return Quantity(
        words=text[start : match.end()] + reach,
        value=format(value, "f"),
        unit=unit,
        exactness=exactness(approx),
    )


def _is_name_or_date(
    match: re.Match[str], last: str, approx: str, tail: str, noun: Counted | None
) -> bool:
    """Whether a number belongs to a date, a name ("Article 5") or a score, or is a pronoun."""
    if match["currency"] or match["percent"] or match["suffix"]:
        return False
    following = FOLLOWING.match(tail)
    follows = following[1].lower() if following else ""
    if last.lower().rstrip(".,") in _MONTHS or follows in _MONTHS or _DAY_RANGE.match(tail):
        return True
    if last.lower() in _NUMBERING:
        return True
    if match["figures"] is None:
        pronoun = noun is None or follows in _NEVER_ONE or last.lower() in ("no", "the", "this")
        return match["words"] == "one" and pronoun
    if approx:
        return False
    score = tail[:1] in "-\u2013/:" and tail[1:2].isdigit()
    verb = noun is None or noun.noun.lower() in w.THIRD
    return bool(_YEAR.fullmatch(match["figures"])) or score or (verb and last[:1].isupper())
