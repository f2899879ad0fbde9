"""Proofs over the tree: that an entry is in it, that a later tree extends an earlier one.

Made as RFC 9162 sections 2.1.3.1 and 2.1.4.1 define them (RFC 6962 sections 2.1.1 and 2.1.2 give
the same lists), checked by the algorithms of sections 2.1.3.2 and 2.1.4.2. A check returns None or
raises a ProofError that says in a sentence what does not fit; there is no answer that a caller
could forget to look at. A proof has an exact length: one hash more or less is refused before
anything is hashed.

Stricter than the standard: the tree of no entries is consistent with every later one only when it
is said to have the root of the empty tree.
"""

from collections.abc import Iterable, Iterator, Sequence

from provenance.audit.hashes import Hashes, Node, cover
from provenance.audit.merkle import EMPTY_ROOT, HASH, MAX_SIZE, folded, node_hash
from provenance.errors import ProofError

Proof = tuple[bytes, ...]


def prove_inclusion(index: int, size: int, hashes: Hashes) -> Proof:
    """Return the proof that leaf ``index``, counted from 0, is in the tree of that size.

    O(log n) hashes, from the leaf's neighbour to the root's child; O(log n) nodes are read.
    """
    if not 0 <= index < size <= MAX_SIZE:
        raise ProofError(f"a tree of {size} entries has no entry with the index {index}")
    return _read(_path(index, size), hashes)


def check_inclusion(
    leaf: bytes, proof: Sequence[bytes], *, index: int, size: int, root: bytes
) -> None:
    """Return when the proof leads from the leaf hash to the root (RFC 9162 section 2.1.3.2)."""
    if not 0 <= index < size <= MAX_SIZE:
        raise ProofError(f"a tree of {size} entries has no entry with the index {index}")
    _check_lengths((leaf, root, *proof))
    inner = (index ^ (size - 1)).bit_length()
    _check_count(proof, inner + (index >> inner).bit_count())
    if _climbed(leaf, proof, index, size - 1) != root:
        raise ProofError(
            f"the proof does not lead from entry index {index} to the root of {size} entries"
        )


def prove_consistency(old: int, new: int, hashes: Hashes) -> Proof:
    """Return the proof that the tree of size ``new`` begins with the tree of size ``old``.

    None is needed, and the proof is empty, from the empty tree and from the same size.
    """
    if not 0 <= old <= new <= MAX_SIZE:
        raise ProofError(f"a tree of {new} entries does not extend one of {old} entries")
    return _read(_shared(old, new), hashes) if 0 < old < new else ()


def check_consistency(
    proof: Sequence[bytes], *, old_size: int, old_root: bytes, new_size: int, new_root: bytes
) -> None:
    """Return when the later tree begins with the earlier one (RFC 9162 section 2.1.4.2)."""
    if not 0 <= old_size <= new_size <= MAX_SIZE:
        raise ProofError(f"a tree of {new_size} entries does not extend one of {old_size} entries")
    _check_lengths((old_root, new_root, *proof))
    if old_size == 0 and old_root != EMPTY_ROOT:
        raise ProofError("a tree of no entries has another root than the one given")
    if old_size == new_size and old_root != new_root:
        raise ProofError(f"there are two roots for the same {old_size} entries")
    if old_size in (0, new_size):
        _check_count(proof, 0)
        return
    last = old_size - 1
    level = (~last & (last + 1)).bit_length() - 1  # where the old tree's last full subtree is
    node, end = last >> level, (new_size - 1) >> level
    inner = (node ^ end).bit_length()
    told = 1 if node else 0  # at node 0 that subtree is the old tree: its root is not in the proof
    _check_count(proof, told + inner + (node >> inner).bit_count())
    first, rest = (proof[0], proof[1:]) if told else (old_root, proof)
    if _kept(first, rest, node, end) != old_root:
        raise ProofError(f"the proof does not lead to the root of the earlier {old_size} entries")
    if _climbed(first, rest, node, end) != new_root:
        raise ProofError(f"the proof does not lead to the root of the later {new_size} entries")


def _path(index: int, size: int) -> Iterator[list[Node]]:
    """Yield the subtrees of an inclusion path from below; each by its full subtrees."""
    start, above = 0, []
    while size > 1:
        half = 1 << ((size - 1).bit_length() - 1)
        if index < half:
            above.append(cover(start + half, start + size))
            size = half
        else:
            above.append(cover(start, start + half))
            start, index, size = start + half, index - half, size - half
    yield from reversed(above)


def _shared(old: int, new: int) -> Iterator[list[Node]]:
    """Yield the subtrees of a consistency proof from below; ``old`` is at least 1, less than new.

    SUBPROOF of RFC 9162 section 2.1.4.1, without its recursion.
    """
    start, above = 0, []
    while old != new:
        half = 1 << ((new - 1).bit_length() - 1)
        if old <= half:
            above.append(cover(start + half, start + new))
            new = half
        else:
            above.append(cover(start, start + half))
            start, old, new = start + half, old - half, new - half
    if start:  # otherwise the subtree is the earlier tree, whose root the reader knows
        yield cover(start, start + old)
    yield from reversed(above)


def _read(subtrees: Iterable[list[Node]], hashes: Hashes) -> Proof:
    """Return the root of each subtree, with one reading for all of them."""
    parts = list(subtrees)
    read = iter(hashes.read([node for part in parts for node in part]))
    return tuple(folded([next(read) for _ in part]) for part in parts)


def _climbed(node: bytes, proof: Sequence[bytes], index: int, end: int) -> bytes:
    """Return the root reached from a node; ``end`` is the last index of its level."""
    for sibling in proof:
        if index & 1 or index == end:
            node = node_hash(sibling, node)
            while not index & 1 and index:
                index, end = index >> 1, end >> 1
        else:
            node = node_hash(node, sibling)
        index, end = index >> 1, end >> 1
    return node


def _kept(node: bytes, proof: Sequence[bytes], index: int, end: int) -> bytes:
    """Return the root of the earlier tree, which has of the proof only what stands to the left."""
    for sibling in proof:
        if index & 1 or index == end:
            node = node_hash(sibling, node)
            while not index & 1 and index:
                index, end = index >> 1, end >> 1
        index, end = index >> 1, end >> 1
    return node


def _check_lengths(hashes: Iterable[bytes]) -> None:
    if any(len(each) != HASH for each in hashes):
        raise ProofError("a hash in a proof has 32 bytes, neither more nor fewer")


def _check_count(proof: Sequence[bytes], wanted: int) -> None:
    if len(proof) != wanted:
        raise ProofError(f"the proof has {len(proof)} hashes where {wanted} are needed")
