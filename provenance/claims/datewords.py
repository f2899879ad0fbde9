"""How dates are put into English words: patterns of lower-case text, each behind its words.

A bounded grammar of calendar dates, days of the week, spans counted from now, seasons, quarters,
decades and centuries. Every pattern is looked for only in a text that holds one of its words.
Left out: feasts, clock times, other calendars, other languages.
"""

import re
from collections.abc import Iterator

from provenance.claims.numerals import UNITS
from provenance.claims.reckoning import SEASONS, WEEKDAYS
from provenance.claims.words import word_set
from provenance.text import Phrases, lowered

_FULL = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
MONTHS = {name: number for number, name in enumerate(_FULL, 1)} | {
    name[:3]: number for number, name in enumerate(_FULL, 1)
} | {"sept": 9}  # fmt: skip
NUMBERS = {"a": 1, "an": 1, "one": 1, "couple": 2} | UNITS
CENTURIES = {
    "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19,
    "twentieth": 20, "twenty-first": 21,
}  # fmt: skip
ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4,
            "4th": 4, "final": 4}  # fmt: skip
HAS_YEAR = re.compile(r"\d{4}")


class Years:
    """Phrases that hold a year in figures: to be looked for in a text that ``HAS_YEAR``."""

    def __init__(self, pattern: str) -> None:
        """Take the pattern of lower-case text."""
        self.words = frozenset[str]()
        self._pattern = re.compile(pattern)

    def finditer(self, text: str) -> Iterator["re.Match[str]"]:
        """Return the phrases in a text, in order."""
        return self._pattern.finditer(lowered(text))


_M = f"(?:{'|'.join(_FULL)}|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\b\\.?)"
_OPEN = r"\w.,/$\u00a3\u20ac#:-"
_FIRST = rf"[12](?<![{_OPEN}][12])(?:(?<=1)[5-9]|(?<=2)0)\d\d"
"""A year before which nothing stands of which it would be part; digits first: quicker to find."""
_D = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_Y = r"(?:1[5-9]\d\d|20\d\d)"
_FREE = rf"(?<![{_OPEN}])"
"""Nothing stands before that would make a number part of something longer."""
_TAIL = (
    rf"(?:(?:,| of|, of)? ?(?:(?<= )(?P<year>{_Y})(?![\w%]|[,.]\d)|(?<= )(?P<which>last|this|next)"
    r" year\b))?"
)
_DAY = f"(?:{'|'.join(WEEKDAYS)})"
_SEASON = f"(?P<season>{'|'.join(SEASONS)})"
_UNIT = "(?P<unit>day|week|month|quarter|year|decade|centur(?:y|ie))"
_COUNT = rf"(?P<count>an?|{'|'.join(UNITS)}|\d{{1,3}}|(?:a )?couple of)"
_JOIN = r"(?P<join> ?[-\u2013] ?| to | and | or | through | until )"
_MONTH_WORDS = " ".join(MONTHS)

ISO = Years(rf"(?P<year>{_FIRST})-(?P<mm>\d\d)-(?P<dd>\d\d)(?![\w-])")
NUMERIC = Years(
    rf"(?P<a>\d(?<![\w/.:-]\d)\d?)(?P<sep>[/.])(?P<b>\d\d?)(?P=sep)(?P<year>{_Y})(?![\w/])"
)
WEEK_OF = Phrases(
    "week",
    r"\bweek (?P<edge>of|beginning|starting|commencing|ending|ended)(?: on)?(?: the)? "
    rf"(?:{_DAY},? )?(?:(?P<day>{_D})(?: of)? (?P<month>{_M})|(?P<month2>{_M}) (?P<day2>{_D}))\b"
    + _TAIL,
)
DAYS_IN_MONTH = Phrases(
    _MONTH_WORDS, rf"{_FREE}(?P<day>{_D}){_JOIN}(?P<last>{_D})(?: of)? (?P<month>{_M})(?!\w){_TAIL}"
)
MONTH_DAYS = Phrases(
    _MONTH_WORDS,
    rf"\b(?P<month>{_M}) (?P<day>{_D}){_JOIN}(?P<last>{_D})(?![\w%-]|[.,:/]\d"
    rf"| (?:people|per|\w*illion|hundred|thousand|{_M})\b){_TAIL}",
)
DAY_MONTH = Phrases(_MONTH_WORDS, rf"{_FREE}(?P<day>{_D})(?: of)?[ -](?P<month>{_M})(?!\w){_TAIL}")
MONTH_DAY = Phrases(
    _MONTH_WORDS,
    rf"\b(?P<month>{_M}) (?P<day>{_D})(?![\w%-]|[.,:/]\d| (?:per|\w*illion|hundred|thousand)\b)"
    + _TAIL,
)
MONTHS_RANGE = Phrases(_MONTH_WORDS, rf"\b(?P<month>{_M}) ?[-\u2013] ?(?P<last>{_M})(?!\w){_TAIL}")
MONTH = Phrases(
    _MONTH_WORDS,
    rf"(?P<near>\b(?:last|this|next|this past|this coming|the coming) )?\b(?P<month>{_M})(?!\w)"
    rf"{_TAIL}",
)
WEEKDAY = Phrases(
    " ".join(WEEKDAYS),
    rf"(?:\b(?P<near>last|next|this past|past|this coming|coming|this|that|the following"
    rf"|the previous|the next|every|each|any) )?\b(?P<weekday>{_DAY})\b"
    r"(?: (?:early |late )?(?:mid)?(?:morning|afternoon|evening|night)\b)?",
)
NEAR_DAY = Phrases(
    "yesterday today tomorrow tonight overnight night morning afternoon evening",
    r"\b(?P<words>the day before yesterday|the day after tomorrow|yesterday|today|tomorrow"
    r"|tonight|overnight|last night|this (?:morning|afternoon|evening))\b"
    r"(?:(?<=yesterday)|(?<=tomorrow))?(?: (?:morning|afternoon|evening|night)\b)?",
)
AGO = Phrases(
    "ago",
    r"\b(?P<rough>(?:more|less|fewer) than |over |about |around |almost |nearly |some |at least "
    r"|just over |just under |roughly |half )?"
    rf"(?:{_COUNT} (?P<unit>hour|minute|day|week|month|year|decade|centur(?:y|ie))s?"
    r"(?P<half> and a half)?|(?P<vague>(?:(?:several|some|many|a few|few|dozens of|hundreds of"
    r"|thousands of) )?(?:hours|days|weeks|months|years|decades|centuries|generations)|long))"
    r" ago\b",
)
FROM_NOW = Phrases(
    "now time", rf"\b(?:in |within )?{_COUNT} {_UNIT}s?(?: from now|['\u2019]s?[ ]time)\b"
)
ELSEWHERE = Phrases(
    "earlier later before after afterward afterwards previous following same preceding",
    rf"\b(?:{_COUNT} (?:day|week|month|year|decade|centur(?:y|ie))s? (?:earlier|later|before"
    r"|afterwards?|after)|(?:the|that) (?:previous|following|preceding|same|very same) (?:day"
    r"|night|morning|afternoon|evening|week|weekend|month|year|quarter|decade|century|summer"
    r"|winter|spring|autumn)|the (?:day|week|month|year) (?:before|after)"
    r"(?! yesterday| tomorrow))\b",
)
SPAN = Phrases(
    "past last next coming",
    rf"\b(?:the|these) (?P<near>past|last|next|coming) (?:(?P<many>few|several|couple of)|{_COUNT})"
    rf" {_UNIT}s?\b|\bthe (?P<near2>past|coming) (?P<unit2>day|week|month|year|decade|century)\b",
)
NEAR_UNIT = Phrases(
    "last this next current weekend",
    r"\b(?P<the>the )?(?:(?P<near>last|this|next|current) (?P<unit>week(?:end)?|month|quarter|year"
    r"|decade|century)|(?<=the )(?P<weekend>weekend))\b",
)
NEAR_SEASON = Phrases(
    " ".join(SEASONS),
    rf"\b(?P<near>last|this|next|this past|this coming|the coming|the past) {_SEASON}\b(?! (?:of "
    r")?\d)",
)
SEASON = Phrases(
    " ".join(SEASONS),
    rf"\b{_SEASON}(?P<of>,? of|,| in)? (?P<year>{_Y})(?:[-\u2013/](?P<to>{_Y}|\d\d))?(?![\w%])"
    rf"|\b(?:in|by|since|until|during) (?:the )?(?P<bare>(?:early |late )?(?:{'|'.join(SEASONS)}))"
    r"\b(?!['\u2019-]|,? (?:of |in )?\d)",
)
PART_OF_YEAR = Phrases(
    "quarter half q h",
    rf"\b(?:(?:the )?(?P<ordinal>{'|'.join(ORDINALS)})[ -](?P<part>quarter|half)"
    rf"|(?P<short>[qh][1-4]))(?: of|,)?(?: (?P<year>{_Y})\b| (?P<which>last|this|next) year\b"
    r"| (?P<own>the year)\b)",
)
DECADE = Phrases(
    "s nineties eighties seventies sixties fifties forties thirties twenties",
    r"\b(?P<decade>(?:1[5-9]|20)\d0)(?:['\u2019])?s\b|\bthe (?:early |late |mid[- ])?(?P<bare>"
    r"['\u2018\u2019]\d0s|nineties|eighties|seventies|sixties|fifties|forties|thirties|twenties)\b",
)
CENTURY = Phrases(
    "century centuries",
    rf"\b(?:(?P<figures>[12]?\d)(?:st|nd|rd|th)|(?P<words>{'|'.join(CENTURIES)}))[ -]century\b"
    r"(?! b\.?c)",
)
YEARS_RANGE = Years(rf"(?P<first>{_FIRST}) ?[-\u2013/] ?(?P<last>{_Y}|\d\d)(?![\w%]|[.,/-]\d)")
YEAR = Years(rf"(?P<year>{_FIRST})(?![\w%]|[.,:/]\d|-\w)")
VAGUE = Phrases(
    "recently lately currently nowadays now soon shortly recent coming these present moment next "
    "past near",
    r"\b(?:recently|lately|currently|nowadays|now(?! that\b)|soon|shortly|in (?:the )?(?:recent"
    r"|coming|next few|past few) (?:days|weeks|months|years|decades)|these days|at present"
    r"|at the moment|in the near future)\b",
)

EDGES = word_set(
    "since by until till before after from through between early late mid earlier later"
)
PARTS = word_set("start beginning middle end")
BRIDGES = word_set("the of on in")
"""Words before a date that belong to it, before "of" too, and what stands between and it."""
YEAR_LEADS = word_set(
    "in since by until till during late early mid circa year through of from before after between "
    "around spring summer autumn fall winter"
)
NAMED_LEADS = word_set("the its his her their that a an our this")
"""What stands before a year that is a year and no number."""
MONTH_LEADS = word_set(
    "in since by until till from early late mid during before after through between of around "
    "end start beginning middle for and to"
)
