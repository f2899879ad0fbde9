"""``python -m benchmarks``: run the benchmarks and print their figures."""

import argparse
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from functools import partial

from benchmarks.figures import Figure, lines
from benchmarks.growth import assess_one, check, impact
from benchmarks.ingest import ingest
from benchmarks.log import log
from benchmarks.machine import load, machine
from benchmarks.report import report
from benchmarks.room import room
from benchmarks.startup import startup
from benchmarks.verify import verify
from benchmarks.writes import writes

BENCHMARKS: Mapping[str, Callable[[], tuple[Figure, ...]]] = {
    "startup": startup,
    "room": room,
    "ingest": ingest,
    "writes": writes,
    "verify": verify,
    "log": log,
    "report": report,
    "assess-one": assess_one,
    "impact": impact,
    "check": check,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what is named, or everything; a missed target is a figure, not a failure."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(BENCHMARKS))
    parser.add_argument(
        "--records", type=int, default=200_000, help="how many verify checks (200000)"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    chosen = parser.parse_args(arguments)
    unknown = [name for name in chosen.names if name not in BENCHMARKS]
    if unknown:
        parser.error(f"there is no benchmark {', '.join(unknown)}")
    names = chosen.names or list(BENCHMARKS)
    result: dict[str, object] = {"machine": machine(), "load before": load()}
    if not chosen.json:
        _say("machine", *(f"  {name:<10} {value}" for name, value in machine().items()))
        _say(f"  load       {load()}")
    runs: dict[str, Callable[[], tuple[Figure, ...]]] = {
        **BENCHMARKS,
        "verify": partial(verify, chosen.records),
    }
    for name in names:
        figures = runs[name]()
        result[name] = [asdict(each) | {"met": each.met} for each in figures]
        if not chosen.json:
            _say("", name, *(line for each in figures for line in lines(each)))
            _say(f"      load {load()}")
    result["load after"] = load()
    if chosen.json:
        _say(json.dumps(result, indent=2, ensure_ascii=False))
    return 0


def _say(*said: str) -> None:
    print("\n".join(said), flush=True)
