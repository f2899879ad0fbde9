"""Merkle trees of RFC 6962 section 2.1 (RFC 9162 section 2.1.1), SHA-256.

A leaf is H(0x00 ‖ entry), a node H(0x01 ‖ left ‖ right), the empty tree H(""). A tree of n
leaves splits at the largest power of two below n; an odd node is promoted, never duplicated.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

EMPTY_ROOT = hashlib.sha256(b"").digest()


def leaf_hash(entry: bytes) -> bytes:
    """Return the hash of a leaf."""
    return hashlib.sha256(b"\x00" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Return the hash of an inner node."""
    return hashlib.sha256(b"\x01" + left + right).digest()


@dataclass(frozen=True)
class Range:
    """The full subtrees that cover the first ``size`` leaves, largest first.

    Enough to go on appending and to tell the root; as many hashes as ``size`` has one bits.
    """

    size: int = 0
    nodes: tuple[bytes, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a range whose number of nodes does not fit its size (ValueError)."""
        if self.size < 0 or len(self.nodes) != self.size.bit_count():
            raise ValueError("a range of n leaves has as many nodes as n has one bits")

    def extended(self, leaves: Iterable[bytes]) -> "Range":
        """Return the range after these leaf hashes; O(log n) space, two hashes a leaf at most."""
        size, nodes = self.size, list(self.nodes)
        for leaf in leaves:
            node, carry = leaf, size
            while carry & 1:
                node = node_hash(nodes.pop(), node)
                carry >>= 1
            nodes.append(node)
            size += 1
        return Range(size, tuple(nodes))

    @property
    def root(self) -> bytes:
        """The root of the tree over these leaves."""
        if not self.nodes:
            return EMPTY_ROOT
        root = self.nodes[-1]
        for node in reversed(self.nodes[:-1]):
            root = node_hash(node, root)
        return root


def root_of(entries: Sequence[bytes]) -> bytes:
    """Return the root of the tree over these entries."""
    return Range().extended(leaf_hash(entry) for entry in entries).root
