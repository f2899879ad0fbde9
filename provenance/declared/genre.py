"""What kind of text a document is, by a table of rules: the first that holds says it.

What the page declares and what the text says of itself stand before how it reads. Where nothing
shows it the genre is unknown. Left out: satire, advertisements, interviews, reviews.
"""

import re
from collections.abc import Callable, Sequence
from itertools import islice
from typing import NamedTuple
from urllib.parse import urlsplit

from provenance.declared.origins import Sighting
from provenance.model import Document, Genre
from provenance.text import fold

_HEAD, _END = 1500, 2500  # code points in which a text says what it is
_OPINION_SECTIONS = re.compile(
    r"\b(?:opinions?|comment|commentary|commentisfree|editorials?|op-?eds?|columns?|columnists?"
    r"|views|viewpoints?|perspectives?|letters)\b"
)
_GUEST_SECTIONS = re.compile(
    r"\bguest[ -](?:columns?|essays?|opinions?|comment\w*|posts?|voices?)\b"
)
_RELEASE_SECTIONS = re.compile(r"\b(?:press|news|media)[ -]?releases?\b")
_NEWS_SECTIONS = re.compile(
    r"\b(?:news|world|politics|national|international|local|business|economy|sports?|crime"
    r"|metro|region(?:al)?)\b"
)
_LABEL = re.compile(
    r"^(?:opinion|op-ed|editorial|commentary|comment|analysis and opinion|column|letter to the"
    r" editor)\s?[:|–—-]\s?\S",
    re.IGNORECASE,
)
_RELEASE = re.compile(
    r"\bFOR IMMEDIATE RELEASE\b|\bFor [Ii]mmediate [Rr]elease\b|^EMBARGOED\b"
    r"|\(?/?\b(?:PR ?Newswire|PRNewswire|Business Wire|BUSINESS WIRE|GLOBE NEWSWIRE|GlobeNewswire"
    r"|ACCESSWIRE|EIN Presswire|PRWEB)\b(?:/|\))"
    r"|^(?:Media|Press) [Cc]ontacts?\b[:\n]|^(?:PRESS|NEWS|MEDIA) RELEASE\b|^Press [Rr]elease\b",
    re.MULTILINE,
)
_GUEST = re.compile(
    r"^(?:a )?guest (?:column|essay|contribution|opinion|commentary|post)\b"
    r"|\bis an? guest (?:column\w*|essay\w*|contributor|writer)\b"
    r"|\b(?:the )?(?:views|opinions) expressed (?:\w+ ){0,6}(?:are|do not|belong)\b",
    re.MULTILINE | re.IGNORECASE,
)
# "Tilda Rask is a professor of fisheries at Ostrel College." at the very end of a text.
_INTRODUCED = re.compile(
    r"(?:^|[.!?)*_]\s)\*?(?:[Tt]he (?:author|writer)|[Ss]he|[Hh]e|(?:[A-ZÀ-Þ][\w.'’-]{0,30} ){0,3}"
    r"[A-ZÀ-Þ][\w'’-]{0,30}) is (?:an? |the )?(?:\w{2,20} ){0,3}?"
    r"(?:author|professor|lecturer|fellow|director|chair|president|researcher|scholar|lawyer"
    r"|founder|senator|minister|columnist|contributor|economist|historian|journalist|writer)\b"
    r"(?! of the country)[^\n]{0,200}\.?\W{0,4}\Z",
    re.MULTILINE,
)
_OWN_VIEW = re.compile(
    r"\b(?:I (?:believe|argue|suspect|fear)|in my (?:view|opinion)|shame on|let us|it is time"
    r"|(?:must|should|ought to|cannot|can ill) (?:not |never |also |now )?(?:afford|be|have|do|take"
    r"|make|act|stop|start|end|face|learn|remember|stand|work|give|keep|come|go|ask|demand|insist))\b"
)
_SAID = re.compile(r"\b(?:said|says|told|tells|asked|according to)\b")
_REPORTING = re.compile(
    r"\b(?:said|told|announced|confirmed|reported|according to)\b(?:[^\n.]{0,60}"
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)?"
)
_DATELINE = re.compile(
    r"^[A-ZÀ-Þ][A-ZÀ-Þ.'’ -]{2,40}(?:,[ ][A-ZÀ-Þ][\w. ]{1,30})?(?:[ ]\([A-Z][^()\n]{1,30}\))?"
    r"[ ]?[-–—]{1,2}[ ]",
    re.MULTILINE,
)
_QUOTED = re.compile(r"[\"“][^\"“”\n]{1,1200}[\"”]")
_OFTEN = 3  # times that a manner of writing shows, to be the text's own


class Ruled(NamedTuple):
    """A genre, the rule that says it, and the words that show it."""

    genre: Genre
    rule: str
    words: str


class _Page(NamedTuple):
    """What the rules look at."""

    document: Document
    found: Sequence[Sighting]
    sections: str  # what page and address declare, folded
    head: str
    end: str
    own: str  # the text without what stands in quotation marks


def genre_of(document: Document, found: Sequence[Sighting]) -> Ruled:
    """Return the genre of a document that declares these origins."""
    text, whole = document.text, document.whole or ""
    page = _Page(
        document=document,
        found=found,
        sections=f"{document.section or ''}\n{_folders(document.uri)}",
        head=f"{document.title or ''}\n{text[:_HEAD]}",
        end=f"{whole[-_END:]}\n{text[-_END:]}".strip(),
        own=_QUOTED.sub("", text),
    )
    for genre, rule, shown in _RULES:
        words = shown(page)
        if words:
            return Ruled(genre, rule, " ".join(words.split())[:200])
    return Ruled(Genre.UNKNOWN, "nothing shows it", "")


def _folders(uri: str) -> str:
    """Return the folders of a web address, a line each: sites keep sections in them."""
    try:
        parts = urlsplit(uri)
    except ValueError:  # brackets that are no address
        return ""
    if parts.scheme not in ("http", "https"):
        return ""
    return "\n".join(each.lower() for each in parts.path.split("/")[:-1] if len(each) < 40)


def _section(pattern: re.Pattern[str]) -> Callable[[_Page], str]:
    def shown(page: _Page) -> str:
        found = pattern.search(fold(page.sections))
        return next(
            (line for line in page.sections.splitlines() if found and found.group() in fold(line)),
            "",
        )

    return shown


def _first(pattern: re.Pattern[str], *parts: str) -> Callable[[_Page], str]:
    def shown(page: _Page) -> str:
        found = (pattern.search(getattr(page, part)) for part in parts)
        return next((match.group() for match in found if match), "")

    return shown


def _often(pattern: re.Pattern[str]) -> Callable[[_Page], str]:
    def shown(page: _Page) -> str:
        found = [match.group() for match in islice(pattern.finditer(page.own), _OFTEN)]
        return ", ".join(found) if len(found) == _OFTEN else ""

    return shown


def _argues(page: _Page) -> str:
    """Return what the writer asks for, where little is reported beside it."""
    own = [match.group() for match in _OWN_VIEW.finditer(page.own)]
    reported = sum(1 for _ in _SAID.finditer(page.own))
    return ", ".join(own[:_OFTEN]) if len(own) >= _OFTEN and len(own) > reported else ""


def _label(page: _Page) -> str:
    lines = [page.document.title or "", *page.document.text[:200].splitlines()[:2]]
    return next((line for line in lines if _LABEL.match(line.strip())), "")


def _wire(page: _Page) -> str:
    return next(
        (each.origin.words for each in page.found if each.whole and each.origin.kind == "wire"), ""
    )


_RULES: tuple[tuple[Genre, str, Callable[[_Page], str]], ...] = (
    (Genre.PRESS_RELEASE, "section of press releases", _section(_RELEASE_SECTIONS)),
    (Genre.PRESS_RELEASE, "words of a press release", _first(_RELEASE, "head", "end")),
    (Genre.WIRE_COPY, "declared from an agency", _wire),
    (Genre.GUEST_COLUMN, "section of guest columns", _section(_GUEST_SECTIONS)),
    (Genre.GUEST_COLUMN, "words of a guest column", _first(_GUEST, "head", "end")),
    (Genre.GUEST_COLUMN, "who wrote it is introduced", _first(_INTRODUCED, "end")),
    (Genre.OPINION, "section of opinion", _section(_OPINION_SECTIONS)),
    (Genre.OPINION, "label of opinion", _label),
    (Genre.OPINION, "the writer argues", _argues),
    (Genre.NEWS_REPORT, "section of news", _section(_NEWS_SECTIONS)),
    (Genre.NEWS_REPORT, "dateline", _first(_DATELINE, "head")),
    (Genre.NEWS_REPORT, "others are reported", _often(_REPORTING)),
)
