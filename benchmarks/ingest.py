"""How many articles a second go from a file to a grade, and which step takes how much of it.

The store's share is what ``Store.append``, ``Blobs.put`` and the signing of the checkpoint
take; what is read back from the store between the stages stands apart.
"""

from pathlib import Path

import provenance.workspace.assess as stages
from benchmarks.desks import fresh
from benchmarks.figures import Figure, Target
from benchmarks.stopwatch import Spent, Stopwatch, spending
from provenance.workspace import jobs
from provenance.workspace.assess import assess
from provenance.workspace.capture import capture
from provenance.workspace.core import Workspace
from provenance.workspace.processes import kept
from seeds.generator import articles
from seeds.run import fetcher

ARTICLES_PER_S = 30
STORE_PERCENT = 30
STORE = "store"


def ingest(count: int = 1000, words: int = 600) -> tuple[Figure, ...]:
    """Capture and assess a folder of generated HTML articles."""
    with fresh() as workspace:
        folder = workspace.root / "articles"
        folder.mkdir()
        size = sum(_written(folder, article.id, article.body) for article in articles(count, words))
        watch = Stopwatch()
        with spending() as whole, watch.timing(*_steps(workspace)), kept():
            with watch.part("observe"):
                taken = capture(workspace, [str(folder)], fetcher=fetcher())
            done = assess(workspace)
            workspace.close()
        assert taken.failed == 0
        assert done.documents == count
    notes = (
        f"{count} articles of about {words} words, {size / count / 1000:.1f} kB each",
        f"{done.appearances} appearances, {done.claims} claims, {done.links} links",
        f"{done.derivations} derivations, {done.grades} grades, {done.findings} findings",
    )
    rate = Figure(
        "articles, capture to grades",
        count / whole.wall,
        "articles/s",
        Target(ARTICLES_PER_S, at_least=True),
        cpu=whole.cpu,
        notes=notes,
    )
    return (rate, *_shares(watch, whole))


def _written(folder: Path, name: str, body: bytes) -> int:
    return (folder / f"{name}.html").write_bytes(body)


def _steps(workspace: Workspace) -> tuple[tuple[object, str, str], ...]:
    """Return where each step is looked up, and what it is called in the result."""
    return (
        (jobs, "read", "extract"),
        (stages, "find_claims", "make claim records"),
        (jobs, "find", "find claims"),
        (jobs, "attribute", "attribute"),
        (stages, "gather_claims", "corroborate"),
        (stages, "derive", "lineage"),
        (stages, "judge", "grade"),
        (workspace, "seal", STORE),
        (workspace.blobs, "put", STORE),
        (workspace.store, "append", STORE),
        (workspace.store, "current", "read back"),
        (workspace.store, "handles", "read back"),
    )


def _shares(watch: Stopwatch, whole: Spent) -> list[Figure]:
    counted = Spent()
    for part in watch.parts.values():
        counted.add(part.wall, part.cpu)
    parts = {**watch.parts, "the rest": Spent(whole.wall - counted.wall, whole.cpu - counted.cpu)}
    return [
        Figure(
            f"share: {name}",
            100 * part.wall / whole.wall,
            "%",
            Target(STORE_PERCENT) if name == STORE else None,
            cpu=part.cpu,
        )
        for name, part in parts.items()
    ]
