"""How long the command line takes to say what it can do."""

import subprocess
import sys
from pathlib import Path

from benchmarks.figures import Figure, of_times, repeated

LIMIT = 0.3


def program() -> str:
    """Return the installed command beside this Python."""
    return str(Path(sys.executable).with_name("provenance"))


def startup(runs: int = 7) -> tuple[Figure, ...]:
    """Run ``provenance --help`` in a process of its own."""

    def help_text() -> bytes:
        command = [program(), "--help"]
        return subprocess.run(command, check=True, capture_output=True).stdout  # noqa: S603  # ours

    printed, spent = repeated(help_text, runs)
    assert b"capture" in printed
    return (of_times("provenance --help", spent, LIMIT),)
