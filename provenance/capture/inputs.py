"""What a command's words stand for: files, folders, addresses, standard input, lists of them."""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

STDIN = "-"
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


def is_address(text: str) -> bool:
    """Return whether the input is an address; the network says which schemes it knows."""
    return _ADDRESS.match(text) is not None


def expand(inputs: Sequence[str], listed: str = "") -> list[str]:
    """Return each input once, in order: those given, then those of a list, one a line.

    A folder stands for its files, sorted, recursively, hidden ones left out; one that has none,
    or may not be read, stands for itself, so that its failure is told. In a list, empty lines
    and lines that begin with ``#`` are left out.
    """
    every = [*inputs, *_lines(listed)]
    return list(dict.fromkeys(found for given in every for found in _one(given)))


def _lines(listed: str) -> Iterable[str]:
    lines = (line.strip() for line in listed.removeprefix("\ufeff").splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def _one(given: str) -> Iterator[str]:
    """Yield what one input stands for; a folder that gives no file stands for itself."""
    if given == STDIN or is_address(given) or not _is_folder(given):
        yield given
        return
    closed: list[OSError] = []
    empty = True
    for folder, names, files in os.walk(given, onerror=closed.append):
        names[:] = sorted(name for name in names if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith("."):
                empty = False
                yield str(Path(folder) / name)
    yield from (str(error.filename) for error in closed)
    if empty and not closed:
        yield given


def _is_folder(given: str) -> bool:
    try:
        return Path(given).is_dir()
    except (OSError, ValueError):
        return False  # a name that the file system cannot hold fails when it is read
