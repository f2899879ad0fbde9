"""Lineage of very many texts: light keys of each, groups by what they share, each judged apart.

First each text is read for its keys (``light``), and forgotten. From the keys come the pairs
that may share text, the same pairs that ``shared`` finds; texts that hang together by such a
pair, by the same words in quotation marks, or by one quoting the other, make a group. Then each
group is read and judged as if there were no other texts (``derive.tied``). Both go on in batches
that any process may do. What texts say themselves (addresses, links, credits) is found out over
all of them, from the keys.

Invariants: the proposals are those of ``derive.proposed``. Pairs that share stock phrases alone,
and so cannot come to anything, are left out first, lest all texts hang together.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, TypeVar

from provenance.lineage.credited import Keyed, SaidOfMany
from provenance.lineage.credits import outlet_key
from provenance.lineage.derive import Pair, Pairs, in_order, proposal, tied
from provenance.lineage.light import BATCH, Batch, Light, light
from provenance.lineage.meeting import Borne, Together, met
from provenance.lineage.reading import SIZE, Reading
from provenance.lineage.shared import (
    ANCHORS,
    LEAST,
    LONG_RUN,
    MARKS,
    OFTEN,
    REWRITE,
    STOCK,
    TAKEN,
)
from provenance.lineage.spoken import MARKS as SAID_MARKS
from provenance.lineage.spoken import NUMBERS as SAID_NUMBERS
from provenance.lineage.texts import Proposed, Text
from provenance.model import DerivationKind, Evidence

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[Any]

AT_ONCE = 10_000  # pairs whose sketches are held side by side
T = TypeVar("T")
R = TypeVar("R")


class Spread(Protocol):
    """How a pure function is applied to many items, in their order: perhaps in processes."""

    def __call__(self, function: Callable[[T], R], items: Sequence[T], /) -> Iterable[R]:
        """Return what the function makes of each."""
        ...


class Named(NamedTuple):
    """What a text of a group says itself of another one in it; both by their places."""

    down: int
    up: int
    types: tuple[DerivationKind, ...]
    evidence: tuple[Evidence, ...]


class Group(NamedTuple):
    """Texts that hang together, in order; which of them may share text; what they say."""

    texts: tuple[Text, ...]
    candidates: tuple[tuple[int, int], ...]
    named: tuple[Named, ...]


def judged(groups: Sequence[Group]) -> list[Proposed]:
    """Return the proposals for some groups, each read and judged apart."""
    found: list[Proposed] = []
    for group in groups:
        readings = [Reading(text) for text in group.texts]
        pairs: Pairs = {}
        for named in group.named:
            down, up = readings[named.down], readings[named.up]
            pair = Pair(down, up, True, list(named.types), list(named.evidence))
            pairs[down.text.id, up.text.id] = pair
        found.extend(tied(readings, pairs, group.candidates))
    return found


class Many:
    """Very many texts, in order, with their keys."""

    def __init__(self, texts: Sequence[Text], outlets: frozenset[str], spread: Spread) -> None:
        """Read all texts for their keys."""
        self.texts = texts
        self._spread = spread
        self._outlets = outlets | {outlet_key(text.outlet) for text in texts if text.outlet}
        batches = [
            Batch(tuple(texts[at : at + BATCH]), self._outlets)
            for at in range(0, len(texts), BATCH)
        ]
        self.lights: Sequence[Light] = list(spread(light, batches))

    def proposed(self) -> tuple[Proposed, ...]:
        """Return the proposals for all texts."""
        given = [each for some in self.lights for each in some.credits]
        said = SaidOfMany(
            self.texts,
            self._outlets,
            given,
            Keyed(self.column("marks"), self.column("words")),
        )
        groups = list(self._groups(said.pairs))
        found = [each for some in self._spread(judged, list(_packed(groups))) for each in some]
        apart = [proposal(pair) for pair in said.pairs.values() if pair.types]
        return in_order([*found, *apart, *said.named])

    def column(self, name: str) -> Borne:
        """Return a column of the keys of all texts."""
        import numpy as np  # it takes 0.1 s to load: only for many texts

        columns = [getattr(each, name) for each in self.lights]
        counts = np.concatenate([column.counts for column in columns])
        texts = np.repeat(np.arange(len(self.texts)), counts)
        return Borne(np.concatenate([column.values for column in columns]), texts)

    @cached_property
    def _outlet(self) -> Sequence[str]:
        """The outlet of each text, or else the text."""
        return [outlet_key(text.outlet) if text.outlet else text.id for text in self.texts]

    @cached_property
    def _marks(self) -> "_Sets":
        return _Sets(self.column("marks"), len(self.texts))

    @cached_property
    def _shingles(self) -> "_Sets":
        return _Sets(self.column("shingles"), len(self.texts))

    def _groups(self, pairs: Pairs) -> Iterator[Group]:
        """Yield the groups; what is said of pairs within one is taken out of the pairs."""
        candidates = self._candidates()
        together = self._together(candidates, self._spoken())
        group_of = {text: number for number, group in enumerate(together) for text in group}
        within: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for one, other in candidates:
            within[group_of[one]].append((one, other))
        at = {self.texts[text].id: text for text in group_of}
        named: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for down, up in pairs:
            number = group_of.get(at.get(down, -1))
            if number is not None and number == group_of.get(at.get(up, -1)):
                named[number].append((at[down], at[up]))
        for number, group in enumerate(together):
            place = {text: place for place, text in enumerate(group)}
            said = [
                (place[down], place[up], pairs.pop((self.texts[down].id, self.texts[up].id)))
                for down, up in named[number]
            ]
            yield Group(
                tuple(self.texts[text] for text in group),
                tuple((place[one], place[other]) for one, other in within[number]),
                tuple(Named(d, u, tuple(p.types), tuple(p.evidence)) for d, u, p in said),
            )

    def _candidates(self) -> list[tuple[int, int]]:
        """Return the pairs that may share text, without those that cannot come to anything."""
        import numpy as np

        count = len(self.texts)
        runs = met(self.column("sampled"), count, first=ANCHORS, least=2)
        marks = met(self.column("marks"), count, first=OFTEN, often=OFTEN, least=MARKS)
        pairs = np.union1d(runs, marks)
        pairs = pairs[self._near(pairs // count, pairs % count)]
        return [pair for pair in _pairs(pairs, count) if self._may_share(*pair)]

    def _near(self, one: "Array", other: "Array") -> "Array":
        """Return of each pair whether its sketches leave it open that it shares something."""
        import numpy as np

        runs, marks = self._sketches("sketch"), self._sketches("marked")
        _, of = np.unique(self._outlet, return_inverse=True)
        held = np.bitwise_count(runs).sum(axis=1, dtype=np.int64)
        near = np.zeros(len(one), bool)
        for at in range(0, len(one), AT_ONCE):
            here, there = one[at : at + AT_ONCE], other[at : at + AT_ONCE]
            fewer = np.minimum(held[here], held[there])
            least = np.minimum(REWRITE * fewer // 100, LONG_RUN - SIZE + 1)
            least = np.where(of[here] == of[there], STOCK * fewer // 100, least)
            near[at : at + AT_ONCE] = _enough(runs, here, there, least) | _enough(
                marks, here, there, np.full(len(here), MARKS)
            )
        return near

    def _sketches(self, name: str) -> "Array":
        import numpy as np

        return np.concatenate([getattr(each, name) for each in self.lights]).view(np.uint64)

    def _may_share(self, one: int, other: int) -> bool:
        """Return whether ``shared`` may find more in a pair than stock phrases."""
        fewer, common = self._shingles.shared(one, other)
        percent = 100 * common // max(1, fewer)
        stock = percent < STOCK and self._outlet[one] == self._outlet[other]
        much = percent >= REWRITE or common > LONG_RUN - SIZE
        if much and common >= min(LEAST, fewer) and not stock:
            return True
        fewer, common = self._marks.shared(one, other)
        return common >= MARKS and 100 * common >= TAKEN * fewer

    def _spoken(self) -> Iterator[tuple[int, int]]:
        """Yield pairs that are tied by what is said."""
        import numpy as np

        count = len(self.texts)
        for one, other in _pairs(met(self.column("sayings"), count, first=ANCHORS, least=1), count):
            common = np.intersect1d(self._marks.of(one), self._marks.of(other))
            if len(common) >= SAID_MARKS and np.count_nonzero(common & 1) >= SAID_NUMBERS:
                yield one, other
        yield from self._quoting()

    def _quoting(self) -> Iterator[tuple[int, int]]:
        """Yield pairs of which one has in quotation marks what both say."""
        import numpy as np

        quotes = self.column("quotes")
        wanted = np.unique(quotes.keys)
        keys, texts = [quotes.keys], [quotes.texts]
        at = 0
        for each in self.lights:
            values, counts = each.spoken
            hit = np.flatnonzero(np.isin(values, wanted))
            keys.append(values[hit])
            texts.append(at + np.repeat(np.arange(len(counts)), counts)[hit])
            at += len(counts)
        key, text = np.concatenate(keys), np.concatenate(texts)
        order = np.lexsort((text, key))
        key, text = key[order], text[order]
        same = np.flatnonzero((key[1:] == key[:-1]) & (text[1:] != text[:-1]))
        yield from zip(text[same].tolist(), text[same + 1].tolist(), strict=True)

    def _together(
        self, candidates: Iterable[tuple[int, int]], spoken: Iterable[tuple[int, int]]
    ) -> Sequence[Sequence[int]]:
        together = Together(len(self.texts))
        together.join(candidates)
        together.join(spoken)
        return together.groups()


class _Sets:
    """The different keys of each text."""

    def __init__(self, borne: Borne, texts: int) -> None:
        import numpy as np

        self._keys = borne.keys
        ends = np.cumsum(np.bincount(borne.texts, minlength=texts))
        self._bounds = [0, *ends.tolist()]
        self._sorted: dict[int, Array] = {}

    def of(self, text: int) -> "Array":
        """Return the keys of a text, sorted."""
        import numpy as np

        known = self._sorted.get(text)
        if known is None:
            own = np.sort(self._keys[self._bounds[text] : self._bounds[text + 1]])
            known = own[np.append(True, own[1:] != own[:-1])] if len(own) else own
            self._sorted[text] = known
        return known

    def shared(self, one: int, other: int) -> tuple[int, int]:
        """Return how many keys the text has that has fewer, and how many both share."""
        import numpy as np

        here, there = self.of(one), self.of(other)
        both = np.sort(np.concatenate((here, there)))
        return min(len(here), len(there)), int(np.count_nonzero(both[1:] == both[:-1]))


def _enough(sketches: "Array", one: "Array", other: "Array", least: "Array") -> "Array":
    """Return of each pair whether it may share so much; bits on which two keys fall are allowed."""
    import numpy as np

    shared = np.bitwise_count(sketches[one] & sketches[other]).sum(axis=1, dtype=np.int64)
    enough: Array = shared >= least - least // 10 - 2
    return enough


def _pairs(codes: "Array", texts: int) -> list[tuple[int, int]]:
    return list(zip((codes // texts).tolist(), (codes % texts).tolist(), strict=True))


def _packed(groups: Sequence[Group]) -> Iterator[Sequence[Group]]:
    """Yield groups together, so that each time about as much is read."""
    some: list[Group] = []
    texts = 0
    for group in groups:
        some.append(group)
        texts += len(group.texts)
        if texts >= BATCH:
            yield some
            some, texts = [], 0
    if some:
        yield some
