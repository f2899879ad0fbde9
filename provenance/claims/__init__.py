"""Sentences → statements worth keeping: kind, modality, amounts, places, times.

Decides, sentence by sentence, whether a text states something, and what: a fact (checkable
now), a forecast, an opinion or a norm. Rules are tables of named rules over word lists
(``furniture``, ``kinds``, ``modality``, ``clauses``); nothing is learnt. Every result stands on
an exact span (W3C TextPositionSelector, code points). Page furniture and questions are never
claims. English only: text in another language gives nothing, and the caller says so. Who says
a thing is the business of ``attribution``; whether it is so, of nobody here.
"""

import re

from provenance.claims.clauses import propositions
from provenance.claims.details import places, times
from provenance.claims.furniture import PLACE_LINE, furniture_rule, has_prose, line_rule
from provenance.claims.kinds import judge
from provenance.claims.modality import modality
from provenance.claims.quantities import quantities
from provenance.model import Selector
from provenance.model.reading import Found
from provenance.text import WORD, sentence_spans

FINDER = "provenance-rules"
FINDER_VERSION = "1"
_MARKS = "-*\u2022\u25aa\u25cf\u2013\u2014>#_ \t\u200b\ufeff"  # before sentences in lists and mail
_LONGEST = 2000  # code points; a longer "sentence" is no prose
_TAIL = 500  # code points at the end of a text, where notes on the author stand
_FEWEST = 2  # words; one word states nothing

__all__ = ["FINDER", "FINDER_VERSION", "Found", "find"]


def find(text: str, *, language: str | None, title: str | None = None) -> tuple[Found, ...]:
    """Return the statements of a text in order; nothing where the language is not English."""
    if language is not None and language.lower().split("-")[0] != "en":
        return ()
    prose = has_prose(text)
    found: list[Found] = []
    end = len(text) - max(_TAIL, len(text) // 8)
    for line in re.finditer(r"[^\n]+", text):
        last = line.start() > end
        if _is_title(line.group(), title) or line_rule(line.group(), prose=prose, last=last):
            continue
        for start, end in sentence_spans(line.group()):
            if furniture_rule(line.group()[start:end]) is None:
                found.extend(_statements(text, line.start() + start, line.start() + end))
    return tuple(found)


def _is_title(line: str, title: str | None) -> bool:
    return title is not None and line.strip().casefold() == title.strip().casefold()


def _statements(text: str, start: int, end: int) -> list[Found]:
    while start < end and text[start] in _MARKS:
        start += 1
    if dateline := PLACE_LINE.match(text, start, end):
        start = dateline.end()
    if end - start > _LONGEST or len(WORD.findall(text, start, end)) < _FEWEST:
        return []
    return [
        found
        for piece in propositions(text[start:end])
        if (found := _statement(text, start + piece.start, start + piece.end, piece.wording))
    ]


def _statement(text: str, start: int, end: int, wording: str) -> Found | None:
    rule, kind, main = judge(wording)
    if kind is None:
        return None
    how, cue = modality(wording, kind, main)
    return Found(
        type=kind,
        modality=how,
        cue=cue,
        rule=rule,
        selector=Selector.of(text, start, end),
        wording=wording,
        quantities=quantities(text[start:end]),
        places=places(text[start:end]),
        times=times(text[start:end]),
    )
