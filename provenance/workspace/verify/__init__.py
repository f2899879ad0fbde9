"""``verify``: checks records, log, derived tables, blobs, checkpoints and signatures. Never writes.

It reads what is there, names every disagreement, and says what it did not check. What a clean
result shows: nothing in this workspace was altered, dropped, added or reordered since the last
checkpoint that somebody else holds, or, as far as this account alone can tell, since the last
one signed here. What it does not show: that what was recorded is true.
"""

import gc
import multiprocessing
from base64 import b64decode
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import pairwise
from operator import attrgetter
from pathlib import Path

from provenance.audit import (
    Entry,
    Range,
    check_checkpoint,
    check_entry,
    parse_verifier_key,
)
from provenance.errors import NoteError, ProofError, SigningKeyError, WorkspaceError
from provenance.model import Value
from provenance.settings import Settings
from provenance.store import inspection
from provenance.store.inspection import Problem, Seen
from provenance.store.migrations import HEAD, REVISIONS
from provenance.workspace.core import Workspace, quiet
from provenance.workspace.locate import find_root

CHUNK = 5_000  # records a worker takes at once


class ProblemView(Value):
    """One disagreement in plain words."""

    what: str
    which: str
    sentence: str


class Verification(Value):
    """What was checked, what disagrees, and what was not checked."""

    entries: int
    records: int
    blobs: int
    checkpoints: int
    root: str
    problems: tuple[ProblemView, ...]
    notes: tuple[str, ...]
    not_checked: tuple[str, ...]

    @property
    def clean(self) -> bool:
        """Whether nothing disagrees."""
        return not self.problems


Progress = Callable[[str, int, int], None]


def verify(
    settings: Settings, *, workers: int = 2, progress: Progress | None = None
) -> Verification:
    """Check a workspace; problems are results, never exceptions."""
    return verify_workspace(
        Workspace(find_root(settings), settings), workers=workers, progress=progress
    )


def verify_workspace(
    workspace: Workspace,
    *,
    workers: int = 2,
    chunk: int = CHUNK,
    progress: Progress | None = None,
) -> Verification:
    """Check an opened workspace; a worker takes steps of about ``chunk`` records at once."""
    tell = progress or quiet
    path = workspace.database_path
    problems = inspection.check_file(path)
    if any(problem.what == "database" for problem in problems):
        return _result(problems, [], [], 0, Seen(), 0, 0, "")
    revision_problems, revision_notes = _check_revision(workspace)
    problems += revision_problems
    log = list(inspection.entries(path))
    seen = _check_records(path, _chunks([entry for entry, _ in log], chunk), workers, tell)
    problems += seen.problems
    problems += _check_log(log, seen)
    problems += inspection.strays(path, len(log))
    problems += inspection.check_derived(path, seen)
    problems += sorted(seen.texts, key=attrgetter("what"))
    leaves = [entry.leaf for entry, _ in log]
    checkpoints = inspection.rows(path, "checkpoint")
    problems += _check_checkpoints(checkpoints, seen, leaves)
    blob_problems, blobs, notes = _check_blobs(workspace, seen, tell)
    problems += blob_problems
    outside, not_checked = _check_outside(workspace, seen, leaves)
    problems += outside
    notes += revision_notes + _notes(log, checkpoints)
    root = Range().extended(leaves).root.hex()
    return _result(problems, notes, not_checked, len(log), seen, blobs, len(checkpoints), root)


def _result(
    problems: Sequence[Problem],
    notes: Iterable[str],
    not_checked: Iterable[str],
    entries: int,
    seen: Seen,
    blobs: int,
    checkpoints: int,
    root: str,
) -> Verification:
    return Verification(
        entries=entries,
        records=seen.records,
        blobs=blobs,
        checkpoints=checkpoints,
        root=root,
        problems=tuple(
            ProblemView(what=each.what, which=each.which, sentence=each.sentence)
            for each in problems
        ),
        notes=tuple(notes),
        not_checked=(
            *not_checked,
            "whether what was recorded is true",
            "whether extractor, finder and policy would give the same again",
            "whether the clock was right",
        ),
    )


def _check_revision(workspace: Workspace) -> tuple[list[Problem], list[str]]:
    """Return what is wrong with the schema version; an older one is read as it is, and said."""
    try:
        found = workspace.store.database.revision()
    except WorkspaceError as error:
        return [Problem("database", "schema version", str(error))], []
    if found not in REVISIONS:
        sentence = f"says {found}, this program knows {HEAD}"
        return [Problem("database", "schema version", sentence)], []
    if found == HEAD:
        return [], []
    older = f"the workspace has the older schema {found}; to work in it: provenance upgrade"
    return [], [older]


Step = tuple[int, int, bytes]  # number, count, root


def _chunks(entries: Sequence[Entry], size: int) -> list[list[Step]]:
    """Return the steps in consecutive chunks of about ``size`` records."""
    chunks: list[list[Step]] = [[]]
    held = 0
    for entry in entries:
        if held and held + entry.count > size:
            chunks.append([])
            held = 0
        chunks[-1].append((entry.seq, entry.count, entry.root))
        held += entry.count
    return chunks


def _check_records(path: Path, chunks: Sequence[list[Step]], workers: int, tell: Progress) -> Seen:
    total, merged = sum(count for chunk in chunks for _, count, _ in chunk), Seen()
    if len(chunks) == 1 or workers == 1:
        found: Iterable[Seen] = (inspection.check_records(path, chunk) for chunk in chunks)
        return _merged(found, merged, total, tell)
    # spawned, not forked: the terminal UI runs threads
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, context, gc.disable) as pool:
        found = pool.map(inspection.check_records, [path] * len(chunks), chunks)
        return _merged(found, merged, total, tell)


def _merged(found: Iterable[Seen], merged: Seen, total: int, tell: Progress) -> Seen:
    for part in found:
        merged.records += part.records
        for name in (
            "problems",
            "texts",
            "placed",
            "withdrawn",
            "first_versions",
            "digests",
            "agents",
            "log_keys",
            "erasures",
            "erased",
        ):
            getattr(merged, name).extend(getattr(part, name))
        tell("records", merged.records, total)
    return merged


def _check_log(log: Sequence[tuple[Entry, bytes]], seen: Seen) -> list[Problem]:
    problems = []
    keys = {commitment: (name, key) for commitment, name, key in seen.agents}
    for number, (entry, signature) in enumerate(log, 1):
        name = f"entry {entry.seq}"
        if entry.seq != number:
            problems.append(Problem("entry", name, f"stands where entry {number} should stand"))
        who, key = keys.get(entry.actor, (None, None))
        if key is None:
            problems.append(Problem("entry", name, "names no agent of this workspace as its actor"))
            continue
        try:
            check_entry(entry, signature, b64decode(key))
        except (ProofError, ValueError, TypeError):
            sentence = f"the signature of {who} does not fit it; the entry has been altered"
            problems.append(Problem("entry", name, sentence))
    return problems


def _check_checkpoints(
    checkpoints: Sequence[dict[str, object]], seen: Seen, leaves: Sequence[bytes]
) -> list[Problem]:
    problems = []
    keys = {origin: key for _, origin, key in seen.log_keys}
    covered = Range()
    for row in sorted(
        checkpoints, key=lambda row: (str(row["size"]).zfill(20), str(row["origin"]))
    ):
        origin, size, note = str(row["origin"]), row["size"], str(row["note"])
        name = f"checkpoint over {size} entries"
        try:
            checkpoint = check_checkpoint(note, parse_verifier_key(keys.get(origin, "")))
        except NoteError as error:
            problems.append(Problem("checkpoint", name, str(error)))
            continue
        if checkpoint.size != size or checkpoint.size > len(leaves):
            sentence = f"the log has {len(leaves)} entries: its end has been cut off"
            problems.append(Problem("checkpoint", name, sentence))
            continue
        covered = covered.extended(leaves[covered.size : checkpoint.size])
        if covered.root != checkpoint.root:
            sentence = "the log's entries do not lead to the root that was signed"
            problems.append(Problem("checkpoint", name, sentence))
    return problems


def _check_outside(
    workspace: Workspace, seen: Seen, leaves: Sequence[bytes]
) -> tuple[list[Problem], list[str]]:
    """Compare the log with the last size signed, which is kept outside the database."""
    if not seen.log_keys:
        return [Problem("log", "key", "no record names the key of this log")], []
    _, origin, _ = seen.log_keys[-1]
    signer = workspace.keys.log(origin)
    try:
        last = signer.last_signed() if signer.present else None
    except SigningKeyError as error:
        return [Problem("log", "last signed size", str(error))], []
    if last is None:
        return [], [
            "whether the log's end was cut off: this account has signed no checkpoint of it"
        ]
    name = f"last signed checkpoint, over {last.size} entries"
    if last.size > len(leaves):
        sentence = (
            f"the log has only {len(leaves)} entries: its end was cut off, or an older copy of the "
            "workspace was put back"
        )
        return [Problem("log", name, sentence)], []
    if Range().extended(leaves[: last.size]).root != last.root:
        return [Problem("log", name, "the log has another history than the one signed")], []
    return [], []


def _check_blobs(
    workspace: Workspace, seen: Seen, tell: Progress
) -> tuple[list[Problem], int, list[str]]:
    wanted: dict[str, str] = {}
    for digest, record in seen.digests:
        wanted.setdefault(digest, record)
    problems = []
    for number, (digest, record) in enumerate(sorted(wanted.items()), 1):
        trouble = workspace.blobs.check(digest)
        if trouble is not None:
            problems.append(Problem("blob", digest, f"{trouble}; {record} names it"))
        tell("blobs", number, len(wanted))
    extra = sum(1 for digest in workspace.blobs.digests() if digest not in wanted)
    notes = [f"{extra} blobs are named by no record (left by an interrupted capture)"]
    return problems, len(wanted), notes if extra else []


def _notes(
    log: Sequence[tuple[Entry, bytes]], checkpoints: Sequence[dict[str, object]]
) -> list[str]:
    notes = []
    covered = max((int(str(row["size"])) for row in checkpoints), default=0)
    if len(log) > covered:
        notes.append(f"{len(log) - covered} entries came after the last signed checkpoint")
    backwards = sum(1 for (one, _), (other, _) in pairwise(log) if other.at < one.at)
    if backwards:
        notes.append(f"the clock went backwards between {backwards} pairs of entries")
    return notes
