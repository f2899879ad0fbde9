"""The log: Merkle trees, signed notes, checkpoints, entries. Pure: no disk, no clock, no keys kept.

``merkle``       RFC 6962 / RFC 9162 section 2.1: leaf and node hashes, roots, growing ranges
``hashes``       where the hashes of a tree are kept: a protocol of one method
``proofs``       RFC 9162 sections 2.1.3 and 2.1.4: inclusion and consistency
``tiles``        C2SP tlog-tiles: paths and contents of tiles and bundles of entries
``tiling``       a tree written as tiles, a little more each time, and read from them again
``note``         C2SP signed notes and the keys that sign them
``checkpoint``   C2SP checkpoints: what a log says of itself
``cosignature``  C2SP cosignatures: what a witness says of a log
``tlogproof``    C2SP tlog-proof: an inclusion proof with its checkpoint, as a file
``log``          the entry that each step leaves, and its signature by the actor
"""

from provenance.audit.checkpoint import (
    Checkpoint,
    check_checkpoint,
    check_foreign_checkpoint,
    make_checkpoint,
    parse_checkpoint,
)
from provenance.audit.cosignature import Cosigner, Signed, cosign, signed_by, with_signatures_of
from provenance.audit.hashes import Hashes, MemoryHashes, Node, range_at, root_at
from provenance.audit.log import (
    Entry,
    check_change,
    check_entry,
    sign_change,
    sign_entry,
    step_root,
)
from provenance.audit.merkle import EMPTY_ROOT, Range, leaf_hash, node_hash, root_of
from provenance.audit.note import (
    Note,
    Signature,
    VerifierKey,
    parse_note,
    parse_verifier_key,
    verifier_key,
)
from provenance.audit.proofs import (
    Proof,
    check_consistency,
    check_inclusion,
    prove_consistency,
    prove_inclusion,
)
from provenance.audit.tiles import (
    Tile,
    bundle_bytes,
    parse_bundle,
    parse_path,
    parse_tile,
    tile_bytes,
)
from provenance.audit.tiling import (
    Edge,
    TileHashes,
    check_files,
    entries_in,
    grown,
    read_edge,
)
from provenance.audit.tlogproof import LogProof, check_log_proof, parse_log_proof

__all__ = [
    "EMPTY_ROOT",
    "Checkpoint",
    "Cosigner",
    "Edge",
    "Entry",
    "Hashes",
    "LogProof",
    "MemoryHashes",
    "Node",
    "Note",
    "Proof",
    "Range",
    "Signature",
    "Signed",
    "Tile",
    "TileHashes",
    "VerifierKey",
    "bundle_bytes",
    "check_change",
    "check_checkpoint",
    "check_consistency",
    "check_entry",
    "check_files",
    "check_foreign_checkpoint",
    "check_inclusion",
    "check_log_proof",
    "cosign",
    "entries_in",
    "grown",
    "leaf_hash",
    "make_checkpoint",
    "node_hash",
    "parse_bundle",
    "parse_checkpoint",
    "parse_log_proof",
    "parse_note",
    "parse_path",
    "parse_tile",
    "parse_verifier_key",
    "prove_consistency",
    "prove_inclusion",
    "range_at",
    "read_edge",
    "root_at",
    "root_of",
    "sign_change",
    "sign_entry",
    "signed_by",
    "step_root",
    "tile_bytes",
    "verifier_key",
    "with_signatures_of",
]
