"""One more text, where the keys of very many stand in the database of a workspace.

What is timed is what an assessment does for lineage after one new text: make its keys, ask the
index which texts it may be tied to, read and compare these, and put its keys into the index.
Reading texts and earlier ties back from the store is left out (texts are held in memory here, and
no ties were recorded), and so are claims.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from statistics import median

from benchmarks.desks import fresh
from benchmarks.figures import Figure, Target
from benchmarks.scale.press import made
from benchmarks.stopwatch import Spent, spending
from provenance import lineage
from provenance.lineage.keys import VERSION, related
from provenance.lineage.light import BATCH, Batch, light
from provenance.lineage.trace import Kept
from provenance.store.postings import Postings
from provenance.store.tables import insertion_into
from provenance.workspace.processes import kept, mapped

MILLISECONDS = 200
ADDED = 60  # texts that are timed
POSTED = 2000  # texts whose keys are put in at once
_TO_HANDLE = insertion_into("handle", "letter", "number", "identity")


def adding(count: int) -> Iterator[Figure]:
    """Yield the figures of adding texts, one after another, to so many."""
    press = made(count + ADDED)
    known, added = press.texts[:count], press.texts[count:]
    by_id = {text.id: text for text in press.texts}
    with fresh() as workspace:
        postings = workspace.postings
        with workspace.store.database.writing() as connection:
            rows = [("d", number + 1, text.id) for number, text in enumerate(press.texts)]
            connection.exec_driver_sql(_TO_HANDLE, rows)
        with spending() as spent:
            _post(postings, known)
        size = sum(each.stat().st_size for each in workspace.root.rglob("*") if each.is_file())
        yield Figure(
            f"keys of {count} texts made and put in",
            spent.wall,
            "s",
            cpu=spent.cpu,
            notes=(f"{size / count / 1000:.1f} kB of database a text",),
        )
        took: list[Spent] = []
        asked = right = wanted = 0
        for text, sources in zip(added, press.sources[count:], strict=True):
            wall, cpu = time.perf_counter(), time.process_time()
            near = related(text, postings) - {text.id}
            beside = lineage.Added([text], [by_id[each] for each in sorted(near)])
            beside.proposed([by_id[each] for each in sorted(beside.core)], [], beside.core)
            postings.post(beside.keys(), VERSION)
            took.append(Spent(time.perf_counter() - wall, time.process_time() - cpu))
            asked += len(near)
            wanted += len(sources)
            right += sum(press.texts[source].id in near for source in sources)
    notes = (f"{asked / ADDED:.0f} texts looked at each time, {right} of {wanted} sources among",)
    yield _figure("adding one text, median", took, median, notes)
    yield _figure("adding one text, 95th percentile", took, _percentile, ())


def _post(postings: Postings, known: Sequence[lineage.Text]) -> None:
    starts = range(0, len(known), POSTED)
    with kept():
        for start in starts:
            some = known[start : start + POSTED]
            batches = [
                Batch(tuple(some[at : at + BATCH]), frozenset())
                for at in range(0, len(some), BATCH)
            ]
            lights = partial(mapped, worth=2, at_once=1)(light, batches)
            made_keys = Kept(some, list(lights))
            postings.post(made_keys, VERSION)


def _figure(
    name: str, took: Sequence[Spent], of: Callable[[Sequence[float]], float], notes: Sequence[str]
) -> Figure:
    wall = 1000 * of([each.wall for each in took])
    cpu = of([each.cpu for each in took])
    return Figure(name, wall, "ms", Target(MILLISECONDS), cpu=cpu, notes=tuple(notes))


def _percentile(values: Sequence[float]) -> float:
    return sorted(values)[int(0.95 * len(values))]
