"""Signs in a sentence that the kind rules go by; each is one question with a yes or no.

They look at the words (``words``), at fixed phrases (``patterns``) and at the shallow reading
of the sentence (``sentence``), never at names of things.
"""

from typing import NamedTuple

from provenance.claims import words as w
from provenance.claims.patterns import (
    BE_OR_SEEM,
    CLEFT,
    COMMON_INFINITIVES,
    EXPECTING,
    FUTURE_WORDS,
    IMAGE,
    INDIRECT_QUESTION,
    LEGAL,
    LIKELIHOOD,
    NORM,
    NOVELTY,
    PLACE_COMPLEMENT,
    SETTLED,
    VIEW,
)
from provenance.claims.sentence import Sentence


class Judged(NamedTuple):
    """A sentence with the content that is judged, where somebody else says it."""

    text: str  # the content
    read: Sentence
    reported: bool
    counted: bool  # an amount with a value stands in it
    vague: bool  # an amount without one


def main(s: Judged) -> str:
    return s.read.low[s.read.verb] if s.read.verb is not None else ""


def question(s: Judged) -> bool:
    return s.text.rstrip("\"'\u201d\u2019) ").endswith("?")


def open_future(s: Judged) -> bool:
    return bool(INDIRECT_QUESTION.search(s.text)) and any(
        word in FUTURE_WORDS for word in s.read.low
    )


def norm(s: Judged) -> bool:
    match = NORM.search(s.text)
    if match is None or LEGAL.search(s.text):
        return False
    return in_main(s, match.start())


def in_main(s: Judged, at: int) -> bool:
    """Whether a place in the text lies in the main clause: no relative word between verb and it."""
    verb = s.read.verb
    if verb is None:
        return True
    return not any(
        word in w.RELATIVES or word in w.SUBORDINATORS
        for word, start in zip(s.read.low[verb:], s.read.starts[verb:], strict=True)
        if start < at
    )


def conditional(s: Judged) -> bool:
    begins = s.read.low[0] in ("if", "unless", "should", "were") or s.read.low[:2] in (
        ("even", "if"), ("but", "if"), ("and", "if"), ("only", "if"),
    )  # fmt: skip
    return begins and (s.read.low[0] in ("if", "unless") or "if" in s.read.low[:2] or modal(s))


def modal(s: Judged) -> bool:
    return any(word in FUTURE_WORDS for word in s.read.low)


def forecast(s: Judged) -> bool:
    if SETTLED.search(s.text) or VIEW.search(s.text[:60]):
        return False
    verb = s.read.verb
    if verb is None:
        return False
    if s.read.low[verb] in EXPECTING:
        return True
    if s.read.low[verb] in ("may", "might") and "but" in s.read.predicate[-20:]:
        return False  # a concession: "X may be so, but …"
    return s.read.low[verb] in FUTURE_WORDS


def likelihood(s: Judged) -> bool:
    match = LIKELIHOOD.search(s.text)
    if match is None or main(s) in ("was", "were", "had"):
        return False
    verb = match["verb"]
    if verb is not None and verb not in w.VERBS and verb not in COMMON_INFINITIVES:
        return False
    return in_main(s, match.start())


def novelty(s: Judged) -> bool:
    return bool(NOVELTY.search(s.text))


def view(s: Judged) -> bool:
    return (
        bool(VIEW.search(s.text))
        or bool(w.STANCE_ADVERBS.intersection(s.read.low[:3]))
        or bool(CLEFT.search(s.text))
    ) and not (s.counted and not s.text.startswith("I "))


def copula(s: Judged) -> bool:
    return main(s) in BE_OR_SEEM


def participle(word: str) -> bool:
    if word in w.EVALUATIVE:
        return False
    return word.endswith("ed") or word in w.IRREGULAR_PAST or word in w.PARTICIPLES


def complement(s: Judged) -> tuple[str, ...]:
    """Words after the copula without adverbs of degree, articles and negation."""


def figurative(s: Judged) -> bool:
    if s.counted or s.reported:
        return False
    return main(s) in w.FIGURATIVE_FORMS or bool(IMAGE.search(s.text))


def event(s: Judged) -> bool:
    main = main(s)
    if main in w.IRREGULAR_PAST or (main.endswith("ed") and main not in w.BE):
        return True
    rest = complement(s)
    if main in ("had", "did", "didn't", "hadn't"):
        return True
    if main in w.HAVE:
        return any(map(participle, rest[:2]))
    if main in w.BE and rest:
        return participle(rest[0]) or (rest[0].endswith("ing") and len(rest) > 1)
    return False


def acts(s: Judged) -> bool:
    return main(s) in w.THIRD or main(s) in w.VERBS


def documented(s: Judged) -> bool:
    return main(s) in w.EVIDENCE_VERBS and bool(w.EVIDENCE_NOUNS.intersection(s.read.subject))


def named_acts(s: Judged) -> bool:
    return s.read.named and (acts(s) or main(s) in w.HAVE | w.DO)


def definite_acts(s: Judged) -> bool:
    return (acts(s) or main(s) in w.HAVE | w.DO) and s.read.subject[:1] in (
        ("the",),
        ("its",),
        ("their",),
        ("his",),
        ("her",),
    )


def subject_named(s: Judged) -> bool:
    end = s.read.verb if s.read.verb is not None else 0
    return any(
        word[0].isupper() and (index > 0 or s.read.looks_named_first)
        for index, word in enumerate(s.read.raw[:end])
        if word != "I"
    )


def looked_up(s: Judged) -> bool:
    if not copula(s):
        return False
    rest = complement(s)
    return bool(rest) and (
        any(word in w.FACTUAL_COMPLEMENTS for word in rest[:5])
        or rest[0] in PLACE_COMPLEMENT
        or (main(s) in ("was", "were") and s.read.named)
        or (subject_named(s) and any(word[0].isupper() for word in s.read.raw[s.read.verb or 0 :]))
    )


def first_person(s: Judged) -> bool:
    if s.counted or s.vague or event(s):
        return False
    return bool(s.read.subject) and s.read.subject[0] in ("we", "i", "you")
