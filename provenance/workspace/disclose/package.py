"""A package's files: records with their proofs, steps, checkpoint, stamps, blobs, manifest."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from provenance.audit import (
    Entry,
    Hashes,
    MemoryHashes,
    disclosure,
    leaf_hash,
    prove_consistency,
    prove_inclusion,
)
from provenance.audit.disclosure import Disclosed, Manifest, StampFiles, Step
from provenance.canonical import sha256
from provenance.display import one_line
from provenance.errors import UsageError, WorkspaceError
from provenance.model import Agent, KeyChange, LogKey, Record, Stamp
from provenance.store.places import Place, commitments_of, place_of
from provenance.workspace.core import Workspace
from provenance.workspace.disclose.redact import Redaction
from provenance.workspace.disclose.words import Facts, read_me
from provenance.workspace.tree import tree

Laid = tuple[Record, Place, frozenset[str]]  # a record, where it stands, its shown fields


class Asked(NamedTuple):
    """What a package is made of, and for whom."""

    subjects: Mapping[str, str]
    recipient: str
    made_at: str
    file: str


class Packing:
    """Records of a workspace on their way into a package."""

    def __init__(
        self, workspace: Workspace, records: Mapping[str, Record], redaction: Redaction
    ) -> None:
        """Add to the records the keys of whoever signed their steps."""
        self._workspace, self._store = workspace, workspace.store
        self._redaction = redaction
        self.log_key = workspace.log_key
        self._stamps: list[Stamp] = []
        self._places: dict[str, Place] = {}
        self._records = dict(records)
        self._add(next(e for e in self._store.current(LogKey) if e.id == self.log_key.id))
        self._take_stamps()
        self._sign()

    # ---- which records

    def _add(self, *records: Record) -> None:
        for each in records:
            self._records[each.id] = each

    def _place(self, record: Record) -> Place:
        if record.id not in self._places:
            self._places[record.id] = place_of(self._store, record)
        return self._places[record.id]

    def _take_stamps(self) -> None:
        """Add the stamps that cover the records soonest."""
        stamps = {
            each.id: each
            for each in self._store.current(Stamp, origin=self.log_key.origin)
            if self._place(each).step <= self.size
        }
        known = [(each.id, each.size, each.stamped_at, each.renews) for each in stamps.values()]
        steps = {self._place(each).step for each in self._records.values()}
        needed = disclosure.covering(sorted(steps), known)
        self._stamps = [each for each in stamps.values() if each.id in needed]
        self._add(*self._stamps)

    def _sign(self) -> None:
        """Add the agents who signed the steps, and theirs, with their changes of keys."""
        agents = {self._store.commitment(each): each for each in self._store.current(Agent)}
        changes = [*self._store.current(KeyChange)]
        before = 0
        while before != len(self._records):
            before = len(self._records)
            for seq in {self._place(each).step for each in self._records.values()}:
                actor = agents.get(self._entry(seq)[0].actor)
                if actor is None:
                    raise WorkspaceError(f"nobody known signed entry {seq}; run: provenance verify")
                self._add(actor)
            self._add(
                *(
                    each
                    for each in changes
                    if each.record in self._records and self._place(each).step <= self.size
                )
            )

    # ---- where they stand

    @cached_property
    def _checkpoint(self) -> tuple[int, str]:
        """The size and note of the newest checkpoint under the log's key."""
        self._workspace.seal()
        found = [
            (size, note)
            for origin, size, note in self._store.checkpoints()
            if origin == self.log_key.origin
        ]
        if not found:
            raise UsageError(
                "there is no signed checkpoint of this log, and this account does not hold its "
                "key; whoever holds it makes one with any command that writes"
            )
        return max(found)

    @property
    def size(self) -> int:
        """How many entries the checkpoint covers."""
        return self._checkpoint[0]

    @cached_property
    def _tree(self) -> Hashes:
        return tree(self._workspace, self._checkpoint[1])

    def _entry(self, seq: int) -> tuple[Entry, bytes]:
        if seq > self.size:
            raise UsageError(
                f"entry {seq} is not under a signed checkpoint yet, and this account does not "
                "hold the log's key; whoever holds it makes one with any command that writes"
            )
        return self._store.entries(seq - 1, seq)[0]

    @cached_property
    def laid(self) -> Sequence[Laid]:
        """The records in the order of the log, with the fields that are shown."""
        found = [
            (each, place, self._redaction.shown(each.kind, place.values))
            for each in self._records.values()
            for place in (self._place(each),)
        ]
        return sorted(found, key=lambda laid: (laid[1].step, laid[1].ordinal))

    # ---- files

    def files(self, asked: Asked, blobs: Sequence[str]) -> Iterator[tuple[str, bytes]]:
        """Yield the files of the package in the order of their names; blobs one by one."""
        fixed = self._fixed(asked)
        names = {f"blobs/{digest[7:]}": digest for digest in blobs}
        manifest = Manifest(
            asked.made_at,
            asked.recipient,
            asked.subjects,
            {name: sha256(data) for name, data in fixed.items()} | names,
        )
        fixed["manifest.json"] = manifest.encoded
        for name in sorted([*fixed, *names]):
            yield name, fixed[name] if name in fixed else self._workspace.blobs.get(names[name])

    def _fixed(self, asked: Asked) -> dict[str, bytes]:
        """Return every file but manifest and blobs."""
        size, note = self._checkpoint
        files = {"checkpoint": note.encode(), "verify_package.py": disclosure.verifier_source()}
        roots: dict[int, MemoryHashes] = {}
        withheld: dict[str, set[str]] = {}
        for record, place, shown in self.laid:
            if place.step not in roots:
                commitments = commitments_of(self._store, place.step)
                roots[place.step] = MemoryHashes(map(leaf_hash, commitments))
            made = Disclosed(
                record.kind,
                place.schema,
                disclosure.disclosed_fields(place.salt, place.values, shown),
                place.step,
                place.ordinal,
                prove_inclusion(place.ordinal, roots[place.step].size, roots[place.step]),
            )
            files[f"records/{record.kind}-{record.id}.json"] = made.encoded
            withheld.setdefault(record.kind, set()).update(made.withheld)
        for seq in roots:
            entry, signature = self._entry(seq)
            step = Step(entry, signature, prove_inclusion(seq - 1, size, self._tree))
            files[f"log/{seq}.json"] = step.encoded
        for stamp in self._stamps:
            files |= self._stamp(stamp).files(stamp.id)
        facts = Facts(
            recipient=one_line(asked.recipient),
            made_at=asked.made_at,
            subjects=", ".join(asked.subjects),
            origin=self.log_key.origin,
            size=size,
            records=len(self.laid),
            key=self.log_key.verifier_key,
            file=one_line(asked.file),
        )
        files["README.txt"] = read_me(
            facts,
            {kind: sorted(names) for kind, names in withheld.items()},
            sorted((each.size, each.stamped_at) for each in self._stamps),
        )
        return files

    def _stamp(self, stamp: Stamp) -> StampFiles:
        get = self._workspace.blobs.get
        return StampFiles(
            get(stamp.checkpoint),
            get(stamp.covers),
            get(stamp.request),
            get(stamp.response),
            tuple(map(get, stamp.chain)),
            tuple(map(get, stamp.revocation)),
            prove_consistency(stamp.size, self.size, self._tree),
        )
