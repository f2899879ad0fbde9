"""Records of keys, witnesses and custody: who signs, from where, who had what, what is gone.

Custody is the chronological record of who captured, opened, handed on or disclosed the
evidentiary copy (Berkeley Protocol, HR/PUB/20/2, on preservation). Who acted and when is what
the log's entry says of the step in which a record stands; it is not repeated here.
"""

from collections.abc import Iterable
from enum import StrEnum
from typing import ClassVar, Literal

from provenance.model.record import Digest, Record, RecordId, Value


class KeyChange(Record):
    """An agent's or a log's key gives way to another.

    The step that holds this is signed by the former key where it is an agent's, and the change
    itself by both keys (`provenance.audit.log`), so that neither can be left out. From the next
    entry on, for a log from this entry on, the new key is the one that signs.
    """

    kind: ClassVar[str] = "key_change"

    of: Literal["agent", "log"]
    record: RecordId  # the Agent or LogKey
    former: str  # as Agent.public_key or LogKey.verifier_key has it
    key: str
    former_signature: str  # base64 of 64 bytes
    signature: str
    why: str = ""

    @property
    def place(self) -> tuple[str, str]:
        """A key is given up once."""
        return self.record, self.former


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


def key_now(first: str | None, changes: Iterable[KeyChange]) -> str | None:
    """Return the key that an agent or log whose first key this was has after the changes."""
    following = {change.former: change.key for change in changes}
    key, seen = first, set[str]()
    while key is not None and key in following and key not in seen:
        seen.add(key)
        key = following[key]
    return key


class Witness(Record):
    """Somebody elsewhere whose cosignatures of this log's checkpoints count as a witness's."""

    kind: ClassVar[str] = "witness"

    verifier_key: str  # C2SP signed-note, of a cosignature key
    why: str = ""

    @property
    def place(self) -> tuple[str, str]:
        """A key is introduced once."""
        return self.verifier_key, ""


class Cosignature(Record):
    """A checkpoint of this log that came back with a witness's signature (C2SP cosignature v1)."""

    kind: ClassVar[str] = "cosignature"

    witness: RecordId
    note: str  # the whole signed note

    @property
    def place(self) -> tuple[str, str]:
        """A cosigned note is kept once."""
        return self.witness, self.note


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
