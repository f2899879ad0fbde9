"""Signs in a sentence that the kind rules go by; each is one question with a yes or no.

They look at the words (``words``), at fixed phrases (``patterns``) and at the shallow reading
of the sentence (``sentence``), never at names of things.
"""

import re
from itertools import islice
from typing import NamedTuple

from provenance.claims import words as w
from provenance.claims.patterns import (
    BANNED,
    BE_OR_SEEM,
    CALL,
    CLEFT,
    COMMON_INFINITIVES,
    DEFINITE,
    DEGREE,
    DENYING,
    EXPECTING,
    FUTURE_WORDS,
    IMAGE,
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
)
from provenance.claims.sentence import Sentence

_UNDONE = re.compile(
    r"\bcould (?:not|no longer) (?:\w+ )?be (?:reached|verified|confirmed|identified"
    r"|established|contacted"
    r"|found|determined|located)\b"
)


class Judged(NamedTuple):
    """A sentence with the content that is judged, where somebody else says it."""

    text: str  # the content
    read: Sentence
    reported: bool
    counted: bool  # an amount with a value stands in it
    vague: bool  # an amount without one


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
    return match is not None and not LEGAL.search(s.text) and _in_main(s, match.start())


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
        or _would_be(s)
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
    return _in_main(s, match.start())


def novelty(s: Judged) -> bool:
    """Says that something is new, first, or was never so before."""
    match = NOVELTY.search(s.text)
    if match is None:
        return False
    what = (match["what"] or "").lower().split()
    return w.EVALUATIVE_NOUNS.isdisjoint(what) and w.ABSTRACT.isdisjoint(what)


def view(s: Judged) -> bool:
    """Whether the writer shows ("in my view", "what matters is") and no amount is given."""
    if s.counted and not s.text.startswith("I "):
        return False
    if _would_be(s):
        return True
    stance = not w.STANCE_ADVERBS.isdisjoint(s.read.low[:3])
    return stance or bool(VIEW.search(s.text)) or bool(CLEFT.match(s.text))


def judging(s: Judged) -> bool:
    """Has a copula with an evaluating adjective or noun."""
    if not _copula(s) or s.counted:
        return False
    rest = _complement(s)
    if not rest or _participle(rest[0]):
        return False
    if rest[0] in PLACE_COMPLEMENT or rest[0] in ("beyond", "of"):
        return not w.EVALUATIVE.isdisjoint(rest[1:3]) and "condition" not in rest[:4]
    for word in rest[:6]:
        if word in w.PREPOSITIONS or word in w.RELATIVES or word in ",;:":
            return False
        if word in w.EVALUATIVE or word in w.EVALUATIVE_NOUNS:
            return True
    return False


def pointing(s: Judged) -> bool:
    """Has a bare "this" or "it" as subject of a copula or of a figurative verb."""
    subject = [word for word in s.read.subject if word != ","]
    if len(subject) != 1 or subject[0] not in ("this", "that", "it", "these", "those"):
        return False
    rest = _complement(s)
    goes_on = s.read.main_verb in w.BE and rest[:1] and rest[0].endswith("ing")
    if goes_on and subject[0] == "it" and rest[0] not in w.DRIFTING:
        return False
    if s.counted or any(map(_participle, rest[:1])) or (s.reported and event(s)):
        return False
    return _copula(s) or s.read.main_verb in w.FIGURATIVE_FORMS or s.read.main_verb in w.REPORTING


def idea(s: Judged) -> bool:
    """Has an idea as subject, and weighs it or says of it what is said of ideas alone."""
    verb = s.read.verb if s.read.verb is not None else 0
    if not abstract(s) or s.read.named_in(s.read.clause, verb + 4):
        return False
    fades = not w.FADING.isdisjoint((s.read.main_verb, *_complement(s)[:2]))
    return fades or (_copula(s) and not event(s))


def reads_minds(s: Judged) -> bool:
    """Says what others think without their saying so."""
    if s.reported or s.counted:
        return False
    verb, *rest = (s.read.main_verb, *s.read.predicate, "")
    if verb in w.DO:
        verb, *rest = (*rest, "")
    return verb in w.MENTAL and rest[0] != "to"


def figurative(s: Judged) -> bool:
    """Speaks in a figure: "magnifies the challenge", "at a crossroads"."""
    if s.counted or s.reported:
        return False
    return s.read.main_verb in w.FIGURATIVE_FORMS or bool(IMAGE.search(s.text))


def first_person(s: Judged) -> bool:
    """Is about the writer or the reader, in the present, without an amount."""
    if s.counted or s.vague or event(s):
        return False
    return s.read.subject[:1] in (("we",), ("i",), ("you",))


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
        return bool(_UNDONE.search(s.text) or PERCEIVED.search(s.text))
    if verb in w.IRREGULAR_PAST or verb.endswith("ed") or verb in w.PAST_AUXILIARIES:
        return True
    rest = _complement(s)
    if verb in w.HAVE:
        return "been" in s.read.predicate[:3] or any(map(_participle, rest[:2]))
    if verb in w.BE and rest:
        return _participle(rest[0]) or (
            rest[0].endswith("ing") and len(rest) > 1 and rest[0] not in w.EVALUATIVE
        )
    return False


def named_acts(s: Judged) -> bool:
    """Has a named actor that does something."""
    return s.read.named and _acts(s)


def definite_acts(s: Judged) -> bool:
    """Has a definite subject that does something: "the treaty bans …"."""
    return _acts(s) and not DEFINITE.isdisjoint(s.read.subject[:1])


def looked_up(s: Judged) -> bool:
    """Whether it gives an office, a rank, a place or an identity of somebody or something."""
    rest = _complement(s)
    if not _copula(s) or not rest:
        return False
    if not w.FACTUAL_COMPLEMENTS.isdisjoint(rest[:5]) or rest[0] in PLACE_COMPLEMENT:
        return True
    verb = s.read.verb or 0
    if s.read.main_verb in ("was", "were"):
        return s.read.named
    return s.read.named_in(0, verb) and s.read.named_in(verb, len(s.read.raw))


def abstract(s: Judged) -> bool:
    """Has an idea as the head of its subject, and gives no amount."""
    head = ""
    for word in s.read.subject:
        if word in w.PREPOSITIONS and head:
            break
        head = head if word == "," else word
    return head.removesuffix("'s") in w.ABSTRACT and not s.counted


def names_only(s: Judged) -> bool:
    """Has no verb that is known here, but names, and is long."""
    return s.read.verb is None and s.read.named and len(s.read.low) > VERBLESS


def _in_main(s: Judged, at: int) -> bool:
    """Whether a place in the text lies in the main clause: nothing subordinates it."""
    if s.read.verb is None:
        return True
    starts = islice(s.read.starts(), s.read.verb, None)
    return not any(
        start < at and (word in w.RELATIVES or word in w.SUBORDINATORS)
        for word, start in zip(s.read.low[s.read.verb :], starts, strict=True)
    )


def _would_be(s: Judged) -> bool:
    """Says "it would be wrong to": a judgement in the form of a forecast."""
    pointing_back = s.read.subject in (("it",), ("this",), ("that",))
    if s.read.main_verb != "would" or not pointing_back or "be" not in s.read.predicate[:3]:
        return False
    return not (w.EVALUATIVE | w.EVALUATIVE_NOUNS).isdisjoint(s.read.predicate[1:6])


def _copula(s: Judged) -> bool:
    if s.read.main_verb in w.HAVE:
        return "been" in s.read.predicate[:3]
    return s.read.main_verb in BE_OR_SEEM


def _participle(word: str) -> bool:
    if word in w.EVALUATIVE:
        return False
    return word.endswith("ed") or word in w.IRREGULAR_PAST or word in w.PARTICIPLES


def _complement(s: Judged) -> tuple[str, ...]:
    """Words after the verb without adverbs of degree, articles and negation."""
    rest = tuple(word for word in s.read.predicate if word not in DEGREE)
    return rest[1:] if rest[:1] == ("been",) and s.read.main_verb in w.HAVE else rest


def _acts(s: Judged) -> bool:
    verb = s.read.main_verb
    return verb in w.THIRD or verb in w.VERBS or verb in w.HAVE or verb in w.DO
