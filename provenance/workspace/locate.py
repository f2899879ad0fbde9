"""Where a workspace is: the folder asked for, or the nearest from the current one upward."""

from pathlib import Path

from provenance.errors import WorkspaceNotFoundError
from provenance.settings import Settings

FOLDER = ".provenance"
DATABASE = "records.sqlite"


def find_root(settings: Settings, start: Path | None = None) -> Path:
    """Return the workspace asked for, or the nearest from a folder upward."""
    if settings.workspace is not None:
        if not (settings.workspace / FOLDER).is_dir():
            raise WorkspaceNotFoundError(
                f"{settings.workspace} is not a workspace; make one with: provenance init "
                f"{settings.workspace}"
            )
        return settings.workspace
    here = (start or Path.cwd()).resolve()
    for folder in (here, *here.parents):
        if (folder / FOLDER / DATABASE).is_file():
            return folder
    raise WorkspaceNotFoundError(
        "there is no workspace in this folder or above it; make one with: provenance init desk"
    )
