"""How the tree of a claim's origins grows: what stands under what.

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
from collections.abc import Mapping, Sequence

from provenance.clock import before, dated_key, is_date
from provenance.model.attribution import StepRole
from provenance.model.dossier import AppearanceView, ClaimView, DerivationView, OriginView
from provenance.model.relation import DerivationKind, Stance, State
from provenance.model.tree import Edge, Node, Tree

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
