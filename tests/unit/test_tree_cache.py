"""The tree kept as tiles: brought up to date, made anew where it is wrong, never trusted."""

from pathlib import Path

import pytest

from provenance.audit import check_inclusion, prove_inclusion
from provenance.errors import WorkspaceError
from provenance.model import Case
from provenance.workspace.core import Workspace
from provenance.workspace.locate import FOLDER
from provenance.workspace.tree import tree
from tests.desks import desk


def _work(workspace: Workspace, steps: int) -> str:
    """Add steps, and return the checkpoint over the log."""
    for number in range(steps):
        case = workspace.case
        new = {"id": workspace.new_id(), "supersedes": case.id, "question": f"{number}"}
        record: Case = case.model_copy(update=new)
        workspace.step("case", [record])
    workspace.seal()
    return max((size, note) for _, size, note in workspace.store.checkpoints())[1]


def _check(workspace: Workspace, note: str) -> None:
    hashes, size = tree(workspace, note), workspace.store.size()
    leaves = workspace.store.leaves(0, size)
    root = workspace.signer.last_signed()
    assert root is not None
    for index in (0, size // 2, size - 1):
        proof = prove_inclusion(index, size, hashes)
        check_inclusion(leaves[index], proof, index=index, size=size, root=root.root)


def test_it_grows_with_the_log_and_is_made_anew_where_it_is_damaged(tmp_path: Path) -> None:
    workspace = desk(tmp_path)
    _check(workspace, _work(workspace, 3))
    note = _work(workspace, 4)
    _check(workspace, note)
    folder = workspace.root / FOLDER / "tiles"
    for path in [each for each in folder.rglob("*") if each.is_file()]:
        if path.exists():  # a damaged cache is thrown away, the tiles of smaller sizes with it
            path.write_bytes(b"\x00" + path.read_bytes()[1:])
        _check(workspace, note)
    (folder / "size.json").write_text('{"nodes": [], "size": "many"}', "utf-8")
    _check(workspace, _work(workspace, 1))


def test_a_log_that_does_not_lead_to_its_checkpoint_gives_no_proof(tmp_path: Path) -> None:
    one, two = desk(tmp_path, name="one"), desk(tmp_path, home="other", name="two")
    note = _work(one, 2)
    _work(two, 2)
    with pytest.raises(WorkspaceError, match="provenance verify"):
        tree(two, note)
