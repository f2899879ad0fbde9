"""What is ascribed: the words that follow a cue, or that go before it.

After a cue stands a clause, a quotation, an infinitive or an object, perhaps after words of place
and time; where it ends is told by ``ends``. Before a cue, what is ascribed runs from the
beginning of the sentence to the comma or the closing mark. Each look is bounded.
"""

from typing import NamedTuple

from provenance.attribution import words as w
from provenance.attribution.cues import VERBS, Frame, Verb
from provenance.attribution.grammar import (
    AUXILIARIES,
    DAYS,
    DETERMINERS,
    JOINERS,
    PREPOSITIONS,
    PRONOUNS,
    adverb,
    finite,
    head_end,
)
from provenance.attribution.units import QUOTE, Unit, word_set

WIDE = 160  # words that one content may hold outside of quotations
_SETTING = 18  # words of "in a statement on Friday"
_WH = word_set("that how why what whether if where when who which")
_ABOUT = word_set("about of on for against over with to as at from in into")
_ENDS = frozenset((".", ";", "!", "?", ")", "]"))
_TOLD = frozenset(("that", "to", ":", QUOTE, "whether", "how", "why", "what", "if", "about"))
_WHEN = ("who", "which", "when", "where", "if")
_NOTHING = frozenset((*_ENDS, ",", "and", "or", "-", "\u2014", "\u2013", "(", "'"))
_PAUSES = frozenset((",", ".", ";", ":", "\u2014", "\u2013", "-", QUOTE))
_SUBJECTS = word_set("i you he she it we they there")
_PLACING = word_set("in on at during to from through via of about for with by")


class After(NamedTuple):
    """What follows a cue: where the cue ends, and where its content begins."""

    cue_end: int
    begin: int
    frame: str  # clause, quote, infinitive, preposition, object


def follows(unit: Unit, at: int, verb: Verb) -> After | None:
    """Return what follows a verb where that is something that it takes, or None."""
    low = unit.low
    begin = at + 1
    n = len(low)
    if low[begin : begin + 1] == ["out"] and low[begin + 1 : begin + 2] in (["that"], [":"]):
        begin += 1  # "tweeted out that"
    if begin < n and low[begin] in verb.prepositions:
        inner = begin + 1
        if inner < n and low[inner] in verb.prepositions:
            inner += 1
        if inner < n and low[inner] not in _ENDS:
            return After(inner, inner, "preposition")
        return None
    settled = _past_setting(unit, begin)
    if verb.told:
        receiver = _past_receiver(unit, begin)
        if receiver is not None and low[receiver : receiver + 1] == ["to"]:
            return After(begin, begin, "infinitive")  # "asked | the board to step in"
        if receiver is not None:
            return _sign(unit, receiver, verb, begin)
    return _sign(unit, settled, verb, begin)


def _sign(unit: Unit, at: int, verb: Verb, cue_end: int) -> After | None:
    """Return what begins at a word, where it is something that the verb takes."""
    low = unit.low
    if at >= len(low):
        return None
    word = low[at]
    more = at + 1 < len(low)
    speaks = Frame.ANYTHING in verb.frames or Frame.CLAUSE in verb.frames
    if not verb.frames or (at > cue_end and not speaks):
        return None
    if word == "," and more and low[at + 1] == QUOTE:
        return After(cue_end, at + 1, "quote")
    if word == QUOTE or (word == ":" and more):
        return After(cue_end, at + (word == ":"), "quote")
    frame = _frame(unit, at, verb, near=at == cue_end)
    return After(cue_end, at, frame) if frame else None


def _frame(unit: Unit, at: int, verb: Verb, *, near: bool) -> str:
    """Return as what a verb takes the words that follow, or nothing."""
    word = unit.low[at]
    anything = Frame.ANYTHING in verb.frames
    if word in _WH:
        whole = anything or (Frame.CLAUSE in verb.frames or Frame.OBJECT in verb.frames)
        plain = anything or near or word not in _WHEN
        return "clause" if whole and plain else ""
    if word == "to":
        return "infinitive" if anything or Frame.INFINITIVE in verb.frames else ""
    if word in _NOTHING:
        return ""
    if anything or Frame.OBJECT in verb.frames:
        return _object(unit, at, verb)
    clause = Frame.CLAUSE in verb.frames and near and _clause_begins(unit, at)
    return "clause" if clause else ""


def _object(unit: Unit, at: int, verb: Verb) -> str:
    word = unit.low[at]
    if word in JOINERS and word not in ("as", "like"):
        return ""
    if word in PREPOSITIONS and _stands_apart(verb, word):
        return ""
    return "clause" if Frame.ANYTHING in verb.frames and _states(unit, at) else "object"


def _stands_apart(verb: Verb, preposition: str) -> bool:
    """Whether a preposition after a verb begins no content."""
    if verb.base == "say":
        return preposition in _PLACING
    return preposition not in _ABOUT or Frame.ANYTHING not in verb.frames


def _states(unit: Unit, at: int) -> bool:
    """Whether a subject with its verb follows: "said | the dam was old"."""
    low = unit.low
    if low[at] in _SUBJECTS:
        return True
    for later in range(at + 1, min(len(low), at + 12)):
        if low[later] in _PAUSES or low[later] in ("who", "which", "that", "as"):
            return False
        if low[later] in AUXILIARIES:
            return True
    return False


def shown(unit: Unit, at: int, subject: tuple[int, int]) -> After | None:
    """Return what a paper or a result shows: any object will do."""
    low = unit.low
    head = low[head_end(unit, *subject) - 1]
    begin = at + 1
    if head not in w.DOCUMENTS or begin >= len(low) or low[begin] in _ENDS:
        return None
    if low[begin] in PREPOSITIONS or low[begin] in (",", "and"):
        return None
    return After(begin, begin, "clause")


def _clause_begins(unit: Unit, at: int) -> bool:
    """Whether a subject and its verb stand at a word, with no "that" before them."""
    low = unit.low
    if low[at] in PREPOSITIONS or low[at] in AUXILIARIES:
        return False
    for later in range(at + 1, min(len(low), at + 8)):
        if low[later] in _PAUSES or low[later] in ("and", "to", "who", "which", "that"):
            return False
        if low[later] in AUXILIARIES:
            return True
    return False


def _past_setting(unit: Unit, at: int) -> int:
    """Return the first word after "on Friday", "in a statement", "again"."""
    low = unit.low
    limit = min(len(low), at + _SETTING)
    while at < limit:
        word = low[at]
        if word in DAYS or (adverb(word) and word not in ("more", "less", "most", "all", "both")):
            at += 1
        elif (
            word in ("on", "last", "this", "late", "early")
            and at + 1 < limit
            and low[at + 1] in DAYS
        ):
            at += 2
        elif word in (
            "in",
            "on",
            "during",
            "at",
            "to",
            "via",
            "after",
            "from",
            "through",
            "before",
        ):
            if word == "to" and not noun_follows(unit, at + 1):
                return at
            there = _clause_after_setting(unit, at, limit)
            if there is None:
                return at
            at = there
            break
        else:
            break
    return at


def noun_follows(unit: Unit, at: int) -> bool:
    """Whether a noun follows "to" and not a verb: "to reporters", "to the board"."""
    if at >= len(unit.low):
        return False
    word = unit.low[at]
    return word in DETERMINERS or unit.capital[at] or word in PRONOUNS or word.endswith("s")


def _clause_after_setting(unit: Unit, at: int, limit: int) -> int | None:
    """Return where "that", a colon or a quotation follows words of place and time."""
    low = unit.low
    for later in range(at + 1, limit):
        if low[later] in ("that", ":", QUOTE):
            titled = low[later] == QUOTE and low[later - 1].endswith("'s")
            return None if titled else later
        if low[later] == "," and later + 1 < len(low) and low[later + 1] == QUOTE:
            return later
        if low[later] in AUXILIARIES or low[later] in (".", ";") or low[later] in PRONOUNS:
            return None
    return None


def _past_receiver(unit: Unit, at: int) -> int | None:
    """Return where the content begins after the one spoken to: "told her | that"."""
    low = unit.low
    if at < len(low) and (
        low[at] in PREPOSITIONS or low[at] in _WH or low[at] in (":", QUOTE, ",")
    ):
        return None
    for later in range(at + 1, min(len(low), at + _SETTING)):
        word = low[later]
        if word == "," or word in _ENDS:
            return later if low[later : later + 2] == [",", QUOTE] else None
        if word in _TOLD or word in PRONOUNS or (word == "of" and later <= at + 2):
            return later
        if word in DETERMINERS and later > at + 1 and low[later - 1] not in PREPOSITIONS:
            return later
    return None


def lead(unit: Unit, end: int, *, aside: bool = False) -> tuple[int, int] | None:
    """Return the words before a subject that are its content: "…," she said."""
    low = unit.low
    if end <= 0:
        return None
    last = low[end - 1]
    if last == QUOTE:
        return _from_start(unit, end)
    if last == "," and aside and end > 1 and QUOTE not in unit.low[:end]:
        begin = 1 if unit.low[0] in ("but", "and") else 0
        return (begin, end - 1) if begin < end - 1 else None
    if last in (",", "?", "!", "\u2014", "\u2013") and end >= 2:
        return _from_start(unit, end - 1)
    return None


def _from_start(unit: Unit, end: int) -> tuple[int, int] | None:
    low = unit.low
    begin = max(0, end - WIDE)
    for at in range(end - 1, begin - 1, -1):
        if low[at] in (";", "."):
            begin = at + 1
            break
    while begin < end and low[begin] in ("but", "and", ",", "so", "yet", "-", "\u2014", "*"):
        begin += 1
    if end - begin == 1 and low[begin] == QUOTE:
        return begin, end
    if low[end - 1] == QUOTE and end - begin < 4:
        return begin, end
    return (begin, end) if end - begin >= 3 else None


def has_verb(unit: Unit, begin: int, end: int) -> bool:
    """Whether a stretch holds something that looks like a finite verb."""
    return any(
        unit.low[at] == QUOTE or finite(unit, at) or unit.low[at] in VERBS
        for at in range(begin, end)
    )
