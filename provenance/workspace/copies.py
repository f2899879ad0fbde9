"""Where copies went that this program wrote: backups, reports, packages.

A list beside the database, outside record and log: it only helps a person who has to find copies
of something that was erased. What was copied by other means is not in it.
"""

import json
from pathlib import Path

from provenance.model import Value
from provenance.workspace.core import Workspace
from provenance.workspace.locate import FOLDER


class Copied(Value):
    """One file that holds content of the workspace."""

    at: str
    what: str
    path: str


def note_copy(workspace: Workspace, what: str, path: Path) -> None:
    """Write down that a file with content of the workspace was written."""
    copied = Copied(at=workspace.clock.now(), what=what, path=str(path.resolve()))
    with _file(workspace).open("a", encoding="utf-8") as file:
        file.write(copied.model_dump_json() + "\n")


def copies(workspace: Workspace) -> list[Copied]:
    """Return the files written so far, the oldest first, and what restores have set aside."""
    found = []
    if _file(workspace).exists():
        for line in _file(workspace).read_text("utf-8").splitlines():
            try:
                found.append(Copied.model_validate(json.loads(line)))
            except ValueError:
                continue  # a line cut short by a crash
    aside = sorted(workspace.root.glob(f"{FOLDER}-set-aside-*"))
    return [*found, *(Copied(at="", what="set aside by a restore", path=str(p)) for p in aside)]


def _file(workspace: Workspace) -> Path:
    return workspace.root / FOLDER / "copies.jsonl"
