"""Where what is ascribed ends: with its clause.

That is at a semicolon or a dash, at a new clause with "but" or "while", or at the next cue of the
same subject: "said so and warned that". Each look is bounded.
"""

from provenance.attribution import words as w
from provenance.attribution.contents import WIDE, follows
from provenance.attribution.cues import VERBS, Form, Frame
from provenance.attribution.grammar import AUXILIARIES, adverb
from provenance.attribution.units import Unit, word_set

_TURNS = word_set("but while although though whereas even")
_NEAR = 9  # words from ", and" to the next cue
_PAUSES = frozenset((".", ",", ";", ":", "that", "\u201c"))
_CUTS = frozenset((".", ";", "\u2014", "\u2013", ")", ",", "and", "but"))
_TIMES = word_set("during monday tuesday wednesday thursday friday saturday sunday")


def end_of(unit: Unit, begin: int, form: Form, *, short: bool = False) -> int:
    """Return where the content ends that begins at a word."""
    low = unit.low
    limit = min(len(low), begin + WIDE)
    at = begin
    while at < limit and not _ends_here(unit, begin, at, form, short=short):
        at += 1
    while at > begin and low[at - 1] in (".", ",", "!", "?", ":", "and", "but"):
        at -= 1
    return at


def _ends_here(unit: Unit, begin: int, at: int, form: Form, *, short: bool) -> bool:
    """Whether a content goes no further than this word."""
    low = unit.low
    word = low[at]
    if at == begin or (word not in _CUTS and not (short and word in _TIMES)):
        return word == ";"
    if word in _TIMES:
        return low[at - 1] != "and"
    if word == ")":
        return "(" not in low[max(begin, at - WIDE) : at]
    if word == ",":
        return at + 2 < len(low) and (short or _breaks(unit, at + 1, form))
    if word in ("and", "but"):
        return at > begin + 1 and _next_cue(unit, at + 1, form)
    return True  # a full stop, a dash


def _breaks(unit: Unit, at: int, form: Form) -> bool:
    """Whether a comma before this word ends a content."""
    word = unit.low[at]
    if word in _TURNS:
        return word != "even" or unit.low[at + 1] in ("as", "though")
    if word == "according":
        return True
    verb = VERBS.get(word)
    if verb is not None and verb.form is Form.ING and Frame.ANYTHING in verb.frames:
        return True
    return word == "and" and (_next_cue(unit, at + 1, form) or _others_say(unit, at + 1))


def _others_say(unit: Unit, at: int) -> bool:
    """Whether somebody else says something after ", and": ", and other crews said"."""
    for later in range(at + 1, min(len(unit.low), at + _NEAR)):
        if unit.low[later] in w.PLAIN_SPEECH:
            return True
        if unit.low[later] in _PAUSES or unit.low[later] in AUXILIARIES:
            return False
    return False


def _next_cue(unit: Unit, at: int, form: Form) -> bool:
    """Whether a cue in the same form follows "and": "said so and warned that"."""
    low = unit.low
    while at < len(low) and (adverb(low[at]) or low[at] in ("has", "have", "had")):
        at += 1
    verb = VERBS.get(low[at]) if at < len(low) else None
    return verb is not None and verb.form is form and follows(unit, at, verb) is not None
