"""A text that was read before is read again: which statement is which, and what becomes of it.

A statement that stands on the same words is the same one, and keeps its identity, so that its
claim keeps its handle; failing that, the one that shares most of its words. What is decided
stays as it is: where a finder finds it again, or finds nearly the same words, nothing is added
beside it, so that what was refused does not come back under another span. What is not found any
more and nobody decided about is withdrawn.

Left out: which claims the appearances make, which is for ``gather``.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from provenance.model import Appearance, Attribution
from provenance.model.reading import Chain, Found

Stretch = tuple[int, int]


class Known(NamedTuple):
    """What is recorded of a statement; ``spans`` are all words that it has ever stood on."""

    appearance: Appearance
    attribution: Attribution
    decided: bool
    spans: frozenset[Stretch]


class Match(NamedTuple):
    """A statement as it is recorded and as it is found, or either alone."""

    known: Known | None
    found: tuple[Found, Chain] | None


def matched(known: Sequence[Known], found: Sequence[tuple[Found, Chain]]) -> list[Match]:
    """Return which recorded statement is which found one, in the order of the text."""
    course = _Course(known, found)
    course.same_words()
    course.most_words()
    course.beside_decided()
    matches = [Match(known[at], found[to]) for to, at in course.pairs.items()]
    matches += [Match(None, found[to]) for to in course.new]
    matches += [Match(known[at], None) for at in course.unmatched]
    return sorted(matches, key=_place)


def _place(match: Match) -> Stretch:
    if match.found is not None:
        selector = match.found[0].selector
    elif match.known is not None:
        selector = match.known.appearance.selector
    return selector.start, selector.end


class _Course:
    """Which found statement, by its number, is which recorded one."""

    def __init__(self, known: Sequence[Known], found: Sequence[tuple[Found, Chain]]) -> None:
        self._known, self._found = known, found
        self.pairs: dict[int, int] = {}
        self.unmatched = dict.fromkeys(range(len(known)))
        self.new = dict.fromkeys(range(len(found)))

    def _pair(self, to: int, at: int) -> None:
        self.pairs[to] = at
        del self.unmatched[at]
        del self.new[to]

    def same_words(self) -> None:
        """Pair what stands on the same words: what is decided, or worded the same, first."""
        at_span: dict[Stretch, list[int]] = defaultdict(list)
        for at, known in enumerate(self._known):
            for span in known.spans:
                at_span[span].append(at)
        for wording in (True, False):
            for to in list(self.new):
                found = self._found[to][0]
                free = [e for e in at_span.get(_span(found), ()) if e in self.unmatched]
                free = [e for e in free if not wording or self._is_worded(e, found)]
                if free:
                    self._pair(to, min(free, key=lambda at: not self._known[at].decided))

    def _is_worded(self, at: int, found: Found) -> bool:
        recorded = self._known[at].appearance
        return (recorded.wording, recorded.level) == (found.wording, found.level)

    def most_words(self) -> None:
        """Pair what shares at least half of the words of either, most of them first."""
        spans = {at: self._known[at].spans for at in self.unmatched}
        shared = [
            (_share(_span(self._found[to][0]), span), -to, -at)
            for to, at in _touching({to: _span(self._found[to][0]) for to in self.new}, spans)
            for span in spans[at]
        ]
        for share, to, at in sorted(shared, reverse=True):
            if 2 * share[0] < share[1]:
                continue
            if -to in self.new and -at in self.unmatched:
                self._pair(-to, -at)

    def beside_decided(self) -> None:
        """Leave out what stands on words of what is decided, or holds them."""
        decided = {at: each.spans for at, each in enumerate(self._known) if each.decided}
        for to, at in _touching({to: _span(self._found[to][0]) for to in self.new}, decided):
            found = _span(self._found[to][0])
            if to in self.new and any(_covers(found, span) for span in decided[at]):
                del self.new[to]


def _span(found: Found) -> Stretch:
    return found.selector.start, found.selector.end


def _touching(
    found: dict[int, Stretch], known: dict[int, frozenset[Stretch]]
) -> Iterable[tuple[int, int]]:
    """Return the pairs of statements that share a place, once each.

    Both go through the text side by side: its length, not its square, is what this costs.
    """
    begins = sorted((span, at) for at, spans in known.items() for span in spans)
    pairs: dict[tuple[int, int], None] = {}
    first = 0
    longest = max((end - start for (start, end), _ in begins), default=0)
    for to, (start, end) in sorted(found.items(), key=lambda each: each[1]):
        while first < len(begins) and begins[first][0][0] + longest <= start:
            first += 1
        for span, at in _until(begins, first, end):
            if span[1] > start:
                pairs[to, at] = None
    return pairs


def _until(
    begins: Sequence[tuple[Stretch, int]], first: int, end: int
) -> Iterable[tuple[Stretch, int]]:
    for number in range(first, len(begins)):
        if begins[number][0][0] >= end:
            return
        yield begins[number]


def _shared(one: Stretch, other: Stretch) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def _share(one: Stretch, other: Stretch) -> Stretch:
    """Return how many code points two stretches share, and the length of the longer one."""
    return _shared(one, other), max(one[1] - one[0], other[1] - other[0])


def _covers(one: Stretch, other: Stretch) -> bool:
    """Return whether half of the shorter stretch stands in the other."""
    return 2 * _shared(one, other) >= min(one[1] - one[0], other[1] - other[0])


def known_in(
    documents: Collection[str],
    appearances: Iterable[Appearance],
    chains: Mapping[str, Attribution],
    *,
    decided: Collection[str],
    versions: Iterable[Appearance],
) -> dict[str, list[Known]]:
    """Return what is recorded of each document, in the order of the text.

    ``chains`` are by appearance, ``decided`` identities of appearances; ``versions`` is all that
    was ever recorded of these.
    """
    spans: dict[str, set[Stretch]] = defaultdict(set)
    for each in versions:
        if each.of in decided:
            spans[each.of].add((each.selector.start, each.selector.end))
    found: dict[str, list[Known]] = defaultdict(list)
    for each in sorted(appearances, key=lambda each: each.selector.start):
        if each.document in documents and each.of in chains:
            now = (each.selector.start, each.selector.end)
            stood = frozenset(spans[each.of] | {now})
            found[each.document].append(Known(each, chains[each.of], each.of in decided, stood))
    return found
