"""Kills a desk at work again and again, and says what was left: run as a program of its own.

``python -m tests.kills FOLDER KILLS SEED`` prints one JSON object. One process forks a child that
captures, assesses and grades the newsroom, kills it (SIGKILL) after a random time, and looks at
the workspace: does it open, does it verify, is every acknowledged step there? The next child goes
on where that one was cut short. It has no threads, so forking is safe.
"""

import json
import os
import random
import shutil
import signal
import sys
import time
from pathlib import Path

from provenance.model import Claim, Decision
from provenance.settings import Settings
from provenance.workspace.assess import assess
from provenance.workspace.capture import capture
from provenance.workspace.core import Workspace
from provenance.workspace.decide import decide
from provenance.workspace.init import init
from provenance.workspace.verify import verify_workspace
from provenance.workspace.views import Views
from seeds.run import fetcher
from seeds.world import load


def work(workspace: Workspace, files: Path, acknowledged: int) -> None:
    """Do the main job; write the number of each entry once it is acknowledged."""
    append = workspace.store.append

    def told(*args: object, **named: object) -> object:
        entry = append(*args, **named)  # type: ignore[arg-type]
        os.write(acknowledged, f"{entry.seq}\n".encode())
        return entry

    workspace.store.append = told  # type: ignore[method-assign, assignment]
    capture(workspace, [str(files)], fetcher=fetcher())
    assess(workspace)
    views = Views(workspace)
    for claim in workspace.store.current(Claim)[:3]:
        if not views.picture.reviews.get(claim.of):
            decide(workspace, views.claim(claim.of), Decision.ACCEPT, reason="read")
    workspace.close()


def killed(root: Path, settings: Settings, files: Path, after: float) -> tuple[bool, int]:
    """Let a child work and kill it after a time; return (finished, last entry acknowledged)."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        code = 1
        try:
            work(Workspace(root, settings), files, writer)
            code = 0
        finally:
            os._exit(code)
    os.close(writer)
    until = time.monotonic() + after
    while not (ended := os.waitpid(child, os.WNOHANG))[0] and time.monotonic() < until:
        time.sleep(0.002)
    if not ended[0]:
        os.kill(child, signal.SIGKILL)
        ended = os.waitpid(child, 0)
    status = ended[1]
    with os.fdopen(reader, "rb") as pipe:
        told = pipe.read().split()
    if os.WIFEXITED(status) and os.WEXITSTATUS(status) != 0:
        raise RuntimeError("a child failed, and not because it was killed")
    return os.WIFEXITED(status), int(told[-1]) if told else 0


def main(folder: Path, kills: int, seed: int) -> dict[str, object]:
    """Kill so many times; return what was found wrong, and how far the work came."""
    chance = random.Random(seed)  # noqa: S311  # nothing secret hangs on it
    files = folder / "files"
    files.mkdir(parents=True)
    for article in load().articles:
        suffix = "html" if article.body.lstrip()[:1] == b"<" else "txt"
        (files / f"{article.id}.{suffix}").write_bytes(article.body)
    settings = Settings(home=folder / "home", person="Ada Example")
    root, rounds = folder / "desk-0", 0
    init(root, settings)
    begun = time.monotonic()
    assert killed(root, settings, files, 120)[0], "the work ends when nobody kills it"
    whole = time.monotonic() - begun
    ended, wrong, lost = 0, list[str](), 0
    wanted = None
    for number in range(kills):
        if number % 5 == 0 or ended:
            rounds, ended = rounds + 1, 0
            root = folder / f"desk-{rounds}"
            init(root, settings)
        done, acknowledged = killed(root, settings, files, chance.uniform(0, whole / 2))
        ended = int(done)
        workspace = Workspace(root, settings)
        lost += acknowledged > workspace.store.size()
        wrong += [f"{each.which}: {each.sentence}" for each in verify_workspace(workspace).problems]
    killed(root, settings, files, 120)
    last, first = Workspace(root, settings), Workspace(folder / "desk-0", settings)
    wanted = {each.wording for each in first.store.current(Claim)}
    found = {each.wording for each in last.store.current(Claim)}
    shutil.rmtree(folder)
    return {
        "kills": kills,
        "lost": lost,
        "missing": sorted(wanted - found),
        "more": sorted(found - wanted),
        "wrong": wrong,
    }


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))))  # noqa: T201
