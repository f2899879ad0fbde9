"""The origins of a claim as a tree in a terminal.

Branches are drawn with line characters; what is captured is made safe and cut or wrapped to the
width of the terminal, counted in cells, so that a wide script does not break the drawing.
"""

from collections.abc import Iterator, Sequence

from provenance.cli.output import STYLES, paragraph, shown, styled
from provenance.model.tree import Node, Tree

NARROWEST = 24  # cells for words, however deep the branch
DEEPEST = 8  # levels that are moved in; deeper ones say so


def tree_lines(tree: Tree, width: int, *, most: int) -> Iterator[str]:
    """Yield the lines of a tree that is no wider than so many cells, with so many documents."""
    yield styled(paragraph(f"{tree.claim}  {tree.wording}"), "bold")
    nodes = tree.bounded(most).nodes
    if not nodes:
        yield "  no origin: nothing that was captured states it"
    last = _last(nodes)
    trunk: list[bool] = []  # of each level: whether a further branch follows below
    for node in nodes:
        del trunk[max(node.depth - 1, 0) :]
        yield from _node(node, trunk, last=node.number in last, width=width)
        if node.depth:
            trunk.append(node.number not in last)
    for heading, said in tree.beside(most):
        yield ""
        yield styled(heading, "yellow" if heading.startswith("Circular") else "bold")
        for sentence in said:
            yield from _wrapped(shown(sentence), "  ", "    ", width)


def _last(nodes: Sequence[Node]) -> frozenset[int]:
    """Return the nodes that are the last ones under theirs."""
    return frozenset({each.under: each.number for each in nodes}.values())


def _node(node: Node, trunk: Sequence[bool], *, last: bool, width: int) -> Iterator[str]:
    """Yield a line and what is said under it, behind the branches that go by."""
    shown_levels = trunk[-DEEPEST:]
    past = "".join("│  " if more else "   " for more in shown_levels)
    branch = "" if not node.depth else "└─ " if last else "├─ "
    below = past + ("" if not node.depth else "   " if last else "│  ")
    deep = f"[level {node.depth}] " if len(trunk) > DEEPEST else ""
    lines = list(_wrapped(deep + shown(node.head), past + branch, below + "  ", width))
    if node.kind == "origin":
        yield ""
        lines = [styled(line, "bold") for line in lines]
    yield from lines
    for detail in node.details:
        style = "yellow" if "closes a circle" in detail else ""
        for line in _wrapped(shown(detail), below + "    ", below + "      ", width):
            yield styled(line, style) if style in STYLES else line


def _wrapped(text: str, first: str, then: str, width: int) -> Iterator[str]:
    """Yield text in lines of so many cells, the first and the others behind their own head."""
    from rich.cells import cell_len, chop_cells

    room = max(NARROWEST, width - max(len(first), len(then)))
    line, head = "", first
    words = (piece for word in text.split(" ") for piece in chop_cells(word, room) or [""])
    for word in words:
        if line and cell_len(line) + 1 + cell_len(word) > room:
            yield head + line
            line, head = word, then
        else:
            line = f"{line} {word}" if line else word
    yield head + line
