"""Alarms, and what falls with a text or a source, as they are shown."""

from typing import Literal

from provenance.model.record import Value


class AlarmView(Value):
    """One path that returns to where it began, and the claims that stand on it."""

    kind: Literal["circular", "no independent confirmation"]
    path: tuple[str, ...]  # names; the last is the first
    documents: tuple[str, ...]  # handles
    claims: tuple[str, ...]  # handles
    proposed: bool  # whether it rests on a tie that no person has confirmed
    sentence: str

    @property
    def drawn(self) -> str:
        """The path as it is drawn: A → B → A."""
        return " → ".join(self.path)


class ImpactChange(Value):
    """One claim whose proposed grade changes, and why it stood and stands as it does."""

    claim: str  # handle
    wording: str
    before: str
    after: str
    because_before: str
    because_after: str
    steps: int


class ImpactView(Value):
    """What falls with a document, a capture or a source."""

    handle: str
    name: str
    documents: tuple[str, ...]  # handles of those that fall themselves
    changes: tuple[ImpactChange, ...]
    left_bare: tuple[str, ...]  # handles of claims that nothing states any more
    note: str = ""  # why nothing falls, where that is so

    @property
    def steps(self) -> int:
        """How much hangs on it: the steps of all changes."""
        return sum(change.steps for change in self.changes)

    @property
    def told(self) -> str:
        """Each claim with its grade before and after."""
        return ", ".join(f"{each.claim} {each.before} → {each.after}" for each in self.changes)

    @property
    def summary(self) -> str:
        """What falls with it, in one sentence."""
        if self.note:
            return f"Nothing changes: {self.note}."
        bare = f"nothing would state {', '.join(self.left_bare)} any more"
        if not self.changes:
            nothing = "Nothing changes: no grade hangs on it alone"
            return f"{nothing}, but {bare}." if self.left_bare else f"{nothing}."
        grades = f"{len(self.changes)} grade{'' if len(self.changes) == 1 else 's'} would change"
        return f"{grades}; {bare}." if self.left_bare else f"{grades}."


class RetractionView(Value):
    """What a person says fell, and why."""

    handle: str  # of a document, a capture or a source
    name: str
    notice: str | None  # handle of the document that says so
    why: str
    by: str
    at: str
