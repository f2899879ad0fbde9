"""What a page declares of itself: JSON-LD, then OpenGraph and other meta elements, then marks.

Declared is not true: these are the page's own words about itself, and are kept as such. A
declaration that cannot be read is passed over; nothing is made up in its place.
"""

import html
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urljoin

from provenance.extract.page import Page
from provenance.extract.published import published_by
from provenance.extract.reading import UNKNOWN, line, names

_SEPARATORS = (" | ", " - ", " \u2013 ", " \u2014 ", " \u00b7 ", " :: ")
_BYLINES = '[rel="author"], [itemprop="author"], .byline, .author, .article-author, .byline__name'


@dataclass(frozen=True, slots=True)
class Declared:
    """What a page says of itself; ``base`` is what its relative links start from."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    site: str | None = None
    section: str | None = None
    published: str | None = None
    published_basis: str = UNKNOWN
    language: str | None = None
    base: str = ""


def declared_by(page: Page, uri: str) -> Declared:
    """Return what the page at an address declares."""
    site = _site(page)
    published, basis = published_by(page, uri)
    return Declared(
        title=_title(page, site),
        authors=_authors(page),
        site=site,
        section=_section(page),
        published=published,
        published_basis=basis,
        language=_language(page),
        base=_base(page, uri),
    )


def _site(page: Page) -> str | None:
    return page.meta_of("og:site_name", "application-name") or next(
        _spoken(page.article.get("publisher")), None
    )


def _title(page: Page, site: str | None) -> str | None:
    """Return the headline, without the name of the site behind it."""
    for said in (
        next(_spoken(page.article.get("headline")), None),
        page.meta_of("og:title", "twitter:title", "dc.title", "citation_title"),
        page.first("article h1, main h1") or page.first("h1"),
        page.first("title"),
    ):
        if said:
            return _without_site(said, site)
    return None


def _without_site(title: str, site: str | None) -> str:
    for separator in _SEPARATORS:
        head, found, tail = title.rpartition(separator)
        if found and site and tail.strip().casefold() == site.casefold():
            return head.strip() or title
    return title


def _authors(page: Page) -> tuple[str, ...]:
    """Return who the page says wrote it; addresses in place of names are passed over."""
    said = [name for spoken in _spoken(page.article.get("author")) for name in names(spoken)]
    if not said:
        said = list(
            names(page.meta_of("author", "article:author", "parsely-author", "dc.creator"))
            or names(page.meta_of("byl", "sailthru.author", "citation_author"))
            or names(page.first(_BYLINES))
        )
    return tuple(dict.fromkeys(said))


def _section(page: Page) -> str | None:
    """Return the section a page puts itself in; an article of type opinion says so itself."""
    said = next(_spoken(page.article.get("articleSection")), None) or page.meta_of(
        "article:section", "section", "parsely-section", "dc.subject", "og:section"
    )
    if "OpinionNewsArticle" in page.types and "opinion" not in (said or "").lower():
        return f"{said}, opinion" if said else "opinion"
    return said


def _language(page: Page) -> str | None:
    root = page.tree.root
    said = root.attributes.get("lang") or root.attributes.get("xml:lang") if root else None
    return said or page.meta_of("og:locale", "content-language", "dc.language")


def _base(page: Page, uri: str) -> str:
    """Return what relative links start from: the page's base, else its address on the web."""
    if not uri.startswith(("http://", "https://")):
        canonical = page.tree.css_first('link[rel="canonical"]')
        declared = canonical.attributes.get("href") if canonical else None
        uri = declared or page.meta_of("og:url") or ""
    base = page.tree.css_first("base[href]")
    try:
        return urljoin(uri, (base.attributes.get("href") if base else None) or "")
    except ValueError:
        return uri


def _spoken(value: object) -> Iterator[str]:
    """Yield the texts of a JSON-LD value: text, an object with a name, or a list of these."""
    for each in value if isinstance(value, list) else [value]:
        said = each.get("name") if isinstance(each, dict) else each
        if isinstance(said, str) and (text := line(html.unescape(said))):
            yield text
