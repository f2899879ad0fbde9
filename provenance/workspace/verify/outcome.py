"""What a check gathers: what disagrees, what was noticed, what is shown, what was not checked."""

from dataclasses import dataclass, field

from provenance.store.inspection import Problem


@dataclass
class Outcome:
    """The results of the checks so far, in the order in which they were made."""

    problems: list[Problem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    shows: list[str] = field(default_factory=list)
    not_checked: list[str] = field(default_factory=list)

    def wrong(self, what: str, which: str, sentence: str) -> None:
        """Note one disagreement."""
        self.problems.append(Problem(what, which, sentence))
