"""Packages that are not what they say: each is refused, in words of its own, by both verifiers."""

import base64
import hashlib
import json
import random
import struct
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from provenance.audit import Checkpoint, make_checkpoint
from provenance.audit.disclosure import Files, check_package, read_archive, write_archive
from provenance.audit.disclosure import archive as archive_module
from provenance.canonical import canonical
from provenance.errors import PackageError
from provenance.workspace.disclose import Order, disclose
from tests.desks import filled
from tests.packages import put_together, refused, taken_apart

pytestmark = pytest.mark.slow  # many tries of chance; the quick suite has the cases by hand

FEW = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A package that holds, with bytes, about one capture and the claim in it."""
    tmp = tmp_path_factory.mktemp("package")
    workspace = filled(tmp)
    path = tmp / "package.zip"
    disclose(workspace, ["c1"], path, Order(recipient="A court", with_blobs=True))
    assert refused(path) == ""
    return path


@pytest.fixture
def other(tmp_path: Path) -> Path:
    return tmp_path / "other.zip"


# ---- the container


def written(path: Path, out: Callable[[zipfile.ZipFile], None]) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        out(archive)
    return path


def info(name: str, mode: int = 0o100644) -> zipfile.ZipInfo:
    found = zipfile.ZipInfo(name)
    found.external_attr = mode << 16
    return found


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("../../etc/cron.d/job", "a place outside of it"),
        ("records/../../up.json", "a place outside of it"),
        ("..\\up.json", "a place outside of it"),
        ("/etc/passwd", "an absolute place"),
        ("\\\\host\\share", "an absolute place"),
        ("C:/start.exe", "an absolute place"),
        (".hidden", "a name that it must not have"),
        ("a//b", "a name that it must not have"),
        ("rec\u00f6rds", "a name that it must not have"),
        ("records/", "a name that it must not have"),
        ("x" * 300, "a name that it must not have"),
    ],
)
def test_names_that_lead_elsewhere(other: Path, name: str, says: str) -> None:
    written(other, lambda archive: archive.writestr(info(name), b"data"))
    assert says in refused(other)


def test_a_symbolic_link(made: Path, other: Path) -> None:
    whole = bytearray(made.read_bytes())
    at = whole.rindex(b"PK\x01\x02")  # the last file of the list
    whole[at + 38 : at + 42] = struct.pack("<I", 0o120777 << 16)
    other.write_bytes(whole)
    assert "is a symbolic link" in refused(other)


def test_a_bomb_is_not_unpacked(other: Path) -> None:
    def bomb(archive: zipfile.ZipFile) -> None:
        archive.writestr(info("README.txt"), bytes(50 << 20), zipfile.ZIP_DEFLATED)

    written(other, bomb)
    assert other.stat().st_size < 1 << 20
    assert "is compressed" in refused(other)


def test_files_that_lie_over_each_other(made: Path, other: Path) -> None:
    """A bomb without compression: many names for the same bytes."""
    whole = made.read_bytes()
    at = whole.index(b"PK\x01\x02")
    entry = whole[at : at + 46 + struct.unpack("<H", whole[at + 28 : at + 30])[0]]
    other.write_bytes(whole[:at] + entry * 50 + whole[at:])
    assert "the list at the archive's end" in refused(other)


def test_sizes_that_are_not_there(made: Path, other: Path) -> None:
    whole = bytearray(made.read_bytes())
    whole[18:26] = struct.pack("<2I", 3 << 30, 3 << 30)
    other.write_bytes(whole)
    assert "the package ends within README.txt" in refused(other)


def test_larger_than_the_limit(other: Path) -> None:
    with other.open("wb") as file:
        file.truncate((1 << 32) + 1)  # a hole: no disk is used
    assert "larger than 4 GiB" in refused(other)


def test_a_record_larger_than_any(made: Path, other: Path) -> None:
    files = taken_apart(made)
    files["log/1.json"] = b" " * ((1 << 20) + 1)
    assert "larger than 1,048,576 bytes" in refused(put_together(other, files))


@pytest.mark.parametrize("what", ["twice", "out of order", "encrypted", "no package", "empty"])
def test_archives_that_others_wrote(made: Path, other: Path, what: str) -> None:
    files = taken_apart(made)
    out = BytesIO()
    if what in ("twice", "out of order"):
        parts = sorted(files.items())
        parts = [parts[0], *parts] if what == "twice" else [*parts[1:], parts[0]]
        at, listed, body = 0, b"", b""
        for name, data in parts:
            member = archive_module.Member(name, zlib.crc32(data), len(data), at)
            body += member.local + data
            listed += member.central
            at = len(body)
        end = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, len(parts), len(parts), len(listed), at, 0)
        other.write_bytes(body + listed + end)
    elif what == "encrypted":
        whole = bytearray(made.read_bytes())
        whole[6] |= 1
        other.write_bytes(whole)
    elif what == "no package":
        other.write_bytes(b"%PDF-1.7 " + bytes(100))
    else:
        zipfile.ZipFile(out, "w").close()
        other.write_bytes(out.getvalue())
    says = {
        "twice": "twice",
        "out of order": "not in its place",
        "encrypted": "is encrypted",
        "no package": "is not a package",
        "empty": "cut short",
    }
    assert says[what] in refused(other)


def test_packed_again_by_another_program(made: Path, other: Path) -> None:
    files = taken_apart(made)
    with zipfile.ZipFile(other, "w") as archive:
        for name, data in sorted(files.items()):
            archive.writestr(name, data)
    assert "is not written as the format says" in refused(other)


def test_bytes_before_between_and_after(made: Path, other: Path) -> None:
    whole = made.read_bytes()
    for altered, says in (
        (b"#!/bin/sh\n" + whole + bytes(40), "is not a package"),
        (whole + b"more", "4 bytes after its end"),
        (whole[:-2] + b"\x04\x00more", "the archive's end"),  # a comment of the archive
    ):
        other.write_bytes(altered)
        assert says in refused(other)


def test_cut_short_anywhere(made: Path, other: Path) -> None:
    whole = made.read_bytes()
    for length in {*range(80), *range(80, len(whole), 997), len(whole) - 1}:
        other.write_bytes(whole[:length])
        assert refused(other) != ""


def test_any_changed_byte(made: Path, other: Path) -> None:
    whole = made.read_bytes()
    chosen = random.Random(8)  # noqa: S311  # which bytes are tried, nothing secret
    for at in chosen.sample(range(len(whole)), 250):
        other.write_bytes(whole[:at] + bytes([whole[at] ^ (1 << at % 8)]) + whole[at + 1 :])
        assert refused(other) != "", f"the byte {at}"


# ---- what is in it, with a manifest that fits


def changed(files: dict[str, bytes], name: str, **values: Any) -> dict[str, bytes]:
    return {**files, name: canonical({**json.loads(files[name]), **values})}


def first(files: dict[str, bytes], start: str) -> str:
    return next(name for name in sorted(files) if name.startswith(start))


def test_another_version(made: Path, other: Path) -> None:
    files = changed(taken_apart(made), "manifest.json", format="provenance-disclosure/2")
    assert "'provenance-disclosure/2', not 'provenance-disclosure/1'" in refused(
        put_together(other, files)
    )


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("notes.txt", "of no known kind"),
        ("records/extra.json", "of no known kind"),
        ("stamps/x/checkpoint", "of no known kind"),
        (f"blobs/{'0' * 64}", "holds other bytes"),
    ],
)
def test_files_that_do_not_belong(made: Path, other: Path, name: str, says: str) -> None:
    files = taken_apart(made)
    assert says in refused(put_together(other, {**files, name: b"data"}))
    unnamed = put_together(other, {**files, name: b"data"}, manifest=False)
    assert "its manifest does not name" in refused(unnamed)


def test_a_blob_that_no_record_names(made: Path, other: Path) -> None:
    name = f"blobs/{hashlib.sha256(b'data').hexdigest()}"
    files = {**taken_apart(made), name: b"data"}
    assert "is named by no record" in refused(put_together(other, files))


def packed(path: Path, files: dict[str, bytes]) -> Path:
    return put_together(path, files, manifest=False)


def test_each_file_that_is_missing(made: Path, other: Path) -> None:
    files = taken_apart(made)
    for name in files:
        left = {each: data for each, data in files.items() if each != name}
        assert "lacks" in refused(packed(other, left))
        if name in ("README.txt", "checkpoint", "verify_package.py") or name.startswith("log/"):
            assert "lacks" in refused(put_together(other, left))


@pytest.mark.parametrize("start", ["records/log_key", "records/claim"])
def test_records_that_a_package_cannot_do_without(made: Path, other: Path, start: str) -> None:
    files = taken_apart(made)
    del files[first(files, start)]
    assert refused(put_together(other, files)) != ""


def test_the_agent_who_signed_cannot_be_left_out(made: Path, other: Path) -> None:
    files = taken_apart(made)
    for name in [each for each in files if each.startswith("records/agent")]:
        if json.loads(files[name])["fields"]["public_key"].get("value"):
            del files[name]
    assert "lacks the key of whoever signed" in refused(put_together(other, files))


@pytest.mark.parametrize("start", ["records/claim", "log/", "manifest.json"])
def test_encoded_again(made: Path, other: Path, start: str) -> None:
    files = taken_apart(made)
    name = first(files, start)
    value = json.loads(files[name])
    spelled = (
        json.dumps(value, indent=1).encode(),
        json.dumps(value, separators=(",", ":"), sort_keys=True).encode() + b"\n",
        b"\xef\xbb\xbf" + files[name],
        files[name][:-1] + b',"zz":1}',
        files[name][:1] + b'"a":0,' + files[name][1:],
        files[name][:-1] + b"," + files[name][1:],  # every name twice
    )
    for each in spelled:
        if start == "manifest.json":
            packed(other, {**files, name: each})
        else:
            put_together(other, {**files, name: each})
        assert refused(other) != ""


@pytest.mark.parametrize(
    "value",
    [b"[" * 100_000, b"1" * 5_000, b"1.5", b"NaN", b'{"a":1e9}', b"\xff", b'"\\ud800"', b"null"],
)
def test_json_that_breaks_parsers(made: Path, other: Path, value: bytes) -> None:
    files = taken_apart(made)
    for start in ("records/claim", "log/"):
        assert refused(put_together(other, {**files, first(files, start): value})) != ""


def shown(value: dict[str, Any]) -> str:
    return str(next(n for n, f in sorted(value["fields"].items()) if "value" in f and n != "id"))


def alterations(value: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Return ways in which somebody could alter a record."""
    name = shown(value)
    field = value["fields"][name]
    fields = value["fields"]
    return {
        "a value": {"fields": {**fields, name: {**field, "value": "another"}}},
        "a salt": {"fields": {**fields, name: {**field, "salt": "0" * 64}}},
        "hidden with another digest": {"fields": {**fields, name: {"digest": "0" * 64}}},
        "a field left out": {"fields": {n: f for n, f in fields.items() if n != name}},
        "a field more": {"fields": {**fields, "zz": {"digest": "0" * 64}}},
        "both at once": {"fields": {**fields, name: {**field, "digest": "0" * 64}}},
        "a short salt": {"fields": {**fields, name: {**field, "salt": "00"}}},
        "upper case": {"fields": {**fields, name: {**field, "salt": field["salt"].upper()}}},
        "another kind": {"kind": "claims"},
        "another schema": {"schema": 2},
        "schema of another type": {"schema": True},
        "another place": {"ordinal": value["ordinal"] + 1},
        "a negative place": {"ordinal": -1},
        "a place of another type": {"ordinal": float("0.5")},
        "another step": {"step": value["step"] + 1},
        "a longer proof": {"proof": [*value["proof"], "0" * 64]},
        "a proof of another kind": {"proof": [1]},
        "a proof without end": {"proof": ["0" * 64] * 500},
    }


NONE = {"fields": {"a": {"value": 1, "salt": ""}}, "ordinal": 0, "step": 1, "proof": []}
WAYS = list(alterations(NONE))


@pytest.mark.parametrize("way", WAYS)
def test_records_that_were_altered(made: Path, other: Path, way: str) -> None:
    files = taken_apart(made)
    for start in ("records/claim", "records/document", "records/agent", "records/log_key"):
        name = first(files, start)
        value = json.loads(files[name])
        if way == "upper case" and alterations(value)[way] == {"fields": value["fields"]}:
            continue  # a salt without letters
        altered = json.dumps(
            {**value, **alterations(value)[way]}, sort_keys=True, separators=(",", ":"),
            ensure_ascii=False,
        )  # fmt: skip
        assert refused(put_together(other, {**files, name: altered.encode()})) != "", (start, way)


def test_hiding_a_field_afterwards_is_no_forgery(made: Path, other: Path) -> None:
    """Who has a package may hand on less of it; what is left is still proved."""
    files = taken_apart(made)
    name = first(files, "records/claim")
    value = json.loads(files[name])
    each = value["fields"]["wording"]
    digest = hashlib.sha256(bytes.fromhex(each["salt"]) + canonical(each["value"])).hexdigest()
    value["fields"]["wording"] = {"digest": digest}
    assert refused(put_together(other, {**files, name: canonical(value)})) == ""


def test_entries_that_were_altered(made: Path, other: Path) -> None:
    files = taken_apart(made)
    name = first(files, "log/")
    step = json.loads(files[name])
    entry = step["entry"]
    cases: dict[str, dict[str, Any]] = {
        "is not shown to be in the log": {"entry": {**entry, "at": "2020-01-01T00:00:00.000Z"}},
        "of the right type": {"entry": {**entry, "seq": "1"}},
        "have the names": {"entry": {**entry, "more": 1}},
        "no digests": {"entry": {**entry, "root": "00"}},
        "does not fit it": {"signature": "A" * 86 + "=="},
        "one right spelling": {"signature": step["signature"][:-3] + "B=="},
        "is not base64": {"signature": "*"},
        "hashes": {"proof": [*step["proof"], "0" * 64]},
    }
    for says, values in cases.items():
        reason = refused(put_together(other, changed(files, name, **values)))
        assert says in reason or reason, says
    swapped = {**files, "log/1.json": files["log/2.json"], "log/2.json": files["log/1.json"]}
    assert "holds another entry" in refused(put_together(other, swapped))


def test_the_same_record_under_two_names(made: Path, other: Path) -> None:
    files = taken_apart(made)
    name = first(files, "records/claim")
    again = name[:-31] + "a" * 26 + ".json"
    assert "holds another record" in refused(put_together(other, {**files, again: files[name]}))


def test_checkpoints_that_were_altered(made: Path, other: Path) -> None:
    files = taken_apart(made)
    note = files["checkpoint"].decode()
    origin, size, root = note.split("\n")[:3]
    forged = Ed25519PrivateKey.generate()
    again = make_checkpoint(Checkpoint(origin, int(size), base64.b64decode(root)), forged)
    cases = {
        "larger": note.replace(f"\n{size}\n", f"\n{int(size) + 1}\n"),
        "another root": note.replace(root, base64.b64encode(bytes(32)).decode()),
        "by another key": again,
        "unsigned": note.split("\n\n")[0] + "\n\n",
        "signed twice": note + note.split("\n\n")[1],
        "an extension": note.replace("\n\n", "\nmore\n\n"),
        "another origin": note.replace(origin, "example.org/log"),
        "control characters": note.replace(origin, origin + "\x07"),
        "a leading zero": note.replace(f"\n{size}\n", f"\n0{size}\n"),
        "no text": "",
    }
    for what, each in cases.items():
        reason = refused(put_together(other, {**files, "checkpoint": each.encode()}))
        assert reason.startswith("the checkpoint"), (what, reason)
    raw = put_together(other, {**files, "checkpoint": b"\xff\n\n\xff\n"})
    assert "UTF-8" in refused(raw)
    # signatures by others are none of ours, and stay
    cosigned = note + again.split("\n\n")[1].replace(origin, "example.org/witness")
    assert refused(put_together(other, {**files, "checkpoint": cosigned.encode()})) == ""


def test_a_log_of_somebody_else_holds_only_under_its_own_key(
    made: Path, tmp_path: Path, other: Path
) -> None:
    """Whoever makes a whole log of their own can prove anything about that log, and no other."""
    (tmp_path / "forger").mkdir()
    forger = filled(tmp_path / "forger")
    disclose(forger, ["c1"], other, Order(recipient="A court"))
    assert refused(other) == ""
    fields = json.loads(taken_apart(made)[first(taken_apart(made), "records/log_key")])["fields"]
    assert "the key that you trust" in refused(other, trusted=fields["verifier_key"]["value"])


# ---- fuzz


@FEW
@given(data=st.binary(max_size=400))
def test_anything_at_all(other: Path, data: bytes) -> None:
    other.write_bytes(data)
    assert refused(other) != ""


@FEW
@given(choice=st.data())
def test_files_put_in_place_of_others(made: Path, other: Path, choice: st.DataObject) -> None:
    files = taken_apart(made)
    names = sorted(each for each in files if each != "manifest.json" and "blobs" not in each)
    name = choice.draw(st.sampled_from(names))
    others = st.sampled_from(names).map(files.get)
    with_what = choice.draw(st.one_of(st.binary(max_size=60), others))
    if with_what == files[name] or name in ("README.txt", "verify_package.py"):
        return  # pages for the reader; the manifest that was brought up to date names them
    assert refused(put_together(other, {**files, name: with_what or b""})) != ""


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**70), 2**70) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=8,
)


@FEW
@given(choice=st.data())
def test_values_of_other_types_anywhere(made: Path, other: Path, choice: st.DataObject) -> None:
    """A part of some JSON is replaced by any JSON; nothing but a refusal comes of it."""
    files = taken_apart(made)
    names = [each for each in sorted(files) if each.endswith(".json") and each != "manifest.json"]
    name = choice.draw(st.sampled_from(names))
    value = json.loads(files[name])
    place: Any = value
    while True:
        keys = sorted(place) if isinstance(place, dict) else list(range(len(place)))
        key = choice.draw(st.sampled_from(keys))
        if not isinstance(place[key], (dict, list)) or not place[key] or choice.draw(st.booleans()):
            break
        place = place[key]
    new = choice.draw(JSON)
    if new == place[key] and type(new) is type(place[key]):
        return
    place[key] = new
    assert refused(put_together(other, {**files, name: canonical(value)})) != ""


class Loose:
    """Files of a package, packed in no way at all."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self._files = files
        self.names = tuple(files)

    def read(self, name: str, limit: int) -> bytes:
        return self._files[name][:limit]

    def digest(self, name: str) -> str:
        return f"sha256:{hashlib.sha256(self._files[name]).hexdigest()}"


@FEW
@given(manifest=JSON)
def test_any_manifest(made: Path, manifest: Any) -> None:
    loose: Files = Loose({**taken_apart(made), "manifest.json": canonical(manifest)})
    with pytest.raises(PackageError):
        check_package(loose)


NAMES = st.from_regex(r"[a-z]{1,8}(/[a-z]{1,8}){0,2}", fullmatch=True)


@given(files=st.dictionaries(NAMES, st.binary(max_size=50), min_size=1, max_size=8))
@settings(max_examples=100, deadline=None)
def test_what_is_packed_is_what_is_read(files: dict[str, bytes]) -> None:
    out = BytesIO()
    write_archive(out, sorted(files.items()))
    archive = read_archive(out)
    assert {name: archive.read(name, 1 << 20) for name in archive.names} == files
    with zipfile.ZipFile(out) as another:
        assert {name: another.read(name) for name in another.namelist()} == files
        assert another.testzip() is None
