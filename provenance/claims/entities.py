"""Names in a statement: who, which body, where, which event; the rest are names of something.

Spans with capitals are cut into names, which ``nametypes`` types. A first word of a sentence is a
name only where something else says so; a line in capitals shows none but those of the lists. Starts
are exact code points. Which of two bearers of a name is meant is not told.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from provenance.claims import gazetteer as g
from provenance.claims import words as w
from provenance.claims.nametypes import (
    ACRONYM,
    INITIALS,
    SAYS_AFTER,
    UP,
    Known,
    Word,
    phrase_of,
    type_of,
)
from provenance.model import Entity

_ABBREVIATED = "Mr|Mrs|Ms|Dr|Prof|Gen|Col|Maj|Capt|Lt|Sgt|Sen|Rep|Gov|Rev|St|Jr|Sr|Adm|Hon|Mt"
_TOKEN = (
    rf"(?:(?:{_ABBREVIATED})\.|[{UP}]\.(?:-?[{UP}]\.){{0,5}}"
    rf"|[{UP}](?:\w|['\u2019](?!s\b)\w|[&.-](?=[\w])){{0,40}}"
    rf"|(?:al|el|an|as|ar|ad|ul|d|l)[-'\u2019][{UP}]\w{{0,30}})"
)
_RUN = re.compile(
    rf"(?<![\w@#/.'\u2019-]){_TOKEN}(?: (?:(?:{'|'.join(g.PARTICLES)}|&) ){{0,2}}{_TOKEN}){{0,9}}"
)
_PIECE = re.compile(r"[^ ]+")
_JOIN = re.compile(r" (?:of|for|on) (?:the )?| and ")
_FULL_NAME = re.compile(rf"(?<![\w.-])([{UP}]\w{{1,20}}) (?:[{UP}]\. )?([{UP}]\w{{2,20}})(?![\w-])")
_TITLED = re.compile(
    rf"\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Sen|Gov|President|Minister|Mayor|General|Judge|Senator)\.? "
    rf"(?:[{UP}][\w.-]{{1,20}} ){{0,2}}([{UP}]\w{{2,20}})"
)
_MID = re.compile(rf"(?<=[a-z,] )[{UP}]\w{{2,30}}")
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
_SMALL = re.compile(r"[a-z]{3}")
_HEAD = 60  # code points of a line by which it shows whether it is in capitals
_CASED = 5  # words with which a line shows whether it is a headline
_TOO_MANY = 70  # percent of capitals among the long words of a headline


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


@lru_cache(maxsize=2)  # the statements of one text are read one after the other
def _known(text: str) -> Known:
    surnames = {match[2] for match in _FULL_NAME.finditer(text) if match[1].lower() in g.GIVEN}
    surnames.update(match[1] for match in _TITLED.finditer(text))
    listed = {each for each in surnames if each.lower() in g.PLACES | g.ORGANISED | g.TITLES}
    inside = {match.group() for match in _MID.finditer(text)}
    return Known(frozenset(surnames - listed), frozenset(inside))


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
        Word(match.group().strip(".,;:!?\"'()\u201c\u201d\u2019"), match.start(), "")
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


def _runs(text: str, start: int, end: int) -> list[list[Word]]:
    """Return the spans with capitals of a passage as words; "Bank of Norway" is one span."""
    runs: list[list[Word]] = []
    for match in _RUN.finditer(text, start, end):
        whole, at = match.group(), match.start()
        if whole in _NEVER:
            continue
        words = []
        for piece in whole.split(" "):
            words.append(Word(piece, at, piece.lower().rstrip(".")))
            at += len(piece) + 1
        if runs and _joins(runs[-1], text[runs[-1][-1].end : match.start()], words):
            between = _PIECE.finditer(text, runs[-1][-1].end, match.start())
            runs[-1] += [Word(e.group(), e.start(), e.group()) for e in between] + words
        else:
            runs.append(words)
    return runs


def _joins(before: list[Word], between: str, after: list[Word]) -> bool:
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


def _parted(run: list[Word], text: str, begin: int, known: Known) -> list[tuple[list[Word], bool]]:
    """Return the names of a span, each with whether a title stands before it."""
    parts: list[list[Word]] = [[]]
    for at, word in enumerate(run):
        alone = word.low in _BREAKS and word.text[0].isupper() and not ACRONYM.match(word.text)
        hague = word.low == "the" and run[at + 1 : at + 2] and run[at + 1].low == "hague"
        if word.low in g.DAYS_AND_MONTHS or word.low in g.NO_NAMES or (alone and not hague):
            parts.append([])
        else:
            parts[-1].append(word)
    if parts[0] and parts[0][0] is run[0] and _is_opening(run[0], text, begin, known):
        parts[0] = _without_opening(parts[0], text, known)
    named: list[tuple[list[Word], bool]] = []
    for part in parts:
        named += _around_title(part)
    return named


def _is_opening(word: Word, text: str, begin: int, known: Known) -> bool:
    """Whether a word has a capital for standing first in a sentence or a quotation."""
    if word.start == begin:
        return True
    before = text[max(0, word.start - 3) : word.start].rstrip()
    return before[-1:] in '"\u201c\u2018:.!?(\u2014' and word.text not in known.inside


def _without_opening(part: list[Word], text: str, known: Known) -> list[Word]:
    """Return a name without the word that only opens the sentence."""
    first = part[0]
    if _stands(first, known) or phrase_of(part) in g.PLACES:
        return part
    if len(part) > 1:
        plain = (
            first.low in w.VERBS or first.low in w.EVALUATIVE or first.low.endswith(("ly", "ing"))
        )
        return part[1:] if plain and first.low not in g.ORGANISED else part
    return part if SAYS_AFTER.match(text, first.end) and not first.low.endswith("s") else []


def _stands(word: Word, known: Known) -> bool:
    """Whether a word is a name wherever it stands."""
    return (
        word.text in known.surnames
        or word.text in known.inside
        or word.low in g.PLACES
        or word.low in g.GIVEN
        or word.low in g.ORGANISATIONS
        or word.low in g.PEOPLES
        or bool(ACRONYM.match(word.text) or INITIALS.match(word.text))
    )


def _around_title(part: list[Word]) -> list[tuple[list[Word], bool]]:
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
    text: str, words: list[Word], titled: bool, found: Sequence[Entity], known: Known
) -> Entity | None:
    start, end = words[0].start, words[-1].end
    name = text[start:end]
    if (
        name.endswith(".")
        and not INITIALS.match(words[-1].text)
        and words[-1].low not in ("jr", "sr")
    ):
        name = name[:-1]
    end = start + len(name)
    if len(words) == 1 and words[0].low in g.TITLES | g.TITLE_PARTS:
        return None
    before = text[max(0, start - 24) : start].rstrip('"\u201c( ').rpartition(" ")[2].lower()
    return Entity(
        words=name,
        type=type_of(text, words, (titled, before), found, known),
        start=start,
    )
