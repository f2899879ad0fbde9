"""The table of signs: how texts say where they come from.

To look for a sign's words first costs a hundredth of a search, so each sign names words of which
one stands in every match. Every pattern reads one line at most, repeats nothing that repeats,
and bounds what it repeats.
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from provenance.declared.agencies import DATELINE, PROSE
from provenance.declared.names import ANYONE, NAMED

DATELINE_NAME = "dateline with a name"  # which is an agency's where it is made like one
BEFORE, AFTER = 240, 40  # code points around a word in which a sign lies
Kind = Literal[
    "wire", "syndication", "first reported by", "hat tip", "translated from", "byline", "credit"
]
Near = Literal["anywhere", "head", "end", "last", "head or last"]  # where in the text it counts
Taken = Literal["agency", "outlet", "anyone", "nobody"]


class Sign(NamedTuple):
    """A pattern by which a text says where it is from.

    ``taken`` says whose name counts: an agency's, an outlet's, whoever is named, or nobody's,
    where the words alone say it and ``unnamed`` stands for the name.
    """

    rule: str
    kind: Kind
    taken: Taken
    words: tuple[str, ...]
    pattern: re.Pattern[str]
    where: Literal["line", "begins", "ends"]  # where in a match the word stands
    unnamed: str = ""
    whole: bool = False  # whether the text as a whole is said to be from there
    near: Near = "anywhere"
    beside: bool = False  # whether it counts where the page says it beside its text


_AGENCY = rf"(?:[Tt]he\s)?\b(?P<a>{PROSE})\b"
_SHORT = rf"(?P<a>{DATELINE})"
# A place, a date, or both: "OSTREL, March 3", "Ostrel, Kettle County", "3 March".
_PLACE = r"(?:(?:[A-ZÀ-Þ][\w.'’/-]{0,24}|\d{1,4}|of|de|la|del|el|al|am|an der)[,:]?[ \t]){0,9}"
_THIS = (
    r"\b(?:[Tt]his|[Tt]he|[Aa]n?)\s(?:\w+\s)?"
    r"(?:article|story|column|piece|post|essay|report|interview|text|version)"
)
_REPORTED = (
    r"(?:also\s|has\s|had\s|have\s)?"
    r"(?:reported|reports|revealed|wrote|writes|said\sin\sa\sreport)"
)
_AT_FIRST = (
    r"(?:(?:was\s|were\s)?(?:the\s)?first\sto\s(?:report|reveal|disclose)"
    r"|(?:has\s|had\s)?first\s(?:reported|revealed|disclosed))"
)
_GIVEN = r"(?:inputs?|reports?|reporting|material|files|copy|information)"
_AGENCIES = "news agencies"


def _sign(  # noqa: PLR0913  # a row of the table
    rule: str,
    kind: Kind,
    taken: Taken,
    where: Literal["line", "begins", "ends"],
    words: str,
    pattern: str,
    *,
    unnamed: str = "",
    whole: bool = False,
    near: Near = "anywhere",
    beside: bool = False,
) -> Sign:
    flags = re.MULTILINE if where == "line" else re.NOFLAG
    found, parts = re.compile(pattern, flags), tuple(words.split("|"))
    return Sign(rule, kind, taken, parts, found, where, unnamed, whole, near, beside)


SIGNS: tuple[Sign, ...] = (
    _sign(
        "dateline of an agency",
        "wire",
        "agency",
        "line",
        "(",
        rf"^{_PLACE}\({_SHORT}(?:[/ ][A-Z]\w{{0,20}})?\)\s?[-–—:_]",
        whole=True,
        near="head",
    ),
    _sign(  # of a page that has lost its dashes
        "dateline of an agency",
        "wire",
        "agency",
        "line",
        "(",
        rf"^[A-Z]{{3,24}}[A-Z,. \t]{{0,40}}\({_SHORT}\)\s(?=[A-ZÀ-Þ\"“])",
        whole=True,
        near="head",
    ),
    _sign(
        "copyright of an agency",
        "wire",
        "agency",
        "line",
        "Copyright|©|(c)",
        rf"(?:\bCopyright\b|©|\(c\))[ \t]?(?:©\s)?(?:\(?\d{{4}}\)?[ \t])?(?:by\s)?{_AGENCY}",
        whole=True,
        near="end",
    ),
    _sign(
        DATELINE_NAME,
        "credit",
        "outlet",
        "line",
        "(",
        rf"^{_PLACE}\({NAMED}\)\s?[-–—:]",
    ),
    _sign(
        "agency at the end",
        "wire",
        "agency",
        "line",
        "(",
        rf"\({_SHORT}(?:/[A-Z]\w{{0,20}})?\)[ \t]*$",
        whole=True,
        near="last",
    ),
    _sign(
        "agency at the end of a line",
        "credit",
        "agency",
        "line",
        "(",
        rf"\({_SHORT}(?:/[A-Z]\w{{0,20}})?\)[ \t]*$",
    ),
    _sign(
        "byline of an agency",
        "wire",
        "agency",
        "line",
        "By |by |BY ",
        r"^(?:By|by|BY)\s(?:[A-Z][^\n|]{0,80}?(?:,|\sof|\sfor|\s[|-])\s)?"
        rf"(?:[Tt]he\s|THE\s)?{_SHORT}\.?[ \t]*$",
        whole=True,
        near="head or last",
    ),
    _sign(
        "desk line of an agency",
        "wire",
        "nobody",
        "line",
        "eporting by |eporting By |riting by |riting By ",
        r"\(?\b(?:Additional\sr|[Rr])eporting\s[Bb]y\s[^\n();]{2,400}[;,]\s?"
        r"(?:[Aa]dditional\s[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled)\s[Bb]y\s[^\n();]{2,200}"
        r"|\([Ww]riting\s[Bb]y\s[^\n();]{2,200}[;,]\s?[Ee]diting\s[Bb]y\s[^\n();]{2,200}",
        unnamed="a news agency",
        whole=True,
        near="end",
    ),
    _sign(
        "wire reports",
        "wire",
        "nobody",
        "line",
        "gencies|wire|Wire|gency",
        rf"^[(\[]?(?:[Ww]ith\s(?:additional\s)?{_GIVEN}\sfrom\s(?:news\s)?(?:agencies|wires?|wire\sservices)"
        rf"|[Ww]ith\s(?:news\s)?agency\s{_GIVEN}"
        r"|(?:[Cc]ompiled\s)?[Ff]rom\s(?:[Ss]taff\sand\s)?(?:[Ww]ire|[Aa]gency)\s(?:[Rr]eports|[Ss]ervices)"
        r"|(?:[Nn]ews\s)?[Aa]gencies)[)\]]?\.?[ \t]*$",
        unnamed=_AGENCIES,
    ),
    _sign(
        "credit line",
        "credit",
        "outlet",
        "line",
        "Source|Via|via|By|From|Credit",
        rf"^\(?(?:Source|Via|via|By|From|Credit)[:\s]\s?{NAMED}\)?\.?[ \t]*$",
    ),
    _sign(
        "byline",
        "byline",
        "anyone",
        "line",
        "By |BY ",
        r"^(?:By|BY)\s(?P<a>[A-ZÀ-Þ][\w.'’-]{0,30}"
        r"(?:\s(?:and\s|de\s|van\s|von\s)?[A-ZÀ-Þ][\w.'’-]{0,30}){1,5})[ \t]*$",
    ),
    _sign(
        "reporting by",
        "byline",
        "anyone",
        "begins",
        "dditional reporting by |ontributing reporting by ",
        rf"(?:dditional|ontributing)\sreporting\sby\s{NAMED}",
    ),
    _sign(
        "material of an agency",
        "wire",
        "agency",
        "begins",
        "With |with ",
        rf"[Ww]ith\s(?:additional\s)?{_GIVEN}\s(?:from|by)\s{_AGENCY}",
    ),
    _sign(
        "contributed by an agency",
        "wire",
        "agency",
        "begins",
        "Contributing: ",
        rf"Contributing:\s[^\n]{{0,120}}?{_AGENCY}",
    ),
    _sign(
        "contributed by an agency",
        "wire",
        "agency",
        "ends",
        "contributed",
        rf"{_AGENCY}[^\n.]{{0,60}}?\scontributed\s(?:\w+\s)?to\sth(?:is|e)\b",
    ),
    _sign(
        "first published elsewhere",
        "syndication",
        "anyone",
        "begins",
        "This |this |The |the |A |An ",
        rf"{_THIS}(?:\s(?:was|has|had|been|is)){{0,2}}\s(?:originally|first|previously)"
        rf"\s(?:published|appeared|posted|written|ran|run)\s(?:in|on|at|by|for)\s{ANYONE}",
        beside=True,
    ),
    _sign(
        "first published elsewhere",
        "syndication",
        "outlet",
        "begins",
        "riginally |irst ",
        rf"(?:riginally|irst)\s(?:published|appeared|posted|printed)\s(?:in|on|at|by)\s{NAMED}",
    ),
    _sign(
        "with permission",
        "syndication",
        "anyone",
        "begins",
        "eprinted|epublished|eproduced|yndicated",
        r"(?:eprinted|epublished|eproduced|yndicated)(?:\shere)?"
        r"(?:\s(?:with|by)\s(?:the\s)?(?:\w+\s)?permission)?"
        rf"\s(?:from|of|by)\s{ANYONE}",
        beside=True,
    ),
    _sign(
        "with permission",
        "syndication",
        "nobody",
        "begins",
        "eprinted|epublished|eproduced",
        r"(?:eprinted|epublished|eproduced)(?:\shere)?\s(?:with|by)\s(?:the\s)?(?:\w+\s)?permission"
        r"(?!\s(?:of|from|by)\b)",
        unnamed="an unnamed publisher",
        beside=True,
    ),
    _sign(
        "via",
        "syndication",
        "anyone",
        "begins",
        "(via |(Via |[via ",
        rf"[(\[][Vv]ia:?\s{ANYONE}[)\]]",
    ),
    _sign(
        "first reported by",
        "first reported by",
        "outlet",
        "begins",
        "irst ",
        rf"irst\s(?:reported|revealed|disclosed)\s(?:\w+\s)?(?:by|in)\s{NAMED}",
    ),
    _sign(
        "first reported by",
        "first reported by",
        "outlet",
        "begins",
        "broken by |broke by ",
        rf"brok(?:en|e)\sby\s{NAMED}",
    ),
    _sign(
        "was first to report",
        "first reported by",
        "outlet",
        "ends",
        " first ",
        rf"{NAMED}(?:,[^\n,.]{{1,60}},)?\s{_AT_FIRST}\b",
    ),
    _sign(
        "hat tip",
        "hat tip",
        "anyone",
        "begins",
        "h/t|H/T|H/t|hat tip|Hat tip|Hat Tip|hat-tip|Hat-tip|HT @|HAT TIP",
        rf"(?:[hH]/[tT]|[hH][aA][tT][ -][tT][iI][pP]|HT(?=\s@))\s?:?\s?(?:to\s)?{ANYONE}",
    ),
    _sign(
        "translated from",
        "translated from",
        "anyone",
        "line",
        "ranslated ",
        rf"(?:^|[(\[]|{_THIS}\s(?:was|has\sbeen|is)\s)[Tt]ranslated\s"
        r"(?:from\s(?:the\s)?(?:original\s)?(?P<a>[A-Z][a-z]{2,20})\b"
        r"|by\s(?P<b>[A-Z][^\n,.;()]{1,60}?)(?=\sfrom\s|[\n,.;()]|$))",
        beside=True,
    ),
    _sign(
        "translation by",
        "translated from",
        "anyone",
        "line",
        "ranslation by |ranslation: ",
        rf"(?:^|[(\[])(?:English\s)?[Tt]ranslation(?:\sby|:)\s{NAMED}",
        beside=True,
    ),
    _sign(
        "reported by",
        "credit",
        "outlet",
        "begins",
        "reported|published|revealed|disclosed",
        rf"(?:reported|published|revealed|disclosed)\s(?:\w+\s)?(?:by|in)\s{NAMED}",
    ),
    _sign(
        "according to",
        "credit",
        "outlet",
        "begins",
        "According|according|Citing|citing|Cited|cited|Quoting|quoting",
        r"(?:[Aa]ccording\sto|[Cc]iting|[Cc]ited\sby|[Qq]uoting)"
        rf"\s(?:an?\s(?:\w+\s)?(?:by|in|from)\s)?{NAMED}",
    ),
    _sign(
        "a report by",
        "credit",
        "outlet",
        "begins",
        "report |story |article |investigation |account ",
        rf"(?:report|story|article|investigation|account)\s(?:by|in|from)\s{NAMED}",
    ),
    _sign(
        "told",
        "credit",
        "outlet",
        "begins",
        "told |tells |interview |speaking ",
        rf"(?:told|tells|(?:interview|speaking)\s(?:with|to))\s{NAMED}",
    ),
    _sign(
        "reported",
        "credit",
        "outlet",
        "ends",
        "report|revealed|wrote|writes",
        rf"{NAMED}\s{_REPORTED}\b",
    ),
)


def matches(text: str, sign: Sign) -> Iterator[re.Match[str]]:
    """Yield the matches of a sign, each where one of its words stands."""
    for word in sign.words:
        at = text.find(word)
        if at >= 0 and sign.where == "line":
            yield from sign.pattern.finditer(text)
            return
        begin = 0  # of what no match for an earlier place of the word has looked at
        while at >= 0:
            if sign.where == "ends":
                yield from sign.pattern.finditer(text, max(begin, at - BEFORE), at + AFTER)
                begin = at + 1
            elif match := sign.pattern.match(text, at):
                yield match
            at = text.find(word, at + len(word))
