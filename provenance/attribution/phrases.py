"""Noun phrases of a unit, to the left of a verb, found without a parser.

A phrase is bounded by punctuation, by words that join clauses, and by verbs. "Of" binds on
either side; what stands between commas beside a noun belongs to it; an adverbial before the
subject does not. Each look reads at most a fixed number of words.
"""

from provenance.attribution import words as w
from provenance.attribution.grammar import (
    AUXILIARIES,
    BESIDE,
    CLITIC,
    DAYS,
    DETERMINERS,
    FAR,
    JOINERS,
    NUMBER,
    PARENTHESIS,
    PREPOSITIONS,
    PRONOUNS,
    STOPS,
    adverb,
    finite,
    group_start,
)
from provenance.attribution.units import QUOTE, Unit, word_set

_RELATIVE = ("who", "which", "that")
_NO_NOUNS = ("of", "there", "here", "let", "not", "'")
_BEFORE_TO = word_set("prior due thanks owing according next ahead because instead outside")
_OPENING = word_set(
    "but and yet so however meanwhile still earlier instead then now also later perhaps indeed "
    "moreover finally today yesterday or while as although though when because that if after "
    "before since until nor for"
)


def before(unit: Unit, end: int) -> tuple[int, int] | None:
    """Return the words of the noun phrase that ends before a word, beside it included."""
    low = unit.low
    if end <= 0:
        return None
    if CLITIC.fullmatch(low[end]) if end < len(low) else None:
        return end, end + 1
    if low[end - 1] in ("\u2014", "\u2013", "-"):
        end = _before_dashes(unit, end)
    if end > 0 and low[end - 1] == ",":
        return _with_apposition(unit, end)
    begin = _leftward(unit, end)
    return _trimmed(unit, begin, end)


def _before_dashes(unit: Unit, end: int) -> int:
    """Return where a phrase ends after which something stands between dashes."""
    for at in range(end - 2, max(0, end - BESIDE), -1):
        if unit.low[at] == unit.low[end - 1]:
            return at
    return end


def _with_apposition(unit: Unit, end: int) -> tuple[int, int] | None:
    """Return a phrase that ends in what stands between two commas beside it."""
    low = unit.low
    at = _comma_before(low, end - 1)
    if at is None or low[at + 1] in ("and", "but", "adding", "saying"):
        return None
    inner = _trimmed(unit, _leftward(unit, at), at)
    if inner is None:
        return None
    further = inner[0] - 1
    named = _office(unit, *inner) and all(unit.capital[at + 1 : end - 1])  # ", a clerk, Ann Roe,"
    if not named and further > 0 and low[further] == "," and unit.capital[further - 1]:
        name = _trimmed(unit, _leftward(unit, further), further)
        if name is not None and (name[0] == 0 or low[name[0] - 1] not in PREPOSITIONS):
            return name[0], end - 1  # "Ann Roe, the clerk for ports, docks and locks,"
    if inner[0] > 0 and low[inner[0] - 1] in PREPOSITIONS:
        if low[at + 1] in ("who", "which", "whose"):
            return inner
        return _trimmed(unit, at + 1, end - 1)  # "In Ohio, the governor, ..."
    return (inner[0], end - 1) if low[inner[0]] not in PRONOUNS else inner


def _office(unit: Unit, begin: int, end: int) -> bool:
    """Whether a phrase is of common words alone: "a clerk", "the harbour master"."""
    return unit.low[begin] in DETERMINERS and not any(unit.capital[begin + 1 : end])


def _comma_before(low: list[str], end: int) -> int | None:
    """Return where the comma stands that opens what another comma closes."""
    for at in range(end - 1, max(0, end - BESIDE), -1):
        if low[at] == ",":
            return at
        named = low[at] == QUOTE and low[at - 1] in ("titled", "called", "entitled", "named")
        if low[at] in (";", ":", QUOTE) and not named:
            return None
    return None


def _leftward(unit: Unit, end: int) -> int:
    """Return where a phrase that ends before a word begins."""
    stop = max(0, end - FAR)
    at = end
    while at > stop:
        further = _one_left(unit, at, end, stop)
        if further is None:
            break
        at = further
    return at


def _one_left(  # noqa: PLR0911  # a case for each kind of word
    unit: Unit, at: int, end: int, stop: int
) -> int | None:
    """Return where a phrase begins that reaches one word or one clause further, or None."""
    low = unit.low
    word = low[at - 1]
    if word == ")":
        return _opening(low, at)
    if word in STOPS or word == ".":
        return None
    if word == ",":
        return at - 1 if _list_comma(unit, at - 1) else None
    if word in JOINERS:
        relative = word in _RELATIVE and at > 1 and _noun(unit, at - 2) and end - at > 1
        return at - 1 if relative else None
    if word == "and":
        return None if _joins_clauses(unit, at - 1, end) else at - 1
    if not finite(unit, at - 1):
        return at - 1
    if word not in AUXILIARIES and (at == end or low[at] in PREPOSITIONS):
        return at - 1  # "a book published in May says"
    for back in range(at - 2, max(at - 6, stop) - 1, -1):
        if low[back] in _RELATIVE:
            return back if back > 0 and low[back - 1] != "," else None
    return None


def _opening(low: list[str], at: int) -> int | None:
    """Return where a parenthesis opens that closes before a word, if it is short."""
    for back in range(at - 2, max(-1, at - 1 - PARENTHESIS), -1):
        if low[back] == "(":
            return back
    return None


def noun_before(unit: Unit, end: int) -> tuple[int, int] | None:
    """Return the noun right before a participle: "paid a group | backing"."""
    low = unit.low
    begin = max(end - 1, 0)
    while begin > 0 and end - begin < 8:
        word = low[begin]
        if word in DETERMINERS or word in PRONOUNS:
            break
        left = low[begin - 1]
        if left in STOPS or left in (",", ".", "and", "but") or left in JOINERS:
            break
        if (left in PREPOSITIONS and left != "of") or finite(unit, begin - 1):
            break
        begin -= 1
    return _trimmed(unit, begin, end)


def _noun(unit: Unit, at: int) -> bool:
    word = unit.low[at]
    return word in w.SOURCE_NOUNS or word.endswith("s") or unit.capital[at]


def _list_comma(unit: Unit, at: int) -> bool:
    """Whether a comma parts names of a list or a name from "Jr."."""
    low = unit.low
    return (
        0 < at < len(low) - 1
        and unit.capital[at - 1]
        and unit.capital[at + 1]
        and "and" in low[at + 1 : at + 8]
        and low[at - 1] != "however"
        and at > 2
        and not any(low[k] in PREPOSITIONS for k in range(max(0, at - 4), at))
    )


def _joins_clauses(unit: Unit, at: int, end: int) -> bool:
    """Whether an "and" joins two clauses and not two nouns."""
    low = unit.low
    if at + 1 < end and low[at + 1] in PRONOUNS:
        return True
    if low[at + 2 : at + 3] == ["by"]:  # "obtained by one and seen by another"
        return False
    for back in range(at - 1, max(-1, at - 14), -1):
        if low[back] in (",", ";", ":", QUOTE, "that"):
            return low[back] == "," and back == at - 1
        if finite(unit, back):
            return True
    return False


def _trimmed(unit: Unit, begin: int, end: int) -> tuple[int, int] | None:
    """Leave out an adverbial at the beginning of a phrase, and refuse what is no phrase."""
    low = unit.low
    while end > begin and (low[end - 1] in (",", "and") or adverb(low[end - 1])):
        end -= 1
    while begin < end and (low[begin] in _OPENING or adverb(low[begin]) or low[begin] == ","):
        if low[begin] in ("both", "all", "most"):
            break
        begin += 1
    if begin >= end:
        return None
    last = low[end - 1]
    if last in PRONOUNS or CLITIC.fullmatch(last):
        return end - 1, end
    if low[begin] in _BEFORE_TO and low[begin + 1 : begin + 2] in (["to"], ["of"]):
        begin += 1
    while begin < end and (low[begin] in PREPOSITIONS or low[begin] == "of"):
        begin = _past_preposition(unit, begin, end)
    return (begin, end) if begin < end and _may_end(unit, end) else None


def _may_end(unit: Unit, end: int) -> bool:
    """Whether a noun phrase may end before a word."""
    last = unit.low[end - 1]
    if last in PREPOSITIONS or last in DETERMINERS or last in _NO_NOUNS:
        return False
    if last.isdigit() and not unit.capital[end - 2]:
        return False
    return last[0].isalnum() or last == ")"


def _past_preposition(unit: Unit, begin: int, end: int) -> int:
    """Return where the subject begins after a phrase with a preposition: "in May the crew"."""
    low = unit.low
    at = begin + 1
    while at < end and (
        low[at] in DAYS
        or low[at] in ("the", "last", "this", "a", "early", "late")
        or NUMBER.fullmatch(low[at])
    ):
        at += 1
    if at > begin + 1 and low[at - 1] not in ("the", "a"):
        return at
    for at in range(end - 1, begin + 1, -1):
        if low[at] in DETERMINERS and low[at - 1] not in PREPOSITIONS and low[at - 1] != "of":
            return at
    named = end
    while named > begin + 2 and unit.capital[named - 1] and low[named - 1] not in DAYS:
        named -= 1
    bare = low[named - 1]  # "in talks | Ann Roe", "in the port of | Kelso"
    joined = bare in PREPOSITIONS or bare in DETERMINERS or bare in ("of", "and", "or", ",")
    return end if joined or not bare.isalpha() else named


def following(unit: Unit, begin: int) -> tuple[int, int] | None:
    """Return the subject after the comma that ends a participle's phrase: "Noting it, X …"."""
    low = unit.low
    stop = min(len(low), begin + FAR)
    comma = next((at for at in range(begin, stop) if low[at] == ","), None)
    if comma is None:
        return None
    if low[comma + 1 : comma + 2] and low[comma + 1] in PRONOUNS:
        return comma + 1, comma + 2
    for at in range(comma + 2, min(len(low), comma + BESIDE)):
        if finite(unit, at):
            return _trimmed(unit, comma + 1, group_start(unit, at))
    return None


def leading(unit: Unit) -> tuple[int, int] | None:
    """Return the capitalised words with which a unit begins."""
    end = 0
    while end < len(unit.low) and unit.capital[end]:
        end += 1
    return (0, end) if end > 1 or (end and unit.low[0] in PRONOUNS) else None
