"""Blobs: bytes kept under their SHA-256, written so that a crash leaves no half of one.

A blob is written to a temporary file, synced, renamed, and its folder synced, before any row
names it. A crash leaves at worst a blob that no row names; ``verify`` lists those.
"""

import hashlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from provenance.canonical import sha256
from provenance.errors import WorkspaceError


class Blobs:
    """The blobs of one workspace."""

    def __init__(self, folder: Path) -> None:
        """Use a folder; it is made when the first blob is put into it."""
        self.folder = folder

    def path(self, digest: str) -> Path:
        """Return where the blob of a digest lies, whether it is there or not."""
        name = digest.removeprefix("sha256:")
        return self.folder / name[:2] / name

    def put(self, data: bytes) -> str:
        """Keep bytes and return their digest; the same bytes twice are one blob.

        A full or failing disk is a WorkspaceError, and nothing is left behind.
        """
        digest = sha256(data)
        path = self.path(digest)
        if path.exists():
            return digest
        try:
            _write(path, data)
        except OSError as error:
            raise WorkspaceError(f"the bytes cannot be kept: {error.strerror}") from error
        return digest

    def get(self, digest: str) -> bytes:
        """Return the bytes of a digest; missing or altered ones are a WorkspaceError."""
        try:
            data = self.path(digest).read_bytes()
        except OSError as error:
            raise WorkspaceError(f"the blob {digest} cannot be read: {error.strerror}") from error
        if sha256(data) != digest:
            raise WorkspaceError(f"the blob {digest} has been altered; run: provenance verify")
        return data

    def remove(self, digest: str) -> None:
        """Destroy a blob, for an erasure; one that is gone already is no error."""
        self.path(digest).unlink(missing_ok=True)
        if self.path(digest).parent.exists():
            _sync_folder(self.path(digest).parent)

    def sweep(self) -> None:
        """Remove what writes that were cut short have left."""
        for path in self.folder.glob("??/.new-*"):
            path.unlink(missing_ok=True)

    def check(self, digest: str) -> str | None:
        """Return what is wrong with a blob, or None; reads it in pieces."""
        found = hashlib.sha256()
        try:
            with self.path(digest).open("rb") as file:
                while piece := file.read(1 << 20):
                    found.update(piece)
        except OSError as error:
            return f"cannot be read ({error.strerror})"
        return None if f"sha256:{found.hexdigest()}" == digest else "holds other bytes"

    def digests(self) -> Iterator[str]:
        """Yield the digest under which each kept blob lies."""
        for path in sorted(self.folder.glob("??/*")):
            if not path.name.startswith(".new-"):
                yield f"sha256:{path.name}"


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, temporary = tempfile.mkstemp(prefix=".new-", dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(0o444)
        Path(temporary).replace(path)
    except OSError:
        Path(temporary).unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
