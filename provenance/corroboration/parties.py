"""Parties of one deal: who buys of whom, as far as their names show.

One deal has a side that sells and one that buys, and each sentence about it names both or one.
Where each names a party that the other does not, the first bought from somebody else than the
second sold to: another deal, whatever the verbs, the prices and a denial say.
Left out: parties without a name, and those that stand neither first nor behind "from" or "to".
"""

from collections.abc import Sequence
from itertools import takewhile

from provenance.corroboration.reading import Reading, key_of, proposition_of
from provenance.corroboration.related import converse
from provenance.corroboration.vocabulary import COMMON, STOP
from provenance.text import WORD, fold

FAMILY = 4  # letters that a country and its people share: "Norvik", "the Norvikian ministry"
REACH = 4  # words behind "from" or "to" in which a name begins
_PASSIVE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_Party = tuple[str, ...]  # folded words of a name


def is_other_deal(one: Reading, other: Reading) -> bool:
    """Return whether two passages tell of the two sides of a deal, each with a party of its own."""
    here, there = one.bag.keys() - other.bag.keys(), other.bag.keys() - one.bag.keys()
    if not converse(here, there):
        return False
    left = _parties(one, [key for key in here if converse((key,), there)])
    right = _parties(other, [key for key in there if converse((key,), here)])
    return any(_is_own(each, other) for each in left) and any(_is_own(each, one) for each in right)


def _parties(reading: Reading, deals: Sequence[str]) -> list[_Party]:
    """Return the names before the word of the deal, as one party, and those "from" or "to"."""
    shown = [
        word.removesuffix("'s") for word in WORD.findall(proposition_of(reading.passage.wording))
    ]
    words = [fold(word) for word in shown]
    named = [
        word[:1].isupper() and key_of(folded)[0] in reading.names
        for word, folded in zip(shown, words, strict=True)
    ]
    at = next((n for n, word in enumerate(words) if key_of(word)[0] in deals), 0)
    if at and words[0] not in STOP | COMMON and _PASSIVE.isdisjoint(words[:at]):
        named[0] = True
    first = tuple(word for word, name in zip(words[:at], named, strict=False) if name)
    found = [first] if first else []
    for start, word in enumerate(words):
        if word in ("from", "to"):
            names = [n for n in range(start + 1, len(words[: start + 1 + REACH])) if named[n]]
            behind = takewhile(lambda n: named[n], range(names[0], len(words))) if names else ()
            found += [tuple(words[n] for n in behind)] if names else []
    return found


def _is_own(party: _Party, other: Reading) -> bool:
    """Return whether nothing of a party stands in the other passage, in any form."""
    said = {word[:FAMILY] for word in WORD.findall(fold(other.passage.wording))}
    return said.isdisjoint(word[:FAMILY] for word in party)
