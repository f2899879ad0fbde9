"""Laws of what a person refused: no course of captures, runs and undone steps brings it back."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.model import State
from provenance.workspace.correct import settle_derivation, unlink
from provenance.workspace.verify import verify_workspace
from tests.deciding import HERALD, LATER, SOLD, WIRE, pressed

pytestmark = pytest.mark.slow


@settings(max_examples=6, deadline=None)
@given(course=st.lists(st.sampled_from(sorted(LATER)), min_size=2, max_size=4))
def test_nothing_that_was_refused_comes_back_whatever_happens(course: list[str]) -> None:
    with TemporaryDirectory() as folder:
        world = pressed(Path(folder))
        pair = world.first(HERALD), world.first(WIRE)
        settle_derivation(world.desk, *pair, State.REFUSED, "two reporters at one table")
        unlink(world.desk, world.denial(), world.claim(SOLD[:40]), "another sale")
        for later in course:
            LATER[later](world)
        assert world.ties() == {State.REFUSED}
        assert world.bearing() == set()
        assert verify_workspace(world.desk).clean
