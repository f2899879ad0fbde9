"""``undo``: takes the last decision back, as a whole step. The records stay, no longer current."""

from provenance.audit import Entry
from provenance.errors import UsageError
from provenance.model import Withdrawal
from provenance.workspace.assess import refresh
from provenance.workspace.core import Workspace

# Steps that people take. What a program proposed is not undone but decided otherwise.
UNDOABLE = {
    "case",
    "compare",
    "correct",
    "inquiry",
    "merge claims",
    "move appearance",
    "name source",
    "rate source",
    "review",
    "same source",
    "say",
    "separate",
    "settle derivation",
}


def undo(workspace: Workspace, *, seq: int | None = None, why: str = "") -> Entry:
    """Take back the last step of this person that can be, or the one named; return its entry."""
    actor = workspace.store.commitment(workspace.me)
    withdrawn = {each.step for each in workspace.store.current(Withdrawal)}
    mine = [
        entry
        for entry, _ in workspace.store.entries()
        if entry.actor == actor and entry.kind in UNDOABLE and entry.seq not in withdrawn
    ]
    if seq is not None:
        mine = [entry for entry in mine if entry.seq == seq]
    if not mine:
        raise UsageError(
            f"entry {seq} is no decision of yours that can be taken back"
            if seq is not None
            else "there is no decision of yours to take back"
        )
    entry = mine[-1]
    workspace.step("undo", [Withdrawal(id=workspace.new_id(), step=entry.seq, why=why or "undone")])
    refresh(workspace, entry.kind)
    return entry
