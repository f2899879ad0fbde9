"""Whether a package is what it says: every file, every record, every step, the checkpoint.

In this order, and the first that does not fit ends it with a PackageError:

1. the manifest names just the files that are there, each with its digest;
2. each file is one that a package can hold, under the name that its content says;
3. the checkpoint is signed by the log's key;
4. each entry is in the tree of the checkpoint, and signed by the actor whose key was in force;
5. each record's commitment, from values and salts, is in the root of its step;
6. each blob is named by a record, each quote stands in its text where both are shown.

Stamps are looked at by ``stamps``. The log's key is the package's own unless the reader brings
one: the records that name it are in the log that it signs, so a package alone shows no more than
that it hangs together.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from provenance.audit.checkpoint import Checkpoint, check_checkpoint, parse_checkpoint
from provenance.audit.disclosure.forms import (
    Disclosed,
    Manifest,
    Step,
    parse_manifest,
    parse_record,
    parse_step,
)
from provenance.audit.disclosure.keys import Keys
from provenance.audit.log import check_entry
from provenance.audit.merkle import leaf_hash
from provenance.audit.note import VerifierKey, parse_note
from provenance.audit.proofs import check_inclusion
from provenance.canonical import sha256
from provenance.errors import NoteError, PackageError, ProofError

MAX_JSON = 64 << 20  # bytes; the text of a long book has one or two million
MAX_SMALL = 1 << 20
NEEDED = ("README.txt", "checkpoint", "manifest.json", "verify_package.py")
_KNOWN = re.compile(
    r"records/(?P<record>[a-z_]+-[a-z2-7]{26})\.json|log/(?P<step>[1-9][0-9]{0,17})\.json"
    r"|blobs/(?P<blob>[0-9a-f]{64})|stamps/(?P<stamp>[a-z2-7]{26})/(?:"
    r"checkpoint|consistency\.json|request\.tsq|response\.tsr|stamped|chain-[0-9]\.der"
    r"|revocation-[0-9]\.crl)",
    re.ASCII,
)
_BLOB_FIELDS = ("payload", "transfer", "digest")  # of records whose bytes may be in a package


class Files(Protocol):
    """The files of a package, however they are packed."""

    @property
    def names(self) -> tuple[str, ...]:
        """Their names, in order."""

    def read(self, name: str, limit: int) -> bytes:
        """Return a file's bytes; one larger than the limit is a PackageError."""

    def digest(self, name: str) -> str:
        """Return a file's digest."""


@dataclass(frozen=True)
class Checked:
    """What a package holds, after everything in it was found to fit."""

    manifest: Manifest
    keys: Keys
    key: VerifierKey
    checkpoint: Checkpoint
    records: tuple[Disclosed, ...]
    steps: Mapping[int, Step]
    blobs: tuple[str, ...]
    verifier: str  # digest of the verifier that lies in it

    def of(self, kind: str) -> Iterator[Disclosed]:
        """Yield the records of a kind."""
        return (each for each in self.records if each.kind == kind)


def check_package(files: Files, *, trusted: str | None = None) -> Checked:
    """Return what a package holds; ``trusted`` is the log's verifier key that the reader has."""
    manifest = _manifest(files)
    records, steps, blobs = _parsed(files)
    keys = Keys(records)
    key, checkpoint = _checkpoint(files, keys, trusted)
    for step in steps.values():
        _check_step(step, checkpoint, keys)
    for record in records:
        _check_record(record, steps)
    _check_blobs(blobs, records)
    _check_texts(records)
    ids = {each.shown["id"] for each in records}
    if strange := sorted(set(manifest.subjects.values()) - ids):
        raise PackageError(f"the manifest names a subject that is not there: {strange[0]}")
    return Checked(
        manifest, keys, key, checkpoint, records, steps, blobs, files.digest("verify_package.py")
    )


def _manifest(files: Files) -> Manifest:
    """Return the manifest when it names just what is there."""
    there = set(files.names)
    for name in NEEDED:
        if name not in there:
            raise PackageError(f"the package lacks {name}")
    manifest = parse_manifest(files.read("manifest.json", MAX_JSON))
    named = set(manifest.files) | {"manifest.json"}
    if "manifest.json" in manifest.files:
        raise PackageError("the manifest names itself")
    for name in sorted(named - there):
        raise PackageError(f"the package lacks {name[:120]!a}, which its manifest names")
    for name in sorted(there - named):
        raise PackageError(f"the package holds {name}, which its manifest does not name")
    for name in sorted(there - set(NEEDED)):
        if not _KNOWN.fullmatch(name):
            raise PackageError(f"the package holds a file of no known kind: {name}")
    for name, digest in sorted(manifest.files.items()):
        if files.digest(name) != digest:
            raise PackageError(f"{name} holds other bytes than the manifest says")
    return manifest


def _parsed(files: Files) -> tuple[tuple[Disclosed, ...], dict[int, Step], tuple[str, ...]]:
    records: list[Disclosed] = []
    steps: dict[int, Step] = {}
    blobs = []
    for name in files.names:
        known = _KNOWN.fullmatch(name)
        if known is None or known["stamp"]:
            continue
        if known["blob"]:
            blobs.append(f"sha256:{known['blob']}")
        elif known["step"]:
            step = parse_step(files.read(name, MAX_SMALL), name)
            if str(step.entry.seq) != known["step"]:
                raise PackageError(f"{name} holds another entry, {step.entry.seq}")
            steps[step.entry.seq] = step
        else:
            record = parse_record(files.read(name, MAX_JSON), name)
            identity = record.shown.get("id")
            if not isinstance(identity, str) or f"{record.kind}-{identity}" != known["record"]:
                raise PackageError(f"{name} holds another record, or one that hides its id")
            records.append(record)
    _check_together(records, steps)
    if strange := [each for each in blobs if files.digest(f"blobs/{each[7:]}") != each]:
        raise PackageError(f"the blob {strange[0]} holds other bytes")
    return tuple(records), steps, tuple(blobs)


def _check_together(records: Sequence[Disclosed], steps: Mapping[int, Step]) -> None:
    """Return when each record has its step, each step a record, and no two share a place."""
    places: set[tuple[int, int]] = set()
    for record in records:
        place = (record.step, record.ordinal)
        if place in places:
            raise PackageError(f"two records have the place {place[1]} in step {place[0]}")
        places.add(place)
    wanted = {record.step for record in records}
    if lacking := sorted(wanted - set(steps)):
        raise PackageError(f"the package lacks the entry of step {lacking[0]}")
    if unused := sorted(set(steps) - wanted):
        raise PackageError(f"the package holds the entry of step {unused[0]} and no record of it")


def _checkpoint(files: Files, keys: Keys, trusted: str | None) -> tuple[VerifierKey, Checkpoint]:
    """Return the log's key and the checkpoint that it has signed."""
    note = files.read("checkpoint", MAX_SMALL)
    try:
        said = parse_checkpoint(parse_note(note).text)
        key = keys.log_key(said.origin, said.size)
        if trusted is not None and str(key) != trusted:
            raise PackageError("the checkpoint is not signed with the key that you trust")
        return key, check_checkpoint(note, key)
    except NoteError as error:
        raise PackageError(f"the checkpoint: {error}") from error


def _check_step(step: Step, checkpoint: Checkpoint, keys: Keys) -> None:
    entry = step.entry
    try:
        check_inclusion(
            entry.leaf,
            step.proof,
            index=entry.seq - 1,
            size=checkpoint.size,
            root=checkpoint.root,
        )
    except ProofError as error:
        raise PackageError(f"entry {entry.seq} is not shown to be in the log: {error}") from error
    key = keys.actor(entry.actor, entry.seq)
    if key is None:
        raise PackageError(f"the package lacks the key of whoever signed entry {entry.seq}")
    try:
        check_entry(entry, step.signature, key)
    except ProofError as error:
        raise PackageError(str(error)) from error


def _check_record(record: Disclosed, steps: Mapping[int, Step]) -> None:
    entry = steps[record.step].entry
    try:
        check_inclusion(
            leaf_hash(record.commitment),
            record.proof,
            index=record.ordinal,
            size=entry.count,
            root=entry.root,
        )
    except ProofError as error:
        raise PackageError(
            f"the {record.kind} {record.shown['id']} is not what was kept in step {record.step}"
        ) from error


def _check_blobs(blobs: Sequence[str], records: Sequence[Disclosed]) -> None:
    shown = (each.shown.get(name) for each in records for name in _BLOB_FIELDS)
    named = {each for each in shown if isinstance(each, str)}
    if strange := [each for each in blobs if each not in named]:
        raise PackageError(f"the blob {strange[0]} is named by no record in the package")


def _check_texts(records: Sequence[Disclosed]) -> None:
    """Return when texts have their digests, and quotes stand in the texts, where both are shown."""
    texts: dict[str, str] = {}
    for each in records:
        if each.kind != "document" or not isinstance(each.shown.get("text"), str):
            continue
        text, digest = each.shown["text"], each.shown.get("text_digest")
        if digest is not None and sha256(text.encode()) != digest:
            raise PackageError(f"the text of document {each.shown['id']} has another digest")
        texts[each.shown["id"]] = text
    for each in records:
        quote, text = each.shown.get("selector"), texts.get(str(each.shown.get("document")))
        if each.kind == "appearance" and quote is not None and text is not None:
            _check_quote(quote, text, each.shown["id"])


def _check_quote(quote: Any, text: str, appearance: str) -> None:
    span = (quote.get("start"), quote.get("end")) if isinstance(quote, dict) else (None, None)
    if type(span[0]) is not int or type(span[1]) is not int or not 0 <= span[0] < span[1]:
        raise PackageError(f"the quote of appearance {appearance} has no place")
    if text[span[0] : span[1]] != quote.get("exact"):
        raise PackageError(f"the quote of appearance {appearance} is not in its text")
