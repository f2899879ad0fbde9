"""A page opened for what it declares: its tree, its JSON-LD article, its meta elements."""

import json
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from provenance.extract.reading import line

_MOST_NODES = 2000
_ARTICLES = ("Article", "Posting", "Report", "ClaimReview")
"""How the names of schema.org's articles end; a check of a claim holds what it checks."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page's tree, the node of its JSON-LD that is an article, and its meta elements."""

    tree: LexborHTMLParser
    article: Mapping[str, Any]
    types: frozenset[str]  # of the article node, as schema.org names them
    meta: Mapping[str, str]  # first content by name, property or itemprop, in lower case

    def meta_of(self, *names: str) -> str | None:
        """Return the first of these meta elements that says something."""
        return next((self.meta[name] for name in names if self.meta.get(name)), None)

    def first(self, selector: str) -> str | None:
        """Return the text of the first element that has any."""
        return next((text for node in self.tree.css(selector) if (text := text_in(node))), None)


def text_in(node: LexborNode) -> str | None:
    """Return an element's text on one line."""
    return line(node.text(separator=" "))


def open_page(source: str) -> Page:
    """Return the page of a source that nests no deeper than is safe to build a tree of."""
    tree = LexborHTMLParser(source)
    article = _article(tree)
    meta: dict[str, str] = {}
    for node in tree.css("meta[content]"):
        said = node.attributes
        name = said.get("property") or said.get("name") or said.get("itemprop") or ""
        content = line(said.get("content"))
        if content is not None:
            meta.setdefault(name.strip().lower(), content)
    return Page(tree, article, _types(article), meta)


def _article(tree: LexborHTMLParser) -> Mapping[str, Any]:
    """Return the first JSON-LD node that is an article of some kind, or an empty one."""
    for script in tree.css('script[type="application/ld+json"]'):
        try:
            data = json.loads(script.text(), strict=False)
        except (ValueError, RecursionError):
            continue
        for node in _nodes(data):
            if any(kind.endswith(_ARTICLES) for kind in _types(node)):
                return node
    return {}


def _nodes(data: object) -> Iterator[Mapping[str, Any]]:
    """Yield the objects of JSON-LD, outer ones first, up to a bound."""
    waiting: deque[object] = deque([data])
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        value = waiting.popleft()
        if isinstance(value, dict):
            yield value
            waiting.extend(inner for inner in value.values() if isinstance(inner, dict | list))
        elif isinstance(value, list):
            waiting.extend(inner for inner in value if isinstance(inner, dict | list))


def _types(node: Mapping[str, Any]) -> frozenset[str]:
    said = node.get("@type")
    every = said if isinstance(said, list) else [said]
    return frozenset(kind.rpartition("/")[2] for kind in every if isinstance(kind, str))
