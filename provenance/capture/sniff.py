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
_HEAD_BYTES = 4096
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
# Bytes that text in an 8-bit or UTF-8 encoding does not hold; ESC and NUL are left to hostile text.
_BINARY = bytes(set(range(0x20)) - set(b"\0\t\n\x0b\x0c\r\x1b\b\a"))


def media_type_of(payload: bytes, suffix: str = "") -> str:
    """Return the media type of bytes; ``application/octet-stream`` where it cannot be told."""
    by_name = _SUFFIXES.get(suffix.lower())
    head = payload[:_HEAD_BYTES]
    signed = _signature(payload)
    if signed is not None:
        return signed
    if not looks_like_text(head):
        return "application/octet-stream"
    if by_name is not None:
        return by_name
    return "text/html" if _HTML.search(head) and head.lstrip()[:1] == b"<" else "text/plain"


def looks_like_text(head: bytes) -> bool:
    """Return whether bytes may be text: a byte order mark, or next to no control bytes."""
    if head.startswith(_BOMS):
        return True
    controls = len(head) - len(head.translate(None, _BINARY + b"\0"))
    return controls * 20 <= len(head)


def _signature(payload: bytes) -> str | None:
    """Return the type that a binary signature names; text has none that can be relied on."""
    import puremagic

    if payload.startswith(_BOMS):
        return None
    try:
        found = str(puremagic.from_string(payload[:_HEAD_BYTES], mime=True))
    except (puremagic.PureError, ValueError):
        return None
    return found if found and not found.startswith("text/") else None
