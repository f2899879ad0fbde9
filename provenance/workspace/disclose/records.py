"""Which records a disclosure holds: all that the provenance record of a claim stands on.

Each record comes with the versions that it supersedes, so that a correction is seen as one.
What a claim does not stand on stays out: other claims, other documents, what is said of both one
of its documents and one that is not in the package.
"""

from collections.abc import Iterable

from provenance.model import (
    Capture,
    Custody,
    Grade,
    Policy,
    Record,
    Retraction,
    SameAs,
    Separation,
)
from provenance.workspace.picture import Picture

_PEOPLE = ("collector", "rater", "reviewer", "by")


class Gathered:
    """The records of a package, each once, by id."""

    def __init__(self, picture: Picture) -> None:
        """Hold nothing yet."""
        self._picture = picture
        self._store = picture.workspace.store
        self.records: dict[str, Record] = {}

    def claim(self, claim: str) -> None:
        """Add a claim with its appearances, grades, reviews and all that they stand on."""
        picture = self._picture
        self._add(picture.claims[claim])
        own = [picture.belongs[each.of] for each in picture.members.get(claim, ())]
        for link in (*own, *picture.bearing.get(claim, ())):
            self._add(link)
            if link.appearance in picture.appearances:
                self._appearance(link.appearance)
        self._graded(claim)
        self._all(picture.reviews.get(claim, ()))
        if claim in picture.comparisons:
            self._add(picture.comparisons[claim])
        self._all(each for each in picture.inquiries if claim in each.about)

    def capture(self, capture: str) -> None:
        """Add a capture, what its collector says, the documents read from it, its custody."""
        picture = self._picture
        self._add(picture.captures[capture])
        if capture in picture.said:
            self._add(picture.said[capture])
        self._all(each for each in picture.documents.values() if each.capture == capture)
        self._all(self._store.current(Custody, capture=capture))

    def close(self) -> None:
        """Add what ties the gathered records to each other, and the agents that they name."""
        here = {each.identity for each in self.records.values()} | self.records.keys()
        self._all(
            each
            for each in self._picture.derivations
            if each.downstream in here and (each.upstream is None or each.upstream in here)
        )
        for pair_type in (Separation, SameAs):
            self._all(
                each
                for each in self._store.current(pair_type)
                if {each.one, each.other} <= here  # type: ignore[attr-defined]  # both have it
            )
        self._all(each for each in self._store.current(Retraction) if each.subject in here)
        self._all(f for f in self._picture.findings if f.about and here.issuperset(f.about))
        digests = {each.policy for each in self.records.values() if isinstance(each, Grade)}
        self._all(each for each in self._store.current(Policy) if each.digest in digests)
        people = {getattr(each, name, None) for each in self.records.values() for name in _PEOPLE}
        self._all(agent for key, agent in self._picture.agents.items() if key in people)

    def _appearance(self, appearance: str) -> None:
        picture = self._picture
        found = picture.appearances[appearance]
        self._add(found)
        if found.document in picture.documents:
            document = picture.documents[found.document]
            self._add(document)
            self.capture(document.capture)
        chain = picture.attributions.get(appearance)
        if chain is None:
            return
        self._add(chain)
        for source in sorted({step.source for step in chain.steps if step.source}):
            if source in picture.sources:
                self._add(picture.sources[source])
                self._graded(source)

    def _graded(self, subject: str) -> None:
        self._all(self._picture.grades.get(subject, ()))

    def _all(self, records: Iterable[Record]) -> None:
        for each in records:
            self._add(each)

    def _add(self, record: Record) -> None:
        """Add a record and the versions that it supersedes."""
        found: Record | None = record
        while found is not None and found.id not in self.records:
            self.records[found.id] = found
            replaced = found.replaces
            found = self._store.get(type(found), replaced) if replaced else None


def blobs_of(records: Iterable[Record]) -> list[str]:
    """Return the digests of the bytes that records name: payloads, bodies as sent, policies."""
    found: set[str] = set()
    for each in records:
        if isinstance(each, Capture):
            found |= {digest for digest in (each.payload, each.transfer) if digest}
        elif isinstance(each, Policy):
            found.add(each.digest)
    return sorted(found)
