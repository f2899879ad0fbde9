"""Who had the evidentiary copy: recorded before the bytes leave, printed in order."""

from pathlib import Path

import pytest

from provenance.errors import UnknownHandleError, UsageError
from provenance.workspace.core import Workspace
from provenance.workspace.custody import custody_of
from provenance.workspace.evidence import hand_out, take
from provenance.workspace.verify import verify_workspace
from provenance.workspace.views import Views
from tests.desks import REPORT, filled


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A desk with two captures."""
    return filled(tmp_path)


def test_opening_and_exporting_are_entries_in_order(workspace: Workspace, tmp_path: Path) -> None:
    assert take(workspace, "k1", why="to compare").decode() == REPORT
    hand_out(workspace, "k1", tmp_path / "out.txt", recipient="counsel", why="hearing")
    assert (tmp_path / "out.txt").read_text("utf-8") == REPORT
    steps = custody_of(workspace, "k1")
    assert [(each.what.split()[0], each.to, each.why) for each in steps] == [
        ("captured", "", ""),
        ("opened", "", "to compare"),
        ("exported", "counsel", "hearing"),
    ]
    assert [each.entry for each in steps] == sorted(each.entry for each in steps)
    assert {each.by for each in steps} == {"Ada Example"}
    assert len(custody_of(workspace, "k2")) == 1
    workspace.close()
    assert verify_workspace(workspace, workers=1).clean


def test_reading_the_working_copy_is_no_custody(workspace: Workspace) -> None:
    size = workspace.store.size()
    Views(workspace).dossier()
    assert workspace.store.size() == size


def test_nothing_is_overwritten_and_what_has_no_bytes_is_said(
    workspace: Workspace, tmp_path: Path
) -> None:
    (tmp_path / "out.txt").write_text("mine", "utf-8")
    with pytest.raises(UsageError, match="there already"):
        hand_out(workspace, "k1", tmp_path / "out.txt")
    assert (tmp_path / "out.txt").read_text("utf-8") == "mine"
    with pytest.raises(UnknownHandleError, match="no capture"):
        take(workspace, "d1")
    assert len(custody_of(workspace, "k1")) == 1
