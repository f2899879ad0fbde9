"""What the mentions of one claim go back to: documents, outlets and named sources, as a graph.

A document leads to what it derives from, as far as that bears on what it says of the claim, and
each mention to the named sources of its chain. What fell leads no further up. A document that
only denies what another one says has that from nobody but itself.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property

from provenance.clock import dated_key
from provenance.lineage.credits import outlet_key
from provenance.lineage.fallen import Lost
from provenance.lineage.graph import Graph
from provenance.lineage.texts import Mention, SourceRef
from provenance.lineage.ties import Ties, bears_on, is_confirmed, name_key
from provenance.model import Modality, SourceType, StepRole

_BODIES = frozenset({SourceType.OUTLET, SourceType.ORGANISATION})
"""What a captured outlet may be taken for where it is named."""


class Upwards:
    """The mentions of one claim on one side, with the graph behind them."""

    def __init__(
        self,
        mentions: Sequence[Mention],
        ties: Ties,
        outlets: Mapping[str, str],
        ours: frozenset[str],
        lost: Lost | None,
        others: frozenset[str],
    ) -> None:
        self.outlets = outlets
        self._others = others  # documents that say the other side
        self._ours = ours
        self._lost = lost
        self.by_document: dict[str, list[Mention]] = defaultdict(list)
        for mention in mentions:
            self.by_document[mention.document].append(mention)
        self.graph = Graph()
        self.labels: dict[str, str] = {}
        self.ties = ties
        self.proposed: set[str] = set()  # documents with a tie that no person has confirmed

    def trace(self, taken: Mapping[str, SourceRef]) -> None:
        """Follow everything up; ``taken`` are the sources counted under another's longer name."""
        self.taken = taken
        self._walk()
        self.places = self.graph.places(self.order)

    def _walk(self) -> None:
        waiting = list(self.by_document)
        seen = set(waiting)
        while waiting:
            document = waiting.pop()
            self.graph.add(document)
            gone = self._lost is not None and document in self._lost.nodes
            # What fell leads no further up; what shares its text is as little apart as before.
            further = ([] if gone else self._up(document)) + self._beside(document)
            fresh = [d for d in further if d not in seen]
            seen.update(fresh)
            waiting.extend(fresh)
        for mentions in self.by_document.values():
            for mention in mentions:
                self._sources(mention)

    def _up(self, document: str) -> list[str]:
        found = []
        captured = self._captured_above(document)
        for tie in self.ties.up.get(document, ()):
            if not bears_on(tie, self.by_document.get(document, ())):
                continue
            if self._is_answer(document, tie.upstream):
                continue
            name = name_key(tie)
            if not is_confirmed(tie):
                self.proposed.add(document)
            if tie.upstream is not None:
                self.graph.edge(document, tie.upstream)
                found.append(tie.upstream)
                if self._lost:
                    self._lost.goes_back(document, tie.upstream)
            elif name is not None and name.removeprefix("name:") not in captured:
                self.labels[name] = tie.upstream_name or ""
                self.graph.edge(document, name)
        return found

    def _captured_above(self, document: str) -> frozenset[str]:
        """Return the outlets of the texts next upstream: who names one of them means its text."""
        above = [tie.upstream for tie in self.ties.up.get(document, ()) if tie.upstream]
        outlets = [self.outlets.get(each) for each in above]
        outlets += [m.outlet for each in above for m in self.by_document.get(each, ())]
        return frozenset(outlet_key(each) for each in outlets if each)

    def _beside(self, document: str) -> list[str]:
        found = []
        for tie in self.ties.beside.get(document, ()):
            other = tie.upstream if tie.downstream == document else tie.downstream
            near = [m for d in (document, other) if d for m in self.by_document.get(d, ())]
            if self._is_answer(document, other):
                continue
            if other is not None and bears_on(tie, near):
                self.graph.join(document, other)
                if not is_confirmed(tie):
                    self.proposed.add(document)
                found.append(other)
        return found

    def _is_answer(self, document: str, other: str | None) -> bool:
        """Return whether a document only denies what another says: it has that from itself."""
        if other not in self._others or other in self.by_document:
            return False
        mentions = self.by_document.get(document, ())
        return bool(mentions) and all(m.modality is Modality.DENIED for m in mentions)

    def _sources(self, mention: Mention) -> None:
        here = mention.document
        for source in mention.sources:
            if not _is_place(source, mention):
                continue
            if self._lost and (gone := self._lost.instead_of(source, mention, self.outlet_keys)):
                self.graph.edge(here, gone)
                return
            known = self.taken.get(source.id, source)
            node = self._node(known)
            if node is None:
                continue
            if node != here:
                self.labels.setdefault(node, known.name)
                self.graph.edge(here, node)
            here = node

    def _node(self, source: SourceRef) -> str | None:
        key = outlet_key(source.name)
        if source.type in _BODIES and (those := self._of_outlet.get(key)):
            return next(iter(those)) if len(those) == 1 else None
        return f"name:{key}" if f"name:{key}" in self.labels else f"source:{source.id}"

    @cached_property
    def _of_outlet(self) -> Mapping[str, frozenset[str]]:
        """The documents that make the claim, by the keys of their outlets."""
        found: dict[str, set[str]] = defaultdict(set)
        for document, mentions in self.by_document.items():
            for key in {outlet_key(m.outlet) for m in mentions if m.outlet}:
                found[key].add(document)
        return {key: frozenset(those) for key, those in found.items()}

    @cached_property
    def outlet_keys(self) -> frozenset[str]:
        """The outlets of the documents that make the claim."""
        return frozenset(self._of_outlet)

    def stands(self, root: str) -> bool:
        """Return whether a root holds anything up."""
        return not self._lost or not self._lost.nodes.issuperset(self.places.members(root))

    def is_ours(self, root: str) -> bool:
        """Return whether our own publication stands at a root."""
        if not self._ours:
            return False
        return any(
            node.removeprefix("source:").removeprefix("name:") in self._ours
            for node in self.places.members(root)
        )

    def order(self, node: str) -> tuple[object, ...]:
        """Order nodes by what stands in them: never by a random id where content is known."""
        if node in self.by_document:
            first = self.by_document[node][0]
            return 0, dated_key(first.published), first.order
        return (1, self.labels[node], "") if node in self.labels else (2, "", node)


def _is_place(source: SourceRef, mention: Mention) -> bool:
    own = mention.outlet and outlet_key(mention.outlet) == outlet_key(source.name)
    return (
        source.named
        and source.role is not StepRole.VERIFIED
        and source.type is not SourceType.WRITER
        and not own
    )
