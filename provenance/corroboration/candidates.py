"""Find the pairs of passages worth a decision, without comparing each with each.

Passages of one wording are one reading: a thousand copies cost as much as one. Readings meet
in an inverted index over stems. A pair must share a part of the weight of both, so each may
leave out its commonest keys (prefix filtering, Chaudhuri, Ganti and Kaushik 2006): which keys
those are depends on the corpus, which pairs come out does not. The index is over twos of keys,
which are rare together; what two readings share is bounded by counting bits before it is
weighed. Bounds keep a corpus of look-alikes from costing the square of its size, and they alone
depend on the corpus: keys in very many passages find nothing, one wording is decided against its
nearest ones only, and where these are very many in all, against fewer of them (``left_out`` says
how many pairs that leaves undecided).
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import cache, partial
from heapq import nsmallest
from itertools import chain, combinations

from provenance.corroboration.keys import keys
from provenance.corroboration.outlines import HEAVIER, LIGHTER, MOST, WEIGHED, Outlines
from provenance.corroboration.passage import Pair, Passage
from provenance.corroboration.reading import NAME, Reading, read
from provenance.corroboration.spread import Spread
from provenance.corroboration.stance import decide
from provenance.corroboration.tied import chains_of, corresponding
from provenance.corroboration.twins import twins_of
from provenance.model import ClaimKind, Stance

TOGETHER = 3  # keys that a pair shares, of those that find pairs
OFTEN = 1500  # passages that use a key
SHIFT = 32  # bits of a rank
ONE_BY_ONE = 1_000_000  # pairs up to which each is looked at, instead of asking an index
PAIRS = 120_000  # decided in all; of more each wording keeps as many of its nearest as all may
LONG = 64  # keys of a long passage that find others, its rarest

Mapped = Callable[[Callable[[Passage], Reading], Sequence[Passage]], Iterable[Reading]]


class Compared:
    """Passages, each wording read once, and how they bear on each other."""

    def __init__(self, passages: Sequence[Passage], *, mapped: Mapped = map) -> None:
        """Read passages: by itself here, or many side by side by who has processes for it."""
        self._twins = twins_of(passages)
        first_said = [same[0] for same in self._twins]
        self._readings = {each.passage.id: each for each in mapped(read, first_said)}
        self.left_out = 0  # pairs of look-alikes that no decision was made about

    @property
    def readings(self) -> tuple[Reading, ...]:
        """What the passages say, each wording once."""
        return tuple(self._readings.values())

    def keys(self) -> Mapping[str, frozenset[int]]:
        """Return the keys under which an index finds each document."""
        return keys((self._readings[same[0].id], same) for same in self._twins)

    def pairs(
        self, *, tied: Iterable[tuple[str, str]] = (), about: Set[str] | None = None
    ) -> tuple[Pair, ...]:
        """Return the pairs of passages that bear on each other, the same for any order of input.

        ``tied`` holds pairs of documents of which one is known to go back to the other. Where
        ``about`` names passages, only pairs with the wording of one of them are decided.
        """
        twins, readings = self._twins, self._readings
        group = {same[0].id: same for same in twins}
        wanted = group.keys() if about is None else _wordings(group, about)
        tells = cache(lambda first: _itself(readings[first]))
        tied = _in_order(tied, twins)
        spread = Spread(group, readings, tied)
        pairs: list[Pair] = []
        for first, same in group.items():
            pair = tells(first) if len(same) > 1 and first in wanted else None
            if pair is not None:
                pairs.extend(spread.again(pair))
        decided: set[tuple[str, str]] = set()
        here = {passage.document for first in wanted for passage in group[first]}
        of_these = tied if about is None else [tie for tie in tied if not here.isdisjoint(tie)]
        for pair, at in corresponding(twins, readings, of_these):
            if pair.one not in wanted and pair.other not in wanted:
                continue
            key = (min(pair.one, pair.other), max(pair.one, pair.other))
            if tells(pair.one) and tells(pair.other):
                if key not in decided and pair.one != pair.other:
                    pairs.extend(spread.of(pair))
            else:
                pairs.append(pair.model_copy(update={"one": at[0].id, "other": at[1].id}))
            decided.add(key)
        pairs.extend(self._met(tied, decided, spread, None if about is None else wanted))
        return tuple(pairs)

    def bearing(self, about: Set[str]) -> frozenset[str]:
        """Return the passages on which some of these bear, if any two texts may tell of one event.

        More than ``pairs`` says, which knows what documents tell of besides: for passages whose
        documents are not all there.
        """
        group = {same[0].id: same for same in self._twins}
        wanted = _wordings(group, about)
        met, _ = _candidates(self.readings, wanted)
        found = set(wanted)
        for one, other in met:
            if any(decide(one, other, beside=False, chain=chain) for chain in (False, True)):
                found |= {one.passage.id, other.passage.id}
        return frozenset(each.id for first in found for each in group[first])

    def _met(
        self,
        tied: Iterable[tuple[str, str]],
        decided: set[tuple[str, str]],
        spread: Spread,
        wanted: Set[str] | None,
    ) -> Iterator[Pair]:
        """Yield what is decided about passages that share words and were not decided before."""
        documents = {same[0].id: {passage.document for passage in same} for same in self._twins}
        chains = chains_of(documents, tied)
        candidates, self.left_out = _candidates(self.readings, wanted)
        for one, other in candidates:
            first, second = one.passage.id, other.passage.id
            if (min(first, second), max(first, second)) in decided:
                continue
            beside = not documents[first].isdisjoint(documents[second])
            chain = not chains[first].isdisjoint(chains[second])
            found = decide(one, other, beside=beside, chain=chain)
            if found is not None:
                yield from spread.of(found)


def compare(
    passages: Sequence[Passage], *, tied: Iterable[tuple[str, str]] = ()
) -> tuple[Pair, ...]:
    """Return the pairs of passages that bear on each other, the same for any order of input."""
    return Compared(passages).pairs(tied=tied)


def _in_order(
    tied: Iterable[tuple[str, str]], twins: Sequence[Sequence[Passage]]
) -> list[tuple[str, str]]:
    """Return each tie once, ordered by what the texts say: their ids are random."""
    first: dict[str, tuple[str, ...]] = {}
    for passage in chain.from_iterable(twins):
        before = first.get(passage.document)
        first[passage.document] = min(before, passage.order) if before else passage.order

    def order(document: str) -> tuple[bool, tuple[str, ...], str]:
        return document not in first, first.get(document, ()), document

    return sorted(
        {(min(tie, key=order), max(tie, key=order)) for tie in tied},
        key=lambda tie: (order(tie[0]), order(tie[1])),
    )


def _itself(reading: Reading) -> Pair | None:
    """Return the pair of a wording with itself, or None where it says too little to be known by."""
    pair = decide(reading, reading, beside=False)
    return pair if pair is not None and pair.stance is Stance.REPEATS else None


def _wordings(group: Mapping[str, Sequence[Passage]], about: Set[str]) -> Set[str]:
    """Return the first passage of each wording that one of these has."""
    return {first for first, same in group.items() if any(each.id in about for each in same)}


def _candidates(
    readings: Sequence[Reading], wanted: Set[str] | None = None
) -> tuple[list[tuple[Reading, Reading]], int]:
    """Return the pairs worth a decision, and how many more are left out by the bounds."""
    often = Counter(chain.from_iterable(reading.bag for reading in readings))
    rank = {key: place for place, key in enumerate(sorted(often, key=lambda k: (often[k], k)))}
    rare = sum(times <= OFTEN for times in often.values())  # keys of a lower rank find pairs
    shared = partial(_common, rank=rank, rare=rare)
    outlines = Outlines(readings, rank)
    if wanted is not None and len(wanted) * len(readings) <= ONE_BY_ONE:
        return _with(readings, wanted, outlines, shared)
    kinds: dict[ClaimKind, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    nearest: list[tuple[int, list[int]]] = []
    alike = 0
    for number in sorted(range(len(readings)), key=lambda n: (readings[n].weight, n)):
        reading = readings[number]
        postings = kinds[reading.passage.type]  # a pair has one kind
        rarest, few = _prefixes(reading, rank, rare)
        met = set(chain.from_iterable(filter(None, map(postings.get, _twos(rarest)))))
        near = outlines.near(met, number)
        worth = [
            (-common, each)
            for each in near[:WEIGHED]
            if (common := shared(readings[each], reading))
        ]
        if worth:
            nearest.append((number, [lighter for _, lighter in nsmallest(MOST, worth)]))
            alike += len(worth) + len(near[WEIGHED:])
        for two in _twos(rarest[:few]):
            postings[two].append(number)
    most = _affordable([len(each) for _, each in nearest])
    found = sorted((lighter, number) for number, each in nearest for lighter in each[:most])
    if wanted is not None:
        found = [each for each in found if not wanted.isdisjoint(_ids(readings, each))]
    return [(readings[one], readings[other]) for one, other in found], alike - len(found)


def _affordable(counts: Sequence[int]) -> int:
    """Return how many pairs each wording may have, so that all have no more than ``PAIRS``."""
    with_more = Counter(counts)
    having, total = len(counts), 0
    for most in range(1, MOST + 1):
        total += having  # wordings that have so many
        if total > PAIRS:
            return max(1, most - 1)
        having -= with_more[most]
    return MOST


def _with(
    readings: Sequence[Reading],
    wanted: Set[str],
    outlines: Outlines,
    shared: Callable[[Reading, Reading], int],
) -> tuple[list[tuple[Reading, Reading]], int]:
    """Return the pairs that hold one of few: each of these is held beside all others."""
    order = sorted(range(len(readings)), key=lambda n: (readings[n].weight, n))
    kinds: dict[ClaimKind, list[int]] = defaultdict(list)
    for number in order:
        kinds[readings[number].passage.type].append(number)
    found: set[tuple[int, int]] = set()
    left_out = 0
    for alike in kinds.values():
        for at, number in enumerate(alike):
            if readings[number].passage.id not in wanted:
                continue
            near = outlines.near(alike[:at], number)
            worth = [
                (-common, n)
                for n in near[:WEIGHED]
                if (common := shared(readings[n], readings[number]))
            ]
            found.update((n, number) for _, n in nsmallest(MOST, worth))
            left_out += max(0, len(worth) - MOST) + len(near[WEIGHED:])
            heavier = outlines.above(alike[at + 1 :], number)
            found.update((number, n) for n in heavier if shared(readings[number], readings[n]))
    return [(readings[one], readings[other]) for one, other in sorted(found)], left_out


def _ids(readings: Sequence[Reading], numbers: Iterable[int]) -> list[str]:
    return [readings[number].passage.id for number in numbers]


def _prefixes(reading: Reading, rank: Mapping[str, int], rare: int) -> tuple[list[int], int]:
    """Return the ranks of the rarest keys, and how many of them are kept in the index.

    So many are asked for, and so many kept, that a pair shares at least three of them.
    """
    left, spare = reading.weight, NAME * (TOGETHER - 1)
    kept, asked = left * LIGHTER // 100 - spare, left * HEAVIER // 100 - spare
    rarest: list[int] = []
    few = 0
    for place, weight in sorted([(rank[key], weight) for key, weight in reading.bag.items()])[
        :LONG
    ]:
        if left < asked or place >= rare:
            break
        rarest.append(place)
        few += left >= kept
        left -= weight
    return rarest, few


def _twos(ranks: Sequence[int]) -> list[int]:
    """Return the twos of keys of even rank and those of odd rank, each as one number.

    Of three keys that a pair shares two are even or two are odd: mixed twos can be left out.
    """
    even = [rank for rank in ranks if not rank & 1]
    odd = [rank for rank in ranks if rank & 1]
    return [one << SHIFT | other for part in (even, odd) for one, other in combinations(part, 2)]


def _common(lighter: Reading, heavier: Reading, *, rank: Mapping[str, int], rare: int) -> int:
    """Return the weight that two bags share, 0 where it is too little to look at the pair."""
    one, other = lighter.bag, heavier.bag
    keys = one.keys() & other.keys()
    common = sum([min(one[key], other[key]) for key in keys])
    if 100 * common < max(LIGHTER * lighter.weight, HEAVIER * heavier.weight):
        return 0
    return common if sum([rank[key] < rare for key in keys]) >= TOGETHER else 0
