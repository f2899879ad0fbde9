"""Statements → the chain behind each: who says it, who told them, who is said to have checked it.

Decides for each statement whether its text names a source, whether that source is named, and
with which words; what the text does not say is UNATTRIBUTED, with no step made up. A step
stands on words of the text. Later mentions come to the first naming (``memory``). Opinions,
forecasts and norms that nobody else is said to hold are the writer's. Not decided here: whether
the source exists, and whether it is right. PROV-O: prov:wasAttributedTo, prov:qualifiedAttribution.
"""

from bisect import bisect_right
from collections.abc import Sequence

from provenance.attribution.anonymity import without_asides
from provenance.attribution.bounds import Piece
from provenance.attribution.cues import Kind
from provenance.attribution.detail import also_of, detail_of
from provenance.attribution.memory import Memory
from provenance.attribution.passages import passages
from provenance.attribution.sentences import ABOUT, ADDED, Made, read
from provenance.attribution.steps import steps
from provenance.model import (
    AttributionStatus,
    AttributionStep,
    ClaimKind,
    Selector,
    SourceKind,
    SourceType,
    Span,
    StepDetail,
    StepRole,
)
from provenance.model.reading import Chain
from provenance.model.record import Value

__all__ = ["Attributed", "Chain", "Kind", "attribute", "attributions"]

FACT = ClaimKind.FACT
_NOBODYS = Chain(
    status=AttributionStatus.UNATTRIBUTED,
    steps=(),
    rule="no source in its sentence",
    details=(),
    content=(),
)
FACTS_ONLY = (ABOUT, ADDED)  # what a writer thinks beside a report is the writer's


class Attributed(Value):
    """One attribution that stands in a text: who, by which words, what."""

    source: Span | None  # None where nobody is named
    cue: tuple[Span, ...]  # empty for a quotation without a speaker in reach
    content: tuple[Span, ...]
    role: StepRole
    kind: Kind
    rule: str


def attributions(text: str) -> tuple[Attributed, ...]:
    """Return every attribution that stands in a text, in order, as spans in code points."""
    found: list[Attributed] = []
    for unit, each in passages(text):
        found.extend(
            Attributed(
                source=_span(one.source),
                cue=_spans(one.cue),
                content=_spans(one.content),
                role=StepRole.SAYS,
                kind=one.kind,
                rule=one.rule,
            )
            for one in each
        )
        cued = {one.cue[0] for one in each if one.cue}
        found.extend(
            Attributed(
                source=_span(step.stands),
                cue=_spans((step.cued,)),
                content=_spans(step.content),
                role=step.role,
                kind=step.kind,
                rule=step.cue.lower(),
            )
            for step in steps(unit, text, each)
            if step.cued not in cued
        )
    return tuple(found)


def attribute(
    text: str,
    found: Sequence[tuple[Selector, ClaimKind]],
    *,
    authors: tuple[str, ...] = (),
    outlet: str | None = None,
) -> tuple[Chain, ...]:
    """Return the chain behind each statement, in the order given."""
    memory = Memory(text)
    sentences = read(without_asides(text), memory, outlet=outlet)
    starts = [sentence.start for sentence in sentences]
    chains = []
    for selector, kind in found:
        at = bisect_right(starts, selector.start) - 1
        sentence = sentences[at] if at >= 0 else None
        made: tuple[Made, ...] = ()
        if sentence is not None and (kind is FACT or sentence.rule not in FACTS_ONLY):
            made = sentence.within(selector.start, selector.end)
        if sentence is not None and made:
            details = _details(made, text[sentence.start : sentence.end], memory, outlet)
            chains.append(_attributed(sentence.rule, made, details))
        else:
            chains.append(_NOBODYS if kind is FACT else _writers(text, authors))
    return tuple(chains)


def _attributed(rule: str, made: tuple[Made, ...], details: tuple[StepDetail, ...]) -> Chain:
    return Chain(
        status=AttributionStatus.ATTRIBUTED,
        steps=tuple(each.step for each in made),
        rule=rule,
        details=details,
        content=_spans(made[0].content),
    )


def _writers(text: str, authors: tuple[str, ...]) -> Chain:
    """Return the chain of what nobody but the writer is said to hold."""
    name = authors[0] if authors else "the writer"
    step = AttributionStep(
        role=StepRole.SAYS,
        name=name,
        named=bool(authors),
        type=SourceType.WRITER,
        words=name if authors and name in text else "",
        cue="",
    )
    return Chain(
        status=AttributionStatus.WRITER,
        steps=(step,),
        rule="put forward without another source",
        details=(StepDetail(kind=SourceKind.WRITER, source=None, cue=None),),
        content=(),
    )


def _details(
    made: tuple[Made, ...], sentence: str, memory: Memory, outlet: str | None
) -> tuple[StepDetail, ...]:
    """Return what the text tells of the source of each step."""
    origins = [each.step.name for each in made if each.step.role is not StepRole.VERIFIED]
    return tuple(
        detail_of(
            each.known,
            sentence,
            memory,
            words=each.step.words,
            source=_span(each.source),
            cue=_span(each.cue),
            also=also_of(each.step.words, publisher=outlet, origins=origins)
            if each.step.role is StepRole.VERIFIED
            else "",
        )
        for each in made
    )


def _span(piece: Piece | None) -> Span | None:
    return None if piece is None else Span(start=piece[0], end=piece[1])


def _spans(pieces: Sequence[Piece]) -> tuple[Span, ...]:
    return tuple(Span(start=start, end=end) for start, end in pieces)
