"""What hangs together by ties, seen by the rows of their ends: no text of it is read.

A workspace in which all texts are about one event is one piece, and what a new text changes in
it is small: so whoever looks at a change walks along rows, and reads what lies at their ends.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from provenance.model import Appearance, Derivation, DerivationKind, Link, State
from provenance.store.store import Store

_CELLS = ("downstream", "upstream", "type", "directed", "state")
_LINKED = (State.PROPOSED, State.CONFIRMED)


class Row(NamedTuple):
    """The ends of a derivation."""

    downstream: str
    upstream: str | None
    type: DerivationKind
    directed: bool
    state: State

    @property
    def ends(self) -> frozenset[str]:
        """The documents at both ends."""
        return frozenset(filter(None, (self.downstream, self.upstream)))


def rows(store: Store, documents: Collection[str]) -> frozenset[Row]:
    """Return the ties of documents, refused ones too."""
    found = {
        *store.cells(Derivation, *_CELLS, downstream=documents),
        *store.cells(Derivation, *_CELLS, upstream=documents),
    }
    made = (Row(d, u, DerivationKind(t), bool(w), State(s)) for d, u, t, w, s in found)
    return frozenset(each for each in made if each.state is not State.RETRACTED)


def piece(store: Store, documents: Collection[str]) -> frozenset[Row]:
    """Return all ties by which documents hang together with others, near or far."""
    found: set[Row] = set()
    known: set[str] = set()
    further = set(documents)
    while further:
        known |= further
        more = rows(store, further)
        found |= more
        further = {end for each in more for end in each.ends} - known
    return frozenset(found)


def live(ties: Iterable[Row]) -> list[Row]:
    """Return the ties that are proposed or confirmed."""
    return [each for each in ties if each.state in _LINKED]


def between(ties: Iterable[Row], documents: Collection[str]) -> frozenset[str]:
    """Return documents, those tied to one of them, and those on any way from one to another."""
    beside = neighbours(ties)
    way = {each: set(others) for each, others in beside.items()}
    loose = [each for each in way if len(way[each]) < 2 and each not in documents]
    while loose:
        end = loose.pop()
        for other in way.pop(end):
            way[other].discard(end)
            if len(way[other]) == 1 and other not in documents:
                loose.append(other)
    near = {other for each in documents for other in beside.get(each, ())}
    return frozenset(documents) | near | frozenset(each for each in way if way[each])


def neighbours(ties: Iterable[Row]) -> Mapping[str, set[str]]:
    """Return the documents to which each is tied."""
    found: dict[str, set[str]] = defaultdict(set)
    for each in ties:
        for end in each.ends:
            found[end] |= each.ends - {end}
    return found


def below(ties: Iterable[Row], documents: Iterable[str]) -> frozenset[str]:
    """Return documents and all that go back to them, or hang on them without a direction."""
    return _along(_ways(ties, down=True), documents)


def above(store: Store, documents: Collection[str]) -> frozenset[str]:
    """Return documents and all that they go back to, or hang on without a direction."""
    known: set[str] = set()
    further = set(documents)
    while further:
        known |= further
        ties = live(rows(store, further))
        further = {end for _, end in _steps(ties, down=False)} - known
    return frozenset(known)


def _along(ways: Mapping[str, set[str]], documents: Iterable[str]) -> frozenset[str]:
    known: set[str] = set()
    waiting = list(documents)
    while waiting:
        each = waiting.pop()
        if each not in known:
            known.add(each)
            waiting.extend(ways.get(each, ()))
    return frozenset(known)


def _ways(ties: Iterable[Row], *, down: bool) -> Mapping[str, set[str]]:
    ways: dict[str, set[str]] = defaultdict(set)
    for start, end in _steps(ties, down=down):
        ways[start].add(end)
    return ways


def _steps(ties: Iterable[Row], *, down: bool) -> Iterator[tuple[str, str]]:
    for each in ties:
        if each.upstream is None:
            continue
        if down or not each.directed:
            yield each.upstream, each.downstream
        if not down or not each.directed:
            yield each.downstream, each.upstream


def sharing(store: Store, appearances: Collection[str]) -> frozenset[str]:
    """Return appearances with all that hang together with them by claims, near or far."""
    known: set[str] = set()
    claims: set[str] = set()
    further = set(appearances)
    while further:
        known |= further
        rows_ = store.cells(Link, "claim", "state", subjects=further)
        fresh = {claim for claim, state in rows_ if state in _LINKED} - claims
        claims |= fresh
        others = store.cells(Link, "appearance", "state", claim=fresh) if fresh else []
        further = {each for each, state in others if state in _LINKED} - known
    return frozenset(known)


def documents_of(store: Store, appearances: Collection[str]) -> frozenset[str]:
    """Return the documents in which appearances stand."""
    return frozenset(each for (each,) in store.cells(Appearance, "document", subjects=appearances))


def around(store: Store, documents: Collection[str]) -> frozenset[str]:
    """Return documents, those that share a claim with them, and all that these go back to."""
    said = [of for (of,) in store.cells(Appearance, "of", document=documents)]
    claims = {claim for (claim,) in store.cells(Link, "claim", subjects=said)}
    others = [each for (each,) in store.cells(Link, "appearance", claim=claims)]
    return above(store, documents_of(store, others) | frozenset(documents))
