"""Another name in the same place: "Marlow bought the yard in Kelso", "Harvin bought the yard …".

Two sentences of one kind of event differ in little: who, which, when. So where a name, an ordinal
or a part of the day of one is not in the other, and between the same two neighbours there stands
another of its sort, the two may tell of two events. Other words are left out: of those in news
that stand in one place nearly all say the same ("defeats", "stops").
Left out: what stands in another order, names of which only a part differs.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from provenance.corroboration.reading import Reading, key_of, proposition_of
from provenance.corroboration.vocabulary import COMMON, STOP
from provenance.text import WORD, fold

FAMILY = 4  # letters that two spellings of one name share at their head
WITHIN = 2  # words that may stand in the place of one
_PARTS_OF_DAY = frozenset(("morning", "afternoon", "evening", "night"))
_ORDINALS = frozenset(
    ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
)
_Word = tuple[str, str]  # key, and as folded
_Order = tuple[_Word, ...]  # words that tell something
_END: _Word = ("", "")


def in_place(one: Reading, other: Reading) -> tuple[str, ...]:
    """Return two words, one of each passage, that stand in the same place; none where none do."""
    apart = one.names - other.bag.keys() and other.names - one.bag.keys()
    if not apart and not (_tells(one.passage.wording) and _tells(other.passage.wording)):
        return ()
    here, there = _order(one.passage.wording), _order(other.passage.wording)
    for (key, word), (against, instead) in _swapped(here, there):
        named = key in one.names and against in other.names and not _alike(word, instead)
        both = {word, instead}
        if named or both <= _ORDINALS or both <= _PARTS_OF_DAY:
            return word, instead
    return ()


def _swapped(here: _Order, there: _Order) -> Iterator[tuple[_Word, _Word]]:
    """Yield words of one side, each with the word that stands in its place on the other."""
    known, own = {key for key, _ in there}, {key for key, _ in here}
    framed: list[_Word] = [_END, *there, _END]
    for at, (key, word) in enumerate(here):
        before = here[at - 1][0] if at else ""
        after = here[at + 1][0] if at + 1 < len(here) else ""
        if key in known or not (before or after):
            continue
        for start, (first, _) in enumerate(framed[:-1]):
            between = _until(framed, start + 1, after) if first == before else ()
            if between and all(each not in own for each, _ in between):
                yield (key, word), between[-1]


def _until(framed: Sequence[_Word], start: int, after: str) -> Sequence[_Word]:
    """Return the few words from a place to a word, none where it is not near."""
    near = framed[start : start + WITHIN + 1]
    end = next((at for at, (key, _) in enumerate(near) if key == after), 0)
    return near[:end]


@lru_cache(maxsize=1 << 14)
def _tells(wording: str) -> bool:
    """Return whether an ordinal or a part of the day may stand in a wording."""
    low = wording.casefold()
    return any(map(low.__contains__, (*_ORDINALS, *_PARTS_OF_DAY)))


@lru_cache(maxsize=1 << 14)
def _order(wording: str) -> _Order:
    words = (word.removesuffix("'s") for word in WORD.findall(fold(proposition_of(wording))))
    told = ((key_of(word)[0] or word, word) for word in words if word)
    return tuple((key, word) for key, word in told if word not in STOP or word in _PARTS_OF_DAY)


def _alike(one: str, other: str) -> bool:
    """Return whether two names may be spellings of one, or titles."""
    here, there = sorted(map(_letters, (one, other)), key=len)
    titles = not COMMON.isdisjoint((one, other))
    return titles or there.startswith(here) or here[:FAMILY] == there[:FAMILY]


def _letters(word: str) -> str:
    """Return a word without accents and full stops."""
    return "".join(sign for sign in unicodedata.normalize("NFD", word) if sign.isalnum())
