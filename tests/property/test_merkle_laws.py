"""Laws of the tree: every proof of every pair of sizes up to 100 checks, and no altered one."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.audit import (
    EMPTY_ROOT,
    Edge,
    MemoryHashes,
    Proof,
    Range,
    TileHashes,
    check_consistency,
    check_inclusion,
    grown,
    leaf_hash,
    node_hash,
    prove_consistency,
    prove_inclusion,
    range_at,
    read_edge,
    root_at,
    root_of,
)
from provenance.errors import ProofError

pytestmark = pytest.mark.slow  # whole desks, one after the other

MOST = 100
ENTRIES = [b"leaf %d" % number for number in range(MOST)]
LEAVES = [leaf_hash(entry) for entry in ENTRIES]
TREE = MemoryHashes(LEAVES)
OTHER = leaf_hash(b"another")


def _as_defined(leaves: list[bytes]) -> bytes:
    """Return the root by the words of RFC 9162 section 2.1.1."""
    if len(leaves) < 2:
        return leaves[0] if leaves else EMPTY_ROOT
    half = 1
    while half * 2 < len(leaves):
        half *= 2
    return node_hash(_as_defined(leaves[:half]), _as_defined(leaves[half:]))


ROOTS = [_as_defined(LEAVES[:size]) for size in range(MOST + 1)]
BLOCKS = [range(first, min(first + 20, MOST + 1)) for first in range(0, MOST + 1, 20)]


def _altered(proof: Proof, *more: bytes) -> list[Proof]:
    """Return proofs like this one in which a hash is wrong, missing, superfluous or misplaced."""
    found: list[Proof] = [
        (*proof[:place], bytes([proof[place][0] ^ 8, *proof[place][1:]]), *proof[place + 1 :])
        for place in range(len(proof))
    ]
    found += [proof[:place] + proof[place + 1 :] for place in range(len(proof))]
    for hash_ in (OTHER, b"", bytes(31), *more):
        found += [(*proof, hash_), (hash_, *proof)]
    for place, (left, right) in enumerate(pairwise(proof)):
        if left != right:
            found.append((*proof[:place], right, left, *proof[place + 2 :]))
    return found


def test_every_way_to_the_root_is_the_definition() -> None:
    one_by_one = Range()
    for size, root in enumerate(ROOTS):
        assert root_of(ENTRIES[:size]) == root
        assert root_at(size, TREE) == root
        assert range_at(size, TREE) == Range().extended(LEAVES[:size]) == one_by_one
        one_by_one = one_by_one.extended(LEAVES[size : size + 1])


@pytest.mark.parametrize("sizes", BLOCKS, ids=str)
def test_every_inclusion_proof_checks_and_no_altered_one(sizes: range) -> None:
    for size in sizes:
        root = ROOTS[size]
        for index in range(size):
            leaf = LEAVES[index]
            proof = prove_inclusion(index, size, TREE)
            check_inclusion(leaf, proof, index=index, size=size, root=root)
            right = (leaf, proof, index, size, root)
            wrong = [(leaf, altered, index, size, root) for altered in _altered(proof, root, leaf)]
            wrong += [(leaf, proof, at, size, root) for at in _elsewhere(index, size)]
            wrong += [(leaf, proof, index, wide, root) for wide in (0, size // 2, size * 2)]
            wrong += [(hash_, proof, index, size, root) for hash_ in (OTHER, b"", leaf[1:])]
            wrong += [(leaf, proof, index, size, top) for top in (OTHER, b"", root[1:])]
            assert [each for each in (right, *wrong) if _includes(*each)] == [right]


def _elsewhere(index: int, size: int) -> set[int]:
    """Return other indexes: all in a small tree, the near ones in a large one."""
    near = {-1, size, index - 1, index + 1, index ^ 2}
    return (near | set(range(size)) if size <= 40 else near) - {index}


def _includes(leaf: bytes, proof: Proof, index: int, size: int, root: bytes) -> bool:
    try:
        check_inclusion(leaf, proof, index=index, size=size, root=root)
    except ProofError:
        return False
    return True


@pytest.mark.parametrize("sizes", BLOCKS, ids=str)
def test_every_consistency_proof_checks_and_no_altered_one(sizes: range) -> None:
    for old, new in [(few, many) for many in sizes for few in range(many + 1)]:
        earlier, later = ROOTS[old], ROOTS[new]
        proof = prove_consistency(old, new, TREE)
        _check(proof, old, new)
        right = (proof, old, new, earlier, later)
        wrong = [(altered, *right[1:]) for altered in _altered(proof, earlier, later)]
        wrong += [(proof, old, new, top, later) for top in (OTHER, b"", earlier[1:])]
        wrong += [(proof, old, new, earlier, top) for top in (b"", later[1:])]
        if proof:  # from the empty tree to any, and from one to the same, none is needed
            wrong += [(proof, old, new, later, earlier), (proof, old, new, earlier, OTHER)]
            wrong += [(proof, at, new, earlier, later) for at in (old - 1, old + 1)]
            wrong += [(proof, old, wide, earlier, later) for wide in (new // 2, new * 2)]
        assert [each for each in (right, *wrong) if _extends(*each)] == [right]


def _extends(proof: Proof, old: int, new: int, old_root: bytes, new_root: bytes) -> bool:
    try:
        _check(proof, old, new, old_root, new_root)
    except ProofError:
        return False
    return True


def _check(
    proof: Proof, old: int, new: int, old_root: bytes | None = None, new_root: bytes | None = None
) -> None:
    check_consistency(
        proof,
        old_size=old,
        old_root=ROOTS[old] if old_root is None else old_root,
        new_size=new,
        new_root=ROOTS[new] if new_root is None else new_root,
    )


def test_no_tree_extends_a_larger_one_or_one_of_another_past() -> None:
    for old, new in [(3, 2), (-1, 2), (0, -1), (1, 2**63)]:
        with pytest.raises(ProofError, match="does not extend"):
            prove_consistency(old, new, TREE)
        with pytest.raises(ProofError, match="does not extend"):
            check_consistency((), old_size=old, old_root=ROOTS[1], new_size=new, new_root=ROOTS[2])
    with pytest.raises(ProofError, match="no entries"):
        _check((), 0, 5, OTHER)
    with pytest.raises(ProofError, match="two roots"):
        _check((), 5, 5, OTHER)


@pytest.mark.parametrize(("index", "size"), [(0, 0), (-1, 5), (5, 5), (0, 2**63)])
def test_no_proof_is_made_of_an_entry_that_is_not_there(index: int, size: int) -> None:
    with pytest.raises(ProofError, match="has no entry"):
        prove_inclusion(index, size, TREE)


def test_a_tree_in_memory_says_what_it_lacks() -> None:
    with pytest.raises(ProofError, match="lacks a node"):
        prove_inclusion(0, MOST + 1, TREE)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.integers(0, 5000), max_size=4))
def test_a_range_grows_by_any_steps_to_the_same_nodes(steps: list[int]) -> None:
    whole = [n.to_bytes(32, "big") for n in range(sum(steps))]
    grown_by_steps, tree, start = Range(), MemoryHashes(), 0
    for step in steps:
        part = whole[start : start + step]
        grown_by_steps, start = grown_by_steps.extended(part), start + step
        tree.extend(part)
    assert grown_by_steps == Range().extended(whole) == range_at(len(whole), tree)


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_tiles_grown_by_any_steps_are_the_tree(data: st.DataObject) -> None:
    entries = [b"%d" % number for number in range(data.draw(st.integers(0, 1200)))]
    tree = MemoryHashes(map(leaf_hash, entries))
    files: dict[str, bytes] = {}
    size = 0
    for stop in sorted(data.draw(st.lists(st.integers(0, len(entries)), max_size=4))):
        edge = read_edge(size, root_at(size, tree), files.get)
        files |= dict(grown(edge, entries[size:stop]))
        size = stop
    files |= dict(grown(read_edge(size, root_at(size, tree), files.get), entries[size:]))
    assert dict(grown(Edge(), entries)).items() <= files.items()
    if entries:
        index = data.draw(st.integers(0, len(entries) - 1))
        proof = prove_inclusion(index, len(entries), TileHashes(len(entries), files.get))
        check_inclusion(
            leaf_hash(entries[index]),
            proof,
            index=index,
            size=len(entries),
            root=root_at(len(entries), tree),
        )
