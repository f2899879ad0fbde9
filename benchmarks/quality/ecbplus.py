"""The same event, or another one that looks like it: news of which each topic holds both.

Ours is ``provenance.corroboration.events`` over all documents of the set, as ``provenance near``
ranks captured texts; it decides about no claim. Scored are all pairs of documents of one topic.
Floor: Jaccard of their words. False links: the threshold is the one at which at least .70 of the
pairs of one event are linked; of the pairs of two events, the share that is linked too.

What ``assess`` does is the last figure: of the pairs of claims of two documents of one topic
that ``compare`` links, the share that lies across two events. Many of these are facts that both
events have in common, so not all are wrong. Intervals are over topics.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from benchmarks.quality.figure import Figure, auc, figure
from benchmarks.quality.reading import rows
from provenance.claims import find
from provenance.corroboration import Passage, compare
from provenance.corroboration.events import Events, Told
from provenance.model.reading import Found
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
        _claims(folder),
    ]


def _claims(folder: Path) -> Figure:
    """Return the share of linked claims of one topic that lie across two events."""
    events: dict[str, str] = {}
    passages: list[Passage] = []
    for each in rows(folder / "docs.jsonl"):
        events[each["doc"]] = each["subtopic"]
        found = find("\n".join(each["sentences"]), language="en")
        passages.extend(_passage(each["doc"], number, one) for number, one in enumerate(found))
    said = {passage.id: passage.document for passage in passages}
    topics: dict[str, list[bool]] = defaultdict(list)
    for pair in compare(passages):
        one, other = said[pair.one], said[pair.other]
        if one != other and (topic := _topic(events[one])) == _topic(events[other]):
            topics[topic].append(events[one] != events[other])
    return figure(
        "claims linked across events (less is better)",
        list(topics.values()),
        lambda draw: sum(map(sum, draw)) / max(1, sum(map(len, draw))),
        n=sum(map(len, topics.values())),
    )


def _passage(document: str, number: int, found: Found) -> Passage:
    return Passage(
        id=f"{document} {number}",
        document=document,
        content=f"{document} {number:04}",
        wording=found.wording,
        type=found.type,
        modality=found.modality,
        quantities=found.quantities,
        places=found.places,
        times=found.times,
        persons=tuple(e.words for e in found.entities or () if e.type == "person"),
        start=found.selector.start,
    )


def _topic(event: str) -> str:
    found = _TOPIC.match(event)
    return found.group() if found else event


def _pairs(folder: Path) -> Iterator[list[_Pair]]:
    """Yield the pairs of each topic."""
    documents = rows(folder / "docs.jsonl")
    text = {each["doc"]: "\n".join(each["sentences"]) for each in documents}
    events = Events(Told(id=doc, text=said) for doc, said in text.items())
    bags = {doc: frozenset(words(said)) for doc, said in text.items()}
    topics: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for each in documents:
        topics[_topic(each["subtopic"])].append((each["doc"], each["subtopic"]))
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
