"""The workspaces that are measured."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from provenance.settings import Settings
from provenance.workspace.core import Workspace
from provenance.workspace.init import init
from seeds.run import assessed
from seeds.world import World, load


@contextmanager
def demo(world: World | None = None) -> Iterator[Workspace]:
    """Yield the demo's workspace, captured and assessed, in a folder of its own."""
    with TemporaryDirectory(prefix="benchmark-") as folder:
        root = Path(folder)
        yield assessed(root / "desk", world or load(), root / "home")


@contextmanager
def fresh() -> Iterator[Workspace]:
    """Yield an empty workspace in a folder of its own."""
    with TemporaryDirectory(prefix="benchmark-") as folder:
        root = Path(folder)
        yield init(root / "desk", Settings(home=root / "home", person="Bench Example"))
