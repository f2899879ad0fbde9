"""Times: RFC 3339 in UTC with milliseconds, never naive; and dates as vague as their source.

A timestamp is text of one fixed form (``2026-11-22T18:51:24.123Z``), so that text order is
time order and the committed value is the value shown. A publication date keeps the precision
its source gave (EDTF level 0, ISO 8601-2:2019 annex A): ``2026``, ``2026-03``, ``2026-03-04``
or a full timestamp. Two dates are ordered only where their intervals do not overlap.
"""

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from itertools import count
from typing import Protocol

TIMESTAMP_PATTERN = r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$"
DATE_PATTERN = r"^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}:\d{2}\.\d{3}Z)?)?)?$"


class Clock(Protocol):
    """Says what time it is."""

    def now(self) -> str:
        """Return the time as a timestamp."""
        ...


class SystemClock:
    """The machine's clock. Its offset from true time is unknown unless somebody measured it."""

    def now(self) -> str:
        """Return the machine's time as a timestamp."""
        return timestamp(datetime.now(UTC))


class FixedClock:
    """A clock for tests: starts at a known time and goes on by one second a reading."""

    def __init__(self, start: str = "2026-01-01T00:00:00.000Z") -> None:
        """Start at the given timestamp."""
        self._start = parse_timestamp(start)
        self._ticks = count()

    def now(self) -> str:
        """Return the next second."""
        return timestamp(self._start + timedelta(seconds=next(self._ticks)))


def timestamp(moment: datetime) -> str:
    """Return an aware datetime as a timestamp; a naive one is a ValueError."""
    if moment.tzinfo is None:
        raise ValueError("a time without a zone is not a time")
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def parse_timestamp(text: str) -> datetime:
    """Return a timestamp as an aware datetime; anything else is a ValueError."""
    if not re.match(TIMESTAMP_PATTERN, text):
        raise ValueError(f"not an RFC 3339 timestamp in UTC with milliseconds: {text!r}")
    return datetime.fromisoformat(text)


@lru_cache(maxsize=1 << 14)  # many documents are of one day
def interval(date: str) -> tuple[str, str]:
    """Return the first and last timestamp that a date may mean; a bad date is a ValueError."""
    if not re.match(DATE_PATTERN, date):
        raise ValueError(f"not a date: {date!r}")
    parts = date.split("-", 2)
    if "T" in date:
        parse_timestamp(date)
        return date, date
    year = int(parts[0])
    month = int(parts[1]) if len(parts) > 1 else None
    day = int(parts[2]) if len(parts) > 2 else None
    first = datetime(year, month or 1, day or 1, tzinfo=UTC)
    last_month = month or 12
    last = datetime(
        year, last_month, day or monthrange(year, last_month)[1], 23, 59, 59, 999000, tzinfo=UTC
    )
    return timestamp(first), timestamp(last)


def is_date(text: str) -> bool:
    """Return whether the text is a date of the forms above that exists in the calendar."""
    try:
        interval(text)
    except ValueError:
        return False
    return True


def before(one: str | None, other: str | None) -> bool | None:
    """Return whether one date lies wholly before the other; None where that cannot be said."""
    if one is None or other is None:
        return None
    (one_first, one_last), (other_first, other_last) = interval(one), interval(other)
    if one_last < other_first:
        return True
    if other_last < one_first:
        return False
    return None


def lies_ahead(date: str | None, seen: str) -> bool:
    """Return whether a date begins more than a day, the span of all zones, after a timestamp."""
    if date is None or date[:4] < seen[:4]:  # the common case, in which nothing is reckoned
        return False
    return parse_timestamp(interval(date)[0]) > parse_timestamp(seen) + timedelta(days=1)


def dated_key(date: str | None) -> str:
    """Return a sort key: the last moment a date may mean, so that a vague one displaces none.

    A day comes after every hour of that day, and no date at all comes last.
    """
    return interval(date)[1] if date is not None else "9"


def earliest(dates: Sequence[str | None]) -> str | None:
    """Return the date whose interval begins first, or None where none is known."""
    known = [date for date in dates if date is not None]
    return min(known, key=lambda date: (interval(date)[0], date)) if known else None
