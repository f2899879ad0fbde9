"""The rows of one record type, as they are reread: commitment and place of each, from its cells."""

import sqlite3
from collections.abc import Callable, Iterable
from json.encoder import encode_basestring
from typing import Any

from provenance.canonical import FieldOrder, committed, in_order
from provenance.model import Record, Versioned
from provenance.store.tables import columns, encoded_cell, fields_at

Cells = tuple[Any, ...]
Plan = tuple[FieldOrder, tuple[tuple[int, bool], ...]]  # names in order; where each cell is, JSON?
DAMAGED = (ValueError, TypeError, KeyError, AttributeError, IndexError, OverflowError)


class Rows:
    """The rows of one record type in some steps, each with the flag that names it current."""

    def __init__(
        self,
        record_type: type[Record],
        connection: sqlite3.Connection,
        bounds: tuple[int, int],
        *,
        flags: bool,
    ) -> None:
        kind = record_type.kind
        flag = f"LEFT JOIN current c ON c.record = r.id AND c.kind = '{kind}' " if flags else ""
        query = (
            f"SELECT r.*, {'c.subject, c.slot' if flags else 'NULL, NULL'} "  # noqa: S608  # ours
            f'FROM "{kind}" r {flag}'
            "WHERE r.event BETWEEN ? AND ? AND typeof(r.event) = 'integer' "
            "AND typeof(r.ordinal) = 'integer' ORDER BY r.event, r.ordinal"
        )
        self.record_type = record_type
        self.cursor = plain(connection, query, bounds)
        self.names = tuple(column[0] for column in self.cursor.description[:-2])
        at = {name: index for index, name in enumerate(self.names)}
        self.at = at
        self.id, self.event, self.ordinal = at["id"], at["event"], at["ordinal"]
        self._schema, self._salt, self._commitment = at["schema"], at["salt"], at["commitment"]
        self._plans: dict[int, Plan] = {}
        self.place = self._place()

    def reread(self, cells: Cells) -> tuple[bytes, str]:
        """Return the commitment that a row should have, and what is wrong with it, or nothing."""
        try:
            schema = cells[self._schema]
            order, places = self._plans.get(schema) or self._plan(schema)
            values = []
            for index, is_json in places:
                cell = cells[index]
                if type(cell) is str:
                    values.append((cell if is_json else encode_basestring(cell)).encode())
                elif cell is None:
                    values.append(b"null")
                else:
                    values.append(encoded_cell("json" if is_json else "text", cell))
            computed = committed(self.record_type.kind, schema, cells[self._salt], order, values)
        except DAMAGED as error:
            name = type(error).__name__
            return b"", f"is not readable as a record ({name}); it has been altered"
        if computed != cells[self._commitment]:
            return computed, "its fields do not fit its commitment; it has been altered"
        return computed, ""

    def _plan(self, schema: int) -> Plan:
        kinds = columns(self.record_type)
        order = in_order(fields_at(self.record_type, schema))
        plan = order, tuple((self.at[name], kinds[name] == "json") for name, _, _ in order)
        self._plans[schema] = plan
        return plan

    def named(self, cells: Cells) -> dict[str, Any]:
        """Return the cells of a row by the names of its columns."""
        return dict(zip(self.names, cells, strict=False))

    def _place(self) -> Callable[[Cells], tuple[str, str, str | None]]:
        """Return what gives (subject, slot, what it replaces) of a row.

        Most types stand at their own id or their first version's; the others are asked.
        """
        kind, at = self.record_type, self.at
        if kind.place is Versioned.place and kind.replaces is Versioned.replaces:
            of, supersedes = at["of"], at["supersedes"]
            return lambda cells: (cells[of], "", cells[supersedes])
        if kind.place is Record.place and kind.replaces is Record.replaces:
            own = at["id"]
            return lambda cells: (cells[own], "", None)
        return lambda cells: _asked(kind, self.named(cells))


def _asked(record_type: type[Record], row: dict[str, Any]) -> tuple[str, str, str | None]:
    """Return place and predecessor of a record whose fields are the cells of a row.

    Nothing is validated or copied: the commitment has told whether these are the cells that
    were validated once.
    """
    record = record_type.__new__(record_type)
    object.__setattr__(record, "__dict__", row)
    return *record.place, record.replaces


def place_of_row(
    record_type: type[Record], row: dict[str, Any]
) -> tuple[str, str, str | None] | None:
    """Return subject, slot and predecessor of a row; None where its cells give none."""
    try:
        return _asked(record_type, row)
    except DAMAGED:
        return None


def plain(connection: sqlite3.Connection, query: str, bounds: Iterable[int]) -> sqlite3.Cursor:
    """Return a cursor that gives tuples."""
    cursor = connection.cursor()
    cursor.row_factory = None
    return cursor.execute(query, tuple(bounds))
