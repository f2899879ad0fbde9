"""What kind of thing bytes are: signature first, then the name's suffix, then a look inside.

The declared type of a served page is kept as served; this is for bytes that come without one
(files, standard input). Media types are those of the IANA registry.
"""

import re

_SUFFIXES = {
    ".htm": "text/html",
    ".html": "text/html",
    ".markdown": "text/markdown",
    ".md": "text/markdown",
    ".text": "text/plain",
    ".txt": "text/plain",
    ".xhtml": "application/xhtml+xml",
}
_HTML = re.compile(
    rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<article[\s>]|<p[\s>]", re.IGNORECASE
)
# Formats that are not text, though their first bytes may look like it.
_BORNE_AS_TEXT = ((b"%PDF-", "application/pdf"), (b"{\\rtf", "application/rtf"))
_HEAD_BYTES = 4096
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
# Bytes that no text holds in number; escapes are left out, hostile text has them.
_CONTROLS = bytes(set(range(0x20)) - set(b"\t\n\x0b\f\r\x1b"))
_FEW = 4  # controls that a short text may hold and still be text
UNKNOWN_TYPE = "application/octet-stream"


def media_type_of(payload: bytes, suffix: str = "") -> str:
    """Return the media type of bytes; ``application/octet-stream`` where it cannot be told."""
    head = payload[:_HEAD_BYTES]
    by_name = _SUFFIXES.get(suffix.lower())
    if not _looks_like_text(head):
        return _signature(head) or by_name or UNKNOWN_TYPE
    for mark, media_type in _BORNE_AS_TEXT:
        if head.startswith(mark):
            return media_type
    if by_name is not None:
        return by_name
    return "text/html" if head.lstrip()[:1] == b"<" and _HTML.search(head) else "text/plain"


def _looks_like_text(head: bytes) -> bool:
    """Return whether bytes may be text: a byte order mark, or next to no control bytes."""
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return head.startswith(_BOMS) or controls <= max(_FEW, len(head) // 20)


def _signature(head: bytes) -> str | None:
    """Return the type that a binary signature names."""
    import puremagic

    try:
        found = str(puremagic.from_string(head, mime=True))
    except (puremagic.PureError, ValueError):
        return None
    return None if found.startswith("text/") else found or None
