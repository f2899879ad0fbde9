"""Passages of two tied texts: which sentence of the one became which of the other.

Where one text is known to go back to another, the question is no longer whether the two speak
of one event. So passages that are each other's best counterpart are one proposition although
few words agree: they share an amount and some word beside it, or most words; neither excludes
the other; and where both give amounts, one agrees or most words do.
Left out: sentences that share no such thing, and sentences that were drawn together.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import starmap

from provenance.corroboration import amounts
from provenance.corroboration.between import left_between
from provenance.corroboration.counted import counted_alike
from provenance.corroboration.lookalike import is_other_day
from provenance.corroboration.passage import Pair, Passage
from provenance.corroboration.reading import NUMBER, Reading, as_written
from provenance.corroboration.stance import (
    DRIFTED,
    MOST,
    NEAR,
    Overlap,
    excluded,
    is_reversed,
    overlap_of,
)
from provenance.model import Stance

SAME_PLACE = "same place in a tied text"
LEAST = 6  # shared weight: an amount or a name, and a word
PART = 40  # percent of the shorter passage
WORDS = 2  # shared words beside names, where no amount is shared
THIRD = 34  # percent of both together, where no amount is shared and neither contains the other


def corresponding(
    twins: Sequence[Sequence[Passage]],
    readings: Mapping[str, Reading],
    tied: Iterable[tuple[str, str]],
) -> Iterator[tuple[Pair, tuple[Passage, Passage]]]:
    """Yield pairs of wordings that correspond in two tied documents, with where they stand.

    ``twins`` holds passages of one wording, ``readings`` one reading of each by its first.
    """
    said: dict[str, dict[str, Passage]] = defaultdict(dict)
    for same in twins:
        for passage in same:
            said[passage.document].setdefault(same[0].id, passage)
    for one, other in tied:
        here, there = said.get(one, {}), said.get(other, {})
        for wording in (each for each in here if each in there):
            yield _same_words(readings[wording]), (here[wording], there[wording])
        left = [readings[each] for each in _in_order(here)]
        right = [readings[each] for each in _in_order(there)]
        places = here | there
        for pair in counterparts(left, right):
            yield pair, (places[pair.one], places[pair.other])


def _in_order(said: Mapping[str, Passage]) -> list[str]:
    return sorted(said, key=lambda wording: (said[wording].start, said[wording].order))


def chains_of(
    documents: Mapping[str, Iterable[str]], tied: Iterable[tuple[str, str]]
) -> dict[str, frozenset[str]]:
    """Return for each wording the chains of tied documents in which it stands."""
    joined: dict[str, str] = {}
    for tie in tied:
        one, other = sorted(_root(joined, document) for document in tie)
        joined[one] = joined[other] = one
    return {
        wording: frozenset(_root(joined, each) for each in those if each in joined)
        for wording, those in documents.items()
    }


def _root(joined: dict[str, str], document: str) -> str:
    while (upper := joined.get(document, document)) != document:
        joined[document] = joined[upper]  # halves the way for those who come later
        document = upper
    return document


def _same_words(reading: Reading) -> Pair:
    return Pair(
        one=reading.passage.id,
        other=reading.passage.id,
        stance=Stance.REPEATS,
        rule="same words",
        words=as_written(tuple(sorted(reading.bag)), reading, reading),
    )


def counterparts(one: Sequence[Reading], other: Sequence[Reading]) -> list[Pair]:
    """Return the passages of two tied texts, in order, that are each other's best counterpart.

    Those that both texts have in the same words are none, and show where the others stand.
    """
    here = {reading.passage.id for reading in one}
    same = here & {reading.passage.id for reading in other}
    left = [reading for reading in one if reading.passage.id not in same]
    right = [reading for reading in other if reading.passage.id not in same]
    found = _best_of_each(left, right)
    taken = frozenset(each.passage.id for pair in found for each in pair)
    found.extend(counted_alike(left, right, taken, _is_barred))
    known = {each: each for each in same}
    known |= {first.passage.id: second.passage.id for first, second in found}
    found.extend(left_between(one, other, known, _is_barred))
    return list(starmap(_pair, found))


def _best_of_each(
    one: Sequence[Reading], other: Sequence[Reading]
) -> list[tuple[Reading, Reading]]:
    worth = [[_worth(here, there) for there in other] for here in one]
    turned = [list(column) for column in zip(*worth, strict=True)]
    found: list[tuple[Reading, Reading]] = []
    for place, row in enumerate(worth):
        best = _best(row, place, len(worth))
        if best is not None and _best(turned[best], best, len(row)) == place:
            found.append((one[place], other[best]))
    return found


def _best(row: Sequence[int], place: int, places: int) -> int | None:
    """Return the best counterpart, of several the one nearest in its text; None if there is none.

    ``place`` is where the passage stands among ``places`` of its own text.
    """
    top = max(row, default=0)
    if not top:
        return None
    return min(
        (each for each, worth in enumerate(row) if worth == top),
        key=lambda each: (abs(each * places - place * len(row)), each),
    )


def _worth(one: Reading, other: Reading) -> int:
    """Return how much speaks for two passages being one, 0 where something speaks against it."""
    if one.bag.keys().isdisjoint(other.bag) or _is_barred(one, other):
        return 0
    compared = amounts.compare(one.passage.quantities, other.passage.quantities)
    overlap = overlap_of(one, other, compared)
    left, right = _values(one), _values(other)
    told = overlap.shared & (one.numbers | other.numbers)  # weighed among the words
    bare = 0 if compared.agree else NUMBER * len((left & right) - told)
    weight = overlap.weight + bare
    smaller = max(1, min(one.weight, other.weight) + NUMBER * len(compared.agree) + bare)
    counted = bool(compared.agree or bare or told)
    if weight < LEAST or 100 * weight < (PART if counted else MOST) * smaller:
        return 0
    if overlap.shared <= told or (not counted and not _alike(one, other, overlap)):
        return 0
    differ = compared.clash or (left and right and not bare and not told and not compared.agree)
    if differ and overlap.bare < MOST:
        return 0
    rule, _ = excluded(one, other, overlap)
    return 0 if rule else weight


def _alike(one: Reading, other: Reading, overlap: Overlap) -> bool:
    """Return whether two passages are alike by words alone.

    The short passage of two may have its few words from anywhere in a text about the same.
    """
    words = overlap.shared - one.names - other.names
    return len(words) >= WORDS and (overlap.both >= THIRD or overlap.shorter >= NEAR)


def _values(reading: Reading) -> frozenset[str]:
    """Return the amounts of a passage as bare numbers: a retelling may name what it counts anew.

    "One" is left out: it is an article as often as an amount.
    """
    given = {q.value for q in reading.passage.quantities if q.value is not None}
    return reading.numbers | frozenset(given - {"1"})


def _is_barred(one: Reading, other: Reading) -> bool:
    return (
        one.passage.type is not other.passage.type
        or one.denied
        or other.denied
        or one.prospect != other.prospect
        or is_other_day(one, other)
        or is_reversed(one, other)
    )


def _pair(one: Reading, other: Reading) -> Pair:
    first, second = sorted((one, other), key=lambda reading: reading.passage.order)
    compared = amounts.compare(first.passage.quantities, second.passage.quantities)
    agreed = [word for pair in compared.agree for word in pair]
    changed = tuple(word for pair in compared.clash for word in pair)
    shared = sorted(first.bag.keys() & second.bag.keys())
    return Pair(
        one=first.passage.id,
        other=second.passage.id,
        stance=Stance.REPEATS,
        rule=DRIFTED if changed else SAME_PLACE,
        words=changed or as_written((*agreed, *shared), first, second),
    )
