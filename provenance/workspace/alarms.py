"""Alarms: reporting that goes round in a circle, and confirmation that returns to its origin.

Two kinds. ``circular``: a ring of documents, as lineage draws it, each going back to the next
and the last to where the first began. ``no independent confirmation``: whoever is said to have
verified a statement also made or published it, so that what looks like a second voice is the
first one again. Each is drawn as a path that ends where it began. An alarm changes no grade by
itself: it says what a reader must see before any number. Left out: which claims it makes doubtful
beyond those that stand on the path.
"""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from provenance.lineage import Ring
from provenance.model import Appearance, AttributionStep, ClaimKind, State, StepRole
from provenance.model.record import Value
from provenance.text import fold
from provenance.workspace.features import closes
from provenance.workspace.views import Views

ARROW = " → "
RINGS, VERIFIER = "circular", "no independent confirmation"
Kind = Literal["circular", "no independent confirmation"]


class Alarm(Value):
    """One path that returns to where it began, and the claims that stand on it."""

    kind: Kind
    path: tuple[str, ...]  # names; the last is the first
    documents: tuple[str, ...]  # handles, in the order of the path
    claims: tuple[str, ...]  # handles
    proposed: bool  # whether it rests on a tie that no person has confirmed
    sentence: str

    @property
    def drawn(self) -> str:
        """The path as it is drawn: A → B → A."""
        return ARROW.join(self.path)


class _Returned(NamedTuple):
    """A verifier who is involved, and the outlet whose text says that they verified it."""

    verifier: str
    outlet: str


def alarms(views: Views) -> tuple[Alarm, ...]:
    """Return every alarm of a workspace: circles first, each kind in an order by content."""
    unconfirmed = frozenset(
        each.downstream for each in views.picture.live if each.state is State.PROPOSED
    )
    circles = (_circle(views, ring, unconfirmed) for ring in views.picture.rings)
    return (*circles, *_returning(views))


def _circle(views: Views, ring: Ring, unconfirmed: frozenset[str]) -> Alarm:
    picture = views.picture
    claims = {
        claim
        for document in ring.documents
        for claim in picture.facts_in.get(document, ())
        if closes(ring, {each.document for each in picture.members[claim]})
    }
    return Alarm(
        kind="circular",
        path=ring.path,
        documents=tuple(views.handle(each) for each in ring.documents),
        claims=_handles(views, claims),
        proposed=not unconfirmed.isdisjoint(ring.documents),
        sentence=ring.sentence,
    )


def _returning(views: Views) -> Iterable[Alarm]:
    """Yield an alarm for each verifier who also states or publishes what they verify."""
    picture = views.picture
    claims: dict[_Returned, set[str]] = {}
    documents: dict[_Returned, set[str]] = {}
    for claim, appearances in picture.members.items():
        if picture.claims[claim].type is not ClaimKind.FACT:
            continue
        for appearance in appearances:
            for returned in _involved(views, appearance):
                claims.setdefault(returned, set()).add(claim)
                documents.setdefault(returned, set()).add(appearance.document)
    for returned in sorted(claims):
        verifier, outlet = returned
        path = (verifier, outlet, verifier) if fold(outlet) != fold(verifier) else (verifier,) * 2
        yield Alarm(
            kind="no independent confirmation",
            path=path,
            documents=_handles(views, documents[returned]),
            claims=_handles(views, claims[returned]),
            proposed=True,  # chains are read by a program
            sentence=f"Confirmation that returns to its own origin: {ARROW.join(path)}. {verifier} "
            "is said to have verified what they also stated or published.",
        )


def _involved(views: Views, appearance: Appearance) -> Iterable[_Returned]:
    picture = views.picture
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


def _handles(views: Views, identities: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(map(views.handle, identities), key=lambda handle: (len(handle), handle)))
