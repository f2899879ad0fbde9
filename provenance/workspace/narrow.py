"""What is current about some documents alone, read as the store reads everything.

A picture over this is one of these documents, their claims and what bears on them. The kinds of
which a workspace holds few (decisions, inquiries, policies, agents) are all there. Where it is
``about`` some of the documents, their claims are there with all that bears on them, and of the
others nothing but what they are and what they go back to.
"""

import json
from collections.abc import Callable, Collection, Mapping
from functools import cached_property
from typing import Any, TypeVar, cast

from provenance.model import (
    Appearance,
    Attribution,
    Capture,
    Claim,
    CollectorStatement,
    Declaration,
    Derivation,
    Document,
    Examination,
    Finding,
    Grade,
    Link,
    Record,
    Review,
    Source,
    SourceType,
)
from provenance.store.store import Store

R = TypeVar("R", bound=Record)


class Narrowed:
    """The current records that concern some documents."""

    def __init__(
        self,
        store: Store,
        documents: Collection[str],
        about: Collection[str] | None = None,
        besides: Collection[str] = (),
    ) -> None:
        """Narrow a store to documents, by id, and to the claims of all or of some of them.

        Claims ``besides`` are there too, although nothing may belong to them.
        """
        self._store = store
        self._documents = frozenset(documents)
        self._some = about is not None
        self._besides = frozenset(besides)
        self.about = self._documents if about is None else frozenset(about)
        self._narrowed: Mapping[type[Record], Callable[[], list[Any]]] = {
            Document: lambda: self._of_documents,
            Capture: lambda: self._captures,
            CollectorStatement: lambda: store.standing(
                CollectorStatement, [each.id for each in self._captures]
            ),
            Declaration: lambda: store.current(Declaration, document=self._documents),
            Examination: lambda: store.current(Examination, document=self._documents),
            Appearance: lambda: self._appearances,
            Attribution: lambda: self._attributions,
            Link: lambda: self._links,
            Claim: lambda: store.standing(Claim, self.claims),
            Review: lambda: store.standing(Review, self.claims),
            Derivation: self._derivations,
            Source: lambda: store.standing(Source, self._sources),
            Grade: lambda: store.standing(Grade, self.claims | self._sources),
            Finding: self._findings,
        }

    def again(self) -> "Narrowed":
        """Return the same, read anew."""
        about = self.about if self._some else None
        return Narrowed(self._store, self._documents, about, self._besides)

    def current(self, record_type: type[R], **equal: Any) -> list[R]:
        """Return the current records of a type in the order of the log, narrowed by fields."""
        narrowed = self._narrowed.get(record_type)
        if narrowed is None:
            return self._store.current(record_type, **equal)
        found = cast("list[R]", narrowed())
        return [
            each
            for each in found
            if all(getattr(each, name) == value for name, value in equal.items())
        ]

    def handles(self, letter: str) -> dict[str, str]:
        """Return the handle of each identity of a letter."""
        return self._store.handles(letter)

    @cached_property
    def claims(self) -> frozenset[str]:
        """The claims that appearances in the documents it is about belong to or bear on."""
        return frozenset(each.claim for each in self._own_links) | self._besides

    @cached_property
    def _of_documents(self) -> list[Document]:
        return self._store.current(Document, id=self._documents)

    @cached_property
    def _captures(self) -> list[Capture]:
        payloads = {each.payload for each in self._of_documents}
        return self._store.current(Capture, payload=payloads)

    @cached_property
    def _own(self) -> list[Appearance]:
        return self._store.current(Appearance, document=self.about)

    @cached_property
    def _own_links(self) -> list[Link]:
        return self._store.standing(Link, [each.of for each in self._own])

    @cached_property
    def _appearances(self) -> list[Appearance]:
        known = {each.of for each in self._own}
        others = {each.appearance for each in self._links} - known
        return self._own + (self._store.standing(Appearance, others) if others else [])

    @cached_property
    def _attributions(self) -> list[Attribution]:
        return self._store.standing(Attribution, [each.of for each in self._appearances])

    @cached_property
    def _links(self) -> list[Link]:
        return self._store.current(Link, claim=self.claims) if self._some else self._own_links

    @cached_property
    def _sources(self) -> frozenset[str]:
        spoken_of = {step.source for each in self._attributions for step in each.steps}
        outlets = {
            of
            for of, type_, document in self._store.cells(Source, "of", "type", "document")
            if type_ == SourceType.OUTLET or document in self._documents
        }
        return frozenset(filter(None, spoken_of)) | outlets

    def _derivations(self) -> list[Derivation]:
        down = self._store.current(Derivation, downstream=self._documents)
        known = {each.id for each in down}
        up = self._store.current(Derivation, upstream=self._documents)
        return down + [each for each in up if each.id not in known]

    def _findings(self) -> list[Finding]:
        concerned = self.about | self.claims
        wanted = [
            of
            for of, about in self._store.cells(Finding, "of", "about")
            if not concerned.isdisjoint(json.loads(about))
        ]
        return self._store.current(Finding, of=wanted)
