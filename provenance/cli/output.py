"""What goes to stdout, what to stderr, and how it looks.

Captured text is made safe before it is written. Colour is never alone: it repeats a word.
NO_COLOR, and a stream that is no terminal, turn it off.
"""

import json
import os
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from shutil import get_terminal_size
from typing import Any

from pydantic import BaseModel

from provenance.display import for_terminal, one_line

STYLES = {"bold": "1", "dim": "2", "red": "31", "green": "32", "yellow": "33", "cyan": "36"}


def styled(text: str, style: str, *, stream: Any = None) -> str:
    """Return text in a style where the stream is a terminal and NO_COLOR is not set."""
    stream = stream or sys.stdout
    if os.environ.get("NO_COLOR") or not stream.isatty():
        return text
    return f"\x1b[{STYLES[style]}m{text}\x1b[0m"


def data(text: str) -> None:
    """Write a line of data to stdout."""
    sys.stdout.write(text + "\n")


def talk(text: str) -> None:
    """Write a line for the person to stderr."""
    sys.stderr.write(text + "\n")


def as_json(value: Any) -> None:
    """Write a value as JSON to stdout; what drives a terminal or hides is written as an escape."""
    text = json.dumps(_plain(value), indent=2, ensure_ascii=False)
    data(re.sub(r"[^ -~\n]", lambda found: _escaped(found.group()), text))


def _escaped(character: str) -> str:
    if for_terminal(character) == character:
        return character
    units = character.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2))


def _plain(value: Any) -> Any:
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json")
    if isinstance(value, (list, tuple)):
        return [_plain(each) for each in value]
    return value


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Write rows in columns; the last column takes what is left of the terminal's width."""
    if not rows:
        return
    cells = [[one_line(cell) for cell in row] for row in rows]
    widths = [max(len(row[at]) for row in (head, *cells)) for at in range(len(head) - 1)]
    width = get_terminal_size((100, 24)).columns if sys.stdout.isatty() else 10_000
    left = max(20, width - sum(widths) - 2 * len(widths))
    for number, row in enumerate((head, *cells)):
        line = "".join(cell.ljust(w + 2) for cell, w in zip(row, widths, strict=False))
        line += one_line(row[-1], left)
        data(styled(line, "bold") if number == 0 else line)


def shown(text: str | None) -> str:
    """Return captured text for one line of a terminal."""
    return one_line(text or "")


def terminal_width() -> int:
    """Return how many cells a line of running text may have."""
    return min(100, get_terminal_size((100, 24)).columns)


def paragraph(text: str, indent: str = "") -> str:
    """Return captured text wrapped to the terminal, every line behind an indent."""
    import textwrap

    width = terminal_width()
    lines = for_terminal(text).split("\n")
    return "\n".join(
        textwrap.fill(line, width, initial_indent=indent, subsequent_indent=indent)
        for line in lines
    )


@contextmanager
def progress(verb: str) -> Iterator[Callable[[str, int, int], None]]:
    """Yield a function that is told (what, done, of how many); shows a bar in a terminal."""
    if not sys.stderr.isatty():
        yield lambda *_told: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(verb, total=None)

        def tell(what: str, done: int, total: int) -> None:
            bar.update(task, description=one_line(what, 40), completed=done, total=total)

        yield tell
