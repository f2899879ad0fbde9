"""Commands of custody: custody, evidence."""

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from provenance.cli.common import HERE, Common, Json, Why
from provenance.cli.exits import ExitCode
from provenance.cli.output import as_json, data, shown, table, talk
from provenance.display import for_terminal

Recipient = Annotated[str, Parameter(name="--to", help="Who is given it, in your words.")]


def custody(handle: str, /, *, json: Json = False, common: Common = HERE) -> int:
    """Print who captured, opened, exported or disclosed a capture's evidentiary copy, and when."""
    from provenance.workspace.custody import custody_of

    with common.opened() as workspace:
        steps = custody_of(workspace, handle)
    if json:
        as_json(steps)
        return ExitCode.OK
    table(
        ("entry", "at", "by", "what", "to", "package", "why"),
        [
            (
                str(each.entry),
                each.at,
                each.by,
                each.what,
                each.to or "–",
                each.package or "–",
                each.why,
            )
            for each in steps
        ],
    )
    return ExitCode.OK


def evidence(
    handle: str,
    /,
    *,
    output: Annotated[
        Path | None, Parameter(name=("--output", "-o"), help="A new file for the bytes.")
    ] = None,
    to: Recipient = "",
    why: Why = "",
    common: Common = HERE,
) -> int:
    """Open or export the evidentiary copy of a capture. The log says so.

    Without -o the bytes are shown as text, with what could drive a terminal made visible.
    """
    from provenance.workspace.evidence import hand_out, take

    with common.opened() as workspace:
        if output is None:
            opened = take(workspace, handle, recipient=to, why=why)
            data(for_terminal(opened.decode("utf-8", "backslashreplace")))
            return ExitCode.OK
        hand_out(workspace, handle, output, recipient=to, why=why)
    talk(f"Wrote {shown(str(output))}. See: provenance custody {handle}")
    return ExitCode.OK
