"""A text as units: sentences with their quotations whole, cut into words once.

A quotation that runs over several sentences holds them together in one unit, in which it is a
single word, whatever it says: what stands in quotation marks is somebody's, and its own verbs
do not speak for the sentence around it. A quotation that is not closed runs to the end of its
paragraph. Spans are code points of the text. Time and memory are linear in the text.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from provenance.text import lowered, sentence_spans

QUOTE = "\u201c"  # the word that stands for a whole quotation
LONGEST = 6000  # code points; a longer unit is no prose
_MARK = re.compile("[\u201c\u201d\"]|'{2,3}")
_WORD = re.compile(
    r"(?:[A-Za-z]\.){2,}|(?:Mrs?|Ms|Dr|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Capt|St|Jr|Prof|Rev|No)\.(?=\s)"
    r"|[A-Z]\.(?=\s[A-Z])|[^\W_]+(?:[-'\u2019.&,][^\W_]+)*(?:[\u2019'](?=\s))?|[^\s\w]|_"
)
_LONGEST_QUOTE = 5000  # code points; a longer one is a mark that stands astray
_CLOSING = ("\u201d", '"', "'")
_ASKED = re.compile(
    r"\s*(?:[A-Z][\w.\u2019'-]*|he|she|they|one|the|a)(?: [\w.\u2019'-]{1,20}){0,4}?"
    r" (?:said|says|asked|asks|replied|wrote|writes|added|tweeted|told|shouted|yelled|cried"
    r"|exclaimed|declared|demanded|wondered|quipped|joked|responded|retorted|snapped|called)\b"
)
_CLOSED = re.compile(r"[.!?\u2026][\u201d\"'\u2019]{1,2}\s+(?=[A-Z\u201c\"])")


def word_set(words: str) -> frozenset[str]:
    """Return words with spaces between as a set."""
    return frozenset(words.split())


class Unit(NamedTuple):
    """A stretch of text that is read at once, as words."""

    start: int
    end: int
    line: int  # of which paragraph
    starts: list[int]
    ends: list[int]
    capital: list[bool]  # whether each word begins with a capital letter
    low: list[str]  # each word in lower case; QUOTE for a quotation
    quotes: tuple[tuple[int, int], ...]  # with their marks


def units(text: str) -> Iterator[Unit]:
    """Yield the units of a text in order."""
    cut = sentence_spans(text)
    low = lowered(text).replace("\u2019", "'")
    starts = [start for start, _ in cut]
    for number, line in enumerate(re.finditer(r"[^\n]+", text)):
        first = bisect_right(starts, line.start() - 1)
        last = bisect_right(starts, line.end() - 1)
        spans = cut[first:last]
        if not spans:
            continue
        quotes = _quotations(text, line.start(), line.end())
        for start, end, inside in _together(text, spans, quotes):
            yield _unit(text, low, start, end, number, inside)


def _quotations(text: str, begin: int, finish: int) -> list[tuple[int, int]]:
    """Return the quotations of a paragraph; one that is not closed runs to its end."""
    found = []
    opened: int | None = None
    for match in _MARK.finditer(text, begin, finish):
        mark, at = match.group(), match.start()
        if mark == "\u201c":
            if opened is not None:
                found.append((opened, at))
            opened = at
        elif opened is not None:
            found.append((opened, match.end()))
            opened = None
        elif mark != "\u201d" and not _closes(text, at, match.end(), finish):
            opened = at
    if opened is not None:
        found.append((opened, finish))
    return [(begin, end) for begin, end in found if end - begin <= _LONGEST_QUOTE]


def _closes(text: str, at: int, after: int, finish: int) -> bool:
    """Whether a straight mark where no quotation is open stands as one that closes stands."""
    return (after >= finish or text[after].isspace()) and at > 0 and not text[at - 1].isspace()


def _together(
    text: str, spans: list[tuple[int, int]], quotes: list[tuple[int, int]]
) -> Iterator[tuple[int, int, tuple[tuple[int, int], ...]]]:
    """Join sentences over which a quotation runs, and part those that follow a closed one."""
    joined: list[tuple[int, int]] = []
    pending = iter(quotes)
    quote = next(pending, None)
    for start, end in spans:
        while quote is not None and quote[1] <= start:
            quote = next(pending, None)
        within = quote is not None and quote[0] < start < quote[1]
        if joined and (within or _asked(text, joined[-1][1])):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    at = 0
    for start, end in joined:
        while at < len(quotes) and quotes[at][1] <= start:
            at += 1
        inside, index = [], at
        while index < len(quotes) and quotes[index][0] < end:
            inside.append(quotes[index])
            index += 1
        yield from _parted(text, start, end, inside)


def _asked(text: str, end: int) -> bool:
    """Whether a verb of saying follows a quotation that ends in another mark than a full stop."""
    mark = text[max(0, end - 2) : end]
    return mark[:1] in ("?", "!") and mark[1:] in _CLOSING and bool(_ASKED.match(text, end))


def _parted(
    text: str, start: int, end: int, quotes: list[tuple[int, int]]
) -> Iterator[tuple[int, int, tuple[tuple[int, int], ...]]]:
    kept: list[tuple[int, int]] = []
    for begin, finish in quotes:
        kept.append((begin, finish))
        after = _CLOSED.match(text, finish - 2, end)
        if after is not None and after.end() > finish and not _asked(text, finish):
            yield start, finish, tuple(kept)
            start, kept = after.end(), []
    if start < end:
        yield start, end, tuple(kept)


def _unit(
    text: str, low: str, start: int, end: int, line: int, quotes: tuple[tuple[int, int], ...]
) -> Unit:
    unit = Unit(start, end, line, [], [], [], [], quotes)
    if end - start > LONGEST:
        return unit
    at = start
    for begin, finish in quotes:
        _words(unit, text, low, at, max(at, begin))
        unit.starts.append(max(begin, start))
        unit.ends.append(min(finish, end))
        unit.capital.append(False)
        unit.low.append(QUOTE)
        at = min(finish, end)
    _words(unit, text, low, at, end)
    return unit


def _words(unit: Unit, text: str, low: str, start: int, end: int) -> None:
    spans = [match.span() for match in _WORD.finditer(text, start, end)]
    unit.starts.extend([begin for begin, _ in spans])
    unit.ends.extend([finish for _, finish in spans])
    unit.low.extend([low[begin:finish] for begin, finish in spans])
    unit.capital.extend([text[begin] != low[begin] for begin, _ in spans])
