"""Near-duplicates alone: MinHash and LSH of the packages rensa and datasketch, where installed.

Texts are sets of runs of words. The size of the runs and the threshold are those of several
that score best on the first texts; the time is that of one run over all texts, once these are
known. A pair that shares a bucket counts where the sketches agree as much as the threshold says.
"""

from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from importlib.util import find_spec
from typing import Any, NamedTuple

from benchmarks.scale.score import Pair, of_pairs
from benchmarks.stopwatch import Spent, spending
from provenance.lineage import Text
from provenance.text import words

SIZES = (3, 5)
THRESHOLDS = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6)
TRIED = 4000  # texts on which the best of these are looked for
PERMUTATIONS, BANDS = 128, 32
SEED = 42


class Neighbours(NamedTuple):
    """What a package found, with its best settings and the time it took."""

    name: str
    pairs: Sequence[Pair]
    size: int
    threshold: float
    spent: Spent


def neighbours(
    texts: Sequence[Text], sources: Sequence[tuple[int, ...]]
) -> Iterator[Neighbours | str]:
    """Yield what each package finds; its name alone where it is not installed."""
    for name, pairs_of in (("rensa", _rensa), ("datasketch", _datasketch)):
        if find_spec(name) is None:
            yield name
            continue
        tried = min(TRIED, len(texts))
        _, size, threshold = max(
            (of_pairs(pairs_of(texts[:tried], size, limit), sources[:tried]).f1, size, limit)
            for size in SIZES
            for limit in THRESHOLDS
        )
        with spending() as spent:
            pairs = pairs_of(texts, size, threshold)
        yield Neighbours(name, pairs, size, threshold, spent)


def _rensa(texts: Sequence[Text], size: int, threshold: float) -> list[Pair]:
    rensa: Any = import_module("rensa")
    bands = _bands(threshold)
    index = rensa.RMinHashLSH(threshold=threshold, num_perm=PERMUTATIONS, num_bands=bands)
    sketches = []
    for number, text in enumerate(texts):
        sketch = rensa.RMinHash(num_perm=PERMUTATIONS, seed=SEED)
        sketch.update(_runs(text, size))
        index.insert(number, sketch)
        sketches.append(sketch)
    return _near(sketches, index.query, threshold)


def _datasketch(texts: Sequence[Text], size: int, threshold: float) -> list[Pair]:
    datasketch: Any = import_module("datasketch")
    index = datasketch.MinHashLSH(threshold=threshold, num_perm=PERMUTATIONS)
    sketches = []
    for number, text in enumerate(texts):
        sketch = datasketch.MinHash(num_perm=PERMUTATIONS, seed=SEED)
        sketch.update_batch([run.encode() for run in _runs(text, size)])
        index.insert(number, sketch)
        sketches.append(sketch)
    return _near(sketches, index.query, threshold)


def _bands(threshold: float) -> int:
    """Return the bands whose curve is steepest near the threshold, out of those that divide."""
    fit = (bands for bands in (8, 16, 32, 64) if PERMUTATIONS % bands == 0)
    return min(fit, key=lambda n: abs((1 / n) ** (n / PERMUTATIONS) - threshold))


def _near(
    sketches: Sequence[Any], query: Callable[[Any], Sequence[int]], threshold: float
) -> list[Pair]:
    return [
        (other, number)
        for number, sketch in enumerate(sketches)
        for other in query(sketch)
        if other < number and sketch.jaccard(sketches[other]) >= threshold
    ]


def _runs(text: Text, size: int) -> list[str]:
    said = words(text.text)
    return [" ".join(said[at : at + size]) for at in range(len(said) - size + 1)]
