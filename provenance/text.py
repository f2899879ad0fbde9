"""Text as words, sentences, phrases and shingles. Spans are Unicode code points, end excluded.

``fold`` maps text to the form in which copies are compared: compatibility forms, case,
zero-width and bidirectional controls, look-alike quotes and letters no longer tell two texts
apart. What is stored and quoted is never folded. ``Phrases`` are what rules about sentences
look for.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache

_KEPT_LINE = 4000  # code points; several parts cut the same lines one after another
WORD = re.compile(r"[^\W_]+(?:['\u2019.,][^\W_]+)*")
_NO_LETTERS = str.maketrans(
    {
        chr(code): " "
        for code in (*range(0x100), *range(0x2000, 0x2070))  # Latin, general punctuation
        if not chr(code).isalpha()
    }
)
_CONTROLS = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
# Letters of other scripts that are drawn like Latin ones (Unicode TR 39, confusables).
_LOOKALIKES = str.maketrans(
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u03bf\u03b1\u2018\u2019\u201c\u201d\u2013\u2014\u2212",
    "aeopcyxijsoa''\"\"---",
)


def fold(text: str) -> str:
    """Return text in the form in which copies are compared."""
    if text.isascii():
        return text.lower()
    folded = _CONTROLS.sub("", unicodedata.normalize("NFKC", text)).casefold()
    return folded.translate(_LOOKALIKES)


def words(text: str) -> list[str]:
    """Return the folded words of a text."""
    return WORD.findall(fold(text))


def lowered(text: str) -> str:
    """Return text in lower case, code point for code point."""
    return text.replace("\u0130", "I").lower()  # the one letter whose small form is longer


@lru_cache(maxsize=256)  # many rules look at one sentence, one after another
def _folded(text: str) -> tuple[str, frozenset[str]]:
    low = lowered(text)
    return low, frozenset(low.translate(_NO_LETTERS).split())


def words_in(text: str) -> frozenset[str]:
    """Return the words of a text in lower case; hyphens and apostrophes part words."""
    return _folded(text)[1]


class Phrases:
    """Phrases as one pattern, looked for only in a text that holds one of their words.

    Every match holds one of ``words``, whole: most sentences hold none of them, and a look
    into a set of words costs a hundredth of a search. The pattern is in lower case and reads
    the text in lower case, so that what a match says is cut out of the text by its span. A
    pattern that is never looked for is never compiled.
    """

    def __init__(self, words: str, pattern: str) -> None:
        """Take the words, with spaces between, and the pattern."""
        self.words = frozenset(words.split())
        self._pattern = pattern

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern, compiled."""
        return re.compile(self._pattern)

    def search(self, text: str) -> re.Match[str] | None:
        """Return the first of the phrases in a text."""
        low, words = _folded(text)
        return None if self.words.isdisjoint(words) else self.pattern.search(low)

    def match(self, text: str) -> re.Match[str] | None:
        """Return the phrase with which a text begins."""
        low, words = _folded(text)
        return None if self.words.isdisjoint(words) else self.pattern.match(low)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Return the phrases in a text, in order."""
        low, words = _folded(text)
        return iter(()) if self.words.isdisjoint(words) else self.pattern.finditer(low)


def as_in(text: str, match: re.Match[str], group: str | int = 0) -> str:
    """Return the words of a match as they stand in the text, in upper and lower case."""
    start, end = match.span(group)
    return text[start:end] if start >= 0 else ""


def shingles(tokens: Sequence[str], size: int = 5) -> Iterator[int]:
    """Yield a 64-bit key for each run of ``size`` words, in order."""
    for start in range(len(tokens) - size + 1):
        yield shingle_key(" ".join(tokens[start : start + size]))


def shingle_key(run: str) -> int:
    """Return a 64-bit key of a run of words, the same on every machine."""
    return int.from_bytes(hashlib.blake2b(run.encode(), digest_size=8).digest(), "big")


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Return (start, end) of each sentence, white space at both ends left out.

    A line feed always ends a sentence: documents separate paragraphs by it.
    """
    spans: list[tuple[int, int]] = []
    for line in re.finditer(r"[^\n]+", text):
        given, at = line.group(), line.start()
        cut = _cut_short(given) if len(given) <= _KEPT_LINE else _cut(given)
        spans.extend((at + start, at + end) for start, end in cut)
    return spans


def _cut(given: str) -> tuple[tuple[int, int], ...]:
    from nupunkt import sent_spans  # its model takes 0.1 s to load: only when used

    return tuple(
        trimmed for start, end in sent_spans(given) for trimmed in _trimmed(given, start, end)
    )


_cut_short = lru_cache(maxsize=512)(_cut)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
