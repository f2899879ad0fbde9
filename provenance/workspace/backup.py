"""``backup``, ``restore``, ``upgrade``: a workspace in one file, and back.

A backup is a ZIP file: ``manifest.json`` with the digest of each member, ``records.sqlite``,
and the blobs. Private keys are not in it. Restoring is itself an entry ("back to entry N").
Where the backup's log is shorter than what was signed, the log goes on under a new origin with
a new key, so that no two checkpoints of one origin ever contradict each other. The workspace
that was there is set aside, never deleted.
"""

import hashlib
import json
import re
import shutil
import tempfile
import zipfile
import zlib
from pathlib import Path

from provenance.clock import Clock
from provenance.errors import BackupError, SchemaVersionError, WorkspaceError
from provenance.model import LogKey, Record, Restore, Value
from provenance.settings import Settings
from provenance.store.migrations import HEAD, REVISIONS
from provenance.store.store import Store
from provenance.workspace.copies import copies, note_copy
from provenance.workspace.core import Workspace
from provenance.workspace.locate import DATABASE, FOLDER

_CARRIED = ("copies.jsonl", "scratch")  # outside log and backup, and as true after a restore
FORMAT = "provenance-backup/1"
_MEMBER = re.compile(r"records\.sqlite|blobs/[0-9a-f]{2}/[0-9a-f]{64}")
LARGEST_MANIFEST = 256 << 20
# What the library raises for a damaged, foreign, encrypted or unusually packed archive.
_UNREADABLE = (
    OSError,
    EOFError,
    KeyError,
    NotImplementedError,
    RuntimeError,
    zipfile.BadZipFile,
    zlib.error,
)


class BackupMade(Value):
    """What a backup holds."""

    path: str
    digest: str
    entries: int
    blobs: int


class Restored(Value):
    """What a restore did."""

    folder: str
    back_to: int
    set_aside: str | None
    new_origin: str | None  # where the log had to go on under another name


def backup(workspace: Workspace, path: Path) -> BackupMade:
    """Write a backup; an existing file is left alone (BackupError)."""
    if path.exists():
        raise BackupError(f"{path} is there already; name another file")
    workspace.close()
    part = path.with_name(path.name + ".part")
    with tempfile.TemporaryDirectory(dir=workspace.root / FOLDER) as scratch:
        copy = Path(scratch) / DATABASE
        workspace.store.database.copy_to(copy)
        members = {DATABASE: copy} | {
            f"blobs/{digest[7:9]}/{digest[7:]}": workspace.blobs.path(digest)
            for digest in workspace.blobs.digests()
        }
        entries = Store(copy).size()
        try:
            _write(part, members, entries)
        except OSError as error:
            part.unlink(missing_ok=True)
            raise BackupError(f"the backup could not be written: {error}") from error
    part.replace(path)
    note_copy(workspace, "a backup", path)
    return BackupMade(path=str(path), digest=_digest(path), entries=entries, blobs=len(members) - 1)


def _write(path: Path, members: dict[str, Path], entries: int) -> None:
    manifest = {
        "entries": entries,
        "format": FORMAT,
        "members": {name: _digest(source) for name, source in members.items()},
        "schema": HEAD,
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("manifest.json", json.dumps(manifest, indent=1, sort_keys=True))
        for name, source in members.items():
            archive.write(source, name)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return f"sha256:{hashlib.file_digest(file, 'sha256').hexdigest()}"


def restore(
    path: Path, folder: Path, settings: Settings, *, why: str, clock: Clock | None = None
) -> Restored:
    """Put a backup back into a folder, and record it; a damaged one changes nothing."""
    if not why.strip():
        raise BackupError("say why: --why")
    if path.exists() and not path.is_file():  # a device has no end
        raise BackupError(f"{path} is no file")
    fresh = folder / f"{FOLDER}-restoring"
    if fresh.exists():
        shutil.rmtree(fresh)
    try:
        _unpack(path, fresh / FOLDER)
        # The entry is written before anything is moved: who may not write it changes nothing.
        back_to, origin = _recorded(Workspace(fresh, settings, clock=clock), path, why)
        for name in _CARRIED:
            carried = folder / FOLDER / name
            if carried.is_dir():
                shutil.copytree(carried, fresh / FOLDER / name)
            elif carried.exists():
                shutil.copyfile(carried, fresh / FOLDER / name)
        aside = _set_aside(folder)
        (fresh / FOLDER).replace(folder / FOLDER)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    workspace = Workspace(folder, settings, clock=clock)
    workspace.seal()
    if str(path.resolve()) not in {each.path for each in copies(workspace)}:
        note_copy(workspace, "a backup", path)
    return Restored(
        folder=str(folder),
        back_to=back_to,
        set_aside=str(aside) if aside else None,
        new_origin=origin,
    )


def _unpack(path: Path, target: Path) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            manifest = _manifest(archive)
            for name, digest in manifest.items():
                if not _MEMBER.fullmatch(name):
                    raise BackupError(f"the backup names a file that it must not hold: {name!r}")
                place = target / name
                place.parent.mkdir(parents=True, exist_ok=True)
                with archive.open(name) as source, place.open("wb") as out:
                    shutil.copyfileobj(source, out)
                if _digest(place) != digest:
                    raise BackupError(f"the backup is damaged: {name} holds other bytes")
                if name != DATABASE:
                    place.chmod(0o444)
    except _UNREADABLE as error:
        raise BackupError(f"{path} cannot be read as a backup: {error}") from error


def _manifest(archive: zipfile.ZipFile) -> dict[str, str]:
    try:
        if archive.getinfo("manifest.json").file_size > LARGEST_MANIFEST:
            raise BackupError("the backup's manifest is too large to be one")
        manifest = json.loads(archive.read("manifest.json"))
        found = manifest["members"]
    except (KeyError, ValueError, TypeError) as error:
        raise BackupError("the file has no manifest: it is no backup of a workspace") from error
    if manifest.get("format") != FORMAT or not isinstance(found, dict) or DATABASE not in found:
        raise BackupError(f"the backup is of format {manifest.get('format')!r}, not {FORMAT!r}")
    members: dict[str, str] = found
    return members


def _set_aside(folder: Path) -> Path | None:
    """Move the workspace that is there out of the way, under a name of its own."""
    current = folder / FOLDER
    if not current.exists():
        return None
    number = 1
    while (aside := folder / f"{FOLDER}-set-aside-{number}").exists():
        number += 1
    current.replace(aside)
    return aside


def _recorded(workspace: Workspace, path: Path, why: str) -> tuple[int, str | None]:
    """Record the restore of a workspace that can be used; return (back to, new origin)."""
    try:
        workspace.store.database.check_revision()
        back_to = workspace.store.size()
    except SchemaVersionError:
        raise
    except WorkspaceError as error:
        raise BackupError(f"{path} holds no database that can be used") from error
    return back_to, _record(workspace, _digest(path), back_to, why)


def _record(workspace: Workspace, backup_digest: str, back_to: int, why: str) -> str | None:
    """Record the restore; return the new origin where the log has to go on under one."""
    log_key, signer = workspace.log_key, workspace.signer
    last = signer.last_signed()
    records: list[Record] = [
        Restore(
            id=workspace.new_id(),
            back_to=back_to,
            backup=backup_digest,
            left_origin=log_key.origin,
            left_size=last.size if last else None,
            left_root=last.root.hex() if last else None,
            why=why,
        )
    ]
    # Without the record of what was last signed nobody can say that nothing newer was.
    # And without the log's key nobody here can go on signing under this origin.
    if last is None or last.size > back_to or signer.key(log_key.verifier_key) is None:
        desk = "/".join(log_key.origin.split("/")[:2])
        origin = f"{desk}/{workspace.new_id()}"
        records.append(
            LogKey(
                id=workspace.new_id(),
                origin=origin,
                verifier_key=workspace.keys.log(origin).make_key(),
                from_size=back_to,
            )
        )
    workspace.restart(records)
    return records[-1].origin if isinstance(records[-1], LogKey) else None


def upgrade(workspace: Workspace, path: Path) -> BackupMade | None:
    """Bring an older schema up, after a backup to ``path``; None where nothing is to do."""
    if workspace.store.database.revision() == HEAD:
        return None
    if workspace.store.database.revision() not in REVISIONS:
        workspace.store.database.check_revision()  # says what to do about a newer one
    made = backup(workspace, path)
    workspace.store.database.migrate()
    return made
