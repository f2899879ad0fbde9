"""When a page says it was published, as exactly as it says it, and where it says so.

The order is that of how deliberately a date is declared: JSON-LD, meta elements, a time
element, a short line of visible text, the address. A date without a time stays a date. A
time without a zone is known only to the day. A date in running text is not a publication
date, and one that stands nowhere is not guessed.
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime

from selectolax.lexbor import LexborNode

from provenance.clock import is_date, timestamp
from provenance.extract.page import Page, text_in
from provenance.extract.reading import UNKNOWN

_METAS = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "publish-date",
    "publish_date",
    "published_date",
    "publication_date",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "dc.date.issued",
    "dc.date",
    "dcterms.date",
    "citation_publication_date",
    "citation_date",
    "date",
)
_TIMES = "article time[datetime], main time[datetime], header time[datetime]"
_LATER = re.compile(r"updat|modif|revis", re.IGNORECASE)
_IN_ADDRESS = re.compile(
    r"/((?:19|20)\d\d)[/-](0[1-9]|1[0-2])(?:[/-](0[1-9]|[12]\d|3[01]))?(?=[/-])"
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_FIGURES = re.compile(r"(?<!\d)(\d{1,2})[./-](\d{1,2})[./-]\d{4}(?!\d)")
_SHORT_LINE = 80
_MOST_LINES = 40
_SHORT_LINES = (
    "time, [class*=date], [class*=Date], [class*=publish], [class*=byline], [class*=dateline],"
    " [class*=timestamp], [class*=meta], header p, article p, main p"
)


def published_by(page: Page, uri: str) -> tuple[str | None, str]:
    """Return the date of publication and its basis; None and "unknown" where none is said."""
    for basis, said in _sayings(page, uri):
        date = as_date(said)
        if date is not None:
            return date, basis
    return None, UNKNOWN


def _sayings(page: Page, uri: str) -> Iterator[tuple[str, str]]:
    """Yield what may be a date, with its basis, the most deliberate first."""
    said = page.article.get("datePublished")
    if isinstance(said, str):
        yield "json-ld", said
    for name in _METAS:
        if name in page.meta:
            yield "meta", page.meta[name]
    for node in (*page.tree.css('time[itemprop="datePublished"]'), *page.tree.css(_TIMES)):
        if not _LATER.search(f"{node.attributes.get('class')} {node.attributes.get('itemprop')}"):
            yield "time element", node.attributes.get("datetime") or ""
    for node in page.tree.css(_SHORT_LINES)[:_MOST_LINES]:
        yield "visible text", _written_date(node) or ""
    found = _IN_ADDRESS.search(uri)
    if found is not None:
        yield "address", "-".join(part for part in found.groups() if part)


def as_date(said: str) -> str | None:
    """Return a date of the forms that are kept from one of ISO 8601 or RFC 9110, or None."""
    said = said.strip()
    if re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", said):
        return _plausible(said)
    moment = _moment(said)
    if moment is None:
        return None
    if moment.tzinfo is None:
        return _plausible(moment.date().isoformat())
    try:
        return _plausible(timestamp(moment.astimezone(UTC)))
    except (OverflowError, ValueError):
        return None


def _moment(said: str) -> datetime | None:
    """Return the moment that an ISO 8601 or RFC 9110 date with a time names, or None."""
    from email.utils import parsedate_to_datetime

    for parse in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return parse(said)
        except (ValueError, IndexError, TypeError, OverflowError):
            continue
    return None


def _plausible(date: str) -> str | None:
    """Return a date if it exists and lies in the age of the press; templates hold others."""
    return date if is_date(date) and "1600" <= date[:4] <= "2199" else None


def _written_date(node: LexborNode) -> str | None:
    """Return the date in a short line that is about little else, or None.

    It counts only where year and day stand in the line: the library fills in what is missing.
    Day and month in figures, either of which may be the month, are no date.
    """
    said = text_in(node) or ""
    if len(said) > _SHORT_LINE or said.endswith((".", "!", "?")) or _LATER.search(said):
        return None
    if not _YEAR.search(said) or _either_way(said):
        return None
    found = _by_htmldate(said)
    numbers = {int(number) for number in re.findall(r"\d{1,4}", said)}
    if found is None or not {int(found[:4]), int(found[8:])} <= numbers:
        return None
    return found


def _either_way(said: str) -> bool:
    """Return whether the line holds a date in figures that can be read in two ways."""
    found = _FIGURES.search(said)
    return found is not None and max(int(found.group(1)), int(found.group(2))) <= 12


def _by_htmldate(said: str) -> str | None:
    """Return htmldate's reading of one line; its bounds are fixed, so that no clock is asked."""
    from html import escape

    from htmldate import find_date

    found = find_date(
        f'<html><body><p class="date">{escape(said)}</p></body></html>',
        original_date=True,
        min_date="1900-01-01",
        max_date="2199-12-31",
    )
    return None if found is None else str(found)
