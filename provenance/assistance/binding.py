"""What a model wrote about a passage → statements that stand in it, and what was refused and why.

A statement is taken only where its quote stands in the passage character for character, within
one paragraph and on whole words, with a kind and a modality that are known, and with words for
cue and source that stand there too. A member that was not asked for, such as a grade, refuses
the statement. So nothing that a text makes a model say can enter the record but a place in that
text; what follows from the place is the rules' business.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from provenance.assistance.reply import strict_json
from provenance.model import ClaimKind, Modality, Refusal, Selector, Span
from provenance.model.record import Value
from provenance.text import WORD

MOST = 200  # statements of one passage
LONGEST_QUOTE = 2000  # code points
LONGEST_CUE = 200
FEWEST_WORDS = 2

NOT_JSON = "the answer is not the JSON that was asked for"
NOT_ASKED = "a member that was not asked for"
MALFORMED = "a member is missing or no text"
KIND = "a kind that is not known"
MODALITY = "a modality that is not known"
TOO_LONG = "too long"
TOO_SHORT = "too short to state anything"
ABSENT = "the quote does not stand in the passage"
TORN = "the quote cuts a word or runs over paragraphs"
LOOSE_WORDS = "words for cue or source that do not stand beside the quote"
TWICE = "given twice"
TOO_MANY = "more statements than are read"

_KINDS = frozenset(ClaimKind)  # of text: 3.11 asks only for members
_MODALITIES = frozenset(Modality)
_MEMBERS = ("quote", "kind", "modality", "cue", "source", "source_cue")


class Bound(Value):
    """A statement that a model marked, where it stands in the text."""

    selector: Selector
    type: ClaimKind
    modality: Modality
    cue: str
    source: Span | None
    source_cue: str


class Bindings(Value):
    """What was taken from one answer, and what was refused."""

    bound: tuple[Bound, ...]
    refused: tuple[Refusal, ...]


def bind(content: str, text: str, passage: Span) -> Bindings:
    """Return the statements of an answer about a passage of a text."""
    refused: Counter[str] = Counter()
    bound: dict[tuple[int, int], Bound] = {}
    for each in _statements(content, refused):
        statement = _bound(each, text, passage, bound)
        if isinstance(statement, str):
            refused[statement] += 1
        else:
            bound[statement.selector.start, statement.selector.end] = statement
    return Bindings(
        bound=tuple(bound[place] for place in sorted(bound)),
        refused=tuple(Refusal(reason=reason, count=refused[reason]) for reason in sorted(refused)),
    )


def _statements(content: str, refused: Counter[str]) -> Iterator[Any]:
    try:
        answer = strict_json(content)
    except ValueError:
        refused[NOT_JSON] += 1
        return
    if not isinstance(answer, dict) or not isinstance(answer.get("statements"), list):
        refused[NOT_JSON] += 1
        return
    refused[NOT_ASKED] += len(answer) - 1
    refused[TOO_MANY] += max(0, len(answer["statements"]) - MOST)
    for name in (NOT_ASKED, TOO_MANY):
        if not refused[name]:
            del refused[name]
    yield from answer["statements"][:MOST]


def _bound(
    given: Any, text: str, passage: Span, known: dict[tuple[int, int], Bound]
) -> Bound | str:
    """Return a statement bound to the text, or why it is refused."""
    if trouble := _malformed(given):
        return trouble
    quote = given["quote"]
    place = _place(quote, text, passage, known)
    if isinstance(place, str):
        return place
    beside = _paragraph(text, place, passage)
    source = _find(given["source"], text, beside)
    cues = (given["cue"], given["source_cue"])
    if any(_find(cue, text, beside) is None for cue in (*cues, given["source"]) if cue):
        return LOOSE_WORDS
    return Bound(
        selector=Selector.of(text, place.start, place.end),
        type=ClaimKind(given["kind"]),
        modality=Modality(given["modality"]),
        cue=given["cue"],
        source=source,
        source_cue=given["source_cue"] if source else "",
    )


def _malformed(given: Any) -> str:
    """Return what is wrong with the form of a statement, or nothing."""
    if not isinstance(given, dict) or any(not isinstance(given.get(e), str) for e in _MEMBERS):
        return MALFORMED
    if len(given) != len(_MEMBERS):
        return NOT_ASKED
    if given["kind"] not in _KINDS:
        return KIND
    if given["modality"] not in _MODALITIES:
        return MODALITY
    if len(given["quote"]) > LONGEST_QUOTE or any(
        len(given[name]) > LONGEST_CUE for name in ("cue", "source", "source_cue")
    ):
        return TOO_LONG
    return "" if len(WORD.findall(given["quote"])) >= FEWEST_WORDS else TOO_SHORT


def _place(quote: str, text: str, passage: Span, known: dict[tuple[int, int], Bound]) -> Span | str:
    """Return the first place of a quote that is not taken yet, or why there is none."""
    if "\n" in quote:
        return TORN
    trouble, at = ABSENT, passage.start
    while (start := text.find(quote, at, passage.end)) >= 0:
        end = start + len(quote)
        if _torn(text, start, end) or quote != quote.strip():
            trouble = TORN
        elif (start, end) in known:
            trouble = TWICE
        else:
            return Span(start=start, end=end)
        at = end
    return trouble


def _torn(text: str, start: int, end: int) -> bool:
    """Whether a span begins or ends inside a word."""
    begins = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
    return begins or (end < len(text) and text[end - 1].isalnum() and text[end].isalnum())


def _paragraph(text: str, place: Span, passage: Span) -> Span:
    """Return the paragraph that a place stands in, as far as the passage goes."""
    start = text.rfind("\n", passage.start, place.start) + 1 or passage.start
    end = text.find("\n", place.end, passage.end)
    return Span(start=start, end=passage.end if end < 0 else end)


def _find(words: str, text: str, within: Span) -> Span | None:
    """Return where words stand, whole, in a part of a text."""
    at = within.start
    while words and (start := text.find(words, at, within.end)) >= 0:
        if not _torn(text, start, start + len(words)):
            return Span(start=start, end=start + len(words))
        at = start + len(words)
    return None
