"""The noun phrase that begins at a word, with what stands beside it: after "said", "according to".

It ends before a verb, a preposition of time, another noun's article. Each look reads at most a
fixed number of words.
"""

from provenance.attribution import words as w
from provenance.attribution.cues import VERBS, Form
from provenance.attribution.grammar import (
    AUXILIARIES,
    BESIDE,
    DAYS,
    DETERMINERS,
    FAR,
    JOINERS,
    NUMBER,
    PARENTHESIS,
    PREPOSITIONS,
    PRONOUNS,
    STOPS,
    finite,
)
from provenance.attribution.roles import IN_TITLES, ROLES
from provenance.attribution.units import QUOTE, Unit, word_set

_ARTICLES = word_set("the a an")
_SHORT = 4  # words; an age between commas, and then the office


def after(unit: Unit, begin: int, *, strict: bool = False) -> int:
    """Return where the noun phrase ends that begins at a word; the same where there is none.

    Where it is strict, only what stands between two commas belongs to the noun.
    """
    low = unit.low
    at, stop = begin, min(len(low), begin + FAR)
    relative = False
    while at < stop:
        word = low[at]
        if word == "(" and ")" in low[at : at + PARENTHESIS]:
            at = low.index(")", at) + 1
            continue
        if word == ",":
            beside = _between(unit, at) if strict else _beside(unit, at)
            if not beside:
                break
            at = _end_of_apposition(unit, at + 1, stop)
            if strict or at - begin > _SHORT or low[at : at + 1] != [","]:
                break
            continue
        opened = at == begin or low[at - 1] in _ARTICLES  # "the Sunday Courier", "a May report"
        if not opened and not relative and _ends_phrase(unit, at):
            break
        if strict and at > begin and _begins_anew(unit, at):
            break
        if word in STOPS or word == "." or (word in JOINERS and word != "who"):
            break
        relative = relative or word == "who"
        at += 1
    while at > begin and low[at - 1] in (",", "and", "'"):
        at -= 1
    return at


def _ends_phrase(unit: Unit, at: int) -> bool:
    """Whether a word after a noun is none of its phrase."""
    low = unit.low
    word = low[at]
    following = low[at + 1] if at + 1 < len(low) else ""
    if word in PRONOUNS and word != "who":
        return low[at - 1] not in PREPOSITIONS and low[at - 1] != "of"
    verb = VERBS.get(word)
    if verb is not None and verb.form is Form.THIRD and not unit.capital[at]:
        return word not in w.DOCUMENTS
    if word in DAYS or word in ("during", "late", "earlier", "last"):
        return unit.capital[at - 1 : at + 2] != [True] * 3  # "Irish Sunday Courier"
    if word in AUXILIARIES:
        return True
    if word in ("in", "on", "at"):
        return (
            following in DAYS
            or following in ("a", "an", "response")
            or (NUMBER.fullmatch(following) is not None)
        )
    return word == "and" and (following in PRONOUNS or following in VERBS)


def _begins_anew(unit: Unit, at: int) -> bool:
    """Whether another noun begins at a word: "according to officials | the yard …"."""
    left = unit.low[at - 1]
    if left in PREPOSITIONS or left in ("of", "and", "or", ",") or left.endswith("ing"):
        return False
    titled = left in w.PERSONS and all(unit.capital[at : at + 2])  # "spokesman Ina Vale"
    common = left in w.SOURCE_NOUNS and not unit.capital[at - 1] and not titled
    return unit.low[at] in DETERMINERS or (common and unit.capital[at])


def _between(unit: Unit, comma: int) -> bool:
    """Whether what follows a comma stands between two commas beside a noun."""
    low = unit.low
    if comma + 1 < len(low) and not _opens_apposition(unit, comma + 1):
        return False
    relative = low[comma + 1 : comma + 2] in (["who"], ["which"])
    for at in range(comma + 2, min(len(low), comma + BESIDE)):
        if low[at] in (",", "."):
            return at > comma + 2 and (relative or not _stating(unit, comma + 2, at))
    return False


def _opens_apposition(unit: Unit, at: int) -> bool:
    word = unit.low[at]
    office = word in ROLES or word in IN_TITLES
    return word in ("a", "an", "the", "who", "which") or (office and not unit.capital[at])


def _stating(unit: Unit, begin: int, end: int) -> bool:
    """Whether a clause is told: "the harbour office closed", not "a firm based in Ila"."""
    return any(
        finite(unit, at) and (unit.low[at] in AUXILIARIES or unit.low[at + 1] not in PREPOSITIONS)
        for at in range(begin, end)
    )


def _beside(unit: Unit, comma: int) -> bool:
    """Whether what follows a comma stands beside the noun before it."""
    low = unit.low
    if comma + 2 >= len(low):
        return False
    word = low[comma + 1]
    if word in PRONOUNS or word in JOINERS or word in PREPOSITIONS:
        return word in ("who", "whose") and low[comma + 2] not in VERBS
    if word in ("and", "but", "or", QUOTE, "also", "then") or word.endswith("ing"):
        return False
    return not any(word in AUXILIARIES for word in low[comma + 1 : comma + 7])


def _end_of_apposition(unit: Unit, at: int, stop: int) -> int:
    low = unit.low
    limit = min(stop, at + BESIDE)
    while at < limit and low[at] not in (",", ".", ";", ":", "\u2014", "\u2013", QUOTE, ")", "("):
        at += 1
    return at
