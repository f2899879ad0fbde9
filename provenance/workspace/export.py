"""``audit export``: the log for outsiders, as docs/formats/audit-export.md specifies it.

A folder that can lie on any static web server: a tiled log (c2sp.org/tlog-tiles) with its
checkpoint, the same entries as JSON Lines and CSV with their signatures, the records of the keys,
and which language models were used. It holds commitments and signatures and no other content. A
second export adds what is new; memory does not grow with the log. The checkpoint is written last,
so that what it covers is there.
"""

import csv
import io
import json
from base64 import b64encode
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from provenance.audit import (
    Edge,
    Entry,
    MemoryHashes,
    Range,
    grown,
    leaf_hash,
    prove_inclusion,
    read_edge,
)
from provenance.audit.disclosure import SHOWN, Disclosed, disclosed_fields
from provenance.display import for_csv
from provenance.errors import ProofError, UsageError
from provenance.model import Agent, Assistance, KeyChange, LogKey, ModelUse, Record, Value
from provenance.store.places import commitments_of, place_of
from provenance.workspace.core import Workspace
from provenance.workspace.tree import PAGE, Growing, write_whole

FORMAT = "provenance-audit/2"
# Digests of texts and of answers tell whoever has a text that it was read; a reason may quote.
_OF_TEXTS = frozenset({"text", "answers", "reason"})
COLUMNS = ("seq", "at", "kind", "count", "actor", "root", "signature")


class Exported(Value):
    """What was written."""

    folder: str
    origin: str
    entries: int
    new: int  # entries that were not there before
    root: str
    covered: int  # entries that the checkpoint in the folder covers


def export_log(workspace: Workspace, folder: Path, *, names: bool = False) -> Exported:
    """Write the log into a folder, which is new, empty, or an earlier export of this log.

    ``names`` shows the names of agents; without them an outsider sees keys.
    """
    before = _earlier(workspace, folder)
    workspace.seal()
    size = workspace.store.size()
    noted, note = _newest_checkpoint(workspace, size)
    folder.mkdir(parents=True, exist_ok=True)
    now = before
    with _Lines(folder, before.size) as lines:
        # a reader of a checkpoint asks for the narrow tiles of its size, so it is stopped at
        for target in sorted({max(noted, before.size), size}):
            growing = Growing(workspace, now, target)
            for path, data in grown(_edge(folder, now), growing.entries(lines.write)):
                write_whole(folder / path, data)
            now = growing.range
    keys = _lines_of(_keys(workspace, names=names))
    write_whole(folder / "keys.jsonl", keys)
    if models := _lines_of(_models(workspace)):
        write_whole(folder / "models.jsonl", models)
    write_whole(folder / "checkpoint", note.encode())
    log_key = workspace.log_key
    about = {
        "entries": size,
        "format": FORMAT,
        "nodes": [node.hex() for node in now.nodes],
        "origin": log_key.origin,
        "root": now.root.hex(),
        "verifier_key": log_key.verifier_key,
    }
    write_whole(folder / "about.json", json.dumps(about, indent=2).encode() + b"\n")
    return Exported(
        folder=str(folder),
        origin=log_key.origin,
        entries=size,
        new=size - before.size,
        root=now.root.hex(),
        covered=noted,
    )


def _earlier(workspace: Workspace, folder: Path) -> Range:
    """Return what an earlier export of this log in the folder covers; a UsageError for others."""
    if not folder.exists():
        return Range()
    if not folder.is_dir():
        raise UsageError(f"{folder} is a file; name a folder")
    about = folder / "about.json"
    if not about.exists():
        if any(folder.iterdir()):
            raise UsageError(f"{folder} holds other files; name a new folder")
        return Range()
    try:
        said = json.loads(about.read_bytes())
        if said["format"] != FORMAT:
            raise UsageError(
                f"{folder} holds an export of the format {said['format']!r}; name a new one"
            )
        before = Range(said["entries"], tuple(bytes.fromhex(node) for node in said["nodes"]))
    except (ValueError, KeyError, TypeError) as error:
        raise UsageError(f"{about} is not readable; name a new folder") from error
    if before.size > workspace.store.size() or before.root != _root(workspace, before.size):
        raise UsageError(f"{folder} holds another history than this log; name a new folder")
    return before


def _root(workspace: Workspace, size: int) -> bytes:
    found = Range()
    for start in range(0, size, PAGE):
        found = found.extended(workspace.store.leaves(start, min(start + PAGE, size)))
    return found.root


def _edge(folder: Path, before: Range) -> Edge:
    def read(path: str) -> bytes | None:
        file = folder / path
        return file.read_bytes() if file.is_file() else None

    try:
        return read_edge(before.size, before.root, read) if before.size else Edge()
    except ProofError as error:
        raise UsageError(
            f"the tiles in {folder} are damaged: {error}; name a new folder"
        ) from error


class _Lines:
    """The entries as JSON Lines and CSV, from a number on; what an interruption left is cut off."""

    def __init__(self, folder: Path, after: int) -> None:
        self._json = _opened(folder / "entries.jsonl", after)
        self._csv = _opened(folder / "entries.csv", after + 1 if after else 0)
        if not after:
            self._csv.write(_row(COLUMNS))

    def __enter__(self) -> "_Lines":
        return self

    def __exit__(self, *_: object) -> None:
        self._json.close()
        self._csv.close()

    def write(self, entry: Entry, signature: bytes) -> None:
        """Write one entry with its signature."""
        signed = b64encode(signature).decode()
        # "signature" comes after every other name of an entry, so the line is canonical
        self._json.write(entry.encoded[:-1] + f',"signature":"{signed}"}}\n'.encode())
        cells = (str(entry.seq), entry.at, entry.kind, str(entry.count))
        self._csv.write(_row((*cells, entry.actor.hex(), entry.root.hex(), signed)))


def _opened(path: Path, lines: int) -> BinaryIO:
    """Return a file to write on behind so many lines; fewer than those are a UsageError."""
    if not lines:
        return path.open("wb")
    file = path.open("r+b") if path.exists() else path.open("w+b")
    for _ in range(lines):
        if not file.readline().endswith(b"\n"):
            file.close()
            raise UsageError(f"{path} has lost lines; name a new folder")
    file.seek(file.tell())
    file.truncate()
    return file


def _row(cells: tuple[str, ...]) -> bytes:
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerow([for_csv(cell) for cell in cells])
    return text.getvalue().encode()


def _newest_checkpoint(workspace: Workspace, size: int) -> tuple[int, str]:
    """Return the newest checkpoint of the present origin and what it covers; (0, "") for none."""
    origin = workspace.log_key.origin
    for of, covers, note in reversed(workspace.store.checkpoints()):
        if of == origin and covers <= size:
            return covers, note
    return 0, ""


def _keys(workspace: Workspace, *, names: bool) -> Iterator[Disclosed]:
    """Yield the records by which a reader knows who may sign, with the proofs of their steps."""
    more = {"name"} if names else set[str]()
    kinds: tuple[type[Record], ...] = (Agent, LogKey, KeyChange)
    yield from _disclosed(workspace, {each: SHOWN[each.kind] | more for each in kinds})


def _models(workspace: Workspace) -> Iterator[Disclosed]:
    """Yield which language models were allowed, and each reading by one, without its text."""
    kinds: tuple[type[Record], ...] = (Assistance, ModelUse)
    yield from _disclosed(workspace, {each: SHOWN[each.kind] - _OF_TEXTS for each in kinds})


def _lines_of(records: Iterator[Disclosed]) -> bytes:
    return b"".join(each.encoded + b"\n" for each in records)


def _disclosed(
    workspace: Workspace, kinds: Mapping[type[Record], frozenset[str]]
) -> Iterator[Disclosed]:
    """Yield the current records of these kinds with these fields, and the proofs of their steps."""
    steps: dict[int, MemoryHashes] = {}
    for record_type, shown in kinds.items():
        for record in workspace.store.current(record_type):
            place = place_of(workspace.store, record)
            if place.step not in steps:
                commitments = commitments_of(workspace.store, place.step)
                steps[place.step] = MemoryHashes(map(leaf_hash, commitments))
            step = steps[place.step]
            yield Disclosed(
                record.kind,
                place.schema,
                disclosed_fields(place.salt, place.values, shown),
                place.step,
                place.ordinal,
                prove_inclusion(place.ordinal, step.size, step),
            )
