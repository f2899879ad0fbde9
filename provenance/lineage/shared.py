"""Texts that share words: copies, rewrites without credit, quotations, one statement in both.

==============  =============================================================================
kind            holds where
==============  =============================================================================
copy            at least 40 % of the shorter text's runs of five own words stand in the other
rewrite         at least 6 % do, as two or more runs of six words or longer, and names and
                numbers come in the same order
quotation       a run of eight words that one text has in quotation marks stands unquoted in
                the other
same statement  both have the same eight words in quotation marks, and nothing more in common
==============  =============================================================================

Candidates come from an inverted index over sampled shingles; each is then verified on all of
them. A key that very many documents share leads only to a few of them, chosen by content, so
that ten thousand copies cost ten thousand comparisons.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from provenance.lineage.reading import SIZE, Reading
from provenance.model import DerivationKind, Evidence

COPY, REWRITE = 40, 6  # percent of the shorter text's shingles
LEAST = 6  # shared shingles below which nothing is said
ANCHORS = 12  # documents that a common key leads to
RUN = 6  # words: a shorter run is a stock phrase
QUOTE = 8  # words

Shared = tuple[Reading, Reading, DerivationKind, Evidence]


def shared_text(readings: Sequence[Reading]) -> Iterator[Shared]:
    """Yield pairs of texts that share words, with how; readings come ordered by content."""
    for one, other in _candidates(readings):
        found = _verify(readings[one], readings[other])
        if found is not None:
            yield readings[one], readings[other], *found
    yield from _quotations(readings)


def _candidates(readings: Sequence[Reading]) -> list[tuple[int, int]]:
    postings: dict[int, list[int]] = defaultdict(list)
    meetings: Counter[tuple[int, int]] = Counter()
    for number, reading in enumerate(readings):
        for key in reading.sampled:
            earlier = postings[key]
            meetings.update((other, number) for other in earlier)
            if len(earlier) < ANCHORS:
                earlier.append(number)
    return sorted(pair for pair, times in meetings.items() if times >= 2)


def _verify(one: Reading, other: Reading) -> tuple[DerivationKind, Evidence] | None:
    smaller, larger = sorted((one.shingles, other.shingles), key=len)
    common = [key for key in smaller if key in larger]
    if len(common) < min(LEAST, len(smaller)) or not common:
        return None
    percent = 100 * len(common) // len(smaller)
    runs = _runs(one, other, common)
    first, second, length = max(runs, key=lambda run: (run[2], -run[0]))
    words = (one.show(first, first + length - 1), other.show(second, second + length - 1))
    if percent >= COPY:
        sentence = (
            f"{percent} % of the shorter text's runs of five words stand in the other text; "
            f"the longest shared run has {length} words."
        )
        return DerivationKind.COPY, _evidence("shared text", sentence, words)
    long = [run for run in runs if run[2] >= RUN]
    order = _same_order(one.marks, other.marks)
    if percent >= REWRITE and len(long) >= 2 and order >= 4:
        sentence = (
            f"The texts share {len(long)} runs of {RUN} words or more outside quotations, "
            f"and {order} names and numbers come in the same order in both."
        )
        return DerivationKind.REWRITE, _evidence("shared runs and order", sentence, words)
    return None


def _evidence(rule: str, sentence: str, words: tuple[str, str]) -> Evidence:
    return Evidence(
        rule=rule, sentence=sentence, downstream_words=words[0], upstream_words=words[1]
    )


def _runs(one: Reading, other: Reading, common: Sequence[int]) -> list[tuple[int, int, int]]:
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


def _same_order(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many marks come in the same order in both (longest increasing run)."""
    places = {mark: index for index, mark in enumerate(other)}
    tails: list[int] = []
    for place in (places[mark] for mark in one if mark in places):
        at = bisect_left(tails, place)
        tails[at : at + 1] = [place]
    return len(tails)


def _quotations(readings: Sequence[Reading]) -> Iterator[Shared]:
    quoting: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for number, reading in enumerate(readings):
        for quote in reading.quotes:
            key = " ".join(quote.split()[:QUOTE])
            quoting[key].append((number, quote))
    seen: set[tuple[int, int]] = set()
    for number, reading in enumerate(readings):
        words = reading.words
        for first in range(len(words) - QUOTE + 1):
            key = " ".join(word.text for word in words[first : first + QUOTE])
            for quoter, quote in quoting.get(key, ())[:ANCHORS]:
                if quoter == number or (quoter, number) in seen or f" {quote} " not in reading.plain:
                    continue
                if words[first].quoted:
                    if quoter > number or (number, quoter) in seen:
                        continue
                    kind = DerivationKind.SAME_STATEMENT
                    sentence = "Both texts have the same words in quotation marks."
                else:
                    kind = DerivationKind.QUOTATION
                    sentence = "One text has in quotation marks what the other says itself."
                seen.add((quoter, number))
                last = first + quote.count(" ")
                yield (
                    readings[quoter],
                    reading,
                    kind,
                    _evidence("quoted words", sentence, (quote, reading.show(first, last))),
                )
