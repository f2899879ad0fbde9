"""Power cuts, full disks, wrong clocks and crowds: no acknowledged record is lost."""

import json
import resource
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from provenance.clock import timestamp
from provenance.errors import ProvenanceError, WorkspaceError
from provenance.model import Case, Inquiry
from provenance.workspace.core import Workspace
from provenance.workspace.verify import verify_workspace
from tests.desks import desk, filled

pytestmark = pytest.mark.slow  # whole desks, one after the other


def _question(workspace: Workspace, text: str) -> Case:
    case = workspace.case
    new = {"id": workspace.new_id(), "supersedes": case.id, "question": text}
    record: Case = case.model_copy(update=new)
    return record


def _clean(workspace: Workspace) -> None:
    found = verify_workspace(Workspace(workspace.root, workspace.settings), workers=1)
    assert found.clean, found.problems


# ---- killed


def _killed(tmp_path: Path, kills: int, seed: int) -> dict[str, Any]:
    command = [sys.executable, "-m", "tests.kills", str(tmp_path / "kills"), str(kills), str(seed)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603  # ours
    assert done.returncode == 0, done.stderr
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


NOTHING = {"lost": 0, "missing": [], "more": [], "wrong": []}


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize("seed", range(4))
def test_ten_kills_lose_nothing(tmp_path: Path, seed: int) -> None:
    assert _killed(tmp_path, 10, seed) == {"kills": 10, **NOTHING}


@pytest.mark.soak
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("seed", range(100, 110))
def test_twenty_kills_lose_nothing(tmp_path: Path, seed: int) -> None:
    assert _killed(tmp_path, 20, seed) == {"kills": 20, **NOTHING}


# ---- each write of a step fails


class PowerCutError(OSError):
    """What the test raises in place of a failing disk."""


@contextmanager
def _failing(workspace: Workspace, number: int, *, persists: bool) -> Iterator[list[str]]:
    """Let one statement of the next step fail, before it is done or after; yield all of them."""
    engine, seen = workspace.store.database.engine, list[str]()

    def before(*given: Any) -> None:
        seen.append(given[2])
        if len(seen) == number and not persists:
            raise PowerCutError

    def after(*_: Any) -> None:
        if len(seen) == number and persists:
            raise PowerCutError

    event.listen(engine, "before_cursor_execute", before)
    event.listen(engine, "after_cursor_execute", after)
    try:
        yield seen
    finally:
        event.remove(engine, "before_cursor_execute", before)
        event.remove(engine, "after_cursor_execute", after)


@pytest.mark.parametrize("persists", [False, True], ids=["not persisted", "persisted"])
def test_every_statement_of_a_step_may_fail(tmp_path: Path, *, persists: bool) -> None:
    workspace = desk(tmp_path)
    workspace.step("case", [_question(workspace, "before")])
    record = _question(workspace, "counted")
    with _failing(workspace, 0, persists=persists) as seen:
        workspace.step("case", [record])
    size = workspace.store.size()
    for number in range(1, len(seen) + 1):
        record = _question(workspace, f"cut at {number}")
        with (
            _failing(workspace, number, persists=persists),
            pytest.raises((PowerCutError, ProvenanceError)),
        ):
            workspace.step("case", [record])
        assert workspace.store.size() == size, f"statement {number} left half a step"
        _clean(workspace)
    workspace.step("case", [_question(workspace, "after")])
    assert len(seen) > 3
    assert workspace.case.question == "after"
    workspace.close()
    _clean(workspace)


@pytest.mark.parametrize("persists", [False, True], ids=["not persisted", "persisted"])
def test_the_commit_itself_may_fail(tmp_path: Path, *, persists: bool) -> None:
    workspace = desk(tmp_path)
    size = workspace.store.size()
    engine = workspace.store.database.engine

    def cut(connection: Any) -> None:
        if not connection.get_execution_options().get("writes"):
            return
        if persists:
            connection.connection.dbapi_connection.commit()
        raise PowerCutError

    event.listen(engine, "commit", cut)
    with pytest.raises((PowerCutError, ProvenanceError)):
        workspace.step("case", [_question(workspace, "cut")])
    event.remove(engine, "commit", cut)
    assert workspace.store.size() == size + persists
    again = Workspace(workspace.root, workspace.settings)
    again.step("case", [_question(again, "after")])
    again.close()
    _clean(again)


# ---- the disk is full


def test_a_full_disk_stops_a_step_and_loses_nothing(tmp_path: Path) -> None:
    workspace = filled(tmp_path)
    engine = workspace.store.database.engine

    def full(connection: Any, _: Any) -> None:
        with closing(connection.cursor()) as cursor:
            pages = cursor.execute("PRAGMA page_count").fetchone()[0]
            cursor.execute(f"PRAGMA max_page_count = {pages + 1}")

    size = workspace.store.size()
    workspace.store.database.release()
    event.listen(engine, "connect", full)
    with pytest.raises(WorkspaceError, match="full"):
        workspace.step("case", [_question(workspace, "long " * 50_000)])
    event.remove(engine, "connect", full)
    workspace.store.database.release()
    assert workspace.store.size() == size
    workspace.step("case", [_question(workspace, "after")])
    workspace.close()
    _clean(workspace)


COMMAND = "from provenance.cli import main; raise SystemExit(main())"


def test_bytes_that_find_no_room_leave_no_capture_behind(tmp_path: Path) -> None:
    workspace = filled(tmp_path)
    big = tmp_path / "big.txt"
    big.write_text("The port was closed on Monday. " * 40_000, "utf-8")

    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (900_000, 900_000))

    done = subprocess.run(  # noqa: S603  # ours
        [sys.executable, "-c", COMMAND, "capture", str(big)],
        capture_output=True,
        text=True,
        check=False,
        cwd=workspace.root,
        env={"PROVENANCE_HOME": str(workspace.settings.home), "PATH": "/usr/bin:/bin"},
        preexec_fn=limited,  # the child has one thread
    )
    assert done.returncode not in (0, None)
    assert "cannot be kept" in done.stderr
    assert "Traceback" not in done.stderr
    _clean(workspace)


# ---- the clock goes backwards


class _Backwards:
    """A clock that loses a day at each reading."""

    def __init__(self) -> None:
        self._at = datetime(2033, 3, 4, tzinfo=UTC)  # later than the desk was made

    def now(self) -> str:
        self._at -= timedelta(days=1)
        return timestamp(self._at)


def test_a_clock_that_jumps_back_is_said_and_changes_no_order(tmp_path: Path) -> None:
    made = desk(tmp_path)
    workspace = Workspace(made.root, made.settings, clock=_Backwards())
    for text in ("one", "two", "three"):
        workspace.step("case", [_question(workspace, text)])
    workspace.close()
    found = verify_workspace(workspace, workers=1)
    assert found.clean
    assert "the clock went backwards between 2 pairs of entries" in "\n".join(found.notes)
    assert workspace.case.question == "three"


# ---- eight at once

WRITER = """
import sys
from pathlib import Path
from provenance.errors import ConflictError, WorkspaceBusyError
from provenance.settings import Settings
from provenance.workspace.core import Workspace
from provenance.model import InquiryResult, Inquiry
root, home, who = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
workspace = Workspace(root, Settings(home=home))
for number in range(10):
    record = Inquiry(
        id=workspace.new_id(), about=(), sought=f"{who}-{number}", where="here", words="",
        at=workspace.clock.now(), result=InquiryResult.NOTHING_FOUND, by=workspace.me.id,
    )
    while True:
        try:
            workspace.step("inquiry", [record])
        except WorkspaceBusyError:
            continue
        break
    print(record.sought, flush=True)
workspace.close()
"""


@pytest.mark.slow
def test_eight_processes_write_at_once_and_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    workspace = desk(tmp_path)
    workspace.close()
    writers = [
        subprocess.Popen(  # noqa: S603  # ours
            [sys.executable, "-c", WRITER, workspace.root, workspace.settings.home, str(who)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for who in range(8)
    ]
    told = [each.communicate(timeout=100) for each in writers]
    assert [each.returncode for each in writers] == [0] * 8, [error for _, error in told]
    acknowledged = {line for out, _ in told for line in out.splitlines()}
    kept = {each.sought for each in workspace.store.current(Inquiry)}
    assert kept == acknowledged
    assert len(kept) == 80
    _clean(workspace)
