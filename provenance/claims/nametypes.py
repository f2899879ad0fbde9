"""What a name names, by the first sign of a table: person, body, place, event or something else.

Acronyms tied to a name, titles, lists and endings (``gazetteer``), given names, the words beside
it, in this order. Whether a thing of that name exists is not looked up.
"""

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from provenance.claims import gazetteer as g
from provenance.claims import words as w
from provenance.model import Entity

Type = Literal["person", "organisation", "place", "event", "other"]
UP = (
    "A-Z\u00c0-\u00d6\u00d8-\u00de\u0100\u0106\u010c\u010e\u0110\u0112\u0116\u0118\u011e\u0130\u0141"
    "\u0143\u0147\u014c\u0150\u0152\u0158\u015a\u015e\u0160\u016a\u016e\u0170\u0179\u017b\u017d"
)
"""Capitals of languages in Latin letters."""
ACRONYM = re.compile(rf"(?:[{UP}][{UP}0-9&-]{{1,7}}|(?:[{UP}]\.){{2,6}})s?$")
INITIALS = re.compile(rf"(?:[{UP}]\.-?){{1,3}}$")
SAYS_AFTER = re.compile(
    r",? (?:said|says|told|added|wrote|argued|warned|replied|explained|insisted|who\b)"
)
_AGED = re.compile(r", \d{1,3}[,.]| \(\d{1,3}\)")
_PLACE_BEFORE = w.word_set(
    "in near outside inside across throughout around into northern southern eastern western central"
)
_PLACE_NOUN = w.word_set("town city village port province region district island capital")
_WEAK_BEFORE = w.word_set("at from to off over through toward towards")
_SIDES = w.word_set("north south east west upper lower new")


class Word(NamedTuple):
    """A word of a name where it stands."""

    text: str
    start: int
    low: str

    @property
    def end(self) -> int:
        """Where it ends in the text."""
        return self.start + len(self.text)


class Known(NamedTuple):
    """What the whole text tells of names."""

    surnames: frozenset[str]
    inside: frozenset[str]  # words with a capital inside a sentence


def phrase_of(words: Sequence[Word]) -> str:
    """Return the words of a name in lower case."""
    return " ".join(word.text for word in words).lower()


def type_of(
    text: str,
    words: list[Word],
    beside: tuple[bool, str],
    found: Sequence[Entity],
    known: Known,
) -> Type:
    """Return the type that the first sign of the table gives."""
    titled, before = beside
    return (
        _tied(text, words, found)
        or ("person" if titled and words[0].low not in g.ORGANISED else None)
        or _by_list(words)
        or ("person" if _is_person(text, words, before, known) else None)
        or ("organisation" if len(words) == 1 and ACRONYM.match(words[0].text) else None)
        or ("place" if _stands_as_place(text, words, before) else None)
        or ("person" if len(words) <= 3 and SAYS_AFTER.match(text, words[-1].end) else None)
        or "other"
    )


def _stands_as_place(text: str, words: list[Word], before: str) -> bool:
    """Whether a name stands where a place stands: "near …", "the town of …"."""
    if len(words) > 3:
        return False
    if before == "of":
        noun = text[max(0, words[0].start - 24) : words[0].start].split()[-2:-1]
        return bool(noun) and noun[0].lower() in _PLACE_NOUN
    return before in _PLACE_BEFORE or before in _WEAK_BEFORE


def _tied(text: str, words: list[Word], found: Sequence[Entity]) -> Type | None:
    """Return the type of the name whose initials an acronym in brackets after it gives."""
    if len(words) != 1 or not found or not ACRONYM.match(words[0].text):
        return None
    last = found[-1]
    known = next((each.type for each in found if each.words == words[0].text), None)
    if known is not None or text[last.start + len(last.words) : words[0].start] != " (":
        return known
    initials = "".join(word[0] for word in last.words.split() if word[0].isupper())
    return last.type if initials == words[0].text.replace(".", "") else None


def _by_list(words: list[Word]) -> Type | None:
    """Return the type that lists and endings give a name."""
    phrase = phrase_of(words)
    if phrase.removeprefix("the ") in g.ORGANISATIONS:
        return "organisation"
    if phrase in g.PLACES or phrase.rstrip(".") in g.PLACES or f"{phrase}." in g.PLACES:
        return "place"
    if phrase in g.PEOPLES:
        return "other"
    return _by_ending(words, phrase) if len(words) > 1 else None


def _by_ending(words: list[Word], phrase: str) -> Type | None:
    first, last = words[0].low, words[-1].low
    rest = phrase.partition(" ")[2]
    if last in g.EVENTS or (first in ("battle", "siege") and words[1].text == "of"):
        return "event"
    city = last == "city" and phrase.rpartition(" ")[0] in g.COUNTRIES | g.REGIONS
    if city or last in g.LANDS or first in g.LAND_HEADS or (first in _SIDES and rest in g.PLACES):
        return "place"
    body = first not in g.GIVEN and any(word.low in g.ORGANISED for word in words)
    return "organisation" if body else None


def _is_person(text: str, words: list[Word], before: str, known: Known) -> bool:
    first, last = words[0], words[-1]
    if len(words) == 1:
        return last.text in known.surnames or (first.low in g.GIVEN and before != "the")
    if len(words) > 5 or any(word.text in ("of", "for", "on", "and", "&") for word in words):
        return False
    if first.low in g.PEOPLES and words[1].low in g.GIVEN:
        return True
    if first.low in g.PEOPLES:
        return False
    return (
        first.low in g.GIVEN
        or before in g.ROLES
        or last.low in ("jr", "sr")
        or last.text in known.surnames
        or any(word.text in g.PARTICLES for word in words)
        or any(INITIALS.match(word.text) for word in words[:-1])
        or last.text[:3] in ("al-", "el-")
        or _AGED.match(text, last.end) is not None
    )
