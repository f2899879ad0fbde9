"""What a check gathers: what disagrees, what was noticed, what is shown, what was not checked."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from provenance.errors import ProvenanceError
from provenance.store.inspection import Problem, ReadingError

# What reading damaged bytes ends in somewhere below; a check names each case it knows better.
DAMAGED = (
    ArithmeticError,
    AttributeError,
    LookupError,
    OSError,
    ProvenanceError,
    ReadingError,
    RecursionError,
    TypeError,
    ValueError,
)


@dataclass
class Outcome:
    """The results of the checks so far, in the order in which they were made, and how much."""

    entries: int = 0
    records: int = 0
    blobs: int = 0
    checkpoints: int = 0
    root: str = ""
    problems: list[Problem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    shows: list[str] = field(default_factory=list)
    not_checked: list[str] = field(default_factory=list)

    def wrong(self, what: str, which: str, sentence: str) -> None:
        """Note one disagreement."""
        self.problems.append(Problem(what, which, sentence))

    @contextmanager
    def checking(self, name: str) -> Iterator[None]:
        """Make of a check that damage has ended a disagreement, so that the others are made."""
        try:
            yield
        except DAMAGED as error:
            sentence = f"what it reads is damaged, and it could not be finished: {error}"
            self.wrong("check", name, sentence)
            self.not_checked.append(f"the rest of the check of {name}")
