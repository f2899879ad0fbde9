"""Pure functions side by side in processes, where there is enough work to be worth it."""

import gc
import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")

WORTH_IT = 64  # items; a process takes about a second to start
MOST = 4  # processes


def mapped(function: Callable[[T], R], items: Sequence[T]) -> Iterator[R]:
    """Yield what a pure function of this package makes of each item, in their order.

    Many items are shared out to processes, which are spawned, not forked: the terminal UI runs
    threads. Garbage is not looked for in them: they live as long as the work, and make none.
    """
    workers = min(os.cpu_count() or 1, MOST)
    if len(items) < WORTH_IT or workers < 2:
        yield from map(function, items)
        return
    pool = ProcessPoolExecutor(workers, multiprocessing.get_context("spawn"), gc.disable)
    try:
        yield from pool.map(function, items, chunksize=8)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
