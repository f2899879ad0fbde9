"""The tree over the log, kept as tiles, so that a proof reads a few files and not every entry.

A cache beside the database (``.provenance/tiles``): hashes and entries, no content. It is brought
up to date when it is asked for. Nothing trusts it: it is compared with the checkpoint that a proof
is for, and made anew where it does not fit.
"""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from provenance.audit import (
    Edge,
    Entry,
    Range,
    TileHashes,
    grown,
    leaf_hash,
    parse_checkpoint,
    parse_note,
    read_edge,
)
from provenance.errors import ProofError, WorkspaceError
from provenance.workspace.core import Workspace
from provenance.workspace.locate import FOLDER

PAGE = 10_000  # entries read at once


def tree(workspace: Workspace, note: str) -> TileHashes:
    """Return the hashes of the tree that a checkpoint of this log covers.

    A log that does not lead to the checkpoint's root is a WorkspaceError: ``verify`` says more.
    """
    checkpoint = parse_checkpoint(parse_note(note).text)
    folder = workspace.root / FOLDER / "tiles"
    for _ in range(2):
        try:
            return _brought_up(workspace, folder, checkpoint.size, checkpoint.root)
        except (ProofError, ValueError, KeyError, TypeError, OSError):
            shutil.rmtree(folder, ignore_errors=True)
    raise WorkspaceError("the log does not lead to its signed checkpoint; run: provenance verify")


def _brought_up(workspace: Workspace, folder: Path, size: int, root: bytes) -> TileHashes:
    def read(path: str) -> bytes | None:
        file = folder / path
        return file.read_bytes() if file.is_file() else None

    kept = _kept(folder)
    if kept.size > size:
        raise ProofError("the cache is of a longer log")
    edge = read_edge(kept.size, kept.root, read) if kept.size else Edge()
    growing = Growing(workspace, kept, size)
    for path, data in grown(edge, growing.entries()):
        write_whole(folder / path, data)
    if growing.range.root != root:
        raise ProofError("the cache is of another log")
    nodes = [node.hex() for node in growing.range.nodes]
    write_whole(folder / "size.json", json.dumps({"nodes": nodes, "size": size}).encode())
    return TileHashes(size, read)


def _kept(folder: Path) -> Range:
    try:
        said = json.loads((folder / "size.json").read_bytes())
    except FileNotFoundError:
        return Range()
    return Range(said["size"], tuple(bytes.fromhex(node) for node in said["nodes"]))


class Growing:
    """The entries after a size, read in pages; keeps count of the tree while they pass."""

    def __init__(self, workspace: Workspace, after: Range, size: int) -> None:
        """Begin behind what ``after`` covers; end at ``size``."""
        self._store, self._size = workspace.store, size
        self.range = after

    def entries(self, tell: Callable[[Entry, bytes], None] | None = None) -> Iterator[bytes]:
        """Yield the bytes of each entry; ``tell`` is told entry and signature before."""
        for start in range(self.range.size, self._size, PAGE):
            page = self._store.entries(start, min(start + PAGE, self._size))
            if tell is not None:
                for entry, signature in page:
                    tell(entry, signature)
            encoded = [entry.encoded for entry, _ in page]
            self.range = self.range.extended(map(leaf_hash, encoded))
            yield from encoded


def write_whole(path: Path, data: bytes) -> None:
    """Write a file whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(path.name + ".new")
    temporary.write_bytes(data)
    temporary.replace(path)
