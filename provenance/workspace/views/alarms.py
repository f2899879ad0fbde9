"""Alarms: reporting that goes round in a circle, and confirmation that returns to its origin.

Two kinds. ``circular``: a ring of documents, as lineage draws it, each going back to the next
and the last to where the first began. ``no independent confirmation``: whoever is said to have
verified a statement also made or published it, so that what looks like a second voice is the
first one again. Each is drawn as a path that ends where it began. An alarm changes no grade by
itself: it says what a reader must see before any number. Left out: which claims it makes doubtful
beyond those that stand on the path.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from provenance.lineage import Ring
from provenance.model import Appearance, AttributionStep, ClaimKind, StepRole
from provenance.model.dossier import AlarmView
from provenance.text import fold
from provenance.workspace.features import Standing, closes
from provenance.workspace.views.lookup import Lookup

ARROW = " → "


class _Returned(NamedTuple):
    """A verifier who is involved, and the outlet whose text says that they verified it."""

    verifier: str
    outlet: str


def alarms(lookup: Lookup) -> tuple[AlarmView, ...]:
    """Return every alarm of a workspace: circles first, each kind in an order by content."""
    circles = (_circle(lookup, ring) for ring in lookup.picture.rings)
    return (*circles, *_returning(lookup, lookup.picture.members))


def alarms_of(lookup: Lookup, claim: str, found: Standing) -> tuple[AlarmView, ...]:
    """Return the alarms of one claim."""
    rings = lookup.picture.rings if found.rings else ()
    circles = (_circle(lookup, ring) for ring in rings if ring.sentence in found.rings)
    own = {claim: lookup.picture.members.get(claim, ())}
    return (*circles, *_returning(lookup, own))


def verifies_itself(lookup: Lookup, appearances: Iterable[Appearance]) -> bool:
    """Return whether somebody is said to have verified what they also stated or published."""
    return any(True for each in appearances for _ in _involved(lookup, each))


def _circle(lookup: Lookup, ring: Ring) -> AlarmView:
    picture = lookup.picture
    claims = {
        claim
        for document in ring.documents
        for claim in picture.facts_in.get(document, ())
        if closes(ring, {each.document for each in picture.members[claim]})
    }
    return AlarmView(
        kind="circular",
        path=ring.path,
        documents=tuple(lookup.handle(each) for each in ring.documents),
        claims=_handles(lookup, claims),
        proposed=not lookup.unconfirmed.isdisjoint(ring.documents),
        sentence=ring.sentence,
    )


def _returning(lookup: Lookup, members: Mapping[str, Sequence[Appearance]]) -> Iterable[AlarmView]:
    """Yield an alarm for each verifier who also states or publishes what they verify."""
    picture = lookup.picture
    claims: dict[_Returned, set[str]] = {}
    documents: dict[_Returned, set[str]] = {}
    for claim, appearances in members.items():
        if picture.claims[claim].type is not ClaimKind.FACT:
            continue
        for appearance in appearances:
            for returned in _involved(lookup, appearance):
                claims.setdefault(returned, set()).add(claim)
                documents.setdefault(returned, set()).add(appearance.document)
    for returned in sorted(claims):
        verifier, outlet = returned
        path = (verifier, outlet, verifier) if fold(outlet) != fold(verifier) else (verifier,) * 2
        yield AlarmView(
            kind="no independent confirmation",
            path=path,
            documents=_handles(lookup, documents[returned]),
            claims=_handles(lookup, claims[returned]),
            proposed=True,  # chains are read by a program
            sentence=f"Confirmation that returns to its own origin: {ARROW.join(path)}. {verifier} "
            "is said to have verified what they also stated or published.",
        )


def _involved(lookup: Lookup, appearance: Appearance) -> Iterable[_Returned]:
    picture = lookup.picture
    chain = picture.attributions.get(appearance.of)
    steps = chain.steps if chain else ()
    if not any(step.role is StepRole.VERIFIED for step in steps):
        return
    outlet = picture.outlet(picture.documents[appearance.document]).value or "outlet unknown"
    telling = {fold(step.name) for step in steps if step.role is not StepRole.VERIFIED}
    for step in steps:
        if _is_named_verifier(step) and fold(step.name) in {*telling, fold(outlet)}:
            yield _Returned(step.name, outlet)


def _is_named_verifier(step: AttributionStep) -> bool:
    return step.role is StepRole.VERIFIED and step.named


def _handles(lookup: Lookup, identities: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(map(lookup.handle, identities), key=lambda handle: (len(handle), handle)))
