"""What falls with a source or a text, at the command line."""

import pytest

from provenance.cli.exits import ExitCode
from tests.cli.conftest import Run

pytestmark = [pytest.mark.usefixtures("desk"), pytest.mark.slow]  # whole desks


def test_nothing_changes_is_said_plainly(run: Run) -> None:
    told = run("impact", "d1")
    assert told.code == ExitCode.OK
    assert "Nothing changes: no grade hangs on it alone" in told.out


def test_a_retraction_marks_decisions_stale_and_undo_takes_it_back(run: Run) -> None:
    assert run("accept", "c1").code == ExitCode.OK
    told = run("retract", "d1", "--why", "withdrawn by the paper")
    assert told.code == ExitCode.OK
    assert "now stale: c1" in told.err
    (fallen,) = run("retract", "--json").json
    assert (fallen["handle"], fallen["why"]) == ("d1", "withdrawn by the paper")
    assert run("show", "c1", "--json").json["stale_because"]
    assert "retract" in run("list", "log").out
    assert run("undo").code == ExitCode.OK
    assert run("retract", "--json").json == []
    assert not run("show", "c1", "--json").json["stale"]


def test_what_hangs_alone_is_listed_or_said_to_be_nothing(run: Run) -> None:
    told = run("impact", "--json")
    assert told.json == []
    assert "no single point of failure" in run("impact").err


@pytest.mark.parametrize(
    "words",
    [
        ("impact", "c1"),
        ("impact", "d99"),
        ("retract", "c1", "--why", "because"),
        ("retract", "d1"),
        ("retract", "--why", "because"),
        ("retract", "d1", "--why", "because", "--notice", "c1"),
    ],
)
def test_what_cannot_fall_is_refused(run: Run, words: tuple[str, ...]) -> None:
    before = run("status", "--json").json["entries"]
    assert run(*words).code == ExitCode.USAGE
    assert run("status", "--json").json["entries"] == before
