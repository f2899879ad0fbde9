"""What words for a time near publication come to: "Tuesday", "last week", "two months ago".

Each rule reads one match of a pattern (``datewords``) and reckons from the publication date
(``reckoning``). Words that are counted from another time in the text, or only roughly, stay
unresolved, and say so.
"""

import re

from provenance.claims import datewords as d
from provenance.claims.datesense import NO_DATE, ROUGH, Seen, Sentence, month_of_match
from provenance.claims.reckoning import (
    AHEAD,
    Anchor,
    Told,
    season,
    stretch,
    units_off,
    unresolved,
    weekday,
    weeks_off,
)
from provenance.claims.reckoning import days_off as days
from provenance.claims.words import word_set

ELSEWHEN = unresolved("counted from another time in the text")
EITHER_SIDE = unresolved("it may lie before or after the publication")
_NAMED_DAYS = word_set("black good ash super bloody holy easter palm maundy cyber")
_OFF = {"the day before yesterday": -2, "yesterday": -1, "last night": -1, "tomorrow": 1,
        "the day after tomorrow": 2}  # fmt: skip


def near_month(match: "re.Match[str]", anchor: Anchor | None) -> Told:
    """Return the month of a name that is "last", "this" or "next"."""
    told = units_off(anchor, "month", 0)
    if anchor is None or anchor.month is None:
        return told
    ahead = (month_of_match(match) - anchor.month) % 12
    near = match["near"].strip()
    if near in ("last", "this past"):
        told = units_off(anchor, "month", ahead - 12)
        return told._replace(basis=anchor.basis("the last of its name before it"))
    if near == "this":
        return Told(f"{anchor.year:04}-{month_of_match(match):02}", anchor.basis("the year of it"))
    told = units_off(anchor, "month", ahead or 12)
    return told._replace(basis=anchor.basis("the first of its name after it"))


def weekday_near(match: "re.Match[str]", sentence: Sentence) -> Seen | None:
    """Read a day of the week: the nearest before publication, unless the words say otherwise."""
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


def near_day(match: "re.Match[str]", sentence: Sentence) -> Seen:
    """Read "yesterday", "tonight" and their like."""
    if match["words"] == "overnight":
        return Seen(told=days(sentence.anchor, -1, 0, "the night before it"))
    return Seen(told=days(sentence.anchor, _OFF.get(match["words"], 0)))


def _count(words: str) -> int:
    words = words.removeprefix("a ").removesuffix(" of")
    return int(words) if words.isdecimal() else d.NUMBERS[words]


def _unit(words: str) -> str:
    return "century" if words.startswith("centur") else words


def ago(match: "re.Match[str]", sentence: Sentence) -> Seen:
    """Read "three days ago"."""
    if match["vague"] or match["rough"] or match["half"]:
        return Seen(told=ROUGH)
    unit, count = _unit(match["unit"]), _count(match["count"])
    if unit in ("hour", "minute"):
        return Seen(told=unresolved("the hour of publication is not used"))
    if unit in ("decade", "century"):
        return Seen(told=ROUGH)
    return Seen(told=units_off(sentence.anchor, unit, -count))


def from_now(match: "re.Match[str]", sentence: Sentence) -> Seen:
    """Read "two weeks from now"."""
    unit = _unit(match["unit"])
    if unit in ("decade", "century"):
        return Seen(told=ROUGH)
    return Seen(told=units_off(sentence.anchor, unit, _count(match["count"])))


def span(match: "re.Match[str]", sentence: Sentence) -> Seen:
    """Read "the past two years"."""
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


def near_unit(match: "re.Match[str]", sentence: Sentence) -> Seen:
    """Read "last week", "this year"."""
    if match["weekend"]:
        return Seen(told=EITHER_SIDE)
    off = {"last": -1, "next": 1}.get(match["near"], 0)
    if match["the"] and off:  # the seven days before, or the week before: the words fit both
        return Seen(told=ROUGH)
    if match["unit"] == "weekend":
        told = weeks_off(sentence.anchor, off, weekend=True)
        return Seen(told=told if off or told.value is None else EITHER_SIDE)
    return Seen(told=units_off(sentence.anchor, match["unit"], off))


def near_season(match: "re.Match[str]", sentence: Sentence) -> Seen:
    """Read "last spring"."""
    near = match["near"]
    which = "last" if near in ("last", "this past", "the past") else "this"
    if near in ("next", "this coming", "the coming"):
        which = "next"
    return Seen(told=season(sentence.anchor, match["season"], which))
