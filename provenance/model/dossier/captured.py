"""What was captured, and who works here, as it is shown."""

from provenance.model.attribution import (
    DeclaredOrigin,
    Genre,
)
from provenance.model.evidence import Header, Hop
from provenance.model.record import Value


class SaidView(Value):
    """What the collector says about a capture, marked as such wherever it is shown."""

    uri: str | None
    outlet: str | None
    author: str | None
    published: str | None
    how: str | None


class CaptureView(Value):
    """A capture as a listing or a record shows it."""

    id: str
    handle: str
    requested: str
    uri: str
    via: str
    outcome: str
    reason: str
    status: int | None
    hops: tuple[Hop, ...]
    headers: tuple[Header, ...]
    media_type: str | None
    charset: str | None
    payload: str | None
    size: int | None
    peer: str | None
    certificate: str | None
    begun_at: str
    ended_at: str
    clock_offset_ms: int | None
    collector: str  # name of the agent
    tool: str
    said: SaidView | None
    document: str | None  # handle
    unread: str = ""  # why its bytes have no document, where they were kept


class DeclaredView(Value):
    """What a document says of itself, as its record shows it."""

    genre: Genre
    rule: str  # or "by hand"
    words: str  # that show the genre
    origins: tuple[DeclaredOrigin, ...]
    why: str = ""  # why a person corrected the genre, where one did


class ModelUseView(Value):
    """A language model's reading of a document, as it is disclosed (ICS 206-01)."""

    document: str  # handle
    sentence: str  # which system, in which version, what it was asked, what came of it
    host: str
    asked: str
    models: tuple[str, ...]  # as the answers name them
    fingerprints: tuple[str, ...]
    parameters: str
    prompt: str  # digest of the instructions
    outcome: str
    reason: str
    sent: int  # requests
    taken: int
    known: int
    refused: tuple[str, ...]  # reasons, with how often
    tokens: int | None
    began_at: str
    ended_at: str
    tool: str


class DocumentView(Value):
    """A document with its capture; ``outlet``, ``published`` and ``author`` name their basis."""

    id: str
    handle: str
    capture: CaptureView
    title: str | None
    text: str
    whole: str | None
    outlet: str | None
    outlet_basis: str  # "page", "address", "collector" or "unknown"
    author: str | None
    author_basis: str
    published: str | None
    published_basis: str
    language: str | None
    section: str | None
    extractor: str
    language_read: bool = True  # whether claims are looked for in this language
    declared: DeclaredView | None = None  # None before it is assessed
    models: tuple[ModelUseView, ...] = ()  # language models that read it


class AgentView(Value):
    """Who may act on this desk."""

    handle: str
    name: str
    role: str
    public_key: str | None
