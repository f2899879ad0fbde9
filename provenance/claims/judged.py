"""A sentence as it is judged, and what several signs of its kind ask of it."""

import re
from itertools import islice
from typing import NamedTuple

from provenance.claims import words as w
from provenance.claims.patterns import BE_OR_SEEM, DEGREE
from provenance.claims.sentence import Sentence, after_pronoun
from provenance.text import as_in

_SHOWN = 8  # words that are shown of a longer match


class Judged(NamedTuple):
    """A sentence with the content that is judged, where somebody else says it."""

    text: str  # the content
    read: Sentence
    frame: str  # the words that put it into somebody's mouth, or nothing
    counted: str  # the words of an amount with a value
    vague: str  # of an amount without one

    @property
    def reported(self) -> bool:
        """Whether somebody else is said to say it."""
        return bool(self.frame)


def shown(s: Judged, match: re.Match[str] | None) -> str:
    """Return the words of a match as they stand in the sentence, the first of them if many."""
    return " ".join(as_in(s.text, match).split()[:_SHOWN]) if match else ""


def verb(s: Judged) -> str:
    """Return the main verb as it stands."""
    return s.read.raw[s.read.verb] if s.read.verb is not None else ""


def acting(s: Judged) -> str:
    """Return the head of the subject and the main verb as they stand."""
    at = s.read.verb or 0
    return " ".join(s.read.raw[max(s.read.clause, at - 1) : at + 1])


def in_main(s: Judged, at: int) -> bool:
    """Whether a place in the text lies in the main clause: nothing subordinates it."""
    if s.read.verb is None:
        return True
    starts = islice(s.read.starts(), s.read.verb, None)
    return not any(
        start < at and (word in w.RELATIVES or word in w.SUBORDINATORS)
        for word, start in zip(s.read.low[s.read.verb :], starts, strict=True)
    )


def would_be(s: Judged) -> bool:
    """Says "it would be wrong to": a judgement in the form of a forecast."""
    pointing_back = s.read.subject in (("it",), ("this",), ("that",))
    if s.read.main_verb != "would" or not pointing_back or "be" not in s.read.predicate[:3]:
        return False
    return not (w.EVALUATIVE | w.EVALUATIVE_NOUNS).isdisjoint(s.read.predicate[1:6])


def copula(s: Judged) -> bool:
    """Whether its main verb only joins subject and complement."""
    if s.read.main_verb in w.HAVE:
        return "been" in s.read.predicate[:3]
    return s.read.main_verb in BE_OR_SEEM


def participle(word: str) -> bool:
    """Whether a word after a form of "be" or "have" tells of an event."""
    if word in w.EVALUATIVE:
        return False
    return word.endswith("ed") or word in w.IRREGULAR_PAST or word in w.PARTICIPLES


def complement(s: Judged) -> tuple[str, ...]:
    """Words after the verb without adverbs of degree, articles and negation."""
    rest = tuple(word for word in s.read.predicate if word not in DEGREE)
    return rest[1:] if rest[:1] == ("been",) and s.read.main_verb in w.HAVE else rest


def acts(s: Judged) -> bool:
    """Whether its subject does something in the present."""
    verb = s.read.main_verb
    if verb in w.THIRD or verb in w.VERBS or verb in w.HAVE or verb in w.DO:
        return True
    return s.read.verb is not None and after_pronoun(s.read.low, s.read.verb)
