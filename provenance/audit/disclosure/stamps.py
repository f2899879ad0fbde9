"""The time stamps in a package: that each is about a checkpoint which the newest one extends.

A stamp lies in a folder under its record's id: ``checkpoint`` (the signed note), ``stamped`` (the
bytes whose digest was stamped: the note itself, or what a renewal covers), ``request.tsq`` and
``response.tsr`` as they were (RFC 3161), ``chain-0.der`` and so on from the authority's
certificate to the root that was trusted, ``revocation-0.crl`` and so on (DER too), and
``consistency.json``, the proof from the stamped checkpoint to the package's (RFC 9162, section
2.1.4). The stamp's record, which is in the log, names the digest of each.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from provenance.audit.checkpoint import check_checkpoint
from provenance.audit.disclosure.check import MAX_JSON, MAX_SMALL, Checked, Files
from provenance.audit.disclosure.forms import Disclosed, hashes_file, parse_hashes
from provenance.audit.note import VerifierKey
from provenance.audit.proofs import Proof, check_consistency
from provenance.audit.revocation import check_standing
from provenance.audit.stamp import (
    DOES_NOT_SHOW,
    SHOWS,
    check_response,
    named,
    renewal_of,
    state_of,
)
from provenance.canonical import sha256
from provenance.errors import NoteError, PackageError, ProofError, StampError

_MOST = 10  # certificates, and lists


@dataclass(frozen=True)
class StampFiles:
    """The bytes that a stamp stands on."""

    checkpoint: bytes
    stamped: bytes
    request: bytes
    response: bytes
    chain: tuple[bytes, ...]  # DER, from the signer's certificate to the trusted root
    revocation: tuple[bytes, ...]
    consistency: Proof  # from its checkpoint to the package's

    def files(self, stamp: str) -> dict[str, bytes]:
        """Return its files by their names in a package."""
        return {
            f"stamps/{stamp}/{name}": data
            for name, data in {
                **{f"chain-{n}.der": each for n, each in enumerate(self.chain)},
                "checkpoint": self.checkpoint,
                "consistency.json": hashes_file(self.consistency),
                "request.tsq": self.request,
                "response.tsr": self.response,
                "stamped": self.stamped,
                **{f"revocation-{n}.crl": each for n, each in enumerate(self.revocation)},
            }.items()
        }


@dataclass(frozen=True)
class StampSeen:
    """What a stamp in a package shows."""

    size: int
    stamped_at: str
    sentence: str
    notes: tuple[str, ...]


def check_stamps(files: Files, checked: Checked, *, now: str) -> tuple[StampSeen, ...]:
    """Return what the stamps of a package show; one that does not hold is a PackageError."""
    records = {each.shown["id"]: each for each in checked.of("stamp")}
    folders = {name.split("/")[1] for name in files.names if name.startswith("stamps/")}
    if folders != records.keys():
        raise PackageError("the package does not hold just the stamps that its records name")
    read = {each: _read(files, each) for each in sorted(folders)}
    seen = []
    for each in sorted(folders, key=lambda each: (str(records[each].shown["stamped_at"]), each)):
        try:
            seen.append(_check(records[each], read, checked, now))
        except (StampError, NoteError, ProofError) as error:
            raise PackageError(f"the stamp {each}: {error}") from error
    return tuple(seen)


def _check(
    record: Disclosed, read: Mapping[str, StampFiles], checked: Checked, now: str
) -> StampSeen:
    said, found = record.shown, read[record.shown["id"]]
    _check_digests(said, found)
    size = _check_place(said, found, checked)
    expected = found.checkpoint
    if said.get("renews") is not None:
        earlier = read.get(str(said["renews"]))
        if earlier is None:
            raise StampError("it renews a stamp that is not in the package")
        parts = (earlier.response, *earlier.chain, *earlier.revocation)
        expected = renewal_of(earlier.checkpoint, parts)
    if found.stamped != expected:
        raise StampError("what was stamped is not what its record names")
    stamped = check_response(
        found.response, found.stamped, request=found.request, roots=found.chain[-1:]
    )
    if stamped.stamped_at != said.get("stamped_at") or stamped.signer != said.get("signer"):
        raise StampError("the response says something else than its record")
    standing = check_standing(found.chain, found.revocation, stamped.stamped_at)
    state = state_of(
        stamped.stamped_at, stamped.expires_at, now, revoked_since=standing.revoked_since
    )
    sentence = (
        f"{stamped.signer} stamped the log at {size} entries on {stamped.stamped_at} ({state}). "
        f"{SHOWS}; not {DOES_NOT_SHOW}. Trusted root: {named(stamped.chain[-1])}"
    )
    return StampSeen(size, stamped.stamped_at, sentence, standing.notes)


def _check_digests(said: Mapping[str, Any], found: StampFiles) -> None:
    """Return when the record of a stamp names just the bytes that are there."""
    pairs = {
        "checkpoint": sha256(found.checkpoint),
        "covers": sha256(found.stamped),
        "request": sha256(found.request),
        "response": sha256(found.response),
        "chain": [sha256(each) for each in found.chain],
        "revocation": [sha256(each) for each in found.revocation],
    }
    for name, digest in pairs.items():
        if said.get(name) != digest:
            raise StampError(f"its {name} is not what its record names")


def _check_place(said: Mapping[str, Any], found: StampFiles, checked: Checked) -> int:
    """Return the size of the stamped checkpoint, when the package's extends it."""
    key, newest = _key(said, checked), checked.checkpoint
    earlier = check_checkpoint(found.checkpoint, key)
    if (earlier.origin, earlier.size) != (said.get("origin"), said.get("size")):
        raise StampError("its checkpoint is not the one that its record names")
    check_consistency(
        found.consistency,
        old_size=earlier.size,
        old_root=earlier.root,
        new_size=newest.size,
        new_root=newest.root,
    )
    return earlier.size


def _key(said: Mapping[str, Any], checked: Checked) -> VerifierKey:
    """Return the key of the log at the size of a stamp."""
    try:
        return checked.keys.log_key(str(said.get("origin")), int(said["size"]))
    except (KeyError, TypeError, ValueError) as error:
        raise StampError("its record names no checkpoint") from error


def _read(files: Files, stamp: str) -> StampFiles:
    folder, there = f"stamps/{stamp}", set(files.names)

    def file(name: str, limit: int = MAX_SMALL) -> bytes:
        if f"{folder}/{name}" not in there:
            raise PackageError(f"the stamp {stamp} lacks {name}")
        return files.read(f"{folder}/{name}", limit)

    def listed(stem: str, ending: str) -> tuple[bytes, ...]:
        names = (f"{stem}-{n}.{ending}" for n in range(_MOST))
        return tuple(file(name, MAX_JSON) for name in names if f"{folder}/{name}" in there)

    return StampFiles(
        file("checkpoint"),
        file("stamped", MAX_JSON),
        file("request.tsq"),
        file("response.tsr"),
        listed("chain", "der"),
        listed("revocation", "crl"),
        parse_hashes(file("consistency.json"), f"{folder}/consistency.json"),
    )


def covering(steps: Sequence[int], stamps: Sequence[tuple[str, int, str, str | None]]) -> set[str]:
    """Return the stamps that a package needs: for each step the earliest that covers it.

    A stamp is (id, size, time, id of the one that it renews). Renewals of those go with them.
    """
    needed: set[str] = set()
    for step in steps:
        covers = [each for each in stamps if each[1] >= step and each[3] is None]
        if covers:
            needed.add(min(covers, key=lambda each: (each[2], each[0]))[0])
    grown = True
    while grown:
        more = {each[0] for each in stamps if each[3] in needed} - needed
        needed |= more
        grown = bool(more)
    return needed
