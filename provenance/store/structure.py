"""The database file itself: whether SQLite can read it, and whether its schema is ours.

Asked before anything else is read: tables, columns, the triggers that refuse changes, word for
word, and whatever would act on rows without being ours. Nothing here writes.
"""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from provenance.model import RECORD_TYPES
from provenance.store.inspection import Problem, connect
from provenance.store.migrations import HEAD, missing_at
from provenance.store.tables import BOOKKEEPING, DERIVED_TABLES, LOG_TABLES, columns, fields_at


@dataclass
class Structure:
    """What was found of a file's structure; ``readable`` says whether there is a log to go on."""

    revision: str | None = None
    readable: bool = True
    problems: list[Problem] = field(default_factory=list)

    def wrong(self, what: str, which: str, sentence: str) -> None:
        """Note one disagreement."""
        self.problems.append(Problem(what, which, sentence))


def check_file(path: Path) -> Structure:
    """Return what is not as our schema is, and whether there is anything to read."""
    found = Structure()
    try:
        with connect(path) as connection:
            found.revision = _revision(connection)
            _check_schema(connection, found)
    except (sqlite3.Error, UnicodeError) as error:
        found.wrong("database", path.name, f"cannot be read: {error}")
        found.readable = False
    return found


def check_pages(path: Path, *, indexes: bool = False) -> list[Problem]:
    """Return what SQLite itself finds wrong with the pages; it reads the whole file.

    With ``indexes`` each is compared with its table, which takes eight times as long: a damaged
    one would show other rows than there are, in places that no other check asks.
    """
    pragma = "integrity_check" if indexes else "quick_check"
    try:
        with connect(path) as connection:
            found = [str(row[0]) for row in connection.execute(f"PRAGMA {pragma}(5)")]
    except (sqlite3.Error, UnicodeError) as error:
        found = [f"cannot be read to its end: {error}"]
    lines = [line for each in found for line in each.splitlines() if line != "ok"]
    return [Problem("database", path.name, line) for line in lines]


def _revision(connection: sqlite3.Connection) -> str | None:
    try:
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.OperationalError:  # there is no such table, or no such column
        return None
    return str(row[0]) if row else None


def _check_schema(connection: sqlite3.Connection, found: Structure) -> None:
    parts: dict[tuple[str, str], str] = {
        (str(kind), str(name)): str(sql)
        for kind, name, sql in connection.execute("SELECT type, name, sql FROM sqlite_master")
    }
    later = missing_at(found.revision)
    expected = {name: needed for name, needed in _tables(found.revision) if name not in later}
    for name, needed in expected.items():
        if ("table", name) not in parts:
            found.wrong("table", name, "the whole table is missing")
            found.readable = found.readable and name != "entry"
            continue
        there = {row[1] for row in connection.execute(f'PRAGMA table_info("{name}")')}
        for column in sorted(needed - there):
            found.wrong("table", name, f"its column {column} is missing")
            found.readable = found.readable and name != "entry"
    derived = {str(each.__tablename__) for each in DERIVED_TABLES}
    triggers = dict(_triggers([each for each in expected if each not in derived]))
    for trigger, (name, verb, sql) in triggers.items():
        if ("table", name) in parts and ("trigger", trigger) not in parts:
            found.wrong("table", name, f"the trigger that refuses {verb} is missing")
        elif parts.get(("trigger", trigger), sql) != sql:
            found.wrong("table", name, f"the trigger that refuses {verb} was replaced by another")
    for kind, name in sorted(parts):
        if kind == "view" or (kind == "trigger" and name not in triggers):
            found.wrong(kind, name, "is none of this program's: somebody has put it in")


def _tables(revision: str | None) -> Iterator[tuple[str, set[str]]]:
    """Yield each table of a schema version with the columns that it cannot lack."""
    for record_type in RECORD_TYPES:
        newest = set(columns(record_type)) if revision == HEAD else fields_at(record_type, 1)
        yield record_type.kind, {*newest, *BOOKKEEPING}
    for each in (*LOG_TABLES, *DERIVED_TABLES):
        yield str(each.__tablename__), set(each.model_fields)


def _triggers(tables: list[str]) -> Iterator[tuple[str, tuple[str, str, str]]]:
    """Yield the name of each trigger that refuses a change, with its table, verb and statement."""
    for table in tables:
        for verb in ("update", "delete"):
            trigger = f"{table}_no_{verb}"
            statement = (
                f'CREATE TRIGGER "{trigger}" BEFORE {verb.upper()} ON "{table}" '
                f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )
            yield trigger, (table, verb, statement)
