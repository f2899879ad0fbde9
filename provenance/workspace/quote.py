"""Where the words stand that a person gives as a quote. Code points, end excluded.

First as they are, then with any white space for any other: a quote copied from a page has other
line ends. What is returned is always the text's own words, so the selector is exact. Words that
stand in a text several times are asked for; words that do not stand there are never guessed: the
nearest passage is shown. Any language; what counts as white space is Unicode's.
"""

import re
from collections import Counter
from collections.abc import Sequence

from provenance.errors import UsageError
from provenance.text import fold, sentence_spans, words

Stretch = tuple[int, int]
_MOST = 200  # places that are looked for
_LISTED = 10  # places that are listed
_AROUND = 24  # code points shown on both sides of a place
_LONGEST = 160  # code points of a passage that is shown
_NEAR = 0.5  # share of the quote's words that the nearest passage holds at least


def places(text: str, quote: str) -> tuple[Stretch, ...]:
    """Return where a quote stands in a text: exactly, or else with other white space."""
    quote = quote.strip()
    if not quote:
        return ()
    found = _exactly(text, quote)
    if found or len(quote.split()) < 2:
        return found
    pattern = re.compile(r"\s+".join(map(re.escape, quote.split())))
    matches = (match.span() for match, _ in zip(pattern.finditer(text), range(_MOST), strict=False))
    return tuple(matches)


def _exactly(text: str, quote: str) -> tuple[Stretch, ...]:
    found: list[Stretch] = []
    at = text.find(quote)
    while at >= 0 and len(found) < _MOST:
        found.append((at, at + len(quote)))
        at = text.find(quote, at + len(quote))
    return tuple(each for each in found if _is_whole(text, each)) or tuple(found)


def _is_whole(text: str, stretch: Stretch) -> bool:
    """Return whether a stretch begins and ends where words do: "ton" does not in "tons"."""
    start, end = stretch
    cut_before = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
    return not (cut_before or (text[end - 1].isalnum() and text[end : end + 1].isalnum()))


def place(
    text: str, quote: str, *, where: str, occurrence: int | None = None, at: int | None = None
) -> Stretch:
    """Return the one place of a quote in a text that people know as ``where``; UsageError."""
    if not quote.strip():
        raise UsageError("the quote is empty; give the words as they stand in the text")
    found = places(text, quote)
    if not found:
        raise UsageError(
            f"{missing(text, quote, where)}. To read it: provenance show {where} --text"
        )
    if at is not None:
        chosen = [each for each in found if each[0] <= at < each[1]]
        if not chosen:
            raise UsageError(f"the quote does not stand at {at}: {_listed(text, found, where)}")
        return chosen[0]
    if occurrence is not None:
        if not 1 <= occurrence <= len(found):
            raise UsageError(f"there is no occurrence {occurrence}: {_listed(text, found, where)}")
        return found[occurrence - 1]
    if len(found) > 1:
        raise UsageError(f"say which one is meant: {_listed(text, found, where)}")
    return found[0]


def _listed(text: str, found: Sequence[Stretch], where: str) -> str:
    count = "once" if len(found) == 1 else f"{len(found)} times"
    lines = [f"the quote stands {count} in {where}"]
    lines += [
        f"  --occurrence {number}  (--at {start})  {around(text, (start, end))}"
        for number, (start, end) in enumerate(found[:_LISTED], 1)
    ]
    if len(found) > _LISTED:
        lines.append(f"  and {len(found) - _LISTED} more")
    return "\n".join(lines)


def around(text: str, stretch: Stretch) -> str:
    """Return a place with some words on both sides, on one line."""
    start, end = stretch
    shown = text[start:end]
    if len(shown) > _LONGEST:
        shown = f"{shown[: _LONGEST // 2]} … {shown[-_LONGEST // 2 :]}"
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    line = " ".join(f"{before}[{shown}]{after}".split())
    return f"{'…' if start > _AROUND else ''}{line}{'…' if end + _AROUND < len(text) else ''}"


def missing(text: str, quote: str, where: str) -> str:
    """Return that a quote does not stand in a text, and what stands there that is like it."""
    said = f"these words do not stand in {where}"
    near = nearest(text, quote)
    if near is None:
        return f"{said}, nor anything like them"
    start, end = near
    passage = " ".join(text[start:end].split())
    if len(passage) > _LONGEST:
        passage = f"{passage[:_LONGEST]}…"
    return f"{said}; the nearest passage, at {start}, is: “{passage}”"


def nearest(text: str, quote: str) -> Stretch | None:
    """Return the sentence that holds most of the words of a quote, None where none holds half."""
    wanted = Counter(words(quote)) or Counter(fold(quote).split())
    best, where = 0.0, None
    for start, end in sentence_spans(text):
        given = Counter(words(text[start:end]))
        shared = sum((wanted & given).values())
        share = shared / max(1, wanted.total()) - given.total() / 1_000_000  # the shorter of two
        if share > best:
            best, where = share, (start, end)
    return where if best >= _NEAR - 0.01 else None


def sentence(text: str, at: int, by: int) -> Stretch:
    """Return the sentence so many further than the one at a place, stopping at the ends."""
    spans = sentence_spans(text) or [(0, len(text))]
    here = sum(start <= at for start, _ in spans) - 1
    standing = here >= 0 and spans[here][0] == at
    here += by if standing or by < 0 else 1 if here < 0 or spans[here][1] <= at else 0
    return spans[max(0, min(here, len(spans) - 1))]
