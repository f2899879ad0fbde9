"""Find the pairs of passages worth a decision, without comparing each with each.

Passages of one wording are one reading: a thousand copies cost as much as one. Readings meet
in an inverted index over stems. A pair needs a share of the weight of the lighter passage, so
a passage may leave out its commonest keys when it asks (prefix filtering, Chaudhuri, Ganti and
Kaushik 2006): which keys those are depends on the corpus, which pairs come out does not.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence

from provenance.corroboration.passage import Pair, Passage
from provenance.corroboration.reading import Reading, read
from provenance.corroboration.stance import FLOOR, decide
from provenance.model import Stance

SHARE = 50  # percent of the lighter bag that must be shared before amounts are looked at


def compare(passages: Sequence[Passage]) -> tuple[Pair, ...]:
    """Return the pairs of passages that bear on each other, the same for any order of input."""
    readings, twins = _read(passages)
    pairs: list[Pair] = []
    for same in twins:
        first = decide(readings[same[0].id], readings[same[0].id])
        if first is not None and first.stance is Stance.REPEATS:
            pairs.extend(_again(first, same[0], later) for later in same[1:])
    ordered = [readings[same[0].id] for same in twins]
    group = {same[0].id: same for same in twins}
    for one, other in _candidates(ordered):
        pair = decide(one, other)
        if pair is not None:
            pairs.extend(_spread(pair, group))
    return tuple(pairs)


def _read(passages: Sequence[Passage]) -> tuple[dict[str, Reading], list[list[Passage]]]:
    twins: dict[tuple[object, ...], list[Passage]] = defaultdict(list)
    for passage in sorted(passages, key=lambda p: (p.content, p.wording, p.published or "")):
        twins[_same_as(passage)].append(passage)
    groups = list(twins.values())
    return {same[0].id: read(same[0]) for same in groups}, groups


def _same_as(passage: Passage) -> tuple[object, ...]:
    published = (passage.published or "")[:10]
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
    postings: dict[str, list[int]] = defaultdict(list)
    asks: dict[str, list[int]] = defaultdict(list)
    found: set[tuple[int, int]] = set()
    for number, reading in enumerate(readings):
        prefix = _prefix(reading, often)
        met: set[int] = set()
        for key in prefix:
            met.update(postings.get(key, ()))
        for key in reading.bag:
            met.update(asks.get(key, ()))
        found.update((earlier, number) for earlier in met)
        for key in reading.bag:
            postings[key].append(number)
        for key in prefix:
            asks[key].append(number)
    return [
        (readings[one], readings[other])
        for one, other in sorted(found)
        if _worth(readings[one], readings[other])
    ]


def _prefix(reading: Reading, often: Counter[str]) -> list[str]:
    """Return the rarest keys, so many that what is left out cannot reach the share alone."""
    keys = sorted(reading.bag, key=lambda key: (often[key], key))
    left = reading.weight
    needed = max(reading.weight * SHARE // 100, 1)
    prefix = []
    for key in keys:
        if left < needed:
            break
        prefix.append(key)
        left -= reading.bag[key]
    return prefix


def _worth(one: Reading, other: Reading) -> bool:
    if one.passage.type is not other.passage.type:
        return False
    shared = sum(min(w, other.bag[k]) for k, w in one.bag.items() if k in other.bag)
    return shared * 100 >= SHARE * min(one.weight, other.weight) and shared >= FLOOR // 2


def _again(pair: Pair, first: Passage, later: Passage) -> Pair:
    return pair.model_copy(update={"one": first.id, "other": later.id, "rule": "same words"})


def _spread(pair: Pair, group: dict[str, list[Passage]]) -> list[Pair]:
    """Return the pair, and the pair again for each passage that has the words of one of them."""
    pairs = [pair.model_copy(update={"one": p.id}) for p in group[pair.one]]
    return pairs + [pair.model_copy(update={"other": p.id}) for p in group[pair.other][1:]]
