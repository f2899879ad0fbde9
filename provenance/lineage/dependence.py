"""How far two texts depend on each other: a graded judgement, with the words that speak for it.

Two texts depend on each other where one goes back to the other, or both to one origin. Signs are
weighed by hand, in thousandths of log odds, and added; the score is what the sum comes to between
0 and 1000. Half of it says that as much speaks for dependence as against it.

========================  ===================================================================
sign                      what it is
========================  ===================================================================
shared runs               own words of one in the other, in runs; chance is taken off first
same wording              stems of content words of one in the other, in runs (heavy rewrites)
same quotations           words that one has in quotation marks, and the other has too
same source               both credit one name; the more each rests on it, the more it says
names the source          one names what the other credits above all
same unnamed source       both describe one whom they do not name in the same words
same primary source       both speak early, and again, of one video, post, letter or paper
same lead, same title     the first words, or the headlines, are the same
names and numbers         of those of the shorter text many or few stand in the other, in one order
same slip                 one error of writing in both
own sources               each credits somebody, and no one whom the other credits
one refutes, one denies   what the other tells; words that a text quotes to refute them say half
========================  ===================================================================

Page furniture is left out (``reading``). Left out as well: what both texts leave out, pictures,
and how rare a word is elsewhere, which would make a judgement of two texts hang on all others.
"""

from collections.abc import Callable, Iterable, Sequence
from math import exp

from provenance.lineage.reading import Reading
from provenance.lineage.signs import HALF, WHOLE, Sign
from provenance.lineage.sourced import outlets, same_source, sources, things, unnamed
from provenance.lineage.worded import (
    MOST_WORDING,
    SAME_QUOTATIONS,
    SAME_WORDING,
    SHARED_RUNS,
    lead,
    marks,
    quotations,
    runs,
    slips,
    taken,
    title,
    wording,
    wording_at_most,
)
from provenance.model.record import Value

START = -2300  # thousandths of log odds from which the sum begins
REFUTES = "one refutes"
_WORDS = {SHARED_RUNS, SAME_WORDING, SAME_QUOTATIONS}
Rule = Callable[[Reading, Reading], Sign | Iterable[Sign] | None]


class Dependence(Value):
    """How far two texts depend on each other, in thousandths, and what speaks for and against."""

    score: int
    taken: int  # how much of the wording of one stands in the other
    signs: tuple[Sign, ...]

    @property
    def likely(self) -> bool:
        """Whether more speaks for dependence than against it."""
        return self.score >= HALF


def dependence(one: Reading, other: Reading) -> Dependence:
    """Return how far two texts depend on each other: the same score in either order."""
    signs = tuple(
        found for rule in _RULES for found in _made(rule(one, other)) if found.points != 0
    )
    share = taken(one, other)
    return Dependence(score=_score(_sum(signs, share)), taken=share, signs=signs)


def depends(one: Reading, other: Reading) -> bool:
    """Return whether ``dependence`` finds it likely; not all is looked at where it cannot."""
    signs: list[Sign] = []
    total, left = START, MOST_WORDING + sum(most for _, most in BY_COST)
    for rule, most in BY_COST:
        made = _made(rule(one, other))
        signs.extend(made)
        total += sum(sign.points for sign in made)
        left -= most
        if total + left < _LIKELY:
            return False
    if total + wording_at_most(one, other) < _LIKELY:
        return False
    signs.extend(_made(wording(one, other)))
    return _sum(signs, taken(one, other)) >= _LIKELY


def _sum(signs: Sequence[Sign], share: int) -> int:
    return START + sum(sign.points for sign in signs) - _quoted_to_refute(signs, share)


def _score(total: int) -> int:
    return round(WHOLE / (1 + exp(-total / 1000)))


def _quoted_to_refute(signs: Sequence[Sign], share: int) -> int:
    """Return what shared words say too much where one text quotes the other to refute it."""
    if share >= HALF or all(sign.rule != REFUTES for sign in signs):
        return 0
    return sum(sign.points for sign in signs if sign.rule in _WORDS) // 2


def source_signs(one: Reading, other: Reading) -> tuple[Sign, ...]:
    """Return the signs that both texts rest on the same source."""
    found = (rule(one, other) for rule in (same_source, unnamed, things))
    return tuple(sign for sign in found if sign is not None)


def _made(found: Sign | Iterable[Sign] | None) -> Sequence[Sign]:
    if found is None:
        return ()
    return (found,) if isinstance(found, Sign) else tuple(found)


def _against(one: Reading, other: Reading) -> Sign | None:
    if one.refutes != other.refutes:
        sentence = "One text refutes something, the other does not."
        return Sign(rule=REFUTES, points=-1500, sentence=sentence)
    if one.denies != other.denies:
        sentence = "One text begins with a denial, the other does not."
        return Sign(rule="one denies", points=-300, sentence=sentence)
    return None


_RULES: tuple[Rule, ...] = (
    runs,
    wording,
    quotations,
    sources,
    unnamed,
    things,
    outlets,
    lead,
    title,
    marks,
    slips,
    _against,
)
# The same but for ``wording``, what costs least first; beside each what it comes to at most.
BY_COST: tuple[tuple[Rule, int], ...] = (
    (_against, 0),
    (sources, 3300),
    (unnamed, 1500),
    (things, 1000),
    (outlets, 3000),
    (runs, 9000),
    (marks, 1500),
    (title, 1300),
    (lead, 2400),
    (slips, 1500),
    (quotations, 2500),
)
_LIKELY = next(total for total in range(-WHOLE, WHOLE) if _score(total) >= HALF)
