"""The command ``near``: captured texts that tell of the same event as a document or a draft."""

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from provenance.cli.common import HERE, AtLeastOne, Common, Json
from provenance.cli.exits import ExitCode
from provenance.cli.output import as_json, progress, shown, table, talk
from provenance.workspace.near import near_document, near_draft


def near(
    what: str,
    /,
    *,
    limit: Annotated[AtLeastOne, Parameter(help="How many to list.")] = 10,
    json: Json = False,
    common: Common = HERE,
) -> int:
    """List the captured texts that tell of the same event as a document, or as a file.

    The nearest come first, each with the names and words that say so. It is a place to look, and
    no evidence: that two texts are near decides about no claim.
    """
    path = Path(what)
    with common.opened() as workspace, progress("reading the texts"):
        if path.is_file():
            found = near_draft(workspace, path, limit)
        else:
            found = near_document(workspace, what, limit)
    if json:
        as_json(found)
        return ExitCode.OK
    table(
        ("", "near", "outlet", "title", "by these words"),
        [
            (
                each.document,
                f"{each.score / 1000:.2f}",
                shown(each.outlet or "unknown"),
                shown(each.title or ""),
                shown(", ".join(each.words)),
            )
            for each in found
        ],
    )
    if not found:
        talk("no captured text shares words with it")
    return ExitCode.OK
