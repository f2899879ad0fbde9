"""The log alone: appending, roots, proofs and tiles at a million entries, beside what others do.

Entries have 250 bytes, about what a step leaves. pymerkle's tree in an SQLite file is measured in
the same run where it is installed (the product never imports it: its licence is another one).
Bare single appends are one row of the same bytes in an sqlite3 table, committed in WAL with
``synchronous=FULL``; ours are whole steps: a record with its salt, commitment, place and handle,
and an entry signed by the actor. The two take turns, so that both meet the same disk.
"""

import hashlib
import importlib
import importlib.util
import random
import sqlite3
import time
import tracemalloc
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.desks import fresh
from benchmarks.figures import Figure, Target, of_times, repeated
from benchmarks.stopwatch import Spent, spending
from provenance.audit import (
    Edge,
    TileHashes,
    check_inclusion,
    grown,
    leaf_hash,
    prove_inclusion,
    root_of,
)
from provenance.model import Source, SourceType
from provenance.workspace.core import Workspace

ENTRY = 250  # bytes
BULK = 100_000  # at most; what is compared with pymerkle, whose time is not ours to spend
ROUND = 20  # single appends before the other's turn
PROOFS = 200


def log(count: int = 1_000_000, appends: int = 400) -> tuple[Figure, ...]:
    """Measure a log of that many entries, and that many single appends."""
    entries = list(islice(_entries(), count))
    with TemporaryDirectory(prefix="benchmark-") as folder:
        written = Path(folder) / "tiles"
        return (
            *_bulk(entries[:BULK], Path(folder)),
            _singles(appends, Path(folder)),
            _roots(entries),
            _export(entries, written),
            _proofs(entries, written),
            _memory(count),
        )


def _entries() -> Iterator[bytes]:
    """Yield entries without end, no two alike."""
    source = random.Random(1)  # noqa: S311  # filler, the same in each run
    body = source.randbytes(ENTRY - 8)
    number = 0
    while True:
        yield number.to_bytes(8, "big") + body
        number += 1


def _write(files: Iterable[tuple[str, bytes]], root: Path) -> None:
    folders = set()
    for path, data in files:
        target = root / path
        if target.parent not in folders:
            target.parent.mkdir(parents=True, exist_ok=True)
            folders.add(target.parent)
        target.write_bytes(data)


def _bulk(entries: list[bytes], folder: Path) -> Iterator[Figure]:
    with spending() as ours:
        _write(grown(Edge(), entries), folder / "bulk")
    with spending() as rows:
        _rows(entries, folder / "rows.db")
    theirs = _pymerkle(entries, folder / "pymerkle.db")
    least = "rows of entry and leaf hash in an SQLite table"
    others = [(least, rows)] + ([("the same by pymerkle's SQLite tree", theirs)] if theirs else [])
    yield Figure(
        "entries appended in bulk, written as tiles",
        len(entries) / ours.wall,
        "entries/s",
        Target(len(entries) / (theirs or rows).wall, at_least=True),
        cpu=ours.cpu,
        notes=() if theirs else (f"pymerkle is not installed; it would write at least {least}",),
    )
    for name, spent in others:
        yield Figure(name, len(entries) / spent.wall, "entries/s", cpu=spent.cpu)


def _rows(entries: list[bytes], path: Path) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("CREATE TABLE leaf (id INTEGER PRIMARY KEY, entry BLOB, hash BLOB)")
    connection.execute("BEGIN")
    rows = ((entry, leaf_hash(entry)) for entry in entries)
    connection.executemany("INSERT INTO leaf (entry, hash) VALUES (?, ?)", rows)
    connection.execute("COMMIT")
    connection.close()


def _pymerkle(entries: list[bytes], path: Path) -> Spent | None:
    """Return what pymerkle takes for the same entries; None where it is not installed."""
    if importlib.util.find_spec("pymerkle") is None:
        return None
    tree = importlib.import_module("pymerkle").SqliteTree(str(path), algorithm="sha256")
    with spending() as spent:
        tree.append_entries(entries)
    return spent


def _singles(appends: int, folder: Path) -> Figure:
    """Return how fast single steps are, as a share of bare rows that are committed as safely."""
    ours, rows = [], []
    with fresh() as workspace:
        bare = _bare_table(folder / "bare.db")
        for _ in range(max(1, appends // ROUND)):
            ours.append(_timed(_stepper(workspace)))
            rows.append(_timed(_inserter(bare)))
        bare.close()
    step, row = (median(each.wall for each in spent) / ROUND for spent in (ours, rows))
    work = median(each.cpu for each in ours) / ROUND
    return Figure(
        "single durable appends, as a share of bare rows",
        row / step,
        "",
        Target(0.7, at_least=True),
        notes=(
            f"whole signed steps: {1 / step:,.0f}/s, {1000 * work:.1f} ms of CPU each",
            f"bare rows: {1 / row:,.0f}/s",
        ),
    )


def _stepper(workspace: Workspace) -> Callable[[], None]:
    def step() -> None:
        identity = workspace.new_id()
        name = f"Mill Inspector of {identity[:8]}"
        source = Source(id=identity, of=identity, name=name, named=True, type=SourceType.PERSON)
        workspace.step("name source", [source])

    return step


def _bare_table(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("CREATE TABLE entry (seq INTEGER PRIMARY KEY, body BLOB NOT NULL)")
    return connection


def _inserter(connection: sqlite3.Connection) -> Callable[[], None]:
    body = bytes(ENTRY)

    def insert() -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO entry (body) VALUES (?)", (body,))
        connection.execute("COMMIT")

    return insert


def _timed(work: Callable[[], None]) -> Spent:
    with spending() as spent:
        for _ in range(ROUND):
            work()
    return spent


def _roots(entries: list[bytes]) -> Figure:
    _, bare = repeated(lambda: _hashes(entries), 3)
    _, ours = repeated(lambda: root_of(entries), 3)
    loop = median(each.wall for each in bare)
    return Figure(
        f"root of {len(entries):,} entries, times a bare loop",
        median(each.wall for each in ours) / loop,
        "times",
        Target(2),
        cpu=median(each.cpu for each in ours),
        notes=(f"the same {2 * len(entries) - 1:,} hashes in a bare loop: {loop:.2f} s",),
    )


def _hashes(entries: list[bytes]) -> None:
    """Make as many hashes over as many bytes as a tree of these entries takes."""
    sha256, node = hashlib.sha256, b"\x01" + bytes(64)
    for entry in entries:
        sha256(b"\x00" + entry).digest()
    for _ in range(len(entries) - 1):
        sha256(node).digest()


def _export(entries: list[bytes], root: Path) -> Figure:
    with spending() as spent:
        _write(grown(Edge(), entries), root)
    files = sum(1 for path in root.rglob("*") if path.is_file())
    name = f"export of {len(entries):,} entries as tiles"
    return of_times(name, [spent], 60, notes=(f"{files:,} files",))


def _proofs(entries: list[bytes], root: Path) -> Figure:
    """Return what one inclusion proof takes, read from the tiles on disk."""
    size, top = len(entries), root_of(entries)
    source, spent = random.Random(2), []  # noqa: S311  # which entries, the same in each run

    def read(path: str) -> bytes | None:
        return (root / path).read_bytes()

    for index in (source.randrange(size) for _ in range(PROOFS)):
        begun = time.perf_counter()
        proof = prove_inclusion(index, size, TileHashes(size, read))
        spent.append(1000 * (time.perf_counter() - begun))
        check_inclusion(leaf_hash(entries[index]), proof, index=index, size=size, root=top)
    return Figure(
        f"inclusion proof at {size:,} entries, from tiles",
        median(spent),
        "ms",
        Target(5),
        notes=(f"median of {PROOFS}, each checked; the longest {max(spent):.2f} ms",),
    )


def _memory(count: int) -> Figure:
    """Return how much more memory an export takes for ten times as many entries."""
    few, many = _peak(count // 100), _peak(count // 10)
    return Figure(
        "memory peak of an export, ten times the log",
        many / few,
        "times",
        Target(1.5),
        notes=(
            f"{count // 100:,} entries: {few / 2**20:.2f} MiB",
            f"{count // 10:,} entries: {many / 2**20:.2f} MiB",
        ),
    )


def _peak(count: int) -> int:
    tracemalloc.start()
    try:
        for _ in grown(Edge(), islice(_entries(), count)):
            pass
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
