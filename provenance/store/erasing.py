"""Erasure in the tables: the one exception to append-only.

Of a record are kept id, kind, identity, place in the log and commitment; the rest of its row is
destroyed, and its place among the current ones. The triggers that refuse it are out of the way
only inside the transaction that also writes the entry. SQLite overwrites what it deletes
(secure_delete), and the file is written anew afterwards, so that no free page keeps anything.
"""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing

from sqlalchemy import Connection, Table, delete, insert, select, text

from provenance.model import Document, Record
from provenance.store.database import Database
from provenance.store.postings import unpost
from provenance.store.tables import CurrentRow, ErasedRow, table

_ERASED: Table = ErasedRow.__table__  # type: ignore[attr-defined]  # set by SQLModel
_CURRENT: Table = CurrentRow.__table__  # type: ignore[attr-defined]


def erasing(records: Sequence[Record], erasure: str) -> Callable[[Connection], None]:
    """Return what destroys the records, to be done in the transaction of their Erasure."""

    def carry_out(connection: Connection) -> None:
        connection.execute(text("PRAGMA secure_delete = ON"))
        kinds = sorted({each.kind for each in records})
        triggers = _triggers(connection, kinds)
        for name, _ in triggers:
            connection.execute(text(f'DROP TRIGGER "{name}"'))
        for record in records:
            _erase(connection, record, erasure)
            if isinstance(record, Document):
                unpost(connection, record.id)
        for _, statement in triggers:
            connection.execute(text(statement))

    return carry_out


def _triggers(connection: Connection, kinds: Sequence[str]) -> list[tuple[str, str]]:
    found = connection.execute(
        text("SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'trigger'")
    )
    return [(name, statement) for name, of, statement in found if of in kinds]


def _erase(connection: Connection, record: Record, erasure: str) -> None:
    rows = table(type(record))
    place = connection.execute(
        select(rows.c.event, rows.c.ordinal, rows.c.commitment).where(rows.c.id == record.id)
    ).one()
    connection.execute(
        insert(_ERASED).values(
            id=record.id,
            kind=record.kind,
            identity=record.identity,
            event=place.event,
            ordinal=place.ordinal,
            commitment=place.commitment,
            erasure=erasure,
        )
    )
    connection.execute(delete(rows).where(rows.c.id == record.id))
    connection.execute(delete(_CURRENT).where(_CURRENT.c.record == record.id))


def scrub(database: Database) -> None:
    """Write the database file anew, without free pages and with an empty write-ahead log."""
    database.release()
    with closing(sqlite3.connect(database.path, isolation_level=None)) as connection:
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.execute("VACUUM")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
