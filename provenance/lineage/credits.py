"""Credit that a text gives: agency lines, "X reported", "first reported by X", links.

A credit names an outlet: one that is captured, a news agency, or a name that is made like an
outlet's ("the Harbour Times"). A ministry that "reported" something is a source, not a credit.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urlsplit

from provenance.lineage.texts import Text
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
    r"|Bugle|Argus|Ledger|Record|Express|Insider|Magazine|Newswire|Online|Globe|Sun|Zeitung|Le Monde)"
)
_NAME = r"(?:[Tt]he\s)?(?P<{0}>[A-Z][\w&'’.-]*(?:\s(?:of\s|de\s|and\s|&\s)?[A-Z][\w&'’.-]*){{0,4}})"
_REPORTED = (
    r"(?:first\s|also\s|has\s|had\s|have\s)?"
    r"(?:reported|reports|revealed|wrote|writes|was\sfirst\sto\sreport|said\sin\sa\sreport)"
)
_PATTERNS = (
    ("agency line", re.compile(rf"^[^\n]{{0,60}}?\((?P<a>{_AGENCIES}|{_NAME.format('b')})\)\s*[-–—:]", re.M)),
    ("agency line", re.compile(rf"\((?P<a>{_AGENCIES})\)\s*$", re.M)),
    ("credit line", re.compile(rf"^(?:Source|Via|By|From|Credit)[:\s]\s?{_NAME.format('a')}\s*$", re.M)),
    ("reported by", re.compile(rf"\b(?:reported|published|revealed|broken|disclosed)\s(?:\w+\s)?(?:by|in)\s{_NAME.format('a')}")),
    ("according to", re.compile(rf"\b(?:[Aa]ccording\sto|[Cc]iting|[Cc]ited\sby|[Qq]uoting)\s(?:a\sreport\s(?:by|in|from)\s)?{_NAME.format('a')}")),
    ("a report by", re.compile(rf"\b(?:report|story|article|investigation|account)\s(?:by|in|from)\s{_NAME.format('a')}")),
    ("told", re.compile(rf"\b(?:told|tells|(?:interview|speaking)\s(?:with|to))\s{_NAME.format('a')}")),
    ("reported", re.compile(rf"{_NAME.format('a')}\s{_REPORTED}\b")),
)  # fmt: skip
_AGENCY = re.compile(rf"^(?:{_AGENCIES})$")
_OUTLET_LIKE = re.compile(rf"\b{_KIND}\b")
_TRACKING = re.compile(r"^(?:utm_\w+|fbclid|gclid|ref|source|src|share)$")


@dataclass(frozen=True, slots=True)
class Credit:
    """A text names an outlet as where it has something from."""

    rule: str
    name: str
    words: str  # the sentence, or the line
    start: int


def credits(text: Text, outlets: frozenset[str]) -> Iterator[Credit]:
    """Yield the credits of a text; ``outlets`` are the folded names of captured outlets."""
    own = outlet_key(text.outlet or "")
    seen: set[str] = set()
    lines = [(author, "byline", author, -1) for author in text.authors]
    found = [
        (match["a"], rule, _sentence(text.text, match.start("a")), match.start("a"))
        for rule, pattern in _PATTERNS
        for match in pattern.finditer(text.text)
    ]
    for name, rule, words, start in lines + sorted(found, key=lambda f: f[3]):
        known = _outlet(name, outlets)
        if known is None or outlet_key(known) in seen | {own}:
            continue
        seen.add(outlet_key(known))
        yield Credit(rule, known, words, start)


def _outlet(name: str, outlets: frozenset[str]) -> str | None:
    bare = re.sub(r"['’]s$", "", name.strip(" .,-"))
    parts = bare.split()
    for count in range(len(parts), 0, -1):  # "Harbour Times Monday" holds "Harbour Times"
        head = " ".join(parts[:count])
        if outlet_key(head) in outlets or _AGENCY.match(head):
            return head
    return bare if len(parts) > 1 and _OUTLET_LIKE.search(bare) else None


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
    start = max(text.rfind("\n", 0, at), text.rfind(". ", 0, at) + 1, at - 240, 0)
    ends = [end for end in (text.find("\n", at), text.find(". ", at)) if end >= 0]
    return text[start : min([*ends, at + 240, len(text)])].strip()
