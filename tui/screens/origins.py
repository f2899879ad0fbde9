"""The origins of a claim as a tree, and deciding what its ties and links are worth.

Above the tree, below what can be decided: each tie between documents and each place that bears
on the claim without stating it. What is decided goes into the record as one step, which the
room's undo takes back; another decision may follow later.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widget import Widget

from provenance.display import one_line
from provenance.model import DerivationKind, Stance, State
from provenance.model.dossier import ClaimView, DerivationView
from provenance.model.tree import Tree, tree_of
from tui.screens.dialog import RECORD, Dialog, text_field
from tui.sheet import Sheet, Writer
from tui.widgets.options import Options
from tui.widgets.page import Page
from tui.widgets.row_list import Piece, RowList, shown

MOST = 200  # documents of a tree on the screen
DEEPEST = 12  # levels that are moved in
QUOTE = 120  # characters of a quote in a row


@dataclass(frozen=True)
class Row:
    """Something that can be decided."""

    id: str  # of the version of a tie that is seen, or of the place of a link
    words: str
    state: State
    evidence: str = ""
    stance: Stance | None = None  # of a link


@dataclass(frozen=True)
class Choice:
    """What a person decided about a row; no row: they want to add one."""

    row: Row | None
    state: State = State.CONFIRMED


def rows_of(view: ClaimView) -> tuple[Row, ...]:
    """Return what can be decided about a claim's origins, what is open first."""
    ties = [_tie(each) for each in (*view.derivations, *view.refused)]
    links = [
        Row(
            id=each.id,
            words=f"{each.document} {each.stance} it: "
            f"\u201c{one_line(each.selector.exact, QUOTE)}\u201d",
            state=each.link_state,
            evidence=f"{each.link_rule}: {', '.join(each.link_words)}",
            stance=each.stance,
        )
        for each in view.appearances
        if each.stance is not Stance.REPEATS
    ]
    return tuple(sorted((*ties, *links), key=lambda row: row.state is not State.PROPOSED))


def _tie(tie: DerivationView) -> Row:
    other = tie.upstream or f"{tie.upstream_name or 'something unknown'} (only named)"
    way = "" if tie.directed else "; which came first is not known"
    return Row(
        id=tie.id,
        words=f"{tie.downstream} {tie.wording} {other} ({tie.type}){way}",
        state=tie.state,
        evidence="; ".join(each.sentence for each in tie.evidence),
    )


def tree_sheet(tree: Tree) -> Sheet:
    """Return a claim's tree as a sheet, deep branches moved in as far as others."""
    writer = Writer()
    bounded = tree.bounded(MOST)
    if not bounded.nodes:
        writer.line("No origin: nothing that was captured states it.")
    for node in bounded.nodes:
        if node.kind == "origin":
            writer.heading(one_line(node.head))
        else:
            deep = f"[level {node.depth}] " if node.depth > DEEPEST else ""
            branch = "\u2514 " if node.depth else ""
            writer.line(
                branch + deep + one_line(node.head), "strong", indent=2 * min(node.depth, DEEPEST)
            )
        for detail in node.details:
            style = "warn" if "closes a circle" in detail else ""
            writer.line(one_line(detail), style, indent=2 * min(node.depth, DEEPEST) + 4)
    for heading, said in bounded.beside(MOST):
        writer.heading(heading)
        for sentence in said:
            writer.line(one_line(sentence), indent=2)
    return writer.sheet()


class RowsToDecide(RowList):
    """Ties and links, two lines each."""

    def __init__(self, rows: tuple[Row, ...]) -> None:
        """Keep the rows."""
        super().__init__(id="ties")
        self._rows = rows

    def row(self, index: int) -> tuple[list[Piece], ...]:
        """Return the state and what is said; under it what shows it."""
        row = self._rows[index]
        style = "warn" if row.state is State.PROPOSED else ""
        return (
            [(f"{row.state:<10}", style), (shown(row.words), "strong")],
            [(" " * 10 + shown(row.evidence), "faint")],
        )


class OriginsScreen(ModalScreen[Choice | None]):
    """The tree above, what can be decided below."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,t", "leave", "close"),
        Binding("j,down", "move(1)", show=False),
        Binding("k,up", "move(-1)", show=False),
        Binding("y", "decide('confirmed')", "confirm"),
        Binding("x", "decide('refused')", "refuse"),
        Binding("n", "add", "add"),
    ]
    AUTO_FOCUS = "#ties"
    HINT = "y confirm  x refuse  n add  tab scroll  esc close"

    def __init__(self, view: ClaimView) -> None:
        """Show a claim as it is now."""
        super().__init__()
        self._view = view
        self._rows = rows_of(view)
        self._index = 0

    def compose(self) -> ComposeResult:
        """Lay out tree and rows."""
        yield Page(id="tree")
        yield RowsToDecide(self._rows)

    def on_mount(self) -> None:
        """Show the tree and the first row."""
        page = self.query_one("#tree", Page)
        page.border_title = Content(f"Origins of {self._view.handle}")
        page.show(tree_sheet(tree_of(self._view)))
        rows = self.query_one(RowsToDecide)
        rows.border_title = Content(f"Ties and links {len(self._rows)}")
        rows.border_subtitle = Content(self.HINT)
        self._show()

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        """Select a row."""
        event.stop()
        self._index = event.index
        self._show()

    def action_move(self, by: int) -> None:
        """Select a row further on or back."""
        self._index = max(0, min(self._index + by, len(self._rows) - 1))
        self._show()

    def action_decide(self, state: str) -> None:
        """Close and hand over what is decided about the selected row."""
        if self._rows:
            row = self._rows[self._index]
            if row.state == state:
                self.notify(f"That is {state} already.", markup=False)
                return
            self.dismiss(Choice(row, State(state)))

    def action_add(self) -> None:
        """Close and ask for what no program saw."""
        self.dismiss(Choice(None))

    def action_leave(self) -> None:
        """Close."""
        self.dismiss(None)

    def _show(self) -> None:
        for rows in self.query(RowsToDecide):  # a key may be faster than the list
            rows.show_rows(len(self._rows), self._index)


@dataclass(frozen=True)
class Added:
    """A tie or a link that a person adds; ``kind`` is that of a tie, ``stance`` of a link."""

    document: str
    other: str
    kind: DerivationKind | None
    stance: Stance | None


_BEARS = ("supports", "contradicts")


class AddDialog(Dialog):
    """Asks what a document goes back to, or how it bears on the claim."""

    GOES = RECORD

    def __init__(self, heading: str, about: str, submit: Callable[[Added], None]) -> None:
        """Ask about a claim; what was typed goes to ``submit``."""
        super().__init__(heading, about)
        self._submit = submit

    def fields(self) -> Iterable[Widget]:
        """Return the document, what it is said to be, and what it goes back to."""
        yield from text_field("document", hint="d7")
        kinds = [each.value for each in DerivationKind]
        yield Options("It is a", kinds, chosen=frozenset({"copy"}), id="kind")
        yield from text_field("goes_back_to", hint="d3, or a name of what is not captured")
        yield Options("Or it", _BEARS, chosen=frozenset(), id="stance")
        yield from text_field("which_claim", hint="which claim of the document, such as c14")

    def hand_in(self) -> str | None:
        """Hand in a tie, or a link where it is said how the document bears on the claim."""
        document, of, claim = (
            self.text("document"),
            self.text("goes_back_to"),
            self.text("which_claim"),
        )
        stance = self.query_one("#stance", Options).answer
        kind = self.query_one("#kind", Options).answer
        if not document:
            return "Name the document, such as d7."
        if stance is not None:
            self._submit(Added(document, claim, None, Stance(stance)))
        elif of and kind is not None:
            self._submit(Added(document, of, DerivationKind(kind), None))
        else:
            return "Say what it goes back to, or how it bears on the claim."
        return None
