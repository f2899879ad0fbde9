"""The log: Merkle trees, signed notes, checkpoints, entries. Pure: no disk, no clock, no keys kept.

``merkle``      RFC 6962 / RFC 9162 section 2.1: leaf and node hashes, roots, growing ranges
``note``        C2SP signed notes and checkpoints
``log``         the entry that each step leaves, and its signature by the actor
"""

from provenance.audit.log import Entry, check_entry, sign_entry, step_root
from provenance.audit.merkle import EMPTY_ROOT, Range, leaf_hash, node_hash, root_of
from provenance.audit.note import (
    Checkpoint,
    check_checkpoint,
    make_checkpoint,
    parse_verifier_key,
    verifier_key,
)

__all__ = [
    "EMPTY_ROOT",
    "Checkpoint",
    "Entry",
    "Range",
    "check_checkpoint",
    "check_entry",
    "leaf_hash",
    "make_checkpoint",
    "node_hash",
    "parse_verifier_key",
    "root_of",
    "sign_entry",
    "step_root",
    "verifier_key",
]
