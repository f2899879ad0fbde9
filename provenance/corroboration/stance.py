"""Decide how one passage bears on another. Integers only: shares are compared in percent.

The rules, in their order; the first that holds decides. Look-alike events (another place, day,
month, year, age or deal) are not linked at all. What the words share must first reach a floor.

=========================== ===========  ====================================================
rule                        stance       holds where
=========================== ===========  ====================================================
denial                      contradicts  one of the two denies what both speak of
negation                    contradicts  a word that both use is negated in one
opposite words              contradicts  each uses one of two words that exclude each other
same words, other quantity  repeats      near-identical, an amount differs, and no other teller is
                                         named in its frame: drift shows it
other quantity in one chain unsure       amounts differ, and one text goes back to the other
quantity clash              contradicts  amounts of one unit differ beyond tolerance
other number, other order,  unsure       otherwise the same, and the doubt decides
intended or done
another in its place        unsure       a name, ordinal or part of the day stands where the other
                                         has another one
another doer                unsure       the noun of who acts is another, of no kin
same words, paraphrase      repeats      what they share is nearly all, or most, of both
says more                   supports     nearly all of the shorter stands in the longer
=========================== ===========  ====================================================
"""

from collections.abc import Iterator
from dataclasses import dataclass

from provenance.corroboration import amounts
from provenance.corroboration.concern import concerned
from provenance.corroboration.contrast import doubts
from provenance.corroboration.doers import other_doer
from provenance.corroboration.inplace import in_place
from provenance.corroboration.lookalike import is_lookalike
from provenance.corroboration.parties import is_other_deal
from provenance.corroboration.passage import Pair
from provenance.corroboration.reading import NAME, NUMBER, Reading, as_written
from provenance.corroboration.related import converse
from provenance.corroboration.related import opposed as opposed_words
from provenance.corroboration.tellers import told_by_others
from provenance.model import Stance

FLOOR = 9  # shared weight: a name, and words that tell an event
SHORTER, BOTH = 60, 45  # percent of the shorter passage, and of both together
DENIED_BOTH = 34  # a denial speaks in a frame of its own
CONTAINED, DEED = 90, 4  # percent of a denial, and words of it: an actor and what it did to what
NEAR, MOST = 80, 55
DENIED_LESS = 6  # shared weight, and percent of the shorter: a denial in other words
DENIED_WORDS, DENIED_SHORTER = 3, 50
DRIFTED = "same words, other quantity"
BY_CONCERNED = "denial by whom it concerns"
IN_OTHER_WORDS = "denial in other words"
IN_ITS_PLACE = "another in its place"


@dataclass(frozen=True, slots=True)
class Overlap:
    """What two passages share."""

    shared: frozenset[str]
    weight: int
    shorter: int  # percent of the shorter that is shared
    both: int  # percent of both together that is shared
    bare: int  # the same without amounts
    anchors: int  # shared names and numbers


def decide(one: Reading, other: Reading, *, beside: bool, chain: bool = False) -> Pair | None:
    """Return how two passages bear on each other, or None where nothing ties them.

    ``beside`` is set where one document says both: it then says two things, unless the words
    are nearly the same. ``chain`` is set where the documents of both go back to each other by
    some way: another amount is then drift on that way, and opposed words are a doubt.
    """
    one, other = sorted((one, other), key=lambda reading: reading.passage.order)
    if one.passage.type is not other.passage.type or is_lookalike(one, other):
        return None
    if is_other_deal(one, other):
        return None
    compared = amounts.compare(one.passage.quantities, other.passage.quantities)
    overlap = overlap_of(one, other, compared)
    opposed = one.denied != other.denied
    enough = _is_enough(overlap, DENIED_BOTH if opposed else BOTH)
    if not enough and not (opposed and _denies_part(one, other, overlap)):
        return _loosely_denied(one, other, overlap) if opposed else None
    for stance, rule, words in _verdicts(one, other, overlap, beside=beside, chain=chain):
        if stance is not None:
            return _pair(one, other, stance, rule, words or tuple(sorted(overlap.shared)))
    return None


def _verdicts(
    one: Reading, other: Reading, overlap: Overlap, *, beside: bool, chain: bool
) -> Iterator["_Verdict"]:
    """Yield what each rule says, in their order."""
    yield _against(one, other, overlap, opposed=one.denied != other.denied, chain=chain)
    yield _clash(one, other, overlap, chain=chain)
    yield _doubt(one, other, overlap)
    yield _unlike(one, other)
    yield _linked(one, other, overlap, beside=beside)


def _is_enough(overlap: Overlap, both: int) -> bool:
    return overlap.weight >= FLOOR and overlap.shorter >= SHORTER and overlap.both >= both


def _denies_part(one: Reading, other: Reading, overlap: Overlap) -> bool:
    """Return whether a short denial is all but contained in what it denies.

    Who denies names the actor and the deed, and seldom the rest.
    """
    denial, statement = (one, other) if one.denied else (other, one)
    contained = overlap.shorter >= CONTAINED and len(overlap.shared) >= DEED
    return contained and denial.weight < statement.weight


def _loosely_denied(one: Reading, other: Reading, overlap: Overlap) -> Pair | None:
    """Return the doubt that a denial speaks of a statement, of which it shares few words."""
    close = (
        overlap.weight >= DENIED_LESS
        and len(overlap.shared) >= DENIED_WORDS
        and overlap.shorter >= DENIED_SHORTER
        and bool(one.names & other.names)
    )
    if not close:
        return None
    return _pair(one, other, Stance.UNSURE, IN_OTHER_WORDS, tuple(sorted(overlap.shared)))


def _pair(one: Reading, other: Reading, stance: Stance, rule: str, words: tuple[str, ...]) -> Pair:
    first, second = _direction(one, other, stance)
    return Pair(
        one=first.passage.id,
        other=second.passage.id,
        stance=stance,
        rule=rule,
        words=as_written(words, first, second),
    )


_Verdict = tuple[Stance | None, str, tuple[str, ...]]
_NOTHING: _Verdict = (None, "", ())


def overlap_of(one: Reading, other: Reading, compared: amounts.Compared) -> Overlap:
    """Return what two passages share, amounts included."""
    shared = one.bag.keys() & other.bag.keys()
    weight = sum(min(one.bag[key], other.bag[key]) for key in shared)
    bare_union = max(1, one.weight + other.weight - weight)
    agreed = NUMBER * len(compared.agree)
    extra = NUMBER * (len(compared.agree) + len(compared.clash))
    union = max(1, bare_union + extra)
    smaller = max(1, min(one.weight, other.weight) + extra)
    return Overlap(
        shared=frozenset(shared),
        weight=weight + agreed,
        shorter=min(
            100,
            100
            * (weight + agreed)
            // (smaller if not compared.clash else max(1, min(one.weight, other.weight))),
        ),
        both=100 * (weight + agreed) // (union if not compared.clash else bare_union + agreed),
        bare=100 * weight // bare_union,
        anchors=len((one.names & other.names) | (one.numbers & other.numbers))
        + len(compared.agree),
    )


def _against(
    one: Reading, other: Reading, overlap: Overlap, *, opposed: bool, chain: bool
) -> _Verdict:
    rule, words = excluded(one, other, overlap)
    if opposed and rule != "negation":
        return Stance.CONTRADICTS, *_denial(one, other)
    if rule and not (opposed and rule == "negation"):
        return Stance.UNSURE if chain else Stance.CONTRADICTS, rule, words
    return _NOTHING


def _denial(one: Reading, other: Reading) -> tuple[str, tuple[str, ...]]:
    """Return whose denial it is: a bare one by whom the statement concerns is shown as that."""
    denial, statement = (one, other) if one.denied else (other, one)
    actor = concerned(denial, statement)
    shared = tuple(sorted(one.bag.keys() & other.bag.keys() - set(actor)))
    return (BY_CONCERNED, (*actor, *shared)) if actor else ("denial", ())


def excluded(one: Reading, other: Reading, overlap: Overlap) -> tuple[str, tuple[str, ...]]:
    """Return the rule by which two passages exclude each other with its words, or nothing."""
    negated = (one.negated ^ other.negated) & overlap.shared
    if negated:
        return "negation", tuple(sorted(negated))
    here, there = one.bag.keys() - other.bag.keys(), other.bag.keys() - one.bag.keys()
    pair = opposed_words(here, there)
    if pair and converse(pair[:1], pair[1:]) and _is_turned_round(one, other):
        return "", ()
    return ("opposite words", tuple(sorted(pair))) if pair else ("", ())


def _clash(one: Reading, other: Reading, overlap: Overlap, *, chain: bool) -> _Verdict:
    compared = amounts.compare(one.passage.quantities, other.passage.quantities)
    if not compared.clash:
        return _NOTHING
    words = tuple(word for pair in compared.clash for word in pair)
    ordered = [key for key in one.bag if key in overlap.shared]
    same_order = ordered == [key for key in other.bag if key in overlap.shared]
    alike = same_order and len(ordered) >= 6
    if overlap.bare >= NEAR and (chain or (alike and not _told_by_others(one, other))):
        return Stance.REPEATS, DRIFTED, words
    if chain:
        return Stance.UNSURE, "other quantity in one chain", words
    return Stance.CONTRADICTS, "quantity clash", words


def _told_by_others(one: Reading, other: Reading) -> bool:
    return told_by_others(one.passage.wording, other.passage.wording)


def _doubt(one: Reading, other: Reading, overlap: Overlap) -> _Verdict:
    if one.numbers - other.numbers and other.numbers - one.numbers:
        return Stance.UNSURE, "other number", tuple(sorted(one.numbers ^ other.numbers))
    if is_reversed(one, other):
        return Stance.UNSURE, "other order", ()
    if one.prospect != other.prospect and overlap.bare < NEAR:
        return Stance.UNSURE, "intended or done", ()
    return _NOTHING


def _unlike(one: Reading, other: Reading) -> _Verdict:
    """Return the doubt that something else of one kind stands in the same place."""
    rule, words = doubts(one, other)
    return (Stance.UNSURE, rule, words) if rule else _NOTHING


def _linked(one: Reading, other: Reading, overlap: Overlap, *, beside: bool) -> _Verdict:
    """Return the link that shared words make, or the doubt that one of them tells another event."""
    found = _same(overlap, beside=beside)
    if found[0] is None or one.passage.wording == other.passage.wording:
        return found
    words = in_place(one, other)
    if words:
        return Stance.UNSURE, IN_ITS_PLACE, words
    doers = other_doer(one, other)
    return (Stance.UNSURE, "another doer", doers) if doers else found


def is_reversed(one: Reading, other: Reading) -> bool:
    """Return whether the same two names come the other way round, and so do the roles.

    Where one of them but opens its sentence, and each side has words of its own, another verb
    may tell it from the other side: "supplies", "has received".
    """
    here, there = one.bag.keys() - other.bag.keys(), other.bag.keys() - one.bag.keys()
    if one.passive != other.passive or not _is_turned_round(one, other):
        return False
    if here and there and len(one.names & other.names) < 2:
        return False
    return not converse(here, there)


def _is_turned_round(one: Reading, other: Reading) -> bool:
    """Return whether two names that both give come the other way round.

    A word that opens a sentence has a capital in any case: what the other side has as a name
    is one there too.
    """
    common = (one.names | other.names) & one.bag.keys() & other.bag.keys()
    left = [key for key in one.bag if key in common]
    right = [key for key in other.bag if key in common]
    return len(left) == 2 and left == right[::-1]


def _same(overlap: Overlap, *, beside: bool) -> _Verdict:
    if len(overlap.shared) < 3 or (not overlap.anchors and len(overlap.shared) < 5):
        return _NOTHING
    if overlap.both >= NEAR:
        return Stance.REPEATS, "same words", ()
    if beside:
        return _NOTHING
    if overlap.both >= MOST and overlap.anchors:
        return Stance.REPEATS, "paraphrase", ()
    if overlap.shorter >= 90 and overlap.weight >= FLOOR + NAME and overlap.anchors:
        return Stance.SUPPORTS, "says more", ()
    return _NOTHING


def _direction(one: Reading, other: Reading, stance: Stance) -> tuple[Reading, Reading]:
    """Return the passage that bears on the other first: the one that says more, or denies."""
    if stance is Stance.SUPPORTS and other.weight > one.weight:
        return other, one
    if stance is Stance.CONTRADICTS and _denies(other) and not _denies(one):
        return other, one
    return one, other


def _denies(reading: Reading) -> bool:
    return reading.denied or bool(reading.negated)
