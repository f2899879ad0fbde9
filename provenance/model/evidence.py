"""Records of evidence: who acts, who states, what was captured, what its text is."""

from enum import StrEnum
from typing import ClassVar, Literal

from provenance.model.record import Date, Digest, Record, RecordId, Timestamp, Value, Versioned


class AgentRole(StrEnum):
    """Whether an agent is a person or a program (PROV-O prov:Person, prov:SoftwareAgent)."""

    PERSON = "person"
    PROGRAM = "program"


class Agent(Record):
    """A person or program that acts here. A program has no key: the person who runs it signs."""

    kind: ClassVar[str] = "agent"
    handle: ClassVar[str] = "a"

    name: str
    role: AgentRole
    public_key: str | None  # base64 of the 32 bytes of an Ed25519 public key (RFC 8032)


class Case(Versioned):
    """A folder of work: the question, and the answer in the analyst's own words."""

    kind: ClassVar[str] = "case"

    name: str
    question: str = ""
    handling: str = "TLP:CLEAR"  # Traffic Light Protocol 2.0
    bottom_line: str = ""
    caveats: tuple[str, ...] = ()
    reviewers: Literal[1, 2] = 2


class SourceType(StrEnum):
    """What kind of thing states something."""

    OUTLET = "outlet"
    PERSON = "person"
    ORGANISATION = "organisation"
    DOCUMENT = "document"
    GROUP = "group"
    WRITER = "writer"
    UNKNOWN = "unknown"


class Source(Versioned):
    """Who states things. An unnamed source belongs to the one document that speaks of it."""

    kind: ClassVar[str] = "source"
    handle: ClassVar[str] = "s"

    name: str
    named: bool
    type: SourceType
    domain: str | None = None  # registrable domain by the public suffix list
    document: RecordId | None = None  # for an unnamed source: where it is spoken of
    aliases: tuple[str, ...] = ()
    owner: str | None = None
    ours: bool = False  # our own publication: never adds an origin


class SameAs(Record):
    """Two source records stand for one source; a person says so, and can take it back."""

    kind: ClassVar[str] = "same_as"

    one: RecordId
    other: RecordId
    state: Literal["confirmed", "refused"]
    supersedes: RecordId | None = None
    why: str = ""

    @property
    def place(self) -> tuple[str, str]:
        """One judgement about a pair is current."""
        return min(self.one, self.other), max(self.one, self.other)

    @property
    def replaces(self) -> str | None:
        """The judgement that this one corrects."""
        return self.supersedes


class Hop(Value):
    """One redirect that was followed."""

    uri: str
    status: int
    location: str


class Header(Value):
    """One response header field as sent: order, case and repeats kept."""

    name: str
    value: str


class Capture(Record):
    """What was fetched, or why it could not be.

    Observed facts only; what the collector says about it is a CollectorStatement. ``payload``
    is the digest of the body after content decoding, ``transfer`` that of the body as sent,
    where the two differ. A failed capture has ``outcome`` "failed" and no payload, or what
    arrived before it failed.
    """

    kind: ClassVar[str] = "capture"
    handle: ClassVar[str] = "k"
    indexed: ClassVar[tuple[str, ...]] = ("payload",)

    case: RecordId
    requested: str  # as the collector gave it: an address, a path, or "-"
    uri: str  # the final address, a file: URI, or "stdin:"
    via: Literal["http", "file", "stdin"]
    outcome: Literal["complete", "partial", "failed"]
    reason: str = ""  # why it is partial or failed
    hops: tuple[Hop, ...] = ()
    status: int | None = None
    headers: tuple[Header, ...] = ()
    media_type: str | None = None
    charset: str | None = None
    payload: Digest | None = None
    transfer: Digest | None = None
    size: int | None = None  # bytes of the payload
    peer: str | None = None  # network address of the server
    certificate: Digest | None = None  # of the server's certificate, DER
    begun_at: Timestamp
    ended_at: Timestamp
    modified_at: Timestamp | None = None  # of a file, by the file system
    clock_offset_ms: int | None  # machine's clock minus true time; None is unknown
    collector: RecordId
    tool: str
    tool_version: str


class CollectorStatement(Versioned):
    """What the collector knows about a capture and the bytes do not say. ``of`` is the capture."""

    kind: ClassVar[str] = "collector_statement"

    uri: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: Date | None = None
    how: str | None = None  # how it came, in the collector's words


class Hyperlink(Value):
    """A link out of a document: where it leads, and the text it stands on in ``Document.text``."""

    uri: str
    text: str
    start: int | None = (
        None  # code points into Document.text; None where it is not in the main text
    )
    end: int | None = None


class Document(Record):
    """The text of one payload as one extractor version reads it.

    ``text`` is the main text, which selectors index in Unicode code points; ``whole`` is all
    visible text where that is more. Paragraphs are separated by a line feed.
    """

    kind: ClassVar[str] = "document"
    handle: ClassVar[str] = "d"
    indexed: ClassVar[tuple[str, ...]] = ("capture", "payload")

    capture: RecordId
    payload: Digest
    uri: str
    extractor: str
    extractor_version: str
    media_type: str
    charset: str | None
    text: str
    text_digest: Digest
    whole: str | None
    title: str | None
    authors: tuple[str, ...]
    site: str | None
    section: str | None  # as the page declares it, such as "opinion"
    published: Date | None
    published_basis: str  # where the date was read, or "unknown"
    language: str | None  # ISO 639-1; None where it cannot be told
    links: tuple[Hyperlink, ...]
    supersedes: RecordId | None = None

    @property
    def place(self) -> tuple[str, str]:
        """One reading of a payload at an address is current."""
        return self.payload, self.uri

    @property
    def replaces(self) -> str | None:
        """The reading by an older extractor that this one stands in for."""
        return self.supersedes
