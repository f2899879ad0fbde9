"""A sentence as a row of words, for weighing what it says against another word by word.

A reading (``reading``) is a bag, made for very many passages at once. A line keeps the order:
what stands before what, which word a negation governs, which slot a name fills.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from provenance.corroboration import vocabulary
from provenance.corroboration.figures import Figure, figures_of
from provenance.corroboration.reading import is_denial, is_prospect, key_of, negated_by
from provenance.corroboration.related import kin
from provenance.text import WORD, fold

Sort = Literal["stop", "number", "month", "name", "word"]

_PART = re.compile(
    r"[,;:()\u2014]|\s(?:and|but|which|who|where|while|after|before|because|although)\s"
)
_MONTHS = {name: number for name, number in vocabulary.MONTHS.items() if name not in ("may", "mar")}
LEAST_STEM = 5  # letters that two words of one family share at their head

LONGEST_KEPT = 1500  # code points


class Word(NamedTuple):
    """One word: as written, in the form compared, its stem or number, and what sort it is."""

    shown: str
    folded: str
    key: str
    sort: Sort


class Line(NamedTuple):
    """A sentence, read. ``places`` maps a key to where it stands; ``parts`` holds its clauses."""

    words: tuple[Word, ...]
    places: Mapping[str, tuple[int, ...]]
    senses: frozenset[int]
    heads: frozenset[str]
    negated: frozenset[str]
    denies: bool  # it holds a cue of denial or retraction
    intends: bool  # it tells of what is planned or possible
    figures: tuple[Figure, ...]
    parts: tuple[range, ...]

    @property
    def telling(self) -> Iterator[tuple[int, Word]]:
        """The words that tell what happened, with their places."""
        return ((at, word) for at, word in enumerate(self.words) if word.sort != "stop")


def line_of(sentence: str) -> Line:
    """Return a sentence as a row of words; one is held against many, so it is kept."""
    return _kept(sentence) if len(sentence) <= LONGEST_KEPT else _line_of(sentence)


def _line_of(sentence: str) -> Line:
    words: list[Word] = []
    parts: list[range] = []
    first = start = 0
    for cut in (*_PART.finditer(sentence), None):
        end = cut.start() if cut else len(sentence)
        words.extend(_words(sentence[start:end], first=not words))
        parts.append(range(first, len(words)))
        first, start = len(words), end
    return _line(sentence, words, [part for part in parts if part])


_kept = lru_cache(maxsize=2048)(_line_of)


def _words(text: str, *, first: bool) -> Iterator[Word]:
    for shown in WORD.findall(text):
        folded = fold(shown).removesuffix("'s")
        if folded:
            yield _word(shown, folded, first=first)
            first = False


def _word(shown: str, folded: str, *, first: bool) -> Word:
    if folded in _MONTHS or (folded == "may" and shown == "May" and not first):
        return Word(shown, folded, f"month {vocabulary.MONTHS[folded]}", "month")
    key, weight = key_of(folded)
    if not weight:
        return Word(shown, folded, folded, "stop")
    if key[0].isdigit():
        return Word(shown, folded, key, "number")
    return Word(shown, folded, key, "name" if shown[0].isupper() and not first else "word")


def _line(sentence: str, words: Sequence[Word], parts: Sequence[range]) -> Line:
    places: dict[str, list[int]] = {}
    for at, word in enumerate(words):
        places.setdefault(word.key, []).append(at)
    telling = [word for word in words if word.sort != "stop"]
    return Line(
        words=tuple(words),
        places={key: tuple(at) for key, at in places.items()},
        senses=frozenset(sense for word in telling for sense in kin(word.key)),
        heads=frozenset(head for word in telling if (head := head_of(word))),
        negated=negated_by([word.folded for word in words]),
        denies=is_denial(fold(sentence)),
        intends=is_prospect(sentence),
        figures=figures_of([word.folded for word in words]),
        parts=tuple(parts),
    )


def head_of(word: Word) -> str:
    """Return the letters that a word shares with others of its family, or nothing."""
    return word.folded[:LEAST_STEM] if len(word.folded) > LEAST_STEM else ""
