"""Disclosure: what goes out, what stays in, and that a reader with nothing of ours can tell."""

import ast
import hashlib
import hmac
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from provenance.canonical import canonical, content_key, sha256
from provenance.errors import UnknownHandleError, UsageError
from provenance.model import Agent, Capture, Custody, Document, Source
from provenance.workspace.core import Workspace
from provenance.workspace.disclose import Order, check_package, disclose
from provenance.workspace.rotate import change_key, change_log_key
from tests.desks import filled
from tests.packages import ALONE, VERIFIER, put_together, refused, taken_apart

pytestmark = pytest.mark.slow  # whole desks, one after the other

TO = Order(recipient="District court of Leith")


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """A desk that the tests of this file share: a disclosure only adds to it."""
    made = filled(tmp_path_factory.mktemp("desk"))
    yield made
    made.close()


def package(workspace: Workspace, tmp: Path, order: Order = TO, *handles: str) -> Path:
    path = tmp / f"package-{len(list(tmp.glob('*.zip')))}.zip"
    disclose(workspace, handles or ("c1",), path, order)
    return path


def records(path: Path) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for name, data in taken_apart(path).items():
        if name.startswith("records/"):
            value = json.loads(data)
            found.setdefault(value["kind"], []).append(value["fields"])
    return found


def test_both_verifiers_accept_what_goes_out(workspace: Workspace, tmp_path: Path) -> None:
    path = package(workspace, tmp_path)
    assert refused(path) == ""
    assert refused(path, trusted=workspace.log_key.verifier_key) == ""
    found = records(path)
    for kind in ("claim", "appearance", "attribution", "link", "document", "capture", "grade"):
        assert found[kind], kind
    assert {"collector_statement", "source", "policy", "agent", "log_key"} <= found.keys()


def test_a_key_that_the_reader_has_from_elsewhere_counts(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = package(workspace, tmp_path)
    other = "example.org/log+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
    assert "the key that you trust" in refused(path, trusted=other)


def test_what_leads_to_people_and_machines_stays_in_unless_named(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = package(workspace, tmp_path)
    whole = path.read_bytes()
    for secret in ("Ada Example", "pasted by hand", str(tmp_path)):
        assert secret.encode() not in whole
    assert "digest" in records(path)["agent"][0]["name"]
    named = package(workspace, tmp_path, TO.model_copy(update={"also": ("agent.name",)}))
    assert "Ada Example" in {each["name"].get("value") for each in records(named)["agent"]}
    assert refused(named) == ""


def test_no_row_salt_leaves(workspace: Workspace, tmp_path: Path) -> None:
    whole = package(workspace, tmp_path).read_bytes()
    for kind in (Agent, Capture, Document, Source):
        for each in workspace.store.current(kind):
            salt = workspace.store.salt(each)
            assert salt not in whole
            assert salt.hex().encode() not in whole


def test_a_withheld_field_keeps_the_proof_of_the_rest(workspace: Workspace, tmp_path: Path) -> None:
    for words in (("capture.collector",), ("collector",), ("text",), ("source.aliases", "sought")):
        order = TO.model_copy(update={"withhold": words})
        path = package(workspace, tmp_path, order)
        assert refused(path) == ""
    hidden = records(package(workspace, tmp_path, TO.model_copy(update={"withhold": ("text",)})))
    # digests without salts of the text would tell whoever has it
    for kind, name in (
        ("document", "text_digest"),
        ("document", "payload"),
        ("capture", "payload"),
    ):
        assert all("digest" in each[name] for each in hidden[kind])


def test_words_that_stand_elsewhere_are_named(workspace: Workspace, tmp_path: Path) -> None:
    order = TO.model_copy(update={"withhold": ("source.name",)})
    before = workspace.store.size()
    with pytest.raises(UsageError, match=r"source\.name can still be read in .*attribution\.steps"):
        package(workspace, tmp_path, order)
    assert list(tmp_path.glob("package*")) == []
    assert workspace.store.size() == before
    meant = order.model_copy(update={"allow_repeats": True})
    made = disclose(workspace, ["c1"], tmp_path / "meant.zip", meant)
    assert made.repeated
    assert refused(tmp_path / "meant.zip") == ""


@pytest.mark.parametrize(
    ("order", "says"),
    [
        ({"withhold": ("colector",)}, r"no field is called 'colector'.*capture: .*collector"),
        ({"withhold": ("capture.colector",)}, r"Fields are: capture: "),
        ({"withhold": ("agent.public_key",)}, "cannot be withheld"),
        ({"withhold": ("id",)}, "cannot be withheld"),
        ({"withhold": ("title",), "also": ("document.title",)}, "both withheld and disclosed"),
        ({"withhold": ("collector",), "also": ("agent.name",)}, r"capture\.collector has signed"),
        ({"withhold": ("text",), "with_blobs": True}, "leave them out, --without-blobs"),
        ({"recipient": " "}, "to whom"),
    ],
)
def test_orders_that_cannot_be_carried_out(
    workspace: Workspace, tmp_path: Path, order: dict[str, Any], says: str
) -> None:
    before = workspace.store.size()
    with pytest.raises(UsageError, match=says):
        package(workspace, tmp_path, TO.model_copy(update=order))
    assert workspace.store.size() == before
    assert list(tmp_path.glob("package*")) == []


def test_only_claims_and_captures_that_stand(workspace: Workspace, tmp_path: Path) -> None:
    for handle in ("s1", "c99", "nonsense"):
        with pytest.raises(UnknownHandleError):
            package(workspace, tmp_path, TO, handle)
    assert refused(package(workspace, tmp_path, TO, "c1", "k2")) == ""
    (tmp_path / "there.zip").write_bytes(b"mine")
    with pytest.raises(UsageError, match="there already"):
        disclose(workspace, ["c1"], tmp_path / "there.zip", TO)
    assert (tmp_path / "there.zip").read_bytes() == b"mine"


def test_a_disclosure_is_custody_of_each_capture(workspace: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "p.zip"
    made = disclose(workspace, ["c1"], path, TO.model_copy(update={"why": "ordered"}))
    kept = workspace.store.current(Custody, package=made.digest)
    assert made.digest == sha256(path.read_bytes())
    assert len(kept) == made.captures == 2
    assert {(each.recipient, each.why) for each in kept} == {(TO.recipient, "ordered")}
    assert workspace.store.entries()[-1][0].kind == "disclose"
    again = package(workspace, tmp_path)  # tells that there was another, not to whom
    assert all("digest" in each["recipient"] for each in records(again)["custody"])
    assert refused(again) == ""


def test_the_same_input_is_the_same_bytes(workspace: Workspace, tmp_path: Path) -> None:
    path = package(workspace, tmp_path)
    files = taken_apart(path)
    assert put_together(tmp_path / "again.zip", files).read_bytes() == path.read_bytes()


def test_the_bytes_go_along_when_asked_for(workspace: Workspace, tmp_path: Path) -> None:
    path = package(workspace, tmp_path, TO.model_copy(update={"with_blobs": True}))
    payload = workspace.store.current(Capture)[0].payload or ""
    assert taken_apart(path)[f"blobs/{payload[7:]}"] == workspace.blobs.get(payload)
    assert refused(path) == ""


def test_a_change_of_keys_is_followed(tmp_path: Path) -> None:
    workspace = filled(tmp_path)
    change_key(workspace, "yearly", lambda: None)
    change_log_key(workspace, "yearly")
    disclose(workspace, ["k1"], tmp_path / "first.zip", TO)  # signed with the new keys
    path = package(workspace, tmp_path, TO, "k1")
    assert len(records(path)["key_change"]) == 2
    assert refused(path, trusted=workspace.log_key.verifier_key) == ""
    files = taken_apart(path)
    for name in [each for each in files if "key_change" in each]:
        left = {n: data for n, data in files.items() if n != name}
        assert refused(put_together(tmp_path / "less.zip", left)) != ""


# ---- with nothing of ours


def run(*words: str, cwd: Path, without: bool = False) -> tuple[int, str]:
    code = "import sys, runpy; sys.modules['provenance'] = None; "
    code += "sys.modules['cryptography'] = None; " if without else ""
    code += "sys.argv = sys.argv[1:]; runpy.run_path(sys.argv[0], run_name='__main__')"
    done = subprocess.run(  # noqa: S603  # our own file, in our own interpreter
        [sys.executable, "-I", "-c", code, *words],
        cwd=cwd,
        capture_output=True,
        check=False,
        env={"PATH": os.environ["PATH"]},
    )
    assert done.stderr == b"", done.stderr.decode()
    return done.returncode, done.stdout.decode("ascii")


def test_the_file_in_the_package_checks_it_alone(workspace: Workspace, tmp_path: Path) -> None:
    path = package(workspace, tmp_path)
    alone = tmp_path / "elsewhere"
    for name, data in taken_apart(path).items():
        (alone / name).parent.mkdir(parents=True, exist_ok=True)
        (alone / name).write_bytes(data)
    assert (alone / "verify_package.py").read_bytes() == VERIFIER.read_bytes()
    code, said = run(str(alone / "verify_package.py"), str(path), cwd=tmp_path)
    assert code == 0
    assert said.endswith("VERIFIED\n")
    assert "Does not show: that what was recorded is true" in said
    assert run(str(alone / "verify_package.py"), cwd=tmp_path)[0] == 0
    (alone / "more.txt").write_text("more", "ascii")
    code, said = run(str(alone / "verify_package.py"), cwd=tmp_path)
    assert (code, "more.txt" in said) == (1, True)
    (alone / "more.txt").unlink()
    (alone / "checkpoint").rename(tmp_path / "moved")
    (alone / "checkpoint").symlink_to(tmp_path / "moved")
    code, said = run(str(alone / "verify_package.py"), cwd=tmp_path)
    assert (code, "is a symbolic link" in said) == (1, True)


def test_without_the_means_to_check_signatures_it_says_so(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = package(workspace, tmp_path)
    code, said = run(str(VERIFIER), str(path), cwd=tmp_path, without=True)
    assert code == 3
    assert "NOT CHECKED: any signature" in said
    assert "VERIFIED" not in said
    assert run(str(VERIFIER), "--help", cwd=tmp_path)[0] == 2


def test_it_imports_nothing_of_ours() -> None:
    source = VERIFIER.read_text("ascii")
    ast.parse(source, feature_version=(3, 9))
    imported = set(re.findall(r"^\s*(?:from|import) (\w+)", source, re.MULTILINE))
    assert imported <= {*sys.stdlib_module_names, "cryptography"}
    assert not hasattr(ALONE, "provenance")


# ---- guessing


def test_a_withheld_name_cannot_be_found_by_trying_all(
    workspace: Workspace, tmp_path: Path
) -> None:
    """The reader has every byte of the package, the names of the fields, and all 1,000 names."""
    path = package(workspace, tmp_path, TO, "k1")
    whole = path.read_bytes()
    assert b"Ada Example" not in whole
    hexes = {
        bytes.fromhex(each.decode()) for each in re.findall(rb"(?<![0-9a-f])[0-9a-f]{64}", whole)
    }
    assert len(hexes) > 50
    agents = records(path)["agent"]
    wanted = {each["name"]["digest"] for each in agents}
    names = [f"Person {number:03}" for number in range(999)] + ["Ada Example"]
    for name in names:
        values = (canonical(name), name.encode())
        tried = {hashlib.sha256(value).digest() for value in values}
        tried |= {bytes.fromhex(content_key("agent", name)[7:])}
        for key in hexes:
            for value in values:
                tried.add(hashlib.sha256(key + value).digest())
                tried.add(hmac.digest(key, value, "sha256"))
        assert not {each.hex() for each in tried} & wanted
        assert not tried & hexes
    # the test would find it, had the row's salt been given away
    agent = next(each for each in workspace.store.current(Agent) if each.name == "Ada Example")
    salt = hmac.digest(workspace.store.salt(agent), b"name", "sha256")
    assert hashlib.sha256(salt + canonical("Ada Example")).hexdigest() in wanted


def test_withheld_addresses_do_not_stand_in_digests_without_salt(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = package(workspace, tmp_path)
    whole = path.read_bytes()
    for document in workspace.store.current(Document):
        for start in range(len(document.text)):
            for end in range(start + 1, min(len(document.text), start + 120) + 1):
                span = f"{start}-{end}"
                key = content_key("appearance", document.text_digest, document.uri, span)
                assert key[7:].encode() not in whole
            if start > 40:
                break


def test_the_package_is_checked_before_it_is_recorded(workspace: Workspace, tmp_path: Path) -> None:
    result = check_package(package(workspace, tmp_path))
    assert result.recipient == TO.recipient
    assert not result.trusted
    assert any("compare" in each for each in result.notes)
    assert any("no outside authority" in each for each in result.does_not_show)
