"""Proofs as files (c2sp.org/tlog-proof@v1): that one entry is in a log, to be checked offline.

The lines are ``c2sp.org/tlog-proof@v1``, if need be ``extra <base64>``, ``index <n>``, one hash of
the inclusion proof each from the leaf up, an empty line, and the checkpoint as it was signed and
cosigned. The file does not hold the entry: the reader brings it, or rebuilds it from a record.
``extra`` is signed by nobody; nothing here trusts it.
"""

import re
from base64 import b64encode
from collections.abc import Iterable
from dataclasses import dataclass

from provenance.audit.checkpoint import Checkpoint, check_foreign_checkpoint
from provenance.audit.cosignature import Signed, signed_by
from provenance.audit.merkle import HASH, MAX_SIZE
from provenance.audit.note import MAX_NOTE, VerifierKey, unbase64
from provenance.audit.proofs import Proof, check_inclusion
from provenance.errors import NoteError, ProofError

HEADER = "c2sp.org/tlog-proof@v1"
MAX_HASHES = 63  # a tree of 2**63 leaves is not higher
MAX_PROOF = 2 * MAX_NOTE  # bytes
_INDEX = re.compile(r"index (0|[1-9][0-9]{0,18})", re.ASCII)


@dataclass(frozen=True)
class LogProof:
    """That the entry with this index, counted from 0, is in the tree of a checkpoint."""

    index: int
    hashes: Proof
    checkpoint: str  # the signed note, as it is
    extra: bytes = b""

    def __str__(self) -> str:
        """Return the file's text."""
        extra = [f"extra {b64encode(self.extra).decode()}"] if self.extra else []
        hashes = [b64encode(each).decode() for each in self.hashes]
        lines = [HEADER, *extra, f"index {self.index}", *hashes, ""]
        return "".join(f"{line}\n" for line in lines) + self.checkpoint


def parse_log_proof(data: str | bytes) -> LogProof:
    """Return the proof that prints as this; anything else is a ProofError. Nothing is verified."""
    head, separator, checkpoint = _text(data).partition("\n\n")
    lines = head.split("\n")
    if lines[0] != HEADER:
        raise ProofError("not a proof of the kind tlog-proof, version 1")
    if not separator or not checkpoint:
        raise ProofError("the proof holds no checkpoint")
    extra, rest = b"", lines[1:]
    if rest and rest[0].startswith("extra "):
        extra, rest = _unbase64(rest[0].removeprefix("extra ")), rest[1:]
        if not extra:
            raise ProofError("the proof has a line for extra data, and none in it")
    index = _INDEX.fullmatch(rest[0]) if rest else None
    if index is None or int(index[1]) > MAX_SIZE:
        raise ProofError("the proof does not say the index of its entry")
    if len(rest) - 1 > MAX_HASHES:
        raise ProofError(f"the proof has more than {MAX_HASHES} hashes")
    hashes = tuple(map(_unbase64, rest[1:]))
    if any(len(each) != HASH for each in hashes):
        raise ProofError("a hash in a proof has 32 bytes, neither more nor fewer")
    return LogProof(int(index[1]), hashes, checkpoint, extra)


def check_log_proof(
    proof: LogProof,
    leaf: bytes,
    *,
    log: VerifierKey,
    origin: str,
    witnesses: Iterable[VerifierKey] = (),
) -> tuple[Checkpoint, tuple[Signed, ...]]:
    """Return the checkpoint that the leaf hash is shown to be under, and who cosigned it.

    The steps are those of the specification: the log's signature and origin (NoteError), the
    cosignatures of the witnesses that the reader knows (NoteError), the inclusion (ProofError).
    How many witnesses are enough is the reader's to say.
    """
    checkpoint = check_foreign_checkpoint(proof.checkpoint, log, origin=origin)
    signed = signed_by(proof.checkpoint, witnesses)
    check_inclusion(
        leaf, proof.hashes, index=proof.index, size=checkpoint.size, root=checkpoint.root
    )
    return checkpoint, signed


def _text(data: str | bytes) -> str:
    try:
        raw = data.encode() if isinstance(data, str) else data
        if len(raw) > MAX_PROOF:
            raise ProofError("the proof is larger than two million bytes")
        return raw.decode()
    except UnicodeError as error:
        raise ProofError("the proof is not UTF-8 text") from error


def _unbase64(text: str) -> bytes:
    try:
        return unbase64(text)
    except NoteError as error:
        raise ProofError(str(error)) from error
