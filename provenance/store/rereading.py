"""The pass over the rows of records, as they stand: what ``verify`` does most.

For each row its commitment is computed anew from its cells, the root of each step from those,
and both are compared with what stands in the database. Steps are shared out between processes;
what one of them hands back is small: a record that stands where ``current`` says it does is
counted there and then, and only what replaced, was replaced or was taken back is handed on.

Rows stay tuples, and names are looked up once for each record type. Nothing here validates: a
cell that is not what was committed is named, whatever it holds.
"""

import sqlite3
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from itertools import islice
from json.encoder import encode_basestring
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from provenance.audit import step_root
from provenance.canonical import FieldOrder, committed, in_order, sha256
from provenance.model import RECORD_TYPES, Record, Selector, Stamp, Versioned
from provenance.store.inspection import TOLD, Place, Problem, Seen, connect, tables_of
from provenance.store.tables import columns, encoded_cell, fields_at, unpack

Cells = tuple[Any, ...]
Step = tuple[int, int, bytes]  # number, count, root
Plan = tuple[FieldOrder, tuple[tuple[int, bool], ...]]  # names in order; where each cell is, JSON?
_DAMAGED = (ValueError, TypeError, KeyError, AttributeError, IndexError, OverflowError)


def check_records(path: Path, steps: Sequence[Step], open_steps: Collection[int] = ()) -> Seen:
    """Recompute the commitments of the records of some consecutive steps.

    ``steps`` gives number, count and root of each, as the log has them; ``open_steps`` are those
    that were taken back, or took others back. Text that is no UTF-8 ends the first pass, which
    lets SQLite make text of the cells; the second takes such bytes as lone surrogates, which no
    commitment covers. A database that SQLite cannot read there is one more problem.
    """
    try:
        with connect(path, tolerant=False) as connection:
            return _Pass(connection, steps, open_steps).seen()
    except sqlite3.OperationalError:
        pass
    except sqlite3.DatabaseError as error:
        return _unread(steps, error)
    try:
        with connect(path) as connection:
            return _Pass(connection, steps, open_steps).seen()
    except sqlite3.Error as error:
        return _unread(steps, error)


def _unread(steps: Sequence[Step], error: sqlite3.Error) -> Seen:
    which = f"steps {steps[0][0]} to {steps[-1][0]}" if steps else "no step"
    return Seen(problems=[Problem("database", which, f"their records cannot be read: {error}")])


class _Pass:
    """One pass over the rows of some steps."""

    def __init__(
        self, connection: sqlite3.Connection, steps: Sequence[Step], open_steps: Collection[int]
    ) -> None:
        self.connection = connection
        self.steps = steps
        self.bounds = (steps[0][0], steps[-1][0]) if steps else (1, 0)
        self.open_steps = open_steps
        self.flags = True  # whether there is a table of what is current
        self.found: dict[int, list[tuple[int, bytes]]] = {seq: [] for seq, _, _ in steps}
        self.problems: list[tuple[int, int, Problem]] = []  # event, ordinal
        self.texts: dict[str, str] = {}
        self.quotes: list[tuple[str, str, str]] = []  # document, appearance, selector
        self.result = Seen()

    def seen(self) -> Seen:
        """Return what the pass found, in the order of the log."""
        tables = tables_of(self.connection)
        self.flags = "current" in tables
        for record_type in RECORD_TYPES:
            if record_type.kind in tables:
                self._type(record_type)
        if "erased" in tables:
            self._erased()
        self._quotes()
        result = self.result
        result.problems = [each for _, _, each in sorted(self.problems, key=lambda p: p[:2])]
        for seq, count, root in self.steps:
            if trouble := _step_trouble(count, root, sorted(self.found[seq])):
                result.problems.append(Problem("step", f"step {seq}", trouble))
        result.placed.sort(key=lambda placed: placed[:2])
        result.told.sort(key=lambda told: told[0])
        return result

    def _type(self, record_type: type[Record]) -> None:
        rows = _Rows(record_type, self.connection, self.bounds, flags=self.flags)
        result, found, note = self.result, self.found, NOTES.get(record_type.kind)
        last: tuple[int, int] | None = None
        for cells in rows.cursor:
            event, ordinal = at = cells[rows.event], cells[rows.ordinal]
            if at != last:  # twice only where two flags name it
                last = at
                result.records += 1
                commitment, trouble = rows.reread(cells)
                if trouble:
                    self._wrong(event, ordinal, f"{record_type.kind} {cells[rows.id]}", trouble)
                if event in found:
                    found[event].append((ordinal, commitment))
                else:
                    sentence = f"belongs to step {event}, which the log does not have"
                    self._wrong(event, ordinal, f"{record_type.kind} {cells[rows.id]}", sentence)
                if note is not None:
                    note(self, record_type, rows.named(cells), commitment)
                self._stand(rows, cells)

    def _stand(self, rows: "_Rows", cells: Cells) -> None:
        """Count a record that stands where it is current, and hand on what is less simple."""
        try:
            subject, slot, replaces = rows.place(cells)
        except _DAMAGED:
            return  # it has been named: what was committed has a place
        event = cells[rows.event]
        first = replaces is None and event not in self.open_steps
        if first and cells[-2] == subject and cells[-1] == slot:
            self.result.standing += 1
            return
        kind, identity = rows.record_type.kind, cells[rows.id]
        place: Place = (kind, subject, slot)
        self.result.placed.append((event, cells[rows.ordinal], place, identity, replaces))

    def _wrong(self, event: int, ordinal: int, which: str, sentence: str) -> None:
        self.problems.append((event, ordinal, Problem("record", which, sentence)))

    def _erased(self) -> None:
        query = (
            "SELECT event, ordinal, kind, id, erasure, commitment FROM erased "
            "WHERE event BETWEEN ? AND ? AND typeof(event) = 'integer' "
            "AND typeof(ordinal) = 'integer' ORDER BY event, ordinal"
        )
        for event, ordinal, kind, identity, erasure, commitment in _plain(
            self.connection, query, self.bounds
        ):
            self.result.erased.append((str(kind), str(identity), str(erasure)))
            known = commitment if isinstance(commitment, bytes) else b""
            if event in self.found:
                self.found[event].append((ordinal, known))
            else:
                sentence = f"belongs to step {event}, which the log does not have"
                self._wrong(event, ordinal, f"{kind} {identity}", sentence)

    def _quotes(self) -> None:
        """Check that each quote stands in its document where its selector says."""
        for document, appearance, selector in self.quotes:
            if document not in self.texts:
                query = "SELECT text FROM document WHERE id = ?"
                row = None
                with suppress(UnicodeEncodeError):  # bytes that are no text name no document
                    row = self.connection.execute(query, (document,)).fetchone()
                if row is None:
                    continue  # it was erased, or its step says that it is gone
                self.texts[document] = str(row[0])
            if not _stands(selector, self.texts[document]):
                sentence = "its quote does not stand where its selector says"
                self.result.texts.append(Problem("appearance", appearance, sentence))


class _Rows:
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
        self.cursor = _plain(connection, query, bounds)
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
        except _DAMAGED as error:
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
    except _DAMAGED:
        return None


def _plain(connection: sqlite3.Connection, query: str, bounds: Iterable[int]) -> sqlite3.Cursor:
    """Return a cursor that gives tuples."""
    cursor = connection.cursor()
    cursor.row_factory = None
    return cursor.execute(query, tuple(bounds))


def _step_trouble(count: int, root: bytes, found: Sequence[tuple[int, bytes]]) -> str:
    """Return how the records of a step are not those that the log commits to; empty if they are."""
    numbers = [ordinal for ordinal, _ in found]
    if len(found) < count:
        there = set(numbers)
        gone = list(islice((each for each in range(count) if each not in there), 6))
        which = ", ".join(str(each + 1) for each in gone[:5]) + (", …" if len(gone) > 5 else "")
        return (
            f"the log says {count} records, the tables hold {len(found)}: "
            f"{count - len(found)} taken away (number {which} in the step)"
        )
    if len(found) > count:
        return (
            f"the log says {count} records, the tables hold {len(found)}: "
            f"{len(found) - count} put in"
        )
    if numbers != list(range(count)):
        return "its records are not numbered 0, 1, 2, …: one was moved, or put in another's place"
    if step_root([commitment for _, commitment in found]) != root:
        return "the root of its records' commitments is not the one in the log"
    return ""


# ---- what some types tell beside their commitment

Note = Callable[[_Pass, type[Record], dict[str, Any], bytes], None]


def _document(checked: _Pass, _: type[Record], row: dict[str, Any], __: bytes) -> None:
    text = str(row["text"])
    checked.texts[str(row["id"])] = text
    if sha256(text.encode("utf-8", "surrogatepass")) != row["text_digest"]:
        sentence = "its text is not the one that its digest names"
        checked.result.texts.append(Problem("document", str(row["id"]), sentence))


def _appearance(checked: _Pass, _: type[Record], row: dict[str, Any], __: bytes) -> None:
    checked.quotes.append((str(row["document"]), str(row["id"]), str(row["selector"])))


def _stands(selector: str, text: str) -> bool:
    try:
        return Selector.model_validate_json(selector).holds(text)
    except ValidationError:
        return False


def _digests(checked: _Pass, record_type: type[Record], row: dict[str, Any], _: bytes) -> None:
    for name in ("payload", "transfer", "digest", "prompt", "answers"):
        if digest := row.get(name):
            checked.result.digests.append((str(digest), f"{record_type.kind} {row['id']}"))


def _agent(checked: _Pass, _: type[Record], row: dict[str, Any], commitment: bytes) -> None:
    checked.result.agents.append((commitment, row["id"], row["name"], row["public_key"]))


def _log_key(checked: _Pass, _: type[Record], row: dict[str, Any], __: bytes) -> None:
    found = row["id"], row["from_size"], row["origin"], row["verifier_key"]
    checked.result.log_keys.append(found)


def _told(checked: _Pass, record_type: type[Record], row: dict[str, Any], _: bytes) -> None:
    try:
        record = unpack(record_type, row)
    except _DAMAGED:
        return  # the commitment has told that it was altered
    checked.result.told.append((row["event"], record))
    if isinstance(record, Stamp):
        named = (record.checkpoint, record.covers, record.request, record.response)
        for digest in (*named, *record.chain, *record.revocation):
            checked.result.digests.append((digest, f"stamp {record.id}"))


NOTES: Mapping[str, Note] = {
    "document": _document,
    "appearance": _appearance,
    "capture": _digests,
    "policy": _digests,
    "model_use": _digests,
    "agent": _agent,
    "log_key": _log_key,
    **{each.kind: _told for each in TOLD},
}
