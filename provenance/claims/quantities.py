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
from provenance.claims.nouns import ATTACHED, CURRENCIES, FOLLOWING, Counted, counted, rate
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

_CURRENCY = (
    r"(?<![\w.,:#-])(?P<currency>(?:us|au|nz|hk|[acsr])?\$ ?|[€£¥₹₽₴] ?|rs\.? ?"
    r"|(?:usd|eur|gbp|chf|cad|aud|inr|jpy|cny|rub) )?"
)
_PERCENT = rf"(?:(?![\w])|(?={ATTACHED}))(?:(?P<percent> ?%| per ?cent\b| percentage points?\b))?"
_IN_FIGURES = re.compile(f"{_CURRENCY}{FIGURES}{_PERCENT}")
_AMOUNT = re.compile(f"{_CURRENCY}(?:{FIGURES}|{SPELT}){_PERCENT}")
_VAGUE = Phrases(
    "dozens scores tens hundreds thousands millions billions trillions several few handful couple",
    r"\b(?P<words>(?:(?:tens|hundreds|many|several) of )?(?:dozens|scores|tens|hundreds|thousands"
    r"|millions|billions|trillions)(?: of)?|several(?: hundred| thousand| million)?|a few"
    r"|a (?:handful|couple) of)"
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
_NUMBERING = w.word_set(
    "# no. nos. number numbers page pages p. pp. section sections chapter article paragraph clause "
    "item room gate line figure table phase stage level volume season episode grade channel route"
)
_CLOCK = re.compile(r" ?[ap]\.?m\b| o'clock\b|:\d")
_DIGITS_BEFORE = re.compile(r"(?:\d{3}|\+\d{1,3}|\b0\d{1,4})[ -]$")
_DIGITS_AFTER = re.compile(r"[ -]\d{3,}")
"""What stands beside a part of a telephone number."""
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
        if noun or match["words"].endswith(("dozens", "scores", "hundreds", "thousands")):
            words = as_in(text, match) + (noun.words if noun else "")
            unit = CURRENCIES.get(noun.unit, noun.unit) if noun else ""
            vague = Quantity(words=words, value=None, unit=unit, exactness="vague")
            yield range(match.start(), match.end()), vague


def _amount(text: str, start: int, approx: str, match: re.Match[str]) -> Quantity | None:
    value = scaled(match["figures"], match["suffix"]) if match["figures"] else spelt(match["words"])
    tail = text[match.end() : match.end() + _TAIL]
    attached = match["percent"] is None and tail[:1].isalpha()
    noun = None if match["percent"] else counted(" " * attached + tail, one=value == 1)
    before = text[max(0, start - _LOOK_BACK) : start].rpartition(" ")[0].split()
    last = before[-1] if before else ""
    if (noun and noun.unit in NAMES) or _is_name_or_date(match, last, approx, tail, noun):
        return None
    reach = ""
    if match["percent"]:
        unit = "percentage point" if "point" in match["percent"] else "percent"
    elif match["currency"]:
        unit = CURRENCIES[match["currency"].strip()]
    elif noun:
        unit, reach = CURRENCIES.get(noun.unit, noun.unit), noun.words[attached:]
    elif match["figures"] is None:
        return None  # "gates four and five": a name, not an amount
    else:
        unit = ""
    each, per = rate(tail[len(reach) :]) if unit else ("", "")
    return Quantity(
        words=text[start : match.end()] + reach + each,
        value=format(value, "f"),
        unit=unit + per,
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
    numbered = last.lower() in _NUMBERING or _CLOCK.match(tail.lower()) is not None
    if numbered or _is_part_of_number(match, tail):
        return True
    if match["figures"] is None:
        pronoun = noun is None or follows in _NEVER_ONE or last.lower() in ("no", "the", "this")
        return match["words"] == "one" and pronoun
    if approx:
        return False
    score = tail[:1] in "-\u2013/:" and tail[1:2].isdigit()
    verb = noun is None or noun.noun.lower() in w.THIRD
    return bool(_YEAR.fullmatch(match["figures"])) or score or (verb and last[:1].isupper())


def _is_part_of_number(match: re.Match[str], tail: str) -> bool:
    """Whether figures stand beside others as in the number of a telephone."""
    figures = match["figures"]
    if figures is None or len(figures) < 2 or "," in figures:
        return False
    before = match.string[max(0, match.start() - 6) : match.start()]
    own = len(figures) > 2 or figures.startswith("0") or "+" in before
    beside = _DIGITS_BEFORE.search(before) or _DIGITS_AFTER.match(tail)
    return own and beside is not None and not _YEAR.fullmatch(before.strip(" -")[-4:])
