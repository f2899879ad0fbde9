"""The queue: one line per claim, what wants a decision first."""

from collections.abc import Iterable, Sequence

from provenance import review
from provenance.model import AttributionStatus, Decision, Modality, Review
from provenance.model.dossier import ClaimRow
from provenance.workspace.features import Standing
from provenance.workspace.views.alarms import verifies_itself
from provenance.workspace.views.lookup import Lookup, decided, number


def queue(lookup: Lookup, most: int | None = None) -> tuple[ClaimRow, ...]:
    """Return the claims to review, or the first of them: undecided facts first, then by handle."""
    claims = sorted(lookup.picture.members, key=lambda claim: _turn(lookup, claim))
    return tuple(_row(lookup, claim) for claim in claims[:most])


def _turn(lookup: Lookup, claim: str) -> tuple[bool, bool, int]:
    """Return the sort key of a claim: told without looking at what follows for it."""
    picture = lookup.picture
    state = review.state(picture.reviews.get(claim, ()), picture.case.reviewers)
    handle = lookup.handles("c").get(claim, "?")
    return state != "proposed", picture.claims[claim].type != "fact", number(handle)


def _row(lookup: Lookup, identity: str) -> ClaimRow:
    picture, me = lookup.picture, lookup.me
    record, found = picture.claims[identity], lookup.standing(identity)
    reviews, proposal = picture.reviews.get(identity, ()), lookup.proposal(identity)
    letter, _, digit = decided(reviews, proposal)
    members = picture.members[identity]
    row = ClaimRow(
        id=identity,
        handle=lookup.handles("c").get(identity, "?"),
        wording=record.wording,
        type=record.type,
        cell=f"{letter}{digit}" if digit else "–",
        proposed=not reviews,
        state=review.state(reviews, picture.case.reviewers),
        origins=sum(1 for origin in found.origins if origin.stance == "supports"),
        appearances=len(members),
        flags=tuple(_flags(lookup, identity, found, stale=lookup.is_stale(identity))),
        document=lookup.handles("d").get(members[0].document, "?"),
        awaits=_awaits(lookup, reviews),
    )
    if me is None:
        return row
    return review.blinded_row(
        row,
        reviewer=me,
        proposal=proposal,
        reviews=reviews,
        agents=picture.agents,
        reviewers=picture.case.reviewers,
    )


def _awaits(lookup: Lookup, reviews: Sequence[Review]) -> bool:
    """Return whether the one who looks may decide now, and has not yet."""
    me = lookup.me
    if me is None or any(each.reviewer == me.id for each in reviews):
        return False
    refused = any(each.decision is Decision.REFUSE for each in reviews)
    return not refused and not review.is_final(reviews, lookup.picture.case.reviewers)


def _flags(lookup: Lookup, claim: str, found: Standing, *, stale: bool) -> Iterable[str]:
    members = lookup.picture.members[claim]
    agreed = review.agreement(lookup.picture.reviews.get(claim, ()))
    chains = [lookup.picture.attributions.get(each.of) for each in members]
    flags = {
        "circular": bool(found.rings),
        "verifies itself": verifies_itself(lookup, members),
        "drift": bool(found.drift),
        "contradicted": any(origin.stance == "contradicts" for origin in found.origins),
        "hedged": any(each.modality is Modality.HEDGED for each in members),
        "unnamed": any(
            not step.named
            for chain in chains
            if chain
            for step in chain.steps
            if step.type != "writer"
        ),
        "unattributed": all(
            chain is not None and chain.status is AttributionStatus.UNATTRIBUTED for chain in chains
        ),
        "reviewers differ": agreed is not None and not agreed.exact,
        "retracted": bool(found.fallen),
        "stale": stale,
    }
    return (name for name, holds in flags.items() if holds)
