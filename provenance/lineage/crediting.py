"""Which words of a text credit somebody, and whom.

===================  ========================================================================
words                what they credit
===================  ========================================================================
verb of telling      who does it: before it, before what stands between commas, or behind it
told                 who is told, besides: "told Radio Fenby"
by, to, from, with   what they lead to, after words of giving: "obtained by", "in a letter to"
citing, via, source: what comes next
report, post …       whose it is, where it is somebody's
video, letter …      itself, more where it shows or was given out
name: "speech"       the name
===================  ========================================================================

Left out: who is meant by "it" and "they", and what is told without a verb of telling.
"""

from collections.abc import Iterator

from provenance.lineage.cues import (
    ADVERBS,
    AT_ONCE,
    BETWEEN,
    DAYS,
    DOUBTS,
    GIVEN,
    IS,
    ISSUED,
    LABELS,
    NOT,
    PREPOSITIONS,
    SHOWING,
    STANDS_BEFORE,
    TAKEN,
    TELLING,
    THINGS,
    VERBS,
)
from provenance.lineage.naming import ENDS, QUOTED, Phrase, Words

ASIDE = 20  # words between two commas
ANSWERS, SAYS, REPORTS, FIRST = 1, 2, 3, 5  # what a credit weighs
TRIGGERS = frozenset({*VERBS, *STANDS_BEFORE, *AT_ONCE, *LABELS, *ISSUED, *THINGS, *GIVEN, ":"})


def credits_at(words: Words, at: int) -> Iterator[tuple[Phrase, int]]:
    """Yield whom a word credits, with what the credit weighs."""
    low = words.low[at]
    if low in VERBS and not words.is_name(at):
        yield from _by_verb(words, at, low)
    if low in GIVEN and any(
        words.is_(near, THINGS) or words.is_(near, DOUBTS) for near in range(at + 1, at + 5)
    ):
        yield from _found(_subject(words, at), REPORTS)
    if low in STANDS_BEFORE and (weight := _is_led_to(words, at, low)):
        yield from _found(words.after(at + 1), weight)
    if low in AT_ONCE:
        yield from _found(words.after(at + 1), AT_ONCE[low])
    if low in LABELS and words.is_(at + 1, ":"):
        yield from _found(words.after(at + 2), REPORTS)
    if low in ISSUED and not words.is_name(at):
        yield from _found(_issuer(words, at), REPORTS)
    if low in THINGS and not words.is_name(at):
        first = words.named_to(at - 1) if words.is_name(at - 1) else at
        shown = any(words.is_(near, SHOWING) for near in range(at + 1, at + 4))
        yield words.run(first, at, "thing"), REPORTS if shown else ANSWERS
    if low == ":" and words.is_(at + 1, (QUOTED,)) and words.is_name(at - 1):
        speaker = words.before(at - 1)
        if speaker and (not speaker.first or words.is_(speaker.first - 1, ENDS)):
            yield speaker, SAYS


def _found(phrase: Phrase | None, weight: int) -> Iterator[tuple[Phrase, int]]:
    if phrase is not None:
        yield phrase, weight


def _is_led_to(words: Words, at: int, low: str) -> int:
    """Return what a credit weighs that a preposition brings: "first reported on Monday by"."""
    if low == "by" and words.is_(at - 1, ",") and words.is_name(at + 1):
        return REPORTS
    for back in range(at - 1, at - 5, -1):
        if words.is_(back, STANDS_BEFORE[low]):
            first = words.is_(back - 1, ("first",)) or words.is_(back, ("broken",))
            return FIRST if first else REPORTS
        if not words.is_(back, BETWEEN) and not (low == "to" and words.is_(back, TAKEN)):
            return 0
    return 0


def _issuer(words: Words, at: int) -> Phrase | None:
    """Return whose report, post or statement is spoken of."""
    for back in range(at - 1, at - 4, -1):
        if words.is_name(back):
            first = words.named_to(back)
            no = words.is_of_nation(first, back) or words.is_name(at + 1)
            return None if no else words.run(first, back)
        if not words.is_plain(back):
            return None
    return None


def _by_verb(words: Words, at: int, low: str) -> Iterator[tuple[Phrase, int]]:
    """Yield who does what a verb says, and who is told."""
    told = words.after(at + 1) if low in TELLING else None
    if told and told.kind == "name":
        yield told, REPORTS
    if low not in TELLING and words.is_(at - 1, (",", QUOTED, '"', "”", "’", "'")):
        speaker = words.after(at + 1)  # "It will close," said the mayor Mara Quell.
        if speaker and (not words.is_(at - 1, ",") or _closes(words, speaker.last + 1)):
            yield speaker, VERBS[low]
            return
    yield from _found(_subject(words, at), VERBS[low])


def _closes(words: Words, at: int) -> bool:
    """Return whether what stands before a place is the end of a part of a sentence."""
    ends = at >= len(words.low) or not words.low[at][0].isalnum() or words.is_(at, ("who",))
    return ends or words.is_(at, BETWEEN) or words.is_(at, PREPOSITIONS)


def _subject(words: Words, at: int) -> Phrase | None:
    """Return who does what a verb says."""
    going = words.low[at].endswith("ing")
    back = at - 1
    while words.is_(back, ADVERBS) or words.is_(back, DAYS) or (going and words.is_(back, IS)):
        back -= 1
    if words.is_(back, NOT) or words.is_(back, IS):
        return None
    if words.is_(back, ("who",)):
        return words.before(back - 2 if words.is_(back - 1, ",") else back - 1)
    if not words.is_(back, ","):
        return words.before(back)
    return _head(words, back) if going else _before_aside(words, back)


def _before_aside(words: Words, last: int) -> Phrase | None:
    """Return who is named before what stands between two commas, or between them."""
    for comma in range(last - 1, last - ASIDE, -1):
        if words.is_(comma, ","):
            named = words.before(comma - 1)
            alone = words.is_name(comma + 1) and words.named_from(comma + 1) == last - 1
            between = words.before(last - 1) if alone else None
            return named if named and (named.kind == "name" or not between) else between
        if words.is_(comma, ENDS):
            return None
    return None


def _head(words: Words, last: int) -> Phrase | None:
    """Return whom the sentence before a place begins with: "Quell rose early, warning that"."""
    first = last
    while first > max(0, last - 4 * ASIDE) and not words.is_(first - 1, ENDS):
        first -= 1
    at = next((n for n in range(first, last) if words.is_name(n)), None)
    return None if at is None else words.before(words.named_from(at))
