"""The counted noun after a number, and its singular: "40 patrol boats" counts boats.

Without a dictionary of nouns: endings, and lists of the forms that endings get wrong. A plural
that another one follows at once belongs to it: "police officers" counts neither police nor
officers of any kind.
"""

import re
from typing import NamedTuple

from provenance.claims import words as w

FOLLOWING = re.compile(r"[ -]([A-Za-z][\w-]*)(?: ([A-Za-z][\w-]*))?(?: ([A-Za-z][\w-]*))?")
CURRENCIES = {
    "$": "USD", "us$": "USD", "usd": "USD", "€": "EUR", "eur": "EUR", "£": "GBP", "gbp": "GBP",
    "¥": "JPY", "₹": "INR", "a$": "AUD", "c$": "CAD", "chf": "CHF", "dollar": "USD",
    "euro": "EUR", "pound": "GBP", "pound sterling": "GBP", "yen": "JPY", "yuan": "CNY",
    "rouble": "RUB", "ruble": "RUB", "rupee": "INR", "franc": "CHF", "krona": "SEK",
    "hk$": "HKD", "au$": "AUD", "nz$": "NZD", "s$": "SGD", "r$": "BRL", "rs": "INR",
    "rs.": "INR", "cad": "CAD", "aud": "AUD", "inr": "INR", "jpy": "JPY", "cny": "CNY",
    "rub": "RUB", "₽": "RUB", "₴": "UAH", "zloty": "PLN", "hryvnia": "UAH", "peso": "MXN",
    "rand": "ZAR", "won": "KRW",
}  # fmt: skip
_IRREGULAR = {
    "people": "person", "men": "man", "women": "woman", "children": "child", "feet": "foot",
    "lives": "life", "troops": "troop", "wives": "wife", "knives": "knife", "buses": "bus",
    "gases": "gas", "viruses": "virus", "policemen": "policeman", "firemen": "fireman",
    "calories": "calorie", "movies": "movie", "cookies": "cookie", "rookies": "rookie",
    "ties": "tie", "pies": "pie", "prairies": "prairie", "zombies": "zombie",
}  # fmt: skip
_SPELT = {"kilometer": "kilometre", "meter": "metre", "liter": "litre"}
_SHORT = {
    "km": "kilometre", "kg": "kilogram", "ha": "hectare", "mw": "megawatt", "gw": "gigawatt",
    "kw": "kilowatt", "cm": "centimetre", "mm": "millimetre", "ft": "foot", "lb": "pound weight",
    "lbs": "pound weight", "mph": "mile per hour", "kph": "kilometre per hour",
"bpd": "barrel per day", "sq": "square",
}  # fmt: skip
_MEASURES = w.word_set(
    "kilometre kilometer metre meter mile foot inch hectare acre litre liter gallon kilogram "
    "tonne ton pound megawatt page day week month year hour minute second member seat storey story "
    "person man bed room barrel degree vote point word ship vehicle judge"
)
"""Nouns that a number measures in the singular: "a 40-kilometre pipe"."""
_SAME_IN_BOTH = w.word_set(
    "aircraft police percent staff sheep fish cattle crew personnel customs series species "
    "headquarters barracks crossroads premises gallows means politics economics physics "
    "mathematics athletics gymnastics logistics electronics statistics ethics"
)
"""Nouns that take a number as they are: the -s that some end in is no plural."""
_NO_NOUNS = w.word_set(
    "always perhaps sometimes besides towards afterwards upwards downwards backwards forwards "
    "nowadays overseas indoors outdoors upstairs downstairs whereas across unless hers ours yours "
    "theirs news gas bias chaos atlas canvas lens alias christmas"
)
_SPATIAL = {"square": "square", "cubic": "cubic", "sq": "square", "metric": ""}
"""Words before a measure that make another of it."""
_PER = re.compile(
    r"(?: (?:an?|per|each|every) | ?/ ?|-a-)(?P<of>second|minute|hour|day|night|week|month|quarter"
    r"|year|head|person|household|barrel|tonne|ton|litre|kilogram|kilometre|mile|hectare|share"
    r"|(?<=/)[hs])\b"
    r"(?! (?:ago|later|earlier|before|after))"
)
_OF = {"h": "hour", "s": "second"}
ATTACHED = r"(?:km/h|kg|km|cm|mm|ft|[mgk]w|ha|lbs?|mph|kph|bpd)\b"
"""Measures that stand at the figures without a space."""
_STOP = w.word_set(
    "of in on at by for from with to and or but that which who as is are was were be has have "
    "had the a an its his her their this these those than after before while when where until "
    "so not more less times per other another"
)
_ENDINGS = (("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x"))


class Counted(NamedTuple):
    """What a number counts: the words up to the noun as they stand, the noun, the unit."""

    words: str
    noun: str
    unit: str  # in the singular


def singular(noun: str) -> str:
    """Return the singular of an English noun in the plural."""
    low = noun.lower()
    if low in _IRREGULAR or low in _SAME_IN_BOTH:
        return _IRREGULAR.get(low, low)
    for ending, put in _ENDINGS:
        if low.endswith(ending) and len(low) > len(ending) + 1:
            return low[: -len(ending)] + put
    one = low[:-1] if _is_plural(low) else low
    return _SPELT.get(one, one)


def _is_plural(word: str) -> bool:
    if word in _IRREGULAR or word in _SAME_IN_BOTH:
        return True
    return (
        word.endswith("s")
        and len(word) > 3
        and not word.endswith(("ss", "us", "is"))
        and word not in _NO_NOUNS
    )


def counted(tail: str, *, one: bool) -> Counted | None:
    """Return what the words after a number count; ``one`` says that the number is 1."""
    match = FOLLOWING.match(tail)
    if match is None:
        return None
    if (kind := _SPATIAL.get(match[1].lower())) is not None and match[2]:
        unit = singular(_SHORT.get(match[2].lower(), match[2]))
        unit = {"ton": "tonne"}.get(unit, unit) if not kind else f"{kind} {unit}"
        return Counted(tail[: match.end(2)], match[2], unit)
    words: list[str] = []
    for word in match.groups():
        if word is None or word.lower() in _STOP:
            break
        words.append(word)
    if words and (measure := _measure(words[0].lower(), hyphened=tail.startswith("-"))):
        return Counted(tail[: match.end(1)], words[0], measure)
    at = next((n for n, word in enumerate(words) if _is_plural(word.lower())), None)
    if at is not None:
        last = at
        while last + 1 < len(words) and _compound(words[last], words[last + 1]):
            last += 1
        before = [word.lower() for word in words[:last]] if last > at else []
        unit = " ".join((*before, singular(words[last])))
        return Counted(tail[: match.end(last + 1)], words[last], unit)
    if words and (words[0].lower() in CURRENCIES or (one and _may_be_one(words[0]))):
        return Counted(tail[: match.end(1)], words[0], words[0].lower())
    return None


def rate(tail: str) -> tuple[str, str]:
    """Return the words after an amount that make it a rate, and the unit it is for."""
    match = _PER.match(tail.lower())
    if match is None:
        return "", ""
    return tail[: match.end()], f" per {_OF.get(match['of'], match['of'])}"


def _measure(word: str, *, hyphened: bool) -> str | None:
    """Return the unit of a measure that stands in short or, after a hyphen, in the singular."""
    return _SHORT.get(word) or (_SPELT.get(word, word) if hyphened and word in _MEASURES else None)


def _may_be_one(word: str) -> bool:
    """Whether a word after "one" may be what is counted: not in "one-sided", "one-on-one"."""
    return word.islower() and "-" not in word and (not word.endswith("ed") or word in w.NOT_PAST)


def _compound(noun: str, following: str) -> bool:
    """Whether a plural after a plural is the noun that both make, and not a verb."""
    if not following.islower() or not _is_plural(following):
        return False
    verb = following in w.THIRD or following in w.AUXILIARIES or following in _SAME_IN_BOTH
    return not verb or noun.lower() in _SAME_IN_BOTH
