"""Texts that share words of their own: copies, rewrites without credit, one long quotation.

==============  =============================================================================
kind            holds where
==============  =============================================================================
copy            at least 40 % of the shorter text's runs of five own words stand in the other
rewrite         at least 6 % do, as two or more runs of six words or longer, and names and
                numbers come in the same order; or nearly all names and numbers of one text
                stand in the other in the same order, however it is worded
quotation       one run of twenty words is all that both share
==============  =============================================================================

Candidates come from an inverted index over sampled shingles; each is then verified on all of
them. A key that very many documents share leads only to a few of them, chosen by content, so
that ten thousand copies cost ten thousand comparisons.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import combinations
from operator import itemgetter

from provenance.lineage.credits import outlet_key
from provenance.lineage.meeting import Together
from provenance.lineage.reading import SIZE, Reading
from provenance.model import DerivationKind, Evidence

COPY, REWRITE = 40, 6  # percent of the shorter text's shingles
LEAST = 6  # shared shingles below which nothing is said
ANCHORS = 12  # documents that a common key leads to
RUN = 6  # words: a shorter run is a stock phrase
QUOTED = "quoted words"
LONG_RUN = 20  # words that nobody writes twice by chance
MARKS, NUMBERS, ORDERED = 8, 3, 60  # shared names and numbers; of these numbers; percent in order
STOCK = 20  # percent below which runs that texts of one outlet share are its stock phrases
TAKEN = 40  # percent of a text's names and numbers in another, for both to be about one thing
RETOLD = 70  # percent of them in a retelling
HELD = 1000  # texts whose larger views are held at one time
OFTEN = 60  # documents that share a name or number before it tells nothing


@dataclass(frozen=True, slots=True)
class Shared:
    """Two texts share words; ``here`` stands in one, ``there`` in the other."""

    one: Reading
    other: Reading
    type: DerivationKind
    rule: str
    sentence: str
    here: str
    there: str
    percent: int = 0
    common: frozenset[int] = frozenset()
    rests: bool = False  # they share no words, but rest on the same

    def evidence(self, downstream: Reading) -> Evidence:
        """Return what shows it, seen from the document that goes back to the other."""
        words = (self.here, self.there) if downstream is self.one else (self.there, self.here)
        return Evidence(
            rule=self.rule,
            sentence=self.sentence,
            downstream_words=words[0],
            upstream_words=words[1],
        )


def shared_text(
    readings: Sequence[Reading],
    candidates: Iterable[tuple[int, int]] | None = None,
    otherwise: Callable[[Reading, Reading], Shared | None] = lambda _, __: None,
) -> Iterator[Shared]:
    """Yield pairs of texts that share words, with how; readings come ordered by content.

    Where no candidates are given, all pairs are looked for. Of those that share no running text
    ``otherwise`` is asked. Texts that no chain of candidates ties are looked at one after another,
    so that of very many little is held at one time.
    """
    if candidates is None:
        again = _again(readings)
        pairs = sorted(meeting(readings, again))
        yield from (each for _, each in _found(readings, pairs, again, otherwise))
        return
    found: list[tuple[tuple[int, int], Shared]] = []
    for pairs in _tied_together(candidates, len(readings)):
        places = sorted({place for pair in pairs for place in pair})
        own = [readings[place] for place in places]
        shared = dict(zip(places, _again(own), strict=True))
        found.extend(_found(readings, pairs, shared, otherwise))
        for reading in own if len(readings) > HELD else ():
            reading.forget()
    yield from (each for _, each in sorted(found, key=itemgetter(0)))


def _found(
    readings: Sequence[Reading],
    pairs: Iterable[tuple[int, int]],
    again: Sequence[frozenset[int]] | Mapping[int, frozenset[int]],
    otherwise: Callable[[Reading, Reading], Shared | None],
) -> Iterator[tuple[tuple[int, int], Shared]]:
    for one, other in pairs:
        common = again[one] & again[other]
        texts = readings[one], readings[other]
        found = _verify(*texts, common) or otherwise(*texts)
        if found is not None:
            yield (one, other), found


def _tied_together(
    candidates: Iterable[tuple[int, int]], texts: int
) -> Iterable[list[tuple[int, int]]]:
    """Return the pairs of each group of texts that hang together."""
    pairs = sorted(candidates)
    together = Together(texts)
    together.join(pairs)
    of = {text: number for number, group in enumerate(together.groups()) for text in group}
    groups: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for pair in pairs:
        groups[of[pair[0]]].append(pair)
    return groups.values()


def shares_text(one: Reading, other: Reading) -> bool:
    """Return whether two texts share more than stock phrases."""
    fewer = min(len(one.shingles), len(other.shingles))
    return 100 * len(one.shingles.keys() & other.shingles.keys()) >= STOCK * max(1, fewer)


def meeting(
    readings: Sequence[Reading],
    again: Sequence[frozenset[int]] | None = None,
    ends: Set[int] | None = None,
) -> set[tuple[int, int]]:
    """Return the pairs worth a look, by place; where ends are given those that hold one of them."""
    again = _again(readings) if again is None else again
    met = _candidates(readings, again) | _alike(readings, ends)
    return met if ends is None else {pair for pair in met if not ends.isdisjoint(pair)}


def _again(readings: Sequence[Reading]) -> list[frozenset[int]]:
    """Return of each text the shingles that another has too: few, where nobody copied."""
    once: set[int] = set()
    twice: set[int] = set()
    for reading in readings:
        keys = reading.shingles.keys()
        twice.update(once.intersection(keys))  # of the two it goes through the keys
        once.update(keys)
    return [frozenset(twice.intersection(reading.shingles)) for reading in readings]


def _candidates(
    readings: Sequence[Reading], again: Sequence[frozenset[int]]
) -> set[tuple[int, int]]:
    postings: dict[int, list[int]] = defaultdict(list)
    meetings: Counter[tuple[int, int]] = Counter()
    for number, (reading, keys) in enumerate(zip(readings, again, strict=True)):
        for key in filter(reading.is_sampled, keys):
            earlier = postings[key]
            if earlier:
                meetings.update([(other, number) for other in earlier])
            if len(earlier) < ANCHORS:
                earlier.append(number)
    return {pair for pair, times in meetings.items() if times >= 2}


def _alike(readings: Sequence[Reading], ends: Set[int] | None) -> set[tuple[int, int]]:
    """Return pairs that share many names and numbers, for rewrites that share no run."""
    postings: dict[str, list[int]] = defaultdict(list)
    for number, reading in enumerate(readings):
        for mark in reading.marks:
            postings[mark].append(number)
    meetings: Counter[tuple[int, int]] = Counter()
    for numbers in postings.values():
        if len(numbers) > OFTEN:
            continue
        if ends is None:
            meetings.update(combinations(numbers, 2))
            continue
        others = [number for number in numbers if number not in ends]
        for at, end in enumerate(own := [number for number in numbers if number in ends]):
            meetings.update((min(end, each), max(end, each)) for each in (*own[:at], *others))
    return {pair for pair, times in meetings.items() if times >= MARKS}


def _verify(one: Reading, other: Reading, common: frozenset[int]) -> Shared | None:
    smaller = min(len(one.shingles), len(other.shingles))
    if not common or len(common) < min(LEAST, smaller):
        return _retold(one, other)
    percent = 100 * len(common) // smaller
    runs = _runs(one, other, common)
    first, second, length = max(runs, key=lambda run: (run[2], -run[0]))
    long = [run for run in runs if run[2] >= RUN]
    if percent >= COPY:
        kind, rule = DerivationKind.COPY, "shared text"
        sentence = (
            f"{percent} % of the shorter text's runs of five words stand in the other text; "
            f"the longest shared run has {length} words."
        )
    elif percent < STOCK and _of_one_outlet(one, other):
        return None
    elif percent >= REWRITE and len(long) >= 2 and (order := same_order(one, other)) >= 4:
        kind, rule = DerivationKind.REWRITE, "shared runs"
        sentence = (
            f"The texts share {len(long)} runs of {RUN} words or more outside quotations, "
            f"and {order} names and numbers come in the same order in both."
        )
    elif length >= LONG_RUN:
        kind, rule = DerivationKind.QUOTATION, "one long run"
        sentence = f"The texts share one run of {length} words and little else."
    else:
        return _retold(one, other)
    here, there = one.show(first, first + length - 1), other.show(second, second + length - 1)
    return Shared(one, other, kind, rule, sentence, here, there, percent, common)


def _of_one_outlet(one: Reading, other: Reading) -> bool:
    outlets = {outlet_key(r.text.outlet) if r.text.outlet else r.text.id for r in (one, other)}
    return len(outlets) == 1


def _retold(one: Reading, other: Reading) -> Shared | None:
    """Return a rewrite that shows by names and numbers alone, or None."""
    shared = one.places.keys() & other.places.keys()
    fewer = min(len(one.marks), len(other.marks))
    if len(shared) < MARKS or 100 * len(shared) < RETOLD * fewer:
        return None
    if sum(mark[0].isdigit() for mark in shared) < NUMBERS:
        return None
    order = same_order(one, other)
    if 100 * order < ORDERED * len(shared):
        return None
    sentence = (
        f"{len(shared)} of the {fewer} names and numbers of one text stand in the other, "
        f"{order} of them in the same order."
    )
    words = ", ".join(mark for mark in one.marks if mark in shared)
    kind = DerivationKind.REWRITE
    return Shared(one, other, kind, "same names and numbers", sentence, words, words)


def _runs(one: Reading, other: Reading, common: frozenset[int]) -> list[tuple[int, int, int]]:
    """Return maximal shared runs as (position in one, position in other, words)."""
    runs: list[tuple[int, int, int]] = []
    places = sorted((one.shingles[key], other.shingles[key]) for key in common)
    for here, there in places:
        if runs:
            first, second, length = runs[-1]
            step = here - first - (length - SIZE)
            if step == 1 and there - second - (length - SIZE) == 1:
                runs[-1] = (first, second, length + 1)
                continue
        runs.append((here, there, SIZE))
    return runs


def same_order(one: Reading, other: Reading) -> int:
    """Return how many names and numbers come in the same order (longest increasing run)."""
    places = other.places
    tails: list[int] = []
    for place in (places[mark] for mark in one.marks if mark in places):
        at = bisect_left(tails, place)
        tails[at : at + 1] = [place]
    return len(tails)
