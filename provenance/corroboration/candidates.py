"""Find the pairs of passages worth a decision, without comparing each with each.

Passages of one wording are one reading: a thousand copies cost as much as one. Readings meet
in an inverted index over stems. A pair must share a part of the weight of both, so each may
leave out its commonest keys (prefix filtering, Chaudhuri, Ganti and Kaushik 2006): which keys
those are depends on the corpus, which pairs come out does not. Two bounds keep a corpus of
look-alikes from costing the square of its size, and they alone depend on the corpus: keys in
very many passages find nothing, and one wording is decided against its nearest ones only.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import chain, combinations

from provenance.corroboration import vocabulary
from provenance.corroboration.passage import Pair, Passage
from provenance.corroboration.reading import NAME, Reading, read
from provenance.corroboration.stance import decide
from provenance.corroboration.tied import chains_of, corresponding
from provenance.model import ClaimKind, Stance

LIGHTER, HEAVIER = 55, 30  # percent of either bag that is shared, before amounts are looked at
TOGETHER = 3  # keys that a pair shares among the rarest of both
PAIRS = 3  # so many twos can be made of them: the index is over twos, which are rare
OFTEN = 1500  # passages that use a key
MOST = 60  # pairs decided for one wording, those that share most first


def compare(
    passages: Sequence[Passage], *, tied: Iterable[tuple[str, str]] = ()
) -> tuple[Pair, ...]:
    """Return the pairs of passages that bear on each other, the same for any order of input.

    ``tied`` holds pairs of documents of which one is known to go back to the other.
    """
    readings, twins = _read(passages)
    group = {same[0].id: same for same in twins}
    tells = cache(lambda first: _itself(readings[first]))
    pairs: list[Pair] = []
    for first, same in group.items():
        pair = tells(first) if len(same) > 1 else None
        if pair is not None:
            pairs.extend(_again(pair, same[0], later) for later in same[1:])
    tied = sorted({(min(tie), max(tie)) for tie in tied})
    decided: set[tuple[str, str]] = set()
    for pair, at in corresponding(twins, readings, tied):
        key = (min(pair.one, pair.other), max(pair.one, pair.other))
        if tells(pair.one) and tells(pair.other):
            if key not in decided and pair.one != pair.other:
                pairs.extend(_spread(pair, group))
        else:
            pairs.append(pair.model_copy(update={"one": at[0].id, "other": at[1].id}))
        decided.add(key)
    documents = {same[0].id: {passage.document for passage in same} for same in twins}
    chains = chains_of(documents, tied)
    for one, other in _candidates([readings[same[0].id] for same in twins]):
        first, second = one.passage.id, other.passage.id
        if (min(first, second), max(first, second)) in decided:
            continue
        beside = not documents[first].isdisjoint(documents[second])
        chain = not chains[first].isdisjoint(chains[second])
        found = decide(one, other, beside=beside, chain=chain)
        if found is not None:
            pairs.extend(_spread(found, group))
    return tuple(pairs)


def _itself(reading: Reading) -> Pair | None:
    """Return the pair of a wording with itself, or None where it says too little to be known by."""
    pair = decide(reading, reading, beside=False)
    return pair if pair is not None and pair.stance is Stance.REPEATS else None


def _read(passages: Sequence[Passage]) -> tuple[dict[str, Reading], list[list[Passage]]]:
    twins: dict[tuple[object, ...], list[Passage]] = defaultdict(list)
    for passage in sorted(passages, key=lambda p: p.order):
        twins[_same_as(passage)].append(passage)
    groups = list(twins.values())
    return {same[0].id: read(same[0]) for same in groups}, groups


def _same_as(passage: Passage) -> tuple[object, ...]:
    dated = vocabulary.DAY_NAME.search(passage.wording)
    published = (passage.published or "")[:10] if dated else ""
    return (
        passage.wording,
        passage.type,
        passage.modality,
        passage.quantities,
        passage.places,
        published,
    )


def _candidates(readings: Sequence[Reading]) -> list[tuple[Reading, Reading]]:
    often = Counter(key for reading in readings for key in reading.bag)
    rank = {key: place for place, key in enumerate(sorted(often, key=lambda k: (often[k], k)))}
    kinds: dict[ClaimKind, dict[tuple[str, str], list[int]]] = defaultdict(dict)
    found: set[tuple[int, int]] = set()
    for number in sorted(range(len(readings)), key=lambda n: (readings[n].weight, n)):
        reading = readings[number]
        postings = kinds[reading.passage.type]  # a pair has one kind
        rarest = [key for key in sorted(reading.bag, key=rank.__getitem__) if often[key] <= OFTEN]
        asked = combinations(_prefix(reading, rarest, HEAVIER), 2)
        met = Counter(chain.from_iterable(filter(None, map(postings.get, asked))))
        near = [(-times, lighter) for lighter, times in met.items() if times >= PAIRS]
        worth = [pair for pair in near if _worth(readings[pair[1]], reading)]
        found.update((lighter, number) for _, lighter in sorted(worth)[:MOST])
        for two in combinations(_prefix(reading, rarest, LIGHTER), 2):
            postings.setdefault(two, []).append(number)
    return [(readings[one], readings[other]) for one, other in sorted(found)]


def _prefix(reading: Reading, rarest: Sequence[str], share: int) -> list[str]:
    """Return so many of the rarest keys that a pair shares at least three of them."""
    left = reading.weight
    needed = reading.weight * share // 100 - NAME * (TOGETHER - 1)
    for count, key in enumerate(rarest):
        if left < needed:
            return list(rarest[:count])
        left -= reading.bag[key]
    return list(rarest)


def _worth(lighter: Reading, heavier: Reading) -> bool:
    needed = max(LIGHTER * lighter.weight, HEAVIER * heavier.weight)
    one, other = lighter.bag, heavier.bag
    common = one.keys() & other.keys()
    if 100 * NAME * len(common) < needed:
        return False
    return 100 * sum([min(one[key], other[key]) for key in common]) >= needed


def _again(pair: Pair, first: Passage, later: Passage) -> Pair:
    return pair.model_copy(update={"one": first.id, "other": later.id, "rule": "same words"})


def _spread(pair: Pair, group: dict[str, list[Passage]]) -> list[Pair]:
    """Return the pair, and the pair again for each passage that has the words of one of them."""
    pairs = [pair.model_copy(update={"one": p.id}) for p in group[pair.one]]
    return pairs + [pair.model_copy(update={"other": p.id}) for p in group[pair.other][1:]]
