"""Signed notes (c2sp.org/signed-note) and the keys that sign them.

A note is UTF-8 text ending in a line feed, an empty line, and signature lines
``— <name> <base64(4-byte key id ‖ signature)>``; the signed bytes are the text with its final
line feed. The key id is SHA-256(name ‖ 0x0A ‖ type ‖ public key)[:4]; a verifier key is written
``name+hex(key id)+base64(type ‖ public key)``. Two types are known, both Ed25519 (RFC 8032):

``0x01``  a signature over the text: what logs make
``0x04``  a timestamped cosignature (c2sp.org/tlog-cosignature): the 8-byte big-endian POSIX time ‖
          64 bytes, over ``cosignature/v1``, ``time <seconds>`` and the text: what witnesses make

A signature by a key that the reader does not know is ignored, whatever it holds; one by a known
key that does not fit refuses the whole note. A note prints back to itself: base64 in another
spelling, and the same signature line twice, are refused. Left out: ML-DSA-44 (0x06), for which the
other programs that a court could use are still few; such lines are kept and ignored.
"""

import re
from base64 import b64decode, b64encode
from binascii import Error as Base64Error
from collections.abc import Iterable
from dataclasses import dataclass, replace
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from provenance.errors import NoteError

ED25519 = b"\x01"
COSIGNATURE = b"\x04"
MAX_NOTE = 1_000_000  # bytes; the specification asks for a limit
MAX_SIGNATURES = 100  # at least 16 are to be accepted
MAX_TIME = 2**63 - 1  # POSIX seconds
_NAME = re.compile(r"[^\s+]+")
_SIGNATURE = re.compile(r"\u2014 ([^\s+]+) ([A-Za-z0-9+/]+={0,2})")


@dataclass(frozen=True)
class VerifierKey:
    """Name, key id and public key of somebody who signs notes, and in which way."""

    name: str
    key_id: bytes  # 4 bytes
    public_key: bytes  # 32 bytes
    kind: bytes = ED25519  # or COSIGNATURE

    def __str__(self) -> str:
        """Return the text form, ``name+hex(key id)+base64(type ‖ key)``."""
        encoded = b64encode(self.kind + self.public_key).decode()
        return f"{self.name}+{self.key_id.hex()}+{encoded}"


@dataclass(frozen=True)
class Signature:
    """One signature line; what it is worth only a known key can tell."""

    name: str
    key_id: bytes  # 4 bytes
    value: bytes  # what the type of key says: 64 bytes, or time and 64 bytes

    def __str__(self) -> str:
        """Return the line, with its line feed."""
        return f"\u2014 {self.name} {b64encode(self.key_id + self.value).decode()}\n"


@dataclass(frozen=True)
class Note:
    """A text, ending in a line feed, and the signatures under it."""

    text: str
    signatures: tuple[Signature, ...] = ()

    def __str__(self) -> str:
        """Return the whole note."""
        return f"{self.text}\n{''.join(map(str, self.signatures))}"


def verifier_key(name: str, public_key: bytes, kind: bytes = ED25519) -> VerifierKey:
    """Return the verifier key of a name and an Ed25519 public key, or raise a NoteError."""
    if not _NAME.fullmatch(name):
        raise NoteError(f"a key name has no white space and no plus sign: {name[:80]!r}")
    if len(public_key) != 32 or kind not in (ED25519, COSIGNATURE):
        raise NoteError(f"not an Ed25519 verifier key: {name[:80]!r}")
    key_id = sha256(_utf8(name) + b"\n" + kind + public_key).digest()[:4]
    return VerifierKey(name, key_id, public_key, kind)


def parse_verifier_key(text: str) -> VerifierKey:
    """Return the verifier key that prints as this text; anything else is a NoteError."""
    name, _, rest = text.partition("+")
    _, _, encoded = rest.partition("+")
    raw = unbase64(encoded)
    key = verifier_key(name, raw[1:], raw[:1])
    if str(key) != text:
        raise NoteError(f"the key id does not belong to this name and key: {text[:200]!r}")
    return key


def parse_note(note: str | bytes) -> Note:
    """Return the note that prints as this; anything else is a NoteError. Nothing is verified."""
    whole = _text(note)
    text, separator, tail = whole.rpartition("\n\n")
    if not separator or not tail.endswith("\n"):
        raise NoteError("the note has no signature block")
    if any(character < " " and character != "\n" for character in whole):
        raise NoteError("the note holds control characters")
    lines = tail[:-1].split("\n")
    if len(lines) > MAX_SIGNATURES:
        raise NoteError(f"the note has more than {MAX_SIGNATURES} signatures")
    if len(set(lines)) != len(lines):
        raise NoteError("the note has the same signature twice")
    return Note(text + "\n", tuple(map(_parse_line, lines)))


def signed(
    note: Note, name: str, key: Ed25519PrivateKey, *, cosigned_at: int | None = None
) -> Note:
    """Return the note with one more signature, after those that it has.

    With a POSIX time it is a cosignature, by a key that is used for nothing else. A text that
    could not be read back as a note is a NoteError.
    """
    public_key = key.public_key().public_bytes_raw()
    if cosigned_at is None:
        signer = verifier_key(name, public_key)
        value = key.sign(_utf8(note.text))
    else:
        if not 0 <= cosigned_at <= MAX_TIME:
            raise NoteError(f"a cosignature cannot have the time {cosigned_at}")
        signer = verifier_key(name, public_key, COSIGNATURE)
        value = cosigned_at.to_bytes(8, "big") + key.sign(_cosigned(note.text, cosigned_at))
    made = merged(note, (Signature(name, signer.key_id, value),))
    if parse_note(str(made)) != made:
        raise NoteError("the text could not be read back as it is signed")
    return made


def merged(note: Note, signatures: Iterable[Signature]) -> Note:
    """Return the note with these signatures too, those that it has already left out."""
    found = tuple(dict.fromkeys((*note.signatures, *signatures)))
    if len(found) > MAX_SIGNATURES:
        raise NoteError(f"the note would have more than {MAX_SIGNATURES} signatures")
    return replace(note, signatures=found)


def times(note: Note, key: VerifierKey) -> tuple[int | None, ...]:
    """Return when this key signed the note: once for each of its signatures, none if there is none.

    A signature of the type 0x01 tells no time: None. One that does not fit is a NoteError.
    """
    return tuple(
        _verified(note.text, signature, key)
        for signature in note.signatures
        if (signature.name, signature.key_id) == (key.name, key.key_id)
    )


def _verified(text: str, signature: Signature, key: VerifierKey) -> int | None:
    """Return the time of a signature that fits; any other is a NoteError."""
    at, value, message = None, signature.value, _utf8(text)
    if key.kind == COSIGNATURE:
        at, value = int.from_bytes(value[:8], "big"), value[8:]
        message = _cosigned(text, at)
        if at > MAX_TIME:
            raise NoteError(f"the signature by {key.name} has a time that cannot be")
    try:
        Ed25519PublicKey.from_public_bytes(key.public_key).verify(value, message)
    except (InvalidSignature, ValueError) as error:
        raise NoteError(f"the signature by {key.name} does not fit the note") from error
    return at


def _cosigned(text: str, at: int) -> bytes:
    return _utf8(f"cosignature/v1\ntime {at}\n{text}")


def _parse_line(line: str) -> Signature:
    match = _SIGNATURE.fullmatch(line)
    if match is None:
        raise NoteError(f"not a signature line: {line[:80]!r}")
    raw = unbase64(match[2])
    if len(raw) < 5:
        raise NoteError("a signature is shorter than its key id")
    return Signature(match[1], raw[:4], raw[4:])


def _text(note: str | bytes) -> str:
    """Return a note as text when it is UTF-8 and not too large."""
    raw = _utf8(note) if isinstance(note, str) else note
    if len(raw) > MAX_NOTE:
        raise NoteError("the note is larger than one million bytes")
    try:
        return raw.decode()
    except UnicodeDecodeError as error:
        raise NoteError("the note is not UTF-8 text") from error


def _utf8(text: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        raise NoteError("the note is not UTF-8 text") from error


def unbase64(text: str) -> bytes:
    """Return the bytes of base64 (RFC 4648 section 4) in its one right spelling, or a NoteError."""
    try:
        raw = b64decode(text, validate=True)
    except (Base64Error, ValueError) as error:
        raise NoteError(f"not base64: {text[:80]!r}") from error
    if b64encode(raw).decode() != text:
        raise NoteError(f"not base64 in its one right spelling: {text[:80]!r}")
    return raw
