"""``verify``: checks records, log, derived tables, blobs, checkpoints and signatures. Never writes.

It reads what is there, names every disagreement, and says what it did not check. What a clean
result shows: nothing in this workspace was altered, dropped, added or reordered since the last
checkpoint that somebody else holds, or, as far as this account alone can tell, since the last
one signed here. What it does not show: that what was recorded is true.
"""

from collections.abc import Sequence
from operator import attrgetter
from pathlib import Path

from provenance.errors import UsageError, WorkspaceError
from provenance.model import Value
from provenance.settings import Settings
from provenance.store import derived, inspection
from provenance.store.migrations import HEAD, REVISIONS
from provenance.workspace.configuration import located, read_configuration
from provenance.workspace.core import Workspace, quiet
from provenance.workspace.locate import find_root
from provenance.workspace.places import copies_in
from provenance.workspace.verify.anchors import check_anchors
from provenance.workspace.verify.log import (
    Ledger,
    check_accounts,
    check_against,
    check_changes,
    check_checkpoints,
    check_entries,
    check_last_signed,
    check_witnesses,
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
    "whether extractor, finder and policy would give the same again",
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
    progress: Progress | None = None,
) -> Verification:
    """Check a workspace; problems are results, never exceptions."""
    return verify_workspace(
        Workspace(find_root(settings), settings),
        against=against,
        workers=workers,
        progress=progress,
    )


def verify_workspace(
    workspace: Workspace,
    *,
    against: Sequence[Path] = (),
    workers: int = 2,
    chunk: int = CHUNK,
    progress: Progress | None = None,
) -> Verification:
    """Check an opened workspace; a worker takes steps of about ``chunk`` records at once.

    ``against`` are checkpoints that were kept elsewhere, which the log has to extend.
    """
    tell, path, outcome = progress or quiet, workspace.database_path, Outcome()
    outcome.problems += inspection.check_file(path)
    if any(each.what == "database" or each.which == "entry" for each in outcome.problems):
        return _verification(outcome, ("everything else: the log cannot be read",))
    _check_revision(workspace, outcome)
    log = list(inspection.entries(path))
    taken_back = derived.withdrawals(path)
    chunks = chunked([entry for entry, _ in log], chunk)
    seen = check_records(path, chunks, workers, tell, {*taken_back, *taken_back.values()})
    ledger = Ledger(log, seen)
    outcome.problems += seen.problems
    check_entries(ledger, outcome)
    check_changes(ledger, outcome)
    outcome.problems += inspection.strays(path, len(log))
    outcome.problems += derived.check_derived(path, seen, taken_back)
    outcome.problems += sorted(seen.texts, key=attrgetter("what"))
    check_erasures(seen, outcome)
    checkpoints = inspection.rows(path, "checkpoint")
    check_checkpoints(ledger, checkpoints, outcome)
    blobs = check_blobs(workspace.blobs, seen, tell, outcome)
    if seen.log_keys:
        origin = seen.log_keys[-1][2]
        check_last_signed(ledger, workspace.keys.log(origin), outcome)
        against = [*against, *_copies(workspace, origin, outcome)]
    else:
        outcome.wrong("log", "key", "no record names the key of this log")
    check_against(ledger, against, outcome)
    check_witnesses(ledger, outcome)
    check_anchors(ledger, workspace.blobs, workspace.clock, outcome)
    check_accounts(ledger, outcome)
    return _verification(
        outcome,
        entries=len(log),
        records=seen.records,
        blobs=blobs,
        checkpoints=len(checkpoints),
        root=ledger.root(len(log)).hex(),
    )


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
    except UsageError as error:
        outcome.not_checked.append(f"checkpoints in the folders that are named: {error}")
        return []


def _verification(
    outcome: Outcome,
    unread: Sequence[str] = (),
    *,
    entries: int = 0,
    records: int = 0,
    blobs: int = 0,
    checkpoints: int = 0,
    root: str = "",
) -> Verification:
    return Verification(
        entries=entries,
        records=records,
        blobs=blobs,
        checkpoints=checkpoints,
        root=root,
        problems=tuple(
            ProblemView(what=each.what, which=each.which, sentence=each.sentence)
            for each in outcome.problems
        ),
        notes=tuple(outcome.notes),
        shows=tuple(outcome.shows),
        not_checked=(*unread, *outcome.not_checked, *NEVER_CHECKED),
    )


def _check_revision(workspace: Workspace, outcome: Outcome) -> None:
    """Say what is wrong with the schema version; an older one is read as it is, and said."""
    try:
        found = workspace.store.database.revision()
    except WorkspaceError as error:
        outcome.wrong("database", "schema version", str(error))
        return
    if found not in REVISIONS:
        outcome.wrong("database", "schema version", f"says {found}, this program knows {HEAD}")
    elif found != HEAD:
        outcome.notes.append(
            f"the workspace has the older schema {found}; to work in it: provenance upgrade"
        )
