"""Time taken by named parts of one piece of work, each second counted once.

A part that runs inside another stops the other's clock. Functions are timed where they are
looked up, from outside, and put back afterwards: the product carries no clock of its own.
"""

import resource
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import wraps
from typing import Any


@dataclass
class Spent:
    """Seconds by the wall clock, and of CPU time by this process and its children."""

    wall: float = 0.0
    cpu: float = 0.0

    def add(self, wall: float, cpu: float) -> None:
        """Add to both."""
        self.wall += wall
        self.cpu += cpu


@contextmanager
def spending() -> Iterator[Spent]:
    """Yield what is filled in at the end of the block; children count once they have ended."""
    spent = Spent()
    wall, cpu = time.perf_counter(), _cpu()
    try:
        yield spent
    finally:
        spent.add(time.perf_counter() - wall, _cpu() - cpu)


def _cpu() -> float:
    both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in both)


class Stopwatch:
    """Shares of the time between the parts of a piece of work, in the thread that made it."""

    def __init__(self) -> None:
        """Start without parts."""
        self.parts: defaultdict[str, Spent] = defaultdict(Spent)
        self._open: list[str] = []
        self._since = (0.0, 0.0)
        self._thread = threading.get_ident()

    @contextmanager
    def part(self, name: str) -> Iterator[None]:
        """Count the time of a block under a name, and not under that of the block around it."""
        self._turn()
        self._open.append(name)
        try:
            yield
        finally:
            self._turn()
            self._open.pop()

    def _turn(self) -> None:
        now = time.perf_counter(), time.process_time()
        if self._open:
            self.parts[self._open[-1]].add(now[0] - self._since[0], now[1] - self._since[1])
        self._since = now

    @contextmanager
    def timing(self, *functions: tuple[object, str, str]) -> Iterator[None]:
        """Time functions during a block, each given by owner, name and part."""
        with ExitStack() as put_back:
            for owner, name, part in functions:
                put_back.callback(_replaced(owner, name, self._timed(getattr(owner, name), part)))
            yield

    def _timed(self, function: Callable[..., Any], part: str) -> Callable[..., Any]:
        @wraps(function)
        def timed(*args: Any, **kwargs: Any) -> Any:
            if threading.get_ident() != self._thread:
                return function(*args, **kwargs)
            with self.part(part):
                return function(*args, **kwargs)

        return timed


def _replaced(owner: object, name: str, by: Callable[..., Any]) -> Callable[[], None]:
    """Put a function in the place of another and return how to undo it."""
    before = vars(owner).get(name)
    setattr(owner, name, by)
    if before is None:  # a method of an instance: its class still has it
        return lambda: delattr(owner, name)
    return lambda: setattr(owner, name, before)
