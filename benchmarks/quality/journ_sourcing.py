"""Sourced statements of news articles: is a sentence sourced, what kind of source, which name.

A sentence (as the product cuts it) is sourced where more than half of it lies in the statements
that the annotators found in the text; ours is sourced where the product attributes it to
somebody other than the writer. A statement is matched where at least one sentence of it is
sourced by us; its source is that of the sentence that shares most with it, and of a chain the
first step, or the second where the first is an outlet that only passes on. Type: theirs is ours.
Name: folded and without titles, one holds the words of the other. Anonymous: their type or their
"Y"; found where ours is anonymous on a matched statement. Floor of the first: a quotation mark or
a reporting word; of the second: always a named person.
"""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.quality.figure import Counts, Figure, f1, figure
from benchmarks.quality.reading import rows
from provenance.attribution import attribute
from provenance.attribution.names import bare_name
from provenance.model import (
    AttributionStatus,
    ClaimKind,
    Selector,
    SourceKind,
    SourceType,
    StepRole,
)
from provenance.model.reading import Chain
from provenance.text import sentence_spans

_REPORTING = re.compile(
    r"[\"\u201c\u201d]|\b(?:said|says|say|saying|told|tell|tells|according|wrote|writes|added|adds"
    r"|argued|argues|claimed|claims|reported|reports|announced|explained|noted|stated|confirmed"
    r"|estimated|found|showed|shows|asked|called|revealed|testified)\b"
)
_KINDS = {
    "named_person": SourceKind.NAMED_PERSON,
    "named_organization": SourceKind.NAMED_ORGANISATION,
    "document": SourceKind.DOCUMENT,
    "unnamed_group": SourceKind.UNNAMED_GROUP,
    "anonymous_source": SourceKind.ANONYMOUS_SOURCE,
    "unnamed_person": SourceKind.UNNAMED_PERSON,
}
_PREFIX = 60  # code points by which a statement that was edited is still found


class Statement(NamedTuple):
    """What was asked of one statement's source, and what was right."""

    type_is_person: bool
    type_right: bool | None  # None: not matched
    name_right: bool | None  # None: not matched, or the annotators give no name
    anonymous: bool | None  # None: it is not; else whether we said so


class Article(NamedTuple):
    """What one article gives to each measure."""

    sentences: tuple[Counts, Counts]  # floor, ours
    statements: tuple[Statement, ...]


def measure(folder: Path, train: Path) -> list[Figure]:  # noqa: ARG001  # nothing is learnt
    """Return the figures over the articles of ``gold.jsonl``."""
    units = [article(row) for row in rows(folder / "gold.jsonl")]
    sentences = sum(each.sentences[1].right + each.sentences[1].missed for each in units)
    found = figure(
        "sourced sentences, F1",
        units,
        lambda draw: f1([unit.sentences[1] for unit in draw]),
        n=sentences,
        floor=lambda draw: f1([unit.sentences[0] for unit in draw]),
        reach=0.88,
    )
    return [
        found,
        figure(
            "type of source on matched statements",
            units,
            lambda draw: _share([each.type_right for each in _of(draw)]),
            n=sum(each.type_right is not None for each in _of(units)),
            floor=lambda draw: _share(
                [each.type_is_person for each in _of(draw) if each.type_right is not None]
            ),
            reach=0.88,
        ),
        figure(
            "name of source on matched statements",
            units,
            lambda draw: _share([each.name_right for each in _of(draw)]),
            n=sum(each.name_right is not None for each in _of(units)),
            reach=0.82,
        ),
        _anonymous(units),
    ]


def _anonymous(units: Sequence[Article]) -> Figure:
    n = sum(each.anonymous is not None for each in _of(units))
    return figure(
        "anonymous sources, recall",
        units,
        lambda draw: _share([each.anonymous for each in _of(draw)]),
        n=n,
        reach=0.85,
        note="" if n else "none in these articles",
    )


def _of(units: Sequence[Article]) -> list[Statement]:
    return [statement for unit in units for statement in unit.statements]


def _share(answers: Sequence[bool | None]) -> float:
    asked = [answer for answer in answers if answer is not None]
    return sum(asked) / len(asked) if asked else 0.0


def article(row: dict[str, Any]) -> Article:
    """Return what was right and wrong in one article."""
    text: str = row["text"]
    cut = sentence_spans(text)
    given = [(Selector.of(text, start, end), ClaimKind.FACT) for start, end in cut]
    chains = attribute(text, given)
    gold = [(each, place(text, each["statement"])) for each in row["sourced_statements"]]
    spans = [span for each, span in gold if each["found"] and span is not None]
    theirs = [_covered(one, spans) for one in cut]
    ours = [chain.status is AttributionStatus.ATTRIBUTED for chain in chains]
    simple = [_REPORTING.search(text, *one) is not None for one in cut]
    return Article(
        (_counts(theirs, simple), _counts(theirs, ours)),
        tuple(
            statement(each, _behind(span, cut, chains))
            for each, span in gold
            if each["found"] and span is not None
        ),
    )


def place(text: str, words: str) -> tuple[int, int] | None:
    """Return where the words of a statement stand in a text, blanks and line ends alike."""
    for wanted in (words, " ".join(words.split())[:_PREFIX]):
        match = re.search(r"\s+".join(map(re.escape, wanted.split())), text)
        if match:
            return match.start(), max(match.end(), min(len(text), match.start() + len(words)))
    return None


def _covered(sentence: tuple[int, int], spans: Sequence[tuple[int, int]]) -> bool:
    shared = sum(_shared(sentence, span) for span in spans)
    return 2 * shared > sentence[1] - sentence[0]


def _shared(a: tuple[int, int], b: tuple[int, int]) -> int:
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def _counts(theirs: Sequence[bool], ours: Sequence[bool]) -> Counts:
    pairs = list(zip(theirs, ours, strict=True))
    return Counts(
        right=sum(a and b for a, b in pairs),
        wrong=sum(b and not a for a, b in pairs),
        missed=sum(a and not b for a, b in pairs),
    )


def _behind(
    span: tuple[int, int], cut: Sequence[tuple[int, int]], chains: Sequence[Chain]
) -> Chain | None:
    """Return the chain of the sourced sentence that shares most with a statement."""
    shared = [
        (_shared(span, one), -number)
        for number, one in enumerate(cut)
        if chains[number].status is AttributionStatus.ATTRIBUTED and _shared(span, one)
    ]
    return chains[-max(shared)[1]] if shared else None


def statement(gold: dict[str, Any], chain: Chain | None) -> Statement:
    """Return what is right of a statement's source."""
    anonymous = gold["type"] == "anonymous_source" or gold["anonymity"] == "Y"
    person = gold["type"] == "named_person"
    if chain is None or not chain.steps:
        return Statement(person, None, None, False if anonymous else None)
    at = _source_of(chain)
    kind = chain.details[at].kind if chain.details else None
    named = same(gold["name"], chain.steps[at].name) if gold["name"] else None
    return Statement(
        person,
        kind is _KINDS.get(gold["type"]),
        named,
        kind is SourceKind.ANONYMOUS_SOURCE if anonymous else None,
    )


def _source_of(chain: Chain) -> int:
    """Return the number of the step that the annotators would call the source."""
    told = [at for at, step in enumerate(chain.steps) if step.role is StepRole.TOLD]
    return told[0] if told and chain.steps[0].type is SourceType.OUTLET else 0


def same(theirs: str, ours: str) -> bool:
    """Return whether two names match: without titles, one holds the words of the other."""
    a, b = set(bare_name(theirs)), set(bare_name(ours))
    return bool(a) and bool(b) and (a <= b or b <= a)
