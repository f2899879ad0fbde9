"""Pure functions side by side in processes, where there is enough work to be worth it.

Processes are spawned, not forked: the terminal UI runs threads. Garbage is not looked for in
them: they live as long as the work, and make none. What they run stands in modules that load
fast (``jobs`` and the parts): each process loads them anew.
"""

import gc
import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")

WORTH_IT = 64  # items; a process takes half a second to start
WORTH_BEGINNING = 200  # items that take a few milliseconds each
MOST = 4  # processes
AHEAD = 4  # shares of work for each process that wait or are done


class _Kept:
    """The processes of a block, started when first asked for."""

    pool: ProcessPoolExecutor | None = None


_KEPT: ContextVar[_Kept | None] = ContextVar("kept", default=None)


@contextmanager
def kept() -> Iterator[None]:
    """Keep the processes that are started in the block until its end, for all that it does."""
    if _KEPT.get() is not None:
        yield
        return
    kept = _Kept()
    token = _KEPT.set(kept)
    try:
        yield
    finally:
        _KEPT.reset(token)
        if kept.pool is not None:
            kept.pool.shutdown(wait=True, cancel_futures=True)


def mapped(
    function: Callable[[T], R], items: Sequence[T], *, worth: int = WORTH_IT, at_once: int = 8
) -> Iterator[R]:
    """Yield what a pure function of this package makes of each item, in their order.

    From so many items on as are ``worth`` it they are shared out to processes, some ``at_once``,
    and no more of them than a little ahead of what is taken: what they return may be large.
    """
    if len(items) < worth or _workers() < 2:
        yield from map(function, items)
        return
    with _processes() as pool:
        waiting: deque[Future[list[R]]] = deque()
        for start in range(0, len(items), at_once):
            if len(waiting) == AHEAD * _workers():
                yield from waiting.popleft().result()
            waiting.append(pool.submit(_each, function, items[start : start + at_once]))
        while waiting:
            yield from waiting.popleft().result()


def _each(function: Callable[[T], R], items: Sequence[T]) -> list[R]:
    return [function(item) for item in items]


@contextmanager
def begun(function: Callable[[T], R], count: int) -> Iterator[Callable[[T], Callable[[], R]]]:
    """Yield what begins the function on an item, and returns how to wait for its result.

    For work whose items come one by one while others are being used; ``count`` says how many
    will come. Few are done when they are waited for.
    """
    if count < WORTH_BEGINNING or _workers() < 2:
        yield lambda item: partial(function, item)
        return
    with _processes() as pool:
        yield lambda item: pool.submit(function, item).result


def spare(function: Callable[[T], R], item: T) -> Callable[[], R]:
    """Begin the function on an item, and return how to wait for its result.

    For small work that comes when processes have been started for other work and are done with
    it: it is no reason to start any.
    """
    kept = _KEPT.get()
    if kept is None or kept.pool is None:
        return partial(function, item)
    return kept.pool.submit(function, item).result


def _workers() -> int:
    return min(os.cpu_count() or 1, MOST)


@contextmanager
def _processes() -> Iterator[ProcessPoolExecutor]:
    """Yield the processes that are kept, or else some for this block alone."""
    kept = _KEPT.get()
    if kept is not None:
        kept.pool = kept.pool or _pool()
        yield kept.pool
        return
    pool = _pool()
    try:
        yield pool
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _pool() -> ProcessPoolExecutor:
    return ProcessPoolExecutor(_workers(), multiprocessing.get_context("spawn"), gc.disable)
