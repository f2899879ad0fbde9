"""Which document goes back to which, as lineage proposes it now."""

from provenance import lineage
from provenance.model import Derivation, Record, State
from provenance.workspace.assess.memory import undisturbed
from provenance.workspace.core import Workspace
from provenance.workspace.picture import Picture


def derive(workspace: Workspace, picture: Picture) -> int:
    """Record derivations as they should be now; return how many changed."""
    texts = [picture.text(each) for each in picture.documents.values()]
    with undisturbed():
        proposed = {each.key: each for each in lineage.derive(texts)}
    current = {each.key: each for each in picture.derivations}
    records: list[Record] = []
    for key, proposal in proposed.items():
        known = current.get(key)
        if known is not None and known.state in (State.CONFIRMED, State.REFUSED):
            continue
        wanted = Derivation(
            **dict(proposal),
            id=workspace.new_id(),
            state=State.PROPOSED,
            supersedes=known.id if known else None,
        )
        kept = {"id", "supersedes"}
        if known is None or known.model_dump(exclude=kept) != wanted.model_dump(exclude=kept):
            records.append(wanted)
    for key, known in current.items():
        if known.state is State.PROPOSED and key not in proposed:
            update = {
                "id": workspace.new_id(),
                "state": State.RETRACTED,
                "supersedes": known.id,
            }
            records.append(known.model_copy(update=update))
    workspace.steps("trace lineage", records)
    return len(records)
