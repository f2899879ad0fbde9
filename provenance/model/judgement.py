"""Records of judgement and of work: inquiries, policies, grades, reviews, withdrawals."""

from enum import StrEnum
from typing import ClassVar, Literal

from provenance.model.record import Digest, Record, RecordId, Timestamp, Value


class InquiryResult(StrEnum):
    """How an inquiry ended."""

    FOUND = "found"
    NOTHING_FOUND = "nothing found"
    NO_ANSWER = "no answer"
    REFUSED = "refused"


class Inquiry(Record):
    """What was looked for, where and in which words; or who was asked, and what came of it."""

    kind: ClassVar[str] = "inquiry"
    handle: ClassVar[str] = "i"

    about: tuple[RecordId, ...]  # identities of claims; empty: the case as a whole
    sought: str
    where: str
    words: str
    at: Timestamp
    result: InquiryResult
    note: str = ""
    by: RecordId


class Comparison(Record):
    """What an analyst compares a claim with: a captured record, or a stated baseline."""

    kind: ClassVar[str] = "comparison"

    claim: RecordId
    record: RecordId | None  # identity of the record named
    baseline: str  # in words, where no record is named
    fits: Literal["agrees", "no conflict", "tends to conflict", "contradicts"]
    by: RecordId
    supersedes: RecordId | None = None

    @property
    def place(self) -> tuple[str, str]:
        """One comparison of a claim is current."""
        return self.claim, ""

    @property
    def replaces(self) -> str | None:
        """The comparison that this one takes the place of."""
        return self.supersedes


class Policy(Record):
    """The bytes of a rule table, kept as a blob."""

    kind: ClassVar[str] = "policy"

    name: str
    definition_set: str
    digest: Digest


class Axis(StrEnum):
    """The two ratings, which never influence each other."""

    RELIABILITY = "reliability"  # of a source
    CREDIBILITY = "credibility"  # of a claim


RELIABILITY_LETTERS = ("A", "B", "C", "D", "E", "F")
CREDIBILITY_DIGITS = ("1", "2", "3", "4", "5", "6")


class Reason(Value):
    """One step of a rationale: the rule, its sentence, the records it stands on."""

    rule: str
    sentence: str
    records: tuple[RecordId, ...] = ()


class Grade(Record):
    """A letter for a source or a digit for a claim, by one rater, with the reasons.

    F and 6 mean unknown: nothing converts them to a number or orders them after E or 5.
    """

    kind: ClassVar[str] = "grade"
    indexed: ClassVar[tuple[str, ...]] = ("subject",)

    subject: RecordId  # identity of a source or a claim
    axis: Axis
    value: Literal["A", "B", "C", "D", "E", "F", "1", "2", "3", "4", "5", "6"]
    definition_set: str
    policy: Digest
    rationale: tuple[Reason, ...]
    rater: RecordId
    topic: str = ""  # reliability: what the letter is about; empty: in general
    comparison: str = ""  # credibility 3 or 4: the named comparison
    supersedes: RecordId | None = None

    @property
    def place(self) -> tuple[str, str]:
        """One grade of a subject by a rater is current."""
        return self.subject, f"{self.axis}:{self.rater}"

    @property
    def replaces(self) -> str | None:
        """The rater's earlier grade."""
        return self.supersedes


class Decision(StrEnum):
    """What a reviewer decides about a claim."""

    ACCEPT = "accept"
    OVERRIDE = "override"
    REFUSE = "refuse"


class Review(Record):
    """A reviewer's decision about a claim, naming the versions that were seen."""

    kind: ClassVar[str] = "review"
    indexed: ClassVar[tuple[str, ...]] = ("claim",)

    claim: RecordId
    stage: Literal[1, 2]
    decision: Decision
    saw: tuple[RecordId, ...]  # the claim version and the grades that were on the screen
    reliability: str | None  # the letter decided for the claim's cell; None for a refusal
    credibility: str | None
    reason: str
    reviewer: RecordId
    supersedes: RecordId | None = None

    @property
    def place(self) -> tuple[str, str]:
        """One decision of each stage is current."""
        return self.claim, f"stage {self.stage}"

    @property
    def replaces(self) -> str | None:
        """The decision that this one takes the place of."""
        return self.supersedes


class Withdrawal(Record):
    """A whole step is taken back: its records are no longer current. Withdrawals can be undone."""

    kind: ClassVar[str] = "withdrawal"

    step: int  # number of the log's entry
    why: str

    @property
    def place(self) -> tuple[str, str]:
        """A step is taken back once."""
        return f"step {self.step}", ""


class LogKey(Record):
    """The key under which checkpoints of this log are signed from an entry on."""

    kind: ClassVar[str] = "log_key"

    origin: str
    verifier_key: str  # C2SP signed-note, in its text form
    from_size: int  # entries in the log before this record's own


class Restore(Record):
    """A backup was put back: the log goes on from an earlier entry, under a new origin.

    ``left_size`` and ``left_root`` are the last checkpoint signed under the origin that was left,
    as far as this machine knows it.
    """

    kind: ClassVar[str] = "restore"

    back_to: int  # entries in the log that was put back
    backup: Digest
    left_origin: str
    left_size: int | None
    left_root: str | None
    why: str
