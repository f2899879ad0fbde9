"""Which document goes back to which, as lineage proposes it now."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial

from provenance import lineage
from provenance.canonical import content_key
from provenance.model import Derivation, State
from provenance.workspace.assess.settled import Settled
from provenance.workspace.core import Workspace
from provenance.workspace.picture import Picture
from provenance.workspace.processes import begun, mapped

_SETTLED = (State.CONFIRMED, State.REFUSED)
Texts = Sequence[lineage.Text]
Keys = Mapping[str, Mapping[str, Collection[int]]]  # by kind, of each document
VERY_MANY = 3000  # texts from which on tracing is shared out, instead of being begun beforehand


class Ahead:
    """What lineage finds out about some texts, where that was begun before it is asked for."""

    def __init__(self, texts: Texts, traced: Callable[[], lineage.Traced]) -> None:
        """Take the texts, and how to wait for what is found out about them."""
        self._texts = texts
        self._traced = traced

    def traced(self, texts: Texts) -> lineage.Traced:
        """Return what is found out about texts, anew where they are others by now."""
        return self._traced() if texts == self._texts else shared_out(texts)


@contextmanager
def ahead(picture: Picture) -> Iterator[Ahead]:
    """Begin to trace the lineage of many texts, while something else is being done."""
    texts = texts_of(picture)
    if len(texts) >= VERY_MANY:
        yield Ahead(texts, partial(shared_out, texts))
        return
    with begun(lineage.trace, len(texts)) as begin:
        yield Ahead(texts, begin(texts))


def texts_of(picture: Picture) -> Texts:
    """Return all documents as lineage reads them."""
    return [picture.text(each) for each in picture.documents.values()]


def traced(picture: Picture) -> lineage.Traced:
    """Return what lineage finds out about the documents of a picture."""
    return shared_out(texts_of(picture), picture.outlet_names)


def shared_out(texts: Texts, outlets: frozenset[str] = frozenset()) -> lineage.Traced:
    """Return what lineage finds out about texts, very many of them in several processes."""
    return lineage.trace(texts, outlets, partial(mapped, worth=2, at_once=1))


def derive(
    workspace: Workspace, picture: Picture, begun_before: Ahead | None = None
) -> tuple[int, Keys]:
    """Record derivations as they should be now; return how many changed, and the texts' keys."""
    found = begun_before.traced(texts_of(picture)) if begun_before else traced(picture)
    records = recorded(workspace, picture, found.proposals)
    return len(records), found.keys


def recorded(
    workspace: Workspace,
    picture: Picture,
    proposals: Sequence[lineage.Proposed],
    decides: Callable[[Derivation | lineage.Proposed], bool] = lambda _: True,
) -> Sequence[Derivation]:
    """Record what is proposed of the documents of a picture; return what was written.

    Where some proposals alone are decided by it, the others are let be.
    """
    settled = Settled(workspace, picture.documents)
    wanted = list(settled.unanswered(proposals))
    current = {each.key: each for each in picture.derivations}
    elsewhere = workspace.store.standing(Derivation, {e.key for e in wanted} - current.keys())
    current |= {each.key: each for each in elsewhere}  # between documents of the same texts
    proposed = _by_key(wanted, current)
    records: list[Derivation] = []
    for key, proposal in proposed.items():
        known = current.get(key)
        if (known is not None and known.state in _SETTLED) or not decides(proposal):
            continue
        fresh = Derivation(
            **dict(proposal),
            id=workspace.new_id(),
            state=State.PROPOSED,
            supersedes=known.id if known else None,
        )
        kept = {"id", "supersedes"}
        if known is None or known.model_dump(exclude=kept) != fresh.model_dump(exclude=kept):
            records.append(fresh)
    for key, known in current.items():
        if known.state is State.PROPOSED and key not in proposed and decides(known):
            update = {
                "id": workspace.new_id(),
                "state": State.RETRACTED,
                "supersedes": known.id,
            }
            records.append(known.model_copy(update=update))
    workspace.steps("trace lineage", records)
    return records


def _by_key(
    proposals: Sequence[lineage.Proposed], current: Mapping[str, Derivation]
) -> dict[str, lineage.Proposed]:
    """Return proposals by key; one of the same texts in other documents gets a key of its own.

    Keys are those of texts, and many documents may have the same one. Who holds a key keeps it.
    """
    found: dict[str, lineage.Proposed] = {}
    others: list[lineage.Proposed] = []
    for each in proposals:
        holder = current.get(each.key)
        if each.key in found or (holder is not None and _documents(holder) != _documents(each)):
            others.append(each)
        else:
            found[each.key] = each
    for each in others:
        key, holder = each.key, current.get(each.key)
        if key in found or (holder is not None and holder.state in _SETTLED):
            key = content_key("derivation", key, each.downstream, each.upstream or "")
        found[key] = each.model_copy(update={"key": key})
    return found


def _documents(tie: Derivation | lineage.Proposed) -> tuple[str, str | None]:
    return tie.downstream, tie.upstream
