"""The memory that this process and those it started hold at most, as Linux tells it."""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

EVERY = 0.2  # seconds
_PROCESSES = Path("/proc")


@dataclass
class Held:
    """Bytes held at most at one time; None where the system does not tell."""

    most: int | None = None


@contextmanager
def holding() -> Iterator[Held]:
    """Yield what says, after the block, how much memory was held in it at most."""
    held, done = Held(), threading.Event()

    def watch() -> None:
        while not done.wait(EVERY):
            held.most = max(held.most or 0, _now() or 0) or None

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield held
    finally:
        done.set()
        watcher.join()


def _now() -> int | None:
    """Return what this process and its children hold, pages that they share counted once."""
    try:
        return sum(_held(pid) for pid in (os.getpid(), *_children(os.getpid())))
    except OSError:
        return None


def _held(pid: int) -> int:
    try:
        lines = (_PROCESSES / str(pid) / "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0  # it has ended
    return sum(1024 * int(line.split()[1]) for line in lines if line.startswith("Pss:"))


def _children(pid: int) -> list[int]:
    found: list[int] = []
    for task in (_PROCESSES / str(pid) / "task").iterdir():
        try:
            own = [int(each) for each in (task / "children").read_text().split()]
        except OSError:
            continue
        found.extend(own)
        for each in own:
            found.extend(_children(each))
    return found
