"""Who says a passage, as far as the frame of its own sentence tells.

Two texts that say the same with another amount are a copy that changed where one voice stands
behind both. Where each sentence names somebody else who says so, the amounts are what these two
say, and they differ. Left out: whom an earlier sentence names.
"""

from collections import Counter
from functools import lru_cache

from provenance.corroboration.frames import undated, visible
from provenance.corroboration.reading import key_of, proposition_of
from provenance.corroboration.related import kin
from provenance.corroboration.vocabulary import SAID
from provenance.text import WORD, fold


def told_by_others(one: str, other: str) -> bool:
    """Return whether two wordings each name who says so, and these share no word and no sense."""
    here, there = _tellers(one), _tellers(other)
    if not here or not there or not here.isdisjoint(there):
        return False
    senses = frozenset[int]().union(*map(kin, here))
    return all(senses.isdisjoint(kin(each)) for each in there)


@lru_cache(maxsize=1 << 12)
def _tellers(wording: str) -> frozenset[str]:
    """Return the stems of a wording that stand in what frames its proposition."""
    said = _words(undated(visible(wording).strip()))
    framing = said - _words(proposition_of(wording))
    return frozenset(key for word in framing if word not in SAID and (key := key_of(word)[0]))


def _words(text: str) -> Counter[str]:
    bare = (word.removesuffix("'s") for word in WORD.findall(fold(text)))
    return Counter(filter(None, bare))
