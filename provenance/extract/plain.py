"""Plain text as it is: line endings are made line feeds, and hard-wrapped lines are joined.

Nothing is guessed of a text that a person pasted. Its first line is the title only where it
stands alone and reads like one, and a byline only where it says "By" and a name. Text whose
lines were broken to fit a width, as in mail (RFC 3676, section 4, "fixed"), is recognised by
its lines: nearly each is too full to take the first word of the next. There a soft line feed,
with the quote mark that repeats after it, becomes as many spaces, so that every position is
that of the text as it was, which stays in ``whole``. Blank lines, list items and lines of
another depth of quotation stay apart; a word broken by a hyphen is not mended.
"""

import re
from itertools import pairwise

from provenance.extract.encoding import Decoded
from provenance.extract.language import language_of
from provenance.extract.reading import VERSION, Reading, line, names

_TITLE_LENGTH = 120
_PARTICLES = frozenset({"and", "al", "bin", "da", "de", "del", "den", "der", "di", "dos", "du"}) | {
    *("el", "ibn", "la", "le", "ten", "ter", "van", "von"),
}

_QUOTE = re.compile(r"[ \t]{0,3}(?:>[> ]{0,20})?")
_ITEM = re.compile(
    r"\s*(?:[-*\u2022\u25aa\u25cf\u2013+]\s|\d{1,3}[.)]\s|\(?[a-z]\)\s|--|[=_*#~-]{3}|\|)"
    r"|[A-Z][A-Za-z-]{1,20}: \S"  # the header of a letter or a mail
)
_NARROWEST, _WIDEST = 45, 110  # columns of hard-wrapped text
_FEWEST_JOINTS = 3
_FULL = 0.8  # the share of lines that must be too full to take the next word
_SLACK = 6  # columns: different programs count differently


def read(decoded: Decoded, uri: str) -> Reading:
    """Return the reading of a plain text."""
    del uri
    text = unwrapped(decoded.text)
    return Reading(
        extractor="plain",
        extractor_version=VERSION,
        media_type="text/plain",
        charset=decoded.charset,
        text=text,
        whole=decoded.text if text != decoded.text else None,
        title=_title(decoded.text),
        authors=_authors(decoded.text),
        language=language_of(decoded.text, None),
        notes=decoded.notes,
    )


def unwrapped(text: str) -> str:
    """Return the text at the same length, soft line feeds made spaces where it is hard-wrapped."""
    lines = text.split("\n")
    joints = [at for at, (one, two) in enumerate(pairwise(lines)) if _may_join(one, two)]
    lengths = sorted(len(lines[at]) for at in joints)
    if len(joints) < _FEWEST_JOINTS:
        return text
    width = lengths[(len(lengths) - 1) * 49 // 50]  # a long address does not widen the text
    full = [at for at in joints if _is_full(lines[at], lines[at + 1], width)]
    if not _NARROWEST <= width <= _WIDEST or len(full) < _FULL * len(joints):
        return text
    soft = set(full)
    parts = [lines[0]]
    for at, following in enumerate(lines[1:]):
        mark = _QUOTE.match(following) if at in soft else None
        parts.append("\n" if mark is None else " " * (1 + mark.end()))
        parts.append(following if mark is None else following[mark.end() :])
    return "".join(parts)


def _may_join(one: str, two: str) -> bool:
    """Return whether two lines could be one paragraph: neither blank, one depth of quotation."""
    above, below = _mark(one), _mark(two)
    if above.count(">") != below.count(">"):
        return False
    head = two[len(below) : len(below) + 60]
    return bool(one[len(above) :].strip() and head.strip()) and not _ITEM.match(head)


def _mark(entry: str) -> str:
    found = _QUOTE.match(entry)
    return found.group() if found else ""


def _is_full(one: str, two: str, width: int) -> bool:
    """Return whether the first word of the next line would not have fitted."""
    first = two[len(_mark(two)) :].split(maxsplit=1)[0]
    return len(one.rstrip()) + 1 + len(first) > width - _SLACK


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
