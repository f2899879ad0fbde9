"""Measures the sets of a data folder and prints one table, or JSON.

Example: ``python -m benchmarks.quality ../data --set polnear --set claimbuster``.
"""

import argparse
import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.quality.figure import Figure
from benchmarks.quality.sets import SETS, Set

_HEADER = (
    f"{'set':<20}{'measure':<44}{'n':>7}{'floor':>8}{'ours':>8}  {'95 %':<16}{'reach':>7}{'s':>8}"
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; return 1 where nothing could be measured."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality", description=__doc__)
    parser.add_argument("data", type=Path, help="folder with one folder a set")
    parser.add_argument(
        "--set", action="append", choices=[each.name for each in SETS], help="only this; repeatable"
    )
    parser.add_argument(
        "--train", type=Path, help="folder whose train.jsonl files may be learnt from (DATA)"
    )
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    chosen = parser.parse_args(arguments)
    if not chosen.data.is_dir():
        parser.error(f"{chosen.data} is no folder")
    wanted = [each for each in SETS if not chosen.set or each.name in chosen.set]
    if not chosen.json:
        print(_HEADER)
    measured = [
        _measured(each, chosen.data, chosen.train or chosen.data, as_json=chosen.json)
        for each in wanted
    ]
    return 0 if any(measured) else 1


def _measured(each: Set, data: Path, train: Path, *, as_json: bool) -> bool:
    """Measure one set and print its lines; return whether it was there."""
    missing = [name for name in each.needs if not (data / name).exists()]
    if missing:
        print(f"{each.name}: left out, {', '.join(missing)} is not in {data}", file=sys.stderr)
        return False
    begun = time.perf_counter()
    figures = each.measure(data, train)
    seconds = time.perf_counter() - begun
    for figure in figures:
        print(_object(each, figure, seconds) if as_json else _line(each, figure, seconds))
    return True


def _object(each: Set, figure: Figure, seconds: float) -> str:
    return json.dumps({"set": each.name, **figure._asdict(), "seconds": round(seconds, 1)})


def _line(each: Set, figure: Figure, seconds: float) -> str:
    interval = ""
    if figure.low is not None and figure.high is not None:
        signed = "+" if figure.floor is not None else ""
        interval = f"{figure.low:{signed}.3f} {figure.high:{signed}.3f}"
    line = (
        f"{each.name:<20}{figure.name:<44}{figure.n:>7}{_share(figure.floor):>8}"
        f"{figure.ours:>8.3f}  {interval:<16}{_share(figure.reach):>7}{seconds:>8.1f}"
    )
    return f"{line}  {figure.note}" if figure.note else line


def _share(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}"


if __name__ == "__main__":
    sys.exit(main())
