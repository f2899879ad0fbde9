"""The origins of a claim as a tree, and deciding what its ties and links are worth.

Above the tree, below what can be decided: each tie between documents and each place that bears
on the claim without stating it. What is decided goes into the record as one step, which the
room's undo takes back; another decision may follow later.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from provenance.display import for_terminal, one_line
from provenance.model import DerivationKind, Stance, State
from provenance.model.branching import tree_of
from provenance.model.dossier import ClaimRow, ClaimView, DerivationView
from provenance.model.tree import Tree
from tui.screens.dialog import RECORD, Dialog, text_field
from tui.screens.picking import PickingScreen
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

    key: tuple[str, ...]  # what it is about, in every version
    id: str  # of the version of a tie that is seen, or of the place of a link
    words: str
    state: State
    evidence: str = ""
    stance: Stance | None = None  # of a link


def rows_of(view: ClaimView) -> tuple[Row, ...]:
    """Return what can be decided about a claim's origins, what is open first."""
    ties = [_tie(each) for each in (*view.derivations, *view.refused)]
    links = [
        Row(
            key=("link", each.id),
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
        key=("tie", tie.downstream, tie.upstream or "", tie.upstream_name or "", tie.type),
        id=tie.id,
        words=f"{tie.downstream} {tie.wording} {other} ({tie.type}){way}",
        state=tie.state,
        evidence=" ".join(each.sentence for each in tie.evidence),
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


def in_order(rows: Iterable[Row], before: Sequence[Row]) -> tuple[Row, ...]:
    """Return rows in the order in which they stood, what is new at the end."""
    at = {row.key: number for number, row in enumerate(before)}
    return tuple(sorted(rows, key=lambda row: at.get(row.key, len(at))))


class RowsToDecide(RowList):
    """Ties and links, two lines each."""

    def __init__(self) -> None:
        """Start without rows."""
        super().__init__(id="ties")
        self._rows: Sequence[Row] = ()
        self._saving: Collection[tuple[str, ...]] = ()

    def show_ties(
        self, rows: Sequence[Row], index: int, saving: Collection[tuple[str, ...]]
    ) -> None:
        """Draw rows, of some of which a decision is being saved."""
        self._rows, self._saving = rows, saving
        self.show_rows(len(rows), index)

    def row(self, index: int) -> tuple[list[Piece], ...]:
        """Return the state and what is said; under it what shows it."""
        row = self._rows[index]
        state = "saving\u2026" if row.key in self._saving else row.state.value
        style = "warn" if row.state is State.PROPOSED else ""
        return (
            [(f"{state:<10}", style), (shown(row.words), "strong")],
            [(" " * 10 + shown(row.evidence), "faint")],
        )


class OriginsScreen(PickingScreen[None, Row]):
    """The tree above, below it what can be decided, at the foot the picked row in full.

    It stays open from one decision to the next, and shows the claim as each leaves it.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,t", "leave", "close"),
        Binding("y", "decide('confirmed')", "confirm"),
        Binding("x", "decide('refused')", "refuse"),
        Binding("n", "add", "add"),
        Binding("u", "undo", "undo"),
    ]
    DECIDING = frozenset({"y", "x", "n"})  # keys that wait until what was decided before is kept
    AUTO_FOCUS = "#ties"
    HINT = "y confirm  x refuse  n add  u undo  tab scroll  esc close"

    def __init__(
        self,
        view: ClaimView,
        decide: Callable[[Row, State], None],
        add: Callable[[], None],
        undo: Callable[[], None],
    ) -> None:
        """Show a claim as it is now; what is decided is handed over at once."""
        super().__init__(rows_of(view))
        self._view, self._decide, self._add, self._undo = view, decide, add, undo
        self._saving: set[tuple[str, ...]] = set()

    def compose(self) -> ComposeResult:
        """Lay out tree, rows and the row that is picked."""
        yield Page(id="tree")
        yield RowsToDecide()
        yield Static(id="tie", markup=False)

    def on_mount(self) -> None:
        """Show the tree and the first row."""
        page = self.query_one("#tree", Page)
        page.border_title = Content(f"Origins of {self._view.handle}")
        page.show(tree_sheet(tree_of(self._view)))
        self.query_one(RowsToDecide).border_subtitle = Content(self.HINT)
        self.draw()

    def is_about(self, row: ClaimRow | None) -> bool:
        """Return whether a line of the queue is that of the claim."""
        return row is not None and row.id == self._view.id

    def renew(self, view: ClaimView) -> None:
        """Show the claim as it is by now; the rows stay where they are."""
        if view.id != self._view.id:
            return
        picked = self.picked
        self._view, self.rows = view, in_order(rows_of(view), self.rows)
        self._saving.clear()
        keys = [row.key for row in self.rows]
        self.index = keys.index(picked.key) if picked and picked.key in keys else self.index
        for page in self.query("#tree").results(Page):
            page.show(tree_sheet(tree_of(view)), None)
        self.pick(self.index)

    def action_decide(self, state: str) -> None:
        """Hand over what is decided about the row that is picked."""
        row = self.picked
        if row is None:
            return
        if row.state == state:
            self.notify(f"That is {state} already.", markup=False)
            return
        self._saving.add(row.key)
        self._decide(row, State(state))
        self.draw()

    def action_add(self) -> None:
        """Ask for what no program saw."""
        self._add()

    def action_undo(self) -> None:
        """Take the last step back."""
        self._undo()

    def action_leave(self) -> None:
        """Close."""
        self.dismiss(None)

    def draw(self) -> None:
        """Draw the rows, and the one that is picked in full."""
        rows, row = self.query_one(RowsToDecide), self.picked
        rows.border_title = Content(f"Ties and links {len(self.rows)}")
        rows.show_ties(self.rows, self.index, self._saving)
        full = (
            f"{row.words}\n{row.evidence}" if row else "Nothing to decide: n adds a tie or a link."
        )
        self.query_one("#tie", Static).update(Text(for_terminal(full)))


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
