"""The ways to read: records as they are current, by id, by step; handles; the log."""

import json
from collections.abc import Collection
from typing import Any, TypeVar

from sqlalchemy import (
    ColumnElement,
    CursorResult,
    RowMapping,
    Table,
    func,
    select,
)

from provenance.audit import Entry
from provenance.errors import UnknownHandleError
from provenance.model import Erasure, Record
from provenance.store.database import Database
from provenance.store.tables import (
    TYPE_OF,
    TYPE_OF_HANDLE,
    CheckpointRow,
    CurrentRow,
    EntryRow,
    ErasedRow,
    HandleRow,
    table,
    unpack,
)

R = TypeVar("R", bound=Record)

_CURRENT: Table = CurrentRow.__table__  # type: ignore[attr-defined]  # set by SQLModel
_HANDLE: Table = HandleRow.__table__  # type: ignore[attr-defined]
_ENTRY: Table = EntryRow.__table__  # type: ignore[attr-defined]
_ERASED: Table = ErasedRow.__table__  # type: ignore[attr-defined]
_ERASURE: Table = table(Erasure)
_CHECKPOINT: Table = CheckpointRow.__table__  # type: ignore[attr-defined]


class Reading:
    """What the database of one workspace holds."""

    def __init__(self, database: Database) -> None:
        """Read a database."""
        self.database = database

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
            return [(row["event"], record_of(record_type, row)) for row in found]

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
                    (row["ordinal"], record_of(record_type, row))
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


def record_of(record_type: type[R], row: RowMapping) -> R:
    """Return the record of a row."""
    return unpack(record_type, {str(name): cell for name, cell in row.items()})
