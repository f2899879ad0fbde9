"""Scratch notes: outside record, log and exports; they can be deleted, and leave no trace.

What belongs to the record is written by the other verbs: a reason, an inquiry, a correction, the
case. A note is for one's own use and lies in a file beside the database.
"""

import json

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
    try:
        kept = json.loads((workspace.root / FOLDER / "scratch.json").read_text("utf-8"))
    except FileNotFoundError:
        return []
    return [Note.model_validate(each) for each in kept]


def add_note(workspace: Workspace, text: str, about: str = "") -> Note:
    """Write a note."""
    if not text.strip():
        raise UsageError("a note has words")
    if about:
        workspace.store.identity(about)
    kept = notes(workspace)
    number = max((each.number for each in kept), default=0) + 1
    note = Note(number=number, at=workspace.clock.now(), about=about, text=text)
    keep_notes(workspace, [*kept, note])
    return note


def delete_note(workspace: Workspace, number: int) -> None:
    """Delete a note."""
    kept = notes(workspace)
    left = [each for each in kept if each.number != number]
    if len(left) == len(kept):
        raise UnknownHandleError(f"there is no note {number}")
    keep_notes(workspace, left)


def keep_notes(workspace: Workspace, kept: list[Note]) -> None:
    """Write the notes that are kept in place of those that were."""
    path = workspace.root / FOLDER / "scratch.json"
    if not kept:
        path.unlink(missing_ok=True)
        return
    temporary = path.with_name(path.name + ".new")
    temporary.write_text(json.dumps([each.model_dump() for each in kept]), "utf-8")
    temporary.replace(path)
