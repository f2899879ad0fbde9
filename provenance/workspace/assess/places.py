"""What the rules read where a language model has marked a statement."""

from collections.abc import Mapping, Sequence
from typing import Any

from provenance.assistance import Bound
from provenance.attribution import attribute
from provenance.attribution.mentions import mention
from provenance.claims.dates import dates
from provenance.claims.entities import named_entities, places
from provenance.claims.quantities import quantities
from provenance.model import AttributionStatus, AttributionStep, Document, Span, StepRole
from provenance.model.reading import Chain

_PRONOUNS = frozenset({"he", "she", "they", "it", "we", "i", "who"})


class RulesReader:
    """Reads with the rules what stands at a place that a model has marked."""

    def details(self, document: Document, bound: Bound) -> Mapping[str, Any]:
        """Return the amounts, places and times of a statement."""
        words = bound.selector.exact
        when = dates(words, document.published)
        names = named_entities(document.text, bound.selector.start, bound.selector.end)
        return {
            "quantities": quantities(words),
            "places": places(names),
            "times": tuple(each.words for each in when),
            "entities": names,
            "dates": when,
        }

    def chains(
        self, document: Document, outlet: str | None, bound: Sequence[Bound]
    ) -> tuple[Chain, ...]:
        """Return the chains that the rules see, or else those of sources that were marked."""
        statements = [(each.selector, each.type) for each in bound]
        chains = attribute(document.text, statements, authors=document.authors, outlet=outlet)
        return tuple(
            _marked_chain(document.text, each.source, each.source_cue) or chain
            if each.source is not None and chain.status is not AttributionStatus.ATTRIBUTED
            else chain
            for each, chain in zip(bound, chains, strict=True)
        )


def _marked_chain(text: str, source: Span, cue: str) -> Chain | None:
    """Return the chain of a source that was marked, where the words speak of one."""
    words = text[source.start : source.end]
    who = mention(words) if words.lower() not in _PRONOUNS else None
    if who is None:
        return None
    step = AttributionStep(
        role=StepRole.SAYS, name=who.name, named=who.named, type=who.type, words=words, cue=cue
    )
    return Chain(
        status=AttributionStatus.ATTRIBUTED, steps=(step,), rule="source marked by a language model"
    )
