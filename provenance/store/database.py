"""The SQLite database of a workspace: opened without ever migrating it.

WAL, so that readers never wait; ``BEGIN IMMEDIATE`` for writers, so that two of them never
deadlock; ``synchronous=FULL``, so that what was acknowledged survives a power cut.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.pool import QueuePool

from provenance.errors import SchemaVersionError, WorkspaceBusyError, WorkspaceError
from provenance.store.migrations import HEAD, REVISIONS

BUSY_MS = 5000


class Database:
    """Connections to one SQLite file."""

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        """Use a file; it is opened when first asked for."""
        self.path = path
        self.read_only = read_only
        self.engine = self._engine()

    def _engine(self) -> Engine:
        def connect() -> sqlite3.Connection:
            mode = "ro" if self.read_only else "rw"
            connection = sqlite3.connect(
                f"file:{_quoted(self.path)}?mode={mode}",
                uri=True,
                isolation_level=None,
                check_same_thread=False,
                timeout=BUSY_MS / 1000,
            )
            connection.execute("PRAGMA foreign_keys=ON")
            if not self.read_only:
                connection.execute("PRAGMA synchronous=FULL")
                # Moved into the main file ten times as seldom as by default: each move is made by
                # the writer that happens to come, while it holds the lock.
                connection.execute("PRAGMA wal_autocheckpoint=10000")
                # 64 MB: ids are random, so that inserts come back to every page of an index.
                connection.execute("PRAGMA cache_size=-65536")
            return connection

        engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool)

        @event.listens_for(engine, "begin")
        def _begin(connection: Connection) -> None:
            kind = "IMMEDIATE" if connection.get_execution_options().get("writes") else "DEFERRED"
            connection.exec_driver_sql(f"BEGIN {kind}")

        return engine

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Yield a connection that sees one state of the database."""
        try:
            with self.engine.connect() as connection, connection.begin():
                yield connection
        except OperationalError as error:
            raise _translated(error, self.path) from error
        except DatabaseError as error:
            raise WorkspaceError(
                f"the database {self.path} is damaged ({error.orig}); put a backup back: "
                "provenance restore BACKUP"
            ) from error

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Yield a connection that holds the write lock; commits at the end, or rolls back."""
        try:
            with (
                self.engine.connect().execution_options(writes=True) as connection,
                connection.begin(),
            ):
                yield connection
        except OperationalError as error:
            raise _translated(error, self.path) from error

    def revision(self) -> str | None:
        """Return the schema version that the database says it has; None where it says none."""
        with self.reading() as connection:
            known = connection.execute(
                text("SELECT name FROM sqlite_master WHERE name = 'alembic_version'")
            ).scalar()
            if known is None:
                return None
            found: str | None = connection.execute(
                text("SELECT version_num FROM alembic_version")
            ).scalar()
            return found

    def check_revision(self) -> None:
        """Return when the schema is this program's; a SchemaVersionError otherwise."""
        found = self.revision()
        if found == HEAD:
            return
        if found in REVISIONS:
            raise SchemaVersionError(
                f"the workspace has schema {found}, this program writes {HEAD}; bring it up with: "
                "provenance upgrade (it makes a backup first)"
            )
        raise SchemaVersionError(
            f"the workspace has schema {found or 'none'}, which this program does not know "
            f"(it knows {', '.join(REVISIONS)}); use a newer version of Provenance"
        )

    def migrate(self) -> None:
        """Bring the schema to this program's version; makes an empty file a database."""
        from alembic import command
        from alembic.config import Config

        if not self.path.exists():
            sqlite3.connect(self.path).close()
            self._set_wal()
        config = Config()
        config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
        with self.engine.connect() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, HEAD)
            connection.commit()

    def _set_wal(self) -> None:
        connection = sqlite3.connect(self.path)
        connection.execute("PRAGMA journal_mode=WAL")
        connection.close()

    def release(self) -> None:
        """Close every connection, so that the file holds all that was written."""
        self.engine.dispose()

    def copy_to(self, target: Path) -> None:
        """Write a consistent copy of the database, taken while others may be writing."""
        source = sqlite3.connect(f"file:{_quoted(self.path)}?mode=ro", uri=True)
        copy = sqlite3.connect(target)
        try:
            source.backup(copy)
        finally:
            copy.close()
            source.close()


def _quoted(path: Path) -> str:
    return str(path.resolve()).replace("%", "%25").replace("?", "%3f").replace("#", "%23")


def _translated(error: OperationalError, path: Path) -> WorkspaceError:
    cause: Any = error.orig
    if "locked" in str(cause) or "busy" in str(cause):
        return WorkspaceBusyError(
            "another program is writing to this workspace; try again in a moment"
        )
    return WorkspaceError(f"the database {path} cannot be used: {cause}")
