"""Statements → the chain behind each: who says it, who told them, who is said to have checked it.

Decides for each statement whether its text names a source, whether that source is named, and
with which words; what the text does not say is UNATTRIBUTED, with no step made up. A step
stands on words of the text. Later mentions come to the first naming (``memory``). Opinions,
forecasts and norms that nobody else is said to hold are the writer's. Not decided here: whether
the source exists, and whether it is right. PROV-O: prov:wasAttributedTo, prov:qualifiedAttribution.
"""

from bisect import bisect_right
from collections.abc import Sequence

from provenance.attribution.memory import Memory
from provenance.attribution.sentences import ABOUT, ADDED, Sentence, read
from provenance.model import (
    AttributionStatus,
    AttributionStep,
    ClaimKind,
    Selector,
    SourceType,
    StepRole,
)
from provenance.model.reading import Chain

__all__ = ["Chain", "attribute"]

FACT = ClaimKind.FACT
FACTS_ONLY = (ABOUT, ADDED)  # what a writer thinks beside a report is the writer's


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
    if (
        sentence is not None
        and sentence.steps
        and (kind is FACT or sentence.rule not in FACTS_ONLY)
    ):
        return Chain(
            status=AttributionStatus.ATTRIBUTED,
            steps=sentence.within(selector.start, selector.end),
            rule=sentence.rule,
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
        status=AttributionStatus.WRITER, steps=(step,), rule="put forward without another source"
    )
