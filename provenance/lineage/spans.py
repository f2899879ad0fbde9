"""What differs between two wordings: the span on one side, and what stands there on the other.

Words are matched in order (Ratcliff and Obershelp, by the standard library). Where words are
sought, by which a rule held, and the stretch around them is long, they are shown with what they
govern, beside what has the same word before or after it, or the verb. A word that was only
dropped or put in is shown with its neighbour, so that neither side is ever empty. Left out:
wordings too long to be sentences, which are shown whole.
"""

from difflib import SequenceMatcher
from typing import NamedTuple

from provenance.text import fold, words

LONGEST = 120  # words: matching costs their square
_TIGHT = 5  # words of a stretch that shows by itself what changed
_AUXILIARY = frozenset(
    words("is are was were be been being has have had do does did will would can could must not")
)
_SMALL = _AUXILIARY | frozenset(
    words("to that the a an of in on at by for from with and or as it its this")
)
_ENDS = (",", ".", ";", ":", "!", "?", "\u201d", '"')


class _Side(NamedTuple):
    """A wording, word by word."""

    own: list[str]  # as written
    low: list[str]  # folded, without marks

    def shown(self, begin: int, end: int) -> str:
        """Return words as they are written."""
        return " ".join(self.own[begin:end])

    def stand(self, sought: str) -> tuple[int, int] | None:
        """Return where words stand that are not the whole."""
        wanted = words(sought)
        size = len(wanted)
        if not 0 < size < len(self.low):
            return None
        starts = range(len(self.low) - size + 1)
        return next(((n, n + size) for n in starts if self.low[n : n + size] == wanted), None)

    def group(self, begin: int) -> tuple[int, int] | None:
        """Return the verb with its auxiliaries that begins at a word."""
        end = begin
        while end < len(self.low) and self.low[end] in _AUXILIARY:
            end += 1
        told = end < len(self.low) and self.low[end] not in _SMALL
        return (begin, end + 1) if told else None


def changed(
    one: str, other: str, *, before: str = "", after: str = "", cue: str = ""
) -> tuple[str, str]:
    """Return the spans that differ; with ``before`` or ``after`` the one that holds these words.

    ``cue`` are words of the first that ``after`` took the place of, if nothing nearer did.
    """
    left, right = _side(one), _side(other)
    if not left.own or not right.own or max(len(left.own), len(right.own)) > LONGEST:
        return one, other
    matched = SequenceMatcher(None, left.low, right.low, False)
    blocks = [(a1, a2, b1, b2) for tag, a1, a2, b1, b2 in matched.get_opcodes() if tag != "equal"]
    if not blocks:
        return one, other
    at, to = left.stand(before), right.stand(after)
    if at is None and to is None:
        return _shown(left, right, (blocks[0][0], blocks[-1][1], blocks[0][2], blocks[-1][3]))
    for a1, a2, b1, b2 in blocks:
        holds = _meet(at, (a1, a2)) or _meet(to, (b1, b2))
        if holds and max(a2 - a1, b2 - b1) <= _TIGHT:
            return _shown(left, right, (a1, a2, b1, b2))
    if at is not None:
        return _apart(left, at, right, "")
    shown, instead = _apart(right, to or (0, 1), left, cue)
    return instead, shown


def _side(text: str) -> _Side:
    own = text.split()
    return _Side(own, [" ".join(words(word)) or fold(word) for word in own])


def _meet(one: tuple[int, int] | None, other: tuple[int, int]) -> bool:
    return one is not None and one[0] < other[1] and other[0] < one[1]


def _shown(left: _Side, right: _Side, span: tuple[int, int, int, int]) -> tuple[str, str]:
    a1, a2, b1, b2 = span
    if a1 == a2 or b1 == b2:
        if a2 < len(left.own) and b2 < len(right.own):
            a2, b2 = a2 + 1, b2 + 1
        else:
            a1, b1 = max(0, a1 - 1), max(0, b1 - 1)
    while _slight(left.low[a1:a2], right.low[b1:b2]) and left.low[a2:][:1] == right.low[b2:][:1]:
        if a2 == len(left.own):
            break
        a2, b2 = a2 + 1, b2 + 1  # "appears sound" and "is sound", not "appears" and "is"
    return _bare(left.shown(a1, a2)), _bare(right.shown(b1, b2))


def _slight(*sides: list[str]) -> bool:
    """Whether the words of one side tell nothing by themselves."""
    return any(_SMALL.issuperset(side) for side in sides)


def _apart(side: _Side, at: tuple[int, int], other: _Side, cue: str) -> tuple[str, str]:
    """Return words with what they govern, and what the other side has for them."""
    begin, end = at
    while begin > 0 and side.low[begin - 1] in _AUXILIARY:
        begin -= 1
    if begin == at[0] or side.low[end - 1] == "to":
        end = _governed(side, end)
    found = _instead(side, (begin, end), other) or other.stand(cue)
    found = found or next(
        (group for n in range(len(other.low)) if _verb(other, n) and (group := other.group(n))),
        (0, len(other.own)),
    )
    return _bare(side.shown(begin, end)), _bare(other.shown(*found))


def _verb(side: _Side, at: int) -> bool:
    return side.low[at] in _AUXILIARY


def _governed(side: _Side, end: int) -> int:
    """Return where the first word ends that says something after a word of its clause."""
    while end < len(side.low) and not side.own[end - 1].endswith(_ENDS):
        end += 1
        if side.low[end - 1] not in _SMALL:
            break
    return end


def _instead(side: _Side, at: tuple[int, int], other: _Side) -> tuple[int, int] | None:
    """Return what stands on the other side before the same word, or after the same subject."""
    begin, end = at
    last = side.low[end - 1]
    if last in other.low and end - begin > 1:
        found = start = other.low.index(last)
        while start > 0 and other.low[start - 1] in _AUXILIARY:
            start -= 1
        return (start if start < found else max(0, found - 1)), found + 1
    subject = side.low[begin - 1] if begin > 0 else ""
    if not subject or subject in _SMALL or side.own[begin - 1].endswith(_ENDS):
        return None
    stands = [n for n, word in enumerate(other.low) if word == subject]
    return next(
        (g for n in stands if not other.own[n].endswith(_ENDS) and (g := other.group(n + 1))), None
    )


def _bare(text: str) -> str:
    return text.strip(' ,.;:!?\u201c\u201d"') or text
