"""What of each text tells which others it may be tied to: numbers alone, for very many texts.

Texts are read in batches, in whatever process, and what comes back takes a few kilobytes a text,
where a ``Reading`` takes a hundred. The runs of a whole batch are made at once: the keys are
those of ``Reading`` and of ``keys``, which is how Python hashes a tuple of integers (xxHash, as
in CPython's tupleobject.c since 3.8).
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

from provenance.lineage.credits import Credit, find_credits
from provenance.lineage.keys import MASK, POSTED, WINDOW, Keys, told
from provenance.lineage.reading import QUOTE, SHORT, SIZE, Reading, windows
from provenance.lineage.texts import Text
from provenance.text import shingle_key

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[Any]

BATCH = 200  # texts that are read at once
SKETCH, MARKED = 16384, 1024  # bits in which it can be seen that two texts share nothing much
_WORDS = 1 << 18  # whose numbers are held
_PRIME_1, _PRIME_2, _PRIME_5 = 11400714785074694791, 14029467366897019727, 2870177450012600261
_LAST = _PRIME_5 ^ 3527539
_HASHED = (1 << 61) - 1  # integers are hashed by what is left of them


class Column(NamedTuple):
    """Numbers of several texts, one text after another, and how many of them each has."""

    values: "Array"
    counts: "Array"


class Light(NamedTuple):
    """What is kept of a batch of texts."""

    shingles: Column  # runs of five own words, in 32 bits
    sampled: Column  # of these, those by which candidates are found
    runs: Column  # winnowed, for the index
    spoken: Column  # all runs of eight words, in 32 bits
    quotes: Column  # with which quotations begin, in 32 bits
    sayings: Column
    marks: Column  # the lowest bit says whether it is a number
    words: Column  # that a credit may speak of, in 32 bits; of texts that belong to an outlet
    sketch: "Array"  # a row of bits a text, one set for each of its runs of five own words
    marked: "Array"  # the same for names and numbers
    told: tuple[Keys, ...]  # the keys for the index besides the runs
    credits: tuple[tuple[Credit, ...], ...]


class Batch(NamedTuple):
    """Texts to be read, and the names of all captured outlets."""

    texts: tuple[Text, ...]
    outlets: frozenset[str]


class _Numbers(dict[str, int]):
    """The hash of each word's number, made once."""

    def __missing__(self, word: str) -> int:
        if len(self) >= _WORDS:
            self.clear()
        self[word] = made = shingle_key(word) % _HASHED
        return made


_NUMBERS = _Numbers()


def light(batch: Batch) -> Light:
    """Return what of some texts tells which others they may be tied to."""
    import numpy as np  # it takes 0.1 s to load: only for many texts

    readings = [Reading(text) for text in batch.texts]
    words = [len(reading.words) for reading in readings]
    numbers = np.fromiter(
        map(_NUMBERS.__getitem__, chain.from_iterable(each.words for each in readings)),
        np.uint64,
        sum(words),
    )
    ends = np.cumsum(words)
    fives, eights = hashed_runs(numbers, SIZE), hashed_runs(numbers, QUOTE)
    of = np.repeat(np.arange(len(readings)), words)
    own = _own(readings, words)
    shingles = np.flatnonzero(own[: len(fives)] >= SIZE)
    short = np.asarray(words) < SHORT
    sampled = shingles[(fives[shingles] % 3 == 0) | short[of[shingles]]]
    until = (ends[of] - np.arange(len(numbers)))[: len(numbers)]  # words to the end of the text
    spoken = np.flatnonzero(until[: len(eights)] >= QUOTE)
    marks = _columns([_marks(each) for each in readings], np.int64)
    return Light(
        sketch=_sketch(_column(fives, shingles, of, len(readings)), SKETCH),
        marked=_sketch(marks, MARKED),
        shingles=_column(narrow(fives), shingles, of, len(readings)),
        sampled=_column(fives, sampled, of, len(readings)),
        runs=_winnowed(fives & MASK, ends, words),
        spoken=_column(narrow(eights), spoken, of, len(readings)),
        quotes=_columns([_quotes(each) for each in readings], np.uint32),
        sayings=_columns([map(saying_key, each.sayings) for each in readings], np.int64),
        marks=marks,
        words=_words(narrow(numbers), readings, words),
        told=tuple(_small(told(reading)) for reading in readings),
        credits=tuple(tuple(find_credits(each, batch.outlets)) for each in readings),
    )


def _small(keys: Keys) -> Keys:
    """Return keys in a tenth of the memory that sets of them take."""
    return {kind: array("q", each) for kind, each in keys.items()}


def hashed_runs(numbers: "Array", size: int) -> "Array":
    """Return the hash of each run of so many numbers, as Python hashes a tuple of them."""
    import numpy as np

    count = max(0, len(numbers) - size + 1)
    hashed = np.full(count, _PRIME_5, np.uint64)
    lanes = numbers * np.uint64(_PRIME_2)
    for at in range(size):
        hashed += lanes[at : at + count]
        hashed = (hashed << np.uint64(31)) | (hashed >> np.uint64(33))
        hashed *= np.uint64(_PRIME_1)
    hashed += np.uint64(size ^ _LAST)
    return hashed.view(np.int64)


def narrow(keys: "Array") -> "Array":
    """Return the lower half of each key."""
    import numpy as np

    return keys.astype(np.int64).view(np.uint64).astype(np.uint32)


def mark_key(mark: str) -> int:
    """Return the key of a name or a number; the lowest bit says which."""
    return _NUMBERS[mark] >> 1 << 1 | mark[0].isdigit()


def saying_key(saying: str) -> int:
    """Return the key of words in quotation marks."""
    return shingle_key(saying) & MASK


def word_key(word: str) -> int:
    """Return the key of a word that a credit may speak of."""
    return _NUMBERS[word] & 0xFFFFFFFF


def _own(readings: Sequence[Reading], words: Sequence[int]) -> "Array":
    """Return of each word how many of the text's own words come from there on."""
    import numpy as np

    left = np.zeros(sum(words), np.int64)
    at = 0
    for reading, count in zip(readings, words, strict=True):
        for start, end in reading.own:
            left[at + start : at + end] = np.arange(end - start, 0, -1)
        at += count
    return left


def _winnowed(runs: "Array", ends: "Array", words: Sequence[int]) -> Column:
    """Return of each four runs in a row the one with the least key, as ``keys.winnowed``."""
    import numpy as np

    kept: list[Array] = []
    for end, count in zip(ends.tolist(), words, strict=True):
        own = runs[end - count : max(end - count, end - SIZE + 1)]
        if len(own) >= WINDOW:
            own = np.minimum(np.minimum(own[:-3], own[1:-2]), np.minimum(own[2:-1], own[3:]))
            own = own[np.append(True, own[1:] != own[:-1])]
        else:
            own = own[own.argmin() :][:1] if len(own) else own
        kept.append(own if len(own) <= POSTED else np.unique(own)[:POSTED])
    return Column(np.concatenate(kept), np.array([len(each) for each in kept]))


def _column(keys: "Array", at: "Array", of: "Array", texts: int) -> Column:
    import numpy as np

    return Column(keys[at], np.bincount(of[at], minlength=texts))


def _sketch(column: Column, bits: int) -> "Array":
    """Return a row of bits for each text."""
    import numpy as np

    set_ = np.zeros((len(column.counts), bits), bool)
    of = np.repeat(np.arange(len(column.counts)), column.counts)
    set_[of, (column.values >> 1) % bits] = True  # the lowest bit of a mark says something else
    return np.packbits(set_, axis=1)


def _columns(of_texts: Sequence[Iterable[int]], type_: "type[np.generic]") -> Column:
    import numpy as np

    listed = [list(each) for each in of_texts]
    counts = np.array([len(each) for each in listed])
    return Column(np.fromiter(chain.from_iterable(listed), type_, int(counts.sum())), counts)


def _quotes(reading: Reading) -> Iterator[int]:
    for quote in reading.quotes:
        yield windows(quote.split()[:QUOTE], QUOTE)[0] & 0xFFFFFFFF


def _marks(reading: Reading) -> Iterator[int]:
    return map(mark_key, reading.marks)


def _words(numbers: "Array", readings: Sequence[Reading], words: Sequence[int]) -> Column:
    import numpy as np

    counts = np.where([bool(reading.text.outlet) for reading in readings], words, 0)
    return Column(numbers[np.repeat(counts > 0, words)], counts)
