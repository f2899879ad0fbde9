"""What in a passage speaks against a claim, with the words on both sides that show it.

====================  ======  ==================================================================
rule                  weight  holds where
====================  ======  ==================================================================
other year               500  years of the claim meet none of the passage's
negation                 450  a word that both use is negated in one
denial                   400  the passage denies or retracts, and the claim does not
other day or month       350  a month of the claim is not there, another one is
other number             350  a count of the same thing differs (150: of something)
opposite words           300  each uses one of two words that exclude each other
turned                   300  "before", "more", "to" of the claim is "after", "less", "from" there
other of its kind        250  another word of the same kind stands there instead of the claim's
other name               250  another name stands behind the same preposition
absolute                 200  "only", "first", "never" is the claim's alone
nowhere on the page      200  a name or number of the claim; a passage need not have it
only planned             150  the passage tells of a plan, the claim of a deed
other order              100  the same two names, the other way round
====================  ======  ==================================================================
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from provenance.corroboration.figures import Figure, meet
from provenance.corroboration.lines import Line, Word
from provenance.corroboration.reading import Reading, key_of
from provenance.corroboration.related import opposed, rival
from provenance.corroboration.vocabulary import STOP
from provenance.text import WORD, fold

DECISIVE = 300  # from here on one sign alone speaks against
_SLOTS = frozenset(("in", "at", "by", "from", "for", "with", "to", "of", "on", "near", "under"))
_ABSOLUTE = frozenset(
    ("only", "first", "exclusively", "solely", "always", "never", "entirely", "completely")
)
_TURNED = frozenset(
    map(
        frozenset,
        (
            *(("before", "after"), ("earlier", "later"), ("more", "less"), ("more", "fewer")),
            *(("over", "under"), ("above", "below"), ("to", "from"), ("with", "without")),
            *(("up", "down"), ("into", "out")),
        ),
    )
)
_TURNING = frozenset(chain.from_iterable(_TURNED))


class Contrast(NamedTuple):
    """One thing that speaks against a claim: the rule, the words of both, and how much."""

    rule: str
    claim: str
    evidence: str
    weight: int


class Sides(NamedTuple):
    """A claim, the sentences it is held against, and the places of its words not found there."""

    claim: Line
    evidence: Sequence[Line]
    missing: frozenset[int]
    page: bool = False  # the evidence is the best of a whole page, and nothing else is there

    @property
    def said(self) -> frozenset[str]:
        """All keys of the evidence."""
        return frozenset(chain.from_iterable(line.places for line in self.evidence))


Rule = Callable[[Sides], Iterator[Contrast]]


def contrasts(sides: Sides) -> list[Contrast]:
    """Return what speaks against the claim, what weighs most first."""
    found = [contrast for rule in _RULES for contrast in rule(sides)]
    return sorted(found, key=lambda contrast: -contrast.weight)


def _negation(sides: Sides) -> Iterator[Contrast]:
    claim = sides.claim
    for line in sides.evidence:
        shared = claim.places.keys() & line.places.keys()
        for key in sorted((claim.negated ^ line.negated) & shared):
            yield Contrast("negation", _around(claim, key), _around(line, key), 450)
            return


def _denial(sides: Sides) -> Iterator[Contrast]:
    if sides.claim.denies:
        return
    for line in sides.evidence:
        if line.denies:
            yield Contrast("denial", "", _shown(line.words), 400)
            return


def _figures(sides: Sides) -> Iterator[Contrast]:
    there = [(line, figure) for line in sides.evidence for figure in line.figures]
    for figure in sides.claim.figures:
        same = [each for each in there if each[1].sort == figure.sort]
        if not same or any(meet(figure, other) for _, other in same):
            continue
        counted = [each for each in same if figure.unit and each[1].unit == figure.unit]
        line, other = (counted or same)[0]
        year = figure.sort == "year"
        yield Contrast(
            "other year" if year else "other number",
            _figure(sides.claim, figure),
            _figure(line, other),
            500 if year else 350 if counted else 150,
        )


def _months(sides: Sides) -> Iterator[Contrast]:
    there = {word.key: word for line in sides.evidence for word in line.words}
    months = [word for word in there.values() if word.sort == "month"]
    for _, word in sides.claim.telling:
        if word.sort == "month" and word.key not in there and months:
            yield Contrast("other day or month", word.shown, months[0].shown, 350)
            return


def _opposite(sides: Sides) -> Iterator[Contrast]:
    claim, said = sides.claim.places.keys(), sides.said
    pair = opposed(sorted(claim - said), said - claim)
    if pair is not None:
        yield Contrast("opposite words", _word(sides.claim, pair[0]), _any(sides, pair[1]), 300)


def _turned(sides: Sides) -> Iterator[Contrast]:
    here = _turns([(word.folded, word.key) for word in sides.claim.words])
    there = [_turns([(word.folded, word.key) for word in line.words]) for line in sides.evidence]
    turned = _turn(here, frozenset(chain.from_iterable(there)))
    if turned:
        yield Contrast("turned", *turned, 300)


def _turns(words: Iterable[tuple[str, str]]) -> frozenset[tuple[str, str]]:
    """Return the small words that turn a sentence, each with the telling word behind it."""
    small, found = "", set()
    for word, key in words:
        if word in _TURNING:
            small = word
        elif small and key and word not in STOP:
            found.add((small, key))
            small = ""
    return frozenset(found)


def _turn(
    here: frozenset[tuple[str, str]], there: frozenset[tuple[str, str]]
) -> tuple[str, str] | None:
    """Return the small word of each side that turns the same word another way."""
    for small, key in sorted(here - there):
        for other, same in sorted(there - here):
            if same == key and frozenset((small, other)) in _TURNED:
                return f"{small} {key}", f"{other} {key}"
    return None


def _kind(sides: Sides) -> Iterator[Contrast]:
    there = sides.said - sides.claim.places.keys()
    for at in sorted(sides.missing):
        word = sides.claim.words[at]
        other = rival(word.key, there)
        if other is not None:
            yield Contrast("other of its kind", word.shown, _any(sides, other), 250)
            return


def _names(sides: Sides) -> Iterator[Contrast]:
    claim = sides.claim
    names = [
        (_slot(line, at), word)
        for line in sides.evidence
        for at, word in line.telling
        if word.sort == "name" and word.key not in claim.places
    ]
    for at in sorted(sides.missing):
        word = claim.words[at]
        if word.sort != "name":
            continue
        slot = _slot(claim, at)
        placed = [other for where, other in names if slot and where == slot]
        if placed:
            yield Contrast("other name", word.shown, placed[0].shown, 250)
            return


def _nowhere(sides: Sides) -> Iterator[Contrast]:
    for at in sorted(sides.missing) if sides.page else ():
        word = sides.claim.words[at]
        if word.sort in ("name", "number"):
            yield Contrast("nowhere on the page", word.shown, "", 200)


def _slot(line: Line, at: int) -> str:
    """Return the preposition behind which a name stands, over other names and an article."""
    while at and (line.words[at - 1].sort == "name" or line.words[at - 1].folded == "the"):
        at -= 1
    before = line.words[at - 1].folded if at else ""
    return before if before in _SLOTS else ""


def _order(sides: Sides) -> Iterator[Contrast]:
    claim = sides.claim
    for line in sides.evidence:
        common = [
            word.key for _, word in claim.telling if word.sort == "name" and word.key in line.places
        ]
        names = list(dict.fromkeys(common))
        passive = _is_passive(claim) == _is_passive(line)
        if len(names) == 2 and passive and line.places[names[0]][0] > line.places[names[1]][0]:
            first, second = (_word(claim, name) for name in names)
            yield Contrast("other order", f"{first} … {second}", f"{second} … {first}", 100)
            return


def _is_passive(line: Line) -> bool:
    return "by" in line.places


def _absolute(sides: Sides) -> Iterator[Contrast]:
    said = {word.folded for line in sides.evidence for word in line.words}
    alone = [word for word in sides.claim.words if word.folded in _ABSOLUTE]
    if alone and said.isdisjoint(_ABSOLUTE):
        yield Contrast("absolute", alone[0].shown, "", 200)


def _planned(sides: Sides) -> Iterator[Contrast]:
    if not sides.claim.intends and all(line.intends for line in sides.evidence):
        yield Contrast("only planned", "", _shown(sides.evidence[0].words), 150)


def _figure(line: Line, figure: Figure) -> str:
    return _shown(line.words[figure.start : figure.end])


def _shown(words: Sequence[Word]) -> str:
    return " ".join(word.shown for word in words)


def _word(line: Line, key: str) -> str:
    return line.words[line.places[key][0]].shown


def _any(sides: Sides, key: str) -> str:
    return next(_word(line, key) for line in sides.evidence if key in line.places)


def _around(line: Line, key: str) -> str:
    """Return a word with the negation that governs it, where one does."""
    at = line.places[key][0]
    return _shown(
        line.words[max(0, at - 3) : at + 1] if key in line.negated else line.words[at:][:1]
    )


_RULES: tuple[Rule, ...] = (
    _negation,
    _denial,
    _figures,
    _months,
    _opposite,
    _turned,
    _kind,
    _names,
    _nowhere,
    _order,
    _absolute,
    _planned,
)


def doubts(one: Reading, other: Reading) -> tuple[str, tuple[str, ...]]:
    """Return why two passages that share most words may yet tell of two things, or nothing.

    Only what a bag and the order of small words show: these are looked at for every pair.
    """
    here, there = one.bag.keys() - other.bag.keys(), other.bag.keys() - one.bag.keys()
    for key in sorted(here - one.names):
        against = rival(key, there - other.names)
        if against is not None:
            return "other of its kind", (key, against)
    turned = _turn(_turns_in(one.passage.wording), _turns_in(other.passage.wording))
    return ("turned", turned) if turned else ("", ())


@lru_cache(maxsize=1 << 14)
def _turns_in(wording: str) -> frozenset[tuple[str, str]]:
    words = WORD.findall(fold(wording))
    if _TURNING.isdisjoint(words):
        return frozenset()
    return _turns((word, key_of(word)[0]) for word in words)
