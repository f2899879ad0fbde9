"""Each way to change a workspace is found, whatever honest things its log tells of as well.

The same change is made to a desk as it was left, to one whose backup was put back, and to one
of which something was erased. What those did is in the log: it excuses itself, and nothing else.
"""

import shutil
import sqlite3
from base64 import b64encode
from collections.abc import Callable
from pathlib import Path

import pytest

from provenance.audit import sign_change
from provenance.clock import FixedClock
from provenance.entropy import FixedEntropy
from provenance.store.keys import KeyFolder
from provenance.workspace.backup import backup, restore
from provenance.workspace.core import Workspace
from provenance.workspace.correct import describe_case
from provenance.workspace.erase import erase
from provenance.workspace.export import export_log
from provenance.workspace.rotate import change_key
from provenance.workspace.verify import verify_workspace
from provenance.workspace.witness import add_witness, cosign_checkpoint, keep_cosigned, witness_key
from tests.desks import filled, settings
from tests.tampering import copied, opened, told

pytestmark = pytest.mark.slow  # whole desks, one after the other

Change = Callable[[Workspace], None]


def _again(workspace: Workspace) -> Workspace:
    """Return the workspace as the next command finds it."""
    return Workspace(workspace.root, workspace.settings, clock=workspace.clock)


def _rich(tmp: Path) -> Workspace:
    """Return a desk with a change of keys and a witness, its checkpoint kept outside."""
    filled(tmp)
    workspace = Workspace(
        tmp / "desk",
        settings(tmp / "home", tmp / "desk"),
        clock=FixedClock(),
        entropy=FixedEntropy("rich"),
    )
    change_key(workspace, "once a year", lambda: None)
    workspace.close()
    workspace = _again(workspace)
    other = KeyFolder(tmp / "witness", lambda: None)
    add_witness(workspace, str(witness_key(other)), "the other newsroom")
    export_log(workspace, tmp / "export")
    key = workspace.log_key.verifier_key
    note = cosign_checkpoint(other, tmp / "export" / "checkpoint", FixedClock(), key)
    (tmp / "cosigned").write_text(note, "utf-8")
    keep_cosigned(workspace, tmp / "cosigned")
    workspace.close()
    return _again(workspace)


def _left_alone(_: Workspace, __: Path) -> None:
    """Do nothing more."""


def _put_back(workspace: Workspace, tmp: Path) -> None:
    backup(workspace, tmp / "backup.zip")
    restore(tmp / "backup.zip", workspace.root, workspace.settings, why="disk failure")


def _partly_erased(workspace: Workspace, _: Path) -> None:
    erase(workspace, ["d2"], "an order of the court")
    workspace.close()


HISTORIES = (
    pytest.param(_left_alone, id="left alone"),
    pytest.param(_put_back, id="put back"),
    pytest.param(_partly_erased, id="partly erased", marks=pytest.mark.slow),
)


@pytest.fixture(scope="module", params=HISTORIES)
def original(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A desk with one of the histories, which every test copies before it breaks it."""
    tmp = tmp_path_factory.mktemp("original")
    workspace = _rich(tmp)
    request.param(workspace, tmp)
    workspace = _again(workspace)
    describe_case(workspace, question="What was sold?")
    workspace.close()
    export_log(_again(workspace), tmp / "kept")
    return workspace


@pytest.fixture
def workspace(original: Workspace, tmp_path: Path) -> Workspace:
    """A copy to break."""
    return copied(original, tmp_path)


def _sql(*statements: str) -> Change:
    def change(workspace: Workspace) -> None:
        with opened(workspace) as connection:
            for statement in statements:
                assert connection.execute(statement).rowcount != 0, statement

    return change


def _bare(statement: str) -> Change:
    """Return a change that leaves the other triggers where they are."""

    def change(workspace: Workspace) -> None:
        connection = sqlite3.connect(workspace.database_path)
        connection.executescript(statement)
        connection.close()

    return change


def _blob(spoil: Callable[[Path], object]) -> Change:
    def change(workspace: Workspace) -> None:
        path = next(iter(sorted((workspace.root / ".provenance" / "blobs").glob("??/*"))))
        path.chmod(0o644)
        spoil(path)

    return change


def _added_to_a_step(workspace: Workspace) -> None:
    with opened(workspace) as connection:
        connection.execute("CREATE TEMP TABLE t AS SELECT * FROM claim LIMIT 1")
        connection.execute(
            "UPDATE t SET id = 'zzzzzzzzzzzzzzzzzzzzzzzzzz', ordinal = 1 + "
            "(SELECT count FROM entry WHERE seq = event)"
        )
        connection.execute("INSERT INTO claim SELECT * FROM t")


def _swapped(workspace: Workspace) -> None:
    with opened(workspace) as connection:
        for one, other in ((3, -1), (4, 3), (-1, 4)):
            connection.execute("UPDATE entry SET seq = ? WHERE seq = ?", (other, one))


def _another_tail(workspace: Workspace) -> None:
    """Take the newest step out and write another in its place, with the person's own keys."""
    last = "(SELECT max(seq) FROM entry)"
    with opened(workspace) as connection:
        for (name,) in connection.execute(
            "SELECT m.name FROM sqlite_master m WHERE m.type = 'table' AND EXISTS "
            "(SELECT 1 FROM pragma_table_info(m.name) WHERE name = 'ordinal')"
        ).fetchall():
            connection.execute(f'DELETE FROM "{name}" WHERE event = {last}')
        connection.execute(f"DELETE FROM checkpoint WHERE size = {last}")
        connection.execute(f"DELETE FROM entry WHERE seq = {last}")
        connection.execute(
            'UPDATE current SET record = (SELECT id FROM "case" ORDER BY event DESC LIMIT 1) '
            "WHERE kind = 'case'"
        )
    forger = _again(workspace)
    signed = next((workspace.settings.home / "logs").glob(f"*{forger.log_key.origin[-26:]}"))
    before = (signed / "signed.json").read_bytes()
    (signed / "signed.json").unlink()
    describe_case(forger, question="What was given away?")
    forger.close()
    (signed / "signed.json").write_bytes(before)


def _forged_change(workspace: Workspace) -> None:
    """Let a key take over that only its own holder has signed for."""
    thief = KeyFolder(workspace.settings.home / "thief", lambda: None)
    key = thief.make_identity("Cara Sample", None)
    public = b64encode(key.public()).decode()
    with opened(workspace) as connection:
        former = connection.execute("SELECT former FROM key_change").fetchone()[0]
        signature = b64encode(sign_change(former, public, key.unlocked())).decode()
        connection.execute(
            "UPDATE key_change SET key = ?, signature = ?, former_signature = ?",
            (public, signature, signature),
        )


def _forged_erasure(workspace: Workspace) -> None:
    """Take a record out as an erasure would, without one."""
    with opened(workspace) as connection:
        connection.execute(
            "INSERT INTO erased (id, kind, identity, event, ordinal, commitment, erasure) "
            "SELECT id, 'claim', of, event, ordinal, commitment, "
            "coalesce((SELECT id FROM erasure), 'none') FROM claim LIMIT 1"
        )
        connection.execute("DELETE FROM claim WHERE id IN (SELECT id FROM erased)")
        connection.execute("DELETE FROM current WHERE record IN (SELECT id FROM erased)")


CHANGES: dict[str, tuple[Change, str]] = {
    "its end cut off": (
        _sql(
            'DELETE FROM "case" WHERE event = (SELECT max(seq) FROM entry)',
            "DELETE FROM entry WHERE seq = (SELECT max(seq) FROM entry)",
        ),
        "its end was cut off, or an older copy of the workspace was put back, and no restore says",
    ),
    "another tail": (_another_tail, "the log has another history than the one signed"),
    "entries swapped": (_swapped, "the entry has been altered"),
    "a row dropped": (
        _sql("DELETE FROM link WHERE rowid = (SELECT max(rowid) FROM link)"),
        "taken away (number",
    ),
    "a row added to a step": (_added_to_a_step, "put in"),
    "a row moved to another step": (
        _sql("UPDATE finding SET event = event - 1, ordinal = 9999 WHERE rowid = 1"),
        "taken away (number",
    ),
    "rows of a step in another order": (
        _sql(
            "UPDATE appearance SET ordinal = -1 WHERE rowid = 1",
            "UPDATE appearance SET ordinal = ordinal - 1 WHERE rowid = 2",
            "UPDATE appearance SET ordinal = (SELECT ordinal + 1 FROM appearance WHERE rowid = 2) "
            "WHERE rowid = 1",
        ),
        "step",
    ),
    "a flag on another record": (
        _sql(
            'UPDATE current SET record = (SELECT id FROM "case" ORDER BY event LIMIT 1) '
            "WHERE kind = 'case'"
        ),
        "current flag case",
    ),
    "a flag too many": (
        _sql("INSERT INTO current SELECT kind, subject, 'more', record FROM current LIMIT 1"),
        "should say nothing",
    ),
    "a flag exchanged for another": (
        _sql("UPDATE current SET slot = 'other' WHERE rowid = (SELECT max(rowid) FROM current)"),
        "says nothing, should say",
    ),
    "a handle too many": (_sql("INSERT INTO handle VALUES ('c', 77, 'x')"), "handle c77"),
    "an edited blob": (_blob(lambda path: path.write_bytes(b"other")), "holds other bytes"),
    "a missing blob": (_blob(lambda path: path.unlink()), "cannot be read"),
    "a payload that leads elsewhere": (
        _sql("UPDATE capture SET payload = 'sha256:/dev/zero' WHERE rowid = 1"),
        "blob sha256:/dev/zero: is no digest",
    ),
    "a changed checkpoint": (
        _sql("UPDATE checkpoint SET note = replace(note, char(10), char(10) || 'x')"),
        "checkpoint checkpoint over",
    ),
    "a dropped checkpoint": (
        _sql("DELETE FROM checkpoint", "DELETE FROM log_key"),
        "taken away",
    ),
    "a changed cosignature": (
        _sql("UPDATE cosignature SET note = replace(note, '— ', '—  ')"),
        "record cosignature",
    ),
    "a forged change of keys": (_forged_change, "one of its two signatures does not fit it"),
    "a forged erasure": (_forged_erasure, "was removed, and no erasure in the log names it"),
    "a dropped table": (_bare("DROP TABLE link"), "table link: the whole table is missing"),
    "a dropped derived table": (_bare("DROP TABLE handle"), "table handle: the whole table is"),
    "no log": (_bare("DROP TABLE entry"), "table entry: the whole table is missing"),
    "a dropped trigger": (
        _bare("DROP TRIGGER entry_no_delete"),
        "table entry: the trigger that refuses delete is missing",
    ),
    "a trigger that refuses nothing": (
        _bare(
            "DROP TRIGGER claim_no_update; CREATE TRIGGER claim_no_update BEFORE UPDATE ON claim "
            "BEGIN SELECT 1; END;"
        ),
        "the trigger that refuses update was replaced",
    ),
    "a trigger that acts by itself": (
        _bare("CREATE TRIGGER helper AFTER INSERT ON review BEGIN DELETE FROM handle; END;"),
        "trigger helper: is none of this program's",
    ),
    "a column renamed": (
        _bare("ALTER TABLE finding RENAME COLUMN salt TO pepper"),
        "its column salt is missing",
    ),
    "another schema version": (
        _sql("UPDATE alembic_version SET version_num = '0009'"),
        "database schema version: says 0009",
    ),
    "an entry of another shape": (
        _sql("UPDATE entry SET count = 'many', root = 'r' WHERE seq = 2"),
        "entry entry 2: its count and root cannot be read",
    ),
    "a number beyond all numbers": (
        _sql("UPDATE entry SET count = 9223372036854775807 WHERE seq = 2"),
        "the log says 9223372036854775807 records",
    ),
}


@pytest.mark.parametrize(("change", "words"), CHANGES.values(), ids=CHANGES.keys())
def test_it_is_found_and_not_taken_for_what_the_log_tells_of(
    workspace: Workspace, change: Change, words: str
) -> None:
    change(workspace)
    said = told(verify_workspace(_again(workspace), workers=1))
    assert words in said
    assert "a restore, which stands in the log" not in said


def test_the_honest_history_alone_is_clean(original: Workspace) -> None:
    found = verify_workspace(original, workers=1, against=_kept(original))
    assert found.clean, told(found)
    assert any("has seen the log with" in each for each in found.shows)


def _kept(original: Workspace) -> list[Path]:
    return [original.root.parent / "kept" / "checkpoint"]


def test_an_old_copy_put_back_with_the_persons_folder_is_told_by_what_was_kept(
    original: Workspace, workspace: Workspace, tmp_path: Path
) -> None:
    old = copied(workspace, tmp_path / "old")
    describe_case(workspace, question="What was lost?")
    workspace.close()
    export_log(_again(workspace), tmp_path / "later")
    assert verify_workspace(old, workers=1, against=_kept(original)).clean
    said = told(verify_workspace(old, workers=1, against=[tmp_path / "later" / "checkpoint"]))
    assert "or an older copy was put back, and no restore says so" in said


def test_a_fork_is_told_by_what_was_kept_of_its_other_side(
    workspace: Workspace, tmp_path: Path
) -> None:
    other = copied(workspace, tmp_path / "other")
    for side, question in ((workspace, "Who paid?"), (other, "Who was paid?")):
        describe_case(side, question=question)
        side.close()
        export_log(_again(side), side.root.parent / "export")
    kept = [workspace.root.parent / "export" / "checkpoint"]
    assert verify_workspace(_again(workspace), workers=1, against=kept).clean
    said = told(verify_workspace(_again(other), workers=1, against=kept))
    assert "are not the ones that it covers: the log was written anew" in said


def test_what_a_copy_took_along_and_lost_is_named(workspace: Workspace) -> None:
    shutil.rmtree(workspace.root / ".provenance" / "blobs")
    found = verify_workspace(workspace, workers=1)
    assert {each.what for each in found.problems} == {"blob"}
