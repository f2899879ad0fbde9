"""Who goes back to whom, and who has separate access."""

from provenance.errors import UsageError
from provenance.model import Record, Separation, State
from provenance.workspace.core import Workspace
from provenance.workspace.correct.step import keep, next_version
from provenance.workspace.picture import Picture


def settle_derivation(
    workspace: Workspace, downstream: str, upstream: str, state: State, why: str
) -> int:
    """Confirm or refuse what is proposed between two documents; return how many proposals."""
    picture = Picture(workspace)
    records: list[Record] = [
        next_version(workspace, each, state=state, why=why)
        for each in picture.derivations
        if each.state is not State.RETRACTED
        and {each.downstream, each.upstream} == {downstream, upstream}
    ]
    if not records:
        raise UsageError("nothing is proposed between these two documents")
    keep(workspace, "settle derivation", records)
    return len(records)


def separate(
    workspace: Workspace, one: str, other: str, access: str, *, refuse: bool = False
) -> None:
    """Confirm that two documents have separate access, which is named; or take that back."""
    if not access.strip() and not refuse:
        raise UsageError(
            "independence needs the separate access named: --access "
            '"own reporter at the pier", another witness, sensor, leaker'
        )
    if one == other:
        raise UsageError("a document cannot be separate from itself")
    picture = Picture(workspace)
    if not refuse and any(
        {each.downstream, each.upstream} == {one, other} for each in picture.live
    ):
        raise UsageError(
            "one of these documents is proposed or confirmed to go back to the other; "
            "refuse that first: provenance lineage refuse"
        )
    place = (min(one, other), max(one, other))
    earlier = next((e for e in workspace.store.current(Separation) if e.place == place), None)
    if refuse and (earlier is None or earlier.state is not State.CONFIRMED):
        raise UsageError("nobody has said that these two documents have separate access")
    record = Separation(
        id=workspace.new_id(),
        one=one,
        other=other,
        access=access,
        state=State.REFUSED if refuse else State.CONFIRMED,
        supersedes=earlier.id if earlier else None,
    )
    keep(workspace, "separate", [record])
