"""``audit prove``: that a record's step is in the log, as a file (c2sp.org/tlog-proof@v1).

The proof is about the entry; what leads from the record to the entry is in the line ``extra``:
RFC 8785 JSON of the record's ``commitment``, its ``ordinal`` and ``proof`` in the step, and the
``entry``. Nothing of the record's content is in it.
"""

import json
import re

from provenance.audit import MemoryHashes, leaf_hash, prove_inclusion
from provenance.audit.tlogproof import LogProof
from provenance.canonical import canonical
from provenance.errors import UnknownHandleError, UsageError
from provenance.model import RECORD_TYPES, Record, Value
from provenance.store.places import commitments_of, place_of
from provenance.workspace.core import Workspace
from provenance.workspace.tree import tree


class Proved(Value):
    """A proof as a file, and what it is about."""

    kind: str
    record: str
    entry: int
    size: int  # entries that the checkpoint covers
    proof: str


def prove(workspace: Workspace, record: str) -> Proved:
    """Return the proof for the record that a handle or an id names."""
    found, store = _found(workspace, record), workspace.store
    place = place_of(store, found)
    workspace.seal()
    origin = workspace.log_key.origin
    kept = [(size, note) for named, size, note in store.checkpoints() if named == origin]
    size, note = max(kept, default=(0, ""))
    if size < place.step:
        raise UsageError(
            f"entry {place.step} is not under a signed checkpoint yet, and this account does not "
            "hold the log's key"
        )
    commitments = commitments_of(store, place.step)
    step = MemoryHashes(map(leaf_hash, commitments))
    entry = store.entries(place.step - 1, place.step)[0][0]
    extra = {
        "commitment": commitments[place.ordinal].hex(),
        "entry": json.loads(entry.encoded),
        "ordinal": place.ordinal,
        "proof": [each.hex() for each in prove_inclusion(place.ordinal, step.size, step)],
    }
    inclusion = prove_inclusion(place.step - 1, size, tree(workspace, note))
    proof = LogProof(place.step - 1, inclusion, note, canonical(extra))
    return Proved(kind=found.kind, record=found.id, entry=place.step, size=size, proof=str(proof))


def _found(workspace: Workspace, word: str) -> Record:
    """Return the record that an id names, or the version that stands of what a handle names."""
    store = workspace.store
    if re.fullmatch(r"[a-z2-7]{26}", word):
        for record_type in RECORD_TYPES:
            if found := store.get(record_type, word):
                return found
        raise UnknownHandleError(f"there is no record {word} in this workspace")
    kind, identity = store.identity(word)
    own = "of" if "of" in kind.model_fields else "id"
    current = store.current(kind, **{own: identity})
    found = current[-1] if current else store.get(kind, identity)
    if found is None:
        raise UnknownHandleError(f"{word} was erased; only its commitment is left")
    return found
