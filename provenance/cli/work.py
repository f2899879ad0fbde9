"""Commands of the main job: init, capture, assess, report, review."""

import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from cyclopts import Parameter

from provenance.cli.common import HERE, Common, Json, new_name, new_passphrase
from provenance.cli.exits import ExitCode
from provenance.cli.output import as_json, data, progress, shown, styled, table, talk
from provenance.errors import UsageError

if TYPE_CHECKING:
    from provenance.workspace.assess import Assessed
    from provenance.workspace.capture import Captured, CaptureResult
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


def capture(
    *inputs: str,
    from_: Annotated[
        Path | None, Parameter(name="--from", help="A file that lists inputs, one a line.")
    ] = None,
    said_url: Annotated[str | None, Parameter(help="Where it stands, as you know it.")] = None,
    said_outlet: Annotated[str | None, Parameter(help="Who published it.")] = None,
    said_author: Annotated[str | None, Parameter(help="Who wrote it.")] = None,
    said_published: Annotated[
        str | None, Parameter(help="When: 2026, 2026-03 or 2026-03-04.")
    ] = None,
    how: Annotated[str | None, Parameter(help='How it came, such as "from e-mail".')] = None,
    offline: Annotated[
        bool, Parameter(show_default=False, negative=(), help="Open no connection.")
    ] = False,
    json: Json = False,
    common: Common = HERE,
) -> int:
    """Keep inputs byte for byte: files, folders, addresses, - for standard input."""
    from provenance import __version__
    from provenance.clock import is_date
    from provenance.network import HttpFetcher
    from provenance.workspace.capture import Said
    from provenance.workspace.capture import capture as take

    if not inputs and from_ is None:
        raise UsageError("nothing to capture; give files, folders, addresses, or - for stdin")
    if said_published is not None and not is_date(said_published):
        raise UsageError(f"{said_published!r} is no date; write 2026, 2026-03 or 2026-03-04")
    settings = common.settings()
    fetcher = HttpFetcher(
        offline=offline or settings.offline,
        timeout_s=settings.timeout_s,
        max_bytes=settings.max_bytes,
        user_agent=f"provenance-desk/{__version__}",
        log=lambda *_: None,
    )
    said = Said(
        uri=said_url, outlet=said_outlet, author=said_author, published=said_published, how=how
    )
    with common.opened() as workspace, progress("capturing") as tell:
        read_before = set(workspace.store.handles("d").values())
        result = take(
            workspace,
            ["-" if each == "stdin:" else each for each in inputs],
            fetcher=fetcher,
            said=said,
            listed=_listed(from_),
            stdin=sys.stdin.buffer.read,
            progress=lambda done, total, which: tell(which, done, total),
        )
    if json:
        as_json(result)
    else:
        _captured(result)
    for each in result.captures:
        if each.reason:
            unread = each.document is None and each.outcome != "failed"
            word = styled("unread" if unread else each.outcome, "red", stream=sys.stderr)
            talk(f"{each.handle} {word} {shown(each.requested)}: {shown(each.reason)}")
    if result.resumed:
        talk(f"{result.resumed} inputs had been captured before the interruption")
    documents = {each.document for each in result.captures if each.document}
    to_assess = bool(documents - read_before or result.resumed or (documents and said.anything))
    talk(_closing(result, to_assess=to_assess))
    short = any(each.reason for each in result.captures)
    return ExitCode.SOME_FAILED if short else ExitCode.OK


def _captured(result: "CaptureResult") -> None:
    rows = [
        (
            each.handle,
            each.document or "–",
            _outcome(each),
            f"{each.size:,}" if each.size is not None else "–",
            each.requested,
        )
        for each in result.captures
    ]
    table(("capture", "document", "outcome", "bytes", "input"), rows)


def _outcome(each: "Captured") -> str:
    if each.outcome == "failed":
        return each.outcome
    how = "known bytes" if each.known else each.outcome
    return how if each.document else f"{how}, no text"


def _closing(result: "CaptureResult", *, to_assess: bool) -> str:
    """Return the last line: how many went how far, and the next command where there is one."""
    good = [each for each in result.captures if each.outcome != "failed"]
    unread = sum(each.document is None for each in good)
    partial = sum(each.outcome == "partial" for each in good)
    parts = [
        f"{len(good)} captured",
        f"{unread} of them kept without readable text" if unread else "",
        f"{partial} of them only in part" if partial else "",
        f"{result.failed} failed",
    ]
    line = ", ".join(part for part in parts if part) + "."
    if to_assess:
        return f"{line} Next: provenance assess"
    return f"{line} Nothing new was read. Next: provenance status"


def _listed(path: Path | None) -> str:
    if path is None:
        return ""
    try:
        return path.read_text("utf-8")
    except OSError as error:
        raise UsageError(f"the list {path} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"the list {path} is not UTF-8 text: {error.reason}") from error


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
