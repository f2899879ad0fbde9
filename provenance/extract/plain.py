"""Plain text as it is: only line endings are made line feeds.

Nothing is guessed of a text that a person pasted. Its first line is the title only where it
stands alone and reads like one, and a byline only where it says "By" and a name.
"""

from provenance.extract.encoding import Decoded
from provenance.extract.language import language_of
from provenance.extract.reading import VERSION, Reading, line, names

_TITLE_LENGTH = 120
_PARTICLES = frozenset({"and", "al", "bin", "da", "de", "del", "den", "der", "di", "dos", "du"}) | {
    *("el", "ibn", "la", "le", "ten", "ter", "van", "von"),
}


def read(decoded: Decoded, uri: str) -> Reading:
    """Return the reading of a plain text."""
    del uri
    return Reading(
        extractor="plain",
        extractor_version=VERSION,
        media_type="text/plain",
        charset=decoded.charset,
        text=decoded.text,
        title=_title(decoded.text),
        authors=_authors(decoded.text),
        language=language_of(decoded.text, None),
        notes=decoded.notes,
    )


def _title(text: str) -> str | None:
    """Return a first line that stands alone, is short and does not end as a sentence does."""
    first, _, rest = text.lstrip("\n").partition("\n")
    alone = rest.partition("\n")[0].strip() == "" and rest.strip() != ""
    short = len(first) <= _TITLE_LENGTH and not first.rstrip().endswith((".", "!", "?", ":", ";"))
    return line(first) if alone and short and not _is_byline(first) else None


def _authors(text: str) -> tuple[str, ...]:
    """Return the names of a byline among the first lines."""
    head = [entry.strip() for entry in text[:1000].split("\n") if entry.strip()][:4]
    return next((names(entry) for entry in head if _is_byline(entry)), ())


def _is_byline(entry: str) -> bool:
    """Return whether a line is "By" and the full names of people, and nothing else."""
    by, *rest = entry.replace(",", " ").split()
    capitals = [word for word in rest if word[0].isupper()]
    others = set(rest) - set(capitals)
    return by.lower() == "by" and 2 <= len(capitals) <= 12 and others <= _PARTICLES
