"""Documents captured and assessed one by one, in any order, end as all at once."""

import random
from pathlib import Path

import pytest

from provenance.workspace.assess import assess
from provenance.workspace.capture import capture
from provenance.workspace.core import Workspace
from provenance.workspace.verify import verify_workspace
from tests.desks import desk
from tests.newsroom import Newsroom
from tests.worlds import Found, found, harbour

pytestmark = pytest.mark.slow  # whole desks, one after the other


@pytest.fixture(scope="module")
def room() -> Newsroom:
    """The press world."""
    return harbour()


@pytest.fixture(scope="module")
def at_once(room: Newsroom, tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A desk that captured everything and assessed it once."""
    workspace = desk(tmp_path_factory.mktemp("at-once"))
    capture(workspace, [article.uri for article in room.world().articles], fetcher=room)
    assess(workspace)
    return workspace


def _wording(claims: list[Found], words: str) -> Found:
    return next(each for each in claims if words in each.wording)


def test_the_world_holds_what_order_could_change(at_once: Workspace) -> None:
    claims = found(at_once)
    sale = _wording(claims, "according to Harbour Minister")
    assert len([each for each in sale.documents if each[1] == "repeats"]) == 3
    assert len([each for each in sale.documents if each[1] == "contradicts"]) == 1
    assert sale.lineage
    paid = _wording(claims, "the firm paid 4 million")
    assert len(paid.documents) >= 4
    assert len({each.cell for each in claims}) > 1


@pytest.mark.parametrize("seed", [None, 1, 2])
def test_one_by_one_ends_as_all_at_once(
    room: Newsroom, at_once: Workspace, tmp_path: Path, seed: int | None
) -> None:
    uris = [article.uri for article in room.world().articles][::-1]
    if seed is not None:
        random.Random(seed).shuffle(uris)  # noqa: S311  # an order, not a secret
    workspace = desk(tmp_path)
    for uri in uris:
        capture(workspace, [uri], fetcher=room)
        assess(workspace)
    assert found(workspace) == found(at_once)
    assert verify_workspace(workspace).clean


def test_assessing_again_records_nothing(at_once: Workspace) -> None:
    size = at_once.store.size()
    assert set(assess(at_once).model_dump().values()) == {0}
    assert at_once.store.size() == size
