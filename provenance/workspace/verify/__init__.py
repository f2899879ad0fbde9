"""``verify``: checks records, log, derived tables, blobs, checkpoints and signatures. Never writes.

It reads what is there, names every disagreement, and says what it did not check. What a clean
result shows: nothing in this workspace was altered, dropped, added or reordered since the last
checkpoint that somebody else holds, or, as far as this account alone can tell, since the last
one signed here. What it does not show: that what was recorded is true.
"""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from operator import attrgetter
from pathlib import Path

from provenance.audit import Entry
from provenance.errors import WorkspaceError
from provenance.model import Value
from provenance.settings import Settings
from provenance.store import derived, inspection
from provenance.store.inspection import Seen
from provenance.store.migrations import HEAD, REVISIONS
from provenance.store.structure import check_file, check_pages
from provenance.workspace.configuration import FILE, located, read_configuration
from provenance.workspace.core import Workspace, quiet
from provenance.workspace.locate import find_root
from provenance.workspace.places import copies_in
from provenance.workspace.verify.anchors import check_anchors
from provenance.workspace.verify.log import (
    Ledger,
    Row,
    check_accounts,
    check_against,
    check_changes,
    check_checkpoints,
    check_entries,
    check_last_signed,
    check_witnesses,
    note_restores,
)
from provenance.workspace.verify.outcome import Outcome
from provenance.workspace.verify.records import (
    Progress,
    check_blobs,
    check_erasures,
    check_records,
    chunked,
)

CHUNK = 5_000  # records a worker takes at once
NEVER_CHECKED = (
    "whether what was recorded is true",
    "whether extractor, finder, index keys and policy would give the same again",
    "whether the clock was right",
    "whether two agents are two persons: the two-person rule shows two keys, not two people",
)


class ProblemView(Value):
    """One disagreement in plain words."""

    what: str
    which: str
    sentence: str


class Verification(Value):
    """What was checked, what disagrees, what is shown, and what was not checked."""

    entries: int
    records: int
    blobs: int
    checkpoints: int
    root: str
    problems: tuple[ProblemView, ...]
    notes: tuple[str, ...]
    shows: tuple[str, ...]
    not_checked: tuple[str, ...]

    @property
    def clean(self) -> bool:
        """Whether nothing disagrees."""
        return not self.problems


def verify(
    settings: Settings,
    *,
    against: Sequence[Path] = (),
    workers: int = 2,
    indexes: bool = False,
    progress: Progress | None = None,
) -> Verification:
    """Check a workspace; problems are results, never exceptions."""
    return verify_workspace(
        Workspace(find_root(settings), settings),
        against=against,
        workers=workers,
        indexes=indexes,
        progress=progress,
    )


def verify_workspace(
    workspace: Workspace,
    *,
    against: Sequence[Path] = (),
    workers: int = 2,
    chunk: int = CHUNK,
    indexes: bool = False,
    progress: Progress | None = None,
) -> Verification:
    """Check an opened workspace; a worker takes steps of about ``chunk`` records at once.

    ``against`` are checkpoints that were kept elsewhere, which the log has to extend. With
    ``indexes`` the database's own indexes are compared with their tables too.
    """
    outcome, tell = Outcome(), progress or quiet
    with (
        outcome.checking("the database"),
        inspection.legible(workspace.database_path) as path,
        ThreadPoolExecutor(1) as beside,  # SQLite works outside of Python's lock
    ):
        pages = beside.submit(check_pages, path, indexes=indexes)
        file = check_file(path)
        outcome.problems += file.problems
        if file.readable:
            _check_revision(file.revision, outcome)
            ledger = _read(path, chunk, workers, tell, outcome)
            _check(workspace, ledger, inspection.rows(path, "checkpoint"), tell, outcome)
            with outcome.checking("what is kept outside"):
                _check_outside(workspace, path, ledger, against, outcome)
        else:
            outcome.not_checked.append("everything else: the log cannot be read")
        outcome.problems[:0] = pages.result()
    if not indexes:
        outcome.not_checked.append(
            "whether the database's indexes agree with its tables (provenance verify --all)"
        )
    return _verification(outcome)


def _read(path: Path, chunk: int, workers: int, tell: Progress, outcome: Outcome) -> Ledger:
    """Check the records against the log and the derived tables; return both for what follows."""
    log: list[tuple[Entry, bytes]] = []
    seen = Seen()
    with outcome.checking("the records"):
        log, unreadable = inspection.entries(path)
        outcome.problems += unreadable
        taken_back = derived.withdrawals(path)
        chunks = chunked([entry for entry, _ in log], chunk)
        seen = check_records(path, chunks, workers, tell, {*taken_back, *taken_back.values()})
        outcome.problems += seen.problems
        outcome.problems += inspection.strays(path, len(log))
        outcome.problems += derived.check_derived(path, seen, taken_back)
        outcome.problems += sorted(seen.texts, key=attrgetter("what"))
    ledger = Ledger(log, seen)
    outcome.entries, outcome.records = len(log), seen.records
    outcome.root = ledger.root(len(log)).hex()
    return ledger


def _check(
    workspace: Workspace,
    ledger: Ledger,
    checkpoints: Sequence[Row],
    tell: Progress,
    outcome: Outcome,
) -> None:
    """Check what was signed, and what the records name."""
    with outcome.checking("the log's entries"):
        check_entries(ledger, outcome)
    note_restores(ledger, outcome)
    with outcome.checking("the changes of keys"):
        check_changes(ledger, outcome)
    with outcome.checking("the erasures"):
        check_erasures(ledger.seen, ledger.actor, outcome)
    with outcome.checking("the checkpoints"):
        outcome.checkpoints = len(checkpoints)
        check_checkpoints(ledger, checkpoints, outcome)
    with outcome.checking("the blobs"):
        outcome.blobs = check_blobs(workspace.blobs, ledger.seen, tell, outcome)
    with outcome.checking("the witnesses"):
        check_witnesses(ledger, outcome)
    with outcome.checking("the stamps"):
        check_anchors(ledger, workspace.blobs, workspace.clock, outcome)
    with outcome.checking("the accounts"):
        check_accounts(ledger, outcome)


def _check_outside(
    workspace: Workspace, path: Path, ledger: Ledger, against: Sequence[Path], outcome: Outcome
) -> None:
    """Compare the log with what was kept of it outside the database."""
    if not ledger.seen.log_keys:
        outcome.wrong("log", "key", "no record names the key of this log")
    else:
        origin = ledger.seen.log_keys[-1][2]
        kept = {row["size"] for row in inspection.rows(path, "checkpoint")}
        check_last_signed(ledger, workspace.keys.log(origin), kept, outcome)
        against = [*against, *_copies(workspace, origin, outcome)]
    check_against(ledger, against, outcome)


def newest_copies(root: Path, origin: str) -> list[Path]:
    """Return the largest checkpoint of a log in each folder that its desk names."""
    places = read_configuration(root).anchor
    found = []
    for given in (*places.folders, *places.git):
        kept = copies_in(located(root, given), origin)
        found += [kept[max(kept)]] if kept else []
    return found


def _copies(workspace: Workspace, origin: str, outcome: Outcome) -> list[Path]:
    try:
        return newest_copies(workspace.root, origin)
    except (WorkspaceError, OSError) as error:
        outcome.wrong("settings", FILE, str(error))
        outcome.not_checked.append("checkpoints in the folders that the desk names")
        return []


def _verification(outcome: Outcome) -> Verification:
    return Verification(
        entries=outcome.entries,
        records=outcome.records,
        blobs=outcome.blobs,
        checkpoints=outcome.checkpoints,
        root=outcome.root,
        problems=tuple(
            ProblemView(what=each.what, which=each.which, sentence=each.sentence)
            for each in outcome.problems
        ),
        notes=tuple(outcome.notes),
        shows=tuple(outcome.shows),
        not_checked=(*outcome.not_checked, *NEVER_CHECKED),
    )


def _check_revision(found: str | None, outcome: Outcome) -> None:
    """Say what is wrong with the schema version; an older one is read as it is, and said."""
    if found not in REVISIONS:
        sentence = (
            f"says {found or 'nothing'}, this program knows {', '.join(REVISIONS)}; "
            "what a newer version of Provenance wrote is checked by that version"
        )
        outcome.wrong("database", "schema version", sentence)
    elif found != HEAD:
        outcome.notes.append(
            f"the workspace has the older schema {found}; to work in it: provenance upgrade"
        )
