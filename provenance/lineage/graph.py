"""A small directed graph: joined nodes are one, cycles are one, roots have nothing further up.

Places are the strongly connected components (Tarjan 1972), found without recursion so that a
chain of ten thousand copies is no trouble; they come out upstream first.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator


class Graph:
    """Nodes with edges from a document to what it goes back to."""

    def __init__(self) -> None:
        """Start empty."""
        self._up: dict[str, dict[str, None]] = defaultdict(dict)

    def add(self, node: str) -> None:
        """Add a node without edges."""
        self._up[node].update({})

    def edge(self, downstream: str, upstream: str) -> None:
        """Say that one node goes back to another."""
        self._up[downstream][upstream] = None
        self._up[upstream].update({})

    def join(self, one: str, other: str) -> None:
        """Say that two nodes are one place."""
        self.edge(one, other)
        self.edge(other, one)

    def places(self, order: Callable[[str], tuple[object, ...]]) -> "Places":
        """Return the places of all nodes, each named by the first of its nodes."""
        place: dict[str, str] = {}
        members: dict[str, tuple[str, ...]] = {}
        roots: dict[str, frozenset[str]] = {}
        for component in self._components():
            ordered = tuple(sorted(component, key=order))
            name = ordered[0]
            place.update(dict.fromkeys(ordered, name))
            members[name] = ordered
            further = {place[up] for node in ordered for up in self._up[node]} - {name}
            roots[name] = frozenset().union(*(roots[p] for p in further)) or frozenset((name,))
        return Places(place, members, roots)

    def _components(self) -> Iterator[list[str]]:
        index: dict[str, int] = {}
        low: dict[str, int] = {}
        stack: list[str] = []
        open_: set[str] = set()
        for start in list(self._up):
            if start in index:
                continue
            work = [(start, iter(self._up[start]))]
            index[start] = low[start] = len(index)
            stack.append(start)
            open_.add(start)
            while work:
                node, further = work[-1]
                fresh = next((n for n in further if n not in index or n in open_), None)
                if fresh is None:
                    work.pop()
                    if work:
                        low[work[-1][0]] = min(low[work[-1][0]], low[node])
                    if low[node] == index[node]:
                        yield _popped(stack, open_, node)
                elif fresh in index:
                    low[node] = min(low[node], index[fresh])
                else:
                    index[fresh] = low[fresh] = len(index)
                    stack.append(fresh)
                    open_.add(fresh)
                    work.append((fresh, iter(self._up[fresh])))


def _popped(stack: list[str], open_: set[str], node: str) -> list[str]:
    at = stack.index(node) if stack[-1] != node else len(stack) - 1
    component = stack[at:]
    del stack[at:]
    open_.difference_update(component)
    return component


class Places:
    """Which nodes are one place, and where each place goes back to in the end."""

    def __init__(
        self,
        place: dict[str, str],
        members: dict[str, tuple[str, ...]],
        roots: dict[str, frozenset[str]],
    ) -> None:
        """Hold the places of a graph."""
        self._place, self._members, self._roots = place, members, roots

    def members(self, place: str) -> tuple[str, ...]:
        """Return the nodes of a place, in order."""
        return self._members[place]

    def roots(self, node: str) -> frozenset[str]:
        """Return the places that a node goes back to and that go back to nothing else."""
        return self._roots[self._place[node]]
