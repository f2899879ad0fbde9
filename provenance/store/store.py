"""The one write path, and the ways to read.

``append`` inserts the records of one step, computes their commitments, takes the Merkle root,
locks the head of the log last, appends one entry signed by the actor, and commits: all in one
transaction. What needs no lock (salts, hashes) is done before it is taken, so that a step of
``STEP`` records holds it for well under a quarter of a second.
"""

import json
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import (
    ColumnElement,
    Connection,
    CursorResult,
    RowMapping,
    Table,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.exc import IntegrityError

from provenance.audit import Entry, step_root
from provenance.canonical import Preimage, all_committed
from provenance.entropy import SALT_LENGTH, Entropy
from provenance.errors import ConflictError, UnknownHandleError
from provenance.model import Erasure, Record, Withdrawal
from provenance.store.database import Database
from provenance.store.tables import (
    TYPE_OF,
    TYPE_OF_HANDLE,
    Cell,
    CheckpointRow,
    CurrentRow,
    EntryRow,
    ErasedRow,
    HandleRow,
    Packed,
    insertion,
    insertion_into,
    table,
    unpack,
)

STEP = 2000  # records that are inserted while the write lock is held a short time
PART = 500  # records that are committed to at once
MAX_STEP = 50_000  # what belongs together, such as the claims of one long text, stays together
R = TypeVar("R", bound=Record)

_CURRENT: Table = CurrentRow.__table__  # type: ignore[attr-defined]  # set by SQLModel
_HANDLE: Table = HandleRow.__table__  # type: ignore[attr-defined]
_ENTRY: Table = EntryRow.__table__  # type: ignore[attr-defined]
_ERASED: Table = ErasedRow.__table__  # type: ignore[attr-defined]
_ERASURE: Table = table(Erasure)
_CHECKPOINT: Table = CheckpointRow.__table__  # type: ignore[attr-defined]
# Rows by the thousand go to the driver as tuples: building parameters from dicts row by row
# would take as long as the database does.
_TO_CURRENT = insertion_into("current", "kind", "subject", "slot", "record")
_TO_HANDLE = insertion_into("handle", "letter", "number", "identity")
_TO_ENTRY = insertion_into("entry", "seq", "at", "actor", "kind", "count", "root", "signature")
# What each step asks stands as text too: putting a statement together takes longer than it does.
_LAST_ENTRY = "SELECT max(seq) FROM entry"
_LAST_HANDLE = "SELECT max(number) FROM handle WHERE letter = ?"
_SWAP = "UPDATE current SET record = ? WHERE kind = ? AND subject = ? AND slot = ? AND record = ?"

Commit = Callable[[Sequence[Preimage]], Callable[[], Sequence[bytes]]]  # begins, and waits


@dataclass(frozen=True)
class Actor:
    """Who signs a step: the commitment of an agent's record, and the means to sign an entry.

    The very first step brings its own actor: ``commitment`` is None, and the step's first record
    is the agent.
    """

    commitment: bytes | None
    sign: Callable[[Entry], bytes]


class Store:
    """The records and the log of one workspace."""

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        """Use a database file; ``check`` says whether its schema is ours."""
        self.database = Database(path, read_only=read_only)
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
            _make_current(connection, records)
            _give_handles(connection, records)
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

    # ---- reading records

    def current(self, record_type: type[R], **equal: Any) -> list[R]:
        """Return the current records of a type in the order of the log, narrowed by fields."""
        rows = table(record_type)
        query = (
            select(rows)
            .join(_CURRENT, _CURRENT.c.record == rows.c.id)
            .order_by(rows.c.event, rows.c.ordinal)
        )
        for name, value in equal.items():
            several = isinstance(value, (list, tuple, set, frozenset))
            column = rows.c[name]
            query = query.where(_among(column, value) if several else column == value)
        with self.database.reading() as connection:
            return _records(record_type, connection.execute(query))

    def standing(self, record_type: type[R], subjects: Collection[str]) -> list[R]:
        """Return the records of a type that are current at these subjects, in log order."""
        rows = table(record_type)
        here = (_CURRENT.c.kind == record_type.kind) & _among(_CURRENT.c.subject, subjects)
        query = select(rows).join(_CURRENT, _CURRENT.c.record == rows.c.id).where(here)
        with self.database.reading() as connection:
            found = connection.execute(query.order_by(rows.c.event, rows.c.ordinal))
            return _records(record_type, found)

    def cells(
        self,
        record_type: type[Record],
        *names: str,
        subjects: Collection[str] | None = None,
        **among: Collection[str],
    ) -> list[tuple[Any, ...]]:
        """Return some fields of the current records of a type as they are kept, in log order.

        Narrowed to subjects, and to records of which a field is among some texts. A hundredth of
        the cost of the records themselves: for a look over very many.
        """
        rows = table(record_type)
        query = (
            select(*(rows.c[name] for name in names))
            .join(_CURRENT, _CURRENT.c.record == rows.c.id)
            .order_by(rows.c.event, rows.c.ordinal)
        )
        if subjects is not None:
            here = _CURRENT.c.kind == record_type.kind
            query = query.where(here & _among(_CURRENT.c.subject, subjects))
        for name, values in among.items():
            query = query.where(_among(rows.c[name], values))
        with self.database.reading() as connection:
            return [tuple(row) for row in connection.execute(query)]

    def every(self, record_type: type[R]) -> list[R]:
        """Return every version of a type's records, current or not, in the order of the log."""
        rows = table(record_type)
        query = select(rows).order_by(rows.c.event, rows.c.ordinal)
        with self.database.reading() as connection:
            return _records(record_type, connection.execute(query))

    def versions(self, record_type: type[R], **among: Collection[str]) -> list[tuple[int, R]]:
        """Return every version of which fields are among some texts, with the number of its step.

        Current or not, in the order of the log.
        """
        rows = table(record_type)
        query = select(rows).order_by(rows.c.event, rows.c.ordinal)
        for name, values in among.items():
            query = query.where(_among(rows.c[name], values))
        with self.database.reading() as connection:
            found = connection.execute(query).mappings().all()
            return [(row["event"], _record(record_type, row)) for row in found]

    def get(self, record_type: type[R], record_id: str) -> R | None:
        """Return a record by id, current or not."""
        rows = table(record_type)
        with self.database.reading() as connection:
            found = connection.execute(select(rows).where(rows.c.id == record_id))
            return next(iter(_records(record_type, found)), None)

    def of_step(self, seq: int) -> list[Record]:
        """Return the records that a step inserted, in their order."""
        found: list[tuple[int, Record]] = []
        with self.database.reading() as connection:
            for record_type in TYPE_OF.values():
                rows = table(record_type)
                query = select(rows).where(rows.c.event == seq)
                found.extend(
                    (row["ordinal"], _record(record_type, row))
                    for row in connection.execute(query).mappings()
                )
        return [record for _, record in sorted(found, key=lambda pair: pair[0])]

    def count(self, record_type: type[Record]) -> int:
        """Return how many records of a type are current."""
        with self.database.reading() as connection:
            query = select(func.count()).where(_CURRENT.c.kind == record_type.kind)
            return connection.execute(query).scalar_one()

    def events(self, record_type: type[Record]) -> dict[str, int]:
        """Return the entry number of each current record of a type, by its id."""
        rows = table(record_type)
        query = select(rows.c.id, rows.c.event).join(_CURRENT, _CURRENT.c.record == rows.c.id)
        with self.database.reading() as connection:
            return {row.id: row.event for row in connection.execute(query)}

    def commitment(self, record: Record) -> bytes:
        """Return the commitment under which a record was kept."""
        return self._bookkeeping(record, "commitment")

    def salt(self, record: Record) -> bytes:
        """Return the row salt of a record; it is never disclosed, only field salts made of it."""
        return self._bookkeeping(record, "salt")

    def _bookkeeping(self, record: Record, name: str) -> bytes:
        rows = table(type(record))
        query = select(rows.c[name]).where(rows.c.id == record.id)
        with self.database.reading() as connection:
            found: bytes = connection.execute(query).scalar_one()
            return found

    # ---- handles

    def handles(self, letter: str) -> dict[str, str]:
        """Return the handle of each identity of a letter."""
        query = select(_HANDLE).where(_HANDLE.c.letter == letter)
        with self.database.reading() as connection:
            return {row.identity: f"{letter}{row.number}" for row in connection.execute(query)}

    def identity(self, handle: str) -> tuple[type[Record], str]:
        """Return the record type and identity that a handle stands for; UnknownHandleError."""
        letter, number = handle[:1].lower(), handle[1:]
        if letter not in TYPE_OF_HANDLE or not number.isdecimal() or len(number) > 9:
            raise UnknownHandleError(
                f"{handle!r} is not a handle; handles look like c12 (claim), d7 (document), "
                "k3 (capture), s4 (source), f9 (finding)"
            )
        query = select(_HANDLE.c.identity).filter_by(letter=letter, number=int(number))
        with self.database.reading() as connection:
            identity = connection.execute(query).scalar()
            gone = select(_ERASED.c.erasure).where(_ERASED.c.id == identity)
            why = select(_ERASURE.c.why, _ERASURE.c.event).where(_ERASURE.c.id.in_(gone))
            erased = connection.execute(why).first()
        if identity is None:
            name = TYPE_OF_HANDLE[letter].kind
            raise UnknownHandleError(f"there is no {name} {handle} in this workspace")
        if erased is not None:
            raise UnknownHandleError(f"{handle} was erased: {erased.why} (entry {erased.event})")
        return TYPE_OF_HANDLE[letter], identity

    # ---- the log

    def size(self) -> int:
        """Return how many entries the log has."""
        with self.database.reading() as connection:
            return connection.execute(select(func.count()).select_from(_ENTRY)).scalar_one()

    def entries(self, after: int = 0, upto: int | None = None) -> list[tuple[Entry, bytes]]:
        """Return entries after one number up to another, each with its signature."""
        query = select(_ENTRY).where(_ENTRY.c.seq > after).order_by(_ENTRY.c.seq)
        if upto is not None:
            query = query.where(_ENTRY.c.seq <= upto)
        with self.database.reading() as connection:
            return [
                (
                    Entry(*(row[name] for name in ("seq", "at", "actor", "kind", "count", "root"))),
                    row["signature"],
                )
                for row in connection.execute(query).mappings()
            ]

    def leaves(self, after: int, upto: int) -> list[bytes]:
        """Return the leaf hashes of entries after one number up to another."""
        return [entry.leaf for entry, _ in self.entries(after, upto)]

    def checkpoints(self) -> list[tuple[str, int, str]]:
        """Return (origin, size, note) of each kept checkpoint, by size."""
        query = select(_CHECKPOINT).order_by(_CHECKPOINT.c.size, _CHECKPOINT.c.origin)
        with self.database.reading() as connection:
            return [(row.origin, row.size, row.note) for row in connection.execute(query)]


def _among(column: ColumnElement[Any], values: Collection[str]) -> ColumnElement[bool]:
    """Return the condition that a column holds one of any number of texts."""
    given = func.json_each(json.dumps(sorted(values))).table_valued("value")
    return column.in_(select(given.c.value))


def _records(record_type: type[R], found: CursorResult[Any]) -> list[R]:
    """Return the records of rows; a mapping made once for each row would cost as much again."""
    names = list(found.keys())
    return [unpack(record_type, dict(zip(names, row, strict=True))) for row in found]


def _record(record_type: type[R], row: RowMapping) -> R:
    return unpack(record_type, {str(name): cell for name, cell in row.items()})


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


def _make_current(connection: Connection, records: Sequence[Record]) -> None:
    fresh: list[tuple[str, ...]] = []
    for record in records:
        if isinstance(record, Withdrawal):
            _withdraw(connection, record.step)
        if record.replaces is None:
            fresh.append((record.kind, *record.place, record.id))
        else:
            _flush(connection, fresh)
            _swap(connection, record, record.replaces)
    _flush(connection, fresh)


def _flush(connection: Connection, fresh: list[tuple[str, ...]]) -> None:
    if not fresh:
        return
    fresh.sort()  # in the order of the table, which touches each of its pages once
    try:
        connection.exec_driver_sql(_TO_CURRENT, fresh)
    except IntegrityError as error:
        raise ConflictError(
            "somebody else has recorded the same thing meanwhile; look again and decide again"
        ) from error
    fresh.clear()


def _swap(connection: Connection, record: Record, old: str) -> None:
    subject, slot = record.place
    swap = (record.id, record.kind, subject, slot, old)
    changed = connection.exec_driver_sql(_SWAP, swap)
    if changed.rowcount != 1:
        raise ConflictError(
            f"the {record.kind.replace('_', ' ')} that this decision was about has changed "
            "meanwhile; look again and decide again"
        )


def _withdraw(connection: Connection, seq: int) -> None:
    """Put back what was current before a step; a later change on top of it is a conflict."""
    for record_type in TYPE_OF.values():
        rows = table(record_type)
        query = select(rows).where(rows.c.event == seq).order_by(rows.c.ordinal.desc())
        for row in connection.execute(query).mappings().all():
            record = _record(record_type, row)
            if isinstance(record, Withdrawal):
                _reinstate(connection, record.step)
            _take_back(connection, record)


def _take_back(connection: Connection, record: Record) -> None:
    """Make what a record replaced current again."""
    subject, slot = record.place
    where = (
        (_CURRENT.c.kind == record.kind)
        & (_CURRENT.c.subject == subject)
        & (_CURRENT.c.slot == slot)
        & (_CURRENT.c.record == record.id)
    )
    if record.replaces is None:
        changed = connection.execute(_CURRENT.delete().where(where))
    else:
        changed = connection.execute(update(_CURRENT).where(where).values(record=record.replaces))
    if changed.rowcount != 1:
        raise ConflictError("a later step stands on this one; undo the later one first")


def _reinstate(connection: Connection, seq: int) -> None:
    for record_type in TYPE_OF.values():
        rows = table(record_type)
        query = select(rows).where(rows.c.event == seq).order_by(rows.c.ordinal)
        found = connection.execute(query).mappings().all()
        _make_current(connection, [_record(record_type, row) for row in found])


def _give_handles(connection: Connection, records: Sequence[Record]) -> None:
    fresh: dict[str, list[str]] = {}
    for record in records:
        if record.handle and record.id == record.identity:
            fresh.setdefault(record.handle, []).append(record.id)
    for letter, identities in fresh.items():
        last = connection.exec_driver_sql(_LAST_HANDLE, (letter,)).scalar()
        numbers = enumerate(identities, (last or 0) + 1)
        rows = [(letter, number, identity) for number, identity in numbers]
        connection.exec_driver_sql(_TO_HANDLE, rows)
