"""What a reader gives back, and the small rules that all readers share."""

import re

from provenance.model import Date, Hyperlink, Value

VERSION = "1"
UNKNOWN = "unknown"
_SURROGATES = re.compile("[\ud800-\udfff]")
_NAME_LENGTH = 60


class Reading(Value):
    """What a Document says of a payload, before it is recorded.

    ``notes`` tell what had to be put up with, in words for the analyst.
    """

    extractor: str
    extractor_version: str
    media_type: str
    charset: str | None
    text: str
    whole: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    site: str | None = None
    section: str | None = None
    published: Date | None = None
    published_basis: str = UNKNOWN
    language: str | None = None
    links: tuple[Hyperlink, ...] = ()
    notes: tuple[str, ...] = ()


def without_parameters(media_type: str | None) -> str:
    """Return a media type in lower case without its parameters, or an empty text."""
    return (media_type or "").partition(";")[0].strip().lower()


def line(text: str | None) -> str | None:
    """Return text on one line, white space folded, fit to be kept; None where nothing is left."""
    return _SURROGATES.sub("\ufffd", " ".join(text.split())) or None if text else None


def names(text: str | None) -> tuple[str, ...]:
    """Return the names in a byline: "By A, B and C" gives A, B and C."""
    without_by = re.sub(r"^(?:written\s)?by:?\s", "", line(text) or "", flags=re.IGNORECASE)
    if without_by.startswith("The "):  # a body, whose name may hold "and"
        return (without_by,) if len(without_by) <= _NAME_LENGTH else ()
    parts = re.split(r",\s|;|&|\||\sand\s", without_by, flags=re.IGNORECASE)
    found = (line(part.strip(" ,.")) for part in parts)
    return tuple(dict.fromkeys(name for name in found if name and _may_be_name(name)))


def _may_be_name(text: str) -> bool:
    """Return whether the text may name a person or a desk: a few words, no digit, no address."""
    return (
        len(text) <= _NAME_LENGTH
        and len(text.split()) <= 6
        and not text[0].islower()
        and not re.search(r"[\d@/:]", text)
    )
