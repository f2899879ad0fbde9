"""What one more text, one question and one draft cost, where a workspace is small and large.

``assess_one`` adds a text to so many articles and assesses it; ``impact`` asks what hangs on each
document and source alone; ``check`` holds drafts of so many sentences beside the claims. All are
meant to grow with what is asked, and not with what is there.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

from benchmarks.desks import fresh
from benchmarks.figures import Figure, of_times
from benchmarks.stopwatch import Spent, spending
from provenance.workspace.assess import NOTHING, assess
from provenance.workspace.capture import capture
from provenance.workspace.check import check_draft
from provenance.workspace.core import Workspace
from provenance.workspace.impact import points
from provenance.workspace.processes import kept
from provenance.workspace.views import Views
from seeds.run import fetcher
from seeds.volume import articles, prose

COUNTS = (100, 300, 1000)  # articles
ADDED = 3  # texts, one after another
SENTENCES = (1000, 5000, 20_000)
BESIDE = 100  # articles beside which drafts are held


def assess_one(counts: tuple[int, ...] = COUNTS, words: int = 600) -> tuple[Figure, ...]:
    """Assess one text more, and nothing more, where so many articles are."""
    figures: list[Figure] = []
    for count in counts:
        with _filled(count, words, more=ADDED) as (workspace, added):
            spent = [_assessed(workspace, path) for path in added]
            figures.append(of_times(f"assess one text more at {count} articles", spent))
            with spending() as nothing:
                assert assess(workspace) == NOTHING
            figures.append(of_times(f"assess nothing new at {count} articles", [nothing]))
    return tuple(figures)


def impact(count: int = 1000, words: int = 600) -> tuple[Figure, ...]:
    """Say what hangs on each document and source alone."""
    with _filled(count, words) as (workspace, _):
        views = Views(workspace)
        with spending() as spent:
            found, left = points(views)
    notes = (f"{len(found)} with a grade that hangs on them alone, {left} not looked at",)
    return (of_times(f"impact of each, {count} articles", [spent], notes=notes),)


def check(
    sentences: tuple[int, ...] = SENTENCES, count: int = BESIDE, words: int = 600
) -> tuple[Figure, ...]:
    """Hold drafts in a single line beside the claims of articles."""
    figures: list[Figure] = []
    with _filled(count, words) as (workspace, _):
        for many in sentences:
            rng = Random(many)  # noqa: S311  # sentences, not secrets
            draft = workspace.root / f"draft-{many}.txt"
            draft.write_text(" ".join(prose(rng) for _ in range(many)), encoding="utf-8")
            with spending() as spent:
                found = check_draft(workspace, draft)
            notes = (f"{len(found.facts)} facts, {len(found.uncarried)} that no claim carries",)
            figures.append(of_times(f"check of {many} sentences", [spent], notes=notes))
    return tuple(figures)


@contextmanager
def _filled(count: int, words: int, more: int = 0) -> Iterator[tuple[Workspace, list[Path]]]:
    """Yield a workspace with assessed articles, and files with more of them."""
    with fresh() as workspace:
        folder, added = workspace.root / "articles", workspace.root / "added"
        paths: list[Path] = []
        for number, article in enumerate(articles(count + more, words)):
            at = folder if number < count else added
            at.mkdir(exist_ok=True)
            paths.append(at / f"{article.id}.html")
            paths[-1].write_bytes(article.body)
        with kept():
            capture(workspace, [str(folder)], fetcher=fetcher())
            assess(workspace)
        yield workspace, paths[count:]


def _assessed(workspace: Workspace, path: Path) -> Spent:
    capture(workspace, [str(path)], fetcher=fetcher())
    with spending() as spent:
        assert assess(workspace).documents == 1
    return spent
