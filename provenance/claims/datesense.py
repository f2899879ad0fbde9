"""What a rule about dates reads, and what it gives: a sentence, and the sense of some words.

A date without a year takes the one nearest to publication, or beside it: in a range the year of
the other end, after "since" one before, and one after it where the sentence looks ahead.
"""

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from provenance.claims import datewords as d
from provenance.claims.reckoning import Anchor, Named, Told, dated, units_off, unresolved
from provenance.text import Phrases

ROUGH = unresolved("the words give no exact date")
VAGUE = unresolved("the words give no date")
_LOOKS = re.compile(
    r"\b(?:(?P<ahead>will|won't|shall|going to|due|scheduled|expected to|set to|(?:is|are) to"
    r"|plans? to|intends? to)|said|says|told|announced|wrote|reported|added|denied|warned)\b"
)
_LOOK_BACK = 40  # code points before a word in which stand the words that belong to it


class Seen(NamedTuple):
    """The words of a date where they stand: what they name, or what they come to."""

    named: Named | None = None
    told: Told | None = None
    weekday: str = ""  # where they are a day of the week alone


NO_DATE = Seen()  # words that look like a date and are none: no other rule reads them
Rule = tuple[Phrases | d.Years, Callable[["re.Match[str]", "Sentence"], Seen | None]]


@dataclass(frozen=True)
class Sentence:
    """The text, as it stands and in lower case, and when it was published."""

    text: str
    low: str
    anchor: Anchor | None

    def capital(self, match: "re.Match[str]", *groups: str) -> bool:
        """Whether what a group holds begins with a capital: "May", not "may"."""
        return all(
            self.text[match.start(group)].isupper() for group in groups if match.start(group) >= 0
        )

    def before(self, start: int) -> list[str]:
        """Return the last words before a place."""
        return re.split(r"[ -]", self.low[max(0, start - _LOOK_BACK) : start])[:-1]

    def looks_ahead(self, start: int) -> bool:
        """Whether the last verb before a place speaks of what is to come."""
        places, ahead = self._looks
        last = bisect_left(places, start)
        return last > 0 and ahead[last - 1]

    @cached_property
    def _looks(self) -> tuple[list[int], list[bool]]:
        found = list(_LOOKS.finditer(self.low))
        return [each.start() for each in found], [bool(each["ahead"]) for each in found]


def told_of(seen: Seen, sentence: Sentence, start: int, lead: str = "") -> Told:
    """Return what words come to; ``lead`` are those before that belong to them."""
    if seen.told is not None or seen.named is None:
        return seen.told or VAGUE
    if seen.named.year is not None:
        return dated(seen.named, sentence.anchor)
    since = lead.startswith("since")
    ahead = not since and sentence.looks_ahead(start)
    return dated(seen.named, sentence.anchor, side="past" if since else "ahead" if ahead else "")


def same_year(one: Named | None, other: Named | None) -> tuple[Named | None, Named | None]:
    """Give the end of a range that has no year that of the other end, or the year beside it."""
    if one is None or other is None or one.month is None or other.month is None:
        return one, other
    turns = (one.month, one.day or 0) > (other.month, other.day or 0)
    if one.year is None and other.year is not None:
        one = one._replace(year=other.year - turns)
    elif other.year is None and one.year is not None:
        other = other._replace(year=one.year + turns)
    return one, other


def month_of_match(match: "re.Match[str]", group: str = "month") -> int:
    """Return the number of the month that a group holds."""
    return d.MONTHS[match[group].rstrip(".")]


def year_of_match(match: "re.Match[str]", anchor: Anchor | None) -> int | Told | None:
    """Return the year that is named, None where none is, or why "last year" cannot be told."""
    if match["year"]:
        return int(match["year"])
    if match["which"] is None:
        return None
    told = units_off(anchor, "year", {"last": -1, "this": 0, "next": 1}[match["which"]])
    return int(told.value) if told.value else told
