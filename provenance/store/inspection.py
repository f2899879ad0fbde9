"""Verification of what the store holds: raw rows, in whatever state they are.

Nothing here writes. Rows are read as they stand, without the checks that reading a record
makes, so that a damaged one is named and the others are still looked at.
"""

import heapq
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from operator import itemgetter
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from provenance.audit import Entry, step_root
from provenance.canonical import sha256
from provenance.model import (
    RECORD_TYPES,
    Cosignature,
    Erasure,
    KeyChange,
    KeyUse,
    Record,
    Restore,
    Selector,
    Stamp,
    Withdrawal,
    Witness,
)
from provenance.store.migrations import missing_at
from provenance.store.tables import recomputed, unpack

Place = tuple[str, str, str]  # kind, subject, slot
K = TypeVar("K")
TOLD = (KeyChange, KeyUse, Witness, Cosignature, Restore, Stamp, Erasure)  # what verify reads


@dataclass(frozen=True)
class Problem:
    """One disagreement: what kind of thing, which one, and what is wrong, in plain words."""

    what: str
    which: str
    sentence: str


@dataclass
class Seen:
    """What a pass over the records of some entries found."""

    records: int = 0
    problems: list[Problem] = field(default_factory=list)
    texts: list[Problem] = field(default_factory=list)
    placed: list[tuple[int, Place, str, str | None, str]] = field(default_factory=list)
    withdrawn: list[tuple[int, int]] = field(default_factory=list)  # (in step, of step)
    first_versions: list[tuple[str, str]] = field(default_factory=list)  # (letter, identity)
    digests: list[tuple[str, str]] = field(default_factory=list)  # (digest, record it stands in)
    agents: list[tuple[bytes, str, str, str | None]] = field(
        default_factory=list
    )  # (commitment, id, name, key)
    log_keys: list[tuple[str, int, str, str]] = field(
        default_factory=list
    )  # (id, from size, origin, key)
    told: list[tuple[int, Record]] = field(default_factory=list)  # (step, what the checks read)
    erased: list[tuple[str, str, str]] = field(default_factory=list)  # (kind, id, its erasure's id)


@contextmanager
def connect(path: Path) -> Iterator[sqlite3.Connection]:
    """Yield a connection to a database file that can only read, and close it."""
    quoted = str(path.resolve()).replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    connection = sqlite3.connect(f"file:{quoted}?mode=ro", uri=True)
    connection.row_factory = sqlite3.Row
    # Bytes that are no UTF-8 come as lone surrogates, which no commitment covers: such a cell is
    # named, instead of ending the check.
    connection.text_factory = lambda raw: raw.decode("utf-8", "surrogateescape")
    try:
        yield connection
    finally:
        connection.close()


def check_file(path: Path) -> list[Problem]:
    """Return what SQLite itself finds wrong with the file, and what is missing of its schema."""
    try:
        with connect(path) as connection:
            found = [row[0] for row in connection.execute("PRAGMA quick_check(5)")]
            parts = set(connection.execute("SELECT type, name FROM sqlite_master").fetchall())
            tables, triggers = _names(parts, "table"), _names(parts, "trigger")
            later = missing_at(_revision(connection, tables))
    except sqlite3.DatabaseError as error:
        return [Problem("database", path.name, f"cannot be read: {error}")]
    problems = [Problem("database", path.name, line) for line in found if line != "ok"]
    append_only = [each.kind for each in RECORD_TYPES] + ["entry", "checkpoint", "erased"]
    for name in (each for each in append_only if each not in later):
        if name not in tables:
            problems.append(Problem("table", name, "the whole table is missing"))
            continue
        for verb in ("update", "delete"):
            if f"{name}_no_{verb}" not in triggers:
                sentence = f"the trigger that refuses {verb} is missing"
                problems.append(Problem("table", name, sentence))
    return problems


def _names(parts: Iterable[sqlite3.Row], kind: str) -> set[str]:
    return {name for found, name in parts if found == kind}


def _revision(connection: sqlite3.Connection, tables: set[str]) -> str | None:
    if "alembic_version" not in tables:
        return None
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return str(row[0]) if row else None


def _record_types(connection: sqlite3.Connection) -> list[type[Record]]:
    """Return the record types that have a table here; an older schema has fewer."""
    tables = _tables(connection)
    return [each for each in RECORD_TYPES if each.kind in tables]


def _tables(connection: sqlite3.Connection) -> set[str]:
    found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    return {row[0] for row in found}


def entries(path: Path) -> Iterator[tuple[Entry, bytes]]:
    """Yield the log's entries with their signatures, as they stand."""
    with connect(path) as connection:
        for row in connection.execute("SELECT * FROM entry ORDER BY seq"):
            names = ("seq", "at", "actor", "kind", "count", "root")
            yield Entry(*(row[name] for name in names)), row["signature"]


def rows(path: Path, table: str) -> list[dict[str, Any]]:
    """Return the rows of a log or derived table as they stand; none where there is no table."""
    with connect(path) as connection:
        if table not in _tables(connection):
            return []
        return [dict(row) for row in connection.execute(f'SELECT * FROM "{table}"')]  # noqa: S608  # our names


def check_records(path: Path, steps: Iterable[tuple[int, int, bytes]]) -> Seen:
    """Recompute the commitments of the records of some consecutive steps.

    ``steps`` gives number, count and root of each, as the log has them.
    """
    expected = {seq: (count, root) for seq, count, root in steps}
    seen = Seen()
    if not expected:
        return seen
    first, last = min(expected), max(expected)
    commitments: dict[int, list[tuple[int, bytes]]] = {seq: [] for seq in expected}
    with connect(path) as connection:
        for event, ordinal, record_type, row in _merged(connection, first, last):
            if record_type is None:
                commitment = _note_erased(seen, row)
            else:
                seen.records += 1
                commitment = _check_row(seen, record_type, row)
            if event in commitments:
                commitments[event].append((ordinal, commitment))
            else:
                kind = record_type.kind if record_type else row["kind"]
                sentence = f"belongs to step {event}, which the log does not have"
                seen.problems.append(Problem("record", f"{kind} {row['id']}", sentence))
        seen.texts = _check_texts(connection, first, last)
    for seq, found in commitments.items():
        _check_step(seen, seq, *expected[seq], found)
    return seen


def _check_texts(connection: sqlite3.Connection, first: int, last: int) -> list[Problem]:
    """Return the documents whose text is not what its digest says, and quotes that do not stand."""
    problems = []
    query = (
        "SELECT id, text, text_digest FROM document "
        "WHERE event BETWEEN ? AND ? ORDER BY event, ordinal"
    )
    for row in connection.execute(query, (first, last)):
        if sha256(str(row["text"]).encode("utf-8", "surrogatepass")) != row["text_digest"]:
            sentence = "its text is not the one that its digest names"
            problems.append(Problem("document", str(row["id"]), sentence))
    query = (
        "SELECT a.id, a.selector, d.text FROM appearance a JOIN document d ON d.id = a.document "
        "WHERE a.event BETWEEN ? AND ? ORDER BY a.event, a.ordinal"
    )
    for row in connection.execute(query, (first, last)):
        if not _stands(row["selector"], row["text"]):
            sentence = "its quote does not stand where its selector says"
            problems.append(Problem("appearance", str(row["id"]), sentence))
    return problems


def _stands(selector: object, text: object) -> bool:
    try:
        return Selector.model_validate_json(str(selector)).holds(str(text))
    except ValidationError:
        return False


def strays(path: Path, last: int) -> list[Problem]:
    """Return the records that stand outside the steps 1 to ``last``."""
    problems = []
    with connect(path) as connection:
        tables = _tables(connection)
        for kind in (*(each.kind for each in RECORD_TYPES), "erased"):
            if kind not in tables:
                continue
            query = (
                f'SELECT id, event FROM "{kind}" '  # noqa: S608  # our names
                "WHERE event > ? OR event < 1 "
                "OR typeof(event) <> 'integer' OR typeof(ordinal) <> 'integer'"
            )
            for row in connection.execute(query, (last,)):
                sentence = f"has no place in the log: step {row['event']}"
                problems.append(Problem("record", f"{kind} {row['id']}", sentence))
    return problems


_Placed = tuple[int, int, type[Record] | None, dict[str, Any]]  # None: an erased record


def _merged(connection: sqlite3.Connection, first: int, last: int) -> Iterator[_Placed]:
    def of(record_type: type[Record] | None) -> Iterator[_Placed]:
        query = (
            f'SELECT * FROM "{record_type.kind if record_type else "erased"}" '  # noqa: S608  # ours
            "WHERE event BETWEEN ? AND ? AND typeof(event) = 'integer' "
            "AND typeof(ordinal) = 'integer' ORDER BY event, ordinal"
        )
        cursor = connection.cursor()
        cursor.row_factory = None  # tuples: one dict is made of each, and nothing between
        cursor.execute(query, (first, last))
        names = [column[0] for column in cursor.description]
        for cells in cursor:
            row = dict(zip(names, cells, strict=True))
            yield row["event"], row["ordinal"], record_type, row

    kept: list[type[Record] | None] = [*_record_types(connection)]
    if "erased" in _tables(connection):
        kept.append(None)
    return heapq.merge(*(of(each) for each in kept), key=itemgetter(0, 1))


def _note_erased(seen: Seen, row: dict[str, Any]) -> bytes:
    kind, identity, commitment = str(row["kind"]), str(row["id"]), row["commitment"]
    seen.erased.append((kind, identity, str(row["erasure"])))
    letter = next((each.handle for each in RECORD_TYPES if each.kind == kind), "")
    if letter and row["identity"] == identity:
        seen.first_versions.append((letter, identity))
    return commitment if isinstance(commitment, bytes) else b""


def _check_row(seen: Seen, record_type: type[Record], row: dict[str, Any]) -> bytes:
    try:
        computed = recomputed(record_type, row)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        sentence = f"is not readable as a record ({type(error).__name__}); it has been altered"
        seen.problems.append(Problem("record", f"{record_type.kind} {row['id']}", sentence))
        return b""
    if computed != row["commitment"]:
        sentence = "its fields do not fit its commitment; it has been altered"
        seen.problems.append(Problem("record", f"{record_type.kind} {row['id']}", sentence))
    _note(seen, _standing_for(record_type, row), row, computed)
    return computed


def _standing_for(record_type: type[Record], row: dict[str, Any]) -> Record:
    """Return a record whose fields are the cells of a row, only to ask for its place.

    Nothing is validated or copied: the commitment has told whether these are the cells that
    were validated once.
    """
    record = record_type.__new__(record_type)
    object.__setattr__(record, "__dict__", row)
    return record


def _note(seen: Seen, record: Record, row: dict[str, Any], computed: bytes) -> None:
    place = (record.kind, *record.place)
    seen.placed.append((row["event"], place, record.id, record.replaces, record.kind))
    if record.handle and record.id == record.identity:
        seen.first_versions.append((record.handle, record.id))
    if isinstance(record, Withdrawal):
        seen.withdrawn.append((row["event"], record.step))
    if record.kind in ("capture", "policy"):
        for name in ("payload", "transfer", "digest"):
            if digest := row.get(name):
                seen.digests.append((digest, f"{record.kind} {record.id}"))
    if record.kind == "agent":
        seen.agents.append((computed, record.id, row["name"], row["public_key"]))
    if record.kind == "log_key":
        seen.log_keys.append((record.id, row["from_size"], row["origin"], row["verifier_key"]))
    if isinstance(record, TOLD):
        _note_told(seen, type(record), row)


def _note_told(seen: Seen, record_type: type[Record], row: dict[str, Any]) -> None:
    try:
        record = unpack(record_type, row)
    except (ValidationError, ValueError):
        return  # the commitment has told that it was altered
    seen.told.append((row["event"], record))
    if isinstance(record, Stamp):
        named = (record.checkpoint, record.covers, record.request, record.response)
        for digest in (*named, *record.chain, *record.revocation):
            seen.digests.append((digest, f"stamp {record.id}"))


def _check_step(
    seen: Seen, seq: int, count: int, root: bytes, found: list[tuple[int, bytes]]
) -> None:
    name = f"step {seq}"
    if len(found) != count:
        gone = f"the log says {count} records, the tables hold {len(found)}"
        seen.problems.append(Problem("step", name, gone))
    elif [ordinal for ordinal, _ in found] != list(range(count)):
        seen.problems.append(Problem("step", name, "its records are not numbered 0, 1, 2, …"))
    elif step_root([commitment for _, commitment in found]) != root:
        sentence = "the root of its records' commitments is not the one in the log"
        seen.problems.append(Problem("step", name, sentence))


def rebuilt_current(seen: Seen) -> dict[Place, str]:
    """Return which record should be current at each place, from the records in log order."""
    current: dict[Place, str] = {}
    withdrawals = dict(seen.withdrawn)
    by_step: dict[int, list[tuple[Place, str, str | None]]] = {}
    watched = set(withdrawals.values()) | set(withdrawals)
    for step, place, record, replaces, kind in seen.placed:
        if kind == Withdrawal.kind and step in withdrawals:
            _take_back(current, by_step, withdrawals, withdrawals[step])
        current[place] = record
        if step in watched:
            by_step.setdefault(step, []).append((place, record, replaces))
    return current


def _take_back(
    current: dict[Place, str],
    by_step: dict[int, list[tuple[Place, str, str | None]]],
    withdrawals: dict[int, int],
    step: int,
) -> None:
    for place, _, replaces in reversed(by_step.get(step, [])):
        if replaces is None:
            current.pop(place, None)
        else:
            current[place] = replaces
    if step in withdrawals:  # a withdrawal was taken back: what it took away stands again
        again = by_step.get(withdrawals[step], [])
        current.update({place: record for place, record, _ in again})


def check_derived(path: Path, seen: Seen) -> list[Problem]:
    """Rebuild the derived tables from the records and return where the stored ones differ."""
    problems = []
    current = rebuilt_current(seen)
    with connect(path) as connection:
        found = connection.execute("SELECT kind, subject, slot, record FROM current")
        stored = {(kind, subject, slot): record for kind, subject, slot, record in found}
        numbered = connection.execute("SELECT letter, number, identity FROM handle")
        kept = {f"{letter}{number}": identity for letter, number, identity in numbered}
    for place in sorted(_differing(current, stored), key=str):
        which = " ".join(str(part) for part in place if part)
        says = f"says {stored.get(place, 'nothing')}, should say {current.get(place, 'nothing')}"
        problems.append(Problem("current flag", which, says))
    numbers: dict[str, int] = {}
    handles = {}
    for letter, identity in seen.first_versions:
        numbers[letter] = numbers.get(letter, 0) + 1
        handles[f"{letter}{numbers[letter]}"] = identity
    for handle in sorted(_differing(handles, kept)):
        says = (
            f"stands for {kept.get(handle, 'nothing')}, "
            f"should stand for {handles.get(handle, 'nothing')}"
        )
        problems.append(Problem("handle", handle, says))
    return problems


def _differing(one: dict[K, str], other: dict[K, str]) -> set[K]:
    """Return the keys under which two tables do not hold the same."""
    return {key for key in one.keys() | other.keys() if one.get(key) != other.get(key)}
