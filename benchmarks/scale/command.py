"""``python -m benchmarks.scale``: measure, and print the figures."""

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from benchmarks.figures import Figure, Target, lines
from benchmarks.machine import load, machine
from benchmarks.scale.memory import holding
from benchmarks.scale.neighbours import Neighbours, neighbours
from benchmarks.scale.press import Press, made
from benchmarks.scale.score import Pair, of_families, of_pairs
from benchmarks.stopwatch import spending
from provenance.workspace.assess.derive import shared_out

SECONDS, BYTES, TIMES = 180, 4 << 30, 6
# What says that running text was taken; words in quotation marks are not of these.
TAKEN = {"shared text", "shared runs", "one long run", "same names and numbers"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run it; a missed target is a figure, not a failure."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.scale", description=__doc__)
    parser.add_argument("--documents", type=int, default=100_000, help="how many (100000)")
    parser.add_argument("--add", action="store_true", help="add to so many, instead of all at once")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    chosen = parser.parse_args(arguments)
    if chosen.add:
        from benchmarks.scale.adding import adding  # either of the two is run

        figures: Iterator[Figure] = adding(chosen.documents)
    else:
        figures = at_once(made(chosen.documents))
    given: list[Figure] = []
    if not chosen.json:
        print(f"load {load()}", *(f"{n}: {v}" for n, v in machine().items()), sep="\n", flush=True)
    for figure in figures:
        given.append(figure)
        if not chosen.json:
            print(*lines(figure), sep="\n", flush=True)
    if chosen.json:
        made_of = {"machine": machine(), "load": load()}
        print(json.dumps({**made_of, "scale": [asdict(each) for each in given]}, indent=2))
    return 0


def at_once(press: Press) -> Iterator[Figure]:
    """Yield the figures of tracing all texts at once."""
    count = len(press.texts)
    with holding() as held, spending() as spent:
        traced = shared_out(press.texts)
    number = {text.id: at for at, text in enumerate(press.texts)}
    pairs = [
        (number[each.downstream], number[each.upstream])
        for each in traced.proposals
        if each.upstream is not None and TAKEN.intersection(e.rule for e in each.evidence)
    ]
    yield Figure(f"lineage of {count} texts", spent.wall, "s", Target(SECONDS), cpu=spent.cpu)
    if held.most is not None:
        yield Figure("memory of all processes", held.most / 2**30, "GiB", Target(BYTES / 2**30))
    yield from _scores("lineage", pairs, press)
    for found in neighbours(press.texts, press.sources):
        if isinstance(found, Neighbours):
            name = f"{found.name}, runs of {found.size} words, from {found.threshold}"
            yield Figure(name, found.spent.wall, "s", cpu=found.spent.cpu)
            yield from _scores(found.name, found.pairs, press)
            if found.name == "rensa":
                times = spent.cpu / found.spent.cpu
                yield Figure("CPU time against rensa's", times, "times", Target(TIMES))
        else:
            yield Figure(f"{found} is not installed", 0, "")


def _scores(name: str, pairs: Sequence[Pair], press: Press) -> Iterator[Figure]:
    for what, score in (
        ("pairs", of_pairs(pairs, press.sources)),
        ("families", of_families(pairs, press.sources)),
    ):
        note = f"precision {score.precision:.3f}, recall {score.recall:.3f}"
        yield Figure(f"{name}: F1 of {what}", score.f1, "", notes=(note,))
