"""Bytes to text: byte order mark, then what was declared, then UTF-8, then a detected encoding.

An encoding counts only if it decodes every byte, with one exception: text that is UTF-8, or
as declared, but for a few broken bytes is read with U+FFFD in their place, and says so in a
note. A guess that the detector is not sure of is no reading (Encoding Standard, section 4.2,
for the labels).
"""

import codecs
import re
from dataclasses import dataclass

from provenance.errors import ExtractError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}[\"']?([A-Za-z0-9_:.-]{1,40})", re.IGNORECASE
)
_DECLARED_WITHIN = 4096
# The Encoding Standard reads these labels as Windows code pages, which hold what pages mean.
_SUPERSETS = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030"}
_SURE = 0.1  # the detector's confidence in true encodings of short texts begins about here
_BROKEN_PER_MILLE = 2
_LOOKED_AT = 4096
_OTHER = r"\u0370-\u03ff\u0400-\u052f\u0590-\u05ff\u0600-\u06ff"  # Greek, Cyrillic, Hebrew, Arabic
_CONTROLS = re.compile("[\x80-\x9f]")
_LETTER, _WORD = re.compile(f"[{_OTHER}]"), re.compile(f"[{_OTHER}]{{3}}")
_TWO_SCRIPTS = re.compile(rf"[A-Za-z][{_OTHER}]|[{_OTHER}][A-Za-z]")
_FEW = 4  # controls that a short text may hold and still be text
_NOT_TEXT = [chr(code) for code in range(0x20) if chr(code) not in "\0\b\t\n\f\r\x1b"]
# Of Python's codecs those that are character encodings; "unicode_escape" and the like are not.
_ENCODINGS = (
    *("utf-8", "utf-16", "utf-32", "ascii", "iso8859", "cp", "koi8", "mac", "tis", "hp-roman"),
    *("shift_jis", "euc_", "gb", "big5", "hz", "johab", "iso2022", "kz", "ptcp"),
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the encoding it was read in, and what had to be put up with."""

    text: str
    charset: str
    notes: tuple[str, ...] = ()


def decode(payload: bytes, *, charset: str | None, markup: bool) -> Decoded:
    """Return the payload as text with line feeds as line endings, or raise ExtractError."""
    decoded = _decoded(payload, charset, markup)
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    return Decoded(text, decoded.charset, decoded.notes)


def _decoded(payload: bytes, charset: str | None, markup: bool) -> Decoded:
    for mark, name in _BOMS:
        if payload.startswith(mark):
            return _strict(payload, name) or _mended(payload, name) or _refuse(payload)
    if _wide(payload):
        return _detected(payload) or _refuse(payload)
    declared = _codec(charset) or (_codec(_declared(payload)) if markup else None)
    utf8 = _strict(payload, "utf-8")
    if utf8 is not None:
        return _unless_declared(utf8, payload, declared)
    name = declared or "utf-8"
    mended = _mended(payload, name)
    if mended is not None and _speaks_for_itself(mended.text):
        return mended
    return (
        (_strict(payload, name) if declared else None)
        or _detected(payload)
        or mended
        or _refuse(payload)
    )


def _speaks_for_itself(text: str) -> bool:
    """Return whether the sound characters beyond ASCII outnumber the broken ones."""
    beyond = sum(1 for char in text if char > "\x7f")
    return beyond > 2 * text.count("\ufffd") > 0


def _unless_declared(utf8: Decoded, payload: bytes, declared: str | None) -> Decoded:
    """Return the UTF-8 reading, unless another declared encoding can stand beside it.

    Text in a single-byte encoding is next to never valid UTF-8 by chance; pure ASCII is, and
    so are the encodings that switch by escape sequences.
    """
    if declared is None or declared.startswith("utf-8"):
        return utf8
    if payload.isascii():
        return _strict(payload, declared) or utf8
    note = f"declared as {declared}, but its bytes are UTF-8"
    return Decoded(utf8.text, utf8.charset, (note,))


def _strict(payload: bytes, name: str) -> Decoded | None:
    """Return the text if every byte decodes and it does not look like anything but text."""
    try:
        text = payload.decode(name)
    except UnicodeError:
        return None
    text = text.removeprefix("\ufeff")
    if _binary(text[:_LOOKED_AT]) or not _storable(text):
        return None
    return Decoded(text, name)


def _mended(payload: bytes, name: str) -> Decoded | None:
    """Return the text with U+FFFD for its broken bytes, if they are few."""
    text = payload.decode(name, "replace").removeprefix("\ufeff")
    broken = text.count("\ufffd")
    if broken * 1000 > max(_BROKEN_PER_MILLE * len(text), 1000) or _binary(text[:_LOOKED_AT]):
        return None
    return Decoded(text, name, (f"{broken} bytes are not {name} and stand as U+FFFD",))


def _detected(payload: bytes) -> Decoded | None:
    import chardet

    found = chardet.detect(payload, prefer_superset=True)
    name = _codec(found["encoding"])
    if name is None or found["confidence"] < _SURE:
        return None
    read = _strict(payload, name)
    if read is None or not _plausible(read.text):
        return None
    return Decoded(read.text, name, (f"read as {name}, which nobody declared",))


def _plausible(text: str) -> bool:
    """Return whether a guess reads as writing.

    It has no controls of ISO 6429, no word of two scripts, and where it has letters of another
    script than Latin, a whole word of them.
    """
    if _CONTROLS.search(text) or _TWO_SCRIPTS.search(text):
        return False
    return not _LETTER.search(text) or _WORD.search(text) is not None


def _refuse(payload: bytes) -> Decoded:
    """Raise the reason why there is no text."""
    head = payload[:_LOOKED_AT]
    if _binary(head.decode("latin-1")):
        raise ExtractError(kept_but_unread(_signature(payload) or "a binary file"))
    raise ExtractError(
        "its encoding is not declared and cannot be told; save it as UTF-8 and capture that too"
    )


def kept_but_unread(what: str) -> str:
    """Return the reason for bytes that are kept, and have no reader."""
    return f"this is {what}, which is kept but cannot be read as text yet"


def _signature(payload: bytes) -> str | None:
    import puremagic

    try:
        found = str(puremagic.from_string(payload[:_LOOKED_AT], mime=True))
    except (puremagic.PureError, ValueError):
        return None
    return None if found.startswith("text/") else found or None


def _wide(payload: bytes) -> bool:
    """Return whether the bytes may be UTF-16 or UTF-32 without a mark: many zeros."""
    zeros = payload[:_LOOKED_AT].count(0)
    return zeros > _FEW and zeros * 4 > min(len(payload), _LOOKED_AT)


def _binary(head: str) -> bool:
    """Return whether the characters are not those of text: many controls, or many zeros."""
    controls = sum(head.count(control) for control in _NOT_TEXT)
    signals = head.count("\0") + head.count("\x1b")
    return controls > max(_FEW, len(head) // 50) or signals > max(_FEW, len(head) // 5)


def _storable(text: str) -> bool:
    """Return whether the text has no lone surrogates, which no digest can be taken of."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _declared(payload: bytes) -> str | None:
    found = _DECLARED.search(payload[:_DECLARED_WITHIN])
    return found.group(1).decode() if found else None


def _codec(label: str | None) -> str | None:
    """Return the codec of a label, or None where it names no character encoding known here."""
    try:
        name = codecs.lookup(label.strip()).name if label else ""
    except (LookupError, ValueError):
        return None
    return _SUPERSETS.get(name, name) if name.startswith(_ENCODINGS) else None
