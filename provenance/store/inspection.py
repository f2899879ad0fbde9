"""Verification of what the store holds: raw rows, in whatever state they are.

Nothing here writes. Rows are read as they stand, without the checks that reading a record
makes, so that a damaged one is named and the others are still looked at.
"""

import os
import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
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

Place = tuple[str, str, str]  # kind, subject, slot
ReadingError = sqlite3.Error  # what reading a damaged database ends in
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
def legible(path: Path) -> Iterator[Path]:
    """Yield where the database can be read: where it is, or a copy beside its write-ahead log.

    What lies in the log is no part of the file yet, and in a folder that cannot be written to
    SQLite leaves it out.
    """
    ahead = path.with_name(path.name + "-wal")
    if os.access(path.parent, os.W_OK) or not ahead.exists() or not ahead.stat().st_size:
        yield path
        return
    with TemporaryDirectory(prefix="provenance-verify-") as folder:
        for each in (path, ahead):
            shutil.copyfile(each, Path(folder) / each.name)
        yield Path(folder) / path.name


@contextmanager
def connect(path: Path, *, tolerant: bool = True) -> Iterator[sqlite3.Connection]:
    """Yield a connection to a database file that can only read, and close it.

    A tolerant one takes bytes that are no UTF-8 as lone surrogates, which no commitment covers:
    such a cell is named, instead of ending the check. The other raises an OperationalError.
    In a folder where SQLite can put no files of its own, the file is taken as one that nobody
    changes meanwhile.
    """
    quoted = str(path.resolve()).replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    still = "" if os.access(path.parent, os.W_OK) else "&immutable=1"
    connection = sqlite3.connect(f"file:{quoted}?mode=ro{still}", uri=True)
    connection.row_factory = sqlite3.Row
    if tolerant:
        connection.text_factory = lambda raw: raw.decode("utf-8", "surrogateescape")
    try:
        yield connection
    finally:
        connection.close()


def tables_of(connection: sqlite3.Connection) -> set[str]:
    """Return the names of the tables that are there; an older schema has fewer."""
    found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    return {row[0] for row in found}


def entries(path: Path) -> tuple[list[tuple[Entry, bytes]], list[Problem]]:
    """Return the log's entries with their signatures, and those that hold what no entry holds.

    Such a cell is left empty, so that everything after it can still be looked at.
    """
    found, problems = [], []
    with connect(path) as connection:
        rows = connection.execute("SELECT * FROM entry ORDER BY seq")
        for number, row in enumerate(rows, 1):
            cells = {name: row[name] for name in _ENTRY}
            wrong = sorted(name for name, kind in _ENTRY.items() if not _is(cells[name], kind))
            if wrong:
                sentence = f"its {' and '.join(wrong)} cannot be read: the entry has been altered"
                problems.append(Problem("entry", f"entry {number}", sentence))
                cells |= {name: _ENTRY[name]() for name in wrong}
                cells["seq"] = number if "seq" in wrong else cells["seq"]
            signature = cells.pop("signature")
            found.append((Entry(**cells), signature))
    return found, problems


_ENTRY: Mapping[str, type] = {
    "seq": int,
    "at": str,
    "actor": bytes,
    "kind": str,
    "count": int,
    "root": bytes,
    "signature": bytes,
}


def _is(cell: object, kind: type) -> bool:
    """Return whether a cell is of a kind, and if it is text, text that can be written out."""
    if type(cell) is not kind:
        return False
    return not isinstance(cell, str) or cell.isprintable()


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
