"""Read model: the origins of a claim as a tree, and the tree in words.

How it grows, and what stands where, is told in ``branching``. A tree of very many documents is
cut to those nearest to the top; what is left out is counted where it would stand.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Literal

from provenance.display import day_and_minute
from provenance.model.record import Value
from provenance.model.relation import DerivationKind, State

FIRST = "the first of them"
NodeKind = Literal["origin", "named", "document", "more"]


class Edge(Value):
    """A tie as the tree shows it."""

    id: str  # of the derivation's current version
    downstream: str  # document handle
    upstream: str | None  # document handle
    name: str | None  # of what is only named
    wording: str
    type: DerivationKind
    state: State
    directed: bool
    circular: bool = False  # it goes back to what itself goes back to its own document

    @property
    def other(self) -> str:
        """What it goes back to, in words."""
        return self.upstream or f"{self.name or 'something unknown'} (only named)"

    @property
    def words(self) -> str:
        """What is said of the document downstream."""
        turns = "; this closes a circle" if self.circular else ""
        return f"{self.wording} {self.other} ({self.state}: {self.type}){turns}"

    @property
    def sentence(self) -> str:
        """What is said of both ends, for a tie that stands alone."""
        if self.state is State.REFUSED:
            return f"{self.downstream} and {self.other}: {self.type}, refused by a person"
        if self.directed:
            return f"{self.downstream} {self.words}"
        unknown = "; which came first is not known"
        return f"{self.downstream} {self.wording} {self.other} ({self.state}: {self.type}){unknown}"


class Node(Value):
    """One line of the tree."""

    number: int  # its place in the tree
    under: int | None  # the number of the node that it goes back to
    depth: int
    kind: NodeKind
    origin: int
    label: str  # name of an origin or of what is only named; outlet of a document
    document: str | None = None  # handle
    published: str | None = None
    first: bool = False  # published before all others of its origin that have a date
    note: str = ""  # of an origin: what is known of its independence
    says: str = ""  # of a document: on whose word
    tie: Edge | None = None  # to what it stands under
    also: tuple[Edge, ...] = ()
    more: int = 0  # documents that are left out here

    @property
    def called(self) -> str:
        """What stands here, and when it was published."""
        if self.kind == "origin":
            return f"Origin {self.origin}: {self.label}"
        if self.kind == "named":
            return f"{self.label} (only named, not captured)"
        if self.kind == "more":
            return f"and {self.more} more"
        return f"{self.document} {self.label}, {day_and_minute(self.published)}"

    @property
    def head(self) -> str:
        """The line itself."""
        return f"{self.called}, {FIRST}" if self.first else self.called

    @property
    def details(self) -> tuple[str, ...]:
        """What is said under the line."""
        said = (self.note, self.tie.words if self.tie else "", self.says)
        also = (f"also {each.words}" for each in self.also)
        return tuple(filter(None, (*said, *also)))


class Tree(Value):
    """The origins of one claim."""

    claim: str  # handle
    wording: str
    nodes: tuple[Node, ...]  # each after the one it stands under
    undirected: tuple[Edge, ...]
    refused: tuple[Edge, ...]
    circular: tuple[str, ...]
    unsettled: tuple[str, ...]  # handles of documents whose bearing on the claim is not settled

    @property
    def documents(self) -> int:
        """How many documents stand in the tree."""
        return sum(each.more or each.kind == "document" for each in self.nodes)

    def beside(self, most: int) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield what stands beside the tree, under its headings, so many of each at most."""
        sections = (
            ("Circular reporting", self.circular),
            ("Tied, without a direction", tuple(each.sentence for each in self.undirected)),
            ("Refused by a person, counts for nothing", tuple(e.sentence for e in self.refused)),
            ("Bearing on the claim not settled", self.unsettled),
        )
        for heading, said in sections:
            if said:
                rest = len(said) - most
                yield heading, (*said[:most], *([f"and {rest} more"] if rest > 0 else []))

    def bounded(self, most: int) -> "Tree":
        """Return the tree with so many documents at most, those nearest to the top first.

        What is left out is counted where it would stand.
        """
        if self.documents <= most:
            return self
        nearest = sorted(self.nodes, key=lambda node: (node.depth, node.number))
        shown = [each for each in nearest if each.kind == "document"][:most]
        kept = {each.number for each in shown}
        kept |= {each.number for each in nearest if each.kind == "origin"}
        for each in shown:
            if each.under is not None:
                kept.add(each.under)
        return self.model_copy(update={"nodes": _numbered(self.nodes, kept)})


def _numbered(nodes: Iterable[Node], kept: set[int]) -> tuple[Node, ...]:
    """Return the nodes that are kept, numbered anew, with a line for what each leaves out."""
    nodes = tuple(nodes)
    place: dict[int, int] = {}  # of each node, itself or what it is counted under
    missing: dict[int, int] = defaultdict(int)
    for node in nodes:
        if node.number in kept:
            place[node.number] = node.number
        else:
            place[node.number] = place[node.under or 0]
            missing[place[node.number]] += node.kind == "document"
    found: list[Node] = []
    numbers: dict[int, int] = {}
    open_: list[Node] = []  # kept nodes whose branch is not at its end

    def close(depth: int) -> None:
        while open_ and open_[-1].depth >= depth:
            node = open_.pop()
            if missing[node.number]:
                under = numbers[node.number]
                number, depth_ = len(found), node.depth + 1
                found.append(
                    Node(
                        number=number,
                        under=under,
                        depth=depth_,
                        kind="more",
                        origin=node.origin,
                        label="",
                        more=missing[node.number],
                    )
                )

    for node in nodes:
        if node.number not in kept:
            continue
        close(node.depth)
        numbers[node.number] = len(found)
        under = None if node.under is None else numbers[node.under]
        found.append(node.model_copy(update={"number": len(found), "under": under}))
        open_.append(node)
    close(0)
    return tuple(found)
