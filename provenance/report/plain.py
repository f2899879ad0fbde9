"""Times, sizes, counts and lists as people write them."""

import re
from collections.abc import Mapping, Sequence

from provenance.model.dossier import CaptureView, SaidView


def moment(time: str) -> str:
    """Return a timestamp as people write it, seconds kept: 2026-11-22 18:51:24 UTC."""
    if time.endswith("Z") and time[10:11] == "T":
        return f"{time[:10]} {time[11:19]} UTC"
    return time


def clock_offset(capture: CaptureView) -> str:
    """Return how far the collecting machine's clock was off, or that nobody knows."""
    offset = capture.clock_offset_ms
    if offset is None:
        return "unknown: nobody measured it"
    if offset == 0:
        return "0 ms"
    return f"{abs(offset)} ms {'ahead of' if offset > 0 else 'behind'} true time"


def size(capture: CaptureView) -> str:
    """Return the number of bytes received."""
    if capture.size is None:
        return "no bytes kept"
    return f"{capture.size:,} {'byte' if capture.size == 1 else 'bytes'}".replace(",", "\u202f")


def counted(count: int, one: str, many: str) -> str:
    """Return a count with its noun."""
    return f"{count} {one if count == 1 else many}"


def said(view: SaidView) -> list[tuple[str, str]]:
    """Return what the collector says about a capture, item by item."""
    items = (
        ("address", view.uri),
        ("outlet", view.outlet),
        ("author", view.author),
        ("published", view.published),
        ("how it came", view.how),
    )
    return [(what, value) for what, value in items if value is not None]


def known(records: Sequence[str], handles: Mapping[str, str]) -> list[str]:
    """Return the handles of the records that the report shows, each once, in order."""
    return list(dict.fromkeys(handles[record] for record in records if record in handles))


def language_tag(code: str | None) -> bool:
    """Return whether a language code may stand in a lang attribute."""
    return code is not None and re.fullmatch(r"[a-z]{2,3}", code) is not None


def sentence_case(text: str) -> str:
    """Return text with its first letter in upper case, the rest as it is."""
    return text[:1].upper() + text[1:]
