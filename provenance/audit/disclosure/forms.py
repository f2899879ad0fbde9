"""The JSON of a package: a record field by field, a step with its place in the log, the manifest.

Each is RFC 8785 and prints back to itself: another spelling is refused, so that nothing can be
said twice, differently, or in a name that no reader looks at.
"""

import json
import re
from base64 import b64encode
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NoReturn

from provenance.audit.log import Entry
from provenance.audit.note import unbase64
from provenance.audit.proofs import Proof
from provenance.canonical import canonical, field_digest, field_salt
from provenance.errors import NoteError, PackageError

FORMAT = "provenance-disclosure/1"
_HASH = re.compile(r"[0-9a-f]{64}")
_DIGEST = re.compile(r"sha256:[0-9a-f]{64}")
_FIELD = re.compile(r"[a-z][a-z0-9_]{0,60}")
_MOST_HASHES = 63


@dataclass(frozen=True)
class Disclosed:
    """A record of which some fields are shown; of the others there are digests."""

    kind: str
    schema: int
    fields: Mapping[str, Mapping[str, Any]]  # {"value", "salt"} or {"digest"}
    step: int
    ordinal: int
    proof: Proof  # from its commitment to the step's root

    @property
    def commitment(self) -> bytes:
        """The commitment, from values and salts where they are shown."""
        import hashlib

        digests = {
            name: field["digest"]
            if "digest" in field
            else field_digest(bytes.fromhex(field["salt"]), canonical(field["value"]))
            for name, field in self.fields.items()
        }
        whole = {"digests": digests, "kind": self.kind, "schema": self.schema}
        return hashlib.sha256(canonical(whole)).digest()

    @property
    def shown(self) -> dict[str, Any]:
        """The values that are shown."""
        return {name: each["value"] for name, each in self.fields.items() if "value" in each}

    @property
    def withheld(self) -> tuple[str, ...]:
        """The names of the fields of which there are only digests."""
        return tuple(sorted(name for name, each in self.fields.items() if "digest" in each))

    @property
    def encoded(self) -> bytes:
        """The bytes of its file."""
        return canonical(
            {
                "fields": self.fields,
                "kind": self.kind,
                "ordinal": self.ordinal,
                "proof": [each.hex() for each in self.proof],
                "schema": self.schema,
                "step": self.step,
            }
        )


@dataclass(frozen=True)
class Step:
    """An entry of the log, its signature, and the proof that it is in the checkpoint's tree."""

    entry: Entry
    signature: bytes
    proof: Proof

    @property
    def encoded(self) -> bytes:
        """The bytes of its file."""
        return canonical(
            {
                "entry": json.loads(self.entry.encoded),
                "proof": [each.hex() for each in self.proof],
                "signature": b64encode(self.signature).decode(),
            }
        )


@dataclass(frozen=True)
class Manifest:
    """What a package holds, in the words of whoever made it. Nobody has signed it."""

    made_at: str
    recipient: str
    subjects: Mapping[str, str]  # by handle, the id of what was asked for
    files: Mapping[str, str]  # digest of every other file

    @property
    def encoded(self) -> bytes:
        """The bytes of its file."""
        return canonical(
            {
                "files": self.files,
                "format": FORMAT,
                "made_at": self.made_at,
                "recipient": self.recipient,
                "subjects": self.subjects,
            }
        )


def disclosed_fields(
    row_salt: bytes, values: Mapping[str, bytes], shown: Collection[str]
) -> dict[str, dict[str, Any]]:
    """Return the fields of a record: value and field salt where shown, else the digest."""
    fields: dict[str, dict[str, Any]] = {}
    for name, value in values.items():
        salt = field_salt(row_salt, name)
        fields[name] = (
            {"salt": salt.hex(), "value": json.loads(value)}
            if name in shown
            else {"digest": field_digest(salt, value)}
        )
    return fields


def parse_record(data: bytes, name: str) -> Disclosed:
    """Return the record whose file this is, or raise a PackageError."""
    found = _object(
        data, name, fields=dict, kind=str, ordinal=int, proof=list, schema=int, step=int
    )
    for field, each in found["fields"].items():
        _check_field(each, f"{field} in {name}", named=_FIELD.fullmatch(field) is not None)
    return Disclosed(
        kind=found["kind"],
        schema=found["schema"],
        fields=found["fields"],
        step=found["step"],
        ordinal=found["ordinal"],
        proof=parse_proof(found["proof"], name),
    )


def _check_field(field: Any, name: str, *, named: bool) -> None:
    if not named or not isinstance(field, dict) or field.keys() not in _SHAPES:
        raise PackageError(f"{name} is neither shown with its salt nor withheld with its digest")
    secret = field.get("salt", field.get("digest"))
    if not isinstance(secret, str) or not _HASH.fullmatch(secret):
        raise PackageError(f"{name} has no salt or digest of 32 bytes")


_SHAPES = ({"value", "salt"}, {"digest"})


def parse_step(data: bytes, name: str) -> Step:
    """Return the step whose file this is, or raise a PackageError."""
    found = _object(data, name, entry=dict, proof=list, signature=str)
    shape = {"actor": str, "at": str, "count": int, "kind": str, "root": str, "seq": int}
    entry = _shaped(found["entry"], name, **shape)
    if not (_HASH.fullmatch(entry["actor"]) and _HASH.fullmatch(entry["root"])):
        raise PackageError(f"the entry in {name} has no digests where digests belong")
    actor, root = bytes.fromhex(entry["actor"]), bytes.fromhex(entry["root"])
    try:
        signature = unbase64(found["signature"])
    except NoteError as error:
        raise PackageError(f"the signature in {name} is {error}") from error
    return Step(
        Entry(entry["seq"], entry["at"], actor, entry["kind"], entry["count"], root),
        signature,
        parse_proof(found["proof"], name),
    )


def parse_manifest(data: bytes) -> Manifest:
    """Return the manifest whose file this is; that of another version is a PackageError."""
    whole = _json(data, "manifest.json")
    version = whole.get("format") if isinstance(whole, dict) else None
    if isinstance(version, str) and version != FORMAT:
        raise PackageError(f"the package is of the format {version[:60]!r}, not {FORMAT!r}")
    shape = {"files": dict, "format": str, "made_at": str, "recipient": str, "subjects": dict}
    found = _shaped(whole, "manifest.json", **shape)
    for digest in found["files"].values():
        if not isinstance(digest, str) or not _DIGEST.fullmatch(digest):
            raise PackageError("the manifest has a file without a digest")
    if not all(isinstance(each, str) for each in found["subjects"].values()):
        raise PackageError("the manifest names subjects that are no ids")
    return Manifest(found["made_at"], found["recipient"], found["subjects"], found["files"])


def parse_proof(found: Any, name: str) -> Proof:
    """Return the hashes of a proof given as hex, or raise a PackageError."""
    if not isinstance(found, list) or len(found) > _MOST_HASHES:
        raise PackageError(f"the proof in {name} is not a list of at most {_MOST_HASHES} hashes")
    if not all(isinstance(each, str) and _HASH.fullmatch(each) for each in found):
        raise PackageError(f"the proof in {name} holds what is no hash of 32 bytes")
    return tuple(map(bytes.fromhex, found))


def parse_hashes(data: bytes, name: str) -> Proof:
    """Return the proof that is a file of its own."""
    return parse_proof(_json(data, name), name)


def _object(data: bytes, name: str, **shape: type) -> dict[str, Any]:
    return _shaped(_json(data, name), name, **shape)


def _shaped(value: Any, name: str, **shape: type) -> dict[str, Any]:
    """Return an object that has exactly these names with values of these types."""
    if not isinstance(value, dict) or value.keys() != shape.keys():
        raise PackageError(f"{name} does not have the names {', '.join(sorted(shape))}")
    for each, kind in shape.items():
        if type(value[each]) is not kind:  # a bool is no number
            raise PackageError(f"{each} in {name} is not of the right type")
    return value


def _json(data: bytes, name: str) -> Any:
    """Return the value of RFC 8785 bytes; another spelling of it is a PackageError."""
    try:
        value = json.loads(data.decode(), parse_float=_no_fraction, parse_constant=_no_fraction)
        again = canonical(value)
    except (ValueError, RecursionError) as error:
        raise PackageError(f"{name} is not JSON as records have it") from error
    if again != data:
        raise PackageError(f"{name} is not written as RFC 8785 writes it; it was encoded again")
    return value


def _no_fraction(text: str) -> NoReturn:
    raise ValueError(f"records hold no number such as {text[:40]}")


def hashes_file(proof: Sequence[bytes]) -> bytes:
    """Return the bytes of a proof as a file of its own."""
    return canonical([each.hex() for each in proof])
