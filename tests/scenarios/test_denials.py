"""A denial by whom the claim concerns gives no digit; one by somebody else is a report against."""

from pathlib import Path

import pytest

from provenance.model import Stance
from provenance.workspace.assess import assess
from provenance.workspace.capture import capture
from provenance.workspace.features import standing
from provenance.workspace.picture import Picture
from provenance.workspace.views import Views
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


HOAX = (
    "The port authority of Kelso sold the old grain quay to the Marlow group for 14 million crowns."
)
CHECKED = f"""\
A post that says "{HOAX[:-1]}" is shared widely. There is no evidence of such a sale.

The register of Kelso holds no contract on the quay, and its leases end in 2027.
"""


def test_who_quotes_a_hoax_to_refute_it_does_not_report_it(tmp_path: Path) -> None:
    room = Newsroom()
    told = [
        room.publish("Tarrow Wire", "Quay sold", HOAX),
        room.publish("Vale Desk", "No, Kelso did not sell its quay", CHECKED),
    ]
    workspace = desk(tmp_path)
    capture(workspace, [each.uri for each in told], fetcher=room)
    assess(workspace)
    views = Views(workspace)
    picture = views.picture
    (claim,) = (each for each in picture.claims.values() if each.wording == HOAX)
    assert len(picture.members[claim.of]) == 2
    shown = views.claim(claim.of)
    assert [(each.outlet, each.stance) for each in shown.appearances[:2]] == [
        ("Tarrow Wire", Stance.REPEATS),
        ("Vale Desk", Stance.CONTRADICTS),
    ]
    assert [(each.name, each.stance) for each in shown.origins] == [
        ("Tarrow Wire", "supports"),
        ("Vale Desk", "contradicts"),
    ]
    assert not shown.drift
