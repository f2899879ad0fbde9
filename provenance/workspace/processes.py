"""Pure functions side by side in processes, where there is enough work to be worth it."""

import gc
import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")

WORTH_IT = 64  # items; a process takes about a second to start
WORTH_BEGINNING = 200  # items that take a few milliseconds each
MOST = 4  # processes


def mapped(function: Callable[[T], R], items: Sequence[T]) -> Iterator[R]:
    """Yield what a pure function of this package makes of each item, in their order.

    Many items are shared out to processes, which are spawned, not forked: the terminal UI runs
    threads. Garbage is not looked for in them: they live as long as the work, and make none.
    """
    if len(items) < WORTH_IT or _workers() < 2:
        yield from map(function, items)
        return
    pool = _pool()
    try:
        yield from pool.map(function, items, chunksize=8)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


@contextmanager
def begun(function: Callable[[T], R], count: int) -> Iterator[Callable[[T], Callable[[], R]]]:
    """Yield what begins the function on an item, and returns how to wait for its result.

    For work whose items come one by one while others are being used; ``count`` says how many
    will come. Few are done when they are waited for.
    """
    if count < WORTH_BEGINNING or _workers() < 2:
        yield lambda item: partial(function, item)
        return
    pool = _pool()
    try:
        yield lambda item: pool.submit(function, item).result
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _workers() -> int:
    return min(os.cpu_count() or 1, MOST)


def _pool() -> ProcessPoolExecutor:
    return ProcessPoolExecutor(_workers(), multiprocessing.get_context("spawn"), gc.disable)
