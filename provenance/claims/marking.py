"""The walk over a text: each sentence, line and proposition with what was made of it, and why.

One thing is yielded for each piece of the text, in order, furniture and questions too, so that
a screen can mark every sentence with its reason; what is a statement carries the ``Found`` that
the record is made of. There is no second way to a statement. The walk holds one line at a time.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from provenance.claims.certainty import weakened
from provenance.claims.clauses import propositions
from provenance.claims.dates import dates
from provenance.claims.entities import named_entities, places
from provenance.claims.furniture import PLACE_LINE, furniture_rule, has_prose, line_rule
from provenance.claims.judged import Judged
from provenance.claims.kinds import judge
from provenance.claims.learnt.worth import worth
from provenance.claims.levels import level
from provenance.claims.modality import modality
from provenance.claims.patterns import VOUCHING
from provenance.claims.quantities import quantities
from provenance.model import ClaimKind, Level, Modality, Selector
from provenance.model.reading import Found
from provenance.quotation import Quotation, in_paragraph
from provenance.text import WORD, line_sentences

QUESTION, FURNITURE = "question", "furniture"
_LEADING = "-*\u2022\u25aa\u25cf\u2013\u2014>#_ \t\u200b\ufeff"  # before sentences in lists
_NUMBERED = re.compile(r"\(?(?:\d{1,3}|[a-h])[.)]\s+(?=\S)|[QA](?:\s?:|\.)\s+(?=\S)")
_ASKED = re.compile(r"\s{0,8}(?:Q|Question)\s?[:.]\s")
"""The lines of who asks, in an interview."""
_LONGEST = 2000  # code points; a longer "sentence" is no prose
_TAIL = 500  # code points at the end of a text, where notes on the author stand
_FEWEST = 2  # words; one word states nothing
_MOST = 2  # of the letters of a statement, one in so many must be quoted


class Marked(NamedTuple):
    """A piece of a text and what was made of it."""

    start: int
    end: int
    kind: str  # fact, forecast, opinion, norm, question or furniture
    rule: str
    words: str  # by which the rule holds
    found: Found | None


def marked(
    text: str, *, language: str | None, title: str | None = None, published: str | None = None
) -> Iterator[Marked]:
    """Yield what was made of each piece of a text; nothing where the language is not English.

    ``published`` is the date from which "yesterday" is counted.
    """
    if language is not None and language.lower().split("-")[0] != "en":
        return
    prose = has_prose(text)
    end = len(text) - max(_TAIL, len(text) // 8)
    heading = title.strip().casefold() if title is not None else None
    for match in re.finditer(r"[^\n]+", text):
        line, at = match.group(), match.start()
        if line.isspace():
            continue
        rule = line_rule(line, prose=prose, last=at > end)
        asked = _ASKED.match(line)
        if heading is not None and line.strip().casefold() == heading:
            rule = "title"
        if rule is not None:
            yield _furniture(text, at, at + len(line), rule)
            continue
        if asked:
            words = asked.group().strip()
            yield Marked(at, at + len(line.rstrip()), QUESTION, "question put", words, None)
            continue
        quoted = sorted(each for each in in_paragraph(line) if each.depth == 0)
        begins = [each.start for each in quoted]
        for start, stop in line_sentences(line):
            if unsaid := furniture_rule(line[start:stop]):
                yield _furniture(text, at + start, at + stop, unsaid)
            else:
                here = quoted[max(0, bisect_left(begins, start) - 1) : bisect_left(begins, stop)]
                yield from _sentence(text, (at, start, stop), here, published)


def _furniture(text: str, start: int, end: int, rule: str) -> Marked:
    while text[start].isspace():
        start += 1
    while text[end - 1].isspace():
        end -= 1
    words = " ".join(text[start : min(end, start + 80)].split()[:8])
    return Marked(start, end, FURNITURE, rule, words, None)


def _sentence(
    text: str, place: tuple[int, int, int], quoted: list[Quotation], published: str | None
) -> Iterator[Marked]:
    at, start, end = place[0], place[0] + place[1], place[0] + place[2]
    begun = start
    while start < end and text[start] in _LEADING:
        start += 1
    for opening in (_NUMBERED, PLACE_LINE):
        if behind := opening.match(text, start, end):
            start = behind.end()
    if end - start > _LONGEST:
        yield Marked(begun, end, FURNITURE, "too long for a sentence", "", None)
    elif len(WORD.findall(text, start, end)) < _FEWEST:
        yield Marked(begun, end, FURNITURE, "too short to state anything", text[start:end], None)
    else:
        for piece in propositions(text[start:end]):
            first, last = start + piece.start, start + piece.end
            inside = [
                text[each.start + at]
                for each in quoted
                if (min(last - at, each.end) - max(first - at, each.start)) * _MOST > last - first
            ]
            yield _proposition(text, (first, last), piece.wording, "".join(inside[:1]), published)


def _proposition(
    text: str, span: tuple[int, int], wording: str, mark: str, published: str | None
) -> Marked:
    start, end = span
    judgement = judge(wording)
    rule, kind, words = judgement.rule, judgement.kind, judgement.words
    if kind is None:
        return Marked(start, end, QUESTION, rule, words, None)
    how, cue = modality(wording, kind, judgement.main, _speaking(judgement.sentence) or mark)
    if kind is ClaimKind.FACT and how in (Modality.ASSERTED, Modality.QUOTED):
        how, cue = weakened(judgement.main) or (how, cue)
    which, shows = level(kind, judgement.sentence)
    when, names = dates(text[start:end], published), named_entities(text, start, end)
    whole = judgement.sentence.text == text[start:end]
    amounts = judgement.amounts if whole else quantities(text[start:end])
    found = Found(
        type=kind,
        modality=how,
        cue=cue,
        rule=_explained(rule, words, which, shows),
        selector=Selector.of(text, start, end),
        wording=wording,
        quantities=amounts,
        places=places(names),
        times=tuple(dict.fromkeys(each.words for each in when)),
        entities=names,
        dates=when,
        level=which,
        worth=worth(wording, rule, kind) if kind is ClaimKind.FACT else None,
    )
    return Marked(start, end, kind.value, rule, words, found)


def _speaking(s: Judged) -> str:
    """Return the words that put a statement into another's mouth, unless the writer vouches."""
    return "" if s.frame.lower() in VOUCHING else s.frame


def _explained(rule: str, words: str, which: Level, shows: str) -> str:
    """Return rule and level, each with the words that made it."""
    explained = f"{rule}: {words}" if words else rule
    return f"{explained}; {which.value}: {shows}" if shows else explained
