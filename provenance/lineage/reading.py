"""A document prepared for comparison: folded words, shingles, what stands in quotation marks.

Shingles are runs of five words. A run that touches quoted speech is kept apart, because two
reporters at one press conference write down the same words without copying each other; so is
page furniture (invitations to share, subscribe or log in).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from provenance.lineage.texts import Text
from provenance.text import WORD, fold, shingle_key

SIZE = 5
SAMPLE = 3  # one shingle in three is indexed
SHORT = 120  # a text of fewer words is indexed whole

_QUOTED = re.compile(r'"[^"\n]{12,1200}"')
_FURNITURE = re.compile(
    r"\b(?:subscribe|newsletter|sign up|log ?in|logged in|click here|follow us|share this|cookies?"
    r"|all rights reserved|copyright|terms of use|privacy policy|advertisement|read more|comments?"
    r"|download (?:our|the) app|may not be (?:published|reproduced)|support our journalism)\b"
)
_NUMBER = re.compile(r"^\d")
_NAME = re.compile(r"(?<![.!?:\n\"“]\s)(?<![\n\"“])(?<!^)\b[A-Z][^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class Word:
    """A folded word with its place in the folded text."""

    text: str
    start: int
    end: int
    quoted: bool
    own: bool  # neither quoted nor furniture


class Reading:
    """One document, read once; costly views are made when they are asked for."""

    def __init__(self, text: Text) -> None:
        """Read a document."""
        self.text = text
        self.folded = fold(text.text)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The folded words in order."""
        quotes = [m.span() for m in _QUOTED.finditer(self.folded)]
        furniture = [m.span() for m in _furniture_lines(self.folded)]
        return tuple(_words(self.folded, quotes, furniture))

    @cached_property
    def shingles(self) -> dict[int, int]:
        """Each run of five of the document's own words, by key, with its first position."""
        runs: dict[int, int] = {}
        words = self.words
        bad = -1  # last word that is not the document's own
        for index, word in enumerate(words):
            if not word.own:
                bad = index
            first = index - SIZE + 1
            if first > bad:
                run = " ".join([w.text for w in words[first : index + 1]])
                runs.setdefault(shingle_key(run), first)
        return runs

    @cached_property
    def quotes(self) -> tuple[str, ...]:
        """What stands in quotation marks and is at least eight words long, folded."""
        found = [" ".join(WORD.findall(m.group())) for m in _QUOTED.finditer(self.folded)]
        return tuple(quote for quote in found if quote.count(" ") >= 7)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The different words of the document."""
        return frozenset(word.text for word in self.words)

    @cached_property
    def marks(self) -> tuple[str, ...]:
        """Names and numbers outside quotations in the order in which they first come."""
        names = {fold(name) for name in _NAME.findall(self.text.text)}
        seen = dict.fromkeys(
            word.text
            for word in self.words
            if word.own and (word.text in names or _NUMBER.match(word.text))
        )
        return tuple(seen)

    @property
    def sampled(self) -> list[int]:
        """The shingles under which the document is found."""
        if len(self.words) < SHORT:
            return list(self.shingles)
        return [key for key in self.shingles if key % SAMPLE == 0]

    def show(self, first: int, last: int) -> str:
        """Return the words from one to the other as the document has them."""
        start, end = self.words[first].start, self.words[last].end
        source = self.text.text if len(self.text.text) == len(self.folded) else self.folded
        return " ".join(source[start:end].split())


def _furniture_lines(folded: str) -> Iterator[re.Match[str]]:
    for line in re.finditer(r"[^\n]+", folded):
        if len(line.group()) < 240 and _FURNITURE.search(line.group()):
            yield line


def _words(
    folded: str, quotes: list[tuple[int, int]], furniture: list[tuple[int, int]]
) -> Iterator[Word]:
    for found in WORD.finditer(folded):
        while quotes and quotes[0][1] <= found.start():
            quotes.pop(0)
        while furniture and furniture[0][1] <= found.start():
            furniture.pop(0)
        quoted = bool(quotes) and quotes[0][0] <= found.start()
        waste = bool(furniture) and furniture[0][0] <= found.start()
        yield Word(found.group(), found.start(), found.end(), quoted, not quoted and not waste)
