"""A desk made by commands once and copied for each test, and a way to run a command on it."""

import shutil
from pathlib import Path
from typing import Protocol

import pytest

from provenance.cli import main
from tests.cli.command import Told

REPORT = """The port authority of Kelso sold two cranes to a shipping firm on Monday, \
according to Harbour Minister Ines Vale.

Leaked invoices, recently checked by dock engineers, show that the firm paid 4 million euros.

The sale is a mistake. If the harbour loses more cranes, ferries could stop by autumn."""

REPRINT = REPORT.partition("\n\nThe sale")[0] + "\n\nSource: Kelso Post\n"

DENIAL = """The port authority of Kelso denied on Tuesday that it had sold two cranes to a \
shipping firm.

The cranes stand where they stood, the authority said."""


class Run(Protocol):
    """Runs one command in this process and returns what it told."""

    def __call__(self, *words: str) -> Told:
        """Run ``provenance`` with these words."""


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command as the console script does."""

    def running(*words: str) -> Told:
        capsys.readouterr()
        code = main(words)
        told = capsys.readouterr()
        return Told(code, told.out, told.err)

    return running


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a folder with a home and an assessed desk of three documents, by commands."""
    base = tmp_path_factory.mktemp("made")
    for name, text in (("report", REPORT), ("reprint", REPRINT), ("denial", DENIAL)):
        (base / f"{name}.txt").write_text(text, "utf-8")
    said = ("--said-outlet", "Kelso Post", "--said-published", "2026-03-04")
    later = ("--said-outlet", "Vale Herald", "--said-published", "2026-03-05")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PROVENANCE_HOME", str(base / "home"))
        patch.chdir(base)
        assert main(["init", "desk", "--name", "Ada Example"]) == 0
        patch.chdir(base / "desk")
        assert main(["capture", "../report.txt", *said]) == 0
        assert main(["capture", "../reprint.txt", *later]) == 0
        assert main(["capture", "../denial.txt"]) == 0
        assert main(["assess"]) == 0
    return base


@pytest.fixture
def desk(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a copy of that desk, with a copy of its keys."""
    for each in ("home", "desk"):
        shutil.copytree(made / each, tmp_path / each)
    monkeypatch.chdir(tmp_path / "desk")
    return tmp_path / "desk"
