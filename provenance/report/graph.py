"""The origins of a claim as a picture: SVG inside the page, drawn here and by nothing else.

Every document has a row of its own, moved in by how far it stands from its origin, so that the
eye goes from what came first down to what goes back to it. Black on white, whatever the page
looks like; a line says by its pattern and the words beside it what it is, never by colour. What
is cut is there in full in the title of its box, and the same tree stands under the picture in
words.

Bounded: a claim with very many documents shows the nearest ones and counts the others. The same
tree gives the same bytes. Attributes alone, no style and no script, so that the page's own policy
holds; all text goes through ``provenance.display`` and is escaped.
"""

import unicodedata
from collections.abc import Iterator, Mapping

from markupsafe import Markup, escape

from provenance.display import one_line
from provenance.model.branching import tree_of
from provenance.model.dossier import ClaimView
from provenance.model.relation import State
from provenance.model.tree import FIRST, Node, Tree

MOST = 24  # documents in a picture
WIDTH, BOX, STEP = 720, 400, 56  # of the drawing, of a box, and how far a level is moved in
ROW, HEIGHT = 62, 48  # from row to row, and of a box
MARGIN = 12
LANES = 5  # ties that are drawn beside the boxes; the others stand in words alone
LANE = 16
LONGEST = 2000  # code points of one text
CELL = 6.6  # of a letter of 12 units, on the average of a sans serif type
THIN, PLAIN, HEAVY = "0.6", "1.4", "2.8"  # widths of lines
LEGEND = (
    ("", THIN, "stands under its origin"),
    ("", HEAVY, "confirmed by a person"),
    ("6 4", PLAIN, "proposed"),
    ("1 4", PLAIN, "tied, without a direction"),
    ("", "", "arrow: the way the text went"),
)


def picture(claim: ClaimView) -> Markup:
    """Return the picture of a claim's origins with its words; nothing for a single document."""
    tree = tree_of(claim)
    if tree.documents < 2 and not tree.refused:
        return Markup("")
    shown = tree.bounded(MOST)
    return Markup("").join(
        (
            Markup('<figure class="graph">\n'),
            svg(shown),
            Markup("<details>\n<summary>The picture in words</summary>\n"),
            in_words(shown),
            Markup("</details>\n</figure>\n"),
        )
    )


def in_words(tree: Tree) -> Markup:
    """Return a bounded tree as a list, each line naming what it goes back to."""
    lines = [Markup("<ul>\n")]
    for node in tree.nodes:
        said = "; ".join((node.head, *node.details))
        lines.append(_text('<li dir="auto">{}</li>\n', said))
    for heading, sentences in tree.beside(MOST):
        lines.append(_text('<li dir="auto">{}: {}</li>\n', heading, "; ".join(sentences)))
    lines.append(Markup("</ul>\n"))
    return Markup("").join(lines)


def svg(tree: Tree) -> Markup:
    """Return a bounded tree as one SVG element that needs nothing else."""
    rows = {node.number: MARGIN + row * ROW for row, node in enumerate(tree.nodes)}
    height = MARGIN + len(tree.nodes) * ROW + 34
    name = f"graph-{tree.claim}"
    parts = [
        _text(
            '<svg xmlns="http://www.w3.org/2000/svg" role="img" '
            'aria-labelledby="{0}-t {0}-d" viewBox="0 0 {1} {2}" width="{1}" height="{2}" '
            'font-family="sans-serif" font-size="12">\n',
            name,
            WIDTH,
            height,
        ),
        _text('<title id="{}-t">Origins of {}</title>\n', name, tree.claim),
        _text('<desc id="{}-d">{}</desc>\n', name, _described(tree)),
        _text('<rect width="{}" height="{}" fill="#fff"/>\n', WIDTH, height),
    ]
    parts += [
        _branch(node, tree.nodes[node.under], rows) for node in tree.nodes if node.under is not None
    ]
    parts += _beside(tree, rows)
    parts += [_box(node, rows[node.number]) for node in tree.nodes]
    parts += _legend(height - 22)
    parts.append(Markup("</svg>\n"))
    return Markup("").join(parts)


def _described(tree: Tree) -> str:
    origins = sum(node.kind == "origin" for node in tree.nodes)
    return (
        f"{tree.documents} documents under {origins} origins, each under what it goes back to. "
        "The list after the picture says the same."
    )


def _left(node: Node) -> int:
    """Return where the box of a node begins: deep ones share the last places."""
    deepest = (WIDTH - BOX - LANES * LANE - 2 * MARGIN) // STEP
    return MARGIN + min(node.depth, deepest) * STEP


def _branch(node: Node, above: Node, rows: Mapping[int, int]) -> Markup:
    """Return the line from what a node goes back to, with an arrow the way the text went."""
    left, top = _left(node), rows[node.number] + HEIGHT // 2
    trunk = min(_left(above) + STEP // 2, left - 10)
    path = f"M{trunk} {rows[above.number] + HEIGHT}V{top}H{left}"
    if node.tie is None:
        return _line(path, "", THIN)
    confirmed = node.tie.state is State.CONFIRMED
    return _line(path, "" if confirmed else "6 4", HEAVY if confirmed else PLAIN) + _arrow(
        left, top
    )


def _arrow(left: int, top: int) -> Markup:
    return _text('<path d="M{} {}l-9 -5v10z" fill="#000"/>\n', left, top)


def _line(path: str, dash: str, width: str = PLAIN) -> Markup:
    pattern = _text(' stroke-dasharray="{}"', dash) if dash else Markup("")
    return _text(
        '<path d="{}" fill="none" stroke="#000" stroke-width="{}"{}/>\n', path, width, pattern
    )


def _beside(tree: Tree, rows: Mapping[int, int]) -> Iterator[Markup]:
    """Yield what is drawn to the right of the boxes: ties back in a circle, undirected ties."""
    places = {node.document: node for node in reversed(tree.nodes) if node.document}
    circles = [edge for node in tree.nodes for edge in node.also if edge.circular]
    lane = 0
    for edge in (*circles, *tree.undirected):
        one, other = places.get(edge.downstream), places.get(edge.upstream or "")
        if one is None or other is None or lane == LANES:
            continue
        lane += 1
        out = WIDTH - MARGIN - (LANES - lane) * LANE
        start, end = rows[one.number] + HEIGHT // 3, rows[other.number] + 2 * HEIGHT // 3
        right, to = _left(one) + BOX, _left(other) + BOX
        path = f"M{right} {start}H{out}V{end}H{to}"
        if edge.circular:
            yield _line(path, "", "4")
            yield _line(path, "", "1.6").replace(Markup("#000"), Markup("#fff"))
            yield _text('<path d="M{} {}l9 -5v10z" fill="#000"/>\n', right, start)
            yield _text(
                '<text x="{}" y="{}" text-anchor="end" font-weight="bold">circle</text>\n',
                out - 4,
                end - 4,
            )
        else:
            yield _line(path, "1 4")


def _box(node: Node, top: int) -> Markup:
    """Return the box of a node with its two lines, and all of its words in its title."""
    left = _left(node)
    title = "; ".join((node.head, *node.details))
    head, second = node.head, node.details[0] if node.details else ""
    if node.first and not second:
        head, second = node.called, FIRST
    heavy = "2.4" if node.kind == "origin" else "1"
    open_ = Markup(' stroke-dasharray="2 3"') if node.kind in ("named", "more") else Markup("")
    corner = 8 if node.kind == "origin" else 0
    return Markup("").join(
        (
            _text("<g><title>{}</title>", title),
            _text(
                '<rect x="{}" y="{}" width="{}" height="{}" rx="{}" fill="#fff" stroke="#000" '
                'stroke-width="{}"{}/>',
                *(left, top, BOX, HEIGHT, corner, heavy, open_),
            ),
            _text(
                '<text x="{}" y="{}" font-weight="bold">{}</text>',
                *(left + 9, top + 19, _cut(head, BOX - 18, 1.1)),
            ),
            _text(
                '<text x="{}" y="{}">{}</text></g>\n', left + 9, top + 37, _cut(second, BOX - 18)
            ),
        )
    )


def _legend(top: int) -> Iterator[Markup]:
    left = MARGIN
    for dash, width, words in LEGEND:
        if width:
            yield _line(f"M{left} {top}h22", dash, width)
            left += 26
        yield _text('<text x="{}" y="{}" font-size="10">{}</text>\n', left, top + 4, words)
        left += 12 + int(len(words) * 4.9)


def _cut(text: str, room: int, wide: float = 1.0) -> str:
    """Return as much of a text as a box has room for."""
    line, used = one_line(text, LONGEST), 0.0
    for place, character in enumerate(line):
        used += CELL * wide * (2 if unicodedata.east_asian_width(character) in "WF" else 1)
        if used > room:
            return line[: max(0, place - 1)] + "\u2026"
    return line


def _text(form: str, *values: object) -> Markup:
    """Return markup with values put in, made safe; what is markup already stays."""
    return Markup(form).format(*map(_safe, values))  # noqa: S704  # forms are our own


def _safe(value: object) -> Markup:
    return value if isinstance(value, Markup) else escape(one_line(str(value), LONGEST))
