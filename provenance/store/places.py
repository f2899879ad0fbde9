"""Where records stand in the log: what a disclosure proves them with.

Cells are read as they stand, and what is disclosed is the canonical value that the commitment
covers. The row salt leaves this module only to make field salts of it.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Table, select

from provenance.errors import WorkspaceError
from provenance.model import Record
from provenance.store.store import Store
from provenance.store.tables import (
    TYPE_OF,
    ErasedRow,
    columns,
    encoded_cell,
    fields_at,
    recomputed,
    table,
)

_ERASED: Table = ErasedRow.__table__  # type: ignore[attr-defined]  # set by SQLModel


@dataclass(frozen=True)
class Place:
    """Where a record stands, and what its commitment is made of."""

    step: int
    ordinal: int
    schema: int
    salt: bytes  # of the row: never disclosed
    values: Mapping[str, bytes]  # canonical, by field


def place_of(store: Store, record: Record) -> Place:
    """Return the place of a kept record; one that was altered is a WorkspaceError."""
    rows, kinds = table(type(record)), columns(type(record))
    with store.database.reading() as connection:
        found = connection.execute(select(rows).where(rows.c.id == record.id)).mappings().one()
        row = {str(name): cell for name, cell in found.items()}
    if recomputed(type(record), row) != row["commitment"]:
        raise WorkspaceError(
            f"{record.kind} {record.id} does not fit its commitment; run: provenance verify"
        )
    names = fields_at(type(record), row["schema"])
    values = {name: encoded_cell(kinds[name], row[name]) for name in names}
    return Place(row["event"], row["ordinal"], row["schema"], row["salt"], values)


def commitments_of(store: Store, step: int) -> list[bytes]:
    """Return the commitments of a step's records in their order, those of erased ones too."""
    found: list[tuple[int, bytes]] = []
    with store.database.reading() as connection:
        for rows in (*map(table, TYPE_OF.values()), _ERASED):
            query = select(rows.c.ordinal, rows.c.commitment).where(rows.c.event == step)
            found.extend((row.ordinal, row.commitment) for row in connection.execute(query))
    return [commitment for _, commitment in sorted(found)]
