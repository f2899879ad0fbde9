"""Records, blobs and erasures: whether each is what the log commits to.

Steps are shared out to processes. What an erasure destroyed is known by its commitment alone;
it has to be named by an Erasure that stands in the log after it.
"""

import gc
import multiprocessing
import re
from collections.abc import Callable, Collection, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import fields
from functools import partial
from pathlib import Path

from provenance.audit import Entry
from provenance.model import Erasure
from provenance.store import rereading
from provenance.store.blobs import Blobs
from provenance.store.inspection import Seen
from provenance.workspace.verify.outcome import Outcome

Progress = Callable[[str, int, int], None]
_NUMBERS = ("records", "standing")
_LISTS = tuple(each.name for each in fields(Seen) if each.name not in _NUMBERS)
_DIGEST = re.compile("sha256:[0-9a-f]{64}")  # what an altered row names may lead out of the folder
Step = tuple[int, int, bytes]  # number, count, root


def chunked(entries: Sequence[Entry], size: int) -> list[list[Step]]:
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


def check_records(
    path: Path,
    chunks: Sequence[list[Step]],
    workers: int,
    tell: Progress,
    open_steps: Collection[int] = (),
) -> Seen:
    """Return what a pass over all records found."""
    total, merged = sum(count for chunk in chunks for _, count, _ in chunk), Seen()
    work = partial(rereading.check_records, path, open_steps=open_steps)
    if len(chunks) == 1 or workers == 1:
        return _merged(map(work, chunks), merged, total, tell)
    # spawned, not forked: the terminal UI runs threads
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, context, gc.disable) as pool:
        return _merged(pool.map(work, chunks), merged, total, tell)


def _merged(found: Iterable[Seen], merged: Seen, total: int, tell: Progress) -> Seen:
    for part in found:
        for name in _NUMBERS:
            setattr(merged, name, getattr(merged, name) + getattr(part, name))
        for name in _LISTS:
            getattr(merged, name).extend(getattr(part, name))
        tell("records", merged.records, total)
    return merged


def check_blobs(blobs: Blobs, seen: Seen, tell: Progress, outcome: Outcome) -> int:
    """Check every blob that a record names; return how many there are."""
    wanted: dict[str, str] = {}
    for digest, record in seen.digests:
        wanted.setdefault(digest, record)
    for number, (digest, record) in enumerate(sorted(wanted.items()), 1):
        trouble = blobs.check(digest) if _DIGEST.fullmatch(digest) else "is no digest"
        if trouble is not None:
            outcome.wrong("blob", digest, f"{trouble}; {record} names it")
        tell("blobs", number, len(wanted))
    if extra := sum(1 for digest in blobs.digests() if digest not in wanted):
        outcome.notes.append(
            f"{extra} blobs are named by no record (left by an interrupted capture)"
        )
    return len(wanted)


def check_erasures(seen: Seen, actor: Callable[[int], str], outcome: Outcome) -> None:
    """Check that an erasure in the log names each erased record; say who erased what, and why.

    ``actor`` gives the name of whoever acted in an entry.
    """
    named: dict[str, set[tuple[str, str]]] = {}
    for step, record in seen.told:
        if isinstance(record, Erasure):
            named[record.id] = {(each.kind, each.id) for each in record.records}
            kinds = sorted({each.kind.replace("_", " ") for each in record.records})
            outcome.notes.append(
                f"entry {step}, by {actor(step)}, erased {len(record.records)} records "
                f"({', '.join(kinds)}) and {record.blobs} blobs: {record.why}"
            )
    for kind, record_id, erasure in seen.erased:
        if (kind, record_id) not in named.get(erasure, ()):
            sentence = "was removed, and no erasure in the log names it"
            outcome.wrong("record", f"{kind} {record_id}", sentence)
