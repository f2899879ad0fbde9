"""Records of keys and custody: whose key, from which account, who had the evidence, what is gone.

Custody is the chronological record of who captured, opened, handed on or disclosed the
evidentiary copy (Berkeley Protocol, HR/PUB/20/2, on preservation). Who acted and when is what
the log's entry says of the step in which a record stands; it is not repeated here.
"""

from enum import StrEnum
from typing import ClassVar, Literal

from provenance.model.record import Digest, Record, RecordId, Value


class KeyChange(Record):
    """A key gives way to another; the step is signed by the old one, and both sign this.

    ``record`` is the Agent or LogKey that brings the new key. The signatures are over the
    change as `provenance.audit.log` writes it down, so that neither key can be left out.
    """

    kind: ClassVar[str] = "key_change"

    of: Literal["agent", "log"]
    former: str  # as Agent.public_key or LogKey.verifier_key has it
    record: RecordId
    former_signature: str  # base64 of 64 bytes
    signature: str
    why: str = ""

    @property
    def place(self) -> tuple[str, str]:
        """A key is given up once."""
        return self.former, ""


class KeyUse(Record):
    """An agent's key was used from an account of an operating system, for the first time.

    Two agents' keys used from one account may be one person: the two-person rule does not show
    that they are two.
    """

    kind: ClassVar[str] = "key_use"

    agent: RecordId
    account: str  # user@machine

    @property
    def place(self) -> tuple[str, str]:
        """An account is written down once for each agent."""
        return self.agent, self.account


class CustodyAction(StrEnum):
    """What was done with the evidentiary copy. Reading the working copy is not custody."""

    OPENED = "opened"
    EXPORTED = "exported"
    DISCLOSED = "disclosed"


class Custody(Record):
    """The evidentiary copy of a capture was opened, handed on or disclosed."""

    kind: ClassVar[str] = "custody"
    indexed: ClassVar[tuple[str, ...]] = ("capture",)

    capture: RecordId
    action: CustodyAction
    recipient: str = ""  # in the words of the agent; empty where nobody was named
    package: Digest | None = None  # of the file that was handed on
    why: str = ""


class Erased(Value):
    """One record of which only id, kind and commitment are left."""

    id: RecordId
    kind: str


class Erasure(Record):
    """Records were destroyed, with the blobs that nothing else needs.

    It names no digest of what is gone: a digest of a text tells whether somebody has it.
    """

    kind: ClassVar[str] = "erasure"

    records: tuple[Erased, ...]
    blobs: int
    why: str
