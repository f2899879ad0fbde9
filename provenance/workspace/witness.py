"""Witnesses: another desk says that it has seen this log, and that it had only grown.

Files are exchanged, nothing else. The witness keeps, in its own configuration folder, a key that
it uses for cosignatures alone and the largest checkpoint that it has seen of each log::

    <home>/witness/key.pem       C2SP cosignature key
    <home>/witness/<log>.json    the log's verifier key, and what was seen last

The proof that a log only grew is made from the tiles that lie beside its checkpoint, as
``audit export`` writes them. What was seen is written down before the cosignature is given away.
"""

import hashlib
import json
from base64 import b64decode, b64encode
from pathlib import Path
from typing import Any

from provenance.audit import (
    Checkpoint,
    Cosigner,
    TileHashes,
    VerifierKey,
    check_foreign_checkpoint,
    cosign,
    parse_note,
    parse_verifier_key,
    prove_consistency,
    signed_by,
)
from provenance.audit.note import MAX_NOTE
from provenance.clock import Clock, parse_timestamp
from provenance.errors import NoteError, SigningKeyError, UsageError
from provenance.model import Cosignature, Witness
from provenance.store.keys import KeyFolder, write_private
from provenance.workspace.core import Workspace

_WHOLE_TILE = 256 * 32  # bytes


def witness_key(keys: KeyFolder) -> VerifierKey:
    """Return the key by which others check this person's cosignatures; made where there is none."""
    return _cosigner(keys).verifier


def cosign_checkpoint(keys: KeyFolder, path: Path, clock: Clock, log_key: str | None) -> str:
    """Return another log's checkpoint with this person's cosignature.

    ``log_key`` is the log's verifier key, as its desk gave it; it is needed the first time, and
    after the desk has changed it: the caller vouches for it. A log that was cut short or written
    anew since it was seen last is a ForkError.
    """
    note = _read(path)
    origin = parse_note(note).text.split("\n", 1)[0]
    kept = _kept_path(keys, origin)
    state = _state(kept)
    trusted = _trusted(state, log_key, origin)
    seen = _seen(state, origin)
    try:
        checkpoint = check_foreign_checkpoint(note, trusted, origin=origin)
    except NoteError as error:
        if log_key is not None:
            raise
        said = f"{error}; has its desk changed the key? Then name the new one with --log-key"
        raise NoteError(said) from error
    proof: tuple[bytes, ...] = ()
    if seen is not None and seen.size < checkpoint.size:
        proof = _consistency(path.parent, seen.size, checkpoint.size)
    at = int(parse_timestamp(clock.now()).timestamp())
    cosigned = cosign(
        note,
        log=trusted,
        origin=origin,
        seen=seen,
        proof=proof,
        cosigner=_cosigner(keys),
        at=at,
    )
    root = b64encode(checkpoint.root).decode()
    state = {"key": str(trusted), "root": root, "size": checkpoint.size}
    write_private(kept, json.dumps(state).encode())
    return cosigned


def add_witness(workspace: Workspace, key: str, why: str) -> Witness:
    """Record that cosignatures by this key count as a witness's."""
    try:
        parsed = parse_verifier_key(key)
    except NoteError as error:
        said = f"{error}; the witness prints it with: provenance audit cosign-key"
        raise UsageError(said) from error
    if str(parsed) == workspace.log_key.verifier_key:
        raise UsageError("a log's own key is no witness of that log")
    record = Witness(id=workspace.new_id(), verifier_key=str(parsed), why=why)
    workspace.step("witness", [record])
    return record


def keep_cosigned(workspace: Workspace, path: Path) -> tuple[str, ...]:
    """Keep a checkpoint that came back cosigned; return the names of the witnesses on it."""
    note = _read(path).decode("utf-8", "replace")
    log_key = parse_verifier_key(workspace.log_key.verifier_key)
    check_foreign_checkpoint(note, log_key, origin=workspace.log_key.origin)
    known = {each.verifier_key: each for each in workspace.store.current(Witness)}
    signers = signed_by(note, [parse_verifier_key(key) for key in known])
    if not signers:
        raise UsageError(
            "no witness that this desk knows has signed it; introduce one with: "
            "provenance audit witness KEY"
        )
    records = [
        Cosignature(id=workspace.new_id(), witness=known[str(each.key)].id, note=note)
        for each in signers
    ]
    kept = {(each.witness, each.note) for each in workspace.store.current(Cosignature)}
    new = [each for each in records if (each.witness, each.note) not in kept]
    if not new:
        raise UsageError("it is kept already: see provenance verify")
    workspace.step("cosigned", new)
    return tuple(each.key.name for each in signers)


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MAX_NOTE + 1)  # longer ones are refused by whoever parses them
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}") from error


def _cosigner(keys: KeyFolder) -> Cosigner:
    path = keys.home / "witness" / "key.pem"
    if not path.exists():
        keys.make(path)
    key = keys.load(path, f"{path} is gone")
    digest = hashlib.sha256(key.public_key().public_bytes_raw()).hexdigest()
    return Cosigner(f"provenance-witness/{digest[:16]}", key)


def _kept_path(keys: KeyFolder, origin: str) -> Path:
    digest = hashlib.sha256(origin.encode()).hexdigest()
    return keys.home / "witness" / f"{digest[:32]}.json"


def _state(path: Path) -> dict[str, Any] | None:
    try:
        found: dict[str, Any] = json.loads(path.read_bytes())
    except FileNotFoundError:
        return None
    except ValueError as error:
        raise SigningKeyError(f"{path} is not readable: {error}") from error
    return found


def _trusted(state: dict[str, Any] | None, given: str | None, origin: str) -> VerifierKey:
    known = given or (state["key"] if state else None)
    if known is None:
        raise UsageError(
            f"{origin} was never seen here: name its verifier key with --log-key; its desk prints "
            "it with: provenance audit key"
        )
    return parse_verifier_key(known)


def _seen(state: dict[str, Any] | None, origin: str) -> Checkpoint | None:
    if state is None:
        return None
    return Checkpoint(origin, int(state["size"]), b64decode(state["root"]))


def _consistency(folder: Path, old: int, new: int) -> tuple[bytes, ...]:
    def read(path: str) -> bytes | None:
        if not (folder / path).is_file():
            return None
        with (folder / path).open("rb") as file:
            return file.read(_WHOLE_TILE + 1)  # longer ones are no tiles

    return tuple(prove_consistency(old, new, TileHashes(new, read)))
