"""Give what is decided about two wordings to the passages that have them, but for look-alikes.

A thousand copies of a sentence are read and decided once. Each passage is then tied to one that
has the other wording: where these tell of several events (``context``) to the first of that
which is nearest, by their content. So the order of arrival changes nothing.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from provenance.corroboration.context import Contexts
from provenance.corroboration.passage import Pair, Passage
from provenance.corroboration.reading import Reading
from provenance.corroboration.tied import chains_of

TRIED = 12  # events that one wording is known to tell of
AS_A_NAME = 5  # words that together tell as much as a name


class Spread:
    """Passages by wording, and which of them tell of other events."""

    def __init__(
        self,
        group: Mapping[str, Sequence[Passage]],
        readings: Mapping[str, Reading],
        tied: Iterable[tuple[str, str]],
    ) -> None:
        """Take passages and one reading of each wording by its first, and tied documents."""
        self._group = group
        self._readings = readings
        documents = {passage.document for same in group.values() for passage in same}
        chains = chains_of({each: (each,) for each in documents}, tied)
        self._contexts = Contexts([(readings[each], group[each]) for each in group], chains)

    def of(self, pair: Pair) -> list[Pair]:
        """Return the pair for each passage that has the words of one of the two."""
        anchors = self._anchors(pair)
        one, other = self._group[pair.one], self._group[pair.other]
        here, there = self._heads(one, anchors), self._heads(other, anchors)
        ties = [(each.id, self._partner(each, there, anchors)) for each in one]
        turned = [(each.id, self._partner(each, here, anchors)) for each in other]
        found = dict.fromkeys([*ties, *((first, second) for second, first in turned)])
        return [
            pair.model_copy(update={"one": first, "other": second})
            for first, second in found
            if first is not None and second is not None
        ]

    def again(self, pair: Pair) -> Iterator[Pair]:
        """Yield the pair of a wording with itself for each later passage that has it."""
        anchors = self._anchors(pair)
        same = self._group[pair.one]
        heads = self._heads(same, anchors)
        for later in same:
            first = self._partner(later, heads, anchors)
            if first is not None and first != later.id:
                update = {"one": first, "other": later.id, "rule": "same words"}
                yield pair.model_copy(update=update)

    def _heads(self, same: Sequence[Passage], anchors: int) -> list[Passage]:
        """Return of passages of one wording the first of each event: most often one."""
        heads: list[Passage] = []
        for each in same:
            if len(heads) < TRIED and self._partner(each, heads, anchors) is None:
                heads.append(each)
        return heads

    def _anchors(self, pair: Pair) -> int:
        """Return how much two wordings share by which an event is known, as so many names."""
        one, other = self._readings[pair.one], self._readings[pair.other]
        plain = len(one.bag.keys() & other.bag.keys()) // AS_A_NAME
        amounts = len(_amounts(one) & _amounts(other))
        return len((one.names & other.names) | (one.numbers & other.numbers)) + plain + amounts

    def _partner(self, passage: Passage, among: Sequence[Passage], anchors: int) -> str | None:
        """Return the passage whose document is nearest, of those that may be of the same event."""
        best, found = -1, None
        for each in among:
            if each.id == passage.id:
                return each.id
            near = self._contexts.nearness(passage, each, anchors)
            if near is not None and near > best:
                best, found = near, each.id
        return found


def _amounts(reading: Reading) -> frozenset[str]:
    return frozenset(q.value for q in reading.passage.quantities if q.value not in (None, "1"))
