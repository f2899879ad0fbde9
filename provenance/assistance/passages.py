"""A text cut into the passages that a language model is asked about, one by one.

Whole paragraphs as far as they fit; a longer one is cut between sentences, and a sentence that
is longer still, where it is full. Together the passages are the text, but for white space.
"""

from collections.abc import Iterator

from provenance.model import Span
from provenance.text import sentence_spans

LONGEST = 4000  # code points of a passage


def passages(text: str) -> tuple[Span, ...]:
    """Return the passages of a text in order."""
    found: list[Span] = []
    first = last = 0
    for start, end in _pieces(text):
        if last and end - first > LONGEST:
            found.append(Span(start=first, end=last))
            last = 0
        if not last:
            first = start
        last = end
    if last:
        found.append(Span(start=first, end=last))
    return tuple(found)


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for line in text.splitlines(keepends=True):
        if not line.strip():
            pass
        elif len(line) <= LONGEST:
            yield at, at + len(line.rstrip())
        else:
            for start, end in sentence_spans(line):
                for cut in range(start, end, LONGEST):
                    yield at + cut, at + min(end, cut + LONGEST)
        at += len(line)
