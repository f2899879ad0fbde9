"""Which of many wordings may bear on some readings, by their words alone: a bound, no decision.

Reading a passage costs ten times as much as looking at its words, and most passages of texts
about one thing have nothing to do with a given one. A pair is worth a decision only where it
shares a part of the weight of the heavier bag (``candidates``). What a reading shares with a
wording is at most the weight of those of its keys that a word of the wording may stand for.
"""

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from provenance.corroboration.outlines import HEAVIER
from provenance.corroboration.reading import Reading, key_of
from provenance.corroboration.vocabulary import stem
from provenance.text import WORD, fold


class Asked:
    """Readings, and whether a wording may share enough with any of them."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        """Know which readings bear a key, and with which weight."""
        self._bearing: dict[str, list[tuple[int, int]]] = defaultdict(list)
        self._needed: list[int] = []
        for number, reading in enumerate(readings):
            self._needed.append(HEAVIER * reading.weight)
            for key, weight in reading.bag.items():
                self._bearing[key].append((number, 100 * weight))

    def may_meet(self, wording: str) -> bool:
        """Return whether words may share enough with one of the readings to be looked at."""
        shared: dict[int, int] = defaultdict(int)
        keys: set[str] = set()
        for word in WORD.findall(wording):
            keys.update(_keys(word))
        for key in keys:
            for number, weight in self._bearing.get(key, ()):
                shared[number] += weight
        return any(weight >= self._needed[number] for number, weight in shared.items())


@lru_cache(maxsize=1 << 16)
def _keys(word: str) -> tuple[str, ...]:
    """Return the keys for which a word may stand, as a name or not."""
    folded = fold(word).removesuffix("'s").removesuffix("’s")
    return tuple({key_of(folded)[0], stem(folded)} - {""}) if folded else ()
