"""The command that captures, and what it says of each input."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter

from provenance.cli.common import HERE, Common, Json
from provenance.cli.exits import ExitCode
from provenance.cli.output import as_json, progress, shown, styled, table, talk
from provenance.errors import UsageError

if TYPE_CHECKING:
    from provenance.workspace.capture import Captured, CaptureResult


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
