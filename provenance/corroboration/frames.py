"""What frames a proposition: a dateline, who says so before or after it, "according to"."""

import re
import unicodedata
from collections.abc import Sequence

from provenance.corroboration import vocabulary

_SAID = "(?:" + "|".join(sorted(vocabulary.SAID - {"told"})) + r"|told \w+)"
_FRAME = re.compile(
    rf"^(?P<who>[^,;:\"“”]{{2,90}}?)\s(?:ha[sd]\s|have\s)?{_SAID}(?:\son\s\w+day)?,?"
    r"\s(?:that\s)?(?=\w)",
    re.IGNORECASE,
)
_ACCORDING = re.compile(
    r"^according to [^,]{2,90},\s|[,;]?\saccording to [^,.;]{2,90}", re.IGNORECASE
)
_TAIL = re.compile(rf",[\"”']*\s[^,;.]{{2,60}}?\s{_SAID}(?:\son\s\w+day)?\s?\.?$", re.IGNORECASE)
_DATELINE = re.compile(
    r"^[A-Z][A-Z.' /-]{1,40}(?:,[A-Za-z0-9 .,]{1,30})?\s?(?:\([^()]{2,40}\)\s?)?\s[-–—]\s"
)
_PRONOUN = re.compile(r"^(?:it|they|he|she|its|their|his|her|this)\b", re.IGNORECASE)
_DASH = re.compile(r"\s[-–—]\s")


def visible(text: str) -> str:
    """Return what one sees of a text: compatibility forms as one form, no hidden characters."""
    if text.isascii():
        return text
    shown = unicodedata.normalize("NFKC", text)
    return "".join(c for c in shown if unicodedata.category(c) != "Cf").replace("’", "'")


def undated(text: str) -> str:
    """Return a stripped text without its dateline; the same object where it has none."""
    dateline = _DATELINE.match(text) if _DASH.search(text) else None
    return text if dateline is None else text[dateline.end() :]


def unframed(text: str, folded: str, said: Sequence[str], *, denied: bool) -> str:
    """Return the text without what frames its proposition; the same object where nothing does."""
    rest = undated(text.strip())
    if "according to" in folded:
        rest = _ACCORDING.sub("", rest)
    if vocabulary.SAID.isdisjoint(said):
        return rest
    if "," in rest:
        rest = _TAIL.sub("", rest)
    frame = None if denied else _FRAME.match(rest)
    if frame is None or _PRONOUN.match(rest[frame.end() :]):
        return rest
    return rest[frame.end() :]
