"""Places and times of a sentence, in its own words.

A place is a proper name after a preposition of place; whether such a place exists is not
looked up. Times are dates, years, weekdays and common adverbials.
"""

import re

from provenance.claims.words import word_set
from provenance.text import words_in

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)"
)
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
TIME = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}(?:,? \d{{4}})?"
    rf"|\b{_MONTH} \d{{1,2}}\b(?:st|nd|rd|th)?(?:, \d{{4}})?|\b{_MONTH} \d{{4}}\b"
    rf"|\b(?:in|since|by|until|from|last|next|this|early|late|mid) ?-?{_MONTH}"
    rf"|\b(?:last |next |on )?{_DAY}\b|\b\d{{4}}-\d{{2}}-\d{{2}}\b"
    r"|\b(?:in|since|by|until|from|before|after|during|of|between|and|to|late|early) (?:the )?"
    r"(?:1[5-9]|20)\d\d(?:s|[-\u2013]\d{2,4})?\b"
    r"|\b(?:last|next|this|previous|past|following) (?:week|month|year|night|morning|summer|winter"
    r"|spring|autumn|fall|quarter|decade|century|weekend)\b|\b(?:yesterday|today|tomorrow"
    r"|tonight)\b"
    r"|\b(?:recently|earlier this \w+|two|three|four|five|six|ten|\d{1,3}) (?:days|weeks|months"
    r"|years|decades) (?:ago|earlier|later|before)\b|\brecently\b"
)
_TIME_WORDS = word_set(
    "january february march april may june july august september october november december jan "
    "feb aug sept oct nov dec monday tuesday wednesday thursday friday saturday sunday week month "
    "year night morning summer winter spring autumn fall quarter decade century weekend yesterday "
    "today tomorrow tonight earlier recently days weeks months years decades"
)
_YEAR = re.compile(r"\d{4}")
"""Without one of these words or a year there is no time: most sentences have none."""
PLACE = re.compile(
    r"\b(?:in|at|near|from|to|into|across|outside|inside|around|over|off|through|throughout"
    r"|north of"
    r"|south of|east of|west of) (?:the (?:(?:town|city|village|port|province|state|region|district"
    r"|island) of )?|(?:northern|southern|eastern|western|central) )?"
    r"(?P<name>[A-Z\u00c0-\u00de][\w\u2019'.-]*(?: (?:of |the "
    r")?[A-Z\u00c0-\u00de][\w\u2019'-]*){0,3})"
)
_NOT_PLACE = re.compile(
    rf"^(?:{_MONTH}|{_DAY}|(?:Mr|Mrs|Ms|Dr|Prof|President|Minister|Senator|I)\b)"
)


def times(text: str) -> tuple[str, ...]:
    """Return the expressions of time in a sentence, as they stand, each once."""
    if _TIME_WORDS.isdisjoint(words_in(text)) and _YEAR.search(text) is None:
        return ()
    return tuple(dict.fromkeys(match.group() for match in TIME.finditer(text)))


def places(text: str) -> tuple[str, ...]:
    """Return the names that stand where a place stands, each once."""
    names = (match["name"].rstrip(".,'\u2019") for match in PLACE.finditer(text))
    return tuple(dict.fromkeys(name for name in names if not _NOT_PLACE.match(name)))
