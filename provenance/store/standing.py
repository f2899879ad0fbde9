"""Which records are current, and under which handles: kept up as records come and are taken back.

At most one record stands at a place. A new one replaces the one that it names, or is the first
there; anything else is a conflict. A withdrawal puts back what a whole step had replaced.
"""

from collections.abc import Sequence

from sqlalchemy import (
    Connection,
    Table,
    select,
    update,
)
from sqlalchemy.exc import IntegrityError

from provenance.errors import ConflictError
from provenance.model import Record, Withdrawal
from provenance.store.reading import record_of
from provenance.store.tables import TYPE_OF, CurrentRow, insertion_into, table

_CURRENT: Table = CurrentRow.__table__  # type: ignore[attr-defined]  # set by SQLModel
# Rows by the thousand go to the driver as tuples: building parameters from dicts row by row
# would take as long as the database does. What each step asks stands as text too.
_TO_CURRENT = insertion_into("current", "kind", "subject", "slot", "record")
_TO_HANDLE = insertion_into("handle", "letter", "number", "identity")
_LAST_HANDLE = "SELECT max(number) FROM handle WHERE letter = ?"
_SWAP = "UPDATE current SET record = ? WHERE kind = ? AND subject = ? AND slot = ? AND record = ?"


def make_current(connection: Connection, records: Sequence[Record]) -> None:
    """Make records current, each at its place; what a withdrawal takes back is so no longer."""
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
            record = record_of(record_type, row)
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
        make_current(connection, [record_of(record_type, row) for row in found])


def give_handles(connection: Connection, records: Sequence[Record]) -> None:
    """Give what is there for the first time the next free handles of its kind."""
    fresh: dict[str, list[str]] = {}
    for record in records:
        if record.handle and record.id == record.identity:
            fresh.setdefault(record.handle, []).append(record.id)
    for letter, identities in fresh.items():
        last = connection.exec_driver_sql(_LAST_HANDLE, (letter,)).scalar()
        numbers = enumerate(identities, (last or 0) + 1)
        rows = [(letter, number, identity) for number, identity in numbers]
        connection.exec_driver_sql(_TO_HANDLE, rows)
