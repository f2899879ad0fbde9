"""A verb where it stands, and what it ascribes: what follows it, or what goes before its subject.

"Roe said the dam leaks", "the dam leaks, Roe said", "…, Roe told the Courier". A participle beside
another cue has its own content after it: "…, she said, adding that".
"""

from typing import NamedTuple

from provenance.attribution import grammar as g
from provenance.attribution import words as w
from provenance.attribution.bounds import Piece, Words, piece
from provenance.attribution.contents import After, has_verb, lead
from provenance.attribution.cues import VERBS, Form, Frame, Kind, Verb
from provenance.attribution.ends import end_of
from provenance.attribution.rightward import after as past_noun
from provenance.attribution.turned import rest
from provenance.attribution.units import QUOTE, Unit, word_set

_HOLDS = (Kind.SPEECH, Kind.BELIEF, Kind.EVIDENCE)

GERUND = word_set("while by without when after before from of for in about")
SUBORDINATE = word_set(
    "when after as while if although though because since before until once even"
)
JOINED = (",", "and", "\u2014", "\u2013", QUOTE, *GERUND)


class Place(NamedTuple):
    """A verb where it stands."""

    unit: Unit
    at: int
    verb: Verb
    begin: int  # of its verb group
    helpers: list[str]
    left: str  # the word before its group

    @property
    def right(self) -> str:
        """The word after the verb."""
        low = self.unit.low
        return low[self.at + 1] if self.at + 1 < len(low) else ""

    @property
    def participle(self) -> bool:
        """Whether the verb is a participle beside another verb: "…, adding that"."""
        return self.verb.form is Form.ING and g.BE.isdisjoint(self.helpers)


def content_of(place: Place, subject: Words, after: After | None) -> list[Piece]:
    """Return the pieces of what a verb with a subject before it ascribes."""
    unit, at, form = place.unit, place.at, place.verb.form
    aside = place.right == "," and Frame.ANYTHING in place.verb.frames  # "Roe, she says, left"
    before = lead(unit, subject[0], aside=aside) if subject[1] <= at else None
    own = place.participle and (after is not None or place.left not in JOINED)
    if before is not None and not own and _said_before(place, before, after):
        return [piece(unit, *before), *_and_after(place, before, after)]
    if after is None:
        return []
    first = unit.low[0] in SUBORDINATE and "," not in unit.low[:at]  # "When X said so, …"
    first = first or subject[0] > at
    short = first or after.frame in ("object", "preposition")
    end = end_of(unit, after.begin, form, short=short)
    if place.left in ("who", "which", "that") and after.frame != "clause":
        end = _main_verb(unit, after.begin, end)
    return [piece(unit, after.begin, end)] if end > after.begin else []


def _main_verb(unit: Unit, begin: int, end: int) -> int:
    """Return where the clause goes on of which "who …" is a part: "who left it | said so"."""
    low = unit.low
    for at in range(begin + 1, end):
        if low[at] in w.PLAIN_SPEECH and low[at - 1] not in g.PRONOUNS and not unit.capital[at - 1]:
            return at
    return end


def _and_after(place: Place, before: Words, after: After | None) -> list[Piece]:
    """Return what goes on after a verb that speaks of what stands before it."""
    unit, at, form = place.unit, place.at, place.verb.form
    if after is not None and after.frame == "quote":
        return [piece(unit, after.begin, end_of(unit, after.begin, form))]
    if unit.low[before[1] - 1] != QUOTE and place.right == ",":
        end = end_of(unit, at + 2, form)
        return [piece(unit, at + 2, end)] if end > at + 2 else []
    return rest(unit, at + 1)


def _said_before(place: Place, before: Words, after: After | None) -> bool:
    """Whether a verb speaks of what stands before its subject."""
    unit, verb, right = place.unit, place.verb, place.right
    anything = Frame.ANYTHING in verb.frames
    pointed = not verb.frames and right == "out"  # "…, she pointed out"
    if unit.low[before[1] - 1] == QUOTE:
        return pointed or anything or (bool(verb.frames) and verb.kind is Kind.SPEECH)
    if after is not None:
        told = verb.told and after.frame == "object" and _only_told(unit, after.begin)
        return told and has_verb(unit, *before)
    if verb.kind not in _HOLDS or (not anything and _leads_in(unit, before[0])):
        return False
    clause = Frame.CLAUSE in verb.frames
    if right == ",":
        return anything or clause
    settled = not right.isalnum() or (_settles(right) and (anything or right != "to"))
    return settled and (clause or ((anything or pointed) and has_verb(unit, *before)))


def _leads_in(unit: Unit, at: int) -> bool:
    """Whether a clause says when, or in answer to what: "While it rains, …", "Told so, …"."""
    told = VERBS.get(unit.low[at])
    return unit.low[at] in SUBORDINATE or (told is not None and told.form is Form.PAST)


def _only_told(unit: Unit, begin: int) -> bool:
    """Whether nothing but the one spoken to follows: "…, Roe told the Courier on Monday"."""
    low = unit.low
    end = past_noun(unit, begin)
    return end > begin and (end >= len(low) or low[end] in (".", ",", ";") or _settles(low[end]))


def _settles(word: str) -> bool:
    """Whether words of time, place or manner begin: "…, she said last week"."""
    timed = word in g.DAYS or word in ("last", "this", "late", "early", "earlier")
    return timed or word in g.PREPOSITIONS or g.adverb(word)
