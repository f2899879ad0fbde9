"""Witnesses: another desk checks that a log only grows, and says so (c2sp.org/tlog-cosignature).

A cosignature states that, at its time, the checkpoint was the largest that this witness had seen
of that log, and that it extends every one seen before. ``cosign`` makes one only after checking
just that, so the caller cannot forget to; what was seen last is the caller's to keep, before the
cosignature leaves the house. A cosignature binds neither the witness's name nor, in its meaning,
the extension lines: a key therefore serves one name only.

Who signed counts by key: one key under many names, many times, or in both ways is one signer.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from provenance.audit.checkpoint import Checkpoint, check_foreign_checkpoint
from provenance.audit.note import COSIGNATURE, VerifierKey, merged, parse_note, signed, times
from provenance.audit.note import verifier_key as _verifier_key
from provenance.audit.proofs import check_consistency
from provenance.errors import ForkError, NoteError, ProofError


@dataclass(frozen=True)
class Cosigner:
    """A witness that can sign: its name, and a key that is used for cosignatures alone."""

    name: str
    key: Ed25519PrivateKey

    @property
    def verifier(self) -> VerifierKey:
        """The key by which others check its cosignatures."""
        return _verifier_key(self.name, self.key.public_key().public_bytes_raw(), COSIGNATURE)


@dataclass(frozen=True)
class Signed:
    """A known key that has signed a note; ``at`` is its newest POSIX time, None for a log's key."""

    key: VerifierKey
    at: int | None


def cosign(
    note: str | bytes,
    *,
    log: VerifierKey,
    origin: str,
    seen: Checkpoint | None,
    proof: Sequence[bytes],
    cosigner: Cosigner,
    at: int,
) -> str:
    """Return the note with a cosignature more, after checking that the log only grew.

    ``seen`` is the largest checkpoint of that log cosigned before, None the first time (then the
    proof is empty); ``proof`` leads from it to this one. A log that is smaller than it was, or
    rewritten, is a ForkError; a note that the log's key has not signed is a NoteError.
    """
    checkpoint = check_foreign_checkpoint(note, log, origin=origin)
    if seen is None:
        if proof:
            raise ProofError("there is no earlier checkpoint that a proof could begin from")
    else:
        _check_grown(seen, checkpoint, proof)
    parsed = parse_note(note)
    if cosigner.verifier.public_key == log.public_key:
        raise NoteError("a log's own key is no witness of that log")
    return str(signed(parsed, cosigner.name, cosigner.key, cosigned_at=at))


def _check_grown(seen: Checkpoint, checkpoint: Checkpoint, proof: Sequence[bytes]) -> None:
    if seen.origin != checkpoint.origin:
        raise ForkError(f"what was seen before is a checkpoint of {seen.origin}")
    if checkpoint.size < seen.size:
        raise ForkError(
            f"the log of {checkpoint.origin} has {checkpoint.size} entries; "
            f"it had {seen.size} when it was cosigned before"
        )
    if checkpoint.size == seen.size and checkpoint.root != seen.root:
        raise ForkError(f"the log of {checkpoint.origin} has shown two roots at {seen.size}")
    try:
        check_consistency(
            proof,
            old_size=seen.size,
            old_root=seen.root,
            new_size=checkpoint.size,
            new_root=checkpoint.root,
        )
    except ProofError as error:
        raise ForkError(
            f"it is not shown that the log of {checkpoint.origin} extends "
            f"the {seen.size} entries cosigned before: {error}"
        ) from error


def signed_by(note: str | bytes, keys: Iterable[VerifierKey]) -> tuple[Signed, ...]:
    """Return which of these keys have signed a note, in the order of the keys.

    Unknown keys are passed over; a signature by one of these keys that does not fit is a
    NoteError.
    """
    parsed = parse_note(note)
    found: dict[bytes, Signed] = {}
    for key in keys:
        when = times(parsed, key)
        if when:
            latest = max((each for each in when if each is not None), default=None)
            found.setdefault(key.public_key, Signed(key, latest))
    return tuple(found.values())


def with_signatures_of(note: str | bytes, other: str | bytes) -> str:
    """Return the note with the signatures that another copy of it has; nothing is verified.

    So cosigned copies that come back from several witnesses become one. A copy of another text is
    a NoteError.
    """
    first, second = parse_note(note), parse_note(other)
    if first.text != second.text:
        raise NoteError("the two notes do not have the same text")
    return str(merged(first, second.signatures))
