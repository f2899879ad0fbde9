"""Verification of what the store holds: raw rows, in whatever state they are.

Nothing here writes. Rows are read as they stand, without the checks that reading a record
makes, so that a damaged one is named and the others are still looked at.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from provenance.audit import Entry
from provenance.model import (
    RECORD_TYPES,
    Cosignature,
    Erasure,
    KeyChange,
    KeyUse,
    Record,
    Restore,
    Stamp,
    Witness,
)
from provenance.store.migrations import missing_at

Place = tuple[str, str, str]  # kind, subject, slot
Placed = tuple[int, int, Place, str, str | None]  # event, ordinal, place, id, what it replaces
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
    standing: int = 0  # first of their place and current there: nothing more to ask of them
    placed: list[Placed] = field(default_factory=list)  # the others
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
def connect(path: Path, *, tolerant: bool = True) -> Iterator[sqlite3.Connection]:
    """Yield a connection to a database file that can only read, and close it.

    A tolerant one takes bytes that are no UTF-8 as lone surrogates, which no commitment covers:
    such a cell is named, instead of ending the check. The other raises an OperationalError.
    """
    quoted = str(path.resolve()).replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    connection = sqlite3.connect(f"file:{quoted}?mode=ro", uri=True)
    connection.row_factory = sqlite3.Row
    if tolerant:
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


def tables_of(connection: sqlite3.Connection) -> set[str]:
    """Return the names of the tables that are there; an older schema has fewer."""
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
        if table not in tables_of(connection):
            return []
        return [dict(row) for row in connection.execute(f'SELECT * FROM "{table}"')]  # noqa: S608  # our names


def strays(path: Path, last: int) -> list[Problem]:
    """Return the records that stand outside the steps 1 to ``last``."""
    problems = []
    with connect(path) as connection:
        tables = tables_of(connection)
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
