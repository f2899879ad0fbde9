"""The main job on a press world, from its served documents to a dossier.

Used by the demo, by the measurement of quality, and by tests.
"""

from collections.abc import Callable
from pathlib import Path

from provenance import __version__
from provenance.network import HttpFetcher
from provenance.settings import Settings
from provenance.workspace.assess import assess
from provenance.workspace.capture import CaptureResult, Said, capture
from provenance.workspace.core import Workspace, quiet
from provenance.workspace.init import init
from provenance.workspace.views import Views
from seeds.evaluate import Score, evaluate
from seeds.found import found
from seeds.serve import served
from seeds.world import World

Progress = Callable[[str, int, int], None]


def fetcher() -> HttpFetcher:
    """Return the fetcher that a demo captures with."""
    return HttpFetcher(user_agent=f"provenance-desk/{__version__}", log=lambda *_: None)


def captured(workspace: Workspace, world: World, base: str, tell: Progress) -> CaptureResult:
    """Capture the documents of a served world; pasted texts come without an address."""
    addresses = [world.address(article, base) for article in world.articles if article.outlet]
    result = capture(
        workspace,
        addresses,
        fetcher=fetcher(),
        progress=lambda done, total, _: tell("capturing", done, total),
    )
    pasted = workspace.root / "pasted"
    for article in world.articles:
        if article.outlet is None:
            pasted.mkdir(exist_ok=True)
            path = pasted / f"{article.id}.txt"
            path.write_bytes(article.body)
            said = Said(uri=world.address(article, base), how="pasted from an e-mail")
            more = capture(workspace, [str(path)], fetcher=fetcher(), said=said)
            result = CaptureResult(captures=(*result.captures, *more.captures), resumed=0)
    return result


def assessed(folder: Path, world: World, home: Path, tell: Progress = quiet) -> Workspace:
    """Make a workspace from a world, captured over real HTTP and assessed."""
    workspace = init(folder, Settings(home=home, person="Demo Analyst"))
    with served(world) as base:
        captured(workspace, world, base, tell)
    assess(workspace, progress=tell)
    workspace.close()
    return workspace


def scores(workspace: Workspace, world: World) -> tuple[Score, ...]:
    """Compare what a workspace found about a world with its truth."""
    views = Views(workspace)
    rings = [ring.documents for ring in views.picture.rings]
    return evaluate(world.truth, found(views.dossier(), world, rings))
