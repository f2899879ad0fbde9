"""Judges claims; what is equal for many of them is found once.

Most claims have one appearance, in a text that is tied to no other, and nothing else bears on
them. Their digit does not look at the chain behind that appearance: the letter of a claim's own
source is no feature of its digit, and there is no other origin. So all of them get the digit of
the first, each standing on its own records. Left out of this: any claim about which a person,
another text or an inquiry says anything, and any that fell.
"""

from collections.abc import Mapping
from typing import NamedTuple

from provenance import grading
from provenance.grading.findings import ClaimFacts
from provenance.model import Appearance, Claim, Stance
from provenance.workspace.features import Standing, claim_facts, inquiries_about, standing
from provenance.workspace.picture import Picture


class Judged(NamedTuple):
    """The digit proposed for a claim, and what its findings rest on."""

    proposal: grading.Proposal | None
    facts: ClaimFacts


class _Lone(NamedTuple):
    """What follows for the first lone claim, and what is proposed for it."""

    standing: Standing
    proposal: grading.Proposal | None


class Judge:
    """Judges claims of fact as a picture shows them."""

    def __init__(self, picture: Picture) -> None:
        """Know of no lone claim yet."""
        self._picture = picture
        self._first: _Lone | None = None

    def judged(self, claim: Claim) -> Judged:
        """Return what is proposed for a claim, and what its findings rest on."""
        lone = alone(self._picture, claim)
        if lone is not None and self._first is not None:
            found, proposal = self._first
            own = dict(zip(found.features.records, (claim.id, lone.of), strict=True))
            proposal = proposal and _standing_on(own, proposal)
        else:
            found = standing(self._picture, claim)
            proposal = grading.credibility(found.features, self._picture.policy)
            if lone is not None:
                self._first = _Lone(found, proposal)
        return Judged(proposal, claim_facts(self._picture, claim, found))


def alone(picture: Picture, claim: Claim) -> Appearance | None:
    """Return the only appearance of a claim, None where anything else says something of it."""
    members = picture.members[claim.of]
    other = len(members) > 1 or claim.of in picture.bearing or claim.of in picture.comparisons
    if other or picture.is_tied(members[0].document) or inquiries_about(picture, claim.of):
        return None
    if picture.fallen and picture.fallen.takes(picture.mention(members[0], Stance.REPEATS)):
        return None
    return members[0]


def _standing_on(own: Mapping[str, str], proposal: grading.Proposal) -> grading.Proposal:
    """Return a proposal for another claim, its reasons standing on that one's records."""
    rationale = tuple(
        [
            reason.model_copy(update={"records": tuple([own[each] for each in reason.records])})
            if reason.records
            else reason
            for reason in proposal.rationale
        ]
    )
    return proposal.model_copy(update={"rationale": rationale})
