"""Signs in a sentence that the kind rules go by; each gives the words that show it, or nothing.

They look at the words (``words``), at fixed phrases (``patterns``) and at the shallow reading
of the sentence (``sentence``), never at names of things. What weighs or judges is in ``views``.
"""

import re

from provenance.claims import words as w
from provenance.claims.judged import (
    Judged,
    acting,
    acts,
    complement,
    copula,
    in_main,
    participle,
    shown,
    verb,
    would_be,
)
from provenance.claims.patterns import (
    BANNED,
    BELIEF,
    CALL,
    COMMON_INFINITIVES,
    DENYING,
    EXPECTING,
    FUTURE_WORDS,
    IMPERATIVE,
    INDIRECT_QUESTION,
    LEGAL,
    LEGALLY,
    LIKELIHOOD,
    NORM,
    NOVELTY,
    OUTLOOK,
    PERCEIVED,
    PLACE_COMPLEMENT,
    SETTLED,
    VERBLESS,
    VIEW,
    WENT_ON,
)
from provenance.claims.sentence import read

_WEIGHED = w.EVALUATIVE_NOUNS | w.ABSTRACT
DEFINITE_FIRST = frozenset((word,) for word in w.word_set("the its their his her he she they it"))
_NEARLY = w.word_set("about around almost nearly roughly some only at over under now still")
_DIGITS = re.compile(r"\d(?:[\d.,:-]*\d)?")
POINTING = frozenset((("this",), ("these",), ("that",), ("those",)))
COUNTING = frozenset((("no",), ("none",), ("each",), ("every",), ("all",), ("both",), ("neither",)))
_UNDONE = re.compile(
    r"\bcould (?:not|no longer) (?:\w+ly )?(?:verify|confirm|establish|reach|determine|identify"
    r"|find"
    r"|contact|locate|say|recall|remember)\b|"
    r"\bcould (?:not |no longer )?(?:\w+ )?be (?:\w+ly )?(?:reached|verified|confirmed|identified"
    r"|established|contacted"
    r"|found|determined|located)\b"
)


def question(s: Judged) -> str:
    """Whether it ends as a question or says that something is one."""
    if s.text.rstrip("\"'\u201d\u2019) ").endswith("?"):
        return "?"
    return shown(s, INDIRECT_QUESTION.match(s.text))


def open_future(s: Judged) -> str:
    """Says that it is open whether something will happen."""
    asked = shown(s, INDIRECT_QUESTION.match(s.text))
    return asked if asked and not FUTURE_WORDS.isdisjoint(s.read.low) else ""


def denied(s: Judged) -> str:
    """Says that somebody denies something: the denial is the fact."""
    holds = s.read.main_verb in DENYING and s.read.subject[:1] not in (("i",), ("we",))
    return verb(s) if holds else ""


def banned(s: Judged) -> str:
    """Says that nobody is allowed to do something."""
    if s.read.main_verb not in ("may", "can") or s.reported:
        return ""
    return shown(s, BANNED.match(s.text))


def needs(s: Judged) -> str:
    """Says what somebody needs, in the writer's own voice and without an amount."""
    asks = not s.reported or s.read.subject[:1] in (("we",), ("you",))
    holds = s.read.main_verb in ("needs", "need") and asks and not s.counted
    return verb(s) if holds else ""


def obligation(s: Judged) -> str:
    """Says in the main clause what must or should be, and not because a law says so."""
    match = NORM.search(s.text)
    if match is None or LEGAL.search(s.text) or not in_main(s, match.start()):
        return ""
    return shown(s, match)


def call(s: Judged) -> str:
    """Is an imperative, or says that the time has come."""
    return shown(s, IMPERATIVE.match(s.text)) or shown(s, CALL.match(s.text))


def expected(s: Judged) -> str:
    """Whether somebody gives what they expect, with a time to come."""
    if s.read.main_verb in w.PAST_AUXILIARIES or s.read.main_verb in w.IRREGULAR_PAST:
        return ""
    return shown(s, OUTLOOK.search(s.text))


def believed(s: Judged) -> str:
    """Whether the speaker believes or fears what is to come."""
    belief = BELIEF.match(s.text)
    if belief is None:
        return ""
    inner = read(s.text[belief.end() :].strip())
    return shown(s, belief) if inner.main_verb in FUTURE_WORDS else ""


def condition(s: Judged) -> str:
    """Begins with a condition."""
    first, second = (*s.read.low[:2], "", "")[:2]
    if second == "if" or first in ("if", "unless"):
        return second if second == "if" else first
    inverted = first in ("should", "were", "had") and not FUTURE_WORDS.isdisjoint(s.read.low)
    return first if inverted else ""


def future(s: Judged) -> str:
    """Has a main verb of the future or of possibility, about what is not settled."""
    main = s.read.main_verb
    if main in EXPECTING:
        return verb(s)
    if (
        main not in FUTURE_WORDS
        or would_be(s)
        or WENT_ON.search(s.text)
        or SETTLED.search(s.text)
        or VIEW.search(s.text[:60])
    ):
        return ""
    conceded = main in ("may", "might") and "but" in s.read.predicate
    return "" if conceded else verb(s)


def likelihood(s: Judged) -> str:
    """Says how likely something is, or that it is about to happen."""
    match = LIKELIHOOD.search(s.text)
    past = s.read.main_verb in ("was", "were", "had") and not s.reported
    if match is None or past:
        return ""
    what = match["verb"]
    if what is not None and what not in w.VERBS and what not in COMMON_INFINITIVES:
        return ""
    return shown(s, match) if in_main(s, match.start()) else ""


def novelty(s: Judged) -> str:
    """Says that something is new, first, or was never so before."""
    match = NOVELTY.search(s.text)
    if match is None:
        return ""
    what = (match["what"] or "").lower().split()
    measured = "ever" in s.read.low  # "the largest order ever": it can be looked up
    weighs = not (w.EVALUATIVE_NOUNS if measured else _WEIGHED).isdisjoint(what)
    return "" if weighs else shown(s, match)


def documented(s: Judged) -> str:
    """Says what a document shows."""
    if s.read.main_verb not in w.EVIDENCE_VERBS:
        return ""
    document = next((word for word in s.read.subject if word in w.EVIDENCE_NOUNS), "")
    return f"{document} {verb(s)}" if document else ""


def amount(s: Judged) -> str:
    """Whether it gives an amount, with a value or without."""
    return s.counted or s.vague


def number(s: Judged) -> str:
    """Whether it says of something that it is a number, without a unit: a toll, a population."""
    rest = next((word for word in complement(s) if word not in _NEARLY), "")
    if not copula(s) or not rest[:1].isdecimal():
        return ""
    digits = _DIGITS.search(s.text, s.read.start_of(s.read.verb or 0))
    return f"{verb(s)} {digits.group() if digits else rest}"


def event(s: Judged) -> str:
    """Tells what happened, has happened or is happening, or what could not be done."""
    main = s.read.main_verb
    if main in FUTURE_WORDS or main == "can":
        signs = (sign.search(s.text) for sign in (_UNDONE, PERCEIVED, WENT_ON))
        return next((shown(s, sign) for sign in signs if sign), "")
    if main in w.IRREGULAR_PAST or main.endswith("ed") or main in w.PAST_AUXILIARIES:
        return verb(s)
    rest = complement(s)
    if main in w.HAVE:
        done = next((word for word in rest[:2] if participle(word)), "")
        been = "been" if "been" in s.read.predicate[:3] else ""
        return f"{verb(s)} {done or been}" if done or been else ""
    if main in w.BE and rest:
        goes_on = rest[0].endswith("ing") and len(rest) > 1 and rest[0] not in w.EVALUATIVE
        return f"{verb(s)} {rest[0]}" if participle(rest[0]) or goes_on else ""
    return ""


def named_acts(s: Judged) -> str:
    """Has a named actor that does something."""
    return acting(s) if s.read.named and acts(s) else ""


def definite_acts(s: Judged) -> str:
    """Has a definite subject that does something: "the treaty bans …"."""
    if not acts(s):
        return ""
    first, rest = s.read.subject[:1], s.read.subject[1:]
    if first == ("it",) and s.read.main_verb in w.DO:  # "it does": about what was said before
        return ""
    definite = first in DEFINITE_FIRST or (first in POINTING and bool(rest))
    return acting(s) if definite or (first in COUNTING and "the" in rest) else ""


def looked_up(s: Judged) -> str:
    """Whether it gives an office, a rank, a place or an identity of somebody or something."""
    rest = complement(s)
    if not copula(s) or not rest:
        return ""
    if law := LEGALLY.search(s.text):
        return shown(s, law)
    known = next((word for word in rest[:5] if word in w.FACTUAL_COMPLEMENTS), "")
    if known or rest[0] in PLACE_COMPLEMENT:
        return f"{verb(s)} {known or rest[0]}"
    at = s.read.verb or 0
    if s.read.main_verb in ("was", "were"):
        return verb(s) if s.read.named else ""
    identity = s.read.named_in(0, at) and s.read.named_in(at, len(s.read.raw))
    return f"{verb(s)} {rest[0]}" if identity else ""


def reported(s: Judged) -> str:
    """Is put into somebody's mouth."""
    return s.frame if s.reported else ""


def names_only(s: Judged) -> str:
    """Has no verb that is known here, but names, and is long."""
    if s.read.verb is not None or len(s.read.low) <= VERBLESS or not s.read.named:
        return ""
    return next((word for word in s.read.raw[1:] if word[0].isupper()), s.read.raw[0])
