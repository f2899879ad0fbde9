"""A verifier of audit exports that follows docs/formats alone, and exports that it must refuse.

``verified`` and what it stands on know the pages, the standard library and Ed25519; they use
nothing of the program. The numbers in the comments are the steps of docs/formats/audit-export.md.
"""

import hashlib
import hmac
import json
import re
import shutil
from base64 import b64decode, b64encode
from pathlib import Path
from typing import Any

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from provenance.canonical import commitment
from provenance.model import Case
from provenance.workspace.core import Workspace
from provenance.workspace.export import export_log
from provenance.workspace.rotate import change_key, change_log_key
from tests.desks import filled

pytestmark = pytest.mark.slow  # whole desks, one after the other


class RefusedError(Exception):
    """The export is not what it says."""


def verified(folder: Path, trusted: str, kept: tuple[tuple[int, bytes], ...] = ()) -> bytes:
    """Return the root of an export that holds, or raise RefusedError."""
    about = json.loads((folder / "about.json").read_bytes())
    need(about["format"] == "provenance-audit/2", "another format")  # 1
    need(about["verifier_key"] == trusted, "another verifier key than the one trusted")
    records = []  # 2
    listed = lines(folder / "entries.jsonl")
    for each in lines(folder / "keys.jsonl"):
        commitment, shown = opened(each)
        step = listed[each["step"] - 1]
        proof = [bytes.fromhex(node) for node in each["proof"]]
        root = led(sha(b"\x00" + commitment), each["ordinal"], step["count"], proof)
        need(root.hex() == step["root"], "a record that is not in its step")
        records.append((each, commitment.hex(), shown))
    agents = {commitment: shown for each, commitment, shown in records if each["kind"] == "agent"}
    changes = changed([(each, shown) for each, _, shown in records])
    entries = []
    for number, line in enumerate(listed, 1):  # 3
        signature = base64(line.pop("signature"))
        need(line["seq"] == number, f"entry {number} is not in its place")
        need(line["actor"] in agents, f"entry {number} is by nobody known")
        agent = agents[line["actor"]]
        later = [key for step, record, key in changes if record == agent["id"] and step < number]
        entries.append(encoded(line))
        key = base64(later[-1] if later else agent["public_key"])
        signed(key, signature, b"provenance-desk entry v1\n" + entries[-1])
    leaves = [sha(b"\x00" + entry) for entry in entries]
    root = tree(leaves)  # 4
    need(about["entries"] == len(entries) and about["root"] == root.hex(), "another log")
    need(bundled(folder, len(entries)) == entries, "the tiles hold other entries")
    name, size, noted = opened_note((folder / "checkpoint").read_bytes().decode(), trusted)  # 5
    need(name == trusted.split("+", 1)[0] and size <= len(entries), "another log")
    need(tree(leaves[:size]) == noted, "another root")
    for earlier, old in kept:  # 6
        need(earlier <= len(entries), "the log has been cut short")
        need(tree(leaves[:earlier]) == old, "two histories")
    return root


def opened(record: dict[str, Any]) -> tuple[bytes, dict[str, Any]]:
    """Return the commitment of a disclosed record and the fields that are shown."""
    digests, shown = {}, {}
    for name, field in record["fields"].items():
        if "digest" in field:
            digests[name] = field["digest"]
            continue
        need(bool(re.fullmatch("[0-9a-f]{64}", field["salt"])), "not a salt")
        digests[name] = sha(bytes.fromhex(field["salt"]) + encoded(field["value"])).hex()
        shown[name] = field["value"]
    whole = {"digests": digests, "kind": record["kind"], "schema": record["schema"]}
    return sha(encoded(whole)), shown


def led(leaf: bytes, index: int, size: int, proof: list[bytes]) -> bytes:
    """Return the root to which an inclusion proof leads (RFC 9162 section 2.1.3.2)."""
    need(0 <= index < size, "a place that the tree does not have")
    last = size - 1
    for node in proof:
        need(last > 0, "a proof that is too long")
        if index & 1 or index == last:
            leaf = sha(b"\x01" + node + leaf)
            while not index & 1 and index:
                index, last = index >> 1, last >> 1
        else:
            leaf = sha(b"\x01" + leaf + node)
        index, last = index >> 1, last >> 1
    need(last == 0, "a proof that is too short")
    return leaf


def changed(records: list[tuple[dict[str, Any], dict[str, Any]]]) -> list[tuple[int, str, str]]:
    """Return (step, record, new key) of each change of keys that both keys have signed."""
    now = {
        shown["id"]: shown["public_key" if each["kind"] == "agent" else "verifier_key"]
        for each, shown in records
        if each["kind"] != "key_change"
    }
    found = []
    for each, shown in records:
        if each["kind"] != "key_change":
            continue
        former, key = shown["former"], shown["key"]
        need(now[shown["record"]] == former, "a change from a key that was not in force")
        now[shown["record"]] = key
        message = f"provenance-desk key change v1\n{former}\n{key}\n".encode()
        signed(raw(shown["of"], former), base64(shown["former_signature"]), message)
        signed(raw(shown["of"], key), base64(shown["signature"]), message)
        if shown["of"] == "agent":
            found.append((each["step"], shown["record"], key))
    return found


def raw(of: str, key: str) -> bytes:
    """Return the 32 bytes of a key as an agent or a log writes it."""
    return base64(key) if of == "agent" else base64(key.split("+", 2)[2])[1:]


def bundled(folder: Path, size: int) -> list[bytes]:
    """Return the entries in the bundles of a tiled log of fewer than 256,000 entries."""
    found = []
    for start in range(0, size, 256):
        width = min(256, size - start)
        part = "" if width == 256 else f".p/{width}"
        data = (folder / f"tile/entries/{start // 256:03}{part}").read_bytes()
        while data:
            length = int.from_bytes(data[:2], "big")
            found.append(data[2 : 2 + length])
            data = data[2 + length :]
    return found


def opened_note(note: str, trusted: str) -> tuple[str, int, bytes]:
    """Return origin, size and root of a checkpoint signed by the key that is trusted."""
    name, key_id, encoded_key = trusted.split("+", 2)
    raw = base64(encoded_key)
    need(sha(f"{name}\n".encode() + raw)[:4].hex() == key_id and raw[:1] == b"\x01", "a bad key")
    text, found, tail = note.rpartition("\n\n")
    need(bool(found) and tail.endswith("\n"), "no signature")
    ours = 0
    for line in tail[:-1].split("\n"):
        dash, signer, value = line.split(" ")
        signature = base64(value)
        need(dash == "\u2014", "no signature line")
        if signer == name and signature[:4].hex() == key_id:
            signed(raw[1:], signature[4:], f"{text}\n".encode())
            ours += 1
    need(ours > 0, "no signature by the key that is trusted")
    origin, size, root = text.split("\n")
    return origin, int(size), base64(root)


def tree(level: list[bytes]) -> bytes:
    """Return the root over leaf hashes."""
    if len(level) < 2:
        return level[0] if level else sha(b"")
    split = 1 << (len(level) - 1).bit_length() - 1
    return sha(b"\x01" + tree(level[:split]) + tree(level[split:]))


def lines(path: Path) -> list[dict[str, Any]]:
    """Return the objects of a file, each line of which prints back to itself."""
    data = path.read_bytes()
    found = [json.loads(line) for line in data.splitlines()]
    need(b"".join(encoded(each) + b"\n" for each in found) == data, f"{path.name} is not canonical")
    return found


def base64(text: str) -> bytes:
    """Return the bytes of base64 that prints back to itself."""
    need(b64encode(b64decode(text, validate=True)).decode() == text, "not base64 as it is written")
    return b64decode(text)


def encoded(value: object) -> bytes:
    """Return RFC 8785 bytes, for values without fractions."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def signed(key: bytes | None, signature: bytes, message: bytes) -> None:
    """Return where the signature fits; refuse otherwise."""
    try:
        Ed25519PublicKey.from_public_bytes(key or b"").verify(signature, message)
    except InvalidSignature as error:
        raise RefusedError("a signature does not fit") from error


def sha(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


def need(held: bool, otherwise: str) -> None:
    if not held:
        raise RefusedError(otherwise)


# ---- what it is tried on


def _reworded(workspace: Workspace) -> Case:
    case = workspace.case
    new = {"id": workspace.new_id(), "supersedes": case.id, "question": "Who sold the cranes?"}
    return case.model_copy(update=new)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, bytes]:
    """A real export, the verifier key of its log, and the root that the program computed."""
    tmp = tmp_path_factory.mktemp("export")
    workspace = filled(tmp)
    change_log_key(workspace, "once a year")
    change_key(workspace, "the notebook was lost for a day", lambda: None)
    workspace.step("case", [_reworded(workspace)])
    exported = export_log(workspace, tmp / "audit")
    return tmp / "audit", workspace.log_key.verifier_key, bytes.fromhex(exported.root)


def test_a_real_export_holds(made: tuple[Path, str, bytes]) -> None:
    folder, key, root = made
    assert verified(folder, key) == root
    first = (folder / "entries.jsonl").read_bytes().splitlines()[0]
    entry = encoded({name: v for name, v in json.loads(first).items() if name != "signature"})
    assert verified(folder, key, kept=((1, sha(b"\x00" + entry)),)) == root


@pytest.mark.parametrize("name", ["entries.jsonl", "keys.jsonl", "checkpoint"])
def test_a_changed_byte_anywhere_is_refused(
    made: tuple[Path, str, bytes], tmp_path: Path, name: str
) -> None:
    folder, key, _ = made
    shutil.copytree(folder, tmp_path / "audit")
    path = tmp_path / "audit" / name
    whole = path.read_bytes()
    for at in range(0, len(whole), max(1, len(whole) // 300)):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        # a byte that breaks JSON, base64 or UTF-8 is refused by their readers (ValueError)
        with pytest.raises((RefusedError, ValueError, KeyError, AttributeError, TypeError)):
            verified(tmp_path / "audit", key)
    path.write_bytes(whole)
    assert verified(tmp_path / "audit", key)


@pytest.mark.parametrize("edit", ["drop the last", "drop the first", "swap two", "repeat one"])
def test_entries_dropped_moved_or_repeated_are_refused(
    made: tuple[Path, str, bytes], tmp_path: Path, edit: str
) -> None:
    folder, key, _ = made
    shutil.copytree(folder, tmp_path / "audit")
    path = tmp_path / "audit" / "entries.jsonl"
    one, two, *rest = path.read_bytes().splitlines(keepends=True)
    edited = {
        "drop the last": [one, two, *rest[:-1]],
        "drop the first": [two, *rest],
        "swap two": [two, one, *rest],
        "repeat one": [one, one, two, *rest],
    }[edit]
    path.write_bytes(b"".join(edited))
    with pytest.raises(RefusedError):
        verified(tmp_path / "audit", key)


def test_a_checkpoint_that_was_kept_shows_another_history(made: tuple[Path, str, bytes]) -> None:
    folder, key, _ = made
    with pytest.raises(RefusedError, match="two histories"):
        verified(folder, key, kept=((2, bytes(32)),))
    with pytest.raises(RefusedError, match="cut short"):
        verified(folder, key, kept=((1_000, bytes(32)),))


def test_the_worked_example_of_the_page() -> None:
    page = (Path(__file__).parents[2] / "docs" / "formats" / "commitments.md").read_text("utf-8")
    shown = json.loads(page.split("```json\n")[1].split("```")[0])
    for name, each in shown.items():
        salt = hmac.digest(bytes(range(32)), name.encode(), "sha256")
        assert (salt.hex(), sha(salt + encoded(each["value"])).hex()) == (
            each["salt"],
            each["digest"],
        )
    digests = {name: each["digest"] for name, each in shown.items()}
    whole = sha(encoded({"digests": digests, "kind": "agent", "schema": 1})).hex()
    assert f"Its commitment is `{whole}`." in page
    fields = {name: encoded(each["value"]) for name, each in shown.items()}
    assert commitment("agent", 1, bytes(range(32)), fields).hex() == whole
