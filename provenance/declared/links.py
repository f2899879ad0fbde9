"""Hyperlinks that stand in a sentence beside a word of citing: where the text has it from."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from urllib.parse import urlsplit

from provenance.model import DeclaredOrigin, Document, Span

_CITING = re.compile(
    r"\b(?:report(?:s|ed|ing)?|according|writes?|wrote|publish(?:es|ed)|told|cit(?:es|ed|ing)"
    r"|quot(?:es|ed|ing)|reveal(?:s|ed)|stat(?:es|ed)|said|says|seen by|obtained by|found|finds"
    r"|shows?|study|statement|article|post(?:ed)?|tweet(?:ed)?|via|sources?|h/t)\b",
    re.IGNORECASE,
)
_AROUND = 240  # code points of a sentence that are looked at on either side
_STOP = re.compile(r"[.!?]['\"”’)]?\s|\n")


def cited_links(document: Document) -> Iterator[DeclaredOrigin]:
    """Yield the links of the main text whose sentence holds a word of citing."""
    text = document.text
    stops = [found.end() for found in _STOP.finditer(text)] if document.links else []
    for link in document.links:
        if link.start is None or link.end is None or not link.uri.startswith(("http:", "https:")):
            continue
        place = bisect_right(stops, link.start)
        start = max(stops[place - 1] if place else 0, link.start - _AROUND)
        end = min(stops[place] if place < len(stops) else len(text), link.end + _AROUND)
        if _CITING.search(text, start, max(end, link.end)):
            yield DeclaredOrigin(
                kind="hyperlink",
                name=host(link.uri) or link.uri,
                words=text[link.start : link.end],
                span=Span(start=link.start, end=link.end),
                uri=link.uri,
            )


def host(uri: str) -> str:
    """Return the host of an address as one would say it; empty where there is none."""
    try:
        return (urlsplit(uri).hostname or "").removeprefix("www.")
    except ValueError:  # brackets that are no address
        return ""
