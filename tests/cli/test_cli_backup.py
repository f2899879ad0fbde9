"""Backup and restore by commands: what is put back, what is refused, and what the log says."""

import hashlib
import json
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from provenance.cli.exits import ExitCode
from tests.cli.conftest import Run


@pytest.fixture
def backup(desk: Path, run: Run) -> Path:
    """A backup of the desk."""
    told = run("backup", "../desk.zip", "--json")
    assert told.code == 0
    assert told.json["entries"] == len(run("list", "log", "--json").json)
    return desk.parent / "desk.zip"


def test_a_backup_holds_records_and_blobs_and_no_key(desk: Path, run: Run, backup: Path) -> None:
    with zipfile.ZipFile(backup) as archive:
        names = archive.namelist()
        manifest = json.loads(archive.read("manifest.json"))
    blobs = {f"blobs/{each.parent.name}/{each.name}" for each in desk.rglob("blobs/*/*")}
    assert set(names) == {"manifest.json", "records.sqlite"} | blobs
    assert set(manifest["members"]) == set(names) - {"manifest.json"}
    before = backup.read_bytes()
    told = run("backup", str(backup))
    assert (told.code, "is there already" in told.err) == (ExitCode.BACKUP, True)
    assert backup.read_bytes() == before
    assert run("backup", "nowhere/desk.zip").code == ExitCode.BACKUP


def test_a_restore_goes_back_sets_aside_and_goes_on_under_a_new_origin(
    desk: Path, run: Run, backup: Path
) -> None:
    entries, origin = len(run("list", "log", "--json").json), run("audit", "key").out
    run("accept", "c1")
    made = run("restore", str(backup), "--why", "a bad disk", "--json").json
    assert made["back_to"] == entries
    assert made["new_origin"] is not None
    assert run("audit", "key").out != origin
    assert {row["state"] for row in run("list", "--json").json} == {"proposed"}
    assert run("list", "log", "--json").json[-1]["kind"] == "restore"
    assert run("verify", "--json").json["problems"] == []
    assert run("accept", "c2").code == 0
    assert run("verify").code == 0
    aside = Path(made["set_aside"])
    shutil.copytree(aside, desk.parent / "before" / ".provenance")
    kept = run("list", "--json", "-w", str(desk.parent / "before")).json
    assert "reviewed" in {row["state"] for row in kept}
    assert run("verify", "-w", str(desk.parent / "before")).code == 0
    again = run("restore", str(backup), "--why", "once more", "--json").json
    assert again["set_aside"] != made["set_aside"]
    assert run("verify").code == 0


def test_a_restore_of_all_that_was_signed_keeps_the_origin(run: Run, backup: Path) -> None:
    made = run("restore", str(backup), "--why", "a new machine", "--json").json
    assert made["new_origin"] is None
    assert run("verify").code == 0


def test_a_log_whose_key_is_lost_goes_on_under_a_new_one_after_a_restore(
    run: Run, backup: Path, tmp_path: Path
) -> None:
    for path in (tmp_path / "home" / "logs").rglob("key*.pem"):
        path.unlink()
    told = run("audit", "rotate", "--why", "lost")
    assert told.code == ExitCode.KEYS
    assert "is gone from" in told.err
    made = run("restore", str(backup), "--why", "the log's key is lost", "--json").json
    assert made["new_origin"] is not None
    assert run("audit", "key").out.startswith(made["new_origin"])
    assert run("audit", "export", "-o", str(tmp_path / "site")).code == 0
    assert (tmp_path / "site" / "checkpoint").read_text("utf-8").startswith(made["new_origin"])
    assert run("verify").code == 0


def test_where_copies_went_is_known_after_a_restore(
    desk: Path, run: Run, backup: Path, tmp_path: Path
) -> None:
    assert run("report", "-o", str(tmp_path / "report.html")).code == 0
    assert run("note", "add", "ring the harbour").code == 0
    assert run("restore", str(backup), "--why", "a new machine").code == 0
    assert "ring the harbour" in run("note", "list").out
    told = run("erase", "k1", "--why", "an order of the court", "--yes")
    for copy in (backup, tmp_path / "report.html", desk / ".provenance-set-aside-1"):
        assert str(copy) in told.err
    shutil.rmtree(desk)
    (tmp_path / "new").mkdir()
    elsewhere = ("-w", str(tmp_path / "new"))
    assert run("restore", str(backup), str(tmp_path / "new"), "--why", "a new machine").code == 0
    told = run("erase", "k1", "--why", "an order of the court", "--yes", *elsewhere)
    assert str(backup) in told.err


def test_a_restore_in_an_empty_folder_needs_the_keys_alone(
    desk: Path, run: Run, backup: Path, tmp_path: Path
) -> None:
    shutil.rmtree(desk)
    (tmp_path / "new").mkdir()
    told = run("restore", str(backup), str(tmp_path / "new"), "--why", "a new machine", "--json")
    assert told.json["set_aside"] is None
    assert run("verify", "-w", str(tmp_path / "new")).code == 0
    assert len(run("list", "documents", "--json", "-w", str(tmp_path / "new")).json) == 3


def test_who_has_no_key_here_restores_nothing(
    desk: Path, run: Run, backup: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PROVENANCE_HOME", str(tmp_path / "ben"))
    run("agent", "key", "--name", "Ben Example")
    before = _files(desk)
    assert run("restore", str(backup), "--why", "a try").code == ExitCode.KEYS
    assert _files(desk) == before


def _files(desk: Path) -> dict[str, bytes]:
    return {str(each): each.read_bytes() for each in sorted(desk.rglob("*")) if each.is_file()}


# ---- what is no backup


def _half(good: bytes) -> bytes:
    return good[: len(good) // 2]


def _flipped(good: bytes) -> bytes:
    """Change bytes in the packed database."""
    at = good.index(b"records.sqlite") + 200
    return good[:at] + bytes(each ^ 0x5A for each in good[at : at + 40]) + good[at + 40 :]


def _zip(manifest: str, **members: bytes) -> Callable[[bytes], bytes]:
    def make(_good: bytes) -> bytes:
        from io import BytesIO

        out = BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            if manifest:
                archive.writestr("manifest.json", manifest)
            for name, data in members.items():
                archive.writestr(name.replace("__", "/").replace("_DOT_", "."), data)
        return out.getvalue()

    return make


def _manifest(**members: bytes) -> str:
    found = {
        name.replace("__", "/").replace("_DOT_", "."): f"sha256:{hashlib.sha256(data).hexdigest()}"
        for name, data in members.items()
    }
    return json.dumps({"format": "provenance-backup/1", "members": found})


GARBAGE = {"records_DOT_sqlite": b"no database"}
CLIMBER = GARBAGE | {"_DOT__DOT___evil": b"x"}
NO_BACKUPS: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "no zip": lambda _: b"hello",
    "truncated": _half,
    "damaged": _flipped,
    "another zip": _zip("", readme=b"x"),
    "a list": _zip("[1]"),
    "members are a list": _zip('{"format":"provenance-backup/1","members":["records.sqlite"]}'),
    "another format": _zip(_manifest(**GARBAGE).replace("backup/1", "backup/9"), **GARBAGE),
    "no database": _zip(_manifest(**GARBAGE), **GARBAGE),
    "an empty database": _zip(_manifest(records_DOT_sqlite=b""), records_DOT_sqlite=b""),
    "other bytes": _zip(_manifest(**GARBAGE), records_DOT_sqlite=b"x"),
    "a missing member": _zip(_manifest(**GARBAGE)),
    "a name that climbs": _zip(_manifest(**CLIMBER), **CLIMBER),
}


def test_what_is_no_backup_is_refused_and_nothing_is_changed(
    desk: Path, run: Run, backup: Path
) -> None:
    good, before = backup.read_bytes(), _files(desk)
    bad = desk.parent / "bad.zip"
    for name, make in NO_BACKUPS.items():
        bad.write_bytes(make(good))
        told = run("restore", str(bad), "--why", "a try")
        wanted = {ExitCode.BACKUP, ExitCode.WORKSPACE if name == "an empty database" else 7}
        assert told.code in wanted, (name, told)
        assert told.err.startswith("provenance: "), name
        assert _files(desk) == before, name
        assert sorted(each.name for each in desk.iterdir()) == [".provenance"], name
    for nowhere in ("nowhere.zip", "/dev/zero"):
        assert run("restore", nowhere, "--why", "a try").code == ExitCode.BACKUP
    assert not (desk.parent / "evil").exists()


# ---- an older copy put back by hand


def test_an_older_copy_put_back_by_hand_writes_nothing_until_it_is_said_to_be_meant(
    desk: Path, run: Run, backup: Path, tmp_path: Path
) -> None:
    shutil.copytree(desk / ".provenance", tmp_path / "older")
    run("accept", "c1")
    shutil.rmtree(desk / ".provenance")
    shutil.copytree(tmp_path / "older", desk / ".provenance")
    size = len(run("list", "log", "--json").json)
    told = run("accept", "c2")
    assert (told.code, "older copy" in told.err) == (ExitCode.NOT_VERIFIED, True)
    assert len(run("list", "log", "--json").json) == size
    told = run("verify")
    assert (told.code, "its end was cut off" in told.out) == (ExitCode.NOT_VERIFIED, True)
    assert run("audit", "export", "-o", "audit").code == ExitCode.NOT_VERIFIED
    assert run("restore", str(backup), "--why", "the older one is meant").code == 0
    assert run("verify").code == 0
    assert run("accept", "c2").code == 0
    assert run("verify").code == 0
