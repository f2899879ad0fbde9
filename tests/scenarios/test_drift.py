"""Two texts of one origin that differ: drift, which caps the digit until the upstream is here."""

from pathlib import Path

import pytest

from provenance.grading.findings import VERIFIER_INVOLVED
from provenance.model import Finding
from provenance.model.dossier import ClaimView
from provenance.workspace.assess import assess
from provenance.workspace.capture import capture
from provenance.workspace.core import Workspace
from provenance.workspace.features import standing
from provenance.workspace.picture import Picture
from provenance.workspace.views import Views
from tests.desks import desk
from tests.newsroom import Newsroom, Publication

pytestmark = pytest.mark.slow  # whole desks, one after the other

PAID = "The dockyard of Kelso paid {} million euros for the two old cranes in March"
TOLD = f"{PAID}, the Tarrow Wire reported."


def taken(workspace: Workspace, room: Newsroom, *stories: Publication) -> ClaimView:
    """Capture stories, assess, and return the claim of what was paid."""
    capture(workspace, [story.uri for story in stories], fetcher=room)
    assess(workspace)
    (claim,) = (c for c in Views(workspace).dossier().claims if "two old cranes" in c.wording)
    return claim


def clash(workspace: Workspace, claim: ClaimView) -> int:
    """Return what the policy is told: whether one origin clashes with itself, unresolved."""
    picture = Picture(workspace)
    return standing(picture, picture.claims[claim.id]).features.numbers()["drift_clash"]


def test_a_clash_inside_one_origin_caps_the_digit_until_the_upstream_is_captured(
    tmp_path: Path,
) -> None:
    room = Newsroom()
    wire = room.publish("Tarrow Wire", "Cranes sold", PAID.format(4) + ".")
    one = room.publish("Kelso Post", "What the cranes cost", TOLD.format(4))
    other = room.publish("Vale Herald", "The price of two cranes", TOLD.format(5))
    workspace = desk(tmp_path)
    claim = taken(workspace, room, one, other)
    assert len(claim.appearances) == 2
    (origin,) = (each for each in claim.origins if each.stance == "supports")
    assert len(origin.documents) == 2
    assert not [each for each in claim.origins if each.stance == "contradicts"]
    assert clash(workspace, claim) == 1
    claim = taken(workspace, room, wire)
    assert {(step.change, step.before, step.after) for step in claim.drift} == {
        ("quantity changed", "4 million euros", "5 million euros")
    }
    assert clash(workspace, claim) == 0


def test_a_verifier_who_publishes_it_is_a_finding(tmp_path: Path) -> None:
    room = Newsroom()
    story = room.publish(
        "Kelso Post",
        "Invoices of the dockyard",
        "Leaked invoices verified by the Kelso Post show that the dockyard paid 4 million euros "
        "for the two old cranes.",
    )
    workspace = desk(tmp_path)
    capture(workspace, [story.uri], fetcher=room)
    assess(workspace)
    rules = {each.rule for each in workspace.store.current(Finding) if each.open}
    assert VERIFIER_INVOLVED in rules


def test_what_is_doubtful_is_held_beside_the_text_next_upstream(tmp_path: Path) -> None:
    """Each text differs from the one before so far that nobody knows if it is one claim."""
    room = Newsroom()
    first = room.publish(
        "Tarrow Wire",
        "Kelso to take cinders",
        "The town of Kelso agreed to store 40 loads of furnace cinders for 32 million crowns.",
    )
    second = room.publish(
        "Kelso Post",
        "Cinders",
        "Kelso is storing furnace cinders in return for 41 million crowns, "
        "the Tarrow Wire reported.",
    )
    third = room.publish(
        "Vale Herald",
        "Ash in Kelso",
        "The town of Kelso is storing poisonous cinders for almost 51 million crowns, "
        "the Kelso Post reported.",
    )
    workspace = desk(tmp_path)
    capture(workspace, [first.uri, second.uri, third.uri], fetcher=room)
    assess(workspace)
    views = Views(workspace)
    outlets = {view.handle: view.outlet for view in views.dossier().documents}
    changes = {
        (outlets[each.upstream], outlets[each.downstream], each.before, each.after)
        for claim in views.dossier().claims
        for each in claim.drift
        if each.change == "quantity changed"
    }
    assert changes == {
        ("Tarrow Wire", "Kelso Post", "32 million crowns", "41 million crowns"),
        ("Kelso Post", "Vale Herald", "41 million crowns", "almost 51 million crowns"),
    }
