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
from provenance.workspace.export import export_log
from tests.desks import filled


class RefusedError(Exception):
    """The export is not what it says."""


def verified(folder: Path, trusted: str, kept: tuple[tuple[int, bytes], ...] = ()) -> bytes:
    """Return the root of an export that holds, or raise RefusedError."""
    about = json.loads((folder / "about.json").read_bytes())
    need(about["format"] == "provenance-audit/1", "another format")  # 1
    need(about["verifier_key"] == trusted, "another verifier key than the one trusted")
    keys = {each["commitment"]: opened(each) for each in lines(folder / "agents.jsonl")}  # 2
    entries = []
    for number, line in enumerate(lines(folder / "entries.jsonl"), 1):  # 3
        signature = base64(line.pop("signature"))
        need(line["seq"] == number, f"entry {number} is not in its place")
        need(keys.get(line["actor"]) is not None, f"entry {number} is by nobody known")
        entries.append(encoded(line))
        signed(keys[line["actor"]], signature, b"provenance-desk entry v1\n" + entries[-1])
    root = tree([sha(b"\x00" + entry) for entry in entries])  # 4
    need(about["entries"] == len(entries) and about["root"] == root.hex(), "another log")
    name, size, noted = opened_note((folder / "checkpoint").read_bytes().decode(), trusted)  # 5
    need((name, size, noted) == (trusted.split("+", 1)[0], len(entries), root), "another root")
    for earlier, old in kept:  # 6
        need(earlier <= len(entries), "the log has been cut short")
        need(tree([sha(b"\x00" + entry) for entry in entries[:earlier]]) == old, "two histories")
    return root


def opened(agent: dict[str, Any]) -> bytes | None:
    """Return the public key of a disclosed agent whose commitment is right."""
    fields, salts = agent["fields"], agent["salts"]
    need(fields.keys() == salts.keys(), "a field without its salt")
    need(all(re.fullmatch("[0-9a-f]{64}", salt) for salt in salts.values()), "not a salt")
    digests = {
        name: sha(bytes.fromhex(salts[name]) + encoded(value)).hex()
        for name, value in fields.items()
    }
    whole = {"digests": digests, "kind": agent["kind"], "schema": agent["schema"]}
    need(agent["kind"] == "agent" and sha(encoded(whole)).hex() == agent["commitment"], "altered")
    return base64(fields["public_key"]) if fields["public_key"] else None


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


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, bytes]:
    """A real export, the verifier key of its log, and the root that the program computed."""
    tmp = tmp_path_factory.mktemp("export")
    workspace = filled(tmp)
    exported = export_log(workspace, tmp / "audit")
    return tmp / "audit", workspace.log_key.verifier_key, bytes.fromhex(exported.root)


def test_a_real_export_holds(made: tuple[Path, str, bytes]) -> None:
    folder, key, root = made
    assert verified(folder, key) == root
    first = (folder / "entries.jsonl").read_bytes().splitlines()[0]
    entry = encoded({name: v for name, v in json.loads(first).items() if name != "signature"})
    assert verified(folder, key, kept=((1, sha(b"\x00" + entry)),)) == root


@pytest.mark.parametrize("name", ["entries.jsonl", "agents.jsonl", "checkpoint"])
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
        with pytest.raises((RefusedError, ValueError, KeyError, AttributeError)):
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
