"""Read model: the origins of a claim as a tree, and the tree in words.

At the top stand the claim's origins; under each the documents that go back to it, each under
what it goes back to most plainly: what a person confirmed before what is proposed, the ways in
which words are taken over before credits, the earlier text before the later. What else is said of
where a document comes from is kept beside it. A tie without a direction makes no branch, and what
a person refused makes none; both are listed. Of a circle one document, the first published, is
drawn on top, and its own tie back is marked.

Pure and the same for any order of records. Costs time in proportion to documents and ties.
Nothing here says that one text is a copy: the words are those of the derivation, which say so
only where a person confirmed it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

from provenance.clock import before, dated_key, is_date
from provenance.model.attribution import StepRole
from provenance.model.dossier import AppearanceView, ClaimView, DerivationView, OriginView
from provenance.model.record import Value
from provenance.model.relation import DerivationKind, Stance, State

_RANK = (
    DerivationKind.ORIGINAL,
    DerivationKind.CORRECTION,
    DerivationKind.COPY,
    DerivationKind.REWRITE,
    DerivationKind.TRANSLATION,
    DerivationKind.QUOTATION,
    DerivationKind.CITATION,
)
_ROLES = {
    StepRole.SAYS: "on the word of",
    StepRole.TOLD: "told by",
    StepRole.VERIFIED: "said to be verified by",
}
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
    def head(self) -> str:
        """The line itself."""
        if self.kind == "origin":
            return f"Origin {self.origin}: {self.label}"
        if self.kind == "named":
            return f"{self.label} (only named, not captured)"
        if self.kind == "more":
            return f"and {self.more} more"
        first = ", the first of them" if self.first else ""
        return f"{self.document} {self.label}, {_told(self.published)}{first}"

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


def tree_of(view: ClaimView) -> Tree:
    """Return the origins of a claim as a tree."""
    course = _Course(view)
    nodes: list[Node] = []
    for origin in view.origins:
        course.grow(origin, nodes)
    unsettled = [e.document for e in view.appearances if e.stance is Stance.UNSURE]
    return Tree(
        claim=view.handle,
        wording=view.wording,
        nodes=tuple(nodes),
        undirected=tuple(_edge(each) for each in view.derivations if not each.directed),
        refused=tuple(_edge(each) for each in view.refused),
        circular=view.circular,
        unsettled=tuple(dict.fromkeys(unsettled)),
    )


class _Course:
    """What the branches of one claim are made of."""

    def __init__(self, view: ClaimView) -> None:
        self._places: dict[tuple[int, str], AppearanceView] = {}
        for each in view.appearances:
            self._places.setdefault((each.origin, each.document), each)
        self._up: dict[str, list[DerivationView]] = defaultdict(list)
        for tie in view.derivations:
            if tie.directed:
                self._up[tie.downstream].append(tie)

    def grow(self, origin: OriginView, nodes: list[Node]) -> None:
        """Add an origin with all that goes back to it."""
        found = {each: self._places.get((origin.number, each)) for each in origin.documents}
        places = {each: place for each, place in found.items() if place is not None}
        parents, closing = self._parents(places)
        first = _first(places)
        top = len(nodes)
        stance = "supports it" if origin.stance == "supports" else "speaks against it"
        proposed = ", proposed" if origin.proposed else ""
        note = f"{stance}; independence: {origin.independence}{proposed}"
        nodes.append(
            Node(
                number=top,
                under=None,
                depth=0,
                kind="origin",
                origin=origin.number,
                label=origin.name,
                note=note,
            )
        )
        children: dict[str, list[str]] = defaultdict(list)
        named: dict[str, list[str]] = defaultdict(list)
        for document in sorted(places, key=lambda each: _order(places[each])):
            tie = parents.get(document)
            if tie is None:
                children[""].append(document)
            elif tie.upstream is not None:
                children[tie.upstream].append(document)
            else:
                named[tie.upstream_name or ""].append(document)
        waiting = [(document, top) for document in reversed(children[""])]
        for name, below in sorted(named.items(), reverse=True):
            waiting += [(document, -1) for document in reversed(below)]
            waiting.append((name, -2))
        under_name = top
        while waiting:  # no recursion: a chain may be as long as there are documents
            what, under = waiting.pop()
            if under == -2:
                under_name = len(nodes)
                nodes.append(_named(nodes[top], under_name, what))
                continue
            above = nodes[under_name if under == -1 else under]
            own = parents.get(what)
            also = [
                _edge(tie, circular=tie.id in closing) for tie in self._up[what] if tie is not own
            ]
            nodes.append(_document(places[what], above, len(nodes), own, also, first=what == first))
            waiting += [(each, nodes[-1].number) for each in reversed(children[what])]

    def _parents(
        self, places: Mapping[str, AppearanceView]
    ) -> tuple[dict[str, DerivationView], set[str]]:
        """Return the tie by which each document stands under another, and those that close rings.

        The last published choose first: so it is the first that is left on top of a ring.
        """
        roots: dict[str, str] = {}
        parents: dict[str, DerivationView] = {}
        closing: set[str] = set()
        for document in sorted(places, key=lambda each: _order(places[each]), reverse=True):
            inner = [tie for tie in self._up[document] if tie.upstream in places]
            back = {tie.id for tie in inner if _root(roots, tie.upstream or "") == document}
            closing |= back
            up = [tie for tie in inner if tie.id not in back]
            up = up or [tie for tie in self._up[document] if tie.upstream is None]
            if up:
                parents[document] = min(up, key=lambda each: _rank(each, places))
                if (above := parents[document].upstream) is not None:
                    roots[document] = above
        return parents, closing


def _root(roots: dict[str, str], document: str) -> str:
    way = []
    while document in roots:
        way.append(document)
        document = roots[document]
    roots |= dict.fromkeys(way, document)
    return document


def _order(place: AppearanceView) -> tuple[str, int]:
    return dated_key(_date(place)), _number(place.document)


def _date(place: AppearanceView) -> str | None:
    return place.published if place.published and is_date(place.published) else None


def _number(handle: str) -> int:
    return int(handle[1:]) if handle[1:].isdecimal() else 0


def _rank(tie: DerivationView, places: Mapping[str, AppearanceView]) -> tuple[object, ...]:
    kind = _RANK.index(tie.type) if tie.type in _RANK else len(_RANK)
    up = places.get(tie.upstream or "")
    when = _order(up) if up else ("", 0)
    return tie.state is not State.CONFIRMED, kind, when, tie.upstream_name or ""


def _first(places: Mapping[str, AppearanceView]) -> str | None:
    """Return the document that was published before all others with a date, None where unknown."""
    dated = sorted((each for each in places.values() if _date(each)), key=_order)
    if len(dated) < 2:
        return None
    first = all(before(_date(dated[0]), _date(each)) for each in dated[1:])
    return dated[0].document if first else None


def _told(published: str | None) -> str:
    """Return a date for a reader: a day, or a day and a minute of it (UTC)."""
    if published is None:
        return "date unknown"
    day, _, time = published.partition("T")
    return f"{day} {time[:5]}" if time else day


def _edge(tie: DerivationView, *, circular: bool = False) -> Edge:
    return Edge(
        id=tie.id,
        downstream=tie.downstream,
        upstream=tie.upstream,
        name=tie.upstream_name,
        wording=tie.wording,
        type=tie.type,
        state=tie.state,
        directed=tie.directed,
        circular=circular,
    )


def _named(origin: Node, number: int, name: str) -> Node:
    return Node(
        number=number,
        under=origin.number,
        depth=1,
        kind="named",
        origin=origin.origin,
        label=name or "something unknown",
    )


def _document(
    place: AppearanceView,
    above: Node,
    number: int,
    tie: DerivationView | None,
    also: Sequence[Edge],
    *,
    first: bool,
) -> Node:
    words = [
        f"{_ROLES[step.role]} {'' if step.named else 'unnamed: '}{step.name}"
        for step in place.steps
    ]
    return Node(
        number=number,
        under=above.number,
        depth=above.depth + 1,
        kind="document",
        origin=above.origin,
        label=place.outlet or "outlet unknown",
        document=place.document,
        published=place.published,
        first=first,
        says=", ".join(words),
        tie=_edge(tie) if tie else None,
        also=tuple(also),
    )


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
