"""The current records of a workspace by identity, each kind read once, when first asked for."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import TypeVar

from provenance.model import (
    Agent,
    Appearance,
    Attribution,
    Capture,
    Case,
    Claim,
    CollectorStatement,
    Comparison,
    Declaration,
    Derivation,
    Document,
    Examination,
    Finding,
    Grade,
    Inquiry,
    Link,
    Policy,
    Record,
    Retraction,
    Review,
    SameAs,
    Separation,
    Source,
    State,
    Versioned,
)
from provenance.model.policy import parse_policy
from provenance.model.rules import PolicyTable
from provenance.workspace.core import Workspace
from provenance.workspace.narrow import Narrowed

R = TypeVar("R", bound=Record)

# The names of what is read from the store; everything else follows from it.
KINDS = frozenset(
    {
        "agents",
        "appearances",
        "attributions",
        "captures",
        "claims",
        "comparisons",
        "declarations",
        "derivations",
        "documents",
        "examinations",
        "findings",
        "grades",
        "inquiries",
        "links",
        "policy",
        "policy_record",
        "retractions",
        "reviews",
        "said",
        "same",
        "separate",
        "sources",
    }
)


# Those that what was written can be added to, in the order of the log: by identity, or as a list.
_BY_IDENTITY: Mapping[str, type[Versioned]] = {
    "appearances": Appearance,
    "attributions": Attribution,
    "claims": Claim,
    "sources": Source,
}
_IN_ORDER: Mapping[str, type[Record]] = {"derivations": Derivation, "links": Link}


class Records:
    """What is read from the store of a workspace at one moment."""

    def __init__(self, workspace: Workspace, narrowed: Narrowed | None = None) -> None:
        """Read nothing yet: each kind of record is read when first asked for.

        Narrowed, what concerns other documents is left out.
        """
        self.workspace = workspace
        self._store = narrowed or workspace.store
        self.narrowed = narrowed

    def take_over(
        self, other: "Records", changed: Iterable[str], written: Sequence[Record] | None = None
    ) -> None:
        """Take over what another one has read, but for what was changed since.

        Where all that was written since is given, what it changed is brought up to date from
        that instead of being read back.
        """
        gone = set(changed)
        for name in KINDS - gone:
            if name in other.__dict__:
                self.__dict__[name] = other.__dict__[name]
        if written is not None:
            for name in gone & _BY_IDENTITY.keys() & other.__dict__.keys():
                self.__dict__[name] = _renewed(other.__dict__[name], name, written)
            for name in gone & _IN_ORDER.keys() & other.__dict__.keys():
                self.__dict__[name] = _extended(other.__dict__[name], name, written)

    @cached_property
    def case(self) -> Case:
        """The case."""
        return self.workspace.case

    @cached_property
    def agents(self) -> Mapping[str, Agent]:
        """Agents by id."""
        return {each.id: each for each in self._store.current(Agent)}

    @cached_property
    def captures(self) -> Mapping[str, Capture]:
        """Captures by id."""
        return {each.id: each for each in self._store.current(Capture)}

    @cached_property
    def said(self) -> Mapping[str, CollectorStatement]:
        """What collectors say, by capture."""
        return {each.of: each for each in self._store.current(CollectorStatement)}

    @cached_property
    def documents(self) -> Mapping[str, Document]:
        """Documents by id."""
        return {each.id: each for each in self._store.current(Document)}

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """Sources by identity."""
        return {each.of: each for each in self._store.current(Source)}

    @cached_property
    def claims(self) -> Mapping[str, Claim]:
        """Claims by identity, those without appearances included."""
        return {each.of: each for each in self._store.current(Claim)}

    @cached_property
    def appearances(self) -> Mapping[str, Appearance]:
        """Appearances by identity, without those that are withdrawn."""
        return {e.of: e for e in self._store.current(Appearance) if not e.withdrawn}

    @cached_property
    def withdrawn(self) -> Mapping[str, Appearance]:
        """Appearances by identity that a later finder no longer found."""
        return {e.of: e for e in self._store.current(Appearance) if e.withdrawn}

    @cached_property
    def examinations(self) -> Mapping[str, Examination]:
        """Which finder read each document last, by document."""
        return {each.document: each for each in self._store.current(Examination)}

    @cached_property
    def attributions(self) -> Mapping[str, Attribution]:
        """Attributions by appearance."""
        return {each.of: each for each in self._store.current(Attribution)}

    @cached_property
    def declarations(self) -> Mapping[str, Declaration]:
        """What texts say of themselves, by document."""
        return {each.document: each for each in self._store.current(Declaration)}

    @cached_property
    def links(self) -> Sequence[Link]:
        """All links, refused and retracted ones included."""
        return self._store.current(Link)

    @cached_property
    def derivations(self) -> Sequence[Derivation]:
        """All derivations, refused and retracted ones included."""
        return self._store.current(Derivation)

    @cached_property
    def findings(self) -> Sequence[Finding]:
        """Open findings, in the order in which they were first noticed."""
        handles = self._store.handles("f")
        found = [each for each in self._store.current(Finding) if each.open]
        return sorted(found, key=lambda finding: int(handles[finding.of][1:]))

    @cached_property
    def inquiries(self) -> Sequence[Inquiry]:
        """Inquiries."""
        return self._store.current(Inquiry)

    @cached_property
    def comparisons(self) -> Mapping[str, Comparison]:
        """What analysts compare claims with, by claim."""
        return {each.claim: each for each in self._store.current(Comparison)}

    @cached_property
    def grades(self) -> Mapping[str, Sequence[Grade]]:
        """Current grades by subject."""
        return grouped(self._store.current(Grade), "subject")

    @cached_property
    def reviews(self) -> Mapping[str, Sequence[Review]]:
        """Current reviews by claim, in order of stage."""
        found = sorted(self._store.current(Review), key=lambda review: review.stage)
        return grouped(found, "claim")

    @cached_property
    def policy(self) -> PolicyTable:
        """The policy in force."""
        return parse_policy(self.workspace.blobs.get(self.policy_record.digest))

    @cached_property
    def policy_record(self) -> Policy:
        """The record of the policy in force."""
        return self._store.current(Policy)[-1]

    @cached_property
    def separate(self) -> frozenset[frozenset[str]]:
        """Pairs of documents whose separate access a person has named."""
        return frozenset(
            frozenset((each.one, each.other))
            for each in self._store.current(Separation)
            if each.state is State.CONFIRMED
        )

    @cached_property
    def retractions(self) -> Sequence[Retraction]:
        """What people say fell, in the order in which they said so."""
        return self._store.current(Retraction)

    @cached_property
    def same(self) -> Mapping[str, str]:
        """The source that stands for each one that a person joined with others."""
        root: dict[str, str] = {}
        for each in self._store.current(SameAs):
            if each.state == "confirmed":
                one, other = (_found(root, side) for side in (each.one, each.other))
                root[max(one, other)] = min(one, other)
        return {source: _found(root, source) for source in root}


def _renewed(
    known: Mapping[str, Record], name: str, written: Sequence[Record]
) -> Mapping[str, Record]:
    found, kept = dict(known), _BY_IDENTITY[name]
    for record in written:
        if isinstance(record, kept):
            found.pop(record.of, None)  # a later version stands where it was written
            if not (isinstance(record, Appearance) and record.withdrawn):
                found[record.of] = record
    return found


def _extended(known: Sequence[Record], name: str, written: Sequence[Record]) -> Sequence[Record]:
    fresh = [record for record in written if isinstance(record, _IN_ORDER[name])]
    replaced = {record.replaces for record in fresh}
    return [record for record in (*known, *fresh) if record.id not in replaced]


def _found(root: Mapping[str, str], source: str) -> str:
    while source in root:
        source = root[source]
    return source


def grouped(records: Iterable[R], field: str) -> Mapping[str, Sequence[R]]:
    """Return records by the value of one of their fields."""
    found: dict[str, list[R]] = defaultdict(list)
    for record in records:
        found[getattr(record, field)].append(record)
    return found
