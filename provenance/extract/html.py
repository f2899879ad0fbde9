"""HTML: the main text without the page's furniture, and what the page declares about it.

The main text is trafilatura's, set to prefer leaving out to taking in, and never to
deduplicate (its answer would depend on what it read before). Where it finds none, all
visible text stands in. Characters that are not shown (controls, bidirectional and
zero-width ones) are carried through libraries that drop them by stand-ins, one for one, so
that the text keeps what the page holds.

Pages that nest or grow beyond what tree builders manage are read by the linear scan of
``markup`` alone, and say so in a note.
"""

import logging
import re
from functools import cache
from importlib.metadata import version
from typing import Any
from urllib.parse import urldefrag, urljoin

from provenance.errors import ExtractError
from provenance.extract.body import Anchor, text_of
from provenance.extract.encoding import Decoded
from provenance.extract.language import language_of
from provenance.extract.markup import nesting, visible_text
from provenance.extract.metadata import Declared, declared_by
from provenance.extract.page import Page, open_page
from provenance.extract.reading import VERSION, Reading, line
from provenance.model import Hyperlink

_DEEPEST = 200  # libxml2 gives up at 256
_LARGEST = 5_000_000
_MOST_TAGS = 60_000
_CONTROL_REFERENCE = re.compile(
    r"&#(?:0{0,7}(\d{1,2})(?!\d)|[xX]0{0,7}([01]?[0-9a-fA-F])(?![0-9a-fA-F]));?"
)
_FRAMING = "td h1, td h2, td article, td p + p"
_TABLE_TAG = re.compile(r"<(/?)(?:table|tbody|thead|tfoot|tr|td|th)(?=[\s>])", re.IGNORECASE)
_PLAIN_SPACE = "\t\n "
_STAND_INS = 0x17000  # Tangut, printable; those in the page itself are passed over


def read(decoded: Decoded, uri: str) -> Reading:
    """Return the reading of a page, or raise ExtractError where it shows no text."""
    carried, hidden = _carry(decoded.text)
    problem = _too_much(carried)
    whole = visible_text(carried)
    page = None if problem else open_page(carried)
    declared = declared_by(page, uri) if page else Declared()
    text, anchors = _main_text(_unframed(carried, page)) if page else ("", [])
    notes = [*decoded.notes, *([problem] if problem else [])]
    if not text:
        text = whole
        if whole and not problem:
            notes.append("no main text was told apart; this is all visible text")
    if not text:
        raise ExtractError("the page shows no text; it may need scripts or pictures to show any")
    text, whole = text.translate(hidden), whole.translate(hidden)
    return Reading(
        extractor="html",
        extractor_version=_version(),
        media_type="text/html",
        charset=decoded.charset,
        text=text,
        whole=whole if len(whole.split()) > len(text.split()) else None,
        title=declared.title,
        authors=declared.authors,
        site=declared.site,
        section=declared.section,
        published=declared.published,
        published_basis=declared.published_basis,
        language=language_of(text, declared.language),
        links=tuple(_links(text, anchors, declared.base)),
        notes=tuple(notes),
    )


def _too_much(source: str) -> str:
    """Return why no tree is built of a page, or nothing."""
    if len(source) > _LARGEST or source.count("<") > _MOST_TAGS:
        return "the page is too large to tell its main text apart; this is all visible text"
    if nesting(source, _DEEPEST) >= _DEEPEST:
        return "the page nests too deep to tell its main text apart; this is all visible text"
    return ""


def _carry(source: str) -> tuple[str, dict[int, str]]:
    """Return the source with stand-ins for characters not shown, and the way back."""
    source = _CONTROL_REFERENCE.sub(_raw_control, source).replace("\f", " ")
    present = set(source)
    unseen = sorted(
        char
        for char in present
        if not char.isprintable() and char not in _PLAIN_SPACE and char != "\N{NO-BREAK SPACE}"
    )
    if not unseen:
        return source, {}
    free = (chr(code) for code in range(_STAND_INS, 0x110000) if chr(code) not in present)
    there = dict(zip(map(ord, unseen), free, strict=False))
    return source.translate(there), {ord(stand_in): chr(code) for code, stand_in in there.items()}


def _raw_control(reference: re.Match[str]) -> str:
    """Return the control character that a reference names; other references stay."""
    decimal, hexadecimal = reference.groups()
    code = int(decimal) if decimal else int(hexadecimal, 16)
    return chr(code) if code < 0x20 else reference.group()


def _unframed(source: str, page: Page) -> str:
    """Return the source with tables that frame the page as plain blocks.

    Furniture is told apart by blocks; a table of headings or paragraphs is one in name only.
    """
    return _TABLE_TAG.sub(r"<\1div", source) if page.tree.css_first(_FRAMING) else source


def _main_text(source: str) -> tuple[str, list[Anchor]]:
    tree = _main_tree(source)
    return text_of(tree) if tree is not None else ("", [])


def _main_tree(source: str) -> Any:
    """Return trafilatura's tree of the main text, or None where it finds none."""
    from lxml.etree import LxmlError  # type: ignore[import-untyped]

    try:
        found = _trafilatura()(
            source,
            fast=True,
            favor_precision=True,
            include_comments=False,
            include_links=True,
            deduplicate=False,
        )
    except (ArithmeticError, AttributeError, LookupError, LxmlError, RecursionError, TypeError):
        return None  # a page that the library cannot take; all visible text stands in
    return None if found is None else found.body


@cache
def _trafilatura() -> Any:
    """Return trafilatura's extraction, its warnings kept off the terminal."""
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    return bare_extraction


@cache
def _version() -> str:
    return f"{VERSION}+trafilatura-{version('trafilatura')}"


def _links(text: str, anchors: list[Anchor], base: str) -> list[Hyperlink]:
    """Return the anchors that lead to a web address, each on the words it stands on."""
    return [
        Hyperlink(uri=uri, text=text[at.start : at.end], start=at.start, end=at.end)
        for at in anchors
        if at.start < at.end and (uri := _absolute(at.target, base)) is not None
    ]


def _absolute(target: str, base: str) -> str | None:
    """Return a link's address without its fragment, or None if it leads nowhere on the web."""
    try:
        uri = urldefrag(urljoin(base, line(target) or "")).url
    except ValueError:
        return None
    same_page = uri == urldefrag(base).url
    return uri if uri.startswith(("http://", "https://")) and not same_page else None
