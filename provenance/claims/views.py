"""Signs that a sentence weighs or judges; each gives the words that show it, or nothing."""

from provenance.claims import words as w
from provenance.claims.judged import (
    Judged,
    acting,
    complement,
    copula,
    participle,
    shown,
    verb,
    would_be,
)
from provenance.claims.patterns import (
    APPEAL,
    BELIEF,
    CLEFT,
    FEELING,
    IDIOM,
    IMAGE,
    PLACE_COMPLEMENT,
    VIEW,
)
from provenance.claims.signs import event


def view(s: Judged) -> str:
    """Whether the writer shows ("in my view", "what matters is") and no amount is given."""
    opens = IDIOM.search(s.text) or FEELING.search(s.text[:80]) or APPEAL.match(s.text)
    if opens or (s.counted and not s.text.startswith("I ")):
        return shown(s, opens)
    if would_be(s):
        return verb(s)
    if belief := BELIEF.match(s.text):
        return shown(s, belief)
    stance = next(
        (word for word in (*s.read.low[:3], *s.read.low[-1:]) if word in w.STANCE_ADVERBS), ""
    )
    return stance or shown(s, VIEW.search(s.text)) or shown(s, CLEFT.match(s.text))


def judging(s: Judged) -> str:
    """Has a copula with an evaluating adjective or noun."""
    if not copula(s) or s.counted:
        return ""
    rest = complement(s)
    if not rest or participle(rest[0]):
        return ""
    if rest[0] in PLACE_COMPLEMENT or rest[0] in ("beyond", "of"):
        judged = next((word for word in rest[1:3] if word in w.EVALUATIVE), "")
        return judged if "condition" not in rest[:4] else ""
    for word in rest[:6]:
        if word in w.PREPOSITIONS or word in w.RELATIVES or word in ",;:":
            return ""
        if word in w.EVALUATIVE or word in w.EVALUATIVE_NOUNS:
            return word
    return ""


def pointing(s: Judged) -> str:
    """Has a bare "this" or "it" as subject of a copula or of a figurative verb."""
    subject = [word for word in s.read.subject if word != ","]
    if len(subject) != 1 or subject[0] not in ("this", "that", "it", "these", "those"):
        return ""
    rest = complement(s)
    goes_on = s.read.main_verb in w.BE and rest[:1] and rest[0].endswith("ing")
    if goes_on and subject[0] == "it" and rest[0] not in w.DRIFTING:
        return ""
    if s.counted or any(map(participle, rest[:1])) or (s.reported and event(s)):
        return ""
    main = s.read.main_verb
    holds = copula(s) or main in w.FIGURATIVE_FORMS or main in w.REPORTING
    return f"{subject[0]} {verb(s)}" if holds else ""


def idea(s: Judged) -> str:
    """Has an idea as subject, and weighs it or says of it what is said of ideas alone."""
    at = s.read.verb if s.read.verb is not None else 0
    head = abstract(s)
    if not head or s.read.named_in(s.read.clause, at + 4):
        return ""
    fades = not w.FADING.isdisjoint((s.read.main_verb, *complement(s)[:2]))
    return f"{head} {verb(s)}" if fades or (copula(s) and not event(s)) else ""


def reads_minds(s: Judged) -> str:
    """Says what others think without their saying so."""
    if s.reported or s.counted:
        return ""
    main, *rest = (s.read.main_verb, *s.read.predicate, "")
    if main in w.DO:
        main, *rest = (*rest, "")
    return main if main in w.MENTAL and rest[0] != "to" else ""


def figurative(s: Judged) -> str:
    """Speaks in a figure: "magnifies the challenge", "at a crossroads"."""
    if s.counted or s.reported:
        return ""
    if s.read.main_verb in w.FIGURATIVE_FORMS:
        return verb(s)
    return shown(s, IMAGE.search(s.text))


def first_person(s: Judged) -> str:
    """Is about the writer or the reader, in the present, without an amount."""
    if s.counted or s.vague or event(s):
        return ""
    return s.read.subject[0] if s.read.subject[:1] in (("we",), ("i",), ("you",)) else ""


def abstract(s: Judged) -> str:
    """Has an idea as the head of its subject, and gives no amount."""
    head = ""
    for word in s.read.subject:
        if word in w.PREPOSITIONS and head:
            break
        head = head if word == "," else word
    return head if head.removesuffix("'s") in w.ABSTRACT and not s.counted else ""


def remark(s: Judged) -> str:
    """Is anything else."""
    return acting(s) or " ".join(s.read.raw[:3])
