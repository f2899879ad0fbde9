"""What lone claims share is what would be found for each of them."""

from provenance.workspace.assess import assess
from provenance.workspace.assess.alike import Judge
from provenance.workspace.capture import capture
from provenance.workspace.core import Workspace
from provenance.workspace.features import is_graded
from provenance.workspace.picture import Picture
from tests.worlds import harbour


def test_each_claim_is_judged_as_it_would_be_alone(empty: Workspace) -> None:
    room = harbour()
    capture(empty, [each.uri for each in room.world().articles], fetcher=room)
    assess(empty)
    picture = Picture(empty)
    claims = [claim for of in picture.members if is_graded(claim := picture.claims[of])]
    together = Judge(picture)
    judged = [together.judged(claim) for claim in claims]
    assert judged == [Judge(picture).judged(claim) for claim in claims]
    lone = [claim for claim in claims if len(picture.members[claim.of]) == 1]
    assert len(lone) > 1
    for claim in lone:
        (proposal,) = [p for p, facts in judged if p is not None and facts.claim == claim.of]
        assert claim.id in proposal.rationale[0].records
