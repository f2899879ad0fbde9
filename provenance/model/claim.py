"""Records of what is claimed: propositions, where they appear, who says so, what ties them."""

from enum import StrEnum
from typing import ClassVar

from pydantic import model_validator

from provenance.model.evidence import SourceType
from provenance.model.record import Digest, Record, RecordId, Value, Versioned

CONTEXT = 32  # code points of prefix and suffix kept with a quote


class Selector(Value):
    """Where a quote stands: TextPositionSelector and TextQuoteSelector of W3C Web Annotation.

    Counted in Unicode code points of ``Document.text``, end excluded.
    """

    start: int
    end: int
    exact: str
    prefix: str
    suffix: str

    @model_validator(mode="after")
    def _spans_its_quote(self) -> "Selector":
        if not 0 <= self.start < self.end or self.end - self.start != len(self.exact):
            raise ValueError("a selector must span exactly its quote")
        return self

    @classmethod
    def of(cls, text: str, start: int, end: int) -> "Selector":
        """Return the selector of ``text[start:end]``."""
        return cls(
            start=start,
            end=end,
            exact=text[start:end],
            prefix=text[max(0, start - CONTEXT) : start],
            suffix=text[end : end + CONTEXT],
        )

    def holds(self, text: str) -> bool:
        """Return whether the quote and its context stand exactly where the selector says."""
        return (
            text[self.start : self.end] == self.exact
            and text[max(0, self.start - CONTEXT) : self.start] == self.prefix
            and text[self.end : self.end + CONTEXT] == self.suffix
        )


class ClaimKind(StrEnum):
    """What kind of statement it is. Only a fact is graded for credibility."""

    FACT = "fact"
    FORECAST = "forecast"
    OPINION = "opinion"
    NORM = "norm"


class Modality(StrEnum):
    """How the statement is put forward where it appears."""

    ASSERTED = "asserted"
    HEDGED = "hedged"
    DENIED = "denied"
    CONDITIONAL = "conditional"


class Quantity(Value):
    """An amount as the text gives it.

    ``value`` is a decimal numeral in base units ("a quarter of a million tonnes" is "250000"),
    None where the words give no number ("hundreds of pages").
    """

    words: str
    value: str | None
    unit: str  # "USD", "page", "percent", or the counted noun in the singular, or ""
    exactness: str  # exact, about, more-than, less-than, vague


class Claim(Versioned):
    """A proposition. ``wording`` is a sentence; the quotes stand in its appearances."""

    kind: ClassVar[str] = "claim"
    handle: ClassVar[str] = "c"

    wording: str
    type: ClaimKind
    quantities: tuple[Quantity, ...] = ()
    places: tuple[str, ...] = ()
    times: tuple[str, ...] = ()  # in the text's own words


class Appearance(Versioned):
    """One place where a claim appears. Which claim it belongs to is told by a Link alone."""

    kind: ClassVar[str] = "appearance"
    indexed: ClassVar[tuple[str, ...]] = ("document",)

    document: RecordId
    selector: Selector
    type: ClaimKind
    modality: Modality
    cue: str = ""  # the words that show the modality
    wording: str  # the proposition as it is put here, as a sentence
    quantities: tuple[Quantity, ...] = ()
    places: tuple[str, ...] = ()
    times: tuple[str, ...] = ()  # in the text's own words
    rule: str  # the rule that found it
    finder: str  # name and version of the finder, or "by hand"


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


class AttributionStatus(StrEnum):
    """Whether the text says who says so."""

    ATTRIBUTED = "attributed"
    WRITER = "writer"  # put forward by the writer: opinion, forecast, norm
    UNATTRIBUTED = "unattributed"


class Attribution(Versioned):
    """The chain behind an appearance. ``of`` is the appearance's identity."""

    kind: ClassVar[str] = "attribution"

    status: AttributionStatus
    steps: tuple[AttributionStep, ...]
    rule: str


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
