"""Who goes back to whom, and who has separate access.

A person confirms or refuses what is proposed, or adds what no program saw. Each decision is one
step; it can be undone, and decided otherwise later. What the program makes of it at its next
run is in ``assess.settled``: nothing that was refused is proposed again.
"""

from collections.abc import Sequence

from provenance.canonical import content_key
from provenance.errors import UsageError
from provenance.lineage.credits import outlet_key
from provenance.model import Derivation, DerivationKind, Evidence, Record, Separation, State
from provenance.workspace.core import Workspace
from provenance.workspace.correct.step import BY_HAND, keep, next_version
from provenance.workspace.picture import Picture


def settle_derivation(
    workspace: Workspace,
    downstream: str,
    upstream: str | None,
    state: State,
    why: str,
    *,
    name: str | None = None,
) -> int:
    """Confirm or refuse what is proposed between two documents; return how many proposals.

    Instead of a document further up, the name of what is only named may be given.
    """
    picture = Picture(workspace)
    between = _between(picture, downstream, upstream, name)
    open_ = [each for each in between if each.state is not state]
    if not between:
        raise UsageError(
            "nothing is proposed between these two; to say so yourself: provenance lineage add"
        )
    if not open_:
        raise UsageError(f"that is {state} already")
    records = [next_version(workspace, each, state=state, why=why) for each in open_]
    keep(workspace, "settle derivation", records)
    return len(records)


def settle_one(workspace: Workspace, record: str, state: State, why: str) -> Derivation:
    """Confirm or refuse one derivation, by the id of the version that was seen; return it."""
    found = workspace.store.current(Derivation, id=[record])
    if not found:
        raise UsageError("this tie was changed meanwhile; look at it again")
    (seen,) = found
    if seen.state is state:
        raise UsageError(f"that is {state} already")
    settled = next_version(workspace, seen, state=state, why=why)
    keep(workspace, "settle derivation", [settled])
    return settled


def add_derivation(
    workspace: Workspace,
    downstream: str,
    upstream: str | None,
    kind: DerivationKind,
    *,
    name: str | None = None,
    directed: bool = True,
    why: str = "",
) -> Derivation:
    """Record that a document goes back to another, or to what is only named; it is confirmed.

    What the program proposed of how one text comes from the other gives way to it.
    """
    if downstream == upstream:
        raise UsageError("a document does not go back to itself")
    picture = Picture(workspace)
    key = _key(picture, downstream, upstream, name, kind)
    between = _between(picture, downstream, upstream, name, retracted=True)
    same = [e for e in between if e.type is kind and _way(e) == (downstream, upstream, directed)]
    known = next(iter(same), None) or next(iter(workspace.store.standing(Derivation, [key])), None)
    if known is not None and known.state is State.CONFIRMED:
        raise UsageError("that is confirmed already")
    made = Derivation(
        id=workspace.new_id(),
        downstream=downstream,
        upstream=upstream,
        upstream_name=None if upstream else name,
        type=kind,
        directed=directed,
        evidence=(Evidence(rule=BY_HAND, sentence=why or "A person says so."),),
        state=State.CONFIRMED,
        key=known.key if known else key,
        supersedes=known.id if known else None,
        why=why or "added by hand",
    )
    others = [each for each in between if each is not known] if kind.textual else []
    keep(workspace, "add derivation", [made, *_giving_way(workspace, others, made)])
    return made


def _giving_way(
    workspace: Workspace, others: Sequence[Derivation], made: Derivation
) -> list[Record]:
    """Return what a person's word about two texts puts in the place of what was said before."""
    instead = {State.PROPOSED: State.RETRACTED, State.CONFIRMED: State.REFUSED}
    return [
        next_version(workspace, each, state=instead[each.state], why=made.why)
        for each in others
        if each.type.textual and each.state in instead
    ]


def _way(tie: Derivation) -> tuple[str, str | None, bool]:
    return tie.downstream, tie.upstream, tie.directed


def _between(
    picture: Picture,
    downstream: str,
    upstream: str | None,
    name: str | None,
    *,
    retracted: bool = False,
) -> list[Derivation]:
    """Return what is said between two documents either way, or of a document and a name."""
    ends, called = {downstream, upstream}, outlet_key(name or "")
    return [
        each
        for each in picture.derivations
        if (retracted or each.state is not State.RETRACTED)
        and (
            {each.downstream, each.upstream} == ends
            if upstream is not None
            else each.downstream == downstream
            and each.upstream is None
            and outlet_key(each.upstream_name or "") == called
        )
    ]


def _key(
    picture: Picture,
    downstream: str,
    upstream: str | None,
    name: str | None,
    kind: DerivationKind,
) -> str:
    """Return the key of what a person adds: by the documents themselves, as they were named."""
    for each in (downstream, upstream):
        if each is not None and each not in picture.documents:
            raise UsageError("name documents that are captured here, such as d7 and d3")
    if upstream is None and not (name or "").strip():
        raise UsageError("name what the document goes back to")
    end = upstream or f"name:{outlet_key(name or '')}"
    return content_key("derivation", BY_HAND, kind, downstream, end)


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
            "these documents are proposed or confirmed to be tied, by one of them or by a source "
            "that both name; refuse that first: provenance lineage refuse"
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
