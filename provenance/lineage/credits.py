"""Credit that a text gives, as evidence: what it declares, and which captured text that is.

What a text says of itself comes in as declared origins (``Text.origins``). Here they are held
against what is captured: an outlet whose name is made like anything else is known only from
there, and which text of an outlet is meant is told by what both share. A credit is tied to no
later text.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import parse_qsl, urlencode, urlsplit

from provenance.lineage.bound import PASSING, binds_all
from provenance.lineage.names import outlet_key
from provenance.lineage.reading import Reading
from provenance.lineage.texts import Text
from provenance.model import DeclaredOrigin, Evidence, Hyperlink
from provenance.text import WORD, fold

__all__ = [
    "ABOUT",
    "IN_SENTENCE",
    "LONG",
    "Credit",
    "address_key",
    "credited",
    "find_credits",
    "is_about",
    "linked",
    "outlet_key",
]
# These are credit whoever is named; a person in a byline or a link gives none.
_CREDIT = frozenset({"wire", "syndication", "first reported by", "hat tip", "credit"})
_WORD = r"(?:(?:[A-Z]\.){1,4}|(?:St|Mt|Ft|Dr)\.|[A-Z](?:[\w&'’-]|\.(?=\w)){0,30})"
_PROPER = re.compile(rf"\b{_WORD}(?:\s(?:&\s)?{_WORD}){{0,4}}")
_BESIDE = re.compile(
    r"\b(?:report\w*|confirm\w*|according|wrote|writes|publish\w*|told|cit(?:es|ed|ing)|quot\w*"
    r"|reveal\w*|disclos\w*|broken by|interview\w*|seen by|obtained by|details|selon|d'apres"
    r"|d'après|affirme|rapporte|écrit"
    r"|laut|berichte\w*|zufolge|según|informó|secondo|riporta|volgens|meldt|enligt)\b"
)
_TRACKING = re.compile(r"^(?:utm_\w+|fbclid|gclid|ref|source|src|share)$")


LONG = 4  # letters: shorter words do not tell what a sentence is about
IN_SENTENCE = "credit in a sentence"
AROUND = 240  # code points of a sentence that are shown on either side
ABOUT = 3  # words, or names and numbers, that two texts about one thing share


@dataclass(frozen=True, slots=True)
class Credit:
    """A text names an outlet as where it has something from."""

    rule: str
    name: str
    words: str  # the sentence, or the line
    whole: bool = True  # whether it binds all of the text, or what that sentence says

    def evidence(self, *, captured: bool) -> Evidence:
        """Return the credit as evidence; ``captured`` says whether the credited text is."""
        missing = "" if captured else " No captured text is that one."
        who = "The text" if self.whole else "One of its sentences"
        return Evidence(
            rule=self.rule if self.whole else IN_SENTENCE,
            sentence=f"{who} credits {self.name}.{missing}",
            downstream_words=self.words,
        )


def find_credits(reading: Reading, outlets: frozenset[str]) -> Iterator[Credit]:
    """Yield the credits of a text; ``outlets`` are the folded names of captured outlets."""
    text = reading.text
    own = outlet_key(text.outlet or "")
    seen: set[str] = set()
    found = list(_declared(text, outlets))
    if _names_one(reading, outlets, own):
        found.extend(_mentioned(text, outlets))
    for name, rule, shown, start in sorted(found, key=lambda f: f[3]):
        key = outlet_key(name)
        if key and key not in seen | {own}:
            seen.add(key)
            whole = any(outlet_key(f[0]) == key and f[1] not in PASSING for f in found)
            whole = whole or start < 0 or binds_all(text, key, start)
            yield Credit(rule, name, shown, whole)


def _declared(text: Text, outlets: frozenset[str]) -> Iterator[tuple[str, str, str, int]]:
    for origin in text.origins:
        name = _captured(origin, outlets)
        if name is None and origin.kind not in _CREDIT:
            continue
        start = origin.span.start if origin.span else -1
        # The line of a dateline goes on with the story; what is meant is in the words.
        shown = _sentence(text.text, origin.span.end - 1) if origin.span else origin.words
        yield name or origin.name, origin.kind, shown, start


def _captured(origin: DeclaredOrigin, outlets: frozenset[str]) -> str | None:
    """Return the name of the captured outlet that an origin stands for, if there is one.

    An agency is declared by its usual name, and may be captured under what the text calls it.
    """
    name = _outlet(origin.name, outlets)
    if name is None and origin.kind == "wire":
        spelt = f" {outlet_key(origin.words)} "
        name = next((each for each in sorted(outlets) if each and f" {each} " in spelt), None)
    return name


def _names_one(reading: Reading, outlets: frozenset[str], own: str) -> bool:
    """Return whether all words of another outlet's name stand somewhere in a text."""
    said = reading.vocabulary
    begun = _by_first_word(outlets)
    if own and "" in outlets:
        return True
    return any(
        outlet != own and all(word in said or f"{word}'s" in said for word in outlet.split())
        for first in begun.keys() & (said | {word.removesuffix("'s") for word in said})
        for outlet in begun[first]
    )


@lru_cache(maxsize=8)
def _by_first_word(outlets: frozenset[str]) -> Mapping[str, Sequence[str]]:
    """Return the outlets whose names begin with a word, for each such word."""
    begun: dict[str, list[str]] = defaultdict(list)
    for outlet in sorted(filter(None, outlets)):
        begun[outlet.split()[0]].append(outlet)
    return begun


def _mentioned(text: Text, outlets: frozenset[str]) -> Iterator[tuple[str, str, str, int]]:
    """Yield captured outlets that a sentence names beside a word of reporting, in any language."""
    for found in _PROPER.finditer(text.text):
        name = _outlet(found.group(), outlets)
        if name is not None:
            shown = _sentence(text.text, found.start())
            if _BESIDE.search(fold(shown)):
                yield name, "named as source", shown, found.start()


@lru_cache(maxsize=1 << 14)  # texts name the same few again and again
def _outlet(name: str, outlets: frozenset[str]) -> str | None:
    """Return the captured outlet with whose name a run of words begins."""
    parts = re.sub(r"['’]s$", "", name.strip(" .,-")).split()
    for count in range(len(parts), 0, -1):  # "Harbour Times Monday" holds "Harbour Times"
        head = " ".join(parts[:count])
        if outlet_key(head) in outlets:
            return head
    return None


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
