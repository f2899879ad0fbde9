"""What a person refused or confirmed stays so, whatever is captured, run or taken back later."""

from collections.abc import Callable
from pathlib import Path

import pytest

from provenance.model import Stance, State
from provenance.workspace.assess import assess
from provenance.workspace.correct import link, move, settle_derivation, unlink
from provenance.workspace.undo import undo
from tests.deciding import (
    FURTHER,
    HERALD,
    LATER,
    MORE,
    SOLD,
    WIRE,
    World,
    merged,
    other_press,
    pressed,
)

pytestmark = pytest.mark.slow


@pytest.fixture
def world(tmp_path: Path) -> World:
    """A story, its copy, a denial and something else; all read."""
    return pressed(tmp_path)


@pytest.mark.parametrize("later", LATER.values(), ids=LATER)
def test_a_refused_tie_stays_refused(world: World, later: Callable[[World], None]) -> None:
    assert world.ties() == {State.PROPOSED}
    pair = world.first(HERALD), world.first(WIRE)
    settle_derivation(world.desk, *pair, State.REFUSED, "two reporters at one table")
    before = world.origins()
    later(world)
    assert world.ties() == {State.REFUSED}
    assert world.origins() <= before + (later is other_press)


@pytest.mark.parametrize("later", LATER.values(), ids=LATER)
def test_a_confirmed_tie_stays_confirmed(world: World, later: Callable[[World], None]) -> None:
    pair = world.first(HERALD), world.first(WIRE)
    settle_derivation(world.desk, *pair, State.CONFIRMED, "their editor says so")
    before = world.origins()
    later(world)
    assert State.CONFIRMED in world.ties()
    assert State.REFUSED not in world.ties()
    assert world.origins() == before


@pytest.mark.parametrize("later", [*LATER.values(), merged], ids=[*LATER, "merged"])
def test_a_refused_link_stays_refused(world: World, later: Callable[[World], None]) -> None:
    assert world.bearing() == {(Stance.CONTRADICTS, State.PROPOSED)}
    unlink(world.desk, world.denial(), world.claim(SOLD[:40]), "another sale")
    assert world.bearing() == set()
    later(world)
    assert world.bearing() == set()


@pytest.mark.parametrize("later", LATER.values(), ids=LATER)
def test_a_confirmed_link_stays_confirmed(world: World, later: Callable[[World], None]) -> None:
    link(world.desk, world.denial(), world.claim(SOLD[:40]), Stance.CONTRADICTS)
    later(world)
    assert (Stance.CONTRADICTS, State.CONFIRMED) in world.bearing()


@pytest.mark.parametrize("later", LATER.values(), ids=LATER)
def test_a_place_of_its_own_stays_apart(world: World, later: Callable[[World], None]) -> None:
    (place,) = (each.id for each in world.places(SOLD[:40]) if each.outlet == HERALD)
    move(world.desk, [place], None, "another sale")
    later(world)
    stating = [e.outlet for e in world.places(SOLD[:40]) if e.stance is Stance.REPEATS]
    assert HERALD not in stating


def test_what_was_refused_of_a_merged_claim_stays_refused_when_that_is_undone(
    world: World,
) -> None:
    merged(world)
    unlink(world.desk, world.denial(), world.claim(FURTHER[:30]), "another sale")
    undo(world.desk, seq=world.step("merge claims"))
    assess(world.desk)
    assert world.bearing() == set()


def test_a_tie_is_proposed_where_two_texts_share_more_than_when_it_was_refused(
    world: World,
) -> None:
    pair = world.first(HERALD), world.first(WIRE)
    settle_derivation(world.desk, *pair, State.REFUSED, "two reporters at one table")
    for outlet in (WIRE, HERALD):
        world.rewrite(outlet, *MORE)
    world.take()
    assert world.ties() == {State.REFUSED, State.PROPOSED}
