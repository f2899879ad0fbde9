"""``undo``: takes the last decision back, as a whole step. The records stay, no longer current."""

from collections.abc import Sequence

from provenance.audit import Entry
from provenance.errors import UsageError
from provenance.model import (
    Appearance,
    Attribution,
    Claim,
    Comparison,
    Declaration,
    Link,
    Record,
    Retraction,
    Review,
    Source,
    Stance,
    Value,
    Withdrawal,
)
from provenance.workspace.assess import refresh
from provenance.workspace.core import Workspace

# Steps that people take. What a program proposed is not undone but decided otherwise; only that
# it read again what it had read before can be taken back as a whole.
UNDOABLE = {
    "add derivation",
    "case",
    "compare",
    "correct",
    "genre",
    "inquiry",
    "link",
    "merge claims",
    "move appearance",
    "name source",
    "mark",
    "our source",
    "part claim",
    "rate source",
    "read again",
    "retract",
    "review",
    "same source",
    "say",
    "separate",
    "settle derivation",
}
_NOUNS = {
    "review": "decision",
    "correct": "correction",
    "genre": "genre of a document",
    "name source": "name of a source",
    "our source": "word on whose publication it is",
    "retract": "retraction",
    "mark": "claim added by hand",
    "part claim": "division",
    "add derivation": "tie between documents",
    "settle derivation": "decision on a tie between documents",
    "link": "link",
}


class TakenBack(Value):
    """What was taken back, in words; the claim it was about, where it was about one."""

    words: str
    claim: str | None = None
    decision: bool = False


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
    refresh(workspace, entry.kind, workspace.store.of_step(entry.seq))
    return entry


def taken_back(workspace: Workspace, entry: Entry) -> TakenBack:
    """Return what an entry that was taken back had been about."""
    records = workspace.store.of_step(entry.seq)
    claim = _claim_of(workspace, records)
    handle = workspace.store.handles("c").get(claim or "") or _subject_of(workspace, records)
    about = f" about {handle}" if handle else ""
    return TakenBack(
        words=f"{_NOUNS.get(entry.kind, entry.kind)}{about} (entry {entry.seq})",
        claim=claim,
        decision=entry.kind == "review",
    )


def _claim_of(workspace: Workspace, records: Sequence[Record]) -> str | None:
    """Return the claim that records are about; of what is at a place, the claim it belongs to."""
    for each in records:
        if isinstance(each, (Review, Comparison)):
            return each.claim
        if isinstance(each, Claim):
            return each.of
        if isinstance(each, Link) and each.stance is not Stance.REPEATS:
            return each.claim
        if isinstance(each, (Appearance, Attribution, Link)):
            place = each.appearance if isinstance(each, Link) else each.of
            links = workspace.store.current(Link, appearance=place, stance=Stance.REPEATS)
            return links[0].claim if links else None
    return None


def _subject_of(workspace: Workspace, records: Sequence[Record]) -> str:
    """Return the handle of the text or the source that records are about as a whole."""
    for each in records:
        if isinstance(each, Declaration):
            return workspace.store.handles("d").get(each.document, "")
        if isinstance(each, (Retraction, Source)):
            subject = each.subject if isinstance(each, Retraction) else _stands_for(each)
            found = (workspace.store.handles(letter).get(subject, "") for letter in "dks")
            return next(filter(None, found), "")
    return ""


def _stands_for(source: Source) -> str:
    """Return what a source record is about: a document where it stands for one as a whole."""
    return source.document if source.named and source.document else source.of
