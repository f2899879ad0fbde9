"""Changes behind the program's back, as somebody makes them who can write to every file."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from provenance.workspace.core import Workspace
from provenance.workspace.verify import Verification


@contextmanager
def opened(workspace: Workspace) -> Iterator[sqlite3.Connection]:
    """Open the database with its triggers out of the way, and put them back afterwards."""
    with closing(sqlite3.connect(workspace.database_path)) as connection:
        triggers = connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall()
        for name, _ in triggers:
            connection.execute(f'DROP TRIGGER "{name}"')
        yield connection
        for _, sql in triggers:
            connection.execute(sql)
        connection.commit()


def copied(workspace: Workspace, to: Path) -> Workspace:
    """Return a copy of a workspace, with a copy of its person's folder."""
    shutil.copytree(workspace.root, to / "desk")
    shutil.copytree(workspace.settings.home, to / "home")
    settings = workspace.settings.model_copy(update={"home": to / "home", "workspace": to / "desk"})
    return Workspace(to / "desk", settings, clock=workspace.clock, entropy=workspace.entropy)


def told(found: Verification) -> str:
    """Return what a check found wrong, one line each."""
    return "\n".join(f"{each.what} {each.which}: {each.sentence}" for each in found.problems)
