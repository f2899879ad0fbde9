"""``report``: the case as one dossier, rendered; the same dossier gives the same bytes."""

from provenance.report import render
from provenance.workspace.core import Workspace
from provenance.workspace.views import Views


def publish(workspace: Workspace, format_: str) -> bytes:
    """Return the report of a workspace in one of ``provenance.report.FORMATS``."""
    return render(Views(workspace).dossier(), format_)
