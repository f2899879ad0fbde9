"""What a collector says about a capture, and what the case is about."""

from provenance.clock import is_date
from provenance.errors import UsageError
from provenance.model import Case, CollectorStatement
from provenance.workspace.core import Workspace
from provenance.workspace.correct.step import keep, next_version
from provenance.workspace.picture import Picture


def say(workspace: Workspace, capture: str, *, why: str = "", **said: str | None) -> None:
    """Record or correct what the collector says about a capture."""
    keep(workspace, "say", [statement(workspace, Picture(workspace), capture, why, **said)])


def statement(
    workspace: Workspace, picture: Picture, capture: str, why: str, **said: str | None
) -> CollectorStatement:
    """Return what is said about a capture from now on; what is not given stays as it was."""
    published = said.get("published")
    if published is not None and not is_date(published):
        raise UsageError(f"{published!r} is no date; write 2026, 2026-03 or 2026-03-04")
    given = {name: value for name, value in said.items() if value is not None}
    earlier = picture.said.get(capture)
    kept = earlier.model_dump() if earlier else {}
    update = {
        "id": workspace.new_id(),
        "of": capture,
        "supersedes": earlier.id if earlier else None,
        "why": why,
    }
    return CollectorStatement.model_validate(kept | given | update)


def describe_case(workspace: Workspace, **changed: object) -> Case:
    """Write the case's question, bottom line, caveats, handling mark or number of reviewers."""
    given = {name: value for name, value in changed.items() if value is not None}
    if not given:
        raise UsageError("nothing was given; see: provenance case --help")
    workspace.step("case", [next_version(workspace, workspace.case, why="described", **given)])
    return workspace.case
