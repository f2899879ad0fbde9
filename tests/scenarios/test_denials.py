"""A denial by whom the claim concerns gives no digit; one by somebody else is a report against."""

from pathlib import Path

import pytest

from provenance.model import Stance
from provenance.workspace.assess import assess
from provenance.workspace.capture import capture
from provenance.workspace.features import standing
from provenance.workspace.picture import Picture
from tests.desks import desk
from tests.newsroom import Newsroom

pytestmark = pytest.mark.slow  # whole desks, one after the other

REPORT = "The port authority of Kelso sold the old grain quay to the Marlow group in March."


BY_ITS_SPOKESWOMAN = (
    "Ana Ruud, a spokeswoman for the port authority, denied that the port sold the old grain quay"
    " in Kelso to Marlow."
)


@pytest.mark.parametrize(
    ("denial", "bare"),
    [
        ("The port authority denied that it sold the old grain quay in Kelso to Marlow.", 1),
        ("Registrar Ana Ruud denied that the port sold the old grain quay in Kelso to Marlow.", 0),
        (BY_ITS_SPOKESWOMAN, 1),
    ],
)
def test_who_denies_is_told_from_whom_the_claim_speaks(
    tmp_path: Path, denial: str, bare: int
) -> None:
    room = Newsroom()
    told = [
        room.publish("Tarrow Wire", "Quay sold", REPORT),
        room.publish("Vale Herald", "The old quay", denial),
    ]
    workspace = desk(tmp_path)
    capture(workspace, [each.uri for each in told], fetcher=room)
    assess(workspace)
    picture = Picture(workspace)
    (claim,) = (each for each in picture.claims.values() if each.wording == REPORT)
    found = standing(picture, claim)
    assert Stance.CONTRADICTS in {each.stance for each in found.mentions}
    assert found.features.numbers()["bare_denials"] == bare
