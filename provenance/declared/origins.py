"""Where a text says that it comes from, by the table of signs, its authors and its hyperlinks."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from provenance.declared.agencies import PROSE, usual_name
from provenance.declared.links import cited_links
from provenance.declared.names import bare, is_service, outlet_name
from provenance.declared.signs import DATELINE_NAME, SIGNS, Kind, Sign, matches
from provenance.model import DeclaredOrigin, Document, Span

MOST = 200  # origins of one text; a text that names more is a list of them
_HEAD, _END = 1000, 600  # code points of a text in which its datelines and desk lines stand
_AGENCY = re.compile(rf"\b(?:{PROSE})\b")
_STRONGER = ("wire", "syndication", "first reported by", "hat tip")  # than a credit


class Sighting(NamedTuple):
    """An origin that a text declares, and whether the text as a whole is said to be from it."""

    origin: DeclaredOrigin
    whole: bool


def sightings(document: Document) -> tuple[Sighting, ...]:
    """Return what a document says about where it comes from: beside its text, then in it."""
    beside = [*_authors(document), *_beside(document)]
    found = list(_signs(document.text))
    links = [Sighting(each, whole=False) for each in cited_links(document)]
    inside = sorted([*found, *links], key=_place)
    return tuple(_once([*beside, *inside]))[:MOST]


def _signs(text: str) -> Iterator[Sighting]:
    for sign in SIGNS:
        for match in matches(text, sign):
            if _is_near(text, match, sign) and (named := _named(text, match, sign)):
                kind, name = named
                span = Span(start=match.start(), end=match.end())
                words = match.group()
                yield Sighting(
                    DeclaredOrigin(kind=kind, name=name, words=words, span=span), sign.whole
                )


def _is_near(text: str, match: re.Match[str], sign: Sign) -> bool:
    """Return whether a match stands where its sign counts."""
    head = match.start() < _HEAD
    late = len(text) - match.end() < _END
    last = late and not text[match.end() :].strip()
    near = {"anywhere": True, "head": head, "end": late, "last": last, "head or last": head or last}
    return near[sign.near]


def _named(text: str, match: re.Match[str], sign: Sign) -> tuple[Kind, str] | None:
    """Return the kind of origin and its name, None where nobody is named who counts."""
    if sign.taken == "nobody":
        agency = _AGENCY.search(text) if sign.unnamed.startswith("a ") else None
        return sign.kind, (usual_name(agency.group()) if agency else None) or sign.unnamed
    groups = match.groupdict()
    given = bare(groups.get("a") or groups.get("b") or "")
    if sign.taken == "agency":
        return sign.kind, usual_name(given) or given
    outlet = outlet_name(given)
    if sign.rule == DATELINE_NAME and is_service(given):
        return "wire", outlet or given
    if sign.taken == "outlet":
        return (sign.kind, outlet) if outlet else None
    return (sign.kind, outlet or given) if given else None


def _authors(document: Document) -> Iterator[Sighting]:
    """Yield who wrote it; an agency among the authors wrote all of it."""
    for author in document.authors:
        name = outlet_name(author)
        agency = usual_name(name) if name else None
        kind: Kind = "wire" if agency else "credit" if name else "byline"
        at = document.text.find(author, 0, _HEAD)
        span = Span(start=at, end=at + len(author)) if at >= 0 else None
        origin = DeclaredOrigin(kind=kind, name=name or author, words=author, span=span)
        yield Sighting(origin, whole=agency is not None)


def _beside(document: Document) -> Iterator[Sighting]:
    """Yield what the page says of this very text outside of it."""
    whole = document.whole
    if not whole or whole == document.text:
        return
    for sign in SIGNS:
        if sign.beside:
            for match in matches(whole, sign):
                if match.group() not in document.text and (named := _named(whole, match, sign)):
                    origin = DeclaredOrigin(
                        kind=named[0], name=named[1], words=match.group(), span=None
                    )
                    yield Sighting(origin, sign.whole)


def _place(each: Sighting) -> tuple[int, int]:
    span = each.origin.span
    return (span.start, span.end) if span else (-1, -1)


def _once(found: Iterable[Sighting]) -> Iterator[Sighting]:
    """Yield each origin once; what is named more strongly elsewhere is no mere credit."""
    every = list(found)
    strong = {each.origin.name for each in every if each.origin.kind in _STRONGER}
    seen: set[tuple[str, str]] = set()
    for each in every:
        origin = each.origin
        key = (origin.kind, origin.uri or origin.name)
        if key in seen or (origin.kind == "credit" and origin.name in strong):
            continue
        seen.add(key)
        yield each
