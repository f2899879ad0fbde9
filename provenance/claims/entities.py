"""Names in a statement: who, which body, where, which event; the rest are names of something.

Spans with capitals are cut into names and typed by a table of signs: titles, given names, endings
of firms and bodies, lists of countries and cities (``gazetteer``), the words beside them. A first
word of a sentence is a name only where something else says so; a line in capitals shows none but
those of the lists. Starts are exact code points. Whether a thing of that name exists is not
looked up, and which of two bearers of a name is meant is not told.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from provenance.claims import gazetteer as g
from provenance.claims import words as w
from provenance.model import Entity

Type = Literal["person", "organisation", "place", "event", "other"]

_UP = (
    "A-Z\u00c0-\u00d6\u00d8-\u00de\u0100\u0106\u010c\u010e\u0110\u0112\u0116\u0118\u011e\u0130\u0141"
    "\u0143\u0147\u014c\u0150\u0152\u0158\u015a\u015e\u0160\u016a\u016e\u0170\u0179\u017b\u017d"
)
"""Capitals of languages in Latin letters."""
_ABBREVIATED = "Mr|Mrs|Ms|Dr|Prof|Gen|Col|Maj|Capt|Lt|Sgt|Sen|Rep|Gov|Rev|St|Jr|Sr|Adm|Hon|Mt"
_TOKEN = (
    rf"(?:(?:{_ABBREVIATED})\.|[{_UP}]\.(?:-?[{_UP}]\.){{0,5}}"
    rf"|[{_UP}](?:\w|['\u2019](?!s\b)\w|[&.-](?=[\w])){{0,40}}"
    rf"|(?:al|el|an|as|ar|ad|ul|d|l)[-'\u2019][{_UP}]\w{{0,30}})"
)
_RUN = re.compile(
    rf"(?<![\w@#/.'\u2019-]){_TOKEN}(?: (?:(?:{'|'.join(g.PARTICLES)}|&) ){{0,2}}{_TOKEN}){{0,9}}"
)
_PIECE = re.compile(r"[^ ]+")
_ACRONYM = re.compile(rf"(?:[{_UP}][{_UP}0-9&-]{{1,7}}|(?:[{_UP}]\.){{2,6}})s?$")
_INITIALS = re.compile(rf"(?:[{_UP}]\.-?){{1,3}}$")
_JOIN = re.compile(r" (?:of|for|on) (?:the )?| and ")
_FULL_NAME = re.compile(
    rf"(?<![\w.-])([{_UP}]\w{{1,20}}) (?:[{_UP}]\. )?([{_UP}]\w{{2,20}})(?![\w-])"
)
_TITLED = re.compile(
    rf"\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Sen|Gov|President|Minister|Mayor|General|Judge|Senator)\.? "
    rf"(?:[{_UP}][\w.-]{{1,20}} ){{0,2}}([{_UP}]\w{{2,20}})"
)
_MID = re.compile(rf"(?<=[a-z,] )[{_UP}]\w{{2,30}}")
_SAYS_AFTER = re.compile(
    r",? (?:said|says|told|added|wrote|argued|warned|replied|explained|insisted|who\b)"
)
_AGED = re.compile(r", \d{1,3}[,.]| \(\d{1,3}\)")
_PLACE_BEFORE = w.word_set(
    "in near outside inside across throughout around into northern southern eastern western central"
)
_PLACE_NOUN = w.word_set("town city village port province region district island capital")
_WEAK_BEFORE = w.word_set("at from to off over through toward towards")
_OF_HEADS = (
    g.ORGANISED
    | g.EVENTS
    | w.word_set(
        "republic kingdom states gulf bay strait sea cape isle isles house chamber state city day "
        "treaty president minister secretary duke prince king queen archbishop bishop faculty "
        "academy order knights sons friends doctors duchess princess"
    )
)
_BREAKS = (
    w.DETERMINERS
    | w.PREPOSITIONS
    | w.SUBORDINATORS
    | w.CONNECTIVES
    | w.PERSONAL
    | (w.AUXILIARIES | w.word_set("if not no yes why how when where only just then now here there"))
)
_NEVER = frozenset(each.capitalize() for each in _BREAKS | g.DAYS_AND_MONTHS | g.NO_NAMES)
_SIDES = w.word_set("north south east west upper lower new")
_SMALL = re.compile(r"[a-z]{3}")
_HEAD = 60  # code points of a line by which it shows whether it is in capitals
_CASED = 5  # words with which a line shows whether it is a headline
_TOO_MANY = 70  # percent of capitals among the long words of a headline


class _Word(NamedTuple):
    text: str
    start: int
    low: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def named_entities(text: str, start: int = 0, end: int | None = None) -> tuple[Entity, ...]:
    """Return the names in a passage of a text, in order; the whole text helps to tell them."""
    end = len(text) if end is None else end
    if _shouted(text[start:end]):
        return tuple(_listed(text, start, end))
    known = _known(text)
    found: list[Entity] = []
    for run in _runs(text, start, end):
        for words, titled in _parted(run, text, start, known):
            entity = _entity(text, words, titled, found, known)
            if entity is not None:
                found.append(entity)
    return tuple(found)


def places(entities: Sequence[Entity]) -> tuple[str, ...]:
    """Return the names of places among the names of a statement, each once."""
    return tuple(dict.fromkeys(each.words for each in entities if each.type == "place"))


# ---- what the whole text tells


class _Known(NamedTuple):
    surnames: frozenset[str]
    inside: frozenset[str]  # words with a capital inside a sentence


@lru_cache(maxsize=2)  # the statements of one text are read one after the other
def _known(text: str) -> _Known:
    surnames = {match[2] for match in _FULL_NAME.finditer(text) if match[1].lower() in g.GIVEN}
    surnames.update(match[1] for match in _TITLED.finditer(text))
    listed = {each for each in surnames if each.lower() in g.PLACES | g.ORGANISED | g.TITLES}
    inside = {match.group() for match in _MID.finditer(text)}
    return _Known(frozenset(surnames - listed), frozenset(inside))


def _shouted(passage: str) -> bool:
    """Whether capitals tell nothing: a line of them, or a headline in which each word has one."""
    if _SMALL.search(passage, 0, _HEAD) is None:
        return True
    if passage.rstrip('"\u201d\u2019) ').endswith((".", "!", "?", ",", ";", ":")):
        return False
    long = [word for word in passage.split() if len(word) > 3 and word[0].isalpha()]
    capital = sum(word[0].isupper() for word in long)
    return len(long) >= _CASED and capital * 100 > _TOO_MANY * len(long)


def _listed(text: str, start: int, end: int) -> list[Entity]:
    """Return the countries and cities of a passage whose capitals tell nothing."""
    words = [
        _Word(match.group().strip(".,;:!?\"'()\u201c\u201d\u2019"), match.start(), "")
        for match in _PIECE.finditer(text, start, end)
    ]
    found: list[Entity] = []
    at = 0
    while at < len(words):
        for size in (3, 2, 1):
            if at + size > len(words):
                continue
            name = text[words[at].start : words[at + size - 1].end]
            if name.lower() in g.PLACES and name[:1].isupper() and len(name) > 3:
                found.append(Entity(words=name, type="place", start=words[at].start))
                at += size - 1
                break
        at += 1
    return found


# ---- cutting spans of capitals into names


def _runs(text: str, start: int, end: int) -> list[list[_Word]]:
    """Return the spans with capitals of a passage as words; "Bank of Norway" is one span."""
    runs: list[list[_Word]] = []
    for match in _RUN.finditer(text, start, end):
        whole, at = match.group(), match.start()
        if whole in _NEVER:
            continue
        words = []
        for piece in whole.split(" "):
            words.append(_Word(piece, at, piece.lower().rstrip(".")))
            at += len(piece) + 1
        if runs and _joins(runs[-1], text[runs[-1][-1].end : match.start()], words):
            between = _PIECE.finditer(text, runs[-1][-1].end, match.start())
            runs[-1] += [_Word(e.group(), e.start(), e.group()) for e in between] + words
        else:
            runs.append(words)
    return runs


def _joins(before: list[_Word], between: str, after: list[_Word]) -> bool:
    """Whether "of", "for" or "and" between two spans is part of one name."""
    if _JOIN.fullmatch(between) is None or after[0].low in g.DAYS_AND_MONTHS or len(before) > 8:
        return False
    if between == " and ":
        heads = [at for at, word in enumerate(before) if word.text in ("of", "for", "on")]
        office = before[heads[0] - 1].low if heads and heads[0] else ""
        return office in ("ministry", "department", "institute", "committee") and len(after) < 3
    head = before[-1].low
    if head in g.TITLES and between.startswith(" of"):
        return head in ("secretary", "duke", "archbishop", "bishop", "prince") and len(before) < 3
    if between.startswith(" of"):
        return head in _OF_HEADS
    return head in g.ORGANISED


def _parted(
    run: list[_Word], text: str, begin: int, known: _Known
) -> list[tuple[list[_Word], bool]]:
    """Return the names of a span, each with whether a title stands before it."""
    parts: list[list[_Word]] = [[]]
    for at, word in enumerate(run):
        alone = word.low in _BREAKS and word.text[0].isupper() and not _ACRONYM.match(word.text)
        hague = word.low == "the" and run[at + 1 : at + 2] and run[at + 1].low == "hague"
        if word.low in g.DAYS_AND_MONTHS or word.low in g.NO_NAMES or (alone and not hague):
            parts.append([])
        else:
            parts[-1].append(word)
    if parts[0] and parts[0][0] is run[0] and _is_opening(run[0], text, begin, known):
        parts[0] = _without_opening(parts[0], text, known)
    named: list[tuple[list[_Word], bool]] = []
    for part in parts:
        named += _around_title(part)
    return named


def _is_opening(word: _Word, text: str, begin: int, known: _Known) -> bool:
    """Whether a word has a capital for standing first in a sentence or a quotation."""
    if word.start == begin:
        return True
    before = text[max(0, word.start - 3) : word.start].rstrip()
    return before[-1:] in '"\u201c\u2018:.!?(\u2014' and word.text not in known.inside


def _without_opening(part: list[_Word], text: str, known: _Known) -> list[_Word]:
    """Return a name without the word that only opens the sentence."""
    first = part[0]
    if _stands(first, known) or _phrase(part) in g.PLACES:
        return part
    if len(part) > 1:
        plain = (
            first.low in w.VERBS or first.low in w.EVALUATIVE or first.low.endswith(("ly", "ing"))
        )
        return part[1:] if plain and first.low not in g.ORGANISED else part
    return part if _SAYS_AFTER.match(text, first.end) and not first.low.endswith("s") else []


def _stands(word: _Word, known: _Known) -> bool:
    """Whether a word is a name wherever it stands."""
    return (
        word.text in known.surnames
        or word.text in known.inside
        or word.low in g.PLACES
        or word.low in g.GIVEN
        or word.low in g.ORGANISATIONS
        or word.low in g.PEOPLES
        or bool(_ACRONYM.match(word.text) or _INITIALS.match(word.text))
    )


def _around_title(part: list[_Word]) -> list[tuple[list[_Word], bool]]:
    """Return what stands before and after the titles of a span: "Norway Prime Minister Berg"."""
    at = [n for n, word in enumerate(part) if word.low in g.TITLES]
    if not at or any(word.low in g.ORGANISED for word in part[at[-1] + 1 :]):
        return [(part, False)] if part else []
    last, first = at[-1], at[0]
    while first and part[first - 1].low in g.TITLE_PARTS:
        first -= 1
    if part[last + 1 : last + 2] and part[last + 1].text == "of":  # "Secretary of State Lind"
        last = min(last + 2, len(part) - 1)
        if last == len(part) - 1:  # "Bishop of Senn"
            return [(words, True) for words in (part[:first], part[first:]) if words]
    after = part[last + 1 :]
    before = part[:first]
    return [(words, titled) for words, titled in ((before, False), (after, True)) if words]


# ---- what kind of name


def _entity(
    text: str, words: list[_Word], titled: bool, found: Sequence[Entity], known: _Known
) -> Entity | None:
    start, end = words[0].start, words[-1].end
    name = text[start:end]
    if (
        name.endswith(".")
        and not _INITIALS.match(words[-1].text)
        and words[-1].low not in ("jr", "sr")
    ):
        name = name[:-1]
    end = start + len(name)
    if len(words) == 1 and words[0].low in g.TITLES | g.TITLE_PARTS:
        return None
    before = text[max(0, start - 24) : start].rstrip('"\u201c( ').rpartition(" ")[2].lower()
    return Entity(
        words=name,
        type=_type(text, words, (titled, before), found, known),
        start=start,
    )


def _phrase(words: Sequence[_Word]) -> str:
    return " ".join(word.text for word in words).lower()


def _type(
    text: str,
    words: list[_Word],
    beside: tuple[bool, str],
    found: Sequence[Entity],
    known: _Known,
) -> Type:
    """Return the type that the first sign of the table gives."""
    titled, before = beside
    return (
        _tied(text, words, found)
        or ("person" if titled and words[0].low not in g.ORGANISED else None)
        or _by_list(words)
        or ("person" if _is_person(text, words, before, known) else None)
        or ("organisation" if len(words) == 1 and _ACRONYM.match(words[0].text) else None)
        or ("place" if _stands_as_place(text, words, before) else None)
        or ("person" if len(words) <= 3 and _SAYS_AFTER.match(text, words[-1].end) else None)
        or "other"
    )


def _stands_as_place(text: str, words: list[_Word], before: str) -> bool:
    """Whether a name stands where a place stands: "near …", "the town of …"."""
    if len(words) > 3:
        return False
    if before == "of":
        noun = text[max(0, words[0].start - 24) : words[0].start].split()[-2:-1]
        return bool(noun) and noun[0].lower() in _PLACE_NOUN
    return before in _PLACE_BEFORE or before in _WEAK_BEFORE


def _tied(text: str, words: list[_Word], found: Sequence[Entity]) -> Type | None:
    """Return the type of the name whose initials an acronym in brackets after it gives."""
    if len(words) != 1 or not found or not _ACRONYM.match(words[0].text):
        return None
    last = found[-1]
    known = next((each.type for each in found if each.words == words[0].text), None)
    if known is not None or text[last.start + len(last.words) : words[0].start] != " (":
        return known
    initials = "".join(word[0] for word in last.words.split() if word[0].isupper())
    return last.type if initials == words[0].text.replace(".", "") else None


def _by_list(words: list[_Word]) -> Type | None:
    """Return the type that lists and endings give a name."""
    phrase = _phrase(words)
    if phrase.removeprefix("the ") in g.ORGANISATIONS:
        return "organisation"
    if phrase in g.PLACES or phrase.rstrip(".") in g.PLACES or f"{phrase}." in g.PLACES:
        return "place"
    if phrase in g.PEOPLES:
        return "other"
    return _by_ending(words, phrase) if len(words) > 1 else None


def _by_ending(words: list[_Word], phrase: str) -> Type | None:
    first, last = words[0].low, words[-1].low
    rest = phrase.partition(" ")[2]
    if last in g.EVENTS or (first in ("battle", "siege") and words[1].text == "of"):
        return "event"
    city = last == "city" and phrase.rpartition(" ")[0] in g.COUNTRIES | g.REGIONS
    if city or last in g.LANDS or first in g.LAND_HEADS or (first in _SIDES and rest in g.PLACES):
        return "place"
    body = first not in g.GIVEN and any(word.low in g.ORGANISED for word in words)
    return "organisation" if body else None


def _is_person(text: str, words: list[_Word], before: str, known: _Known) -> bool:
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
        or any(_INITIALS.match(word.text) for word in words[:-1])
        or last.text[:3] in ("al-", "el-")
        or _AGED.match(text, last.end) is not None
    )
