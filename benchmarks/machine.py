"""What the figures were measured on: processor, memory, Python, libraries, and how busy it was."""

import os
import platform
import sqlite3
import sys
from importlib.metadata import version
from pathlib import Path

LIBRARIES = (
    "cryptography",
    "cyclopts",
    "pydantic",
    "selectolax",
    "sqlalchemy",
    "sqlmodel",
    "textual",
    "trafilatura",
)


def machine() -> dict[str, str]:
    """Return what to print beside the figures; what cannot be told is "unknown"."""
    return {
        "processor": f"{_processor()}, {_cores()} cores",
        "memory": _memory(),
        "system": f"{platform.system()} {platform.release()}",
        "python": f"{platform.python_implementation()} {platform.python_version()}",
        "sqlite": sqlite3.sqlite_version,
        "libraries": ", ".join(f"{name} {version(name)}" for name in LIBRARIES),
    }


def load() -> str:
    """Return how many programs wanted to run in the last 1, 5 and 15 minutes."""
    return ", ".join(f"{each:.1f}" for each in os.getloadavg())


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 0


def _processor() -> str:
    for line in _lines("/proc/cpuinfo"):
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.processor() or "unknown"


def _memory() -> str:
    for line in _lines("/proc/meminfo"):
        if line.startswith("MemTotal"):
            return f"{int(line.split()[1]) / 2**20:.0f} GiB"
    return "unknown"


def _lines(path: str) -> list[str]:
    try:
        return Path(path).read_text("utf-8").splitlines()
    except OSError:
        return []
