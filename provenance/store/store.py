"""The one write path; ``reading`` has the ways to read.

``append`` inserts the records of one step, computes their commitments, takes the Merkle root,
locks the head of the log last, appends one entry signed by the actor, and commits: all in one
transaction. What needs no lock (salts, hashes) is done before it is taken, so that a step of
``STEP`` records holds it for well under a quarter of a second.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from sqlalchemy import (
    Connection,
    Table,
    insert,
    select,
)

from provenance.audit import Entry, step_root
from provenance.canonical import Preimage, all_committed
from provenance.entropy import SALT_LENGTH, Entropy
from provenance.model import Record
from provenance.store.database import Database
from provenance.store.reading import Reading
from provenance.store.standing import give_handles, make_current
from provenance.store.tables import (
    Cell,
    CheckpointRow,
    Packed,
    insertion,
    insertion_into,
)

STEP = 2000  # records that are inserted while the write lock is held a short time
PART = 500  # records that are committed to at once
MAX_STEP = 50_000  # what belongs together, such as the claims of one long text, stays together
R = TypeVar("R", bound=Record)

_CHECKPOINT: Table = CheckpointRow.__table__  # type: ignore[attr-defined]  # set by SQLModel
_TO_ENTRY = insertion_into("entry", "seq", "at", "actor", "kind", "count", "root", "signature")
# Statements of each step stand as text: putting one together takes longer than it does.
_LAST_ENTRY = "SELECT max(seq) FROM entry"

Commit = Callable[[Sequence[Preimage]], Callable[[], Sequence[bytes]]]  # begins, and waits


@dataclass(frozen=True)
class Actor:
    """Who signs a step: the commitment of an agent's record, and the means to sign an entry.

    The very first step brings its own actor: ``commitment`` is None, and the step's first record
    is the agent.
    """

    commitment: bytes | None
    sign: Callable[[Entry], bytes]


class Store(Reading):
    """The records and the log of one workspace."""

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        """Use a database file; ``check`` says whether its schema is ours."""
        super().__init__(Database(path, read_only=read_only))
        self._commit: Commit = _committed_here

    # ---- writing

    def append(
        self,
        kind: str,
        records: Sequence[Record],
        *,
        at: str,
        actor: Actor,
        entropy: Entropy,
        first: Callable[[Connection], None] | None = None,
    ) -> Entry:
        """Insert the records of one step and return its entry.

        A record whose place is taken by another than the one it names is a ConflictError, and
        nothing is written. ``first`` is done before them in the same transaction: an erasure.
        """
        if not 0 < len(records) <= MAX_STEP:
            raise ValueError(f"a step holds 1 to {MAX_STEP} records")
        packed, commitments = self._written_out(records, entropy)
        root = step_root(commitments)
        with self.database.writing() as connection:
            seq = (connection.exec_driver_sql(_LAST_ENTRY).scalar() or 0) + 1
            if first is not None:
                first(connection)
            who = actor.commitment or commitments[0]
            entry = Entry(seq, at, who, kind, len(records), root)
            _insert_rows(connection, packed, commitments, seq)
            make_current(connection, records)
            give_handles(connection, records)
            row = (seq, at, who, kind, entry.count, root, actor.sign(entry))
            connection.exec_driver_sql(_TO_ENTRY, row)
        return entry

    @contextmanager
    def committing(self, commit: Commit) -> Iterator[None]:
        """Have commitments made by another during the block: in processes that have time."""
        before, self._commit = self._commit, commit
        try:
            yield
        finally:
            self._commit = before

    def _written_out(
        self, records: Sequence[Record], entropy: Entropy
    ) -> tuple[list[Packed], list[bytes]]:
        """Return records as they are kept, and the commitment to each.

        Those that are written out are committed to while the next ones are being written out.
        """
        packed: list[Packed] = []
        waiting: list[Callable[[], Sequence[bytes]]] = []
        for start in range(0, len(records), PART):
            part = [
                Packed(record, entropy.take(SALT_LENGTH))
                for record in records[start : start + PART]
            ]
            waiting.append(self._commit([each.preimage for each in part]))
            packed += part
        return packed, [commitment for part in waiting for commitment in part()]

    def keep_checkpoint(self, origin: str, size: int, note: str) -> None:
        """Keep a signed checkpoint beside the log."""
        with self.database.writing() as connection:
            known = connection.execute(
                select(_CHECKPOINT.c.note).filter_by(origin=origin, size=size)
            ).scalar()
            if known is None:
                connection.execute(insert(_CHECKPOINT).values(origin=origin, size=size, note=note))


def _committed_here(preimages: Sequence[Preimage]) -> Callable[[], Sequence[bytes]]:
    return partial(all_committed, preimages)


def _insert_rows(
    connection: Connection, packed: Sequence[Packed], commitments: Sequence[bytes], seq: int
) -> None:
    by_type: dict[type[Record], list[tuple[Cell, ...]]] = {}
    for ordinal, (each, commitment) in enumerate(zip(packed, commitments, strict=True)):
        row = each.row(seq, ordinal, commitment)
        by_type.setdefault(type(each.record), []).append(row)
    for record_type, rows in by_type.items():
        connection.exec_driver_sql(insertion(record_type), rows)
