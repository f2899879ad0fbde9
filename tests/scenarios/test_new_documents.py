"""A new document: what is looked at for it is what it touches, and nothing is missed."""

import random
from pathlib import Path

import pytest

from provenance.model import Document
from provenance.workspace.assess import NOTHING, assess
from provenance.workspace.assess.extent import extent, touched
from provenance.workspace.capture import capture
from provenance.workspace.core import Workspace
from provenance.workspace.correct import Correction, correct
from provenance.workspace.jobs import RULES
from provenance.workspace.narrow import Narrowed
from provenance.workspace.picture import Picture
from provenance.workspace.verify import verify_workspace
from provenance.workspace.views import Views
from seeds.generator import generate
from seeds.run import fetcher
from seeds.serve import served
from tests.desks import NoNetwork, desk
from tests.worlds import found

pytestmark = pytest.mark.slow  # whole desks

STORIES = (
    "The port of Kelso sold two cranes to a shipping firm for 4 million euros, Ines Vale said.",
    "A landslide closed the road between Dunmore and Ashby on Monday, the road office said.",
    "The museum in Leith bought a painting of a storm for 90,000 pounds, its director said.",
    "Teachers in Corran refused to mark 1,200 papers after a dispute over pay, a union said.",
    "The bakery of Tom Farrow in Selby reopened on Friday after a fire in its oven, he said.",
)
COPY = "Port of Kelso sold two cranes to a shipping firm for 4 million euros, says Ines Vale."


@pytest.fixture
def read(tmp_path: Path) -> Workspace:
    """A desk that has read five texts about five things."""
    workspace = desk(tmp_path)
    for number, story in enumerate(STORIES):
        add(workspace, tmp_path / f"{number}.txt", story)
    assess(workspace)
    return workspace


def add(workspace: Workspace, path: Path, text: str) -> str:
    path.write_text(text)
    capture(workspace, [str(path)], fetcher=NoNetwork())
    return workspace.store.current(Document)[-1].id


def test_where_nothing_is_new_nothing_is_done(read: Workspace) -> None:
    size = read.store.size()
    assert extent(read, RULES.name) == (frozenset(), False)
    assert assess(read) == NOTHING
    assert read.store.size() == size


def test_a_new_text_leads_to_what_it_speaks_of_alone(read: Workspace, tmp_path: Path) -> None:
    first = read.store.current(Document)[0].id
    new = add(read, tmp_path / "copy.txt", COPY)
    assert extent(read, RULES.name) == (frozenset({new}), False)
    assert assess(read).documents == 1
    assert touched(Picture(read, Narrowed(read.store, {new}))) == frozenset({first, new})
    claim = Views(read).picture.belongs
    assert len({link.claim for link in claim.values()}) == len(STORIES)


def test_a_correction_has_everything_looked_at(read: Workspace, tmp_path: Path) -> None:
    claim = next(iter(Views(read).picture.members))
    correct(read, claim, Correction(wording="Two cranes were sold."))
    add(read, tmp_path / "copy.txt", COPY)
    assert extent(read, RULES.name).whole
    assess(read)
    assert not extent(read, RULES.name).whole


def test_another_finder_has_everything_looked_at(read: Workspace) -> None:
    assert extent(read, "another finder 1").whole


def test_much_that_is_new_has_everything_looked_at(read: Workspace, tmp_path: Path) -> None:
    for number in range(2):
        add(read, tmp_path / f"more-{number}.txt", COPY + f" That was on day {number}.")
    assert extent(read, RULES.name).whole


@pytest.mark.parametrize("seed", [7, 11])
def test_what_is_found_is_what_looking_at_everything_finds(tmp_path: Path, seed: int) -> None:
    world = generate(seed, 3)
    at_once, later = desk(tmp_path / "at-once"), desk(tmp_path / "later")
    with served(world) as base:
        uris = [world.address(article, base) for article in world.articles if article.outlet]
        capture(at_once, uris, fetcher=fetcher())
        assess(at_once)
        random.Random(seed).shuffle(uris)  # noqa: S311  # an order, not a secret
        first = len(uris) * 3 // 4
        capture(later, uris[:first], fetcher=fetcher())
        assess(later)
        for uri in uris[first:]:
            capture(later, [uri], fetcher=fetcher())
            assert not extent(later, RULES.name).whole
            assess(later)
    assert found(later) == found(at_once)
    assert verify_workspace(later).clean
