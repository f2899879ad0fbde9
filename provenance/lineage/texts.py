"""Documents and appearances as lineage reads them, and what it says about them."""

from typing import Literal, Protocol

from provenance.model import (
    DeclaredOrigin,
    DerivationKind,
    Evidence,
    Hyperlink,
    Level,
    Modality,
    Quantity,
    SourceType,
    Stance,
    StepRole,
)
from provenance.model.record import Value


class Text(Value):
    """A document as lineage reads it.

    ``digest`` is that of the text and orders documents, because ``id`` is random. ``said_uri``
    is the address from which a pasted text comes, as its collector says.
    """

    id: str
    digest: str
    uri: str
    domain: str | None = None
    outlet: str | None = None
    owner: str | None = None
    title: str | None = None
    text: str
    published: str | None = None
    published_known: bool = False
    authors: tuple[str, ...] = ()
    origins: tuple[DeclaredOrigin, ...] = ()  # what it says of where it comes from
    language: str | None = None
    links: tuple[Hyperlink, ...] = ()
    said_uri: str | None = None

    @property
    def order(self) -> tuple[str, ...]:
        """What orders documents: their content; the random id only where nothing else differs."""
        return self.digest, self.uri, self.published or "", self.id

    @property
    def date(self) -> str | None:
        """The publication date, or None where it is not known."""
        return self.published if self.published_known else None


class Proposed(Value):
    """A document goes back to another; ``key`` names the proposal by content."""

    downstream: str
    upstream: str | None
    upstream_name: str | None
    type: DerivationKind
    directed: bool
    evidence: tuple[Evidence, ...]
    key: str


class Tie(Protocol):
    """What origins, rings and drift read of a derivation, whether proposed or decided."""

    @property
    def downstream(self) -> str:
        """The document that goes back to the other."""
        ...

    @property
    def upstream(self) -> str | None:
        """The document it goes back to, where that is captured."""
        ...

    @property
    def upstream_name(self) -> str | None:
        """The name of what it goes back to, where that is not captured."""
        ...

    @property
    def type(self) -> DerivationKind:
        """How one comes from the other."""
        ...

    @property
    def directed(self) -> bool:
        """Whether the direction is known."""
        ...

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """What shows it."""
        ...


class SourceRef(Value):
    """A step of an attribution chain, by its Source record."""

    id: str
    name: str
    named: bool
    role: StepRole
    type: SourceType


class Mention(Value):
    """An appearance as origins read it; ``sources`` is its chain, nearest first."""

    id: str
    document: str
    content: str
    stance: Stance
    sources: tuple[SourceRef, ...] = ()
    outlet: str | None = None
    wording: str
    modality: Modality = Modality.ASSERTED
    quantities: tuple[Quantity, ...] = ()
    published: str | None = None
    level: Level | None = None

    @property
    def order(self) -> tuple[str, ...]:
        """What orders mentions: their content; the random id only where nothing else differs."""
        return self.content, self.wording, self.outlet or "", self.published or "", self.id


class Origin(Value):
    """A group of appearances that go back to one place."""

    number: int
    name: str
    stance: Literal["supports", "contradicts"]
    mentions: tuple[str, ...]
    independence: Literal["shown independent", "dependent", "not established"]
    sentence: str
    root_captured: bool
    proposed: bool  # whether it rests on a tie that no person has confirmed
    ours: bool = False  # our own publication stands at its root: it adds nothing
