"""Records of what ties claims and documents: links, derivations, retractions, findings."""

from enum import StrEnum
from typing import ClassVar

from provenance.model.record import Digest, Record, RecordId, Value, Versioned


class State(StrEnum):
    """How far a proposal has come. A program only proposes."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    REFUSED = "refused"
    RETRACTED = "retracted"  # the program no longer proposes it


class Stance(StrEnum):
    """How an appearance bears on a claim. Belonging to a claim is a link that repeats it."""

    REPEATS = "repeats"
    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    UNSURE = "unsure"


class Link(Record):
    """An appearance bears on a claim.

    ``key`` names the proposal by the content of its subjects, without versions, so that what
    a person refused does not come back. The link by which an appearance belongs to its claim
    has one place for the appearance; any other has a place for appearance and claim.
    """

    kind: ClassVar[str] = "link"
    indexed: ClassVar[tuple[str, ...]] = ("appearance", "claim")

    appearance: RecordId
    claim: RecordId
    stance: Stance
    state: State
    rule: str
    words: tuple[str, ...] = ()  # on both sides, what decided
    key: Digest
    supersedes: RecordId | None = None
    why: str = ""

    @property
    def place(self) -> tuple[str, str]:
        """Belonging is unique for an appearance; a stance is unique for the pair."""
        slot = "belongs" if self.stance == Stance.REPEATS else self.claim
        return self.appearance, slot

    @property
    def replaces(self) -> str | None:
        """The link that this one corrects."""
        return self.supersedes


class DerivationKind(StrEnum):
    """How one text comes from another (PROV-O prov:wasDerivedFrom and its kinds)."""

    COPY = "copy"
    REWRITE = "rewrite"
    QUOTATION = "quotation"
    CITATION = "citation"
    ORIGINAL = "original"  # a captured page is the original of a pasted text
    CORRECTION = "correction"
    SAME_PRIMARY = "same primary"
    SAME_STATEMENT = "same statement"
    SAME_UNNAMED = "same unnamed source"
    SAME_OWNER = "same owner"
    TRANSLATION = "translation"

    @property
    def textual(self) -> bool:
        """Whether it says of the words of a text that they come from another one."""
        return self in _TEXTUAL


_TEXTUAL = frozenset(
    {
        DerivationKind.COPY,
        DerivationKind.CORRECTION,
        DerivationKind.ORIGINAL,
        DerivationKind.REWRITE,
        DerivationKind.TRANSLATION,
    }
)


class Evidence(Value):
    """One thing that speaks for a derivation, with the words on both sides."""

    rule: str
    sentence: str
    downstream_words: str = ""
    upstream_words: str = ""


class Derivation(Record):
    """A document goes back to another, captured (``upstream``) or only named (``upstream_name``).

    ``directed`` is False where shared text shows dependence and nothing shows the direction.
    """

    kind: ClassVar[str] = "derivation"
    indexed: ClassVar[tuple[str, ...]] = ("downstream", "upstream")

    downstream: RecordId
    upstream: RecordId | None
    upstream_name: str | None
    type: DerivationKind
    directed: bool
    evidence: tuple[Evidence, ...]
    state: State
    key: Digest
    supersedes: RecordId | None = None
    why: str = ""

    @property
    def place(self) -> tuple[str, str]:
        """One judgement about a proposal is current."""
        return self.key, ""

    @property
    def replaces(self) -> str | None:
        """The judgement that this one corrects."""
        return self.supersedes


class Separation(Record):
    """A person confirms that two documents have separate access, and names it, or takes it back.

    Nothing else makes two origins "shown independent".
    """

    kind: ClassVar[str] = "separation"

    one: RecordId
    other: RecordId
    access: str  # another witness, sensor, leaker
    state: State
    supersedes: RecordId | None = None

    @property
    def place(self) -> tuple[str, str]:
        """One judgement about a pair is current."""
        return min(self.one, self.other), max(self.one, self.other)

    @property
    def replaces(self) -> str | None:
        """The judgement that this one corrects."""
        return self.supersedes


class Retraction(Record):
    """A person says that a document, a capture or a source fell: retracted, or found fabricated.

    What appears in it, and what goes back to it alone, counts for no grade from then on. Nothing
    is taken away: it stays to be seen. ``undo`` takes it back.
    """

    kind: ClassVar[str] = "retraction"

    subject: RecordId  # a document, a capture, or the identity of a source
    notice: RecordId | None  # the captured document that says so
    why: str
    by: RecordId

    @property
    def place(self) -> tuple[str, str]:
        """A thing falls once."""
        return self.subject, ""


class Finding(Versioned):
    """Something noticed that a person may have to do something about.

    ``search`` holds exact phrases to look for; nothing is ever sent. A finding that no longer
    holds is superseded by one that is not open.
    """

    kind: ClassVar[str] = "finding"
    handle: ClassVar[str] = "f"

    rule: str
    about: tuple[RecordId, ...]  # records it stands on: claims, documents, captures, sources
    sentence: str
    search: tuple[str, ...] = ()
    at: int = 0  # where its first document speaks of it, in code points
    open: bool = True
    key: Digest

    @property
    def place(self) -> tuple[str, str]:
        """One state of a finding is current."""
        return self.key, ""
