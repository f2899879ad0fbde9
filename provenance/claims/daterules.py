"""What each form of a date says: the table of rules of ``dates``, and those of the calendar.

A rule reads one match of a pattern (``datewords``) and returns what it names, what it comes to
(``reckoning``), or None where the words are no date. Month names count as such with a capital
alone ("it may march"); a number of four figures is a year only where a year can stand.
"""

import re
from collections.abc import Sequence

from provenance.claims import datewords as d
from provenance.claims import nearness as n
from provenance.claims.datesense import (
    ROUGH,
    VAGUE,
    Rule,
    Seen,
    Sentence,
    month_of_match,
    same_year,
    told_of,
    year_of_match,
)
from provenance.claims.reckoning import (
    STATED,
    Anchor,
    Named,
    Told,
    between,
    dated,
    edtf,
    exists,
    northern,
    season_of,
    unresolved,
    weeks_off,
)
from provenance.claims.reckoning import days_off as days
from provenance.claims.words import word_set

_COUNTED = word_set("people men women children years days km miles tonnes troops")
_PLURAL = re.compile(r"[ -]([a-z]{2,20})")


def _day(words: str) -> int:
    return int(words[:2] if words[1:2].isdigit() else words[:1])


def _calendar(match: "re.Match[str]", sentence: Sentence, *, day: str | None) -> Seen:
    year = year_of_match(match, sentence.anchor)
    if isinstance(year, Told):
        return Seen(told=year)
    named = Named(year, month_of_match(match), _day(day) if day else None)
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
    year = year_of_match(match, sentence.anchor)
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
    year = year_of_match(match, sentence.anchor)
    if isinstance(year, Told):
        return Seen(told=year)
    one, other = Named(None, month_of_match(match)), Named(year, month_of_match(match, "last"))
    if year is None:
        told = dated(other, sentence.anchor)
        if told.value is None:
            return Seen(told=told)
        other, basis = other._replace(year=int(told.value[:4])), told.basis
    else:
        basis = STATED
    first, last = same_year(one, other)
    return Seen(told=between(edtf(first or one), edtf(last or other), basis))


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
    year = year_of_match(match, sentence.anchor)
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


def _months(match: "re.Match[str]", sentence: Sentence) -> Seen | None:
    if not sentence.capital(match, "month"):
        return None
    if match["near"] and not match["year"]:
        return Seen(told=n.near_month(match, sentence.anchor))
    if not (match["year"] or match["which"]):
        lead = (sentence.before(match.start())[-1:] or [""])[0]
        known = lead in d.MONTH_LEADS or (
            lead in d.NAMED_LEADS and match["month"] not in ("may", "march")
        )
        if not known or (lead in ("and", "to", "for") and match["month"] in ("may", "march")):
            return None
    return _calendar(match, sentence, day=None)


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
    (d.ELSEWHERE, lambda _, __: Seen(told=n.ELSEWHEN)),
    (d.AGO, n.ago),
    (d.FROM_NOW, n.from_now),
    (d.SPAN, n.span),
    (d.NEAR_SEASON, n.near_season),
    (d.WEEKDAY, n.weekday_near),
    (d.NEAR_DAY, n.near_day),
    (d.NEAR_UNIT, n.near_unit),
    (d.DECADE, _decade),
    (d.CENTURY, _century),
    (d.YEARS_RANGE, _years_range),
    (d.YEAR, _years),
    (d.VAGUE, lambda _, __: Seen(told=VAGUE)),
)
