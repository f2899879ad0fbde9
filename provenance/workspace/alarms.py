"""Alarms of a workspace, for front ends and exit codes: see ``views.alarms``."""

from provenance.model.dossier import AlarmView as Alarm
from provenance.workspace.views import Views

RINGS, VERIFIER = "circular", "no independent confirmation"  # kinds of alarms

__all__ = ["RINGS", "VERIFIER", "Alarm", "alarms"]


def alarms(views: Views) -> tuple[Alarm, ...]:
    """Return each path that returns to where it began, drawn, with the claims that stand on it."""
    return views.alarms()
