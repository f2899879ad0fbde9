"""Records of language models: whether a case lets one read its texts, and each reading by one.

ICS 206-01 asks that the use of such tools is disclosed: system, model version, relevant
parameters. A model proposes statements and nothing else: it gives no grade, and every statement
of its stands on an exact quote. What was refused is counted, by reason.
"""

from typing import ClassVar, Literal

from provenance.model.record import Digest, Record, RecordId, Timestamp, Value, Versioned


class Assistance(Versioned):
    """Whether the texts of a case may be sent to a language model; ``of`` is the case.

    The permission is for one host and one model: another one needs another permission.
    """

    kind: ClassVar[str] = "assistance"

    allowed: bool
    host: str  # with its port; empty where nothing is allowed
    model: str  # as it is asked for
    by: RecordId  # the agent who decided


class Parameter(Value):
    """One parameter of a request, as it was sent."""

    name: str
    value: str


class Refusal(Value):
    """How many answers were refused for one reason."""

    reason: str
    count: int


class ModelUse(Record):
    """A language model read a document, or began to.

    ``sent`` counts requests; none where the answers were kept from an earlier reading of the
    same text. ``taken`` are statements that only the model found; ``known`` stood already.
    """

    kind: ClassVar[str] = "model_use"
    indexed: ClassVar[tuple[str, ...]] = ("document",)

    document: RecordId
    text: Digest  # of the document's text
    host: str  # where the text was sent, with its port
    asked: str  # the model asked for
    models: tuple[str, ...]  # as the answers name them, with their versions; may be empty
    fingerprints: tuple[str, ...]  # of the system behind it, where an answer gives one
    parameters: tuple[Parameter, ...]
    prompt: Digest  # of the instructions, a blob
    answers: Digest | None  # what was answered, passage by passage, a blob
    outcome: Literal["complete", "partial", "failed"]
    reason: str  # why it is not complete
    passages: int
    answered: int
    sent: int
    taken: int
    known: int
    refused: tuple[Refusal, ...]
    tokens: int | None  # as the answers count them; None where one does not
    charged: int  # against the budget: what the answers count, or else the most it can be
    began_at: Timestamp
    ended_at: Timestamp
    tool: str  # the finder that bound the answers to the text, and its version
    supersedes: RecordId | None = None

    @property
    def place(self) -> tuple[str, str]:
        """One reading of a document by a model with these instructions is current."""
        return self.document, f"{self.asked} {self.prompt}"

    @property
    def replaces(self) -> str | None:
        """The reading that was begun before."""
        return self.supersedes
