"""Places and times of a sentence, in its own words.

A place is a proper name after a preposition of place; whether such a place exists is not
looked up.
"""

import re

from provenance.claims.dates import dates

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)"
)
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
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


def places(text: str) -> tuple[str, ...]:
    """Return the names that stand where a place stands, each once."""
    names = (match["name"].rstrip(".,'\u2019") for match in PLACE.finditer(text))
    return tuple(dict.fromkeys(name for name in names if not _NOT_PLACE.match(name)))


def times(text: str) -> tuple[str, ...]:
    """Return the times of a sentence as they stand, each once."""
    return tuple(dict.fromkeys(each.words for each in dates(text, None)))
