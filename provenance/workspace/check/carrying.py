"""Which claims of a workspace say what a statement of a checked text says.

Each statement is decided against appearances by the rules of corroboration, one by one. Where
the workspace is large, the index leads to those worth reading; elsewhere all are read. A claim
of another kind is looked at too: a forecast that is put as a fact is found only so.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from heapq import nsmallest
from typing import NamedTuple

from provenance.corroboration import amounts
from provenance.corroboration import keys as passage_keys
from provenance.corroboration.lookalike import is_lookalike, is_other_day
from provenance.corroboration.reading import NUMBER, Reading, as_written, read
from provenance.corroboration.stance import (
    DRIFTED,
    FLOOR,
    IN_OTHER_WORDS,
    MOST,
    Overlap,
    decide,
    excluded,
    is_reversed,
    overlap_of,
)
from provenance.lineage.keys import VERSION
from provenance.model import Appearance, ClaimKind, Stance
from provenance.workspace.assess.extent import closed
from provenance.workspace.assess.gather import passages_of
from provenance.workspace.core import Workspace
from provenance.workspace.narrow import Narrowed
from provenance.workspace.picture import Picture

ALL = 3000  # appearances up to which each is read
TOGETHER = 2  # keys that a statement shares with what it is held beside
DECIDED = 40  # appearances that a statement is decided against: those that share most keys
DOCUMENTS = 6  # that the index leads to for one statement
MOSTLY = 60  # percent of a statement that stands in what is nearest to it
OTHER_DAY, OTHER_PLACE, NEAREST = "another day", "another place", "shares words"
TEXTS = 2  # beside the nearest one, in which a statement is looked for
PART = "part of what the claim says"
WHOLE, WORDS = 90, 4  # percent of a statement that stands in a longer one; shared words of it
OTHER_AMOUNT = frozenset({"quantity clash", "other quantity in one chain", DRIFTED})
"""Rules by which two passages say the same of another amount."""
_RANK = {Stance.REPEATS: 0, Stance.SUPPORTS: 1, Stance.CONTRADICTS: 2, Stance.UNSURE: 3}


Order = tuple[bool, int, int, int, int, str]


class Match(NamedTuple):
    """How a claim bears on a statement, by the appearance of it that bears on it most."""

    claim: str
    appearance: str
    stance: Stance
    rule: str
    words: tuple[str, ...]
    weight: int  # of what both share
    more: tuple[str, ...] = ()  # what the statement says and this appearance does not
    names: tuple[str, ...] = ()  # of the statement alone, where this appearance has others
    denies: bool = False  # the statement is the one that speaks against the other
    both: int = 0  # percent of what both say that is shared

    @property
    def carries(self) -> bool:
        """Whether the claim says the same, be it of another amount or in another order."""
        if self.rule == IN_OTHER_WORDS:  # a doubt, and not that it says the same
            return False
        return self.stance is not Stance.CONTRADICTS or self.rule in OTHER_AMOUNT

    @property
    def order(self) -> Order:
        """The nearest first, of what shares as much what says least besides."""
        other = self.rule in OTHER_AMOUNT
        stance = _RANK[self.stance]
        return bool(self.names), stance, other, -self.weight, -self.both, self.appearance


class Matches(NamedTuple):
    """The claims that bear on a statement, each once, the nearest first."""

    decided: tuple[Match, ...]
    near: Match | None  # where nothing is decided: what shares most words
    others: tuple[Match, ...] = ()  # of other texts, what shares words too

    @property
    def carrier(self) -> Match | None:
        """The claim that carries the statement."""
        return next((each for each in self.decided if each.carries), None)


def looked_at(workspace: Workspace, statements: Sequence[Reading]) -> Picture:
    """Return what may bear on statements: all of a small workspace, of a large one a part.

    The index leads to documents that may say the same; what these are tied to, and share claims
    with, is there too, so that origins and grades are those of the whole.
    """
    store, index = workspace.store, workspace.postings
    said = store.cells(Appearance, "document")
    if len(said) <= ALL:
        return Picture(workspace)
    near = {document for (document,) in said} - index.posted(VERSION)
    for reading in {each.passage.wording: each for each in statements}.values():
        wanted = passage_keys.keys([(reading, [reading.passage])]).values()
        for keys in wanted:
            near.update(passage_keys.related(keys, index, most=DOCUMENTS))
    return Picture(workspace, Narrowed(store, closed(store, near)))


class Claims:
    """The appearances of a picture, read, to hold statements beside."""

    def __init__(self, picture: Picture, statements: Sequence[Reading]) -> None:
        """Read every appearance."""
        self._picture = picture
        self._statements = {each.passage.id: each for each in statements}
        self._readings = [
            read(each.model_copy(update={"type": ClaimKind.FACT}))
            for each in passages_of(picture)
            if each.id in picture.belongs
        ]
        self._known: dict[str, Matches] = {}  # by wording
        self._bearing: dict[str, list[int]] = defaultdict(list)
        for number, reading in enumerate(self._readings):
            for key in reading.bag:
                self._bearing[key].append(number)

    def matches(self, statement: str) -> Matches:
        """Return the claims that bear on a statement; for the same words only once looked for."""
        own = self._statements[statement]
        said = own.passage.wording
        if said not in self._known:
            self._known[said] = self._matches(own)
        return self._known[said]

    def _matches(self, own: Reading) -> Matches:
        shared = Counter(number for key in own.bag for number in self._bearing.get(key, ()))
        most = ((-keys, number) for number, keys in shared.items() if keys >= TOGETHER)
        best: dict[str, Match] = {}
        near: list[Match] = []
        for _, number in nsmallest(DECIDED, most):
            other = self._readings[number]
            match = self._match(own, other) if may_match(own, other) else None
            if match is None:
                continue
            if match.rule in (OTHER_DAY, OTHER_PLACE, NEAREST):
                near.append(match)
            elif match.claim not in best or match.order < best[match.claim].order:
                best[match.claim] = match
        decided = tuple(sorted(best.values(), key=self._order))
        near.sort(key=lambda each: (each.rule == NEAREST, -each.weight, self._content(each)))
        if decided or not near:
            return Matches(decided, None)
        return Matches(decided, near[0], self._of_other_texts(near))

    def _content(self, match: Match) -> str:
        return self._picture.content(self._picture.appearances[match.appearance])

    def _of_other_texts(self, near: Sequence[Match]) -> tuple[Match, ...]:
        """Return what is nearest in each text, apart from the first."""
        said = self._picture.appearances
        first: dict[str, Match] = {}
        for match in near:
            if match.rule == NEAREST:
                first.setdefault(said[match.appearance].document, match)
        return tuple(match for match in first.values() if match is not near[0])[:TEXTS]

    def _order(self, match: Match) -> tuple[bool, Order]:
        return self._picture.claims[match.claim].type is not ClaimKind.FACT, match.order

    def _match(self, own: Reading, other: Reading) -> Match | None:
        compared = amounts.compare(own.passage.quantities, other.passage.quantities)
        overlap = overlap_of(own, other, compared)
        pair = decide(own, other, beside=False)
        if pair is None and not compared.clash and is_part(own, other, overlap):
            words = as_written(tuple(sorted(overlap.shared)), own, other)
            return self._made(other, Stance.SUPPORTS, PART, overlap, (words, ()))
        if pair is None:
            return self._near(own, other, overlap)
        more: tuple[str, ...] = ()
        if pair.stance is Stance.SUPPORTS and pair.one == own.passage.id:
            more = as_written(tuple(key for key in own.bag if key not in other.bag), own, own)
        denies = pair.stance is Stance.CONTRADICTS and own.denied and not other.denied
        match = self._made(other, pair.stance, pair.rule, overlap, (pair.words, more))
        return match._replace(denies=denies, names=_names(own, other))

    def _near(self, own: Reading, other: Reading, overlap: Overlap) -> Match | None:
        if is_lookalike(own, other):
            rule = OTHER_DAY if is_other_day(own, other) else OTHER_PLACE
            if overlap.both < MOST or not overlap.anchors:
                return None
            found = own.days | other.days | own.years | other.years
            words = tuple(sorted(found)) if rule == OTHER_DAY else ()
        else:
            rule = NEAREST
            whole = 100 * overlap.weight >= MOSTLY * own.weight
            if not whole and (overlap.weight < FLOOR or not overlap.anchors):
                return None
            words = as_written(tuple(sorted(overlap.shared)), own, other)
        return self._made(other, Stance.UNSURE, rule, overlap, (words, ()))

    def _made(
        self,
        other: Reading,
        stance: Stance,
        rule: str,
        overlap: Overlap,
        told: tuple[tuple[str, ...], tuple[str, ...]],
    ) -> Match:
        appearance = other.passage.id
        claim = self._picture.belongs[appearance].claim
        words, more = told
        return Match(
            claim, appearance, stance, rule, words, overlap.weight, more, both=overlap.both
        )


def may_match(own: Reading, other: Reading) -> bool:
    """Return whether a statement may share enough with an appearance for any of the rules.

    A bound, by their words and as if all their amounts agreed: most share two words by chance.
    """
    keys = own.bag.keys() & other.bag.keys()
    agreed = min(len(own.passage.quantities), len(other.passage.quantities))
    weight = sum(min(own.bag[key], other.bag[key]) for key in keys) + NUMBER * agreed
    return (
        weight >= FLOOR
        or own.denied != other.denied
        or 100 * weight >= MOSTLY * own.weight
        or 100 * weight >= MOST * max(own.weight, other.weight)
    )


def _names(own: Reading, other: Reading) -> tuple[str, ...]:
    """Return the names of a statement that another lacks, where that has others in their place."""
    # "Pier Nine": what is read as a number is held beside numbers, and is no name of the bag
    lacking = own.names & own.bag.keys() - other.bag.keys()
    if not lacking or other.names & other.bag.keys() <= own.bag.keys():
        return ()
    return as_written(tuple(sorted(lacking)), own, own)


def is_part(own: Reading, other: Reading, overlap: Overlap) -> bool:
    """Return whether all but a little of a statement stands in a longer one that opposes nothing.

    Between captured texts that is too little to go by; a draft is written from them.
    """
    return (
        100 * overlap.weight >= WHOLE * own.weight
        and overlap.weight >= FLOOR
        and len(overlap.shared) >= WORDS
        and own.denied == other.denied
        and not is_lookalike(own, other)
        and not is_reversed(own, other)
        and not excluded(own, other, overlap)[0]
    )


Progress = Callable[[str, int, int], None]
