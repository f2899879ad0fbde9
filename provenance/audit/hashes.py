"""Where the hashes of a tree are kept: a protocol of one method, and what it is enough for.

A node names a full subtree: node (level, index) spans the leaves ``index << level`` up to, not
including, ``(index + 1) << level``. Full subtrees never change once they are full, so a store
of nodes only grows. Whatever reads nodes can tell the root at any size (RFC 9162 section 2.1.1)
and make proofs (``provenance.audit.proofs``); ``provenance.audit.tiling`` reads them from tiles.

Hashes that are read are not trusted: a wrong one makes a proof that does not check.
"""

from collections.abc import Iterable, Sequence
from typing import Protocol

from provenance.audit.merkle import Range, folded, parents
from provenance.errors import ProofError

Node = tuple[int, int]  # level, index


class Hashes(Protocol):
    """The nodes of a tree, wherever they are kept."""

    def read(self, nodes: Sequence[Node]) -> list[bytes]:
        """Return the hash of each node, in that order; one that is not kept is a ProofError."""
        ...


class MemoryHashes:
    """The nodes of a tree in memory: 64 bytes of hashes a leaf."""

    def __init__(self, leaves: Iterable[bytes] = ()) -> None:
        """Start with these leaf hashes."""
        self._levels: list[list[bytes]] = [[]]
        self.extend(leaves)

    @property
    def size(self) -> int:
        """The number of leaves."""
        return len(self._levels[0])

    def extend(self, leaves: Iterable[bytes]) -> None:
        """Append leaf hashes; O(log n) for one, O(1) a leaf for many."""
        self._levels[0].extend(leaves)
        for level, hashes in enumerate(self._levels):
            if level + 1 == len(self._levels):
                if len(hashes) < 2:
                    return
                self._levels.append([])
            above = self._levels[level + 1]
            above.extend(parents(hashes[2 * len(above) :]))

    def read(self, nodes: Sequence[Node]) -> list[bytes]:
        """Return the hash of each node."""
        for node in nodes:
            check_node(node, self.size)
        return [self._levels[level][index] for level, index in nodes]


def check_node(node: Node, size: int) -> None:
    """Return when the tree of that size has this full subtree; a ProofError otherwise."""
    level, index = node
    if level < 0 or index < 0 or (index + 1) << level > size:
        raise ProofError(f"the tree of {size} entries lacks a node asked for: {level}, {index}")


def cover(start: int, end: int) -> list[Node]:
    """Return the full subtrees over the leaves from ``start`` up to ``end``, largest first.

    ``start`` is a multiple of a power of two that is not less than the number of leaves, as it is
    for every subtree of RFC 9162 section 2.1.1.
    """
    nodes: list[Node] = []
    while start < end:
        level = (end - start).bit_length() - 1
        nodes.append((level, start >> level))
        start += 1 << level
    return nodes


def range_at(size: int, hashes: Hashes) -> Range:
    """Return what is needed to go on from that size; O(log n) nodes are read."""
    return Range(size, tuple(hashes.read(cover(0, size))))


def root_at(size: int, hashes: Hashes) -> bytes:
    """Return the root of the tree over the first ``size`` leaves; O(log n) nodes are read."""
    return folded(hashes.read(cover(0, size)))
