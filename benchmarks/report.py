"""How long the demo's report takes: gathering the dossier, then rendering it in each format."""

from functools import partial

from benchmarks.desks import demo
from benchmarks.figures import Figure, of_times, repeated
from provenance.report import FORMATS, render
from provenance.workspace.views import Views
from seeds.world import World


def report(runs: int = 5, world: World | None = None) -> tuple[Figure, ...]:
    """Build and render the demo's dossier."""
    with demo(world) as workspace:
        dossier, spent = repeated(lambda: Views(workspace).dossier(), runs)
    size = f"{len(dossier.claims)} claims, {len(dossier.documents)} documents"
    figures = [of_times("dossier gathered", spent, notes=(size,))]
    for name in FORMATS:
        rendered, spent = repeated(partial(render, dossier, name), runs)
        figures.append(of_times(f"report as {name}", spent, notes=(f"{len(rendered)} bytes",)))
    return tuple(figures)
