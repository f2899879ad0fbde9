"""How long the review room takes to open on the demo, in a real terminal of 120 by 40.

The first frame is there when anything can be read on the screen, the queue when ten of its
claims can: handle and grade in one line, the first words of the wording in the next.
"""

import fcntl
import os
import pty
import struct
import subprocess
import termios
import time
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from select import select

from benchmarks.desks import demo
from benchmarks.figures import Figure, of_times
from benchmarks.screen import Screen
from benchmarks.startup import program
from benchmarks.stopwatch import Spent, spending
from provenance.display import one_line
from provenance.model.dossier import ClaimRow
from provenance.workspace.core import Workspace
from provenance.workspace.views import Views
from seeds.world import World

COLUMNS, ROWS = 120, 40
FRAME_S, QUEUE_S = 1.0, 1.5
CLAIMS = 10
PATIENCE_S = 30.0
WORDS = 20  # characters of the wording that have to stand there


def room(runs: int = 5, world: World | None = None) -> tuple[Figure, ...]:
    """Open the review room and leave it again."""
    with demo(world) as workspace:
        rows = Views(workspace).queue()[:CLAIMS]
        opened = [_opened(workspace, rows) for _ in range(runs)]
    frames, queues = zip(*opened, strict=True)
    return (
        of_times("review room: first frame", frames, FRAME_S),
        of_times(
            f"review room: {len(rows)} rows of the queue",
            queues,
            QUEUE_S,
            notes=("CPU: of the whole visit, from the command to the end of the program",),
        ),
    )


def _opened(workspace: Workspace, rows: Sequence[ClaimRow]) -> tuple[Spent, Spent]:
    """Return when something, and when the queue could be read."""
    terminal, other = pty.openpty()
    fcntl.ioctl(other, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    with spending() as visit:
        command = [program(), "review", "-w", str(workspace.root)]
        process = subprocess.Popen(  # noqa: S603  # our own program
            command,
            stdin=other,
            stdout=other,
            stderr=other,
            env=_environment(workspace.settings.home),
            start_new_session=True,
        )
        os.close(other)
        try:
            frame, queue = _watched(terminal, rows)
            os.write(terminal, b"q")
            _drained(terminal)
            code = process.wait(PATIENCE_S)
        finally:
            process.kill()
            process.wait()
            os.close(terminal)
    assert code == 0, code
    return Spent(frame, visit.cpu), Spent(queue, visit.cpu)


def _environment(home: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")}
    named = {"PROVENANCE_HOME": str(home), "TERM": "xterm-256color", "COLORTERM": "truecolor"}
    return kept | named


def _watched(terminal: int, rows: Sequence[ClaimRow]) -> tuple[float, float]:
    """Return after how many seconds something could be read, and after how many the rows."""
    begun = time.perf_counter()
    screen, first = Screen(COLUMNS, ROWS), None
    while (now := time.perf_counter() - begun) < PATIENCE_S:
        data = _read(terminal, PATIENCE_S - now)
        if not data:
            break
        screen.feed(data)
        now = time.perf_counter() - begun
        if first is None and any(line.strip() for line in screen.lines):
            first = now
        if first is not None and readable(screen.lines, rows):
            return first, now
    shown = "\n".join(line.rstrip() for line in screen.lines)
    raise AssertionError(f"the queue never came; the screen shows:\n{shown}")


def readable(lines: Sequence[str], rows: Sequence[ClaimRow]) -> bool:
    """Return whether each claim stands on the screen with its grade and its first words."""
    pairs = list(pairwise(lines))
    return all(
        any(
            f" {row.handle} " in line
            and row.cell in line
            and one_line(row.wording, 500)[:WORDS] in below
            for line, below in pairs
        )
        for row in rows
    )


def _drained(terminal: int) -> None:
    """Read what the program still writes, so that it can end."""
    while _read(terminal, PATIENCE_S):
        pass


def _read(terminal: int, seconds: float) -> bytes:
    """Return what was written, or nothing when the program has ended or says nothing more."""
    if not select([terminal], [], [], seconds)[0]:
        return b""
    try:
        return os.read(terminal, 65536)
    except OSError:  # how Linux says that the other side is closed
        return b""
