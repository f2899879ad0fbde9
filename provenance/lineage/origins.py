"""Count the places to which the appearances of one claim go back.

A document goes back to the documents and outlets it derives from and to the last named source
of its attribution chain. What has nothing further up is a root; documents that derive from
each other, or share text without a direction, are one place. Each appearance belongs to one
root: a document with several roots joins one that other appearances need already, and so a
copy, whatever else it credits, never adds an origin.

Independence is "not established" unless a person has confirmed it for two documents: no
program shows independence. It is "dependent" where the outlets that stand at the root of one
origin stand at the root of an earlier one, and where our own publication stands at its root:
what we said ourselves, and what goes back to it, adds no origin.
"""

from collections.abc import Mapping, Sequence
from typing import Literal

from provenance.lineage.credits import outlet_key
from provenance.lineage.fallen import NOTHING, Fallen, Lost
from provenance.lineage.namesakes import one_person, told
from provenance.lineage.texts import Mention, Origin, Tie
from provenance.lineage.ties import Ties
from provenance.lineage.upwards import Upwards
from provenance.model import Stance, StepRole

Side = Literal["supports", "contradicts"]
_SIDES: dict[Stance, Side] = {
    Stance.REPEATS: "supports",
    Stance.SUPPORTS: "supports",
    Stance.CONTRADICTS: "contradicts",
}


def origins(
    mentions: Sequence[Mention],
    derivations: Sequence[Tie] | Ties,
    *,
    separate: frozenset[frozenset[str]] = frozenset(),
    outlets: Mapping[str, str] | None = None,
    ours: frozenset[str] = frozenset(),
    fallen: Fallen = NOTHING,
    apart: frozenset[frozenset[str]] = frozenset(),
) -> tuple[Origin, ...]:
    """Return the origins of one claim.

    ``separate`` holds pairs of documents that a person confirmed to be independent, ``outlets``
    the names of documents that do not make the claim themselves, ``ours`` our own publications:
    ids of documents and of sources, and keys of outlets' names. What goes back to what has
    ``fallen`` alone is in no origin. ``apart`` holds pairs of sources of which a person says that
    they are two.
    """
    ties = derivations if isinstance(derivations, Ties) else Ties(derivations)
    found: list[Origin] = []
    for side in ("supports", "contradicts"):
        chosen = [m for m in mentions if _SIDES.get(m.stance) == side]
        if not chosen:
            continue
        chosen.sort(key=lambda m: m.order)
        lost = Lost.of(chosen, fallen) if fallen else None
        chosen = [m for m in chosen if not fallen.takes(m)] if fallen else chosen
        others = {m.document for m in mentions if _SIDES.get(m.stance) not in (side, None)}
        claim = Upwards(chosen, ties, outlets or {}, ours, lost, frozenset(others))
        claim.trace(one_person(chosen, apart))
        found.extend(_side(claim, side, separate, len(found)))
    return tuple(found)


def _side(
    claim: Upwards,
    side: Side,
    separate: frozenset[frozenset[str]],
    before: int,
) -> list[Origin]:
    groups = _assign(claim)
    ordered = sorted(
        groups,
        key=lambda root: (
            claim.is_ours(root),
            min(claim.order(document) for document in groups[root]),
        ),
    )
    found: list[Origin] = []
    earlier: list[frozenset[str]] = []
    for number, root in enumerate(ordered, start=before + 1):
        documents = groups[root]
        outlets = _root_outlets(claim, root)
        others = [d for other in ordered if other != root for d in groups[other]]
        shown = any(frozenset((d, o)) in separate for d in documents for o in others)
        shown = shown and not claim.is_ours(root)
        dependent = bool(outlets) and any(outlets & known for known in earlier)
        earlier.append(outlets)
        found.append(
            _origin(claim, root, documents, (number, side), shown=shown, dependent=dependent)
        )
    return found


def _assign(claim: Upwards) -> dict[str, list[str]]:
    """Return the documents of each origin by its root's first node."""
    rooted = {
        d: sorted(filter(claim.stands, claim.places.roots(d)), key=claim.order)
        for d in claim.by_document
    }
    standing = [d for d in rooted if rooted[d]]
    groups: dict[str, list[str]] = {}
    for document in sorted(standing, key=lambda d: (len(rooted[d]), claim.order(d))):
        roots = rooted[document]
        root = next((r for r in roots if r in groups), roots[0])
        groups.setdefault(root, []).append(document)
    return groups


def _root_outlets(claim: Upwards, root: str) -> frozenset[str]:
    """Return the outlets at a root that every document there has."""
    outlets = [
        {outlet_key(m.outlet) for m in claim.by_document[node] if m.outlet}
        for node in claim.places.members(root)
        if node in claim.by_document
    ]
    return frozenset(set.intersection(*outlets)) if outlets else frozenset()


def _origin(
    claim: Upwards,
    root: str,
    documents: Sequence[str],
    place: tuple[int, Side],
    *,
    shown: bool,
    dependent: bool,
) -> Origin:
    mentions = [m for d in documents for m in claim.by_document[d]]
    name, captured = _name(claim, root)
    count = f"{len(documents)} document{'s' if len(documents) > 1 else ''}"
    proposed = any(root in claim.places.roots(document) for document in claim.proposed)
    ours = claim.is_ours(root)
    if ours:
        tail = "That is our own publication: it adds no origin."
    elif shown:
        tail = "A person has confirmed that it is independent of another origin."
    elif dependent:
        tail = "The same outlet stands at the root of an earlier origin."
    else:
        tail = "Nothing shows that it is independent of any other origin."
    return Origin(
        number=place[0],
        name=name,
        stance=place[1],
        mentions=tuple(m.id for m in sorted(mentions, key=lambda m: m.order)),
        independence=(
            "dependent"
            if ours
            else "shown independent"
            if shown
            else "dependent"
            if dependent
            else "not established"
        ),
        sentence=f"{count} {_verb(len(documents), root, proposed=proposed)} {name}"
        f"{'' if captured else ', which is not captured'}"
        f"{' (proposed)' if proposed else ''}.{told(mentions, claim.taken)} {tail}",
        root_captured=captured,
        proposed=proposed,
        ours=ours,
    )


def _verb(documents: int, root: str, *, proposed: bool) -> str:
    """Return how documents are tied to a root: plainly only where a person confirmed it."""
    if root.startswith("source:") and documents > 1:
        rest = "seem to rest on" if proposed else "rest on"
        return f"{rest} the same named source,"
    if proposed:
        return "seem to go back to" if documents > 1 else "seems to go back to"
    return "go back to" if documents > 1 else "goes back to"


def _name(claim: Upwards, root: str) -> tuple[str, bool]:
    for node in claim.places.members(root):
        for mention in claim.by_document.get(node, ()):
            said = [s for s in mention.sources if s.role is not StepRole.VERIFIED]
            unnamed = next((s.name for s in reversed(said) if not s.named), None)
            outlet = mention.outlet or "a document whose outlet is unknown"
            return (f"unnamed: {unnamed}, in {outlet}" if unnamed else outlet), True
    if root in claim.labels:
        return claim.labels[root], False
    known = sorted(claim.outlets[d] for d in claim.places.members(root) if d in claim.outlets)
    return known[0] if known else "a captured document that does not make the claim itself", True
