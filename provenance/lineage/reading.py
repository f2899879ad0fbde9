"""A document prepared for comparison: folded words, shingles, what stands in quotation marks.

Shingles are runs of five words. A run that touches quoted speech is kept apart, because two
reporters at one press conference write down the same words without copying each other; so is
page furniture (invitations to share, subscribe or log in).
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import chain, islice
from sys import intern

from provenance.lineage.corrections import begins_with_denial, is_refutation
from provenance.lineage.slips import slips
from provenance.lineage.speakers import Said, credited_by
from provenance.lineage.texts import Text
from provenance.lineage.whom import Whom, whom
from provenance.lineage.wording import Beside, beside, stems
from provenance.text import WORD, fold, shingle_key, words

SIZE = 5
QUOTE = 8  # words of a quotation that nobody says twice by chance
SPOKEN = 4  # words of a run within quotation marks
SAMPLE = 3  # one shingle in three is indexed
SHORT = 120  # a text of fewer words is indexed whole

LINE = 160  # code points: furniture comes in short lines
_LARGE = {"shingles", "stems", "beside", "quoted", "anywhere", "joined", "vocabulary"}

_QUOTED = re.compile(r'"[^"\n]{12,1200}"')
_FURNITURE = re.compile(
    r"\b(?:subscribe|newsletter|sign up|log ?in|logged in|click here|follow us|share this|cookies?"
    r"|all rights reserved|copyright|terms of use|privacy policy|advertisement|read more|comments?"
    r"|download (?:our|the) app|may not be (?:published|reproduced)|support our journalism)\b"
)
# The capital comes first, because the search for one is fast; then what may not stand before it.
_NAME = re.compile(
    r"[A-Z](?<!\w[A-Z])(?<![.!?:\n\"“]\s[A-Z])(?<![\n\"“][A-Z])(?<!^[A-Z])[^\W\d_]{2,}"
)


class Reading:
    """One document, read once; costly views are made when they are asked for."""

    def __init__(self, text: Text) -> None:
        """Read a document."""
        self.text = text
        self.folded = fold(text.text)
        self.words: list[str] = []
        self.own: list[tuple[int, int]] = []  # runs of words neither quoted nor furniture
        self._quoted = bytearray()
        self._places: list[tuple[int, int]] = []  # of each part: first word, start
        at = 0
        self._grams: dict[int, dict[int, int]] = {}
        for part, quoted, own in _parts(self.folded):
            found = WORD.findall(part)
            if found:
                self._places.append((len(self.words), at))
            at += len(part)
            if own and found:
                self.own.append((len(self.words), len(self.words) + len(found)))
            self.words.extend(map(intern, found))  # texts have most of their words in common
            self._quoted.extend(bytes([quoted]) * len(found))

    @cached_property
    def shingles(self) -> dict[int, int]:
        """Each run of five of the document's own words, by key, with its first position."""
        runs: dict[int, int] = {}
        for start, end in reversed(self.own):
            keys = _windows(self.numbers[start:end], SIZE)
            runs.update(
                zip(reversed(keys), range(start + len(keys) - 1, start - 1, -1), strict=True)
            )
        return runs

    @cached_property
    def size(self) -> int:
        """How many different runs of five own words the document has."""
        return len(self.shingles)

    @cached_property
    def numbers(self) -> list[int]:
        """The number of each word, the same in every process."""
        return list(map(_number, self.words))

    def runs(self, size: int) -> list[int]:
        """Return a key for each run of so many words, quoted or not."""
        return _windows(self.numbers, size)

    @cached_property
    def quotes(self) -> tuple[str, ...]:
        """What stands in quotation marks and is at least eight words long, folded."""
        return tuple(quote for quote in self.sayings if quote.count(" ") >= QUOTE - 1)

    @cached_property
    def sayings(self) -> tuple[str, ...]:
        """What stands in quotation marks and is at least five words long, folded."""
        found = [" ".join(WORD.findall(m.group())) for m in _QUOTED.finditer(self.folded)]
        return tuple(saying for saying in found if saying.count(" ") >= SIZE - 1)

    @cached_property
    def stems(self) -> list[str]:
        """The stems of the words with content, in order, quoted or not."""
        return stems(self.words)

    @cached_property
    def beside(self) -> Beside:
        """Where each two stems stand beside each other."""
        return beside(self.stems)

    @cached_property
    def headline(self) -> frozenset[str]:
        """The stems of the title."""
        return frozenset(stems(words(self.text.title or "")))

    @cached_property
    def slips(self) -> dict[tuple[str, str], str]:
        """The errors of writing, each with the word beside it, as they stand in the text."""
        return slips(self.words)

    @cached_property
    def refutes(self) -> bool:
        """Whether the text says in its head that it refutes something."""
        return is_refutation(self.text)

    @cached_property
    def denies(self) -> bool:
        """Whether the text says in its head that something is not so."""
        return begins_with_denial(self.text)

    @cached_property
    def quoted(self) -> dict[int, int]:
        """Each run of four words that stands in quotation marks, by key, with its position."""
        return {
            key: at
            for at, key in enumerate(self.runs(SPOKEN))
            if self._quoted[at] and self._quoted[at + SPOKEN - 1]
        }

    @cached_property
    def anywhere(self) -> dict[int, int]:
        """Each run of four words, quoted or not, by key, with its position."""
        return {key: at for at, key in enumerate(self.runs(SPOKEN))}

    @cached_property
    def credits(self) -> tuple[Said, ...]:
        """Whom the text credits, the one credited most first."""
        return credited_by(self.text)

    @cached_property
    def whom(self) -> Whom:
        """Whom the text credits, for being held against another."""
        return whom(self.credits)

    def grams(self, size: int) -> dict[int, int]:
        """Return each run of so many of the document's own words, by key, with its position."""
        known = self._grams.get(size)
        if known is None:
            known = self._grams[size] = {
                key: start + at
                for start, end in self.own
                for at, key in enumerate(_windows(self.numbers[start:end], size))
            }
        return known

    @cached_property
    def joined(self) -> str:
        """The document's own words in one line, with a space at both ends."""
        return f" {' '.join(w for at, end in self.own for w in self.words[at:end])} "

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The different words of the document."""
        return frozenset(self.words)

    @cached_property
    def marks(self) -> tuple[str, ...]:
        """Names and numbers outside quotations in the order in which they first come."""
        names = set(map(fold, set(_NAME.findall(self.text.text))))
        own = dict.fromkeys(chain.from_iterable(self.words[at:end] for at, end in self.own))
        return tuple([word for word in own if word in names or word[0].isdigit()])

    @cached_property
    def places(self) -> dict[str, int]:
        """The place of each name and number in their order."""
        return {mark: place for place, mark in enumerate(self.marks)}

    def forget(self) -> None:
        """Let go of the larger views; they are made again when they are asked for."""
        self.size  # noqa: B018  # made while its words are here, and kept
        self._grams.clear()
        for view in _LARGE & self.__dict__.keys():
            del self.__dict__[view]

    def is_sampled(self, key: int) -> bool:
        """Return whether the document is found under a shingle of its own."""
        return key % SAMPLE == 0 or len(self.words) < SHORT

    def is_quoted(self, word: int) -> bool:
        """Return whether a word stands in quotation marks."""
        return bool(self._quoted[word])

    def show(self, first: int, last: int) -> str:
        """Return the words from one to the other as the document has them.

        Few words are ever shown, so that where each stands is not kept.
        """
        part = bisect_right(self._places, (first, len(self.folded))) - 1
        begun, start = self._places[part]
        found = islice(WORD.finditer(self.folded, start), first - begun, last - begun + 1)
        spans = [each.span() for each in found]
        source = self.text.text if len(self.text.text) == len(self.folded) else self.folded
        return " ".join(source[spans[0][0] : spans[-1][1]].split())


def windows(words: Sequence[str], size: int) -> list[int]:
    """Return a key for each run of ``size`` words: the same in every process, never kept."""
    return _windows(list(map(_number, words)), size)


def _windows(numbers: Sequence[int], size: int) -> list[int]:
    return list(map(hash, zip(*(numbers[n:] for n in range(size)), strict=False)))


@lru_cache(maxsize=1 << 18)
def _number(word: str) -> int:
    return shingle_key(word)


def _parts(folded: str) -> Iterator[tuple[str, bool, bool]]:
    """Yield the text in parts, with whether each is quoted and whether it is the text's own."""
    at = 0
    for start, end, quoted in _apart(folded):
        if start > at:
            yield folded[at:start], False, True
        if end > at:
            yield folded[max(at, start) : end], quoted, False
            at = end
    yield folded[at:], False, True


def _apart(folded: str) -> list[tuple[int, int, bool]]:
    quotes = [(*m.span(), True) for m in _QUOTED.finditer(folded)]
    return sorted(quotes + [(*m.span(), False) for m in _furniture_lines(folded)])


def _furniture_lines(folded: str) -> Iterator[re.Match[str]]:
    for line in re.finditer(r"[^\n]+", folded):
        if len(line.group()) < LINE and _FURNITURE.search(line.group()):
            yield line
