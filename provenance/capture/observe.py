"""One input observed: what its bytes are, where they came from, what the way to them said."""

import os
import stat
from contextlib import suppress
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Literal

from provenance.canonical import sha256
from provenance.capture.sniff import media_type_of
from provenance.clock import timestamp
from provenance.model import Digest, Header, Hop, Timestamp, Value
from provenance.network import Exchange, Fetcher

TOOL = "provenance"
MAX_FILE_BYTES = 64 * (1 << 20)


class Observation(Value):
    """The observed facts of a capture, with the bytes themselves.

    Field for field those of a Capture record, without what the recorder adds. ``body`` is the
    payload; ``sent`` the body as sent, where it differs.
    """

    requested: str
    uri: str
    via: Literal["http", "file", "stdin"]
    outcome: Literal["complete", "partial", "failed"]
    reason: str = ""
    hops: tuple[Hop, ...] = ()
    status: int | None = None
    headers: tuple[Header, ...] = ()
    media_type: str | None = None
    charset: str | None = None
    payload: Digest | None = None
    transfer: Digest | None = None
    size: int | None = None
    peer: str | None = None
    certificate: Digest | None = None
    modified_at: Timestamp | None = None
    body: bytes | None = None
    sent: bytes | None = None


@cache  # asked for each capture; the metadata is parsed anew each time
def tool_version() -> str:
    """Return the version of the program that captures, or "unknown" outside an installation."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("provenance-desk")
    except PackageNotFoundError:
        return "unknown"


def observe_uri(fetcher: Fetcher, uri: str) -> Observation:
    """Return what an address answered."""
    exchange = fetcher.fetch(uri)
    outcome, reason, body = exchange.outcome, exchange.reason, exchange.body or None
    if outcome == "complete" and body is None:
        outcome, reason = "failed", f"empty: the server answered {exchange.status} without a body"
    return Observation(
        requested=_text(uri),
        uri=_text(exchange.uri),
        via="http",
        outcome=outcome,
        reason=_text(reason),
        hops=tuple(_hop(hop.uri, hop.status, hop.location) for hop in exchange.hops),
        status=exchange.status,
        headers=tuple(Header(name=name, value=value) for name, value in exchange.headers),
        media_type=_served_type(exchange, body),
        charset=exchange.charset,
        payload=sha256(body) if body else None,
        transfer=exchange.transfer,
        size=len(body) if body else None,
        peer=exchange.peer,
        certificate=exchange.certificate,
        body=body,
        sent=exchange.sent,
    )


def observe_file(path: Path, *, max_bytes: int = MAX_FILE_BYTES) -> Observation:
    """Return what a file held when it was read, in one go."""
    blank = Observation(
        requested=_text(str(path)), uri=_file_uri(path), via="file", outcome="failed"
    )
    try:
        before = path.stat()
        problem = _unreadable(before, max_bytes)
        if problem:
            return blank.model_copy(update={"reason": problem})
        with path.open("rb") as file:
            body = file.read(max_bytes + 1)
    except (OSError, ValueError) as error:
        return blank.model_copy(update={"reason": _why(error)})
    if len(body) > max_bytes:
        return blank.model_copy(
            update={"reason": f"it grew beyond {max_bytes:,} bytes while it was read"}
        )
    modified = timestamp(datetime.fromtimestamp(before.st_mtime, UTC))
    seen = _with_body(blank, body, path.suffix)
    return seen.model_copy(update={"modified_at": modified})


def observe_stdin(data: bytes) -> Observation:
    """Return what came on standard input."""
    blank = Observation(requested="-", uri="stdin:", via="stdin", outcome="failed")
    return _with_body(blank, data, "")


def _with_body(blank: Observation, body: bytes, suffix: str) -> Observation:
    if not body:
        return blank.model_copy(update={"reason": "empty: there is nothing in it"})
    return blank.model_copy(
        update={
            "outcome": "complete",
            "media_type": media_type_of(body, suffix),
            "payload": sha256(body),
            "size": len(body),
            "body": body,
        }
    )


def _unreadable(found: os.stat_result, max_bytes: int) -> str:
    """Return why a file is not read, from its status alone, or nothing."""
    if stat.S_ISDIR(found.st_mode):
        return "it is a folder without a file that can be captured"
    if not stat.S_ISREG(found.st_mode):
        return "it is not an ordinary file; pipe it to standard input instead"
    if found.st_size > max_bytes:
        return (
            f"its {found.st_size:,} bytes are more than the limit of {max_bytes:,};"
            " capture the part that matters as a file of its own"
        )
    return ""


def _why(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file, or it vanished before it was read"
    if isinstance(error, PermissionError):
        return "this user may not read it"
    return f"it cannot be read: {getattr(error, 'strerror', None) or error}"


def _served_type(exchange: Exchange, body: bytes | None) -> str | None:
    """Return the declared media type, or that of the bytes where the server declared none."""
    if exchange.media_type is not None or body is None:
        return exchange.media_type
    return media_type_of(body)


def _hop(uri: str, status: int, location: str) -> Hop:
    return Hop(uri=_text(uri), status=status, location=_text(location))


def _file_uri(path: Path) -> str:
    with suppress(OSError, ValueError):
        return Path(os.path.abspath(path)).as_uri()  # noqa: PTH100  # “..” folded, links kept
    return "file:"


def _text(given: str) -> str:
    """Return text that can be kept: bytes that a file name or address could not spell, escaped."""
    return given.encode("utf-8", "backslashreplace").decode()
