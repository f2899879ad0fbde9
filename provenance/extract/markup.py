"""A linear scan of HTML: its nesting, and all its visible text, whatever its shape.

Tree builders take time that grows with depth times length, or give up; a hostile page nests
100,000 deep. This scan looks at each character a bounded number of times, holds a counter
instead of a stack, and so tells beforehand whether a tree may be built, and reads the text
where none may. It knows tags, comments, quoted attributes and raw text elements (HTML
Standard, section 13.2.5); it does not know styles, so that text hidden by a style sheet
counts as visible.
"""

import html
import re
from collections.abc import Iterator


def _names(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_NAME = re.compile(r"</?([a-zA-Z][^\s/>]{0,40})|<[!?]")
_PAGE = re.compile(r"<!doctype\s+html|<(?:html|head|body|article|p|div)[\s>]", re.IGNORECASE)
_LOOKED_AT = 4096
_COMMENT = re.compile(r"<!--(?:[^-]++|-(?!->))*+-->")
_TAG_REST = re.compile(r"""(?:[^>=]++|=\s*+(?:"[^"]*+"|'[^']*+')?+)*+>""")
_RAW = _names("script style textarea title xmp iframe noembed noframes")
_UNSEEN = _names("head noscript template svg math select object audio video canvas")
_VOID = _names("area base br col embed hr img input link meta param source track wbr")
_CLOSES_ITSELF = _names("p li dt dd option optgroup tr td th thead tbody tfoot colgroup rp rt")
_BLOCK = _names(
    "address article aside blockquote body br center dd details dialog div dl dt fieldset"
    " figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol"
    " option p pre section summary table tbody td tfoot th thead title tr ul"
)


def looks_like_html(text: str) -> bool:
    """Return whether text that nobody declared begins as an HTML page does."""
    head = text[:_LOOKED_AT].lstrip()
    return head.startswith("<") and _PAGE.search(head) is not None


def pieces(source: str) -> Iterator[tuple[str, str]]:
    """Yield (tag name, "") for an opening, ("/" + name, "") for a closing tag, ("", text).

    The content of raw text elements is left out with them. Time is linear in the source.
    """
    missing: set[str] = set()
    at = 0
    while (start := source.find("<", at)) >= 0:
        named = _NAME.match(source, start)
        if named is None:  # a bare "<" is text
            yield "", source[at : start + 1]
            at = start + 1
            continue
        if start > at:
            yield "", source[at:start]
        tag = (_COMMENT if source.startswith("<!--", start) else _TAG_REST).match(source, start)
        if tag is None:
            return  # unfinished: the standard gives the rest of the source to it
        at = tag.end()
        name = named.group(1).lower() if named.group(1) else ""
        if name in _RAW and source[start + 1] != "/":
            at = _raw_end(source, name, at, missing)
        elif name:
            yield ("/" + name if source[start + 1] == "/" else name), ""
    if at < len(source):
        yield "", source[at:]


def _raw_end(source: str, name: str, at: int, missing: set[str]) -> int:
    """Return where the closing tag of a raw text element is over; a miss is paid for once."""
    if name not in missing:
        closing = re.compile(rf"</{name}[^>]*+>", re.IGNORECASE).search(source, at)
        if closing is not None:
            return closing.end()
        missing.add(name)
    return len(source)


def nesting(source: str, enough: int) -> int:
    """Return how deep elements nest, counted no further than ``enough``."""
    if source.count("<") < enough:
        return 0
    depth = deepest = 0
    for name, _ in pieces(source):
        if not name or name in _VOID or name.removeprefix("/") in _CLOSES_ITSELF:
            continue
        depth = max(0, depth - 1) if name.startswith("/") else depth + 1
        deepest = max(deepest, depth)
        if deepest >= enough:
            break
    return deepest


def visible_text(source: str) -> str:
    """Return all visible text, a line for each block, white space folded."""
    lines: list[str] = []
    current: list[str] = []
    unseen = 0
    for name, text in pieces(source):
        bare = name.removeprefix("/")
        if bare in _UNSEEN:
            unseen = max(0, unseen - 1) if name.startswith("/") else unseen + 1
        if bare == "body":
            unseen = 0
        if bare in _BLOCK and current:
            lines.append("".join(current))
            current = []
        if text and not unseen:
            current.append(text)
    lines.append("".join(current))
    folded = (" ".join(html.unescape(line).split()) for line in lines)
    return "\n".join(line for line in folded if line)
