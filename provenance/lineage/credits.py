"""Credit that a text gives: agency lines, "X reported", "first reported by X", links.

A credit names an outlet: one that is captured, a news agency, or a name that is made like an
outlet's ("the Harbour Times"). A ministry that "reported" something is a source, not a credit.
Which text of the outlet is meant is told by what both share; a credit is tied to no later text.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple
from urllib.parse import parse_qsl, urlencode, urlsplit

from provenance.lineage.reading import Reading
from provenance.lineage.texts import Text
from provenance.model import Evidence, Hyperlink
from provenance.text import WORD, fold

_AGENCIES = (
    "Reuters|Associated Press|AP|Agence France-Presse|AFP|dpa|Bloomberg|Xinhua|TASS|Interfax|ANSA"
    "|EFE|Kyodo|PA Media|Press Association|Anadolu|UPI|Ukrinform|Yonhap|RIA Novosti|CNN|BBC|NBC"
    "|CBS|ABC News|Fox News|Al Jazeera"
)
_KIND = (
    r"(?:Times|Post|News|Herald|Gazette|Tribune|Journal|Daily|Wire|Press|Agency|Courier|Observer"
    r"|Guardian|Standard|Monitor|Chronicle|Mail|Today|Television|TV|Radio|Broadcasting|Telegraph"
    r"|Review|Dispatch|Sentinel|Bulletin|Examiner|Independent|Register|Star|Echo|Mirror|Weekly"
    r"|Bugle|Argus|Ledger|Record|Express|Insider|Magazine|Newswire"
    r"|Online|Globe|Sun|Zeitung|Le Monde)"
)
# A full stop is part of a name inside a word and after an initial; else the sentence ends there.
_WORD = r"(?:(?:[A-Z]\.){1,4}|(?:St|Mt|Ft|Dr)\.|[A-Z](?:[\w&'’-]|\.(?=\w)){0,30})"
_NAMED = rf"(?:[Tt]he\s)?\b(?P<a>{_WORD}(?:\s(?:of\s|de\s|and\s|&\s)?{_WORD}){{0,4}})"
_REPORTED = (
    r"(?:first\s|also\s|has\s|had\s|have\s)?"
    r"(?:reported|reports|revealed|wrote|writes|was\s(?:the\s)?first\sto\sreport"
    r"|said\sin\sa\sreport)"
)


class _Sign(NamedTuple):
    """A pattern of credit, with words of which one stands in every match of it."""

    rule: str
    words: tuple[str, ...]
    pattern: re.Pattern[str]
    where: Literal["anywhere", "begins", "ends"]  # where in a match the word stands


def _sign(rule: str, words: str, pattern: str, where: Literal["begins", "ends"]) -> _Sign:
    return _Sign(rule, tuple(words.split()), re.compile(pattern), where)


def _line(rule: str, words: str, pattern: str) -> _Sign:
    return _Sign(rule, tuple(words.split()), re.compile(pattern, re.MULTILINE), "anywhere")


_SIGNS = (
    _line("agency line", "(", rf"^[^\n]{{0,60}}?\((?P<a>{_AGENCIES})\)\s*[-–—:]"),
    _line("agency line", "(", rf"^[^\n]{{0,60}}?\({_NAMED}\)\s*[-–—:]"),
    _line("agency line", "(", rf"\((?P<a>{_AGENCIES})\)\s*$"),
    _line(
        "credit line",
        "Source Via By From Credit",
        rf"^(?:Source|Via|By|From|Credit)[:\s]\s?{_NAMED}\.?\s*$",
    ),
    _sign(
        "reported by",
        "reported published revealed broken disclosed",
        rf"\b(?:reported|published|revealed|broken|disclosed)\s(?:\w+\s)?(?:by|in)\s{_NAMED}",
        "begins",
    ),
    _sign(
        "according to",
        "According according Citing citing Cited cited Quoting quoting",
        r"\b(?:[Aa]ccording\sto|[Cc]iting|[Cc]ited\sby|[Qq]uoting)"
        rf"\s(?:an?\s(?:\w+\s)?(?:by|in|from)\s)?{_NAMED}",
        "begins",
    ),
    _sign(
        "a report by",
        "report story article investigation account",
        rf"\b(?:report|story|article|investigation|account)\s(?:by|in|from)\s{_NAMED}",
        "begins",
    ),
    _sign(
        "told",
        "told tells interview speaking",
        rf"\b(?:told|tells|(?:interview|speaking)\s(?:with|to))\s{_NAMED}",
        "begins",
    ),
    _sign("reported", "report revealed wrote writes", rf"{_NAMED}\s{_REPORTED}\b", "ends"),
)
_AGENCY = re.compile(rf"^(?:{_AGENCIES})$")
_OUTLET_LIKE = re.compile(rf"\b{_KIND}\b")
_PROPER = re.compile(rf"\b{_WORD}(?:\s(?:&\s)?{_WORD}){{0,4}}")
_BESIDE = re.compile(
    r"\b(?:report\w*|confirm\w*|according|wrote|writes|publish\w*|told|cit(?:es|ed|ing)|quot\w*"
    r"|reveal\w*|seen by|obtained by|details|selon|d'apres|d'après|affirme|rapporte|écrit"
    r"|laut|berichte\w*|zufolge|según|informó|secondo|riporta|volgens|meldt|enligt)\b"
)
_TRACKING = re.compile(r"^(?:utm_\w+|fbclid|gclid|ref|source|src|share)$")


LONG = 4  # letters: shorter words do not tell what a sentence is about
AROUND = 240  # code points of a sentence that are shown on either side
BEFORE, AFTER = 240, 24  # code points around a word in which a sign of credit lies
ABOUT = 3  # words, or names and numbers, that two texts about one thing share


@dataclass(frozen=True, slots=True)
class Credit:
    """A text names an outlet as where it has something from."""

    rule: str
    name: str
    words: str  # the sentence, or the line

    def evidence(self, *, captured: bool) -> Evidence:
        """Return the credit as evidence; ``captured`` says whether the credited text is."""
        missing = "" if captured else " No captured text is that one."
        return Evidence(
            rule=self.rule,
            sentence=f"The text names {self.name} as where it has this from.{missing}",
            downstream_words=self.words,
        )


def find_credits(reading: Reading, outlets: frozenset[str]) -> Iterator[Credit]:
    """Yield the credits of a text; ``outlets`` are the folded names of captured outlets."""
    text = reading.text
    own = outlet_key(text.outlet or "")
    seen: set[str] = set()
    bylines = [(author, "byline", author, -1) for author in text.authors]
    found = [
        (match["a"], sign.rule, _sentence(text.text, match.start("a")), match.start("a"))
        for sign in _SIGNS
        for match in _matches(text.text, sign)
    ]
    if _names_one(reading, outlets, own):
        found.extend(_mentioned(text, outlets))
    for name, rule, shown, _ in bylines + sorted(found, key=lambda f: f[3]):
        known = _outlet(name, outlets)
        if known is None or outlet_key(known) in seen | {own}:
            continue
        seen.add(outlet_key(known))
        yield Credit(rule, known, shown)


def _matches(text: str, sign: _Sign) -> Iterator[re.Match[str]]:
    """Yield the matches of a sign; to look for its words first costs a hundredth of a search."""
    for word in sign.words:
        at = text.find(word)
        if at >= 0 and sign.where == "anywhere":
            yield from sign.pattern.finditer(text)
            return
        while at >= 0:
            if sign.where == "ends":
                yield from sign.pattern.finditer(text, max(0, at - BEFORE), at + AFTER)
            elif match := sign.pattern.match(text, at):
                yield match
            at = text.find(word, at + len(word))


def _names_one(reading: Reading, outlets: frozenset[str], own: str) -> bool:
    """Return whether all words of another outlet's name stand somewhere in a text."""
    said = reading.vocabulary
    return any(
        all(word in said or f"{word}'s" in said for word in outlet.split())
        for outlet in outlets
        if outlet != own
    )


def _mentioned(text: Text, outlets: frozenset[str]) -> Iterator[tuple[str, str, str, int]]:
    """Yield captured outlets that a sentence names beside a word of reporting, in any language."""
    for found in _PROPER.finditer(text.text):
        name = _outlet(found.group(), outlets)
        if name is not None and outlet_key(name) in outlets:
            shown = _sentence(text.text, found.start())
            if _BESIDE.search(fold(shown)):
                yield name, "named as source", shown, found.start()


@lru_cache(maxsize=1 << 14)  # texts name the same few again and again
def _outlet(name: str, outlets: frozenset[str]) -> str | None:
    bare = re.sub(r"['’]s$", "", name.strip(" .,-"))
    parts = bare.split()
    for count in range(len(parts), 0, -1):  # "Harbour Times Monday" holds "Harbour Times"
        head = " ".join(parts[:count])
        if outlet_key(head) in outlets or _AGENCY.match(head):
            return head
    return bare if len(parts) > 1 and _OUTLET_LIKE.search(bare) else None


@lru_cache(maxsize=1 << 14)
def outlet_key(name: str) -> str:
    """Return the name of an outlet in the form in which names are compared."""
    words = WORD.findall(fold(name))
    return " ".join(words[1:] if words[:1] == ["the"] else words)


def address_key(uri: str) -> str:
    """Return an address without what does not change where it leads."""
    parts = urlsplit(uri.strip())
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return uri
    host = parts.netloc.lower().removeprefix("www.")
    kept = [(k, v) for k, v in parse_qsl(parts.query) if not _TRACKING.match(k)]
    query = "?" + urlencode(sorted(kept)) if kept else ""
    return host + (parts.path.rstrip("/") or "/") + query


def _sentence(text: str, at: int) -> str:
    low, high = max(0, at - AROUND), min(len(text), at + AROUND)
    start = max(text.rfind("\n", low, at), text.rfind(". ", low, at) + 1, low)
    ends = [end for end in (text.find("\n", at, high), text.find(". ", at, high)) if end >= 0]
    return text[start : min([*ends, high])].strip()


def is_about(one: Reading, other: Reading) -> bool:
    """Return whether two texts share names and numbers enough to be about one thing."""
    return len(one.places.keys() & other.places.keys()) >= ABOUT


def credited(credit: Credit, reading: Reading, known: Iterable[Reading]) -> Reading | None:
    """Return the captured text that a credit speaks of, or None where none is about the same."""
    sought = {word for word in WORD.findall(fold(credit.words)) if len(word) > LONG}
    sought -= set(outlet_key(credit.name).split())
    best: tuple[int, Reading] | None = None
    for other in known:
        if other is reading:
            continue
        marks = len(reading.places.keys() & other.places.keys())
        said = len(sought & other.vocabulary)
        about = marks >= ABOUT or (said >= ABOUT and 2 * said >= len(sought))
        if about and (best is None or marks + said > best[0]):
            best = (marks + said, other)
    return best[1] if best else None


def linked(text: Text, link: Hyperlink) -> Evidence:
    """Return a hyperlink as evidence, with the sentence it stands in."""
    return Evidence(
        rule="hyperlink",
        sentence=f"The text links to {link.uri}.",
        downstream_words=_sentence(text.text, link.start or 0),
    )
