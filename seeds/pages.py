"""News pages as invented outlets would serve them: one story, several layouts full of furniture.

A paragraph is plain text in which ``[words](address)`` stands for a hyperlink; a paragraph
that begins with ``## `` is a subheading and one that begins with ``> `` a block quotation.
The same page gives the same bytes. Layouts are the files in ``layouts/``; they differ in where
they put outlet, date and author (JSON-LD of schema.org, Open Graph, Dublin Core, visible text
only) and in how much stands around the story.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from html import escape
from pathlib import Path
from types import MappingProxyType

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

LAYOUTS = ("broadsheet", "wire", "tabloid", "journal", "office")

_LINK = re.compile(r"\[([^\]\n]{1,300})\]\(([^)\s\"]{1,300})\)")

_ENGLISH: Mapping[str, str | tuple[str, ...]] = MappingProxyType(
    {
        "cookies": "Cookies",
        "cookie_text": "We use cookies to improve your experience and to show you advertising.",
        "accept": "Accept all",
        "manage": "Manage choices",
        "sections": "Sections",
        "nav": ("Home", "News", "Business", "Opinion", "Culture", "Sport"),
        "search": "Search",
        "share": "Share",
        "mail": "Send by e-mail",
        "print": "Print",
        "more": "Read more",
        "newsletter": "The morning briefing",
        "newsletter_text": "The day's most important stories in your inbox before breakfast.",
        "subscribe": "Subscribe",
        "related": "More on this",
        "rights": "All rights reserved.",
        "about": "About us",
        "privacy": "Privacy policy",
    }
)
_FRENCH: Mapping[str, str | tuple[str, ...]] = MappingProxyType(
    {
        "cookies": "Cookies",
        "cookie_text": "Nous utilisons des cookies pour mesurer l'audience de ce site.",
        "accept": "Tout accepter",
        "manage": "Gérer mes choix",
        "sections": "Rubriques",
        "nav": ("Accueil", "Politique", "Économie", "Débats", "Culture", "Sport"),
        "search": "Rechercher",
        "share": "Partager",
        "mail": "Envoyer par courriel",
        "print": "Imprimer",
        "more": "Lire aussi",
        "newsletter": "La lettre du matin",
        "newsletter_text": "Recevez chaque matin l'essentiel de l'actualité.",
        "subscribe": "S'inscrire",
        "related": "Sur le même sujet",
        "rights": "Tous droits réservés.",
        "about": "Qui sommes-nous",
        "privacy": "Vie privée",
    }
)
_FRENCH_MONTHS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)


@dataclass(frozen=True)
class Page:
    """What an outlet publishes at one address, before it is laid out."""

    outlet: str
    host: str
    path: str
    title: str
    published: str  # RFC 3339
    paragraphs: tuple[str, ...]
    author: str = ""
    section: str = "News"
    standfirst: str = ""
    description: str = ""
    caption: str = ""
    language: str = "en"
    related: tuple[tuple[str, str], ...] = ()  # (headline, root-relative address)
    comments: tuple[tuple[str, str], ...] = ()  # (reader, words)


def render(page: Page, layout: str) -> bytes:
    """Return the page as HTML in one of the layouts, UTF-8."""
    labels = _FRENCH if page.language == "fr" else _ENGLISH
    html = _template(layout).render(
        p=page,
        t=labels,
        day=_day(page),
        blocks=[_block(paragraph) for paragraph in page.paragraphs],
        linked_data=_linked_data(page, nested=layout == "tabloid"),
    )
    return html.encode()


def plain(page: Page) -> bytes:
    """Return what a person gets who marks the story on the screen and pastes it: UTF-8 text."""
    text = "\n\n".join(_LINK.sub(r"\1", paragraph) for paragraph in page.paragraphs)
    return (text + "\n").encode()


@cache
def _template(layout: str) -> Template:
    loader = FileSystemLoader(Path(__file__).parent / "layouts")
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True
    )
    return environment.get_template(f"{layout}.html")


def _day(page: Page) -> str:
    moment = datetime.fromisoformat(page.published)
    if page.language == "fr":
        return f"{moment.day} {_FRENCH_MONTHS[moment.month - 1]} {moment.year}"
    return f"{moment.day} {moment:%B %Y}"


def _block(paragraph: str) -> Markup:
    tag, text = "p", paragraph
    if paragraph.startswith("## "):
        tag, text = "h2", paragraph[3:]
    elif paragraph.startswith("> "):
        tag, text = "blockquote", paragraph[2:]
    linked = _LINK.sub(r'<a href="\2">\1</a>', escape(text, quote=False))
    return Markup(f"<{tag}>{linked}</{tag}>")  # noqa: S704 - escaped on the line above


def _linked_data(page: Page, *, nested: bool) -> Markup:
    article: dict[str, object] = {
        "@type": "NewsArticle",
        "headline": page.title,
        "datePublished": page.published,
        "articleSection": page.section,
        "inLanguage": page.language,
        "mainEntityOfPage": f"https://{page.host}{page.path}",
        "publisher": {"@type": "NewsMediaOrganization", "name": page.outlet},
    }
    if page.author:
        article["author"] = [{"@type": "Person", "name": page.author.removeprefix("By ")}]
    site: dict[str, object] = {"@type": "WebSite", "name": page.outlet}
    data: dict[str, object] = {"@context": "https://schema.org"}
    if nested:
        data["@graph"] = [site, article]
    else:
        data.update(article)
    text = json.dumps(data, ensure_ascii=False).replace("</", "<\\/")
    return Markup(text)  # noqa: S704 - JSON in a script element, its end tag broken up above
