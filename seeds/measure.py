"""Runs the main job on worlds with known truth and prints how much of it was found.

``python -m seeds.measure`` takes the newsroom and five fresh worlds; their seeds are printed,
so that a run can be repeated with ``--seed``. Each world is served on 127.0.0.1, captured over
HTTP into a workspace of its own in a temporary folder, and assessed. No person confirms
anything: the figures are those of the program alone.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path
from random import SystemRandom
from tempfile import TemporaryDirectory

from seeds.evaluate import Score, table, total
from seeds.generator import generate
from seeds.run import assessed, scores
from seeds.world import World, load


def measure(world: World) -> tuple[Score, ...]:
    """Return the scores of the program on a world."""
    with TemporaryDirectory() as folder:
        workspace = assessed(Path(folder) / "desk", world, Path(folder) / "home")
        try:
            return scores(workspace, world)
        finally:
            workspace.close()


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m seeds.measure", description=__doc__)
    parser.add_argument("--seed", type=int, action="append", help="a world to make; repeatable")
    parser.add_argument("--worlds", type=int, default=5, help="how many fresh worlds (5)")
    parser.add_argument("--stories", type=int, default=5, help="stories in each (5)")
    chosen = parser.parse_args(arguments)
    seeds = chosen.seed or [SystemRandom().randrange(10**6) for _ in range(chosen.worlds)]
    print(f"the newsroom\n{table(measure(load()))}\n")
    results = [measure(generate(seed, chosen.stories)) for seed in seeds]
    print(f"worlds made from seeds {', '.join(map(str, seeds))}\n{table(total(results))}")


if __name__ == "__main__":
    main()
