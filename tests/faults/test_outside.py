"""What is known outside the database: changed keys, kept checkpoints, witnesses, accounts."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from provenance.audit import Checkpoint, Range, make_checkpoint
from provenance.clock import FixedClock
from provenance.errors import (
    ForeignKeyError,
    ForkError,
    NoteError,
    PassphraseError,
    SigningKeyError,
    UsageError,
)
from provenance.model import Case, KeyUse
from provenance.store.keys import KeyFolder
from provenance.workspace.agents import add_agent
from provenance.workspace.backup import backup, restore
from provenance.workspace.core import Workspace, public_text
from provenance.workspace.export import export_log
from provenance.workspace.rotate import change_key, change_log_key
from provenance.workspace.verify import Verification, verify_workspace
from provenance.workspace.witness import (
    add_witness,
    cosign_checkpoint,
    keep_cosigned,
    witness_key,
)
from tests.desks import desk, settings

pytestmark = pytest.mark.slow  # whole desks, one after the other


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A desk with one entry."""
    return desk(tmp_path)


def _work(workspace: Workspace, question: str) -> None:
    """Add an entry, and sign a checkpoint over the log."""
    case = workspace.case
    new = {"id": workspace.new_id(), "supersedes": case.id, "question": question}
    record: Case = case.model_copy(update=new)
    workspace.step("case", [record])
    workspace.close()


def _again(workspace: Workspace) -> Workspace:
    return Workspace(workspace.root, workspace.settings, clock=workspace.clock)


def _checked(workspace: Workspace, *against: Path) -> Verification:
    return verify_workspace(workspace, against=against, workers=1)


def _sentences(found: Verification) -> str:
    return "\n".join(f"{each.which}: {each.sentence}" for each in found.problems)


# ---- keys


def test_after_a_change_of_keys_the_new_one_signs_and_all_verifies(workspace: Workspace) -> None:
    _work(workspace, "before")
    change = change_key(workspace, "once a year", lambda: None)
    assert workspace.me.public_key == change.former
    _work(_again(workspace), "after")
    found = _checked(workspace)
    assert found.clean, found.problems
    assert change.key != change.former


def test_a_former_key_signs_no_more(workspace: Workspace) -> None:
    change_key(workspace, "lost", lambda: None)
    workspace.keys.identity().path.unlink()
    with pytest.raises(ForeignKeyError, match="given up"):
        _work(_again(workspace), "with the former key")


def test_an_entry_signed_with_a_former_key_is_named(workspace: Workspace) -> None:
    former = workspace.my_key
    change_key(workspace, "lost", lambda: None)
    workspace.__dict__["_identity"] = (workspace.me, former)  # as somebody who kept it would
    _work(workspace, "behind everybody's back")
    assert "is signed with a key that Ada Example had given up" in _sentences(_checked(workspace))


def test_another_desk_goes_on_with_the_former_key_until_it_is_told(tmp_path: Path) -> None:
    one, two = desk(tmp_path, name="one"), desk(tmp_path, name="two")
    new = change_key(one, "once a year", lambda: None).key
    _work(_again(two), "not told yet")
    told = change_key(_again(two), "told now", lambda: pytest.fail("a key was there"))
    assert told.key == new
    _work(_again(two), "with the new key")
    assert _checked(two).clean


def test_a_changed_key_may_have_a_passphrase_of_its_own(workspace: Workspace) -> None:
    given = {"passphrase": "first and only"}
    change_key(workspace, "now locked", lambda: "first and only")
    with pytest.raises(PassphraseError, match="is encrypted"):
        _work(_again(workspace), "locked")
    opened = Workspace(workspace.root, workspace.settings.model_copy(update=given))
    _work(opened, "opened")
    assert _checked(workspace).clean


def test_a_key_that_others_can_read_signs_nothing(workspace: Workspace) -> None:
    path = workspace.keys.identity().path
    path.chmod(0o644)
    with pytest.raises(SigningKeyError, match="chmod 600"):
        _work(_again(workspace), "signed by whom?")
    path.chmod(0o600)
    _work(_again(workspace), "mine")
    assert _checked(workspace).clean


def test_the_logs_key_changes_and_both_its_keys_count_for_their_time(workspace: Workspace) -> None:
    _work(workspace, "before")
    former = workspace.signer.held(workspace.log_key.verifier_key)
    change_log_key(workspace, "once a year")
    workspace.close()
    _work(_again(workspace), "after")
    found = _checked(workspace)
    assert found.clean, found.problems
    size = workspace.store.size()
    root = Range().extended(workspace.store.leaves(0, size)).root
    note = make_checkpoint(Checkpoint(workspace.log_key.origin, size, root), former)
    with closing(sqlite3.connect(workspace.database_path)) as connection, connection:
        connection.execute("DROP TRIGGER checkpoint_no_update")
        connection.execute("UPDATE checkpoint SET note = ? WHERE size = ?", (note, size))
    assert f"checkpoint over {size} entries: the note carries no signature" in _sentences(
        _checked(workspace)
    )


def test_a_change_that_one_key_has_not_signed_is_named(workspace: Workspace) -> None:
    change_key(workspace, "", lambda: None)
    with closing(sqlite3.connect(workspace.database_path)) as connection, connection:
        connection.execute("DROP TRIGGER key_change_no_update")
        connection.execute("UPDATE key_change SET former_signature = signature")
    said = _sentences(_checked(workspace))
    assert "the change of keys in entry 2: one of its two signatures does not fit it" in said


def test_two_agents_on_one_account_are_a_warning(tmp_path: Path) -> None:
    first = desk(tmp_path)
    account = {"account": "desk@newsroom"}
    other = settings(tmp_path / "other", first.root).model_copy(update=account)
    keys = KeyFolder(other.home, lambda: None)
    keys.make_identity("Ben Sample", None)
    add_agent(first, "Ben Sample", public_text(keys))
    first.close()
    for each in (first.settings.model_copy(update=account), other):
        _work(Workspace(first.root, each), f"by {each.home.name}")
    uses = Workspace(first.root, other).store.current(KeyUse)
    assert {each.account for each in uses} == {"desk@newsroom"}
    found = _checked(first)
    assert found.clean
    warning = next(note for note in found.notes if note.startswith("WARNING"))
    assert "Ada Example and Ben Sample were used from one account, desk@newsroom" in warning
    assert any("two-person rule" in each for each in found.not_checked)


# ---- checkpoints kept elsewhere


@pytest.fixture
def kept(workspace: Workspace, tmp_path: Path) -> Path:
    """A checkpoint over two entries that somebody else has kept."""
    _work(workspace, "first")
    export_log(workspace, tmp_path / "export")
    shutil.copy(tmp_path / "export" / "checkpoint", tmp_path / "kept")
    return tmp_path / "kept"


def test_a_log_extends_what_was_kept(workspace: Workspace, kept: Path) -> None:
    _work(workspace, "second")
    found = _checked(workspace, kept)
    assert found.clean
    assert any("the log extends the 2 entries" in each for each in found.shows)


def test_a_log_written_anew_is_told_by_what_was_kept(workspace: Workspace, kept: Path) -> None:
    key = workspace.signer.held(workspace.log_key.verifier_key)
    forged = make_checkpoint(Checkpoint(workspace.log_key.origin, 2, bytes(32)), key)
    kept.write_text(forged, "utf-8")
    said = _sentences(_checked(workspace, kept))
    assert "the first 2 entries are not the ones that it covers: the log was written anew" in said


def test_an_old_copy_put_back_is_told_from_an_honest_restore(
    workspace: Workspace, tmp_path: Path
) -> None:
    backup(workspace, tmp_path / "backup.zip")
    shutil.copytree(workspace.root, tmp_path / "old")
    _work(workspace, "lost later")
    export_log(workspace, tmp_path / "export")
    checkpoint = tmp_path / "export" / "checkpoint"
    old = Workspace(tmp_path / "old", workspace.settings)
    assert "or an older copy was put back, and no restore says so" in _sentences(
        _checked(old, checkpoint)
    )
    restore(tmp_path / "backup.zip", workspace.root, workspace.settings, why="disk failure")
    back = _again(workspace)
    assert _checked(back).clean
    said = _sentences(_checked(back, checkpoint))
    assert "a restore, which stands in the log as entry 2, went back to entry 1" in said
    assert "disk failure" in said


@pytest.mark.parametrize("edit", [lambda note: note[:-9] + "AAAAAAAA\n", lambda note: note[:9]])
def test_what_is_no_checkpoint_of_this_log_is_refused(
    workspace: Workspace, kept: Path, edit: Callable[[str], str]
) -> None:
    kept.write_text(edit(kept.read_text("utf-8")), "utf-8")
    assert [each.what for each in _checked(workspace, kept).problems] == ["against"]
    assert [each.what for each in _checked(workspace, kept.with_name("none")).problems] == [
        "against"
    ]


# ---- witnesses


@pytest.fixture
def witness(tmp_path: Path) -> KeyFolder:
    """The keys of somebody at another desk."""
    return KeyFolder(tmp_path / "witness", lambda: None)


def _cosigned(workspace: Workspace, witness: KeyFolder, folder: Path) -> Path:
    export_log(workspace, folder)
    note = cosign_checkpoint(
        witness, folder / "checkpoint", FixedClock(), workspace.log_key.verifier_key
    )
    (folder.parent / "cosigned").write_text(note, "utf-8")
    return folder.parent / "cosigned"


def test_a_witness_says_that_a_log_only_grew(
    workspace: Workspace, witness: KeyFolder, tmp_path: Path
) -> None:
    add_witness(workspace, str(witness_key(witness)), "the other newsroom")
    for question in ("first", "second"):
        _work(_again(workspace), question)
        keep_cosigned(_again(workspace), _cosigned(_again(workspace), witness, tmp_path / "export"))
    found = _checked(workspace)
    assert found.clean, found.problems
    seen = [each for each in found.shows if "has seen the log" in each]
    assert [each.split(" has seen ")[1][:25] for each in seen] == [
        "the log with 3 entries at",
        "the log with 5 entries at",
    ]


def test_a_witness_refuses_a_log_that_was_cut_or_written_anew(
    workspace: Workspace, witness: KeyFolder, tmp_path: Path
) -> None:
    _work(workspace, "first")
    shutil.copytree(workspace.root, tmp_path / "old")
    _work(workspace, "second")
    _cosigned(workspace, witness, tmp_path / "export")
    short = tmp_path / "short"
    old_home = tmp_path / "old-home"
    shutil.copytree(workspace.settings.home, old_home)
    for path in old_home.rglob("signed.json"):
        path.unlink()
    forger = Workspace(tmp_path / "old", workspace.settings.model_copy(update={"home": old_home}))
    with pytest.raises(ForkError, match="it had 3 when it was cosigned before"):
        _cosigned(forger, witness, short)
    _work(_again(forger), "another second")
    with pytest.raises(ForkError, match="two roots"):
        _cosigned(_again(forger), witness, short)
    _work(_again(forger), "another third")
    with pytest.raises(ForkError, match="not shown that the log"):
        _cosigned(_again(forger), witness, short)


def test_the_first_time_a_witness_is_told_the_logs_key(
    workspace: Workspace, witness: KeyFolder, tmp_path: Path
) -> None:
    export_log(workspace, tmp_path / "export")
    with pytest.raises(UsageError, match="--log-key"):
        cosign_checkpoint(witness, tmp_path / "export" / "checkpoint", FixedClock(), None)
    _cosigned(workspace, witness, tmp_path / "export")
    cosign_checkpoint(witness, tmp_path / "export" / "checkpoint", FixedClock(), None)
    change_log_key(workspace, "once a year")
    workspace.close()
    export_log(_again(workspace), tmp_path / "export")
    with pytest.raises(NoteError, match="changed the key"):
        cosign_checkpoint(witness, tmp_path / "export" / "checkpoint", FixedClock(), None)
    _cosigned(_again(workspace), witness, tmp_path / "export")


def test_a_file_without_end_is_no_checkpoint(witness: KeyFolder) -> None:
    with pytest.raises(NoteError, match="larger than one million bytes"):
        cosign_checkpoint(witness, Path("/dev/zero"), FixedClock(), None)


def test_a_cosignature_that_is_kept_is_not_kept_again(
    workspace: Workspace, witness: KeyFolder, tmp_path: Path
) -> None:
    add_witness(workspace, str(witness_key(witness)), "the other newsroom")
    cosigned = _cosigned(workspace, witness, tmp_path / "export")
    keep_cosigned(workspace, cosigned)
    with pytest.raises(UsageError, match="kept already"):
        keep_cosigned(workspace, cosigned)


def test_a_cosignature_by_nobody_known_is_not_kept(
    workspace: Workspace, witness: KeyFolder, tmp_path: Path
) -> None:
    cosigned = _cosigned(workspace, witness, tmp_path / "export")
    with pytest.raises(UsageError, match="no witness that this desk knows"):
        keep_cosigned(workspace, cosigned)
    add_witness(workspace, str(witness_key(witness)), "")
    cosigned.write_text(cosigned.read_text("utf-8").replace("\n1\n", "\n2\n"), "utf-8")
    with pytest.raises(NoteError):
        keep_cosigned(workspace, cosigned)
    with pytest.raises(UsageError, match="no witness of that log"):
        add_witness(workspace, workspace.log_key.verifier_key, "")


def test_checkpoints_that_were_all_removed_are_missed(workspace: Workspace) -> None:
    _work(workspace, "signed")
    with closing(sqlite3.connect(workspace.database_path)) as connection, connection:
        connection.execute("DROP TRIGGER checkpoint_no_delete")
        connection.execute("DELETE FROM checkpoint WHERE size = 2")
    assert "it was removed, or the command was cut short" in "\n".join(_checked(workspace).notes)
    with closing(sqlite3.connect(workspace.database_path)) as connection, connection:
        connection.execute("DELETE FROM checkpoint")
    assert "all were removed" in _sentences(_checked(workspace))


def test_a_restore_is_told_by_whoever_verifies(workspace: Workspace, tmp_path: Path) -> None:
    backup(workspace, tmp_path / "backup.zip")
    _work(workspace, "lost later")
    restore(tmp_path / "backup.zip", workspace.root, workspace.settings, why="disk failure")
    notes = "\n".join(_checked(_again(workspace)).notes)
    assert "entry 2 is a restore by Ada Example: back to entry 1" in notes
    assert "disk failure" in notes
