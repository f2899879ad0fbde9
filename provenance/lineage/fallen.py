"""What no longer counts: texts and sources that were retracted, and what goes back to them alone.

A report falls where its document fell, or where anybody in the chain behind it fell: a chain
holds as its weakest link does. A document that makes a claim only in such reports falls for that
claim. What goes back to fallen places and to nothing else falls with them, so that the copies of
a retracted text do not outlive it; what also goes back to another place keeps that one, and what
shares text with a fallen one in no known direction stays. A fallen verifier takes nothing along:
a verification adds no origin. Left out: who says that something fell, and why.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from provenance.lineage.credits import outlet_key
from provenance.lineage.texts import Mention, SourceRef
from provenance.model import SourceType, StepRole


class Fallen(NamedTuple):
    """What fell: ids of documents and of sources, and keys of outlets' names."""

    documents: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        """Return whether anything fell."""
        return bool(self.documents or self.sources)

    def takes(self, mention: Mention) -> bool:
        """Return whether a report fell itself."""
        return mention.document in self.documents or any(
            source.id in self.sources and source.role is not StepRole.VERIFIED
            for source in mention.sources
        )


NOTHING = Fallen()


class Lost:
    """What fell of one claim: places that hold nothing up, and what they had said of others.

    Who goes back to a fallen text and names the same source as that text has the source from it.
    """

    def __init__(self, nodes: frozenset[str], mentions: Sequence[Mention]) -> None:
        """Know the reports that fell."""
        self.nodes = nodes
        self._sources: dict[str, set[str]] = defaultdict(set)
        self._of_outlet: dict[str, str] = {}
        self._up: dict[str, set[str]] = defaultdict(set)
        for mention in mentions:
            self._sources[mention.document] |= {source.id for source in mention.sources}
            if mention.document in nodes and mention.outlet:
                self._of_outlet.setdefault(outlet_key(mention.outlet), mention.document)

    @classmethod
    def of(cls, mentions: Sequence[Mention], fallen: Fallen) -> "Lost":
        """Return what fell among the reports of a claim."""
        taken = [mention for mention in mentions if fallen.takes(mention)]
        left = {mention.document for mention in mentions if not fallen.takes(mention)}
        nodes = {
            *fallen.documents,
            *({mention.document for mention in taken} - left),
            *(f"source:{each}" for each in fallen.sources),
            *(f"name:{each}" for each in fallen.names),
        }
        return cls(frozenset(nodes), taken)

    def goes_back(self, document: str, upstream: str) -> None:
        """Take note that one document goes back to another."""
        self._up[document].add(upstream)

    def instead_of(
        self, source: SourceRef, mention: Mention, outlets: frozenset[str]
    ) -> str | None:
        """Return the fallen text by way of which a report has a source, None for its own.

        ``outlets`` are those of which a text still makes the claim.
        """
        key = outlet_key(source.name)
        if source.type is SourceType.OUTLET and key not in outlets and key in self._of_outlet:
            return self._of_outlet[key]
        return next(
            (each for each in self._behind(mention.document) if source.id in self._sources[each]),
            None,
        )

    def _behind(self, document: str) -> list[str]:
        """Return the fallen documents that one goes back to, by whatever way."""
        seen, waiting, found = {document}, [document], []
        while waiting:
            for upstream in sorted(self._up.get(waiting.pop(), set()) - seen):
                seen.add(upstream)
                if upstream in self.nodes:
                    found.append(upstream)
                else:
                    waiting.append(upstream)
        return found
