"""What each form of a date says: the table of rules of ``dates``.

A rule reads one match of a pattern (``datewords``) and returns what it names, what it comes to
(``reckoning``), or None where the words are no date. Month names count as such with a capital
alone ("it may march"); a number of four figures is a year only where a year can stand.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from provenance.claims import datewords as d
from provenance.claims.reckoning import (
    AHEAD,
    STATED,
    Anchor,
    Named,
    Told,
    between,
    dated,
    edtf,
    exists,
    northern,
    season,
    season_of,
    stretch,
    units_off,
    unresolved,
    weekday,
    weeks_off,
)
from provenance.claims.reckoning import days_off as days
from provenance.claims.words import word_set
from provenance.text import Phrases

ELSEWHEN = unresolved("counted from another time in the text")
ROUGH = unresolved("the words give no exact date")
VAGUE = unresolved("the words give no date")
EITHER_SIDE = unresolved("it may lie before or after the publication")
_NAMED_DAYS = word_set("black good ash super bloody holy easter palm maundy cyber")
_COUNTED = word_set("people men women children years days km miles tonnes troops")
_PLURAL = re.compile(r"[ -]([a-z]{2,20})")
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


def _month(match: "re.Match[str]", group: str = "month") -> int:
    return d.MONTHS[match[group].rstrip(".")]


def _day(words: str) -> int:
    return int(words[:2] if words[1:2].isdigit() else words[:1])


def _year(match: "re.Match[str]", anchor: Anchor | None) -> int | Told | None:
    """Return the year that is named, None where none is, or why "last year" cannot be told."""
    if match["year"]:
        return int(match["year"])
    if match["which"] is None:
        return None
    told = units_off(anchor, "year", {"last": -1, "this": 0, "next": 1}[match["which"]])
    return int(told.value) if told.value else told


def _calendar(match: "re.Match[str]", sentence: Sentence, *, day: str | None) -> Seen:
    year = _year(match, sentence.anchor)
    if isinstance(year, Told):
        return Seen(told=year)
    named = Named(year, _month(match), _day(day) if day else None)
    if not exists(named):
        return Seen(told=unresolved("no such day"))
    if match["which"] and sentence.anchor:
        return Seen(told=Told(edtf(named), sentence.anchor.basis()))
    return Seen(named)


def _iso(match: "re.Match[str]", _: Sentence) -> Seen:
    named = Named(int(match["year"]), int(match["mm"]), int(match["dd"]))
    return Seen(named) if exists(named) else Seen(told=unresolved("no such day"))


def _numeric(match: "re.Match[str]", _: Sentence) -> Seen:
    year, one, other = int(match["year"]), int(match["a"]), int(match["b"])
    read = {
        named
        for named in (Named(year, other, one), Named(year, one, other))
        if named.month and named.month <= 12 and named.day and exists(named)
    }
    if len(read) > 1:
        return Seen(told=unresolved("day and month could stand in either order"))
    return Seen(read.pop()) if read else Seen(told=unresolved("no such day"))


def _week_of(match: "re.Match[str]", sentence: Sentence) -> Seen | None:
    month, day = match["month"] or match["month2"], match["day"] or match["day2"]
    year = _year(match, sentence.anchor)
    if isinstance(year, Told):
        return Seen(told=year)
    told = dated(Named(year, d.MONTHS[month.rstrip(".")], _day(day)), sentence.anchor)
    at = Anchor.of(told.value)
    if at is None:
        return Seen(told=told)
    if match["edge"] == "of":
        week = weeks_off(at, 0)
        basis = told.basis + "; a week from Monday to Sunday"
    elif match["edge"] in ("ending", "ended"):
        week, basis = days(at, -6, 0), told.basis
    else:
        week, basis = days(at, 0, 6), told.basis
    return Seen(told=Told(week.value, basis))


def _days_in_month(match: "re.Match[str]", sentence: Sentence) -> Seen | None:
    if not sentence.capital(match, "month"):
        return None
    first = _calendar(match, sentence, day=match["day"])
    last = _calendar(match, sentence, day=match["last"])
    ends = [told_of(each, sentence, match.start()) for each in (first, last)]
    begin, end = (each.value for each in ends)
    if begin is None or end is None:
        return Seen(told=next(each for each in ends if each.value is None))
    if begin >= end or match["join"] == " or ":
        return Seen(told=ROUGH)
    words = sentence.before(match.start())
    apart = _day(match["last"]) - _day(match["day"]) > 1
    if match["join"] == " and " and apart and words[-1:] != ["between"]:
        return Seen(told=unresolved("two days, and not those between"))
    return Seen(told=between(begin, end, ends[0].basis))


def _day_month(match: "re.Match[str]", sentence: Sentence) -> Seen | None:
    if not sentence.capital(match, "month"):
        return None
    return _calendar(match, sentence, day=match["day"])


def _month_day(match: "re.Match[str]", sentence: Sentence) -> Seen | None:
    """Read "March 4", but not the 30 of "in March 30 people came"."""
    if not sentence.capital(match, "month"):
        return None
    after = _PLURAL.match(sentence.low, match.end())
    counts = after is not None and (after[1].endswith("s") or after[1] in _COUNTED)
    if counts and not match["year"] and sentence.before(match.start())[-1:] != ["on"]:
        return None
    return _calendar(match, sentence, day=match["day"])


def _months_range(match: "re.Match[str]", sentence: Sentence) -> Seen | None:
    if not sentence.capital(match, "month", "last"):
        return None
    year = _year(match, sentence.anchor)
    if isinstance(year, Told):
        return Seen(told=year)
    one, other = Named(None, _month(match)), Named(year, _month(match, "last"))
    if year is None:
        told = dated(other, sentence.anchor)
        if told.value is None:
            return Seen(told=told)
        other, basis = other._replace(year=int(told.value[:4])), told.basis
    else:
        basis = STATED
    first, last = same_year(one, other)
    return Seen(told=between(edtf(first or one), edtf(last or other), basis))


def _months(match: "re.Match[str]", sentence: Sentence) -> Seen | None:
    if not sentence.capital(match, "month"):
        return None
    if match["near"] and not match["year"]:
        return Seen(told=_near_month(match, sentence.anchor))
    if not (match["year"] or match["which"]):
        lead = (sentence.before(match.start())[-1:] or [""])[0]
        known = lead in d.MONTH_LEADS or (
            lead in d.NAMED_LEADS and match["month"] not in ("may", "march")
        )
        if not known or (lead in ("and", "to", "for") and match["month"] in ("may", "march")):
            return None
    return _calendar(match, sentence, day=None)


def _near_month(match: "re.Match[str]", anchor: Anchor | None) -> Told:
    told = units_off(anchor, "month", 0)
    if anchor is None or anchor.month is None:
        return told
    ahead = (_month(match) - anchor.month) % 12
    near = match["near"].strip()
    if near in ("last", "this past"):
        told = units_off(anchor, "month", ahead - 12)
        return told._replace(basis=anchor.basis("the last of its name before it"))
    if near == "this":
        return Told(f"{anchor.year:04}-{_month(match):02}", anchor.basis("the year of it"))
    told = units_off(anchor, "month", ahead or 12)
    return told._replace(basis=anchor.basis("the first of its name after it"))


def _weekday(match: "re.Match[str]", sentence: Sentence) -> Seen | None:
    near = match["near"] or ""
    lead = (sentence.before(match.start())[-1:] or [""])[0]
    if near in ("every", "each", "any") or lead in _NAMED_DAYS:
        return NO_DATE
    name = match["weekday"]
    if near in ("that", "the following", "the previous", "the next"):
        return Seen(told=ELSEWHEN, weekday=name)
    if near == "this":
        return Seen(told=EITHER_SIDE if sentence.anchor else weekday(None, "", ""), weekday=name)
    which = {"last": "last", "past": "last", "this past": "last"}.get(near, "next" if near else "")
    if not near and sentence.looks_ahead(match.start()):
        told = weekday(sentence.anchor, name, "next")
        told = told._replace(basis=told.basis + AHEAD) if told.value else told
        return Seen(told=told, weekday=name)
    return Seen(told=weekday(sentence.anchor, name, which), weekday=name)


_OFF = {"the day before yesterday": -2, "yesterday": -1, "last night": -1, "tomorrow": 1,
        "the day after tomorrow": 2}  # fmt: skip


def _near_day(match: "re.Match[str]", sentence: Sentence) -> Seen:
    if match["words"] == "overnight":
        return Seen(told=days(sentence.anchor, -1, 0, "the night before it"))
    return Seen(told=days(sentence.anchor, _OFF.get(match["words"], 0)))


def _count(words: str) -> int:
    words = words.removeprefix("a ").removesuffix(" of")
    return int(words) if words.isdecimal() else d.NUMBERS[words]


def _unit(words: str) -> str:
    return "century" if words.startswith("centur") else words


def _ago(match: "re.Match[str]", sentence: Sentence) -> Seen:
    if match["vague"] or match["rough"] or match["half"]:
        return Seen(told=ROUGH)
    unit, count = _unit(match["unit"]), _count(match["count"])
    if unit in ("hour", "minute"):
        return Seen(told=unresolved("the hour of publication is not used"))
    if unit in ("decade", "century"):
        return Seen(told=ROUGH)
    return Seen(told=units_off(sentence.anchor, unit, -count))


def _from_now(match: "re.Match[str]", sentence: Sentence) -> Seen:
    unit = _unit(match["unit"])
    if unit in ("decade", "century"):
        return Seen(told=ROUGH)
    return Seen(told=units_off(sentence.anchor, unit, _count(match["count"])))


def _span(match: "re.Match[str]", sentence: Sentence) -> Seen:
    if match["many"]:
        return Seen(told=ROUGH)
    unit = _unit(match["unit"] or match["unit2"])
    count = _count(match["count"]) if match["count"] else 1
    if unit in ("decade", "century"):
        unit, count = "year", count * (10 if unit == "decade" else 100)
    if unit == "quarter" or count > 200:
        return Seen(told=ROUGH)
    back = (match["near"] or match["near2"]) in ("past", "last")
    return Seen(told=stretch(sentence.anchor, unit, -count if back else count))


def _near_unit(match: "re.Match[str]", sentence: Sentence) -> Seen:
    if match["weekend"]:
        return Seen(told=EITHER_SIDE)
    off = {"last": -1, "next": 1}.get(match["near"], 0)
    if match["the"] and off:  # the seven days before, or the week before: the words fit both
        return Seen(told=ROUGH)
    if match["unit"] == "weekend":
        told = weeks_off(sentence.anchor, off, weekend=True)
        return Seen(told=told if off or told.value is None else EITHER_SIDE)
    return Seen(told=units_off(sentence.anchor, match["unit"], off))


def _near_season(match: "re.Match[str]", sentence: Sentence) -> Seen:
    near = match["near"]
    which = "last" if near in ("last", "this past", "the past") else "this"
    if near in ("next", "this coming", "the coming"):
        which = "next"
    return Seen(told=season(sentence.anchor, match["season"], which))


def _season(match: "re.Match[str]", _: Sentence) -> Seen | None:
    if match["bare"]:
        return Seen(told=unresolved("no year is given"))
    year, name = int(match["year"]), match["season"]
    if name == "winter":
        to = match["to"]
        if to is None or int(to[-2:]) != (year + 1) % 100:
            return Seen(told=unresolved("a winter lies in two years"))
    elif match["to"]:
        return None
    return Seen(told=between(*season_of(name, year), f"{STATED}: {northern(name)}"))


def _part_of_year(match: "re.Match[str]", sentence: Sentence) -> Seen | None:
    if match["own"]:
        return Seen(told=unresolved("no year is given"))
    year = _year(match, sentence.anchor)
    if not isinstance(year, int):
        return Seen(told=year)
    short = match["short"]
    number = int(short[1]) if short else d.ORDINALS[match["ordinal"]]
    months = 6 if (short or match["part"]).startswith("h") else 3
    if number * months > 12:
        return None
    last = number * months
    basis = sentence.anchor.basis() if match["which"] and sentence.anchor else STATED
    first = f"{year:04}-{last - months + 1:02}"
    return Seen(told=between(first, f"{year:04}-{last:02}", basis))


def _decade(match: "re.Match[str]", _: Sentence) -> Seen:
    if match["bare"]:
        return Seen(told=unresolved("no century is given"))
    first = int(match["decade"])
    return Seen(told=between(str(first), str(first + 9), STATED))


def _century(match: "re.Match[str]", _: Sentence) -> Seen | None:
    number = int(match["figures"] or d.CENTURIES[match["words"]])
    if not 1 <= number <= 30:
        return None
    return Seen(told=between(f"{100 * number - 99:04}", f"{100 * number:04}", STATED))


def _years_range(match: "re.Match[str]", _: Sentence) -> Seen | None:
    first, last = int(match["first"]), match["last"]
    whole = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    if whole > first:
        if len(last) == 2 and 1 <= int(last) <= 12 and "-" in match.group():
            return Seen(told=unresolved("it may be a month or a range of years"))
        return Seen(told=between(str(first), str(whole), STATED))
    if len(last) == 2 and 1 <= int(last) <= 12 and match.group()[4] == "-":
        return Seen(Named(first, int(last)))
    return None


def _years(match: "re.Match[str]", sentence: Sentence) -> Seen | None:
    """Read a number of four figures as a year where a year can stand, and counts nothing."""
    lead = (sentence.before(match.start())[-1:] or [""])[0]
    after = _PLURAL.match(sentence.low, match.end())
    follows = after[1] if after else ""
    if follows in _COUNTED:
        return None
    second = re.search(
        r"\b(?:1[5-9]|20)\d\d (?:and|to|or|until|through) $",
        sentence.low[max(0, match.start() - 14) : match.start()],
    )
    own = lead in d.NAMED_LEADS or lead.endswith(("'s", "\u2019s"))
    if own or second or (lead in d.YEAR_LEADS and not follows.endswith("s")):
        return Seen(Named(int(match["year"])))
    closed = sentence.low[match.end() : match.end() + 1] in (")", ",", ".", ";", "")
    if lead in d.YEAR_LEADS or (closed and sentence.low[match.start() - 1 : match.start()] == "("):
        return Seen(Named(int(match["year"])))
    return None


RULES: Sequence[Rule] = (
    (d.ISO, _iso),
    (d.NUMERIC, _numeric),
    (d.WEEK_OF, _week_of),
    (d.DAYS_IN_MONTH, _days_in_month),
    (d.MONTH_DAYS, _days_in_month),
    (d.DAY_MONTH, _day_month),
    (d.MONTH_DAY, _month_day),
    (d.MONTHS_RANGE, _months_range),
    (d.PART_OF_YEAR, _part_of_year),
    (d.SEASON, _season),
    (d.MONTH, _months),
    (d.ELSEWHERE, lambda _, __: Seen(told=ELSEWHEN)),
    (d.AGO, _ago),
    (d.FROM_NOW, _from_now),
    (d.SPAN, _span),
    (d.NEAR_SEASON, _near_season),
    (d.WEEKDAY, _weekday),
    (d.NEAR_DAY, _near_day),
    (d.NEAR_UNIT, _near_unit),
    (d.DECADE, _decade),
    (d.CENTURY, _century),
    (d.YEARS_RANGE, _years_range),
    (d.YEAR, _years),
    (d.VAGUE, lambda _, __: Seen(told=VAGUE)),
)
