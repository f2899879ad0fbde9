"""What every correction does: a new version of a record, kept in one step with what follows."""

from collections.abc import Sequence
from typing import TypeVar

from provenance.model import Record
from provenance.workspace.assess import refresh
from provenance.workspace.core import Workspace

BY_HAND = "by hand"
R = TypeVar("R", bound=Record)


def next_version(workspace: Workspace, record: R, **changed: object) -> R:
    """Return the version of a record that supersedes it."""
    update = {"id": workspace.new_id(), "supersedes": record.id, **changed}
    return type(record).model_validate(record.model_dump() | update)


def keep(workspace: Workspace, kind: str, records: Sequence[Record]) -> None:
    """Record a step of a person and bring what follows up to date."""
    workspace.step(kind, records)
    refresh(workspace, kind, records)
