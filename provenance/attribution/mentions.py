"""A noun phrase → the source it speaks of: kind, named or not, and under which name.

A proper name is named; a role, a group or "documents" is not. A document is named by an
owner, a title or a number. A wire agency is an organisation; an outlet is what publishes.
What could not be the source of a statement gives None.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from provenance.attribution import words as w
from provenance.model import SourceType

_LEADING = re.compile(
    r"^(?:(?:but|and|yet|so|while|as|although|though|when|because|that|earlier|later|meanwhile"
    r"|however"
    r"|then|also|still|even|only|both|according to|(?:in|on|by|since) (?:\d{4}|[A-Z][a-z]+day"
    r"|(?:January"
    r"|February|March|April|May|June|July|August|September|October|November|December)(?: \d{4})?)"
    r"|(?:last|this) (?:week|month|year|spring|summer|autumn|fall|winter))\b,?\s+)+",
    re.IGNORECASE,
)
_CORE_END = re.compile(
    r",|\s(?:of|in|on|at|by|for|from|with|to|about|near|inside|outside|behind|into|within|at"
    r"|who|which"
    r"|that|whose|where|familiar|close|involved|based|working|speaking|briefed|seen|obtained"
    r"|published"
    r"|released|dated|during|under|after|before)\s"
)
_DETERMINER = re.compile(
    r"^(?:the|a|an|this|that|these|those|some|several|many|two|three|four|five|six|seven|eight"
    r"|nine|ten"
    r"|multiple|various|numerous|other|another|one|his|her|its|their|our|my|a few|a number of"
    r"|(?:tens of |hundreds of )?(?:dozens|scores|hundreds|thousands|millions) of|most|all"
    r"|(?:at least|more than|nearly|some|about|around|over) [\w,.]+|\d[\d,.]*)\s+",
    re.IGNORECASE,
)
_NAME = (
    r"[A-Z\u00c0-\u00de][\w\u2019'-]*"
    r"(?: (?:[A-Z]\.|de|van|von|der|al|bin|el|la|[A-Z\u00c0-\u00de][\w\u2019'-]*)){0,3}"
)
TITLED = re.compile(rf"(?:^|\s)(?:{'|'.join(sorted(w.PERSONS))}) (?P<name>{_NAME})(?=\s|$)")
_TITLED = re.compile(TITLED.pattern.removesuffix(r"(?=\s|$)") + "$")
_TOKEN = re.compile(r"[^\W_][\w\u2019'.&-]*")
FULL_NAME = re.compile(
    r"\b[A-Z\u00c0-\u00de][a-z\u00df-\u00ff][\w\u2019'-]*(?: [A-Z]\.)?(?: "
    r"[A-Z\u00c0-\u00de][a-z\u00df-\u00ff][\w-]*){1,3}"
)
_POSSESSIVE = re.compile(r"[\u2019']s?\b")
_OURSELVES = re.compile(rf"(?:this|our) (?:{'|'.join(sorted(w.OURSELVES))})\b", re.IGNORECASE)
_PRONOUN_TYPES = (
    dict.fromkeys(w.PRONOUNS, SourceType.PERSON)
    | dict.fromkeys(w.PLURAL_PRONOUNS, SourceType.GROUP)
    | dict.fromkeys(w.THING_PRONOUNS, SourceType.ORGANISATION)
)
_SPEAKER = re.compile(r"(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir)(?: [a-z-]+){1,2}")
_PARTICIPLE = r"[a-z-]+ed|seen|shown|taken|written|drawn|made|sent|held|stolen|left|given|put|kept"
_AGED = re.compile(r"^(?:[Tt]he |[Aa]n? )?\d{1,3}-year-old (?=[A-Z\u00c0-\u00de])")
_VERB_PHRASE = re.compile(r"[a-z]+ed (?:an?|the|his|her|its|their|our|my) ")
_LENGTH = re.compile(r"\d[\d,.]*-[a-z]+")  # "300-page": a size, not a number by which it is known
_CHECKERS = re.compile(r"[A-Za-z][a-z-]*(?: [a-z-]+){0,5}(?<=[a-z]{3})(?<!s)s")
_LONGEST = 18  # words; a longer phrase is no noun phrase


class Mention(NamedTuple):
    """A source as one phrase speaks of it."""

    words: str  # as they stand in the text
    name: str
    named: bool
    type: SourceType
    definite: bool  # "the files": may go back to something named before
    head: str  # the noun itself, lower case


@lru_cache(maxsize=4096)  # a text speaks of the same few sources
def mention(phrase: str) -> Mention | None:
    """Return the source that a noun phrase speaks of, or None where it is none."""
    phrase = _LEADING.sub("", phrase.strip(' ,"\u201c\u201d\u2018\t').removesuffix("."))
    phrase = _AGED.sub("", phrase)
    tokens = _TOKEN.findall(phrase)
    if not tokens or len(tokens) > _LONGEST or _OURSELVES.match(phrase):
        return None
    if _VERB_PHRASE.match(phrase):
        return None
    low = phrase.lower()
    if low in _PRONOUN_TYPES:
        return Mention(phrase, phrase, False, _PRONOUN_TYPES[low], True, low)
    definite = bool(re.match(r"(?:the|this|that|these|those|its|his|her|their)\s", low))
    if titled := _TITLED.search(phrase):
        return _person(phrase, titled["name"])
    stripped = _bare(phrase)
    ending = _CORE_END.search(stripped)
    core = _TOKEN.findall(stripped[: ending.start()] if ending else stripped)
    rest = stripped[ending.start() :] if ending else ""
    made = _participle_at(core)
    if made is not None:
        rest = stripped[stripped.find(core[made]) - 1 :]
        core = core[:made]
    if not core or core[0].lower() in w.NEVER_NAMES:
        return None
    return _of_core(phrase, core, definite=definite, rest=rest)


def _participle_at(core: list[str]) -> int | None:
    """Return where a participle follows a document noun: "photographs | geolocated by"."""
    for index in range(1, len(core)):
        noun, word = core[index - 1].lower(), core[index]
        if (noun in w.DOCUMENTS or noun in w.COLLECTIONS) and re.fullmatch(_PARTICIPLE, word):
            return index
    return None


def _person(phrase: str, name: str) -> Mention:
    return Mention(
        phrase, name, True, SourceType.PERSON, False, name.rsplit(maxsplit=1)[-1].lower()
    )


def speaker(phrase: str) -> Mention | None:
    """Return an unknown source for "the …" before a plain verb of saying."""
    if _SPEAKER.fullmatch(phrase) is None:
        return None
    return Mention(phrase, phrase, False, SourceType.UNKNOWN, False, phrase.rsplit(maxsplit=1)[-1])


def checkers(phrase: str) -> Mention | None:
    """Return an unnamed group for a plural noun that is said to have checked something."""
    phrase = phrase.strip()
    words = phrase.lower().split()
    if _CHECKERS.fullmatch(phrase) is None or words[-1] in w.DOCUMENTS or len(words) > 6:
        return None
    return Mention(phrase, phrase, False, SourceType.GROUP, False, words[-1])


def _bare(phrase: str) -> str:
    for _ in range(3):
        shorter = _DETERMINER.sub("", phrase)
        if shorter == phrase:
            break
        phrase = shorter
    return phrase


def _of_core(phrase: str, core: list[str], *, definite: bool, rest: str) -> Mention | None:
    head = core[-1].lower().rstrip(".")
    collection = head in w.COLLECTIONS and rest.startswith(" of ")
    if collection or (head in w.DOCUMENTS and core[-1][0].islower()) or _numbered(core):
        return _document(phrase, core, definite=definite, rest=rest)
    if head in w.DOCUMENTS and len(core) == 1:
        return _document(phrase, core, definite=definite, rest=rest)
    if head in w.DOCUMENTS and (definite or len(core) > 1) and not _media(core):
        return _document(phrase, core, definite=definite, rest=rest)
    if core[-1][0].islower() or (len(core) == 1 and head in w.GROUPS):
        return _common(phrase, head, definite=definite)
    return _proper(phrase, core, definite=definite)


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


def _common(phrase: str, head: str, *, definite: bool) -> Mention | None:
    if head in w.GROUPS:
        return Mention(phrase, phrase, False, SourceType.GROUP, definite, head)
    if head in w.PERSONS:
        return Mention(phrase, phrase, False, SourceType.PERSON, definite, head)
    if head in w.ORGANISATIONS:
        return Mention(phrase, phrase, False, SourceType.ORGANISATION, definite, head)
    return None


def _proper(phrase: str, core: list[str], *, definite: bool) -> Mention | None:
    start = len(core)
    while start > 0 and (core[start - 1][0].isupper() or core[start - 1][0].isdigit()):
        start -= 1
    name = core[start:]
    if not name or not name[0][0].isalpha() or name[0].lower() in w.NEVER_NAMES:
        return None
    titled = start > 0 and core[start - 1].lower() in w.PERSONS | w.HONORIFICS
    for index in range(len(name) - 1, 0, -1):
        company = name[-1].lower() in w.COMPANY_WORDS | w.ORGANISATIONS
        if name[index - 1].lower().rstrip(".") in w.HONORIFICS and not company:
            name, titled = name[index:], True
            break
    low = [word.lower().rstrip(".").removesuffix("'s").removesuffix("\u2019s") for word in name]
    spoken = " ".join(name)
    if low[-1] in w.PERSONS and not titled and len(name) == 1:
        return _common(phrase, low[-1], definite=definite)
    kind = _proper_type(name, low, titled=titled)
    articled = start == 0 and phrase[:4].lower() == "the "  # "the Blue Cross", never "the Ann Poe"
    if kind is SourceType.PERSON and not titled and (articled or _body(name)):
        kind = SourceType.ORGANISATION
    return Mention(phrase, spoken, True, kind, False, low[-1])


def _body(name: list[str]) -> bool:
    """Whether a word of a name shows a body: an acronym of three letters or more, an ampersand."""
    return any(word.isupper() and len(word) > 2 and word.isalpha() for word in name) and not all(
        word.isupper() for word in name
    )


def _proper_type(name: list[str], low: list[str], *, titled: bool) -> SourceType:
    if low[0] in w.AGENCIES:
        return SourceType.ORGANISATION
    if any(word in w.OUTLET_WORDS for word in (low[-1], low[0])) and not titled:
        return SourceType.OUTLET
    if any(word in w.ORGANISATIONS or word in w.COMPANY_WORDS for word in low):
        return SourceType.ORGANISATION
    if titled:
        return SourceType.PERSON
    acronym = len(name) == 1 and name[0].isupper() and len(name[0]) > 1
    if 2 <= len(name) <= 4 and not acronym:
        return SourceType.PERSON
    return SourceType.ORGANISATION
