"""The same event, or another one that looks like it: news of which each topic holds both.

Ours is ``provenance.corroboration.events`` over all documents of the set, as a workspace would
hold them. Scored are all pairs of documents of one topic. Floor: Jaccard of their words. False
links: the threshold is the one at which at least .70 of the pairs of one event are linked; of
the pairs of two events, the share that is linked too. The interval is over topics.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from benchmarks.quality.figure import Figure, auc, figure
from benchmarks.quality.reading import rows
from provenance.corroboration.events import Events, Told
from provenance.text import words

RECALL = 0.70
_TOPIC = re.compile(r"\d+")


class _Pair(NamedTuple):
    same: bool
    ours: float
    floor: float


def measure(folder: Path, train: Path) -> list[Figure]:
    """Return how well one event is told from a look-alike, and false links at a fixed recall."""
    del train  # nothing is learnt
    topics = list(_pairs(folder))
    number = sum(map(len, topics))
    return [
        figure(
            "same event, not a look-alike, AUC",
            topics,
            lambda draw: auc([(pair.ours, pair.same) for topic in draw for pair in topic]),
            n=number,
            floor=lambda draw: auc([(pair.floor, pair.same) for topic in draw for pair in topic]),
            reach=0.93,
        ),
        figure(
            "false links at recall .70 (less is better)",
            topics,
            lambda draw: _false([(pair.ours, pair.same) for topic in draw for pair in topic]),
            n=number,
            floor=lambda draw: _false(
                [(pair.floor, pair.same) for topic in draw for pair in topic]
            ),
            reach=0.05,
            note="share of the pairs of two events that are linked",
        ),
    ]


def _pairs(folder: Path) -> Iterator[list[_Pair]]:
    """Yield the pairs of each topic."""
    documents = rows(folder / "docs.jsonl")
    text = {each["doc"]: "\n".join(each["sentences"]) for each in documents}
    events = Events(Told(id=doc, text=said) for doc, said in text.items())
    bags = {doc: frozenset(words(said)) for doc, said in text.items()}
    topics: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for each in documents:
        topic = _TOPIC.match(each["subtopic"])
        topics[topic.group() if topic else each["subtopic"]].append((each["doc"], each["subtopic"]))
    for members in topics.values():
        yield [
            _Pair(
                same=here == there,
                ours=events.alike(one, other).score,
                floor=len(bags[one] & bags[other]) / max(1, len(bags[one] | bags[other])),
            )
            for (one, here), (other, there) in combinations(members, 2)
        ]


def _false(scored: Sequence[tuple[float, bool]]) -> float:
    """Return the share of pairs of two events linked where at least .70 of the others are."""
    same = sorted((score for score, label in scored if label), reverse=True)
    other = [score for score, label in scored if not label]
    if not same or not other:
        return 0.0
    least = same[-(-int(100 * RECALL) * len(same) // 100) - 1]
    return sum(score >= least for score in other) / len(other)
