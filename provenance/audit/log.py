"""The entry that each step leaves in the log: what is said of a step, and who signed it.

An entry holds no content: sequence number, time, the commitment of the acting agent's record,
the kind of step, how many records it inserted, and the Merkle root of their commitments, as
RFC 8785 JSON. What it still tells a reader who sees nothing else: how often somebody worked,
when, and on how much. The actor signs the entry's bytes behind a line that names the purpose,
so that the signature cannot be passed off as one over something else.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from provenance.audit.merkle import leaf_hash, root_of
from provenance.canonical import canonical
from provenance.errors import ProofError

PURPOSE = b"provenance-desk entry v1\n"
CHANGE = "provenance-desk key change v1"


@dataclass(frozen=True)
class Entry:
    """One step of the log, numbered from 1."""

    seq: int
    at: str
    actor: bytes  # 32-byte commitment of the agent's record
    kind: str
    count: int
    root: bytes  # 32 bytes

    @property
    def encoded(self) -> bytes:
        """The bytes that the log commits to; at most a few hundred."""
        return canonical(
            {
                "actor": self.actor.hex(),
                "at": self.at,
                "count": self.count,
                "kind": self.kind,
                "root": self.root.hex(),
                "seq": self.seq,
            }
        )

    @property
    def leaf(self) -> bytes:
        """The entry's leaf hash in the log's tree."""
        return leaf_hash(self.encoded)


def step_root(commitments: Sequence[bytes]) -> bytes:
    """Return the Merkle root of a step's commitments, in the order of their records."""
    return root_of(commitments)


def sign_entry(entry: Entry, key: Ed25519PrivateKey) -> bytes:
    """Return the actor's Ed25519 signature over an entry, 64 bytes."""
    return key.sign(PURPOSE + entry.encoded)


def check_entry(entry: Entry, signature: bytes, public_key: bytes) -> None:
    """Return when the signature is by that key over that entry; a ProofError otherwise."""
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, PURPOSE + entry.encoded)
    except (InvalidSignature, ValueError) as error:
        raise ProofError(f"the signature of entry {entry.seq} does not fit it") from error


def sign_change(former: str, new: str, key: Ed25519PrivateKey) -> bytes:
    """Return a signature over the change from one key to another, both in their text forms."""
    return key.sign(_change(former, new))


def check_change(former: str, new: str, signature: bytes, public_key: bytes) -> None:
    """Return when the signature is by that key over that change; a ProofError otherwise."""
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, _change(former, new))
    except (InvalidSignature, ValueError) as error:
        raise ProofError("a signature of the change of keys does not fit it") from error


def _change(former: str, new: str) -> bytes:
    return f"{CHANGE}\n{former}\n{new}\n".encode()
