"""C2SP signed notes (c2sp.org/signed-note) and checkpoints (c2sp.org/tlog-checkpoint).

A note is UTF-8 text ending in a line feed, an empty line, and signature lines
``— <name> <base64(4-byte key id ‖ signature)>``; the signed bytes are the text with its final
line feed. A checkpoint's text is three lines: origin, tree size in decimal without leading
zeros, base64 root. A signature by an unknown key is ignored; one by a known key that fails is
a refusal. Extension lines are refused: nothing here writes them.
"""

import hashlib
import re
from base64 import b64decode, b64encode
from binascii import Error as Base64Error
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from provenance.errors import NoteError

ED25519 = b"\x01"
MAX_NOTE = 1_000_000  # bytes; the specification lets implementations set a limit
_NAME = re.compile(r"[^\s+]+")
_SIGNATURE = re.compile(r"\u2014 ([^\s+]+) ([A-Za-z0-9+/]+=*)")


@dataclass(frozen=True)
class VerifierKey:
    """Name, key id and public key of somebody who signs notes."""

    name: str
    key_id: bytes  # 4 bytes
    public_key: bytes  # 32 bytes

    def __str__(self) -> str:
        """Return the text form, ``name+hex(key id)+base64(0x01 ‖ key)``."""
        encoded = b64encode(ED25519 + self.public_key).decode()
        return f"{self.name}+{self.key_id.hex()}+{encoded}"


@dataclass(frozen=True)
class Checkpoint:
    """What a log says of itself at one size."""

    origin: str
    size: int
    root: bytes  # 32 bytes

    @property
    def text(self) -> str:
        """The text that is signed, with its final line feed."""
        return f"{self.origin}\n{self.size}\n{b64encode(self.root).decode()}\n"


def verifier_key(name: str, public_key: bytes) -> VerifierKey:
    """Return the verifier key of a name and an Ed25519 public key; a bad name is a NoteError."""
    if not _NAME.fullmatch(name):
        raise NoteError(f"a key name has no white space and no plus sign: {name!r}")
    key_id = hashlib.sha256(name.encode() + b"\n" + ED25519 + public_key).digest()[:4]
    return VerifierKey(name, key_id, public_key)


def parse_verifier_key(text: str) -> VerifierKey:
    """Return the verifier key that prints as this text; anything else is a NoteError."""
    name, _, rest = text.partition("+")
    key_id, _, encoded = rest.partition("+")
    try:
        raw = b64decode(encoded, validate=True)
    except (Base64Error, ValueError) as error:
        raise NoteError(f"not a verifier key: {text!r}") from error
    if len(raw) != 33 or raw[:1] != ED25519:
        raise NoteError(f"not an Ed25519 verifier key: {text!r}")
    key = verifier_key(name, raw[1:])
    if str(key) != text or key.key_id.hex() != key_id:
        raise NoteError(f"the key id does not belong to this name and key: {text!r}")
    return key


def make_checkpoint(checkpoint: Checkpoint, key: Ed25519PrivateKey) -> str:
    """Return the signed note of a checkpoint; the key's name is the origin."""
    text = checkpoint.text
    signer = verifier_key(checkpoint.origin, key.public_key().public_bytes_raw())
    signature = b64encode(signer.key_id + key.sign(text.encode())).decode()
    return f"{text}\n\u2014 {signer.name} {signature}\n"


def check_checkpoint(note: str, key: VerifierKey) -> Checkpoint:
    """Return the checkpoint of a note that this key has signed; anything else is a NoteError."""
    text, signatures = _split(note)
    if not any(_signed_by(key, text, name, raw) for name, raw in signatures):
        raise NoteError(f"the note carries no signature by {key.name}")
    return _parse_text(text, key.name)


def _split(note: str) -> tuple[str, list[tuple[str, bytes]]]:
    if len(note.encode("utf-8", "replace")) > MAX_NOTE:
        raise NoteError("the note is larger than one million bytes")
    text, separator, tail = note.rpartition("\n\n")
    if not separator or not tail.endswith("\n"):
        raise NoteError("the note has no signature block")
    if any(character < " " and character != "\n" for character in note):
        raise NoteError("the note holds control characters")
    signatures = []
    for line in tail[:-1].split("\n"):
        match = _SIGNATURE.fullmatch(line)
        if match is None:
            raise NoteError(f"not a signature line: {line!r}")
        try:
            raw = b64decode(match[2], validate=True)
        except (Base64Error, ValueError) as error:
            raise NoteError(f"not base64: {match[2]!r}") from error
        if len(raw) < 5:
            raise NoteError("a signature is shorter than its key id")
        signatures.append((match[1], raw))
    return text + "\n", signatures


def _signed_by(key: VerifierKey, text: str, name: str, raw: bytes) -> bool:
    if name != key.name or raw[:4] != key.key_id:
        return False
    try:
        Ed25519PublicKey.from_public_bytes(key.public_key).verify(raw[4:], text.encode())
    except InvalidSignature as error:
        raise NoteError(f"the signature by {name} does not fit the note") from error
    return True


def _parse_text(text: str, origin: str) -> Checkpoint:
    lines = text.split("\n")
    if len(lines) != 4 or lines[0] != origin:
        raise NoteError(f"not a checkpoint of {origin}")
    if not re.fullmatch(r"0|[1-9][0-9]{0,18}", lines[1]):
        raise NoteError(f"not a tree size: {lines[1]!r}")
    try:
        root = b64decode(lines[2], validate=True)
    except (Base64Error, ValueError) as error:
        raise NoteError(f"not a root: {lines[2]!r}") from error
    checkpoint = Checkpoint(origin, int(lines[1]), root)
    if len(root) != 32 or checkpoint.text != text:
        raise NoteError("the checkpoint does not print back to itself")
    return checkpoint
