"""Workspaces made by every released schema still verify, before and after they are brought up.

``tests/workspaces/schema-N.zip`` holds a desk and the keys of its invented analyst as the
program of that schema left them; they are never made again. The checkpoints below were
signed by those programs.
"""

import zipfile
from pathlib import Path

import pytest

from provenance.audit import check_checkpoint, parse_verifier_key
from provenance.cli import main
from provenance.errors import SchemaVersionError
from provenance.model import Decision, LogKey
from provenance.settings import Settings
from provenance.store.migrations import HEAD, REVISIONS
from provenance.workspace.backup import upgrade
from provenance.workspace.core import Workspace, opened
from provenance.workspace.decide import decide
from provenance.workspace.verify import verify
from provenance.workspace.views import Views
from tests import tampering

FOLDER = Path(__file__).parents[1] / "workspaces"
OLD = {
    "0001": (
        "provenance-desk/d43xovmnsejpxrp3sxd4ex7cki/mldqdgomiurncmjif77l37r4xq\n24\n"
        "4ovyhgbAy+RCVu9dkRc/ZbuUIZhSr1PUYEu4xKXV2kg=\n"
    ),
}


@pytest.fixture(params=sorted(OLD))
def old(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[str, Settings]:
    """Return the text of an old checkpoint and where the workspace under it lies."""
    revision: str = request.param
    with zipfile.ZipFile(FOLDER / f"schema-{revision}.zip") as packed:
        packed.extractall(tmp_path)
    for key in (tmp_path / "home").rglob("*.pem"):
        key.chmod(0o600)  # an archive does not say who may read what comes out of it
    return OLD[revision], Settings(home=tmp_path / "home", workspace=tmp_path / "desk")


def _checkpoint(settings: Settings, text: str) -> None:
    """Check that the workspace still has the checkpoint that was signed, and leads to its root."""
    size = int(text.split("\n")[1])
    workspace = Workspace(settings.workspace, settings)  # type: ignore[arg-type]
    origin = text.split("\n", maxsplit=1)[0]
    notes = [note for of, at, note in workspace.store.checkpoints() if (of, at) == (origin, size)]
    keys = {each.origin: each.verifier_key for each in workspace.store.current(LogKey)}
    key = parse_verifier_key(keys[origin])
    assert [check_checkpoint(note, key).text for note in notes] == [text]
    workspace.store.database.release()


def test_every_schema_but_the_newest_is_kept() -> None:
    assert sorted(OLD) == sorted(set(REVISIONS) - {HEAD})


def test_an_old_workspace_verifies_as_it_is(old: tuple[str, Settings]) -> None:
    text, settings = old
    before = (settings.workspace / ".provenance" / "records.sqlite").read_bytes()  # type: ignore[operator]
    found = verify(settings, workers=1)
    assert found.clean, found.problems
    assert found.entries == int(text.split("\n")[1])
    assert any("schema" in note for note in found.notes)
    assert (settings.workspace / ".provenance" / "records.sqlite").read_bytes() == before  # type: ignore[operator]


def test_it_is_not_written_to_before_it_is_brought_up(old: tuple[str, Settings]) -> None:
    _, settings = old
    with pytest.raises(SchemaVersionError, match="provenance upgrade"), opened(settings):
        pass


def test_it_verifies_against_its_old_checkpoint_after_it_was_brought_up(
    old: tuple[str, Settings], tmp_path: Path
) -> None:
    text, settings = old
    root = verify(settings, workers=1).root
    made = upgrade(Workspace(settings.workspace, settings), tmp_path / "before.zip")  # type: ignore[arg-type]
    assert made is not None
    assert Path(made.path).exists()
    found = verify(settings, workers=1)
    assert found.clean, found.problems
    assert found.root == root
    _checkpoint(settings, text)


def _kept(settings: Settings, text: str, path: Path) -> Path:
    """Write the old program's signed checkpoint into a file, as somebody else has kept it."""
    workspace = Workspace(settings.workspace, settings)  # type: ignore[arg-type]
    size = int(text.split("\n")[1])
    notes = [note for _, at, note in workspace.store.checkpoints() if at == size]
    workspace.store.database.release()
    path.write_text(notes[0], "utf-8")
    return path


def test_commands_verify_it_against_its_old_checkpoint_before_and_after(
    old: tuple[str, Settings],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text, settings = old
    monkeypatch.setenv("PROVENANCE_HOME", str(settings.home))
    monkeypatch.setenv("PROVENANCE_WORKSPACE", str(settings.workspace))
    kept = _kept(settings, text, tmp_path / "kept")
    said = f"the log extends the {text.split()[1]} entries of the checkpoint in {kept}"
    check = ["verify", "--against", str(kept), "--workers", "1"]
    assert main(check) == 0
    before = capsys.readouterr().out
    assert said in before
    assert "to work in it: provenance upgrade" in before
    assert main(["upgrade", "--backup", str(tmp_path / "before.zip")]) == 0
    capsys.readouterr()
    assert main(check) == 0
    after = capsys.readouterr().out
    assert said in after
    assert "older schema" not in after
    assert before.splitlines()[-1] == after.splitlines()[-1]


@pytest.mark.parametrize("when", ["before", "after"])
def test_what_was_changed_in_it_is_named_before_and_after(
    old: tuple[str, Settings], tmp_path: Path, when: str
) -> None:
    text, settings = old
    kept = _kept(settings, text, tmp_path / "kept")
    workspace = Workspace(settings.workspace, settings)  # type: ignore[arg-type]
    if when == "after":
        upgrade(workspace, tmp_path / "before.zip")
        workspace.store.database.release()
    with tampering.opened(workspace) as connection:
        connection.execute("UPDATE claim SET wording = 'Nothing was sold.' WHERE rowid = 1")
        connection.execute("DELETE FROM entry WHERE seq = (SELECT max(seq) FROM entry)")
    said = tampering.told(verify(settings, workers=1, against=[kept]))
    assert "its fields do not fit its commitment" in said
    assert "was cut off" in said


def test_work_goes_on_in_it(old: tuple[str, Settings], tmp_path: Path) -> None:
    text, settings = old
    upgrade(Workspace(settings.workspace, settings), tmp_path / "before.zip")  # type: ignore[arg-type]
    with opened(settings) as workspace:
        decide(
            workspace,
            Views(workspace).claim(Views(workspace).claim_identity("c2")),
            Decision.ACCEPT,
            reason="read again",
        )
    found = verify(settings, workers=1)
    assert found.clean, found.problems
    assert found.entries > int(text.split("\n")[1])
    _checkpoint(settings, text)
