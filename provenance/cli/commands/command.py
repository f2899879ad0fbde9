"""What the table of commands is made of."""

from typing import NamedTuple


class Command(NamedTuple):
    """One command: its words, where its function is, its help and examples."""

    words: str
    path: str
    group: str
    help: str
    examples: tuple[str, ...]


WORK, JUDGE, SHOW, AUDIT, DESK = ORDER = ("Work", "Judge", "Show", "Audit", "Desk")
