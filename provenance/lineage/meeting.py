"""Which of very many texts share keys, and which hang together: sorting instead of dictionaries.

A pair of texts is one number, ``one * texts + other``, the lower text first. What is counted is
what ``shared`` counts over ``Reading`` s, with the same bounds: a key that very many texts bear
leads to the first of them alone, so that ten thousand copies make ten times as many pairs, and
not a hundred million. Pairs are counted in slices, so that memory stays bounded.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[Any]

SLICE = 4_000_000  # pairs that are counted at once
ALL = 1 << 62  # as a bound: none


class Borne(NamedTuple):
    """Keys, and which text bears each: both of one length."""

    keys: "Array"
    texts: "Array"


def met(borne: Borne, texts: int, *, first: int, often: int = ALL, least: int) -> "Array":
    """Return the pairs that share at least so many keys.

    A key leads to the ``first`` texts that bear it, and to none where more than ``often`` do.
    """
    import numpy as np  # it takes 0.1 s to load: only for many texts

    text, sizes = _bearers(borne, texts, often)
    start = np.repeat(np.cumsum(sizes) - sizes, sizes)
    rank = np.arange(len(text)) - start
    found = [np.zeros(0, np.int64)]
    for low, high in _slices(text, np.minimum(rank, first), texts):
        chosen = np.flatnonzero((text >= low) & (text < high) & (rank > 0))
        codes: list[Array] = []
        for at in range(first):
            chosen = chosen[rank[chosen] > at]
            if not len(chosen):
                break
            codes.append(text[start[chosen] + at] * texts + text[chosen])
        if codes:
            pairs, times = np.unique(np.concatenate(codes), return_counts=True)
            found.append(pairs[times >= least])
    return np.concatenate(found)


def _bearers(borne: Borne, texts: int, often: int) -> tuple["Array", "Array"]:
    """Return the texts that share a key, key by key, and how many of them there are each time.

    The lowest bits of a key give way to the text, so that both are sorted as one number.
    """
    import numpy as np

    bits = max(1, (texts - 1).bit_length())
    mask = (1 << bits) - 1
    both = np.sort((borne.keys & ~mask) | borne.texts)
    both = both[np.append(True, both[1:] != both[:-1])] if len(both) else both
    key = both >> bits
    starts = np.flatnonzero(np.append(True, key[1:] != key[:-1])) if len(key) else key
    sizes = np.diff(np.append(starts, len(key)))
    fit = (sizes > 1) & (sizes <= often)
    return (both & mask)[np.repeat(fit, sizes)], sizes[fit]


def _slices(text: "Array", weight: "Array", texts: int) -> Iterator[tuple[int, int]]:
    """Yield ranges of texts whose pairs can be counted at once."""
    import numpy as np

    total = np.cumsum(np.bincount(text, weights=weight, minlength=texts))
    low = 0
    while low < texts:
        before = total[low - 1] if low else 0
        high = max(low + 1, int(np.searchsorted(total, before + SLICE, side="right")))
        yield low, high
        low = high


class Together:
    """Texts that hang together by pairs (union-find, Tarjan 1975)."""

    def __init__(self, texts: int) -> None:
        """Begin with each text alone."""
        self._root = list(range(texts))

    def join(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Join the two texts of each pair."""
        root = self._root
        for one, other in pairs:
            up, down = sorted((self._find(one), self._find(other)))
            root[down] = up

    def _find(self, item: int) -> int:
        root = self._root
        while root[item] != item:
            root[item] = item = root[root[item]]
        return item

    def groups(self) -> Sequence[Sequence[int]]:
        """Return those that do not stand alone, each group in order, the groups too."""
        groups: dict[int, list[int]] = {}
        for item in range(len(self._root)):
            groups.setdefault(self._find(item), []).append(item)
        return [group for group in groups.values() if len(group) > 1]
