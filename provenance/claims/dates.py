"""Times of a sentence: the words, the date that they come to, and what that rests on.

A table of rules (``daterules``) over a bounded grammar (``datewords``), reckoned from the
publication date where the words are relative (``reckoning``). No precision is invented: a date
is as exact as its words, what cannot be told is None with the reason, and what is stated in full
stays the same whatever the publication date. Dates are EDTF level 0 (ISO 8601-2:2019).
"""

import re
from collections.abc import Sequence

from provenance.claims import datewords as d
from provenance.claims.daterules import RULES
from provenance.claims.datesense import NO_DATE, Rule, Seen, Sentence, same_year, told_of
from provenance.claims.reckoning import (
    STATED,
    WEEKDAYS,
    Anchor,
    Told,
    between,
    unresolved,
)
from provenance.model import When
from provenance.text import lowered, words_in

_BY_HAND = "by hand"
_APART = re.compile(r",? (?:the )?")
_LINK = re.compile(r" ?[-\u2013] ?| to | and | until | till | through ")
_MOST_EDGES = 5  # words
_RULES_OF: dict[str, list[int]] = {}  # by word: most sentences hold a word of few rules
for _number, (_phrases, _) in enumerate(RULES):
    for _word in _phrases.words:
        _RULES_OF.setdefault(_word, []).append(_number)
_WITH_YEARS = {number for number, (phrases, _) in enumerate(RULES) if not phrases.words}
Place = tuple[int, int, Seen]  # where the words of a date stand, and what they say


def dates(text: str, published: str | None) -> tuple[When, ...]:
    """Return the times of a sentence, in order, with the dates that they come to."""
    rules = _rules(text)
    if not rules:
        return ()
    sentence = Sentence(text, lowered(text), Anchor.of(published))
    taken = bytearray(len(text))
    seen: list[Place] = []
    for phrases, read in rules:
        for match in phrases.finditer(text):
            start, end = match.span()
            found = None if any(taken[start:end]) else read(match, sentence)
            if found is None:
                continue
            taken[start:end] = b"\1" * (end - start)
            if found is not NO_DATE:
                seen.append((start, end, found))
    seen.sort(key=lambda each: each[0])
    return _whens(sentence, seen, taken)


def _rules(text: str) -> list[Rule]:
    """Return the rules that can find something in a text, in order."""
    numbers = {number for word in words_in(text) & _RULES_OF.keys() for number in _RULES_OF[word]}
    if d.HAS_YEAR.search(text):
        numbers |= _WITH_YEARS
    return [RULES[number] for number in sorted(numbers)]


def redated(known: Sequence[When], text: str, published: str | None) -> tuple[When, ...]:
    """Return times with what they come to by another publication date of their text.

    ``text`` is the passage that they stand in. What a person set stays as it is.
    """
    fresh = {each.words: each for each in dates(text, published)}
    return tuple(each if each.basis == _BY_HAND else fresh.get(each.words, each) for each in known)


def _whens(sentence: Sentence, seen: list[Place], taken: bytearray) -> tuple[When, ...]:
    found: dict[tuple[str, str | None], When] = {}
    at = 0
    while at < len(seen):
        start, end, one = seen[at]
        begin = _widened(sentence.low, start, taken)
        lead = sentence.low[begin:start]
        told = told_of(one, sentence, start, lead)
        if at + 1 < len(seen) and (joined := _joined(sentence, lead, seen[at], seen[at + 1])):
            told, end = joined, seen[at + 1][1]
            at += 1
        words = sentence.text[begin:end].strip()
        found.setdefault((words, told.value), When(words=words, value=told.value, basis=told.basis))
        at += 1
    return tuple(found.values())


def _joined(sentence: Sentence, lead: str, one: Place, other: Place) -> Told | None:
    """Return the time from one date to the other, or of a day with its weekday, if it is one."""
    if one[2].weekday and other[2].named and _APART.fullmatch(sentence.low, one[1], other[0]):
        return _with_weekday(one[2].weekday, told_of(other[2], sentence, one[0], lead))
    if not _linked(sentence, lead, one, other):
        return None
    first, last = same_year(one[2].named, other[2].named)
    ends = (
        told_of(one[2]._replace(named=first), sentence, one[0]),
        told_of(other[2]._replace(named=last), sentence, one[0]),
    )
    begin, end = (each.value or "" for each in ends)
    if not begin or not end:
        return ends[0] if not begin else ends[1]
    begin, end = begin.partition("/")[0], end.rpartition("/")[2]
    if begin > end:
        return unresolved("its end would lie before its beginning")
    return between(begin, end, next((e.basis for e in ends if e.basis != STATED), STATED))


def _linked(sentence: Sentence, lead: str, one: Place, other: Place) -> bool:
    """Return whether two dates are the ends of one time: "from … to", "between … and"."""
    link = _LINK.fullmatch(sentence.low, one[1], other[0])
    if link is None:
        return False
    if link.group() == " and ":
        return lead.startswith("between")
    return link.group() != " to " or lead.startswith("from") or one[2].named is not None


def _with_weekday(name: str, told: Told) -> Told:
    """Return a day with a word on its weekday where that is another than the one named."""
    day = Anchor.of(told.value)
    if day is None or day.date is None or WEEKDAYS[day.date.weekday()] == name:
        return told
    own = WEEKDAYS[day.date.weekday()].capitalize()
    return told._replace(basis=f"{told.basis}; that day is a {own}, not a {name.capitalize()}")


def _widened(low: str, start: int, taken: bytearray) -> int:
    """Return where a date begins with the words that belong to it: "since", "the end of"."""
    begin = at = start
    for _ in range(_MOST_EDGES):
        if at == 0 or low[at - 1] not in " -":
            break
        cut = max(low.rfind(" ", max(0, at - 14), at - 1), low.rfind("-", max(0, at - 14), at - 1))
        word = low[cut + 1 : at - 1]
        if word in d.EDGES or (word in d.PARTS and low.startswith("of ", at)):
            begin = cut + 1
        elif word not in d.BRIDGES:
            break
        at = cut + 1
    return begin if not any(taken[begin:start]) else start
