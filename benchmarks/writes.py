"""How many records a second the one write path takes, and how many ``verify`` checks.

The records are those of the demo, in its order, copied with fresh ids until there are enough:
the same mix of types, the same sizes, and references that hold. Making them is not measured;
packing, salts, commitments, derived tables, log entries and the checkpoint are.
"""

import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from itertools import count as counting
from itertools import islice
from typing import Any

from sqlalchemy import Connection

from benchmarks.desks import demo, fresh
from benchmarks.figures import Figure, Target
from benchmarks.stopwatch import spending
from provenance.canonical import sha256
from provenance.model import Document, Record
from provenance.workspace.core import Workspace
from provenance.workspace.verify import verify_workspace
from seeds.world import World

WRITTEN_PER_S = 10_000
VERIFIED_PER_S = 20_000
LOCKED_S = 0.25


def writes(count: int = 100_000, world: World | None = None) -> tuple[Figure, ...]:
    """Write copies of the demo's records, then verify them."""
    with demo(world) as source, fresh() as target:
        records = list(islice(copies(mix(source)), count))
        for digest in source.blobs.digests():
            target.blobs.put(source.blobs.get(digest))
        locks: list[float] = []
        database = target.store.database
        database.writing = _locked(database.writing, locks)  # type: ignore[method-assign, assignment]
        with spending() as writing:
            target.steps("benchmark", records)
            target.close()
        with spending() as verifying:
            checked = verify_workspace(target, workers=2)
        assert checked.clean, checked.problems[:3]
    return (
        Figure(
            "records through the write path",
            count / writing.wall,
            "records/s",
            Target(WRITTEN_PER_S, at_least=True),
            cpu=writing.cpu,
            notes=(
                f"{count} records of the demo's mix; fields per record:",
                *fields(Counter(map(type, records))),
            ),
        ),
        Figure("longest hold of the write lock", max(locks), "s", Target(LOCKED_S)),
        Figure(
            "records verified, 2 workers",
            checked.records / verifying.wall,
            "records/s",
            Target(VERIFIED_PER_S, at_least=True),
            cpu=verifying.cpu,
        ),
    )


def mix(workspace: Workspace) -> list[Record]:
    """Return the records of a workspace in the order of its log, without those of ``init``."""
    steps = range(2, workspace.store.size() + 1)
    return [record for seq in steps for record in workspace.store.of_step(seq)]


def copies(records: Sequence[Record]) -> Iterator[Record]:
    """Yield copies of records for ever; in each round ids, keys and addresses are fresh."""
    for round_ in counting():
        names: dict[str, str] = {}
        for record in records:
            names[record.id] = _identity(record.id, round_)
            if isinstance(record, Document):
                names[record.uri] = f"{record.uri}#{round_}"
            key = getattr(record, "key", None)
            if key is not None:
                names[key] = sha256(f"{round_} {key}".encode())
        for record in records:
            yield type(record).model_validate(_renamed(record.model_dump(mode="json"), names))


def _identity(identity: str, round_: int) -> str:
    """Return another id of the same form."""
    digits = "abcdefghijklmnopqrstuvwxyz234567"
    bits = int(sha256(f"{round_} {identity}".encode()).removeprefix("sha256:"), 16)
    return "".join(digits[bits >> 5 * place & 31] for place in range(len(identity)))


def _renamed(value: Any, names: dict[str, str]) -> Any:
    if isinstance(value, str):
        return names.get(value, value)
    if isinstance(value, dict):
        return {name: _renamed(each, names) for name, each in value.items()}
    if isinstance(value, list):
        return [_renamed(each, names) for each in value]
    return value


def _locked(
    writing: Callable[[], AbstractContextManager[Connection]], locks: list[float]
) -> Callable[[], AbstractContextManager[Connection]]:
    """Return a way to write that notes how long each transaction takes."""

    @contextmanager
    def timed() -> Iterator[Connection]:
        begun = time.perf_counter()
        try:
            with writing() as connection:
                yield connection
        finally:
            locks.append(time.perf_counter() - begun)

    return timed


def fields(kinds: Counter[type[Record]]) -> list[str]:
    """Return lines that say which record types there are, and how many fields each has."""
    number = kinds.total()
    total = sum(len(kind.model_fields) * each for kind, each in kinds.items())
    said = [
        f"{kind.kind} {100 * each / number:.1f} % of {len(kind.model_fields)}"
        for kind, each in kinds.most_common()
    ]
    return [*_wrapped(said), f"{total / number:.1f} fields in the mean"]


def _wrapped(words: Sequence[str], each: int = 5) -> list[str]:
    return [", ".join(words[start : start + each]) for start in range(0, len(words), each)]
