"""``report``: the case as one dossier, rendered; the same dossier gives the same bytes."""

from pathlib import Path

from provenance.errors import UsageError
from provenance.report import render
from provenance.workspace.copies import note_copy
from provenance.workspace.core import Workspace
from provenance.workspace.impact import points
from provenance.workspace.views import Views

SMALL = 300  # documents up to which a report says what hangs on each alone
MOST_SHOWN = 20


def publish(workspace: Workspace, format_: str, path: Path | None = None) -> bytes:
    """Return the report of a workspace in one of ``provenance.report.FORMATS``.

    With a path it is written there too, and noted as a copy of what it holds.
    """
    views = Views(workspace)
    dossier = views.dossier()
    if len(dossier.documents) <= SMALL:
        dossier = dossier.model_copy(update={"points": points(views).found[:MOST_SHOWN]})
    rendered = render(dossier, format_)
    if path is not None:
        try:
            path.write_bytes(rendered)
        except OSError as error:
            raise UsageError(f"{path} cannot be written: {error.strerror}") from error
        note_copy(workspace, "a report", path)
    return rendered
