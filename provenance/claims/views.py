"""Signs that a sentence weighs or judges: each is one question with a yes or no."""

from provenance.claims import words as w
from provenance.claims.judged import Judged, complement, copula, participle, would_be
from provenance.claims.patterns import CLEFT, IMAGE, PLACE_COMPLEMENT, VIEW
from provenance.claims.signs import event


def view(s: Judged) -> bool:
    """Whether the writer shows ("in my view", "what matters is") and no amount is given."""
    if s.counted and not s.text.startswith("I "):
        return False
    if would_be(s):
        return True
    stance = not w.STANCE_ADVERBS.isdisjoint(s.read.low[:3])
    return stance or bool(VIEW.search(s.text)) or bool(CLEFT.match(s.text))


def judging(s: Judged) -> bool:
    """Has a copula with an evaluating adjective or noun."""
    if not copula(s) or s.counted:
        return False
    rest = complement(s)
    if not rest or participle(rest[0]):
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
    rest = complement(s)
    goes_on = s.read.main_verb in w.BE and rest[:1] and rest[0].endswith("ing")
    if goes_on and subject[0] == "it" and rest[0] not in w.DRIFTING:
        return False
    if s.counted or any(map(participle, rest[:1])) or (s.reported and event(s)):
        return False
    return copula(s) or s.read.main_verb in w.FIGURATIVE_FORMS or s.read.main_verb in w.REPORTING


def idea(s: Judged) -> bool:
    """Has an idea as subject, and weighs it or says of it what is said of ideas alone."""
    verb = s.read.verb if s.read.verb is not None else 0
    if not abstract(s) or s.read.named_in(s.read.clause, verb + 4):
        return False
    fades = not w.FADING.isdisjoint((s.read.main_verb, *complement(s)[:2]))
    return fades or (copula(s) and not event(s))


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


def abstract(s: Judged) -> bool:
    """Has an idea as the head of its subject, and gives no amount."""
    head = ""
    for word in s.read.subject:
        if word in w.PREPOSITIONS and head:
            break
        head = head if word == "," else word
    return head.removesuffix("'s") in w.ABSTRACT and not s.counted
