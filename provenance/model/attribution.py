"""Records of who says so: the chain behind an appearance, and what a text says of itself."""

from collections.abc import Mapping
from enum import StrEnum
from typing import ClassVar, Literal

from provenance.model.claim import Span
from provenance.model.evidence import SourceType
from provenance.model.record import RecordId, Value, Versioned


class StepRole(StrEnum):
    """What a step of an attribution does, from the text outwards."""

    SAYS = "says"  # the one to whom the text ascribes the statement
    TOLD = "told"  # the one from whom that one has it
    VERIFIED = "verified"  # the one who is said to have checked it


class AttributionStep(Value):
    """One step of an attribution chain, with the words that show it.

    ``name`` is the source as the text first names it, so that later mentions ("the cache")
    come to the same source. ``source`` is its Source record, once there is one.
    """

    role: StepRole
    name: str
    named: bool
    type: SourceType
    words: str  # as they stand in the appearance's sentence, or where the source was introduced
    cue: str  # "reveal", "according to", "verified by"
    by_context: bool = False  # carried over from an earlier sentence
    source: RecordId | None = None


class SourceKind(StrEnum):
    """What kind of source a step names or leaves unnamed."""

    NAMED_PERSON = "named person"
    NAMED_ORGANISATION = "named organisation"
    DOCUMENT = "document"
    UNNAMED_GROUP = "unnamed group"
    ANONYMOUS_SOURCE = "anonymous source"  # known to the writer and withheld
    UNNAMED_PERSON = "unnamed person"
    WRITER = "writer"


_ALSO = {
    "publisher": "is the publisher itself",
    "origin": "is where it comes from itself",
    "": "",
}


class StepDetail(Value):
    """What the text says about the source of a step, and where."""

    kind: SourceKind | None  # None where the words do not tell
    source: Span | None
    cue: Span | None
    title: str = ""  # "deputy minister"
    organisation: str = ""  # "the Port Office"
    withheld: str = ""  # why it is not named, in the text's words
    also: Literal["publisher", "origin", ""] = ""  # of a verifier: it published or is the origin

    @property
    def told(self) -> str:
        """What the text tells of the source beside its kind: "head, the Port Office"."""
        organisation = "" if self.organisation in self.title else self.organisation
        withheld = f"not named: \u201c{self.withheld}\u201d" if self.withheld else ""
        parts = (self.title, organisation, withheld, _ALSO[self.also])
        return ", ".join(part for part in parts if part)


class AttributionStatus(StrEnum):
    """Whether the text says who says so."""

    ATTRIBUTED = "attributed"
    WRITER = "writer"  # put forward by the writer: opinion, forecast, norm
    UNATTRIBUTED = "unattributed"


class Attribution(Versioned):
    """The chain behind an appearance. ``of`` is the appearance's identity.

    ``details`` has one for each step, in their order; ``content`` is what the chain is behind.
    Both are None in what was written before version 2.
    """

    kind: ClassVar[str] = "attribution"
    version: ClassVar[int] = 2
    since: ClassVar[Mapping[str, int]] = {"details": 2, "content": 2}

    status: AttributionStatus
    steps: tuple[AttributionStep, ...]
    rule: str
    details: tuple[StepDetail, ...] | None = None
    content: tuple[Span, ...] | None = None


class Genre(StrEnum):
    """What kind of text it is, as far as it shows."""

    NEWS_REPORT = "news report"
    OPINION = "opinion page"
    GUEST_COLUMN = "guest column"
    PRESS_RELEASE = "press release"
    WIRE_COPY = "wire copy"
    UNKNOWN = "unknown"


class DeclaredOrigin(Value):
    """One thing that a text says about where it comes from."""

    kind: Literal[
        "wire",
        "syndication",
        "first reported by",
        "hat tip",
        "translated from",
        "byline",
        "credit",
        "hyperlink",
    ]
    name: str
    words: str
    span: Span | None  # None where the page says it beside its text
    uri: str | None = None


class Declaration(Versioned):
    """What a text says of itself: its genre, with what shows it, and where it comes from."""

    kind: ClassVar[str] = "declaration"
    indexed: ClassVar[tuple[str, ...]] = ("document",)

    document: RecordId
    genre: Genre
    rule: str
    words: str
    origins: tuple[DeclaredOrigin, ...]

    @property
    def place(self) -> tuple[str, str]:
        """One declaration of a document is current."""
        return self.document, ""
