"""How much of who was made from whom is found: pairs, and the families that hang together."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from provenance.lineage.meeting import Together

Pair = tuple[int, int]


class Score(NamedTuple):
    """Precision, recall and their harmonic mean."""

    precision: float
    recall: float
    f1: float


def of_pairs(found: Iterable[Pair], sources: Sequence[tuple[int, ...]]) -> Score:
    """Score whether each text is tied to each of its sources, whichever way round.

    A tie to another copy of the source counts as well, because of several texts that hold the
    same words some methods name all, and some the one that explains most. A tie is wrong where
    neither text was made from the other, nor both from one.
    """
    count = len(sources)
    all_kin = families(((text, up) for text, own in enumerate(sources) for up in own), count)
    copies = families(((text, own[0]) for text, own in enumerate(sources) if len(own) == 1), count)
    tied: dict[int, set[int]] = defaultdict(set)
    wrong = 0
    for one, other in {_ordered(*pair) for pair in found}:
        tied[one].add(copies[other])
        tied[other].add(copies[one])
        wrong += all_kin[one] != all_kin[other]
    made = [(text, copies[up]) for text, own in enumerate(sources) for up in set(own)]
    right = sum(family in tied[text] for text, family in made)
    return _score(right, right + wrong, len(made))


def of_families(found: Iterable[Pair], sources: Sequence[tuple[int, ...]]) -> Score:
    """Score which texts hang together: all pairs of texts within one family.

    Texts that were spliced from two are left out: they would make one family of very many.
    """
    count = len(sources)
    spliced = {text for text, own in enumerate(sources) if len(own) > 1}
    truth = families(
        ((t, up) for t, own in enumerate(sources) for up in own if not spliced & {t, up}), count
    )
    ours = families((pair for pair in found if not spliced.intersection(pair)), count)
    both = _within(zip(truth, ours, strict=True))
    return _score(both, _within(ours), _within(truth))


def families(pairs: Iterable[Pair], count: int) -> Sequence[int]:
    """Return of each text the first one that it hangs together with."""
    together = Together(count)
    together.join(pairs)
    first = list(range(count))
    for group in together.groups():
        for text in group:
            first[text] = group[0]
    return first


def _within(families: Iterable[object]) -> int:
    return sum(size * (size - 1) // 2 for size in Counter(families).values())


def _ordered(one: int, other: int) -> Pair:
    return (one, other) if one < other else (other, one)


def _score(right: int, found: int, expected: int) -> Score:
    precision = right / found if found else 1.0
    recall = right / expected if expected else 1.0
    both = precision + recall
    return Score(precision, recall, 2 * precision * recall / both if both else 0.0)
