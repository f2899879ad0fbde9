"""Markdown: its words without their markup; title, author, site and date from its front matter.

The markup taken off is CommonMark's common part: headings, emphasis, quotes, list marks,
rules, code fences, links; and the marks of footnotes, which are common beside it. Words stay,
each block a line; what is not recognised stays as it is written. HTML inside it is not read. A
relative link (RFC 3986, section 5) is kept where the document's own address is on the web.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import urljoin

from provenance.extract.encoding import Decoded
from provenance.extract.language import language_of
from provenance.extract.published import as_date
from provenance.extract.reading import UNKNOWN, VERSION, Reading, line, names
from provenance.model import Hyperlink

_FIELD = re.compile(r"([A-Za-z_-]{1,40}):[ \t]*(\S[^\n]*)")
_DATES = ("date", "published", "date_published", "datepublished", "publishdate", "pubdate")
_SITES = ("site", "site_name", "publication", "publisher", "outlet", "website")
_MOST_FRONT = 100
_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+|$)")
_RULE = re.compile(r" {0,3}([-*_=])[ \t]*(?:\1[ \t]*)*$")
_FENCE = re.compile(r" {0,3}(?:```|~~~)")
_MARK = re.compile(
    r"[ \t]{0,12}(?:>[ \t]?|[-*+][ \t]+|\d{1,9}[.)][ \t]+"
    r"|\[\^[^\[\]\s]{1,40}\]:[ \t]*)"
)
_FOOTNOTE = re.compile(r"\[\^[^\[\]\s]{1,40}\]")
_LINK = re.compile(
    r"!?\[([^\[\]\n]{0,500})\]\([ ]?<?([^\s()<>]{1,2000})>?(?:[ \t][^()\n]{0,200})?\)"
    r"|<(https?://[^\s<>]{1,2000})>"
)
_WEB = ("http://", "https://")
_EMPHASIS = re.compile(r"(?<![\\\w])(\*\*\*|\*\*|__|~~|\*|_|`)(?=\S)(.{0,500}?\S)\1(?!\w)")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
# Non-characters (Unicode, section 23.7): never in text, so they can mark a link's ends.
_OPEN, _CLOSE = "\ufdd0", "\ufdd1"


def read(decoded: Decoded, uri: str) -> Reading:
    """Return the reading of a Markdown text."""
    front, source = _front_matter(decoded.text)
    blocks = list(_blocks(source))
    text, links = _inline("\n".join(block.text for block in blocks), uri)
    heading = next((block.text for block in blocks if block.level), None)
    dated = (front[name] for name in _DATES if front.get(name))
    published = next((found for said in dated if (found := as_date(said))), None)
    return Reading(
        extractor="markdown",
        extractor_version=VERSION,
        media_type="text/markdown",
        charset=decoded.charset,
        text=text,
        title=front.get("title") or (line(_inline(heading, uri)[0]) if heading else None),
        authors=names(front.get("author") or front.get("authors")),
        site=next((front[name] for name in _SITES if front.get(name)), None),
        section=front.get("section") or front.get("category"),
        published=published,
        published_basis="front matter" if published else UNKNOWN,
        language=language_of(text, front.get("lang") or front.get("language")),
        links=links,
        notes=decoded.notes,
    )


def _front_matter(text: str) -> tuple[Mapping[str, str], str]:
    """Return the plain fields of YAML front matter, and the text behind it."""
    lines = text.split("\n", _MOST_FRONT + 2)
    if lines[0].rstrip() != "---":
        return {}, text
    for number, entry in enumerate(lines[1 : _MOST_FRONT + 1], start=1):
        if entry.rstrip() in {"---", "..."}:
            found = (_FIELD.fullmatch(field.rstrip()) for field in lines[1:number])
            fields = {
                match.group(1).lower(): match.group(2).strip("\"'[] ") for match in found if match
            }
            return fields, "\n".join(lines[number + 1 :])
    return {}, text


@dataclass(slots=True)
class _Block:
    """One block of Markdown: its lines, still with inline markup; level of a heading or 0."""

    lines: list[str] = field(default_factory=list)
    level: int = 0

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.lines).split())


def _blocks(source: str) -> Iterator[_Block]:
    """Yield the blocks that hold words: headings, paragraphs, items, lines of code."""
    current = _Block()
    fenced = False
    for given in [*source.split("\n"), ""]:
        fence = _FENCE.match(given) is not None
        fenced ^= fence
        entry = "" if fence else given
        heading = None if fenced else _HEADING.match(entry)
        rule = None if fenced else _RULE.match(entry)
        begins = fenced or heading or rule or not entry.strip() or _MARK.match(entry)
        if rule and current.lines and rule.group(1) in "=-":
            current.level = 1 if rule.group(1) == "=" else 2
        if begins and current.lines:
            yield current
            current = _Block()
        if heading:
            yield _Block([entry[heading.end() :].rstrip("# \t")], len(heading.group(1)))
        elif entry.strip() and not rule:
            current.lines.append(entry if fenced else _unmarked(entry))


def _unmarked(entry: str) -> str:
    """Return a line without the marks of quotes and lists before its words."""
    for _ in range(8):
        mark = _MARK.match(entry)
        if mark is None:
            break
        entry = entry[mark.end() :]
    return entry


def _inline(source: str, uri: str) -> tuple[str, tuple[Hyperlink, ...]]:
    """Return text without inline markup, and its links on the words they stand on."""
    targets: list[str] = []

    def held(found: re.Match[str]) -> str:
        label, target, address = found.groups()
        targets.append(target or address)
        return f"{_OPEN}{label if target else address}{_CLOSE}"

    text = source.replace(_OPEN, "\ufffd").replace(_CLOSE, "\ufffd")
    text = _LINK.sub(held, _FOOTNOTE.sub("", text))
    for _ in range(2):  # emphasis within emphasis
        text = _EMPHASIS.sub(r"\2", text)
    return _placed(_ESCAPE.sub(r"\1", text), [_resolved(target, uri) for target in targets])


def _resolved(target: str, uri: str) -> str:
    """Return a link's address, a relative one against that of the document if it is on the web."""
    if not uri.startswith(_WEB):
        return target
    try:
        return urljoin(uri, target)
    except ValueError:  # an address that is none, such as "//[": kept as written
        return target


def _placed(marked: str, targets: list[str]) -> tuple[str, tuple[Hyperlink, ...]]:
    """Return text without the marks of links, and the links where the marks were."""
    first, *rest = marked.split(_OPEN)
    text, links = first, []
    for target, piece in zip(targets, rest, strict=True):
        label, _, after = piece.partition(_CLOSE)
        start, text = len(text), text + label
        if label and target.startswith(_WEB):
            links.append(Hyperlink(uri=target, text=label, start=start, end=len(text)))
        text += after
    return text, tuple(links)
