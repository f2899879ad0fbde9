"""Checkpoints (c2sp.org/tlog-checkpoint): what a log says of itself at one size, signed.

The text of a checkpoint is its origin, the tree size in decimal without leading zeros, the root
in base64, and any number of extension lines that are not empty. This program writes no extension
lines, and refuses them where it reads its own log's checkpoints; those of other logs may have
some, and they are kept, because every signature covers them.
"""

import re
from base64 import b64encode
from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from provenance.audit.merkle import EMPTY_ROOT, HASH, MAX_SIZE
from provenance.audit.note import ED25519, Note, VerifierKey, parse_note, signed, times, unbase64
from provenance.errors import NoteError

_SIZE = re.compile(r"0|[1-9][0-9]{0,18}", re.ASCII)


@dataclass(frozen=True)
class Checkpoint:
    """What a log says of itself at one size."""

    origin: str
    size: int
    root: bytes  # 32 bytes
    extensions: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The text that is signed, with its final line feed."""
        lines = (self.origin, str(self.size), b64encode(self.root).decode(), *self.extensions)
        return "".join(f"{line}\n" for line in lines)


def make_checkpoint(checkpoint: Checkpoint, key: Ed25519PrivateKey) -> str:
    """Return the signed note of a checkpoint; the key's name is the origin."""
    return str(signed(Note(checkpoint.text), checkpoint.origin, key))


def check_checkpoint(note: str | bytes, key: VerifierKey) -> Checkpoint:
    """Return the checkpoint of a note that this log's key has signed, or raise a NoteError.

    The origin is the key's name, and there are no extension lines.
    """
    checkpoint = check_foreign_checkpoint(note, key, origin=key.name)
    if checkpoint.extensions:
        raise NoteError(f"a checkpoint of {key.name} has three lines, not more")
    return checkpoint


def check_foreign_checkpoint(note: str | bytes, key: VerifierKey, *, origin: str) -> Checkpoint:
    """Return the checkpoint of another log, or raise a NoteError.

    ``origin`` is what the reader expects of that key: as a rule the key's name, but the
    specification does not demand it. A witness's key is refused: what it signs is no statement
    by the log.
    """
    if key.kind != ED25519:
        raise NoteError(f"the key of {key.name} is that of a witness, not of a log")
    parsed = parse_note(note)
    if not times(parsed, key):
        raise NoteError(f"the note carries no signature by {key.name}")
    checkpoint = parse_checkpoint(parsed.text)
    if checkpoint.origin != origin:
        raise NoteError(f"not a checkpoint of {origin} but of {checkpoint.origin}")
    return checkpoint


def parse_checkpoint(text: str) -> Checkpoint:
    """Return the checkpoint that prints as this text, unsigned; anything else is a NoteError."""
    lines = text.split("\n")
    if len(lines) < 4 or lines[-1] or not all(lines[:-1]):
        raise NoteError("a checkpoint has at least three lines, and none of them is empty")
    origin, size, root, *extensions = lines[:-1]
    if not _SIZE.fullmatch(size) or int(size) > MAX_SIZE:
        raise NoteError(f"not a tree size: {size[:40]!r}")
    checkpoint = Checkpoint(origin, int(size), unbase64(root), tuple(extensions))
    if len(checkpoint.root) != HASH:
        raise NoteError("the root of a checkpoint has 32 bytes")
    if checkpoint.size == 0 and checkpoint.root != EMPTY_ROOT:
        raise NoteError("a tree of no entries has another root than the one given")
    return checkpoint
