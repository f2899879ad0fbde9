"""The room at the smallest and at a large size of terminal."""

import pytest

from tests.tui.driver import SIZES, Enter, enter_room
from tests.tui.fake_desk import FakeDesk


@pytest.fixture(params=SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def enter(request: pytest.FixtureRequest) -> Enter:
    size: tuple[int, int] = request.param
    return lambda desk=None: enter_room(desk or FakeDesk(), size)


@pytest.fixture
def enter_small() -> Enter:
    return lambda desk=None: enter_room(desk or FakeDesk(), SIZES[0])


@pytest.fixture
def enter_large() -> Enter:
    return lambda desk=None: enter_room(desk or FakeDesk(), SIZES[1])
