"""Whatever is changed behind the program's back, ``verify`` says which."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from provenance.model import RECORD_TYPES
from provenance.store.tables import DERIVED_TABLES, LOG_TABLES
from provenance.workspace.core import Workspace
from provenance.workspace.locate import FOLDER
from provenance.workspace.verify import Verification, verify_workspace
from tests.desks import desk, filled
from tests.tampering import opened, told


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A workspace that every test of this module copies before it breaks it."""
    return filled(tmp_path_factory.mktemp("original"))


@pytest.fixture
def workspace(original: Workspace, tmp_path: Path) -> Workspace:
    """A copy to break, with the keys of the original."""
    shutil.copytree(original.root, tmp_path / "desk")
    return Workspace(tmp_path / "desk", original.settings)


def _run(workspace: Workspace, statement: str) -> Verification:
    with opened(workspace) as connection:
        assert connection.execute(statement).rowcount > 0
    return verify_workspace(workspace)


def test_an_untouched_workspace_is_clean_and_says_what_was_not_checked(
    workspace: Workspace,
) -> None:
    before = workspace.database_path.read_bytes()
    found = verify_workspace(workspace)
    assert found.clean
    assert found.records > 30
    assert found.blobs == 3
    assert "whether what was recorded is true" in found.not_checked
    assert workspace.database_path.read_bytes() == before


@pytest.mark.parametrize("chunk", [1, 10])
def test_two_workers_find_what_one_finds(workspace: Workspace, chunk: int) -> None:
    one = _run(workspace, "UPDATE claim SET wording = wording || ' '")
    assert verify_workspace(workspace, workers=2, chunk=chunk) == one
    assert not one.clean


def _cells(original: Workspace) -> list[tuple[str, str]]:
    with closing(sqlite3.connect(original.database_path)) as connection:
        found = []
        tables = [each.kind for each in RECORD_TYPES]
        tables += [each.__tablename__ for each in (*LOG_TABLES, *DERIVED_TABLES)]  # type: ignore[misc]
        for table in tables:
            if connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]:
                found += [
                    (table, row[1]) for row in connection.execute(f'PRAGMA table_info("{table}")')
                ]
        return found


@pytest.mark.slow
def test_a_change_to_any_cell_of_any_table_is_named(original: Workspace, tmp_path: Path) -> None:
    missed = []
    for table, column in _cells(original):
        shutil.copytree(original.root, tmp_path / "desk")
        broken = Workspace(tmp_path / "desk", original.settings)
        with opened(broken) as connection:
            place = "kind || key || document" if table == "posting" else "rowid"
            query = f'SELECT {place}, "{column}" FROM "{table}" ORDER BY {place} DESC LIMIT 1'
            cell = connection.execute(query).fetchone()
            changed = _other(cell[1])
            connection.execute(
                f'UPDATE "{table}" SET "{column}" = ? WHERE {place} = ?', (changed, cell[0])
            )
        if not told(verify_workspace(broken, workers=1)):
            missed.append((table, column))
        shutil.rmtree(tmp_path / "desk")
    assert not missed


def _other(cell: object) -> object:
    if isinstance(cell, bytes):
        return bytes([cell[0] ^ 1]) + cell[1:]
    if isinstance(cell, int):
        return cell + 1000
    if cell is None:
        return "something"
    text = str(cell)
    return chr(ord(text[0]) ^ 1) + text[1:] if text else "something"


CHANGES: dict[str, tuple[str, str]] = {
    "an edited field": (
        "UPDATE claim SET wording = 'Nothing was sold.' WHERE rowid = 1",
        "its fields do not fit its commitment",
    ),
    "a dropped row": ("DELETE FROM link WHERE rowid = 1", "the tables hold"),
    "a dropped step": ("DELETE FROM entry WHERE seq = 3", "which the log does not have"),
    "a cut end": ("DELETE FROM entry WHERE seq = (SELECT max(seq) FROM entry)", "cut off"),
    "another time of a step": (
        "UPDATE entry SET at = '2020-01-01T00:00:00.000Z' WHERE seq = 2",
        "the signature of Ada Example does not fit",
    ),
    "swapped entries": (
        (
            "UPDATE entry SET root = (SELECT e.root FROM entry e WHERE e.seq = 5 - entry.seq) "
            "WHERE seq IN (2, 3)"
        ),
        "does not fit it; the entry has been altered",
    ),
    "a flipped current flag": (
        "UPDATE current SET record = 'x' WHERE kind = 'claim'",
        "current flag claim",
    ),
    "a dropped current flag": ("DELETE FROM current WHERE kind = 'document'", "says nothing"),
    "another handle": ("UPDATE handle SET number = number + 100 WHERE letter = 'c'", "handle c"),
    "another checkpoint": (
        "UPDATE checkpoint SET note = 'x' || note",
        "checkpoint over",
    ),
    "another salt": ("UPDATE grade SET salt = zeroblob(32)", "its commitment"),
    "text in an integer": ("UPDATE document SET event = 'two' WHERE rowid = 1", "step"),
    "bytes that are no text": (
        "UPDATE claim SET wording = CAST(x'ff41' AS TEXT) WHERE rowid = 1",
        "not readable",
    ),
    "text in an ordinal": (
        "UPDATE claim SET ordinal = 'one' WHERE rowid = 1",
        "no place in the log",
    ),
    "a step and a half": ("UPDATE claim SET event = 2.5 WHERE rowid = 1", "no place in the log"),
    "broken JSON": ("UPDATE appearance SET selector = '{' WHERE rowid = 1", "its commitment"),
}


@pytest.mark.parametrize(("statement", "words"), CHANGES.values(), ids=CHANGES.keys())
def test_tampering_is_named(workspace: Workspace, statement: str, words: str) -> None:
    assert words in told(_run(workspace, statement))


def test_an_added_row_is_named(workspace: Workspace) -> None:
    with opened(workspace) as connection:
        connection.execute("CREATE TEMP TABLE t AS SELECT * FROM claim WHERE rowid = 1")
        connection.execute("UPDATE t SET id = 'zzzzzzzzzzzzzzzzzzzzzzzzzz', event = 999")
        connection.execute("INSERT INTO claim SELECT * FROM t")
    assert "has no place in the log: step 999" in told(verify_workspace(workspace))


def test_a_missing_trigger_is_named(workspace: Workspace) -> None:
    with closing(sqlite3.connect(workspace.database_path)) as connection:
        connection.execute("DROP TRIGGER claim_no_update")
        connection.commit()
    assert "table claim: the trigger that refuses update is missing" in told(
        verify_workspace(workspace)
    )


def _a_blob(workspace: Workspace) -> Path:
    return next(path for path in (workspace.root / FOLDER / "blobs").glob("??/*"))


def test_an_edited_blob_is_named(workspace: Workspace) -> None:
    path = _a_blob(workspace)
    path.chmod(0o644)
    path.write_bytes(path.read_bytes() + b" ")
    assert f"blob sha256:{path.name}: holds other bytes" in told(verify_workspace(workspace))


def test_a_missing_blob_is_named(workspace: Workspace) -> None:
    path = _a_blob(workspace)
    path.unlink()
    assert f"blob sha256:{path.name}: cannot be read" in told(verify_workspace(workspace))


def test_a_blob_that_nobody_names_is_a_note(workspace: Workspace) -> None:
    workspace.blobs.put(b"left by an interrupted capture")
    found = verify_workspace(workspace)
    assert found.clean
    assert any("named by no record" in note for note in found.notes)


def test_an_old_copy_put_back_is_named(workspace: Workspace, tmp_path: Path) -> None:
    old = tmp_path / "old.sqlite"
    shutil.copy(workspace.database_path, old)
    from provenance.workspace.correct import describe_case

    describe_case(workspace, question="What was sold?")
    workspace.close()
    shutil.copy(old, workspace.database_path)
    for suffix in ("-wal", "-shm"):
        Path(f"{workspace.database_path}{suffix}").unlink(missing_ok=True)
    found = verify_workspace(Workspace(workspace.root, workspace.settings))
    assert "an older copy of the workspace was put back" in told(found)


def test_another_history_of_the_same_length_is_named(tmp_path: Path) -> None:
    one = desk(tmp_path, home="one", name="one")
    other = desk(tmp_path, home="two", name="two")
    shutil.copytree(one.settings.home / "logs", other.settings.home / "logs", dirs_exist_ok=True)
    signed = one.signer.last_signed()
    assert signed is not None
    folder = next((other.settings.home / "logs").glob(f"*{other.log_key.origin[-26:]}*"))
    shutil.copy(
        one.settings.home / "logs" / one.log_key.origin.replace("/", "_") / "signed.json",
        folder / "signed.json",
    )
    assert "another history than the one signed" in told(verify_workspace(other))


def test_a_damaged_file_is_said_to_be_damaged(workspace: Workspace) -> None:
    data = workspace.database_path.read_bytes()
    workspace.database_path.write_bytes(data[:4096] + bytes(40960) + data[45056:])
    found = verify_workspace(workspace)
    assert "database records.sqlite" in told(found)


def test_a_file_that_is_no_database_is_said_to_be_none(workspace: Workspace) -> None:
    workspace.database_path.write_bytes(b"not a database at all" * 100)
    assert "cannot be read" in told(verify_workspace(workspace))
