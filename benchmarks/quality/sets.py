"""The table of sets: name, module, and the figures that each gives."""

from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from benchmarks.quality.figure import Figure

Measure = Callable[[Path, Path], Sequence[Figure]]


class Set(NamedTuple):
    """One data set: its name, and where it is measured."""

    name: str
    module: str  # in this package; imported only when the set is measured
    needs: tuple[str, ...]  # files and folders, from DATA on, without which it cannot be
    folder: str = ""  # where it is not called as the set

    def measure(self, data: Path, train: Path) -> Sequence[Figure]:
        """Return the figures; ``train`` is the folder whose train.jsonl may be learnt from."""
        function: Measure = import_module(f"benchmarks.quality.{self.module}").measure
        folder = self.folder or self.name
        return function(data / folder, train / folder)


SETS: tuple[Set, ...] = (
    Set("op_ed", "opinion", ("../inputs/op-ed.txt", "../inputs/README.md")),
    Set("newsroom", "worlds", ()),
    Set("worlds", "worlds", ()),
    Set("claimbuster", "claimbuster", ("claimbuster/gold.jsonl",)),
    Set("factuality", "factuality", ("factuality/gold.jsonl",)),
    Set("journ_sourcing", "journ_sourcing", ("journ_sourcing/gold.jsonl",)),
    Set("polnear", "polnear", ("polnear/gold.jsonl",)),
    Set("polnear_wire", "declared", ("polnear/gold.jsonl",), folder="polnear"),
    Set("fool_me_twice", "stance", ("fool_me_twice/gold.jsonl",)),
    Set("fever_symmetric", "stance", ("fever_symmetric/gold.jsonl",)),
    Set("circular_reporting", "circular", ("circular_reporting/gold.csv", "fnc1/docs.csv")),
    Set("copy_levels", "copies", ("copy_levels/gold.jsonl",)),
    Set("wice", "support", ("wice/gold.jsonl",)),
    Set("ecbplus", "ecbplus", ("ecbplus/docs.jsonl",)),
    Set("wikinews_sources", "wikinews", ("wikinews_sources/gold.jsonl",)),
    Set("fnc1", "fnc1", ("fnc1/docs.csv",)),
)
