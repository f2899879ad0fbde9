"""The core of a noun phrase → the source it names: a document, an office, a role, a proper name.

A proper name is named; a role, a group or "documents" is not. A document is named by an owner, a
title or a number; an office by whose it is. What could not be the source of a statement gives
None.
"""

import re
from typing import NamedTuple

from provenance.attribution import words as w
from provenance.attribution.naming import MANY_OFFICES, OFFICES, PEOPLES, PLACES_FIRST, type_of_name
from provenance.attribution.roles import REIGNING, ROLES
from provenance.model import SourceType

CAPITAL = r"[A-Z\u00c0-\u00de][\w\u2019'.-]*"
_POSSESSIVE = re.compile(r"[\u2019']s?\b")
_LENGTH = re.compile(r"\d[\d,.]*-[a-z]+")  # "300-page": a size, not a number by which it is known
_OF_PLACE = re.compile(rf" of (?:the )?{CAPITAL}(?: (?:and )?{CAPITAL}){{0,4}}(?=$|[,(.]| [a-z])")
_PARTICLE = re.compile(r"(?:al|el|as|ad|an|ar|ash|ul|d|l)[-'\u2019][A-Z]")
_OFFICES = OFFICES | MANY_OFFICES
_TITLES = w.PERSONS | w.HONORIFICS
_BODIES = w.COMPANY_WORDS | w.ORGANISATIONS
_ONE_AMONG = re.compile(r"(?:one|another|each|neither|none) of ", re.IGNORECASE)
_COUNTED = frozenset(("official", "government", "latest", "new", "quarterly", "monthly", "annual"))
_MANY_HEADS = w.GROUPS | w.MANY_BODIES
_ONE_OF = re.compile(r"(?:an?|one|another) ", re.IGNORECASE)


class Mention(NamedTuple):
    """A source as one phrase speaks of it."""

    words: str  # as they stand in the text
    name: str
    named: bool
    type: SourceType
    definite: bool  # "the files": may go back to something named before
    head: str  # the noun itself, lower case


def person_called(phrase: str, name: str) -> Mention:
    """Return the person of a name in a phrase."""
    return Mention(
        phrase, name, True, SourceType.PERSON, False, name.rsplit(maxsplit=1)[-1].lower()
    )


def of_core(phrase: str, core: list[str], *, definite: bool, rest: str) -> Mention | None:
    """Return what the words of a core name; ``rest`` is what follows them in the phrase."""
    head = core[-1].lower().rstrip(".")
    if head == "figures" and len(core) > 1 and core[-2].lower() not in _COUNTED:
        return Mention(phrase, phrase, False, SourceType.GROUP, definite, head)
    collection = head in w.COLLECTIONS and rest.startswith(" of ")
    if collection or (head in w.DOCUMENTS and core[-1][0].islower()) or _numbered(core):
        return _document(phrase, core, definite=definite, rest=rest)
    if head in w.DOCUMENTS and len(core) == 1:
        return _document(phrase, core, definite=definite, rest=rest)
    if head in w.DOCUMENTS and (definite or len(core) > 1) and not _media(core):
        return _document(phrase, core, definite=definite, rest=rest)
    if not _is_name(core[-1]) or (len(core) == 1 and head in _MANY_HEADS):
        identified = _identified(phrase, core, rest if definite else "")
        return identified or _common(phrase, head, definite=definite)
    return _proper(phrase, core, definite=definite)


def nameless(words: list[str]) -> bool:
    """Whether no name begins as these words do; after a day only a paper is called."""
    first = words[0].lower()
    paper = len(words) > 1 and first in w.TIME_WORDS and _media(words)  # "the Sunday Courier"
    return first in w.NEVER_NAMES and not paper


def _numbered(core: list[str]) -> bool:
    return core[-1][0].isdigit() and len(core) > 1 and core[0].lower() in w.DOCUMENTS


def _media(core: list[str]) -> bool:
    return core[-1].lower() in w.OUTLET_WORDS and all(word[0].isupper() for word in core)


def _document(phrase: str, core: list[str], *, definite: bool, rest: str) -> Mention | None:
    head = core[-1].lower()
    inner = core[:-1]
    owned = any(_POSSESSIVE.search(word) for word in inner) or bool(
        re.match(
            r" (?:by|from|of) (?:the )?(?:[A-Z]|[a-z]+ (?:ministry|council|government)\b)", rest
        )
        or re.match(r" (?:\w+ed )?by the \w+", rest)
    )
    numbered = any(any(map(str.isdigit, word)) and not _LENGTH.fullmatch(word) for word in core)
    titled = any(
        word[0].isupper() and not word.endswith(w.UNTITLING)
        for word in (core[1:] if phrase.startswith(core[0]) else core)
    )
    if head in w.NOT_SPEAKING and not (
        definite or owned or any(word.lower() in w.LEAKED for word in inner)
    ):
        return None
    named = owned or numbered or titled
    return Mention(phrase, phrase, named, SourceType.DOCUMENT, definite and not named, head)


def _identified(phrase: str, core: list[str], rest: str) -> Mention | None:
    """Return an office that whose it is tells apart: "the Norland government"."""
    head = core[-1].lower()
    if (owner := _OF_PLACE.match(rest)) and head in _OFFICES:
        name = " ".join(core) + owner.group()
        return Mention(phrase, name, True, SourceType.ORGANISATION, False, head)
    whose = [word for word in core[:-1] if word[0].isupper() and word.lower() not in w.NEVER_NAMES]
    at_start = bool(whose) and phrase.startswith(whose[0]) and core[0] == whose[0]
    if head not in _OFFICES or not whose or (at_start and not _whose(whose)):
        return None
    return Mention(phrase, " ".join(core), True, SourceType.ORGANISATION, False, head)


def _whose(words: list[str]) -> bool:
    """Whether the first word of a sentence is a name and not an adjective in capitals."""
    return (
        len(words) > 1 or words[0].endswith(("'s", "\u2019s", *w.UNTITLING)) or (words[0].isupper())
    )


def _common(phrase: str, head: str, *, definite: bool) -> Mention | None:
    singular = head.removesuffix("s")
    if head in _MANY_HEADS or (singular != head and singular in ROLES):
        one = _ONE_AMONG.match(phrase) is not None
        kind = SourceType.PERSON if one else SourceType.GROUP
        return Mention(phrase, phrase, False, kind, definite and not one, head)
    if head in w.PERSONS or head in ROLES:
        return Mention(phrase, phrase, False, SourceType.PERSON, definite, head)
    if head in w.ORGANISATIONS:
        return Mention(phrase, phrase, False, SourceType.ORGANISATION, definite, head)
    return None


def _proper(phrase: str, core: list[str], *, definite: bool) -> Mention | None:
    start = len(core)
    while start > 0 and _is_name(core[start - 1]):
        start -= 1
    whole = core[start:]
    while len(whole) > 1 and whole[-1].lower() in w.TIME_WORDS:
        whole = whole[:-1]
    name = _after_owner(whole)
    if not name or not name[0][0].isalpha() or nameless(name):
        return None
    title = start > 0 and core[start - 1].lower() in _TITLES
    name, titled = _after_title(name, titled=title)
    low = [word.lower().rstrip(".").removesuffix("'s").removesuffix("\u2019s") for word in name]
    whole_phrase = start == 0 and phrase[:4].lower() == "the "
    nobody = _nobody_named(phrase, low, definite=definite, whole=whole_phrase)
    if nobody is not None and not titled:
        return nobody
    # "the Blue Cross", never "the Ann Poe", but "the Courier's Ann Poe"
    articled = whole_phrase and name == whole
    kind = type_of_name(name, low, titled=titled, articled=articled)
    spoken = " ".join(name).removesuffix("'s").removesuffix("\u2019s")
    return Mention(phrase, spoken, True, kind, False, low[-1])


def _after_title(name: list[str], *, titled: bool) -> tuple[list[str], bool]:
    """Return a name without a country or a title before it, and whether a title stands there."""
    if len(name) > 2 and name[0].lower() in PLACES_FIRST:  # "to Norway Ann Roe"
        name = name[1:]
    if name[-1].lower() in _BODIES:
        return name, titled
    for index in range(len(name) - 1, 0, -1):
        if name[index - 1].lower().rstrip(".") in w.HONORIFICS:
            return name[index:], True
    return name, titled


def _nobody_named(phrase: str, low: list[str], *, definite: bool, whole: bool) -> Mention | None:
    """Return a source that words in capitals leave unnamed: a post, a people, a party."""
    last = low[-1]
    if (last in w.PERSONS and len(low) == 1) or (whole and last in REIGNING):
        return _common(phrase, last, definite=definite)  # "the Norland King"
    if last in w.GROUPS or last.endswith(PEOPLES):
        return Mention(phrase, phrase, False, SourceType.GROUP, definite, last)
    if _one_of_many(phrase, last):
        return Mention(phrase, phrase, False, SourceType.PERSON, definite, last)
    return None


def _is_name(word: str) -> bool:
    """Whether a word is written as names are: "Roe", "al-Jubair", "d'Este"."""
    return word[0].isupper() or word[0].isdigit() or _PARTICLE.match(word) is not None


def _one_of_many(phrase: str, last: str) -> bool:
    """Whether somebody is told by a people or a party: "a Norlander", "the Alm Democrat"."""
    party = last.endswith(("crat", "publican"))
    return (party and len(phrase.split()) > 1) or (
        _ONE_OF.match(phrase) is not None and last.endswith(w.UNTITLING)
    )


def _after_owner(name: list[str]) -> list[str]:
    """Return the name after the one whose it is: "the Courier's Ada Example"."""
    for index in range(len(name) - 1, 0, -1):
        if name[index - 1].endswith(("'s", "\u2019s", "s'", "s\u2019")):
            return name[index:]
    return name
