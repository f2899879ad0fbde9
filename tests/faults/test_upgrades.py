"""Workspaces made by every released schema still verify, before and after they are brought up.

``tests/workspaces/schema-N.zip`` holds a desk and the keys of its invented analyst as the
program of that schema left them; they are never made again. The checkpoints below were
signed by those programs.
"""

import zipfile
from pathlib import Path

import pytest

from provenance.audit import check_checkpoint, parse_verifier_key
from provenance.errors import SchemaVersionError
from provenance.model import Decision, LogKey
from provenance.settings import Settings
from provenance.store.migrations import HEAD, REVISIONS
from provenance.workspace.backup import upgrade
from provenance.workspace.core import Workspace, opened
from provenance.workspace.decide import decide
from provenance.workspace.verify import verify
from provenance.workspace.views import Views

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
