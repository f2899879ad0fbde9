"""``verify`` ends in a result, whatever lies there and whoever asks. Nothing is written."""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from provenance.cli import main
from provenance.workspace.configuration import FILE
from provenance.workspace.core import Workspace
from provenance.workspace.correct import describe_case
from provenance.workspace.export import export_log
from provenance.workspace.verify import verify, verify_workspace
from tests.desks import desk, filled
from tests.tampering import copied, told

pytestmark = pytest.mark.slow  # whole desks, one after the other

Bytes = dict[str, bytes]


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A desk that keeps its checkpoints in a folder beside it."""
    tmp = tmp_path_factory.mktemp("original")
    workspace = filled(tmp)
    (workspace.root / FILE).write_text('[anchor]\nfolders = ["."]\n', "utf-8")
    export_log(workspace, tmp / "export")
    return workspace


def _files(root: Path) -> Bytes:
    found = sorted(each for each in root.rglob("*") if each.is_file())
    kept = [each for each in found if not each.name.endswith(("-shm", "-wal"))]  # SQLite's own
    return {str(each.relative_to(root)): each.read_bytes() for each in kept}


def _meaning(workspace: Workspace) -> object:
    """Return all that a workspace's tables and blobs hold."""
    with closing(sqlite3.connect(workspace.database_path)) as connection:
        connection.text_factory = bytes
        tables = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
        ).fetchall()
        rows = {
            name: sorted(connection.execute(f'SELECT * FROM "{name.decode()}"'), key=repr)
            for (name,) in tables
        }
    blobs = {digest: workspace.blobs.check(digest) for digest in workspace.blobs.digests()}
    return rows, blobs


CUTS = st.sampled_from(["flip", "zero", "cut", "insert"])


@given(
    which=st.integers(0, 10**6),
    spoils=st.lists(st.tuples(CUTS, st.integers(0, 10**7), st.integers(0, 255)), max_size=8),
)
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_bytes_changed_anywhere_are_named_or_change_nothing(
    original: Workspace, which: int, spoils: list[tuple[str, int, int]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        workspace = copied(original, Path(folder))
        files = sorted(each for each in Path(folder).rglob("*") if each.is_file())
        path = files[which % len(files)]
        path.chmod(0o600)
        path.write_bytes(_spoilt(path.read_bytes(), spoils))
        found = verify_workspace(workspace, workers=1)
        if found.clean:
            assert _meaning(workspace) == _meaning(original)


def _spoilt(data: bytes, spoils: list[tuple[str, int, int]]) -> bytes:
    changed = bytearray(data)
    for how, where, value in spoils:
        at = where % (len(changed) + 1)
        if how == "flip" and at < len(changed):
            changed[at] ^= value
        elif how == "zero":
            changed[at : at + value] = bytes(len(changed[at : at + value]))
        elif how == "cut":
            del changed[at : at + 16 * value]
        else:
            changed[at:at] = bytes([value])
    return bytes(changed)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("[anchor", "is not TOML"),
        ('[anchor]\nfolder = "x"', "anchor"),
        ("\udcff", "is not TOML"),
    ],
)
def test_settings_that_cannot_be_read_are_named(
    original: Workspace, tmp_path: Path, words: str, said: str
) -> None:
    workspace = copied(original, tmp_path)
    (workspace.root / FILE).write_bytes(words.encode("utf-8", "surrogateescape"))
    found = verify_workspace(workspace, workers=1)
    assert said in told(found)
    assert "checkpoints in the folders that the desk names" in found.not_checked
    assert found.entries > 0


@pytest.mark.parametrize("kept", ["{", '{"nodes": [], "size": 3}', '{"size": "x"}', "[]", "null"])
def test_a_last_signed_size_that_cannot_be_read_is_named(
    original: Workspace, tmp_path: Path, kept: str
) -> None:
    workspace = copied(original, tmp_path)
    for path in workspace.settings.home.rglob("signed.json"):
        path.write_text(kept, "utf-8")
    assert "signed.json is not readable" in told(verify_workspace(workspace, workers=1))


@pytest.mark.parametrize("what", ["nothing", "a folder", "no bytes"])
def test_a_database_that_is_not_there_is_said(
    original: Workspace, tmp_path: Path, what: str
) -> None:
    workspace = copied(original, tmp_path)
    workspace.database_path.unlink()
    if what == "a folder":
        workspace.database_path.mkdir()
    elif what == "no bytes":
        workspace.database_path.touch()
    found = verify_workspace(workspace, workers=1)
    assert not found.clean
    assert "everything else: the log cannot be read" in found.not_checked


def test_an_index_that_hides_a_row_is_found_when_all_is_asked_for(
    original: Workspace, tmp_path: Path
) -> None:
    workspace = copied(original, tmp_path)
    with closing(sqlite3.connect(workspace.database_path)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        sql = "CREATE INDEX ix_link_claim ON link (claim) WHERE 0"
        name = connection.execute(
            "SELECT name FROM sqlite_master WHERE tbl_name = 'link' AND sql LIKE '%(claim)'"
        ).fetchone()[0]
        full = connection.execute(
            "SELECT sql FROM sqlite_master WHERE name = ?", (name,)
        ).fetchone()[0]
        connection.execute(f'DROP INDEX "{name}"')
        connection.execute(sql.replace("ix_link_claim", f'"{name}"'))
        connection.execute("UPDATE sqlite_master SET sql = ? WHERE name = ?", (full, name))
        connection.commit()
    found = verify_workspace(workspace, workers=1, indexes=True)
    assert "missing from index" in told(found)
    quick = verify_workspace(workspace, workers=1)
    assert any("indexes agree with its tables" in each for each in quick.not_checked)


# ---- who asks


def test_an_account_without_a_key_is_told_what_it_cannot_check(
    original: Workspace, tmp_path: Path
) -> None:
    workspace = copied(original, tmp_path)
    shutil.rmtree(workspace.settings.home)
    found = verify(workspace.settings, workers=1)
    assert found.clean, told(found)
    assert any("this account has signed no checkpoint of it" in each for each in found.not_checked)
    assert not workspace.settings.home.exists()


def test_another_persons_folder_says_the_same_of_another_log(
    original: Workspace, tmp_path: Path
) -> None:
    workspace = copied(original, tmp_path)
    other = desk(tmp_path, home="elsewhere", name="another desk")
    foreign = workspace.settings.model_copy(update={"home": other.settings.home})
    found = verify(foreign, workers=1)
    assert found.clean, told(found)
    assert any("this account has signed no checkpoint of it" in each for each in found.not_checked)


def test_a_check_leaves_every_byte_as_it_was(original: Workspace, tmp_path: Path) -> None:
    workspace = copied(original, tmp_path)
    before = _files(tmp_path)
    assert verify_workspace(workspace, workers=1).clean
    assert _files(tmp_path) == before


ASK = """
import os, sys
from pathlib import Path
import provenance.workspace.stamps
from provenance.settings import Settings
from provenance.workspace.verify import verify
if os.geteuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
found = verify(Settings(home=Path(sys.argv[2]), workspace=Path(sys.argv[1])), workers=1)
print(found.model_dump_json())
"""


@pytest.fixture
def anywhere() -> Iterator[Path]:
    """A folder into which every account can look."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)
        for each in [Path(folder), *Path(folder).rglob("*")]:
            each.chmod(0o755)


@pytest.mark.skipif(sys.platform == "win32", reason="folders are read-only in another way")
@pytest.mark.parametrize("ahead", [False, True], ids=["at rest", "with a write-ahead log"])
def test_a_folder_that_cannot_be_written_to_is_checked(
    original: Workspace, anywhere: Path, ahead: bool
) -> None:
    workspace = copied(original, anywhere)
    entries = verify_workspace(workspace, workers=1).entries
    if ahead:  # somebody is at work: their step is not in the main file yet
        reader = sqlite3.connect(workspace.database_path)
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM entry").fetchall()
        describe_case(workspace, question="What was sold?")
        entries = workspace.store.size()
        data = {
            suffix: Path(f"{workspace.database_path}{suffix}").read_bytes()
            for suffix in ("", "-wal")
        }
        reader.close()
        workspace.close()
        for suffix, kept in data.items():
            Path(f"{workspace.database_path}{suffix}").write_bytes(kept)
    for name in ("-shm",) if ahead else ("-shm", "-wal"):
        Path(f"{workspace.database_path}{name}").unlink(missing_ok=True)
    for each in [*anywhere.rglob("*"), anywhere]:
        each.chmod(0o555 if each.is_dir() else 0o444)
    asked = subprocess.run(  # noqa: S603  # our own program
        [sys.executable, "-c", ASK, str(workspace.root), str(anywhere / "nobody")],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert asked.returncode == 0, asked.stderr
    assert '"problems":[]' in asked.stdout
    assert f'"entries":{entries},' in asked.stdout


# ---- the command


def test_the_command_prints_the_first_disagreement_of_each_kind(
    original: Workspace,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    workspace = copied(original, tmp_path)
    with closing(sqlite3.connect(workspace.database_path)) as connection:
        triggers = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'entry'"
        ).fetchall()
        for (name,) in triggers:
            connection.execute(f'DROP TRIGGER "{name}"')
        connection.execute("UPDATE entry SET count = count + 1 WHERE seq = 2")
        connection.commit()
    monkeypatch.setenv("PROVENANCE_HOME", str(workspace.settings.home))
    monkeypatch.setenv("PROVENANCE_WORKSPACE", str(workspace.root))
    assert main(["verify", "--workers", "1"]) == 4
    told = capsys.readouterr().out
    assert told.count("DISAGREES  table entry: ") == 1
    assert told.count("DISAGREES  entry entry 2: ") == 1


def test_the_command_prints_the_first_disagreement_and_all_when_asked(
    original: Workspace,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    workspace = copied(original, tmp_path)
    shutil.rmtree(workspace.root / ".provenance" / "blobs")
    monkeypatch.setenv("PROVENANCE_HOME", str(workspace.settings.home))
    monkeypatch.setenv("PROVENANCE_WORKSPACE", str(workspace.root))
    assert main(["verify", "--workers", "1"]) == 4
    first = capsys.readouterr()
    assert first.out.count("DISAGREES") == 1
    assert "2 more; see: provenance verify --all" in first.err
    assert main(["verify", "--all", "--workers", "1"]) == 4
    every = capsys.readouterr().out
    assert every.count("DISAGREES  blob sha256:") == 3
    for word in ("shows", "unchecked", "NOT VERIFIED"):
        assert f"\n{word}" in every
