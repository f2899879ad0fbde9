"""Commands of scratch notes: note add, list, delete."""

from typing import Annotated

from cyclopts import Parameter

from provenance.cli.common import HERE, Common, Json
from provenance.cli.exits import ExitCode
from provenance.cli.output import as_json, shown, table, talk

OUTSIDE = "scratch: outside record, log and exports"


def add(
    text: str,
    /,
    *,
    about: Annotated[str, Parameter(help="What it is about, such as c12.")] = "",
    common: Common = HERE,
) -> int:
    """Write a scratch note. It is outside record, log and exports, and can be deleted."""
    from provenance.workspace.notes import add_note

    with common.opened() as workspace:
        note = add_note(workspace, text, about)
    talk(f"note {note.number} ({OUTSIDE}); provenance note delete {note.number} destroys it")
    return ExitCode.OK


def list_(*, json: Json = False, common: Common = HERE) -> int:
    """List your scratch notes."""
    from provenance.workspace.notes import notes

    with common.opened() as workspace:
        found = notes(workspace)
    if json:
        as_json(found)
        return ExitCode.OK
    table(
        ("note", "about", "at", "text"),
        [(str(each.number), each.about or "–", each.at, shown(each.text)) for each in found],
    )
    talk(OUTSIDE)
    return ExitCode.OK


def delete(number: int, /, *, common: Common = HERE) -> int:
    """Delete a scratch note."""
    from provenance.workspace.notes import delete_note

    with common.opened() as workspace:
        delete_note(workspace, number)
    talk(f"note {number} is gone")
    return ExitCode.OK
