"""Signs in a sentence that the kind rules go by; each is one question with a yes or no.

They look at the words (``words``), at fixed phrases (``patterns``) and at the shallow reading
of the sentence (``sentence``), never at names of things. What weighs or judges is in ``views``.
"""

import re

from provenance.claims import words as w
from provenance.claims.judged import Judged, acts, complement, copula, in_main, participle, would_be
from provenance.claims.patterns import (
    BANNED,
    CALL,
    COMMON_INFINITIVES,
    DEFINITE,
    DENYING,
    EXPECTING,
    FUTURE_WORDS,
    IMPERATIVE,
    INDIRECT_QUESTION,
    LEGAL,
    LIKELIHOOD,
    NORM,
    NOVELTY,
    PERCEIVED,
    PLACE_COMPLEMENT,
    SETTLED,
    VERBLESS,
    VIEW,
    WENT_ON,
)

_UNDONE = re.compile(
    r"\bcould (?:not|no longer) (?:\w+ )?be (?:reached|verified|confirmed|identified"
    r"|established|contacted"
    r"|found|determined|located)\b"
)


def question(s: Judged) -> bool:
    """Whether it ends as a question or says that something is one."""
    asked = s.text.rstrip("\"'\u201d\u2019) ").endswith("?")
    return asked or bool(INDIRECT_QUESTION.match(s.text))


def open_future(s: Judged) -> bool:
    """Says that it is open whether something will happen."""
    return bool(INDIRECT_QUESTION.match(s.text)) and not FUTURE_WORDS.isdisjoint(s.read.low)


def denied(s: Judged) -> bool:
    """Says that somebody denies something: the denial is the fact."""
    return s.read.main_verb in DENYING and s.read.subject[:1] not in (("i",), ("we",))


def banned(s: Judged) -> bool:
    """Says that nobody is allowed to do something."""
    return bool(BANNED.match(s.text)) and s.read.main_verb in ("may", "can") and not s.reported


def needs(s: Judged) -> bool:
    """Says what somebody needs, in the writer's own voice and without an amount."""
    return s.read.main_verb in ("needs", "need") and not s.reported and not s.counted


def obligation(s: Judged) -> bool:
    """Says in the main clause what must or should be, and not because a law says so."""
    match = NORM.search(s.text)
    return match is not None and not LEGAL.search(s.text) and in_main(s, match.start())


def call(s: Judged) -> bool:
    """Is an imperative, or says that the time has come."""
    return bool(IMPERATIVE.match(s.text) or CALL.match(s.text))


def condition(s: Judged) -> bool:
    """Begins with a condition."""
    first, second = (*s.read.low[:2], "", "")[:2]
    if "if" in (first, second) or first == "unless":
        return second == "if" or first in ("if", "unless")
    return first in ("should", "were", "had") and not FUTURE_WORDS.isdisjoint(s.read.low)


def future(s: Judged) -> bool:
    """Has a main verb of the future or of possibility, about what is not settled."""
    verb = s.read.main_verb
    if verb in EXPECTING:
        return True
    if (
        verb not in FUTURE_WORDS
        or would_be(s)
        or WENT_ON.search(s.text)
        or SETTLED.search(s.text)
        or VIEW.search(s.text[:60])
    ):
        return False
    conceded = verb in ("may", "might") and "but" in s.read.predicate
    return not conceded


def likelihood(s: Judged) -> bool:
    """Says how likely something is, or that it is about to happen."""
    match = LIKELIHOOD.search(s.text)
    if match is None or s.read.main_verb in ("was", "were", "had"):
        return False
    verb = match["verb"]
    if verb is not None and verb not in w.VERBS and verb not in COMMON_INFINITIVES:
        return False
    return in_main(s, match.start())


def novelty(s: Judged) -> bool:
    """Says that something is new, first, or was never so before."""
    match = NOVELTY.search(s.text)
    if match is None:
        return False
    what = (match["what"] or "").lower().split()
    return w.EVALUATIVE_NOUNS.isdisjoint(what) and w.ABSTRACT.isdisjoint(what)


def documented(s: Judged) -> bool:
    """Says what a document shows."""
    return s.read.main_verb in w.EVIDENCE_VERBS and not w.EVIDENCE_NOUNS.isdisjoint(s.read.subject)


def amount(s: Judged) -> bool:
    """Whether it gives an amount, with a value or without."""
    return s.counted or s.vague


def event(s: Judged) -> bool:
    """Tells what happened, has happened or is happening, or what could not be done."""
    verb = s.read.main_verb
    if verb in FUTURE_WORDS or verb == "can":
        return any(sign.search(s.text) for sign in (_UNDONE, PERCEIVED, WENT_ON))
    if verb in w.IRREGULAR_PAST or verb.endswith("ed") or verb in w.PAST_AUXILIARIES:
        return True
    rest = complement(s)
    if verb in w.HAVE:
        return "been" in s.read.predicate[:3] or any(map(participle, rest[:2]))
    if verb in w.BE and rest:
        return participle(rest[0]) or (
            rest[0].endswith("ing") and len(rest) > 1 and rest[0] not in w.EVALUATIVE
        )
    return False


def named_acts(s: Judged) -> bool:
    """Has a named actor that does something."""
    return s.read.named and acts(s)


def definite_acts(s: Judged) -> bool:
    """Has a definite subject that does something: "the treaty bans …"."""
    return acts(s) and not DEFINITE.isdisjoint(s.read.subject[:1])


def looked_up(s: Judged) -> bool:
    """Whether it gives an office, a rank, a place or an identity of somebody or something."""
    rest = complement(s)
    if not copula(s) or not rest:
        return False
    if not w.FACTUAL_COMPLEMENTS.isdisjoint(rest[:5]) or rest[0] in PLACE_COMPLEMENT:
        return True
    verb = s.read.verb or 0
    if s.read.main_verb in ("was", "were"):
        return s.read.named
    return s.read.named_in(0, verb) and s.read.named_in(verb, len(s.read.raw))


def names_only(s: Judged) -> bool:
    """Has no verb that is known here, but names, and is long."""
    return s.read.verb is None and s.read.named and len(s.read.low) > VERBLESS
