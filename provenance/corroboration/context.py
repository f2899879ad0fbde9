"""What a document tells of, as the context of each of its passages.

Events of one kind are told in the same words ("police arrested a man at the scene"), and what
tells them apart often stands in other sentences. So two passages are of other events where their
documents share few of their names and numbers, and

- the heads of the two name another day, other persons or other ages, and one of the passages
  stands there or the two share no more than one name or number: what identifies itself may be
  said in any context; or
- the passages share no name and no number, and the documents hardly any.

It rests on the two documents alone, so that others change nothing. Left out: what stands in no
claim, and documents of which one goes back to the other.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from provenance.corroboration.days import ages_of
from provenance.corroboration.passage import Passage
from provenance.corroboration.reading import Reading, key_of
from provenance.model import Modality
from provenance.text import words

HEAD = 3  # passages of a document that tell of its event
# Percent of the names and numbers of either: below, a clash tells of another event; below, no
# clash is needed.
COMMON, HARDLY = 34, 15
TELLING = 3  # names and numbers below which a document tells too little to be set apart
ANCHORS = 1  # names and numbers that passages may share and still be about anything


class Context(NamedTuple):
    """What a document tells of: its names and numbers, and days, persons and ages at its head."""

    anchors: frozenset[str]
    days: frozenset[str]
    persons: frozenset[str]  # the words of their names
    ages: frozenset[str]
    head: frozenset[str]  # passages


class Contexts:
    """The documents of passages, and which of them tell of other events."""

    def __init__(
        self,
        said: Iterable[tuple[Reading, Sequence[Passage]]],
        chains: Mapping[str, frozenset[str]],
    ) -> None:
        """Take readings with the passages of each, and the chains in which documents stand."""
        documents: dict[str, list[tuple[Passage, Reading]]] = defaultdict(list)
        for reading, passages in said:
            for passage in passages:
                documents[passage.document].append((passage, reading))
        self._contexts = {each: _context(told) for each, told in documents.items()}
        self._chains = chains
        self._between = lru_cache(maxsize=1 << 16)(self._compared)

    def nearness(self, one: Passage, other: Passage, anchors: int) -> int | None:
        """Return the percent of names and numbers that the documents of two passages share.

        None where the passages, which share so many anchors, are of other events.
        """
        if one.document == other.document:
            return 100
        shared, clash = self._between(*sorted((one.document, other.document)))
        if shared < HARDLY and not anchors:
            return None
        if shared >= COMMON or not clash:
            return shared
        if (one.modality is Modality.QUOTED) != (other.modality is Modality.QUOTED):
            return shared  # who quotes a text tells of other things beside
        at_head = any(each.id in self._contexts[each.document].head for each in (one, other))
        return None if at_head or anchors <= ANCHORS else shared

    def _compared(self, one: str, other: str) -> tuple[int, bool]:
        """Return the percent of names and numbers that two documents share, and if they clash."""
        none = frozenset[str]()
        if not self._chains.get(one, none).isdisjoint(self._chains.get(other, none)):
            return 100, False
        left, right = self._contexts[one], self._contexts[other]
        return _shared(left, right), bool(clashes(left, right))


def clashes(one: Context, other: Context) -> tuple[str, ...]:
    """Return the rules by which two documents tell of other events."""
    found = []
    if one.days and other.days and one.days.isdisjoint(other.days):
        found.append("another day")
    if (
        one.persons
        and other.persons
        and one.persons.isdisjoint(other.anchors | other.persons)
        and other.persons.isdisjoint(one.anchors | one.persons)
    ):
        found.append("other persons")
    if one.ages and other.ages and one.ages.isdisjoint(other.ages):
        found.append("other ages")
    return tuple(found)


def _shared(one: Context, other: Context) -> int:
    """Return the percent of names and numbers of the shorter that stand in both documents.

    All of them where it has too few to be told from anything.
    """
    fewer = min(len(one.anchors), len(other.anchors))
    return 100 if fewer < TELLING else 100 * len(one.anchors & other.anchors) // fewer


def _context(told: Sequence[tuple[Passage, Reading]]) -> Context:
    told = sorted(told, key=lambda each: (each[0].start, each[0].order))
    head = told[:HEAD]
    named = chain.from_iterable(passage.persons for passage, _ in head)
    return Context(
        anchors=frozenset(chain.from_iterable(each.names | each.numbers for _, each in told)),
        days=frozenset(chain.from_iterable(_days(each) for _, each in head)),
        persons=frozenset(
            key for name in named for word in words(name) if (key := key_of(word)[0])
        ),
        ages=frozenset(chain.from_iterable(ages_of(passage.wording) for passage, _ in head)),
        head=frozenset(passage.id for passage, _ in head),
    )


def _days(reading: Reading) -> Iterable[str]:
    """Return the days of a reading that are known by date."""
    return (day for day in reading.days if not day.startswith("weekday"))
