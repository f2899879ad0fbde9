"""The inverted index: which documents bear a key. Derived; a document is posted whole or not.

``assessed`` says how far the log had come when everything in it had last been followed up.

A key is a number of 63 bits that a part makes of what a text holds: a run of words, a name, an
outlet that it credits. Documents stand here by the number of their handle, so that a row takes
about fifteen bytes. A key that very many documents bear leads to a few of them or to none: it
tells little, and following it would cost the whole workspace.
"""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from typing import NamedTuple

from sqlalchemy import Connection

from provenance.store.database import Database
from provenance.store.tables import insertion_into

KEY_BITS = 63  # SQLite's integers are signed
RARE = 1 << 20  # what a key counts that one document bears
LOW_BITS = 0xFFFFFFFF  # of each key go into the total: a sum of these does not overflow
_TO_POSTING = insertion_into("posting", "kind", "key", "document").replace(
    "INSERT", "INSERT OR IGNORE"
)
_TO_POSTED = insertion_into("posted", "document", "version", "count", "total")
_BEARING = "SELECT document FROM posting WHERE kind = ? AND key = ? ORDER BY document LIMIT ?"
_NUMBER = "SELECT number FROM handle WHERE identity = ?"
_IDENTITY = "SELECT identity FROM handle WHERE letter = 'd' AND number = ?"
_VERSIONS = (
    "SELECT handle.identity FROM handle JOIN posted ON posted.document = handle.number "
    "WHERE handle.letter = 'd' AND posted.version = ?"
)

Keys = Mapping[str, Iterable[int]]  # by kind


class Followed(NamedTuple):
    """Up to which entry everything was followed up, and by which version of the rules."""

    seq: int
    version: int


class Postings:
    """Keys of documents, looked up by key."""

    def __init__(self, database: Database) -> None:
        """Use the database of a workspace."""
        self._database = database

    def posted(self, version: int) -> frozenset[str]:
        """Return the documents whose keys stand here as this version makes them."""
        with self._database.reading() as connection:
            return frozenset(row[0] for row in connection.exec_driver_sql(_VERSIONS, (version,)))

    def followed(self) -> Followed | None:
        """Return how far everything was followed up; None where it never was."""
        with self._database.reading() as connection:
            row = connection.exec_driver_sql("SELECT seq, version FROM assessed").first()
            return Followed(*row) if row else None

    def follow(self, followed: Followed) -> None:
        """Note how far everything is followed up."""
        with self._database.writing() as connection:
            connection.exec_driver_sql("DELETE FROM assessed")
            row = (followed.seq, followed.version, followed.seq + followed.version)
            connection.exec_driver_sql("INSERT INTO assessed VALUES (?, ?, ?)", row)

    def post(self, documents: Mapping[str, Keys], version: int) -> None:
        """Put in the keys of documents, each instead of what stood there for it."""
        with self._database.writing() as connection:
            rows: list[tuple[str, int, int]] = []
            for identity, keys in documents.items():
                number = connection.exec_driver_sql(_NUMBER, (identity,)).scalar_one()
                _remove(connection, number)
                own = sorted({(kind, key, number) for kind, each in keys.items() for key in each})
                rows += own
                total = version + sum((key & LOW_BITS) + ord(kind[0]) for kind, key, _ in own)
                connection.exec_driver_sql(_TO_POSTED, (number, version, len(own), total))
            if rows:
                rows.sort()  # in the order of the table, which touches each of its pages once
                connection.exec_driver_sql(_TO_POSTING, rows)

    def sharing(
        self, kind: str, keys: Iterable[int], *, least: int, often: int, first: int, most: int
    ) -> Sequence[str]:
        """Return ``most`` documents that bear at least so many of the keys, the nearest first.

        The fewer documents bear a key, the more it counts. A key that more than ``often`` bear
        leads to the ``first`` of them alone.
        """
        wanted = tuple(keys)
        if not wanted:
            return []
        shared: dict[int, int] = {}
        weight: dict[int, int] = {}
        with (
            self._database.reading() as connection,
            closing(connection.connection.cursor()) as cursor,
        ):  # the driver's own: the many small questions take less time than what is around them
            for key in wanted:
                found = cursor.execute(_BEARING, (kind, key, often + 1)).fetchall()
                if not found:  # as for most keys
                    continue
                counts = RARE // len(found)
                for (number,) in found if len(found) <= often else found[:first]:
                    shared[number] = shared.get(number, 0) + 1
                    weight[number] = weight.get(number, 0) + counts
            near = [number for number, times in shared.items() if times >= least]
            near.sort(key=lambda number: (-weight[number], number))
            identities: list[str] = []
            for number in near[:most]:
                cursor.execute(_IDENTITY, (number,))
                identities += cursor.fetchone() or ()
            return identities


def unpost(connection: Connection, identity: str) -> None:
    """Take out the keys of a document."""
    _remove(connection, connection.exec_driver_sql(_NUMBER, (identity,)).scalar_one())


def _remove(connection: Connection, number: int) -> None:
    """Take out a document's keys where it has any: that goes through the whole table."""
    known = connection.exec_driver_sql("DELETE FROM posted WHERE document = ?", (number,))
    if known.rowcount:
        connection.exec_driver_sql("DELETE FROM posting WHERE document = ?", (number,))
