"""Statements → the chain behind each: who says it, who told them, who is said to have checked it.

Decides for each statement whether its text names a source, whether that source is named, and
with which words; what the text does not say is UNATTRIBUTED, with no step made up. A step
stands on words of the text. Later mentions come to the first naming (``memory``). Opinions,
forecasts and norms that nobody else is said to hold are the writer's. Not decided here: whether
the source exists, and whether it is right. PROV-O: prov:wasAttributedTo, prov:qualifiedAttribution.
"""

from bisect import bisect_right
from collections.abc import Sequence

from provenance.attribution.bounds import Piece
from provenance.attribution.cues import Kind
from provenance.attribution.memory import Memory
from provenance.attribution.passages import passages
from provenance.attribution.sentences import ABOUT, ADDED, Made, Sentence, read
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
from provenance.model.record import Value

__all__ = ["Attributed", "Chain", "Kind", "attribute", "attributions"]

FACT = ClaimKind.FACT
FACTS_ONLY = (ABOUT, ADDED)  # what a writer thinks beside a report is the writer's


class Attributed(Value):
    """One attribution that stands in a text: who, by which words, what."""

    source: Span | None  # None where nobody is named
    cue: tuple[Span, ...]  # empty for a quotation without a speaker in reach
    content: tuple[Span, ...]
    role: StepRole
    kind: Kind
    rule: str


class Chain(Value):
    """Who is behind one statement; a detail for each step, and what the chain is behind."""

    status: AttributionStatus
    steps: tuple[AttributionStep, ...]
    rule: str
    details: tuple[StepDetail, ...] = ()
    content: tuple[Span, ...] = ()


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
    sentences = read(text, Memory(), outlet=outlet)
    starts = [sentence.start for sentence in sentences]
    chains = []
    for selector, kind in found:
        at = bisect_right(starts, selector.start) - 1
        sentence = sentences[at] if at >= 0 else None
        chains.append(_chain(sentence, selector, kind, text, authors))
    return tuple(chains)


def _chain(
    sentence: Sentence | None,
    selector: Selector,
    kind: ClaimKind,
    text: str,
    authors: tuple[str, ...],
) -> Chain:
    if sentence is not None and (kind is FACT or sentence.rule not in FACTS_ONLY):
        made = sentence.within(selector.start, selector.end)
        if made:
            return Chain(
                status=AttributionStatus.ATTRIBUTED,
                steps=tuple(each.step for each in made),
                rule=sentence.rule,
                details=tuple(_detail(each) for each in made),
                content=_spans(made[0].content),
            )
    if kind is FACT:
        return Chain(
            status=AttributionStatus.UNATTRIBUTED, steps=(), rule="no source in its sentence"
        )
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
    )


def _detail(made: Made) -> StepDetail:
    return StepDetail(kind=None, source=_span(made.source), cue=_span(made.cue))


def _span(piece: Piece | None) -> Span | None:
    return None if piece is None else Span(start=piece[0], end=piece[1])


def _spans(pieces: Sequence[Piece]) -> tuple[Span, ...]:
    return tuple(Span(start=start, end=end) for start, end in pieces)
