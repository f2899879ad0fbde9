"""The pass over the rows of records, as they stand: what ``verify`` does most.

For each row its commitment is computed anew from its cells, the root of each step from those,
and both are compared with what stands in the database. Steps are shared out between processes;
what one of them hands back is small: a record that stands where ``current`` says it does is
counted there and then, and only what replaced, was replaced or was taken back is handed on.

Rows stay tuples, and names are looked up once for each record type. Nothing here validates: a
cell that is not what was committed is named, whatever it holds.
"""

import sqlite3
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from provenance.audit import step_root
from provenance.canonical import sha256
from provenance.model import RECORD_TYPES, Record, Selector, Stamp
from provenance.store.inspection import TOLD, Place, Problem, Seen, connect, tables_of
from provenance.store.rows import DAMAGED, Cells, Rows, plain
from provenance.store.tables import unpack

Step = tuple[int, int, bytes]  # number, count, root


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
        rows = Rows(record_type, self.connection, self.bounds, flags=self.flags)
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

    def _stand(self, rows: "Rows", cells: Cells) -> None:
        """Count a record that stands where it is current, and hand on what is less simple."""
        try:
            subject, slot, replaces = rows.place(cells)
        except DAMAGED:
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
        for event, ordinal, kind, identity, erasure, commitment in plain(
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
    except DAMAGED:
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
