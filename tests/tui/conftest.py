"""The room at the smallest and at a large size of terminal."""

import pytest

from tests.tui.driver import SIZES, Enter, enter_room
from tests.tui.fake_desk import FakeDesk


def _named(size: tuple[int, int]) -> str:
    return f"{size[0]}x{size[1]}"


# The small screen is the one that runs out of room; the other is left to the slow suite.
@pytest.fixture(
    params=[
        pytest.param(SIZES[0], id=_named(SIZES[0])),
        pytest.param(SIZES[1], id=_named(SIZES[1]), marks=pytest.mark.slow),
    ]
)
def enter(request: pytest.FixtureRequest) -> Enter:
    size: tuple[int, int] = request.param
    return lambda desk=None: enter_room(desk or FakeDesk(), size)


@pytest.fixture
def enter_small() -> Enter:
    return lambda desk=None: enter_room(desk or FakeDesk(), SIZES[0])


@pytest.fixture
def enter_large() -> Enter:
    return lambda desk=None: enter_room(desk or FakeDesk(), SIZES[1])
