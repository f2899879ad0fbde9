"""One sentence → its propositions, each with its own span and a wording that stands alone.

Two finite verbs of one form joined by "and" under one subject are two propositions; the
second takes the subject over into its wording. What follows a dash at the end of a sentence
is left out of the first span where it is no statement of its own. Where a reported clause
stands between, nothing is split: it would put words into the wrong mouth.
"""

import re
from typing import NamedTuple

from provenance.claims import words as w
from provenance.claims.sentence import Sentence, finite_at, read

_CONNECTIVE = re.compile(
    r"^(?:but|and|yet|so|or|however|moreover|furthermore|meanwhile|indeed|still|besides"
    r"|nevertheless|nonetheless|in addition|what[\u2019']s more),?\s+",
    re.IGNORECASE,
)
SAYING_BESIDES = w.word_set("demanded urged accused promised pledged vowed criticised criticized")
_SAYS_MORE = w.word_set("said added warned insisted argued told announced predicted promised vowed")
_SURE = w.AUXILIARIES | w.THIRD
_DASHES = ("-", "\u2013", "\u2014")
_ASIDE = re.compile(r"\s{0,3}[\u2014\u2013]\s{0,3}(?=[a-z])|\s{1,3}--?\s{1,3}(?=[a-z])")


class Piece(NamedTuple):
    """A proposition within a sentence."""

    start: int
    end: int
    wording: str


def propositions(sentence: str) -> tuple[Piece, ...]:
    """Return the propositions of a sentence, in order, at least one."""
    shape = read(sentence)
    at = _coordination(shape)
    if at is None:
        end = _before_aside(sentence, shape)
        return (Piece(0, end, reword(sentence[:end])),)
    first_end = len(sentence[: shape.start_of(at - 1)].rstrip(" ,"))
    subject = sentence[: shape.start_of(shape.verb or 0)]
    second = shape.start_of(at)
    return (
        Piece(0, first_end, reword(sentence[:first_end])),
        Piece(second, len(sentence), reword(subject + sentence[second:])),
    )


def reword(words: str) -> str:
    """Return words as a sentence that stands alone: space folded, connectives left out."""
    folded = " ".join(words.split())
    for _ in range(3):
        connective = _CONNECTIVE.match(folded)
        if connective is None or len(folded[connective.end() :].split()) < 2:
            break
        folded = folded[connective.end() :]
    folded = folded[:1].upper() + folded[1:]
    return folded if folded[-1:] in ".!?\u2026\"\u201d'\u2019" else folded.rstrip(",;:") + "."


def _coordination(shape: Sentence) -> int | None:
    """Return the index of a second finite verb under the same subject, if it is sure."""
    verb = shape.verb
    if verb is None or shape.low[verb] in w.MODALS:
        return None
    if shape.low[verb] in w.REPORTING or shape.low[verb] in SAYING_BESIDES:
        return _said_twice(shape, verb)
    for index in range(verb + 1, len(shape.low)):
        word = shape.low[index]
        if word in w.RELATIVES or word in w.SUBORDINATORS or word in ";:":
            return None
        joined = shape.low[index - 1] == "and" and index - verb > 2
        if joined and len(shape.low) - index > 2 and _same_form(shape.low, verb, index):
            return index
        if finite_at(shape.low, index) and word not in w.BE:
            return None
    return None


def _said_twice(shape: Sentence, verb: int) -> int | None:
    """Return the second verb of saying in "the union demanded …, and said that …"."""
    for index in range(verb + 3, len(shape.low) - 2):
        if shape.low[index - 2 : index] == (",", "and") and shape.low[index] in _SAYS_MORE:
            return index
    return None


def _same_form(low: tuple[str, ...], verb: int, other: int) -> bool:
    one, two = low[verb], low[other]
    if two in w.BE or two in w.HAVE:
        return True
    if one in w.THIRD:
        return two in w.THIRD and low[other + 1] not in w.AUXILIARIES
    if one in w.VERBS and two in w.VERBS:  # "the files run to 80 pages and name the owners"
        between = zip(low[verb + 1 : other], low[verb + 2 : other], strict=False)
        infinitive = any(to == "to" and word in w.VERBS for to, word in between)
        return not infinitive and low[other + 1] in w.DETERMINERS
    past = one in w.IRREGULAR_PAST or one.endswith("ed")
    return past and (two in w.IRREGULAR_PAST or (two.endswith("ed") and low[other + 1] != "by"))


def _before_aside(sentence: str, shape: Sentence) -> int:
    """Return where a comment after a last dash begins, or the sentence's end."""
    if shape.verb is None or not any(dash in sentence for dash in _DASHES):
        return len(sentence)
    dashes = list(_ASIDE.finditer(sentence))
    if len(dashes) != 1 or dashes[0].start() <= shape.start_of(shape.verb):
        return len(sentence)
    aside = read(sentence[dashes[0].end() :])
    kept = sentence[: dashes[0].start()]
    verb = aside.low[aside.verb] if aside.verb is not None else ""
    has_own_claim = verb in _SURE or any(map(str.isdigit, aside.text))
    return len(sentence) if has_own_claim or len(kept.split()) < 4 else len(kept)
