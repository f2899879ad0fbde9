"""Copies of what is there leave origins and grades as they are, whatever was done to the copies."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from provenance.workspace.assess import assess
from provenance.workspace.capture import capture
from tests.desks import desk
from tests.newsroom import Newsroom, Publication
from tests.worlds import Found, found

pytestmark = pytest.mark.slow  # whole desks, one after the other

OUTLETS = ("Amber Mail", "Brook Leader", "Cape Bulletin")
EXCHANGED = (("lighthouse", "beacon"), ("according to", "as told by"), ("closed", "shut down"))


class Copy(NamedTuple):
    """What a desk did to a story before it printed it."""

    credited: bool
    kept: int | None  # paragraphs
    title: str | None
    exchanged: tuple[str, str] | None


def press() -> tuple[Newsroom, Publication]:
    """Return a story, a second report of somebody who was there, and a denial."""
    room = Newsroom()
    story = room.publish(
        "Ostrel Wire",
        "Lighthouse closed on Kettle Point",
        "The council of Ostrel closed the lighthouse on Kettle Point in a night sitting, according "
        "to its clerk Maren Holt.",
        "A lamp on a mast that costs 320,000 crowns takes the place of the old lens, the minutes "
        "of the sitting show.",
        "Crews from Brannock had asked for a keeper through the winter and were not heard.",
        "Some sixty people stood outside the hall with lanterns until the doors were shut.",
    )
    room.publish(
        "Harbour Radio",
        "Dark on the point",
        "The council of Ostrel closed the lighthouse on Kettle Point, the harbour master Jonas "
        "Beld told our reporter on the quay.",
        "The stairs had been measured for a guest house by a builder from the mainland.",
    )
    room.publish(
        "Island Post",
        "Mayor rejects report",
        "The council of Ostrel denied that it had closed the lighthouse on Kettle Point.",
    )
    return room, story


def printed(room: Newsroom, story: Publication, copies: list[Copy]) -> None:
    """Print copies of a story, each at an outlet of its own."""
    for outlet, copy in zip(OUTLETS, copies, strict=False):
        lines = story.page.paragraphs[: copy.kept]
        if copy.exchanged is not None:
            lines = tuple(line.replace(*copy.exchanged) for line in lines)
        if copy.credited:
            lines = (*lines, f"Source: {story.page.outlet}")
        room.publish(outlet, copy.title or story.page.title, *lines)


def assessed(room: Newsroom, folder: Path) -> list[Found]:
    """Return what a desk finds in all that is printed."""
    workspace = desk(folder)
    capture(workspace, [each.uri for each in room.world().articles], fetcher=room)
    assess(workspace)
    claims = found(workspace)
    workspace.close()
    return claims


def counted(claims: list[Found]) -> dict[str, tuple[str, set[tuple[str, str, str]]]]:
    """Return the cell and the origins of each claim, without how many documents report it."""
    return {
        each.wording: (each.cell, {(name, stance, i) for name, stance, i, _ in each.origins})
        for each in claims
    }


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    """What is found without any copy."""
    return dict(counted(assessed(press()[0], tmp_path_factory.mktemp("before"))))


COPIES = st.lists(
    st.builds(
        Copy,
        credited=st.booleans(),
        kept=st.sampled_from((None, 3, 2)),
        title=st.sampled_from((None, "News from the islands")),
        exchanged=st.none() | st.sampled_from(EXCHANGED),
    ),
    min_size=1,
    max_size=len(OUTLETS),
)


@settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))
@given(copies=COPIES)
def test_copies_leave_origins_and_grades(before: dict[str, object], copies: list[Copy]) -> None:
    room, story = press()
    printed(room, story, copies)
    with TemporaryDirectory() as folder:
        after = counted(assessed(room, Path(folder)))
    assert before
    assert {wording: after.get(wording) for wording in before} == before
    assert len(after) == len(before)
