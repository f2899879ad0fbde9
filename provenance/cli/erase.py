"""The command that destroys: erase."""

import sys
from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter

from provenance.cli.common import HERE, Common, Json, Why
from provenance.cli.exits import ExitCode
from provenance.cli.output import as_json, data, shown, talk
from provenance.errors import UsageError

if TYPE_CHECKING:
    from provenance.workspace.erase import Decision, ErasurePlan


def erase(
    *handles: str,
    why: Why = "",
    shared: Annotated[
        tuple[str, ...],
        Parameter(
            name="--shared", help="DIGEST=erase or DIGEST=keep, for bytes of several captures."
        ),
    ] = (),
    yes: Annotated[bool, Parameter(name="--yes", negative=(), help="Do not ask.")] = False,
    finish: Annotated[
        bool, Parameter(name="--finish", negative=(), help="Finish one that was interrupted.")
    ] = False,
    json: Json = False,
    common: Common = HERE,
) -> int:
    """Destroy records with all that was derived from them. The log still verifies.

    What falls is listed first. Without --yes you are asked; the list alone is had with --json.
    """
    from provenance.workspace.erase import erase as destroy
    from provenance.workspace.erase import finish as finish_erasure
    from provenance.workspace.erase import plan

    if not finish and not handles:
        raise UsageError("name what is to be erased, such as k3, d7 or c12")
    decisions = _decisions(shared)
    with common.opened() as workspace:
        if finish:
            talk(f"{finish_erasure(workspace)} blobs that no record names are destroyed")
            return ExitCode.OK
        found = plan(workspace, handles, decisions)
        if json:
            as_json(found)
            return ExitCode.OK
        _show(found)
        if not found.undecided and not found.stuck and not yes and not _confirmed():
            talk("nothing was erased")
            return ExitCode.OK
        made = destroy(workspace, handles, why, decisions)
    talk(f"Erased {made.records} records and {made.blobs} blobs; entry {made.entry} says so")
    for each in made.copies:
        talk(
            f"a copy may lie in {shown(each.path)} ({each.what}{f', {each.at}' if each.at else ''})"
        )
    talk("Check it with: provenance verify")
    return ExitCode.OK


def _decisions(given: tuple[str, ...]) -> "dict[str, Decision]":
    found: dict[str, Decision] = {}
    for each in given:
        digest, _, word = each.rpartition("=")
        if word == "erase":
            found[digest] = "erase"
        elif word == "keep":
            found[digest] = "keep"
        else:
            raise UsageError(f"write DIGEST=erase or DIGEST=keep, not {each!r}")
    return found


def _show(found: "ErasurePlan") -> None:
    for each in found.falling:
        data(f"falls      {each.kind} {shown(each.handle)}: {each.why}")
    data(f"falls      {found.blobs} blobs")
    for each in found.stuck:
        data(f"hinders    {each.kind} {shown(each.handle)}: {each.why}, and the log needs it")
    for blob in found.undecided:
        data(f"undecided  {blob.digest} is also that of {', '.join(blob.captures)}")
    for copy in found.copies:
        data(f"copy       {shown(copy.path)} ({copy.what})")


def _confirmed() -> bool:
    if not sys.stdin.isatty():
        raise UsageError("nobody is there to confirm it; say --yes")
    talk("This cannot be undone. Type erase to go on:")
    return sys.stdin.readline().strip() == "erase"
