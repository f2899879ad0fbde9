"""Amounts as the text gives them: value in base units, unit, exactness; unknown stays None.

Numerals in figures and words, currencies, percentages and counted nouns. A range is its two
bounds (more-than, less-than) in the same words; a fraction of something is a percentage. Years,
ordinals and numbers that are part of a name ("Article 5") are no amounts. Arithmetic is on
Decimal.
"""

import re
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from provenance.claims import words as w
from provenance.model import Quantity

_UNITS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip
_SCALES = {
    "dozen": 12, "hundred": 100, "thousand": 10**3, "k": 10**3, "m": 10**6, "mn": 10**6,
    "million": 10**6, "b": 10**9, "bn": 10**9, "billion": 10**9, "tn": 10**12, "trillion": 10**12,
}  # fmt: skip
_CURRENCIES = {
    "$": "USD", "us$": "USD", "usd": "USD", "€": "EUR", "eur": "EUR", "£": "GBP", "gbp": "GBP",
    "¥": "JPY", "₹": "INR", "a$": "AUD", "c$": "CAD", "chf": "CHF", "dollar": "USD",
    "euro": "EUR", "pound": "GBP", "pound sterling": "GBP", "yen": "JPY", "yuan": "CNY",
    "rouble": "RUB", "ruble": "RUB", "rupee": "INR", "franc": "CHF", "krona": "SEK",
    "zloty": "PLN", "hryvnia": "UAH", "peso": "MXN", "rand": "ZAR", "won": "KRW",
}  # fmt: skip
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

_WORD_NUMBER = "|".join(_UNITS)
_SCALE_WORD = "dozen|hundred|thousand|million|billion|trillion"
_PART = rf"(?:{_WORD_NUMBER}|{_SCALE_WORD})"
_NUMBER = (
    r"(?:(?P<figures>(?:\d{1,3}(?:,\d{3}){1,6}|\d{1,18})(?:\.\d{1,6})?)"
    r"(?:[ \u00a0-]?(?P<suffix>hundred|thousand|million|billion|trillion|dozen|mn|bn|tn|[kmb])\b)?"
    rf"|(?P<words>(?:half|a quarter of|three quarters of) an? (?:{_SCALE_WORD})"
    rf"|(?:an? (?:{_SCALE_WORD})|{_PART})(?:[ -]{_PART}|(?:(?<=hundred)|(?<=thousand)"
    rf"|(?<=million)) and {_PART}| and a half){{0,8}}\b(?! of\b)))"
)
_AMOUNT = re.compile(
    rf"(?<![\w.,-])(?:(?P<approx>{'|'.join(_EXACTNESS)}) )?"
    r"(?P<currency>(?:US|A|C)?\$|[€£¥₹]|(?:USD|EUR|GBP|CHF) )? ?"
    rf"{_NUMBER}(?![\w])(?:(?P<percent> ?%| per ?cent\b| percentage points?\b))?",
    re.IGNORECASE,
)
_LOWER = re.compile(
    r"(?P<lead>between |from )?(?P<currency>(?:US|A|C)?\$|[€£¥₹])?"
    rf"(?<![\w.,-])(?P<low>\d[\d,]{{0,14}}(?:\.\d{{1,4}})?|{_WORD_NUMBER})"
    r"(?: ?(?P<suffix>hundred|thousand|million|billion|trillion|mn|bn|tn|[kmb])\b)?(?: ?%"
    r"| per ?cent)?"
    r"(?: (?P<join>and|to) | ?[-\u2013] ?)$",
    re.IGNORECASE,
)
_SPAN = re.compile(
    r"(?<=\d)(?<!\b19\d\d)(?<!\b20\d\d)[-\u2013]"
    r"(?=[€£$]?\d[\d,.]{0,12}(?: ?%| ?per ?cent| ?(?:[kmb]|bn|mn|tn)\b| [a-z]{2,14}s\b|"
    r" (?:hundred|thousand|million|billion|trillion|people)\b))"
)
_DAY_RANGE = re.compile(
    r"(?: and | to | ?[-\u2013] ?)\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
)
_JOINS = ("and", "to", "-", "\u2013")  # what ends the lower bound of a range
_LOOK_BACK = 40  # code points before an amount in which the lower bound of its range stands
_FRACTION = re.compile(
    r"\b(?:(?P<approx>more than|over|at least|less than|fewer than|under|up to|almost|nearly|about"
    r"|around|roughly|some|close to) )?(?:(?P<count>a|an|one|two|three|four|five|six|seven"
    r"|eight|nine)"
    r"[ -](?P<part>half|third|quarter|fifth|sixth|seventh|eighth|tenth)s?(?= of\b| the )"
    r"|(?P<half>half)(?: of)?(?= (?:the|its|their|his|her|all|of)\b)"
    r"|(?P<top>one|two|three|four|five|six|seven|eight|nine|\d{1,3})(?: in | out of(?: every)? )"
    r"(?P<bottom>two|three|four|five|six|seven|eight|nine|ten|\d{1,4})\b(?! (?:January|February"
    r"|March"
    r"|April|May|June|July|August|September|October|November|December)))",
    re.IGNORECASE,
)
_ANY = re.compile(
    rf"\d|\b(?:{_WORD_NUMBER}|{_SCALE_WORD}|scores|tens|dozens|hundreds|thousands|millions|billions"
    r"|trillions|several|few|half|third|thirds|quarters?|fifths?|sixths?|sevenths?|eighths?"
    r"|tenths?)\b",
    re.IGNORECASE,
)
"""Without a word of these there is no amount."""
_PARTS = {
    "half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "tenth": 10,
}  # fmt: skip
_VAGUE = re.compile(
    r"\b(?P<words>(?:(?:tens|hundreds|many|several) of )?(?:dozens|scores|tens|hundreds|thousands"
    r"|millions|billions|trillions)(?: of)?|several(?: hundred| thousand| million)?|a few)"
    r" (?P<rest>[a-z-]+(?: [a-z-]+){0,2})",
    re.IGNORECASE,
)
_FOLLOWING = re.compile(r"[ -]([A-Za-z][\w-]*)(?: ([A-Za-z][\w-]*))?(?: ([A-Za-z][\w-]*))?")
_SHARES = {
    "half": Decimal("0.5"),
    "a quarter of": Decimal("0.25"),
    "three quarters of": Decimal("0.75"),
}
_MONTHS = w.word_set(
    "january february march april may june july august september october november december jan "
    "feb mar apr jun jul aug sep sept oct nov dec"
)
_IRREGULAR = {
    "people": "person", "men": "man", "women": "woman", "children": "child", "feet": "foot",
    "lives": "life", "aircraft": "aircraft", "troops": "troop", "police": "police",
    "percent": "percent", "wives": "wife", "knives": "knife", "staff": "staff",
    "sheep": "sheep", "fish": "fish", "cattle": "cattle", "crew": "crew", "buses": "bus",
    "gases": "gas", "viruses": "virus", "personnel": "personnel",
    "policemen": "policeman", "firemen": "fireman",
}  # fmt: skip
_STOP = w.word_set(
    "of in on at by for from with to and or but that which who as is are was were be has have "
    "had the a an its his her their this these those than after before while when where until "
    "so not more less times per other another"
)
_FRACTIONS = frozenset(("third", "half", "quarter", "fifth", "tenth"))
_NEVER_ONE = w.word_set("of that who which could would can not or day thing hand side")


@lru_cache(maxsize=256)  # a proposition is judged by its amounts, and keeps them
def quantities(text: str) -> tuple[Quantity, ...]:
    """Return the amounts named in a sentence, in order."""
    if _ANY.search(text) is None:
        return ()
    found: list[tuple[int, Quantity]] = []
    taken = _fractions(text, found)
    for match in _AMOUNT.finditer(_SPAN.sub(" ", text)):
        amount = _amount(text, match)
        if amount is None or any(start <= match.start() < end for start, end in taken):
            continue
        if bounds := _bounds(text, match, amount):
            found = [pair for pair in found if pair[0] < bounds[0][0]]
        found.extend(bounds or [(match.start(), amount)])
    for match in _VAGUE.finditer(text):
        unit = _counted(" " + match["rest"], one=False)
        if unit:
            words = match["words"] + _reach(" " + match["rest"], unit)
            vague = Quantity(words=words, value=None, unit=unit[1], exactness="vague")
            found.append((match.start(), vague))
    found.sort(key=lambda pair: pair[0])
    return tuple(amount for _, amount in found)


def _bounds(text: str, match: re.Match[str], high: Quantity) -> list[tuple[int, Quantity]]:
    """Return both bounds where an amount is the upper one of a range, else nothing.

    "From 20 to 30" tells a change as often as a range: both stand as they are.
    """
    begin = max(0, match.start() - _LOOK_BACK)
    before = text[begin : match.start()]
    if not before.rstrip().lower().endswith(_JOINS):  # most have none: the pattern costs more
        return []
    lower = _LOWER.search(before)
    if lower is None or high.value is None or high.exactness != "exact":
        return []
    lead = (lower["lead"] or "").strip().lower()
    if lower["join"] == "and" and lead != "between":
        return []
    low, top = _number(lower["low"].replace(",", "")), Decimal(high.value)
    raw_top = Decimal(match["figures"].replace(",", "")) if match["figures"] else top
    own = lower["suffix"] or (match["suffix"] if low < raw_top else None) or ""
    low *= _SCALES.get(own.lower(), 1)
    if low >= top and lead != "from":
        return []
    start = begin + lower.start()
    words = text[start : match.start()] + high.words
    unit = high.unit or _CURRENCIES.get((lower["currency"] or "").lower(), "")
    kinds = ("exact", "exact") if lead == "from" else ("more-than", "less-than")
    return [
        (start + at, Quantity(words=words, value=value, unit=unit, exactness=kind))
        for at, value, kind in (
            (0, format(_plain(low), "f"), kinds[0]),
            (1, high.value, kinds[1]),
        )
    ]


def _fractions(text: str, found: list[tuple[int, Quantity]]) -> list[tuple[int, int]]:
    """Add the fractions of a sentence as percentages; return where they stand."""
    spans = []
    for match in _FRACTION.finditer(text):
        if match["half"]:
            share = Decimal(50)
        elif match["part"]:
            share = Decimal(100) * _number(match["count"]) / _PARTS[match["part"].lower()]
        else:
            share = Decimal(100) * _number(match["top"]) / (_number(match["bottom"]) or 1)
        if share > 100:
            continue
        rounded = share.quantize(Decimal("0.1"))
        given = _EXACTNESS.get((match["approx"] or "").lower(), "exact")
        exactness = "about" if given == "exact" and rounded != share else given
        value = format(_plain(rounded), "f")
        found.append(
            (
                match.start(),
                Quantity(words=match.group(), value=value, unit="percent", exactness=exactness),
            )
        )
        spans.append(match.span())
    return spans


def _number(word: str) -> Decimal:
    low = word.lower()
    return Decimal(low) if low[:1].isdecimal() else Decimal(_UNITS.get(low, 1))


def _plain(value: Decimal) -> Decimal:
    return value.to_integral_value() if value == value.to_integral_value() else value.normalize()


def singular(noun: str) -> str:
    """Return the singular of an English noun in the plural."""
    low = noun.lower()
    if low in _IRREGULAR:
        return _IRREGULAR[low]
    for ending, put in (("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x")):
        if low.endswith(ending) and len(low) > len(ending) + 1:
            return low[: -len(ending)] + put
    return low[:-1] if _is_plural(low) else low


def _is_plural(word: str) -> bool:
    return word in _IRREGULAR or (
        word.endswith("s") and len(word) > 3 and not word.endswith(("ss", "us", "is"))
    )


def _amount(text: str, match: re.Match[str]) -> Quantity | None:
    value = _value(match)
    tail = text[match.end() : match.end() + 80]
    counted = None if match["percent"] else _counted(tail, one=value == 1)
    fraction = counted is not None and counted[1] in _FRACTIONS
    if value is None or fraction or _is_name_or_date(text, match, tail, counted):
        return None
    if match["percent"]:
        unit, reach = "percent", ""
    elif match["currency"]:
        unit, reach = _CURRENCIES[match["currency"].strip().lower()], ""
    elif counted is not None:
        unit, reach = _CURRENCIES.get(counted[1], counted[1]), _reach(tail, counted)
    elif match["words"]:
        return None  # "gates four and five": a name, not an amount
    else:
        unit, reach = "", ""
    approx = (match["approx"] or "").lower()
    return Quantity(
        words=(match.group() + reach).strip(),
        value=format(value, "f"),
        unit=unit,
        exactness=_EXACTNESS.get(approx, "exact"),
    )


def _value(match: re.Match[str]) -> Decimal | None:
    if match["figures"]:
        try:
            value = Decimal(match["figures"].replace(",", ""))
        except InvalidOperation:
            return None
        value *= _SCALES.get((match["suffix"] or "").lower(), 1)
    else:
        value = _spelt(match["words"].lower())
    return _plain(value)


def _spelt(words: str) -> Decimal:
    """Return the value of a number in words: units add up, scales multiply what stands before."""
    share = next((part for lead, part in _SHARES.items() if words.startswith(lead)), None)
    total, current = Decimal(0), Decimal(0)
    for word in words.replace("-", " ").split():
        scale = _SCALES.get(word)
        if word == "half":
            current += Decimal("0.5") if share is None else 0
        elif scale is None:
            current += _UNITS.get(word, 0)
        elif scale <= 100:
            current = (current or Decimal(1)) * scale
        else:
            total, current = total + (current or Decimal(1)) * scale, Decimal(0)
    return (total + current) * (share or 1)


def _is_name_or_date(
    text: str, match: re.Match[str], tail: str, counted: tuple[str, str] | None
) -> bool:
    """Whether a number belongs to a date, a name ("Article 5") or a score, or is a pronoun."""
    if match["currency"] or match["percent"] or match["suffix"]:
        return False
    last = text[max(0, match.start() - 24) : match.start()].rpartition(" ")[0].rpartition(" ")[2]
    following = _FOLLOWING.match(tail)
    follows = following[1].lower() if following else ""
    if last.lower().rstrip(".,") in _MONTHS or follows in _MONTHS or _DAY_RANGE.match(tail):
        return True
    if match["figures"] is None:
        pronoun = counted is None or follows in _NEVER_ONE or last.lower() in ("no", "the", "this")
        return match["words"].lower() == "one" and pronoun
    if match["approx"]:
        return False
    year = re.fullmatch(r"1[5-9]\d\d|20\d\d|2100", match["figures"])
    score = tail[:1] in "-\u2013/:" and tail[1:2].isdigit()
    verb = counted is None or counted[0].lower() in w.THIRD
    return bool(year) or score or (verb and last[:1].isupper())


def _counted(tail: str, *, one: bool) -> tuple[str, str] | None:
    """Return the counted noun that follows a number, as (as it stands, in the singular)."""
    match = _FOLLOWING.match(tail)
    if match is None:
        return None
    words: list[str] = []
    for word in match.groups():
        if word is None or word.lower() in _STOP:
            break
        words.append(word)
    for word in words:
        if _is_plural(word.lower()):
            return word, singular(word)
    if words and (words[0].lower() in _CURRENCIES or (one and words[0].islower())):
        return words[0], words[0].lower()
    return None


def _reach(tail: str, counted: tuple[str, str]) -> str:
    return tail[: tail.find(counted[0]) + len(counted[0])]
