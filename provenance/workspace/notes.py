"""Scratch notes: outside record, log and exports; they can be deleted, and leave no trace.

What belongs to the record is written by the other verbs: a reason, an inquiry, a correction, the
case. A note is for one's own use and lies in a file of its own beside the database.
"""

from pathlib import Path

from pydantic import ValidationError

from provenance.errors import UnknownHandleError, UsageError
from provenance.model import Value
from provenance.workspace.core import Workspace
from provenance.workspace.locate import FOLDER


class Note(Value):
    """One scratch note."""

    number: int
    at: str
    about: str  # a handle, or empty
    text: str


def notes(workspace: Workspace) -> list[Note]:
    """Return the notes, the oldest first."""
    found = (_read(path) for path in _folder(workspace).glob("*.json"))
    return sorted((each for each in found if each), key=lambda note: note.number)


def add_note(workspace: Workspace, text: str, about: str = "") -> Note:
    """Write a note, in a file of its own: several people may write at once."""
    if not text.strip():
        raise UsageError("a note has words")
    if about:
        workspace.store.identity(about)
    _folder(workspace).mkdir(exist_ok=True)
    number = max((each.number for each in notes(workspace)), default=0) + 1
    while True:
        note = Note(number=number, at=workspace.clock.now(), about=about, text=text)
        try:
            with _path(workspace, number).open("x", encoding="utf-8") as file:
                file.write(note.model_dump_json())
        except FileExistsError:
            number += 1
            continue
        return note


def delete_note(workspace: Workspace, number: int) -> None:
    """Delete a note."""
    try:
        _path(workspace, number).unlink()
    except FileNotFoundError as error:
        raise UnknownHandleError(f"there is no note {number}") from error


def _read(path: Path) -> Note | None:
    """Return the note in a file; None while it is being written, or when it is gone already."""
    try:
        return Note.model_validate_json(path.read_bytes())
    except (FileNotFoundError, ValidationError):
        return None


def _folder(workspace: Workspace) -> Path:
    return workspace.root / FOLDER / "scratch"


def _path(workspace: Workspace, number: int) -> Path:
    return _folder(workspace) / f"{number}.json"
