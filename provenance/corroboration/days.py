"""The days of an event, apart from the days on which somebody spoke of it.

"The board denied on Tuesday that it sold the quay" says nothing of the day of the sale. A day
beside a verb of speech, or at the head of a sentence that has one before its first comma, is
that of the speech. Left out: "tomorrow", "last week", days in other languages.
"""

import re
from datetime import date, timedelta
from functools import lru_cache
from itertools import chain

from provenance.corroboration import vocabulary
from provenance.text import fold

_DAY = re.compile(
    r"\b(?:(?P<d1>\d{1,2})(?:st|nd|rd|th)?\s(?P<m1>[a-z]{3,9})"
    r"|(?P<m2>[a-z]{3,9})\.?\s(?P<d2>\d{1,2})(?:st|nd|rd|th)?)\b"
)
_SPEECH = (
    "(?:" + "|".join(sorted(vocabulary.SAID)) + "|den(?:y|ies|ied)|reject(?:s|ed)|dismiss(?:es|ed)"
    "|refute[sd]|disput(?:es|ed))"
)
_ON = r"on (?:\w{3,6}day|\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9}|[a-z]{3,9} \d{1,2}(?:st|nd|rd|th)?)\b"
_SPOKEN_THEN = re.compile(
    rf"(?P<said>\b{_SPEECH}(?: in an? (?:\w+ )?(?:statement|letter|interview|report|post|note))?"
    rf"(?: (?:again|late|early|reporters|journalists))?),? {_ON}(?!')"
)
_SPOKEN_FIRST = re.compile(rf"^{_ON},? (?=[^,;:]{{2,80}}? {_SPEECH}\b)")
_SPOKEN_IN = re.compile(rf"\b{_SPEECH},? (?:\w+ )?in [a-z]{{3,9}}\b")
_IN_MONTH = re.compile(
    r"\b(?:in|since|until|during|early|mid|late|of|last|next|this|between|and|to) "
    r"(?P<month>[a-z]{3,9})\b"
)
_AGE = re.compile(r"\b(?:aged (\d{1,3})|(\d{1,3})[- ]years?[- ]old)\b")
_DIGIT = re.compile(r"\d")


def _of_event(folded: str) -> str:
    """Return a passage without the day on which somebody spoke: it is not that of the event."""
    if "on " not in folded:
        return folded
    return _SPOKEN_FIRST.sub("", _SPOKEN_THEN.sub(r"\g<said>", folded))


def days_of(folded: str, published: str | None) -> frozenset[str]:
    """Return the days on which what a folded passage tells of took place, as month and day.

    A weekday is the last one before the publication; where that is unknown it stays a weekday.
    """
    dated = _DIGIT.search(folded) and any(map(folded.__contains__, vocabulary.MONTH_PARTS))
    if not dated and "day" not in folded:
        return frozenset()
    folded = _of_event(folded)
    days = set()
    for found in _DAY.finditer(folded) if dated else ():
        month = vocabulary.MONTHS.get(found["m1"] or found["m2"])
        day = int(found["d1"] or found["d2"])
        if month and 1 <= day <= 31:
            days.add(f"{month:02}-{day:02}")
    reported = published[:10] if published and len(published) >= 10 else None
    for word in vocabulary.DAY_NAME.findall(folded) if "day" in folded else ():
        days.add(_weekday(vocabulary.WEEKDAYS[word], reported))
    return frozenset(days)


@lru_cache(maxsize=1 << 14)
def months_of(wording: str) -> frozenset[int]:
    """Return the months, by number, in or since which what a passage tells of took place."""
    folded = fold(wording)
    if not any(map(folded.__contains__, vocabulary.MONTH_PARTS)):
        return frozenset()
    folded = _SPOKEN_IN.sub("", _of_event(folded))
    named = [found["month"] for found in _IN_MONTH.finditer(folded)]
    dated = [found["m1"] or found["m2"] for found in _DAY.finditer(folded)]
    months = (vocabulary.MONTHS.get(name) for name in (*named, *dated))
    return frozenset(number for number in months if number)


@lru_cache(maxsize=1 << 14)
def ages_of(wording: str) -> frozenset[str]:
    """Return the ages that a passage gives of people."""
    found = _AGE.findall(fold(wording)) if _DIGIT.search(wording) else ()
    return frozenset(filter(None, chain.from_iterable(found)))


@lru_cache(maxsize=1 << 12)
def _weekday(weekday: int, reported: str | None) -> str:
    if reported is None:
        return f"weekday {weekday}"
    last = date.fromisoformat(reported)
    return (last - timedelta(days=(last.weekday() - weekday) % 7)).strftime("%m-%d")
