"""Private keys and what was last signed: in a person's own configuration folder, never elsewhere.

::

    <home>/identity.pem            the person's Ed25519 key: PKCS #8, 0600, encrypted if wished;
                                   identity-2.pem, … are the keys that came after it
    <home>/identity.pub            its public half, so that reading needs no passphrase
    <home>/identity.name           the person's name
    <home>/logs/<log>/key.pem      the desk's log key, which signs checkpoints only
    <home>/logs/<log>/signed.json  size and range of the last checkpoint signed

The signer of checkpoints keeps its own range of the tree and extends it by new leaves, so that
what it signs is consistent with what it signed before, whatever the database says by then.
"""

import json
import os
import tempfile
from base64 import b64decode, b64encode
from collections.abc import Callable, Sequence
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from provenance.audit import Checkpoint, Range, make_checkpoint, verifier_key
from provenance.errors import ForkError, KeyNotFoundError, PassphraseError, SigningKeyError

NO_KEY = (
    "you have no key in {home}; make one with: provenance init, or, to work on "
    "somebody else's desk: provenance agent key"
)
LOST_KEY = (
    "the private key that belongs to {public} is gone: put a copy back beside it. Where there is "
    "none, make another with: provenance agent key, and have a colleague introduce it to the desk"
)
Leaves = Callable[[int, int], Sequence[bytes]]  # leaf hashes from one size to another


class Identity:
    """One key of a person. What it signs is looked for by its public half."""

    def __init__(
        self, keys: "KeyFolder", path: Path, made: Ed25519PrivateKey | None = None
    ) -> None:
        """Use the key in a file; it stays locked until it signs, but for one just made."""
        self._keys = keys
        self.path = path
        self._key = made

    @property
    def _public(self) -> Path:
        return self.path.with_suffix(".pub")

    def unlocked(self) -> Ed25519PrivateKey:
        """Return the private key; KeyNotFoundError, PassphraseError or SigningKeyError."""
        if self._key is not None:
            return self._key
        key = self._keys.load(self.path, NO_KEY.format(home=self._keys.home))
        if not self._public.exists():  # made by an older version
            self.keep_public(key)
        elif self.public() != key.public_key().public_bytes_raw():
            raise SigningKeyError(
                f"{self._public} is not the public half of {self.path.name}; remove it"
            )
        self._key = key
        return key

    def public(self) -> bytes:
        """Return the public half, 32 bytes; a locked key stays locked for it."""
        if not self._public.exists():
            return self.unlocked().public_key().public_bytes_raw()
        try:
            return b64decode(self._public.read_bytes(), validate=True)
        except ValueError as error:
            raise SigningKeyError(f"{self._public} is not readable; remove it") from error

    def keep_public(self, key: Ed25519PrivateKey) -> None:
        """Write the public half beside the key."""
        write_private(self._public, b64encode(key.public_key().public_bytes_raw()))


class KeyFolder:
    """The keys of the person who runs the program. A key is never replaced: others join it."""

    def __init__(self, home: Path, passphrase: Callable[[], str | None]) -> None:
        """Use a folder; ``passphrase`` is asked once, when a key turns out to be encrypted."""
        self.home = home
        self._passphrase = passphrase

    def identities(self) -> list[Identity]:
        """Return this person's keys, the newest first; a desk may know an older one only."""
        return [Identity(self, path) for path in reversed(_numbered(self.home, "identity"))]

    @property
    def has_identity(self) -> bool:
        """Whether this person has a key already."""
        return bool(self.identities())

    def make_identity(self, name: str, passphrase: str | None) -> Identity:
        """Make and keep this person's first key; an existing one is a SigningKeyError."""
        if self.has_identity:
            raise SigningKeyError(f"there is a key in {self.home} already; it is never replaced")
        if not (self.home / "identity.name").exists():  # there is one where the key was lost
            write_private(self.home / "identity.name", name.encode())
        return self.add_identity(passphrase)

    def add_identity(self, passphrase: str | None) -> Identity:
        """Make and keep another key of this person; the ones before it stay."""
        key = Ed25519PrivateKey.generate()
        identity = Identity(self, _free(self.home, "identity"), key)
        write_private(identity.path, _encoded(key, passphrase))
        identity.keep_public(key)
        return identity

    def identity(self) -> Identity:
        """Return this person's newest key; a KeyNotFoundError where there is none."""
        found = self.identities()
        if not found:
            lost = _numbered(self.home, "identity", ".pub")
            told = LOST_KEY.format(public=lost[-1]) if lost else NO_KEY.format(home=self.home)
            raise KeyNotFoundError(told)
        return found[0]

    def name(self) -> str:
        """Return the name under which this person acts."""
        return (self.home / "identity.name").read_text("utf-8").strip()

    def log(self, log: str) -> "LogSigner":
        """Return the signer of a log; its key is loaded when it first signs."""
        return LogSigner(self, self.home / "logs" / log.replace("/", "_"), log)

    def make(self, path: Path) -> None:
        """Make and keep a key without a passphrase, for a purpose of its own."""
        write_private(path, _encoded(Ed25519PrivateKey.generate(), None))

    def load(self, path: Path, missing: str) -> Ed25519PrivateKey:
        """Return the key in a file; ``missing`` is what a KeyNotFoundError says."""
        try:
            pem = path.read_bytes()
        except FileNotFoundError as error:
            raise KeyNotFoundError(missing) from error
        if os.name == "posix" and b"ENCRYPTED" not in pem and path.stat().st_mode & 0o077:
            raise SigningKeyError(
                f"others on this machine can read the key {path}; keep it to yourself: "
                f"chmod 600 {path}"
            )
        try:
            try:
                key = serialization.load_pem_private_key(pem, None)
            except TypeError:  # what the library raises for an encrypted key without passphrase
                given = self._passphrase()
                if given is None:
                    raise PassphraseError(
                        f"the key {path} is encrypted; set PROVENANCE_PASSPHRASE, "
                        "or run in a terminal"
                    ) from None
                key = serialization.load_pem_private_key(pem, given.encode())
        except ValueError as error:
            if b"ENCRYPTED" in pem:
                raise PassphraseError(f"the passphrase does not open {path}") from error
            raise SigningKeyError(f"{path} is not a private key that can be read") from error
        if not isinstance(key, Ed25519PrivateKey):
            raise SigningKeyError(f"{path} is not an Ed25519 key")
        return key


class LogSigner:
    """Signs checkpoints of one log, each consistent with the one before."""

    def __init__(self, keys: KeyFolder, folder: Path, origin: str) -> None:
        """Use the folder in which the log's key and the last signed range lie."""
        self._keys = keys
        self._folder = folder
        self.origin = origin

    def key(self, verifier: str) -> Ed25519PrivateKey | None:
        """Return the private half of a verifier key, or None where this person does not hold it."""
        for path in reversed(_numbered(self._folder, "key")):
            key = self._keys.load(path, f"{path} is gone")
            if str(verifier_key(self.origin, key.public_key().public_bytes_raw())) == verifier:
                return key
        return None

    def held(self, verifier: str) -> Ed25519PrivateKey:
        """Return the private half of a verifier key; a KeyNotFoundError where it is not here."""
        key = self.key(verifier)
        if key is None:
            was = (self._folder / "signed.json").exists()
            raise KeyNotFoundError(
                f"the key of the log {self.origin} is gone from {self._folder}: put a copy back. "
                "Where there is none, back up and restore: the log goes on under a new key"
                if was
                else f"this account does not hold the key of the log {self.origin}"
            )
        return key

    def make_key(self) -> str:
        """Make and keep a key of the log, beside those before it; return its verifier key."""
        path = _free(self._folder, "key")
        self._keys.make(path)
        key = self._keys.load(path, f"{path} is gone")
        return str(verifier_key(self.origin, key.public_key().public_bytes_raw()))

    def last_signed(self) -> Range | None:
        """Return the range that the last signed checkpoint covers, or None before the first."""
        try:
            kept = json.loads((self._folder / "signed.json").read_bytes())
            return Range(kept["size"], tuple(bytes.fromhex(node) for node in kept["nodes"]))
        except FileNotFoundError:
            return None
        except (ValueError, KeyError, TypeError) as error:
            path = self._folder / "signed.json"
            raise SigningKeyError(f"{path} is not readable: {error}") from error

    def sign(self, size: int, leaves: Leaves, verifier: str) -> str:
        """Return the signed checkpoint over ``size`` entries, written down before it is signed.

        A log shorter than what was signed before is a ForkError. Signing the same size again
        gives the same note.
        """
        last = self.last_signed() or Range()
        if size < last.size:
            raise ForkError(
                f"the log has {size} entries, but a checkpoint over {last.size} was signed here: "
                "an older copy of the workspace was put back. Nothing is signed. Put the newer one "
                "back, or say that this is meant: "
                'provenance restore BACKUP --why "…"'
            )
        covered = last.extended(leaves(last.size, size))
        key = self.held(verifier)
        kept = {"nodes": [node.hex() for node in covered.nodes], "size": covered.size}
        write_private(self._folder / "signed.json", json.dumps(kept).encode())
        return make_checkpoint(Checkpoint(self.origin, size, covered.root), key)


def _numbered(folder: Path, stem: str, suffix: str = ".pem") -> list[Path]:
    """Return ``stem.pem``, ``stem-2.pem``, … as far as there are any."""
    found = {1: folder / f"{stem}{suffix}"}
    for path in folder.glob(f"{stem}-*{suffix}"):
        number = path.stem.removeprefix(f"{stem}-")
        if number.isdecimal() and number.isascii():
            found[int(number)] = path
    return [path for _, path in sorted(found.items()) if path.exists()]


def _free(folder: Path, stem: str) -> Path:
    taken = [*_numbered(folder, stem), *_numbered(folder, stem, ".pub")]  # a lost key's number too
    if not taken:
        return folder / f"{stem}.pem"
    numbers = (path.stem.removeprefix(f"{stem}-") for path in taken)
    return folder / f"{stem}-{max(int(n) if n.isdecimal() else 1 for n in numbers) + 1}.pem"


def _encoded(key: Ed25519PrivateKey, passphrase: str | None) -> bytes:
    protection: serialization.KeySerializationEncryption = serialization.NoEncryption()
    if passphrase:
        protection = serialization.BestAvailableEncryption(passphrase.encode())
    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, protection
    )


def write_private(path: Path, data: bytes) -> None:
    """Write a file that only its owner can read, whole or not at all."""
    for folder in (path.parent.parent, path.parent):  # a mode is given to the last one alone
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    descriptor, temporary = tempfile.mkstemp(prefix=".new-", dir=path.parent)  # made 0600
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(path)
    except OSError:
        Path(temporary).unlink(missing_ok=True)
        raise
