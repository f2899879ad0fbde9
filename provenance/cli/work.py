"""Commands of the main job: init, assess, report, review; ``capture`` has a module of its own."""

import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from cyclopts import Parameter

from provenance.cli.common import HERE, Common, Json, new_name, new_passphrase
from provenance.cli.exits import ExitCode
from provenance.cli.output import as_json, data, progress, shown, talk
from provenance.errors import UsageError

if TYPE_CHECKING:
    from provenance.workspace.assess import Assessed
    from provenance.workspace.core import Workspace


def init(
    folder: Path = Path(),
    *,
    name: Annotated[str | None, Parameter(help="Your name, as the log shows it.")] = None,
    reviewers: Annotated[
        Literal["1", "2"], Parameter(help="How many people decide about a claim.")
    ] = "2",
    definition_set: Annotated[
        Literal["stanag-2511", "fm-2-22.3"], Parameter(help="The wording of the grades.")
    ] = "stanag-2511",
    common: Common = HERE,
) -> int:
    """Make a workspace in a folder."""
    from provenance.workspace.init import init as make

    settings = common.settings()
    fresh = not (settings.home / "identity.pem").exists()
    name = new_name(settings, name)
    passphrase = new_passphrase(settings)
    if passphrase is not None:
        settings = settings.model_copy(update={"passphrase": passphrase})
    workspace = make(
        folder,
        settings,
        person=name,
        passphrase=passphrase,
        reviewers=1 if reviewers == "1" else 2,
        definition_set=definition_set,
    )
    workspace.close()
    if fresh:
        lock = "with a passphrase" if passphrase else "without a passphrase"
        talk(f"Made a key for {shown(workspace.keys.name())}, {lock}: {settings.home}")
    elif name is not None and name != workspace.keys.name():
        talk(f"You have a key already and act under its name: {shown(workspace.keys.name())}")
    talk(f"Made a workspace in {shown(str(folder))}. Next: provenance capture FILE-OR-ADDRESS")
    return ExitCode.OK


def assess(
    *,
    dry_run: Annotated[
        bool,
        Parameter(
            show_default=False, negative=(), help="Say what reading would change; write nothing."
        ),
    ] = False,
    offline: Annotated[
        bool, Parameter(show_default=False, negative=(), help="Ask no language model.")
    ] = False,
    json: Json = False,
    common: Common = HERE,
) -> int:
    """Bring claims, links, lineage and grades up to what was captured.

    Texts that another finder read, or whose date was corrected, are read again; what a person
    decided stays as it is. One undo takes a reading again back.
    """
    if dry_run:
        return _previewed(json=json, common=common)
    from provenance.workspace.assess import assess as bring_up

    with common.opened() as workspace, progress("assessing") as tell:
        if offline:
            workspace.settings = workspace.settings.model_copy(update={"offline": True})
        result = bring_up(workspace, progress=tell)
        notes = _left(workspace, result)
    if json:
        as_json(result)
        return ExitCode.OK
    for name, count in result.model_dump().items():
        data(f"{count:>7}  {name}")
    for note in notes:
        talk(note)
    return ExitCode.OK


def _left(workspace: "Workspace", result: "Assessed") -> list[str]:
    """Return what an assessment left, in sentences, and what to do next."""
    from provenance.model import Capture
    from provenance.workspace.assist import unasked
    from provenance.workspace.status import cut_short, unread

    if not workspace.store.count(Capture):
        return ["nothing to do: nothing is captured. Next: provenance capture FILE-OR-ADDRESS"]
    told = []
    if not any(result.model_dump().values()):
        told.append("nothing to do: all that was captured is assessed")
    if count := result.uncompared:
        told.append(
            f"Of passages that look alike {count:,} pairs, the least alike, were not compared."
        )
    if languages := unread(workspace):
        told.append(f"No claims were looked for in texts in: {languages}. They are marked by hand.")
    if parts := cut_short(workspace):
        told.append(f"{parts} long texts were read in part: provenance list findings --search part")
    if short := unasked(workspace):
        told.append(shown(short))
    return [*told, "Next: provenance status"]


def _previewed(*, json: bool, common: Common) -> int:
    from provenance.cli.preview import preview_lines
    from provenance.workspace.assess.preview import preview

    with common.opened() as workspace:
        found = preview(workspace)
    if json:
        as_json(found)
        return ExitCode.OK
    for line in preview_lines(found):
        data(line)
    if found.documents:
        talk("nothing was written. To do it: provenance assess")
    else:
        talk("nothing to read: every text was read by this finder. Next: provenance status")
    return ExitCode.OK


def report(
    *,
    format_: Annotated[
        Literal["html", "md", "csv", "json"] | None,
        Parameter(name="--format", help="By default as the output's name ends, else html."),
    ] = None,
    output: Annotated[
        Path | None, Parameter(name=("--output", "-o"), help="A file; by default stdout.")
    ] = None,
    document: Annotated[
        str | None, Parameter(help="One document, each sentence marked; html, md or json.")
    ] = None,
    common: Common = HERE,
) -> int:
    """Write the report of the case, or of one document."""
    ending = output.suffix.lstrip(".").lower() if output else ""
    chosen = format_ or (ending if ending in ("html", "md", "csv", "json") else "html")
    with common.opened() as workspace:
        if document is not None:
            from provenance.workspace.check import check_document, write

            rendered = write(workspace, check_document(workspace, document), chosen, output)
        else:
            from provenance.workspace.publish import publish

            rendered = publish(workspace, chosen, output)
    if output is None:
        sys.stdout.buffer.write(rendered)
        return ExitCode.OK
    talk(f"Wrote {shown(str(output))} ({len(rendered):,} bytes)")
    return ExitCode.OK


def review(*, common: Common = HERE) -> int:
    """Open the review room."""
    from provenance.workspace.locate import find_root

    settings = common.settings()
    root = find_root(settings)
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError("the review room needs a terminal; see: provenance list claims")
    room = import_module("tui")
    if getattr(room, "__dist__", None) != "provenance-desk":
        raise UsageError(
            f"another package named “tui” stands in the way ({room.__file__}); install Provenance "
            "into an environment of its own, for example with: uv tool install provenance-desk"
        )
    key = settings.home / "identity.pem"
    if settings.passphrase is None and key.exists() and b"ENCRYPTED" in key.read_bytes():
        # asked before the room takes the terminal over
        settings = settings.model_copy(update={"passphrase": settings.secret()})
    settings = settings.model_copy(update={"workspace": root, "ask": None})
    code: int = room.run(settings)
    return code
