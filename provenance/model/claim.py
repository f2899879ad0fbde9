"""Records of what is claimed: propositions, and where they appear, with the words that show it."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator

from provenance.model.record import Date, Record, RecordId, Value, Versioned

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


class Span(Value):
    """A piece of ``Document.text`` in Unicode code points, end excluded."""

    start: int
    end: int


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
    QUOTED = "quoted"  # in quotation marks or another's words; the writer does not say so


class Level(StrEnum):
    """What a statement is about, so that proof of one level is not taken for another.

    "S said P", "the document is genuine", "they agreed", "it was delivered" and "P is so" are
    separate claims: a captured primary record settles the first and says nothing of the last.
    """

    SAID = "said"
    AUTHENTICITY = "authenticity"
    AGREED = "agreed"
    DELIVERED = "delivered"
    SO = "so"

    @property
    def meaning(self) -> str:
        """What proof of this level settles, in words."""
        return _MEANING[self]


_MEANING = {
    Level.SAID: "that it was said, not that it is so",
    Level.AUTHENTICITY: "that a document is genuine, not that what it says is so",
    Level.AGREED: "that it was agreed, not that it was done",
    Level.DELIVERED: "that it was done or handed over",
    Level.SO: "that it is so",
}


class Quantity(Value):
    """An amount as the text gives it.

    ``value`` is a decimal numeral in base units ("a quarter of a million tonnes" is "250000"),
    None where the words give no number ("hundreds of pages").
    """

    words: str
    value: str | None
    unit: str  # "USD", "page", "percent", or the counted noun in the singular, or ""
    exactness: str  # exact, about, more-than, less-than, vague


class Entity(Value):
    """A name in a statement, with what it looks to be a name of."""

    words: str
    type: Literal["person", "organisation", "place", "event", "other"]
    start: int  # code points into ``Document.text``


class When(Value):
    """A time that a statement gives, and the date it comes to.

    ``value`` is "2026", "2026-03", "2026-03-04" or two of them with a slash between (EDTF level
    0, ISO 8601-2:2019); None where it cannot be told, and ``basis`` says what is missing.
    """

    words: str
    value: str | None
    basis: str  # "stated", "from the publication date 2026-03-04", "unresolved: …"


class Sign(Value):
    """One thing that spoke for or against a decision, with the words that showed it."""

    name: str  # of the feature: "amount", "named actor", "word: confirmed"
    words: str
    weight: int  # in thousandths; negative speaks against


class Worth(Value):
    """How much a statement asks to be checked, with the signs that made it so."""

    score: Annotated[int, Field(ge=0, le=1000)]  # thousandths
    signs: tuple[Sign, ...]
    model: str  # name and version of what weighed them

    @property
    def told(self) -> str:
        """The score with what spoke for it and against it, in words."""
        sides = [
            f"{side}: {', '.join(each.name for each in self.signs if (each.weight > 0) == wanted)}"
            for side, wanted in (("for", True), ("against", False))
            if any((each.weight > 0) == wanted for each in self.signs)
        ]
        return f"{self.score / 10:.0f} % ({'; '.join([*sides, self.model])})"


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
    """One place where a claim appears. Which claim it belongs to is told by a Link alone.

    What version 2 brought in is None where a finder before it read the text.
    """

    kind: ClassVar[str] = "appearance"
    version: ClassVar[int] = 2
    since: ClassVar[Mapping[str, int]] = {
        "entities": 2,
        "dates": 2,
        "level": 2,
        "worth": 2,
        "withdrawn": 2,
    }
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
    entities: tuple[Entity, ...] | None = None
    dates: tuple[When, ...] | None = None
    level: Level | None = None
    worth: Worth | None = None
    withdrawn: bool | None = None  # True where a later finder no longer finds it


class Examination(Record):
    """A finder has read a document: which one, and which date it took for that of publication.

    ``found`` counts the statements that it found. A document that was read before this record
    was kept is known to be read by its appearances.
    """

    kind: ClassVar[str] = "examination"
    indexed: ClassVar[tuple[str, ...]] = ("document",)

    document: RecordId
    finder: str
    published: Date | None
    found: int
    supersedes: RecordId | None = None

    @property
    def place(self) -> tuple[str, str]:
        """The last reading of a document is current."""
        return self.document, ""

    @property
    def replaces(self) -> str | None:
        """The reading before."""
        return self.supersedes
