"""What differs between two wordings: the span on one side, and what stands there on the other.

Words are matched in order (Ratcliff and Obershelp, by the standard library). A word that was
only dropped or put in is shown with its neighbour, so that neither side is ever empty. Left
out: wordings too long to be sentences, which are shown whole.
"""

from difflib import SequenceMatcher

from provenance.text import fold, words

LONGEST = 120  # words: matching costs their square


def changed(one: str, other: str, *, before: str = "", after: str = "") -> tuple[str, str]:
    """Return the spans that differ; with ``before`` or ``after`` the one that holds these words."""
    left, right = one.split(), other.split()
    if not left or not right or max(len(left), len(right)) > LONGEST:
        return one, other
    folded = [_bare(word) for word in left], [_bare(word) for word in right]
    blocks = [
        span for tag, *span in SequenceMatcher(None, *folded, False).get_opcodes() if tag != "equal"
    ]
    if not blocks:
        return one, other
    sought_left, sought_right = set(words(before)), set(words(after))
    for a1, a2, b1, b2 in blocks:
        if sought_left & set(folded[0][a1:a2]) or sought_right & set(folded[1][b1:b2]):
            return _shown(left, right, (a1, a2, b1, b2))
    return _shown(left, right, (blocks[0][0], blocks[-1][1], blocks[0][2], blocks[-1][3]))


def _bare(word: str) -> str:
    return " ".join(words(word)) or fold(word)


def _shown(left: list[str], right: list[str], span: tuple[int, int, int, int]) -> tuple[str, str]:
    a1, a2, b1, b2 = span
    if a1 == a2 or b1 == b2:
        if a2 < len(left) and b2 < len(right):
            a2, b2 = a2 + 1, b2 + 1
        else:
            a1, b1 = max(0, a1 - 1), max(0, b1 - 1)
    return " ".join(left[a1:a2]), " ".join(right[b1:b2])
