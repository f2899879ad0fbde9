"""What relative and partial dates come to, counted from a publication date.

Arithmetic on the proleptic Gregorian calendar alone: days, ISO weeks (Monday to Sunday, ISO
8601), months, quarters, years, decades, centuries, and northern seasons as three calendar
months. Results are EDTF level 0 (ISO 8601-2:2019): a year, a month, a day, or two with a slash.
A publication date of lower precision than the words need gives nothing, and the reason says so.
"""

from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from provenance.clock import is_date

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}  # first month
STATED = "stated"
AHEAD = ", as the sentence looks ahead"
UNDATED = "unresolved: no publication date"
NO_DAY = "unresolved: the publication date gives no day"
NO_MONTH = "unresolved: the publication date gives no month"


class Told(NamedTuple):
    """The date that words come to, and what that rests on."""

    value: str | None
    basis: str


class Anchor(NamedTuple):
    """A publication date, as exact as it is known."""

    year: int
    month: int | None
    day: int | None

    @classmethod
    @lru_cache(maxsize=64)  # every sentence of a text is reckoned from one
    def of(cls, published: str | None) -> "Anchor | None":
        """Return a publication date as an anchor; None where there is none that can be used."""
        if published is None or not is_date(published) or not "1500" < published < "2500":
            return None
        parts = [int(part) for part in published[:10].split("-")]
        year, month, day = (*parts, None, None)[:3]
        return cls(year or 0, month, day)

    @property
    def date(self) -> date | None:
        """The day, where one is given."""
        return date(self.year, self.month, self.day) if self.month and self.day else None

    def basis(self, how: str = "") -> str:
        """Return the words that say that this was counted from."""
        given = "-".join(
            f"{part:0{width}}"
            for part, width in zip(self, (4, 2, 2), strict=True)
            if part is not None
        )
        return f"from the publication date {given}" + (f": {how}" if how else "")


class Named(NamedTuple):
    """What words name of a date; None for what they leave out."""

    year: int | None
    month: int | None = None
    day: int | None = None


def unresolved(why: str) -> Told:
    """Return a date that cannot be told, with the reason."""
    return Told(None, f"unresolved: {why}")


def between(first: str, last: str, basis: str) -> Told:
    """Return the time from the beginning of one date to the end of another."""
    return Told(first if first == last else f"{first}/{last}", basis)


def exists(named: Named) -> bool:
    """Return whether a day of that name is in the calendar of its year, or of a leap year."""
    try:
        date(named.year or 2024, named.month or 1, named.day or 1)
    except ValueError:
        return False
    return True


def edtf(named: Named) -> str:
    """Return a date whose year is known as EDTF."""
    year = f"{named.year:04}"
    if named.month is None:
        return year
    return f"{year}-{named.month:02}" + (f"-{named.day:02}" if named.day else "")


def dated(named: Named, anchor: Anchor | None, side: str = "") -> Told:
    """Return a date as named; without a year it is the one nearest to publication.

    ``side`` is "past" where it cannot lie after publication ("since June"), and "ahead" where
    the sentence speaks of what is to come.
    """
    if not exists(named):
        return unresolved("no such day")
    if named.year is not None:
        return Told(edtf(named), STATED)
    if anchor is None:
        return Told(None, UNDATED)
    if anchor.month is None or named.month is None:
        return Told(None, NO_MONTH)
    return _nearest(named, anchor, side)


def _nearest(named: Named, anchor: Anchor, side: str) -> Told:
    here = anchor.date or date(anchor.year, anchor.month or 1, 15)
    away: dict[int, int] = {}
    for year in (anchor.year - 1, anchor.year, anchor.year + 1):
        full = named._replace(year=year)
        if not exists(full):
            continue
        whole = edtf(full)
        given = here.isoformat()[: len(whole)]
        if (side == "past" and whole > given) or (side == "ahead" and whole < given):
            continue
        there = date(year, named.month or 1, named.day or 15)
        away[year] = 0 if whole == given else abs((there - here).days)
    least = min(away.values(), default=0)
    years = [year for year, days in away.items() if days <= least + 1]
    if len(years) != 1:
        return unresolved("no year is given, and no one year is the nearest to the publication")
    how = {"past": "the last before it", "ahead": f"the nearest after it{AHEAD}"}
    return Told(
        edtf(named._replace(year=years[0])), anchor.basis(how.get(side, "the year nearest to it"))
    )


def days_off(anchor: Anchor | None, first: int, last: int | None = None, how: str = "") -> Told:
    """Return the day, or the days up to another, so many days after publication."""
    if anchor is None:
        return Told(None, UNDATED)
    if anchor.date is None:
        return Told(None, NO_DAY)
    begin = anchor.date + timedelta(days=first)
    end = begin if last is None else anchor.date + timedelta(days=last)
    return between(begin.isoformat(), end.isoformat(), anchor.basis(how))


def weeks_off(anchor: Anchor | None, weeks: int, *, weekend: bool = False) -> Told:
    """Return the week, from Monday to Sunday, so many weeks after that of publication."""
    if anchor is None or anchor.date is None:
        return days_off(anchor, 0)
    monday = 7 * weeks - anchor.date.weekday()
    begin = monday + 5 if weekend else monday
    how = "Saturday and Sunday" if weekend else "a week from Monday to Sunday"
    return days_off(anchor, begin, monday + 6, how)


def weekday(anchor: Anchor | None, name: str, which: str) -> Told:
    """Return a weekday: the "last" before publication, the "next" after it, else not after it."""
    if anchor is None or anchor.date is None:
        return days_off(anchor, 0)
    back = (anchor.date.weekday() - WEEKDAYS.index(name)) % 7
    word = name.capitalize()
    if which == "next":
        return days_off(anchor, 7 - back, how=f"the nearest {word} after it")
    if which == "last":
        return days_off(anchor, -(back or 7), how=f"the nearest {word} before it")
    return days_off(anchor, -back, how=f"the nearest {word} on or before it")


def month_of(year: int, month: int) -> str:
    """Return a month, counted on into other years where its number is below 1 or above 12."""
    return f"{year + (month - 1) // 12:04}-{(month - 1) % 12 + 1:02}"


def _months_off(anchor: Anchor, off: int) -> Told:
    if anchor.month is None:
        return Told(None, NO_MONTH)
    return Told(month_of(anchor.year, anchor.month + off), anchor.basis())


def _quarters_off(anchor: Anchor, off: int) -> Told:
    if anchor.month is None:
        return Told(None, NO_MONTH)
    first = 3 * ((anchor.month - 1) // 3 + off) + 1
    begin, end = month_of(anchor.year, first), month_of(anchor.year, first + 2)
    return between(begin, end, anchor.basis("a quarter of the calendar year"))


def _years_off(anchor: Anchor, off: int) -> Told:
    return Told(f"{anchor.year + off:04}", anchor.basis())


def _decades_off(anchor: Anchor, off: int) -> Told:
    first = anchor.year // 10 * 10 + 10 * off
    return between(f"{first:04}", f"{first + 9:04}", anchor.basis())


def _centuries_off(anchor: Anchor, off: int) -> Told:
    first = (anchor.year - 1) // 100 * 100 + 1 + 100 * off
    return between(f"{first:04}", f"{first + 99:04}", anchor.basis())


_UNITS: dict[str, Callable[[Anchor, int], Told]] = {
    "day": days_off,
    "week": weeks_off,
    "month": _months_off,
    "quarter": _quarters_off,
    "year": _years_off,
    "decade": _decades_off,
    "century": _centuries_off,
}


def units_off(anchor: Anchor | None, unit: str, off: int) -> Told:
    """Return the day, week, month, quarter, year, decade or century so many after this one."""
    if anchor is None:
        return Told(None, UNDATED)
    return _UNITS[unit](anchor, off)


def stretch(anchor: Anchor | None, unit: str, off: int) -> Told:
    """Return the time between publication and so many days, weeks, months or years from it."""
    if unit == "week":
        unit, off = "day", 7 * off
    here, there = units_off(anchor, unit, 0), units_off(anchor, unit, off)
    if here.value is None or there.value is None:
        return there
    first, last = sorted((here.value, there.value))
    return between(first, last, there.basis)


def season_of(name: str, year: int) -> tuple[str, str]:
    """Return the first and the last month of a northern season that begins in a year."""
    first = SEASONS[name]
    return month_of(year, first), month_of(year, first + 2)


def season(anchor: Anchor | None, name: str, which: str) -> Told:
    """Return the "last", "this" or "next" season of a name, seen from publication."""
    if anchor is None:
        return Told(None, UNDATED)
    if anchor.month is None:
        return Told(None, NO_MONTH)
    here = month_of(anchor.year, anchor.month)
    known = [season_of(name, anchor.year + off) for off in (-2, -1, 0, 1)]
    if which == "last":
        first, last = max(each for each in known if each[1] < here)
    elif which == "next":
        first, last = min(each for each in known if each[0] > here)
    else:
        away = {each: _apart(each, here) for each in known}
        nearest = [each for each in known if away[each] == min(away.values())]
        if len(nearest) > 1:
            return unresolved("two of its name are as near to the publication")
        first, last = nearest[0]
    return between(first, last, anchor.basis(northern(name)))


def _apart(months: tuple[str, str], here: str) -> int:
    """Return how many months lie between a month and a season, none where it is one of it."""
    first, last, at = (12 * int(each[:4]) + int(each[5:]) for each in (*months, here))
    return max(first - at, at - last, 0)


def northern(name: str) -> str:
    """Return the words that say which months a season is taken for."""
    months = {3: "March to May", 6: "June to August", 9: "September to November"}
    return f"a northern {name}, {months.get(SEASONS[name], 'December to February')}"
