"""Merkle trees of RFC 6962 section 2.1 (RFC 9162 section 2.1.1), SHA-256.

A leaf is H(0x00 ‖ entry), a node H(0x01 ‖ left ‖ right), the empty tree H(""). A tree of n
leaves splits at the largest power of two below n; an odd node is promoted, never duplicated.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice

EMPTY_ROOT = sha256(b"").digest()
HASH = 32  # bytes
MAX_SIZE = 2**63 - 1  # leaves; what C2SP allows in a checkpoint and a tile index
CHUNK = 4096  # leaves that are hashed together: few enough to keep memory flat


def leaf_hash(entry: bytes) -> bytes:
    """Return the hash of a leaf."""
    return sha256(b"\x00" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Return the hash of an inner node."""
    return sha256(b"\x01" + left + right).digest()


def parents(hashes: Sequence[bytes]) -> list[bytes]:
    """Return the hashes one level up: of each pair of neighbours; an odd last one is left out."""
    hash_, pairs = sha256, zip(hashes[::2], hashes[1::2], strict=False)
    return [hash_(b"\x01" + left + right).digest() for left, right in pairs]


def folded(nodes: Sequence[bytes]) -> bytes:
    """Return the root over full subtrees that stand side by side, largest first."""
    if not nodes:
        return EMPTY_ROOT
    root = nodes[-1]
    for node in reversed(nodes[:-1]):
        root = node_hash(node, root)
    return root


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
        """Return the range after these leaf hashes.

        One leaf costs O(log n); many cost one hash each. Memory does not grow with their number.
        """
        size, nodes, stream = self.size, list(self.nodes), iter(leaves)
        while chunk := list(islice(stream, CHUNK)):
            _add(nodes, size, chunk)
            size += len(chunk)
        return Range(size, tuple(nodes))

    @property
    def root(self) -> bytes:
        """The root of the tree over these leaves."""
        return folded(self.nodes)


def _add(nodes: list[bytes], size: int, hashes: list[bytes]) -> None:
    """Add leaf hashes to the nodes of a range of that size, one level of the tree after another."""
    single = []  # of each level from below, the node that has no right neighbour yet
    while hashes:
        if size & 1:  # the range ends in a left node of this level: it now has its neighbour
            hashes = [nodes.pop(), *hashes]
        if len(hashes) & 1:
            single.append(hashes[-1])
        hashes = parents(hashes)
        size >>= 1
    nodes.extend(reversed(single))


def root_of(entries: Sequence[bytes]) -> bytes:
    """Return the root of the tree over these entries."""
    return Range().extended(leaf_hash(entry) for entry in entries).root
