"""Fixtures that several tests share. Nothing outside the test's own folder is touched."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

from provenance.workspace.core import Workspace
from tests.desks import desk, filled


@pytest.fixture(scope="session", autouse=True)
def _modules_apart() -> None:
    """Keep what is loaded once out of every look for garbage: it would be timed with the tests."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep keys and settings of whoever runs the tests out of them."""
    monkeypatch.setenv("PROVENANCE_HOME", str(tmp_path / "home"))
    for name in ("PROVENANCE_WORKSPACE", "PROVENANCE_PASSPHRASE", "PROVENANCE_OFFLINE"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def empty(tmp_path: Path) -> Workspace:
    """A workspace with nothing captured."""
    return desk(tmp_path)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """A workspace with two documents, assessed."""
    made = filled(tmp_path)
    yield made
    made.close()
