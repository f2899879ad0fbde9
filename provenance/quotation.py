"""Where a text quotes: the spans between quotation marks, in Unicode code points.

Marks are paired by what stands beside them, paragraph by paragraph (a line is a paragraph). A
quotation over several paragraphs has its opening mark again at the head of each and is closed
in the last; it is one span. Quotations inside quotations have a depth. Apostrophes, plural
possessives ("the workers' hall"), left-out letters ("the '90s") and signs for inches are no
marks. An opening mark that is never closed quotes up to the end of its paragraph where the
paragraph begins with it, and nothing elsewhere: a stray mark must not put a whole text into
somebody's mouth.

Cost is linear in the text, and nothing is kept but the quotation that is open. Who is quoted
is the business of ``attribution``.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

HIDDEN = (
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068"
    "\u2069\ufeff"
)
"""Zero-width and bidirectional controls, which a reader does not see."""
_MARK = re.compile("''|``|[\"'`\u201c\u201d\u201e\u2018\u2019\u201a\u00ab\u00bb]")
_FAMILY = {
    **dict.fromkeys(('"', "''", "``", "\u201c", "\u201d", "\u201e"), "double"),
    **dict.fromkeys(("\u00ab", "\u00bb"), "angled"),
    **dict.fromkeys(("'", "`", "\u2018", "\u2019", "\u201a"), "single"),
}
_OPENS = frozenset(("\u201c", "\u201e", "\u00ab", "``", "\u2018", "\u201a", "`"))
_CLOSES = frozenset(("\u201d", "\u00bb", "\u2019"))
_LEFT_OUT = re.compile(r"\d\ds?\b|(?:tis|twas|em|til|cause|n|round|bout|cos)\b", re.IGNORECASE)
_LONGEST_SINGLE = 2000  # code points; single marks are apostrophes far more often than not
_DEEPEST = 3
_PARAGRAPHS = 40  # of one quotation; a longer one is cut there
_FIRST = 40  # code points in which a quotation has a letter or a digit
_NEAR = 8  # controls that are looked past for the neighbour of a mark


class Quotation(NamedTuple):
    """A stretch in quotation marks, from the opening mark to behind the closing one."""

    start: int
    end: int
    depth: int = 0  # 1 inside another quotation
    closed: bool = True

    def holds(self, start: int, end: int) -> bool:
        """Return whether a span lies in the quotation."""
        return self.start <= start and end <= self.end


class _Open(NamedTuple):
    """A mark that waits for its partner."""

    at: int
    family: str
    maybe: int | None  # end of the first mark that may close it, or be a possessive


def quotations(text: str) -> Iterator[Quotation]:
    """Yield the quotations of a text by paragraph, each outer one before those inside it."""
    waiting: list[Quotation] = []  # the last, still open, with what is inside it
    paragraphs = 0
    for line in re.finditer(r"[^\n]+", text):
        if line.group().isspace():
            continue
        at = line.start()
        spans = [
            each._replace(start=each.start + at, end=each.end + at)
            for each in in_paragraph(line.group())
        ]
        if waiting and paragraphs < _PARAGRAPHS and _goes_on(line.group(), spans, at):
            waiting[0] = waiting[0]._replace(end=spans[0].end, closed=spans[0].closed)
            spans, paragraphs = [*waiting, *spans[1:]], paragraphs + 1
        else:
            yield from waiting
            paragraphs = 1
        still = next((n for n, each in enumerate(spans) if not each.closed), len(spans))
        yield from spans[:still]
        waiting = spans[still:]
    yield from waiting


def _goes_on(paragraph: str, spans: list[Quotation], at: int) -> bool:
    return bool(spans) and spans[0].start - at <= head(paragraph)


def head(paragraph: str) -> int:
    """Return where a paragraph begins to say something, behind space and marks of lists."""
    return len(paragraph) - len(paragraph.lstrip(HIDDEN + " \t\u00a0>*_#-\u2022"))


def in_paragraph(line: str) -> list[Quotation]:
    """Return the quotations of one paragraph; one that is left open is the last outer one."""
    stack: list[_Open] = []
    found: list[tuple[int, int, bool]] = []
    begins = head(line)
    for mark in _MARK.finditer(line):
        sign, start, end = mark.group(), mark.start(), mark.end()
        family = _FAMILY[sign]
        opens, closes = _sides(line, sign, start, end)
        top = next((n for n in range(len(stack) - 1, -1, -1) if stack[n].family == family), None)
        if top is not None and closes:
            _close(line, stack, found, top, start, end)
        elif opens:
            _open(stack, found, _Open(start, family, None), begins)
    _give_up(stack, found, 0)
    if not found and not stack:
        return []
    if stack and stack[0].at <= begins and stack[0].family != "single":
        found.append((stack[0].at, len(line), False))
    return _nested(line, found)


def _sides(line: str, sign: str, start: int, end: int) -> tuple[bool, bool]:
    """Return whether a mark may open, and whether it may close, by what stands beside it."""
    before, after = _neighbour(line, start - 1, -1), _neighbour(line, end, 1)
    free_before = not before.isalnum()
    spaced_before = not before or before.isspace()
    joined_after = bool(after) and not after.isspace()
    if _FAMILY[sign] == "single":
        opens = free_before and joined_after and after not in ",.;:!?)"
        opens = opens and sign != "\u2019" and _LEFT_OUT.match(line, end) is None
        return opens, not spaced_before and not after.isalnum() and sign not in _OPENS
    if sign in _OPENS:
        return True, not spaced_before and not after.isalnum()
    if sign in _CLOSES:
        return spaced_before and after.isalnum(), True
    inches = before.isdigit() and not joined_after
    return free_before and joined_after, inches or not (joined_after and spaced_before)


def _neighbour(line: str, at: int, step: int) -> str:
    """Return the character beside a mark that a reader sees, or nothing at an end."""
    for _ in range(_NEAR):
        if not 0 <= at < len(line):
            return ""
        if line[at] not in HIDDEN:
            return line[at]
        at += step
    return ""


def _open(stack: list[_Open], found: list[tuple[int, int, bool]], mark: _Open, begins: int) -> None:
    """Let a mark wait; one of its family directly below it was never closed."""
    if stack and stack[-1].family == mark.family:
        last = stack.pop()
        if last.maybe is not None:
            found.append((last.at, last.maybe, True))
        elif last.family != "single" and last.at <= begins:
            found.append((last.at, mark.at, True))
    if len(stack) < _DEEPEST:
        stack.append(mark)


def _close(  # the paragraph, what waits and what is found in it, and the closing mark
    line: str,
    stack: list[_Open],
    found: list[tuple[int, int, bool]],
    top: int,
    start: int,
    end: int,
) -> None:
    """Pair a closing mark with the waiting one, unless it may be a possessive."""
    opened = stack[top]
    if opened.family == "single":
        if end - opened.at > _LONGEST_SINGLE:
            _give_up(stack, found, top)
            return
        if _possessive(line, start, end):
            if opened.maybe is None:
                stack[top] = opened._replace(maybe=end)
            return
    _give_up(stack, found, top + 1)
    stack.pop()
    found.append((opened.at, end, True))


def _possessive(line: str, start: int, end: int) -> bool:
    """Whether a single mark may stand for "the workers'" and not for an end."""
    return (
        line[start - 1] in "sSzZxX"
        and line[end : end + 1] == " "
        and line[end + 1 : end + 2].islower()
    )


def _give_up(stack: list[_Open], found: list[tuple[int, int, bool]], keep: int) -> None:
    """Take marks that wait in vain from the stack, down to ``keep`` of them."""
    while len(stack) > keep and (keep or stack[-1].family == "single" or len(stack) > 1):
        last = stack.pop()
        if last.maybe is not None:
            found.append((last.at, last.maybe, True))


def _nested(line: str, found: list[tuple[int, int, bool]]) -> list[Quotation]:
    """Return spans in order with their depth."""
    quoted: list[Quotation] = []
    around: list[int] = []
    for start, end, closed in sorted(found, key=lambda each: (each[0], -each[1])):
        if not any(map(str.isalnum, line[start : start + _FIRST])):
            continue
        while around and around[-1] <= start:
            around.pop()
        quoted.append(Quotation(start, end, len(around), closed))
        around.append(end)
    return quoted
