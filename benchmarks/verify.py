"""How many records a second a full ``verify`` checks, and how much memory that takes.

Everything is checked that the command checks: records, steps, signatures, derived tables, blobs
and checkpoints. The records are copies of the demo's, made in a process that ends before the
check begins, so that the memory is that of the check.
"""

import multiprocessing
import resource
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import ParamSpec, TypeVar

from benchmarks.desks import demo
from benchmarks.figures import Figure, Target
from benchmarks.stopwatch import Spent, spending
from benchmarks.writes import copies, fields, mix
from provenance.model import Record
from provenance.settings import Settings
from provenance.workspace.core import Workspace
from provenance.workspace.init import init
from provenance.workspace.verify import verify_workspace
from seeds.world import World

P = ParamSpec("P")
R = TypeVar("R")
VERIFIED_PER_S = 30_000
ROUND = 20_000  # records held in memory while they are made
WORKERS = 2


@dataclass(frozen=True)
class Checked:
    """What one check took; ``peaks`` are MiB of the process and of its largest worker."""

    spent: Spent
    records: int
    entries: int
    peaks: tuple[float, float]


def verify(count: int = 200_000, world: World | None = None) -> tuple[Figure, ...]:
    """Check that many copies of the demo's records, and show what they are."""
    with TemporaryDirectory(prefix="benchmark-") as folder:
        root = Path(folder)
        mixed = _apart(_made, root, count, world)
        checked = _apart(_checked, root)
    process, worker = checked.peaks
    return (
        Figure(
            f"verify of {checked.records:,} records, {WORKERS} workers",
            checked.records / checked.spent.wall,
            "records/s",
            Target(VERIFIED_PER_S, at_least=True),
            cpu=checked.spent.cpu,
            notes=(
                f"{1e6 * checked.spent.cpu / checked.records:.0f} µs of CPU a record",
                f"{checked.entries:,} entries; the demo's mix, with fields per record:",
                *mixed,
            ),
        ),
        Figure(
            "its memory at the peak, all processes",
            process + WORKERS * worker,
            "MiB",
            notes=(f"{process:.0f} the one that asks, at most {worker:.0f} each worker",),
        ),
    )


def _apart(work: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    """Return what a function gives in a process of its own."""
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        return pool.submit(work, *args, **kwargs).result()


def _made(root: Path, count: int, world: World | None) -> list[str]:
    """Make a workspace of that many records; return which they are."""
    kinds: Counter[type[Record]] = Counter()
    with demo(world) as source:
        target = init(root / "desk", _settings(root))
        for digest in source.blobs.digests():
            target.blobs.put(source.blobs.get(digest))
        for records in _rounds(copies(mix(source)), count):
            target.steps("benchmark", records)
            kinds.update(map(type, records))
        target.close()
    return fields(kinds)


def _rounds(records: Iterator[Record], count: int) -> Iterator[list[Record]]:
    for done in range(0, count, ROUND):
        yield list(islice(records, min(ROUND, count - done)))


def _checked(root: Path) -> Checked:
    workspace = Workspace(root / "desk", _settings(root))
    with spending() as spent:
        found = verify_workspace(workspace, workers=WORKERS)
    assert found.clean, found.problems[:3]
    peaks = _peak(resource.RUSAGE_SELF), _peak(resource.RUSAGE_CHILDREN)
    return Checked(spent, found.records, found.entries, peaks)


def _settings(root: Path) -> Settings:
    return Settings(home=root / "home", person="Bench Example")


def _peak(who: int) -> float:
    unit = 2**20 if sys.platform == "darwin" else 2**10
    return resource.getrusage(who).ru_maxrss / unit
