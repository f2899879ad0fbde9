"""Hostile text made safe for terminal, HTML, CSV and file names.

Captured text may hold escape sequences that drive a terminal, bidirectional controls that
reorder what is read (Unicode TR 36), zero-width characters that hide, and markup. Nothing is
dropped: what cannot be shown as itself is shown as a visible character or as its code point.
"""

import re
import unicodedata

_VISIBLE = {
    **{code: chr(0x2400 + code) for code in range(0x20)},  # control pictures
    0x7F: "\u2421",
}
_HIDDEN_CATEGORIES = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
# Letters and marks that draw nothing: default-ignorable, without being format characters.
_BLANK = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180d\u180f\u2800\u3164\ufe00-\ufe0f\uffa0"
    "\U000e0100-\U000e01ef]"
)
_NOT_PLAIN = re.compile(r"[^ -~]")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?![^.])", re.IGNORECASE)
_FILE_NAME_LENGTH = 80


def _shown(character: str, keep: str) -> str:
    if character in keep:
        return character
    code = ord(character)
    if code in _VISIBLE:
        return _VISIBLE[code]
    if unicodedata.category(character) in _HIDDEN_CATEGORIES or _BLANK.match(character):
        return f"\u27e8U+{code:04X}\u27e9"
    return character


def for_terminal(text: str, *, keep: str = "\n") -> str:
    """Return text in which nothing drives the terminal or hides; characters in ``keep`` pass."""
    return _NOT_PLAIN.sub(lambda found: _shown(found.group(), keep), text)


def one_line(text: str, width: int | None = None) -> str:
    """Return text safe for one terminal line, white space folded, cut with an ellipsis."""
    line = for_terminal(re.sub(r"[ \t\r\n]+", " ", text).strip())
    return line if width is None or len(line) <= width else line[: max(0, width - 1)] + "\u2026"


def for_csv(cell: str) -> str:
    """Return a cell that a spreadsheet reads as text (OWASP, CSV injection)."""
    shown = for_terminal(cell, keep="\n\t\r")
    return "'" + shown if shown.startswith(_FORMULA) else shown


def for_markdown(text: str) -> str:
    """Return text that Markdown shows as it is: no markup, no link, no HTML."""
    return re.sub(r"([\\`*_{}\[\]()<>#+\-.!|~&:=$])", r"\\\1", one_line(text))


def for_file_name(text: str) -> str:
    """Return a portable file name: ASCII letters, digits, dot, dash, underscore; never empty."""
    name = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    name = re.sub(r"[^A-Za-z0-9._-]+", "-", name).strip("-.")[:_FILE_NAME_LENGTH].rstrip("-.")
    return f"_{name}" if _DEVICE.match(name) else name or "unnamed"


def shown_link(uri: str) -> str | None:
    """Return an address that may stand in a link, or None where it must stay plain text."""
    return uri if re.fullmatch(r"https?://[!#-&(-;=?-\[\]^_a-~]+", uri) else None


def day_and_minute(date: str | None) -> str:
    """Return a date as a reader needs it: a day, or a day and a minute of it (UTC)."""
    if date is None:
        return "date unknown"
    day, _, time = date.partition("T")
    return f"{day} {time[:5]}" if time else day
