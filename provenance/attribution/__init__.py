"""Statements → the chain behind each: who says it, who told them, who is said to have checked it.

Decides for each statement whether its text names a source, whether that source is named, and
with which words; what the text does not say is UNATTRIBUTED, with no step made up. A step
stands on words of the text. Later mentions come to the first naming (``memory``). Opinions,
forecasts and norms that nobody else is said to hold are the writer's. Not decided here: whether
the source exists, and whether it is right. PROV-O: prov:wasAttributedTo, prov:qualifiedAttribution.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from provenance.attribution.anonymity import without_asides
from provenance.attribution.bounds import Piece
from provenance.attribution.cues import Kind
from provenance.attribution.detail import also_of, detail_of
from provenance.attribution.memory import Memory
from provenance.attribution.passages import passages
from provenance.attribution.sentences import ABOUT, ADDED, CONFIRMED, Made, Sentence, read
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

__all__ = ["Attributed", "Chain", "Kind", "attribute", "attributions", "behind"]

FACT = ClaimKind.FACT
BLOCK = 100_000  # code points that are read at once, and the rest of the line
_NOBODYS = Chain(
    status=AttributionStatus.UNATTRIBUTED,
    steps=(),
    rule="no source in its sentence",
    details=(),
    content=(),
)
FACTS_ONLY = (ABOUT, ADDED, CONFIRMED)  # what a writer thinks beside a report is the writer's


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
    found: Iterable[tuple[Selector, ClaimKind]],
    *,
    authors: tuple[str, ...] = (),
    outlet: str | None = None,
) -> tuple[Chain, ...]:
    """Return the chain behind each statement, in the order given."""
    given = list(found)
    order = sorted(range(len(given)), key=lambda each: given[each][0].start)
    chains = behind(text, (given[each] for each in order), authors=authors, outlet=outlet)
    made = dict(zip(order, chains, strict=True))
    return tuple(made[each] for each in range(len(given)))


def behind(
    text: str,
    found: Iterable[tuple[Selector, ClaimKind]],
    *,
    authors: tuple[str, ...] = (),
    outlet: str | None = None,
) -> Iterator[Chain]:
    """Yield the chain behind each statement as statements come, in the order of the text.

    A long text is read in blocks of whole lines, one after another, so that what is held does
    not grow with it. Names are known from the whole text; a quotation that a block's end cuts
    is nobody's after it.
    """
    memory = Memory(text)
    blocks = _blocks(text)
    block = next(blocks, None)
    for selector, kind in found:
        while block is not None and block.end <= selector.start:
            block = next(blocks, None)
        if block is None or selector.start < block.start:
            raise ValueError("statements are given in the order of the text, and stand in it")
        yield block.chain(memory, selector, kind, authors, outlet)


def _blocks(text: str) -> "Iterator[_Block]":
    start = 0
    while start < len(text):
        end = text.find("\n", start + BLOCK) + 1 or len(text)
        yield _Block(text, start, end)
        start = end


class _Block:
    """Some lines of a text, read when a statement in them is asked about."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.start, self.end = start, end
        self._text = text[start:end]
        self._sentences: tuple[Sentence, ...] | None = None
        self._starts: list[int] = []

    def chain(
        self,
        memory: Memory,
        selector: Selector,
        kind: ClaimKind,
        authors: tuple[str, ...],
        outlet: str | None,
    ) -> Chain:
        """Return the chain behind a statement."""
        if self._sentences is None:
            self._sentences = read(without_asides(self._text), memory, outlet=outlet)
            self._starts = [sentence.start for sentence in self._sentences]
        start, end = selector.start - self.start, selector.end - self.start
        at = bisect_right(self._starts, start) - 1
        sentence = self._sentences[at] if at >= 0 else None
        made: tuple[Made, ...] = ()
        if sentence is not None and (kind is FACT or sentence.rule not in FACTS_ONLY):
            made = sentence.within(start, end)
        if sentence is None or not made:
            return _NOBODYS if kind is FACT else _writers(self._text, authors)
        words = self._text[sentence.start : sentence.end]
        details = _details(made, words, memory, outlet, self.start)
        return _attributed(sentence.rule, made, details, self.start)


def _attributed(
    rule: str, made: tuple[Made, ...], details: tuple[StepDetail, ...], offset: int
) -> Chain:
    return Chain(
        status=AttributionStatus.ATTRIBUTED,
        steps=tuple(each.step for each in made),
        rule=rule,
        details=details,
        content=_spans(made[0].content, offset),
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
    made: tuple[Made, ...], sentence: str, memory: Memory, outlet: str | None, offset: int
) -> tuple[StepDetail, ...]:
    """Return what the text tells of the source of each step."""
    origins = [each.step.name for each in made if each.step.role is not StepRole.VERIFIED]
    return tuple(
        detail_of(
            each.known,
            sentence,
            memory,
            words=each.step.words,
            source=_span(each.source, offset),
            cue=_span(each.cue, offset),
            also=also_of(each.step.words, publisher=outlet, origins=origins)
            if each.step.role is StepRole.VERIFIED
            else "",
        )
        for each in made
    )


def _span(piece: Piece | None, offset: int = 0) -> Span | None:
    return None if piece is None else Span(start=piece[0] + offset, end=piece[1] + offset)


def _spans(pieces: Iterable[Piece], offset: int = 0) -> tuple[Span, ...]:
    return tuple(Span(start=start + offset, end=end + offset) for start, end in pieces)
