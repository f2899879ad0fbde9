"""The derived tables, computed anew from the records and compared with what is stored.

``current``: which record is current at each place. What stands there for the first time, and was
never replaced or taken back, has been compared in the pass over the records; here the others are
put in the order of the log, place by place, and what is left in the table belongs to no record.
``handle``: the first versions of each letter, numbered in the order of the log.
``posting``: its rows, document by document, add up to what was put in. Keys are made by parts,
which are not asked again here.
"""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from provenance.model import RECORD_TYPES, Versioned, Withdrawal
from provenance.store.inspection import Place, Placed, Problem, Seen, connect, tables_of
from provenance.store.postings import LOW_BITS
from provenance.store.rows import place_of_row
from provenance.store.tables import TYPE_OF

K = TypeVar("K")
V = TypeVar("V")


def withdrawals(path: Path) -> dict[int, int]:
    """Return which step each step took back."""
    with connect(path) as connection:
        if Withdrawal.kind not in tables_of(connection):
            return {}
        found = connection.execute(
            "SELECT event, step FROM withdrawal "
            "WHERE typeof(event) = 'integer' AND typeof(step) = 'integer'"
        )
        return {row["event"]: row["step"] for row in found}


def check_derived(path: Path, seen: Seen, taken_back: Mapping[int, int]) -> list[Problem]:
    """Return where the derived tables differ from what the records say."""
    with connect(path) as connection:
        connection.execute("PRAGMA temp_store=MEMORY")
        tables = tables_of(connection)
        problems = _check_current(connection, seen, taken_back) if "current" in tables else []
        if "handle" in tables:
            problems += _check_handles(connection, tables)
        if {"posting", "posted", "handle"} <= tables:
            problems += _check_postings(connection)
        return problems


def _check_current(
    connection: sqlite3.Connection, seen: Seen, taken_back: Mapping[int, int]
) -> list[Problem]:
    placed = list(seen.placed)
    places = {each[2] for each in placed}
    known = {(place, record) for _, _, place, record, _ in placed}
    stored: dict[Place, str] = {}
    accounted = seen.standing
    for place in places:
        row = _flag(connection, place)
        if row is None:
            continue
        stored[place] = row[0]
        first = None if (place, row[0]) in known else _standing(connection, place, row[0])
        if first is None:
            accounted += 1
        else:  # has been counted
            placed.append(first)
    placed.sort(key=lambda each: each[:2])
    should = rebuilt_current(placed, taken_back)
    total = connection.execute("SELECT count(*) FROM current").fetchone()[0]
    if total != accounted:
        stored |= _extra(connection, places)
    return [
        Problem(
            "current flag",
            " ".join(str(part) for part in place if part),
            f"says {stored.get(place, 'nothing')}, should say {should.get(place, 'nothing')}",
        )
        for place in sorted(_differing(should, stored), key=str)
    ]


def _flag(connection: sqlite3.Connection, place: Place) -> sqlite3.Row | None:
    query = "SELECT record FROM current WHERE kind = ? AND subject = ? AND slot = ?"
    try:
        row: sqlite3.Row | None = connection.execute(query, place).fetchone()
    except (UnicodeEncodeError, OverflowError, sqlite3.ProgrammingError):
        return None  # an altered cell that gives no place that could be asked for
    return row


def _standing(connection: sqlite3.Connection, place: Place, record: str) -> Placed | None:
    """Return a record that stands at a place for the first time, if it is one."""
    found = _row(connection, place[0], record)
    if found is None:
        return None
    event, ordinal, subject, slot, replaces = found
    if (subject, slot) != place[1:] or replaces is not None:
        return None
    return event, ordinal, place, record, None


def _row(
    connection: sqlite3.Connection, kind: str, record: str
) -> tuple[int, int, str, str, str | None] | None:
    """Return event, ordinal, subject, slot and predecessor of a record, if it has a place."""
    if kind not in TYPE_OF or kind not in tables_of(connection):
        return None
    query = f'SELECT * FROM "{kind}" WHERE id = ?'  # noqa: S608  # our names
    try:
        row = connection.execute(query, (record,)).fetchone()
    except (UnicodeEncodeError, OverflowError):
        return None
    if row is None or type(row["event"]) is not int or type(row["ordinal"]) is not int:
        return None
    place = place_of_row(TYPE_OF[kind], dict(row))
    return None if place is None else (row["event"], row["ordinal"], *place)


def _extra(connection: sqlite3.Connection, places: Iterable[Place]) -> dict[Place, str]:
    """Return the flags at places where no record ever stood."""
    found: dict[Place, str] = {}
    looked_at = set(places)
    for kind, subject, slot, record in connection.execute(
        "SELECT kind, subject, slot, record FROM current"
    ):
        place = (kind, subject, slot)
        if place in looked_at:
            continue
        row = _row(connection, kind, record)
        if row is None or row[2:4] != (subject, slot):
            found[place] = record
    return found


def rebuilt_current(placed: Iterable[Placed], taken_back: Mapping[int, int]) -> dict[Place, str]:
    """Return which record should be current at each place, from the records in log order."""
    current: dict[Place, str] = {}
    by_step: dict[int, list[tuple[Place, str, str | None]]] = {}
    watched = set(taken_back.values()) | set(taken_back)
    for step, _, place, record, replaces in placed:
        if place[0] == Withdrawal.kind and step in taken_back:
            _take_back(current, by_step, taken_back, taken_back[step])
        current[place] = record
        if step in watched:
            by_step.setdefault(step, []).append((place, record, replaces))
    return current


def _take_back(
    current: dict[Place, str],
    by_step: Mapping[int, Sequence[tuple[Place, str, str | None]]],
    taken_back: Mapping[int, int],
    step: int,
) -> None:
    for place, _, replaces in reversed(by_step.get(step, [])):
        if replaces is None:
            current.pop(place, None)
        else:
            current[place] = replaces
    if step in taken_back:  # a withdrawal was taken back: what it took away stands again
        again = by_step.get(taken_back[step], [])
        current.update({place: record for place, record, _ in again})


def _check_handles(connection: sqlite3.Connection, tables: set[str]) -> list[Problem]:
    numbered = _numbered(tables)
    differing = (
        f"WITH numbered AS ({numbered}) "  # noqa: S608  # our names
        "SELECT (SELECT count(*) FROM numbered n LEFT JOIN handle h "
        "ON h.letter = n.letter AND h.number = n.number WHERE h.identity IS NOT n.id), "
        "(SELECT count(*) FROM numbered), (SELECT count(*) FROM handle)"
    )
    wrong, wanted, there = connection.execute(differing).fetchone()
    if not wrong and wanted == there:
        return []
    should = {f"{letter}{number}": each for letter, number, each in connection.execute(numbered)}
    found = connection.execute("SELECT letter, number, identity FROM handle")
    kept = {f"{letter}{number}": each for letter, number, each in found}
    return [
        Problem(
            "handle",
            handle,
            f"stands for {kept.get(handle, 'nothing')}, "
            f"should stand for {should.get(handle, 'nothing')}",
        )
        for handle in sorted(_differing(should, kept))
    ]


def _numbered(tables: set[str]) -> str:
    """Return the query for (letter, number, id) of every first version, erased ones too."""
    parts = []
    for each in RECORD_TYPES:
        if not each.handle:
            continue
        first = " WHERE id = of" if each.identity is Versioned.identity else ""
        if each.kind in tables:
            parts.append(
                f"SELECT '{each.handle}' AS letter, id, event, ordinal "  # noqa: S608  # our names
                f'FROM "{each.kind}"{first}'
            )
        if "erased" in tables:
            parts.append(
                f"SELECT '{each.handle}', id, event, ordinal FROM erased "  # noqa: S608  # ours
                f"WHERE kind = '{each.kind}' AND id = identity"
            )
    number = "row_number() OVER (PARTITION BY letter ORDER BY event, ordinal) AS number"
    return f"SELECT letter, {number}, id FROM ({' UNION ALL '.join(parts)})"  # noqa: S608  # ours


def _check_postings(connection: sqlite3.Connection) -> list[Problem]:
    """Compare the keys of each document with what they added up to when they were put in."""
    found = connection.execute(
        f"SELECT document, count(*), sum((key & {LOW_BITS}) + unicode(kind)) "  # noqa: S608  # a number of ours
        "FROM posting GROUP BY document"
    )
    should = connection.execute(
        "SELECT posted.document, posted.count, posted.total - posted.version "
        "FROM posted JOIN handle "
        "ON handle.letter = 'd' AND handle.number = posted.document"
    )
    problems = [
        Problem("assessed", f"entry {seq}", "is not what was noted")
        for seq, version, total in connection.execute("SELECT seq, version, total FROM assessed")
        if seq + version != total
    ]
    kept = {f"d{number}": (count, total) for number, count, total in found}
    posted = {f"d{number}": (count, total) for number, count, total in should if count}
    return problems + [
        Problem("posting", handle, "its keys are not those that were put in")
        for handle in sorted(_differing(posted, kept))
    ]


def _differing(one: Mapping[K, V], other: Mapping[K, V]) -> set[K]:
    """Return the keys under which two tables do not hold the same."""
    return {key for key in one.keys() | other.keys() if one.get(key) != other.get(key)}
