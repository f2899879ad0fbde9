"""``undo`` gives back exactly what was shown before, whatever was decided."""

from pathlib import Path
from typing import Any

import pytest

from provenance.workspace.core import Workspace
from provenance.workspace.picture import Picture
from tests.cli.conftest import Run
from tests.desks import settings

pytestmark = [pytest.mark.usefixtures("desk"), pytest.mark.slow]  # whole desks

# What names a version or a moment, not what is shown of it.
PASSING = {"id", "version", "at", "made_at", "log", "records", "saw"}


def shown(run: Run) -> Any:
    """Return all that is said of the case, without ids and times."""
    return _without(run("report", "--format", "json").json)


def _without(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _without(each) for name, each in value.items() if name not in PASSING}
    if isinstance(value, list):
        return [_without(each) for each in value]
    return value


DECISIONS = {
    "accept": ("accept", "c1"),
    "override": ("override", "c1", "--digit", "3", "--why", "it fits", "--compare", "d1"),
    "refuse": ("refuse", "c6", "--why", "too vague"),
    "kind": ("correct", "c1", "--kind", "opinion"),
    "modality": ("correct", "c1", "--modality", "hedged"),
    "wording": ("correct", "c1", "--wording", "Two cranes were sold."),
    "date": ("correct", "c6", "--published", "2026-03"),
    "attribution": ("correct", "c1", "--told-by", "two dockers", "--unnamed"),
    "no attribution": ("correct", "c2", "--unattributed", "--in", "d1"),
    "name": ("name", "c2", "dock engineers", "Rosa Quill"),
    "compare": ("compare", "c2", "--baseline", "earlier sales", "--fits", "contradicts"),
    "time and place": ("correct", "c1", "--time", "2 March 2026", "--place", "Port Vale"),
    "add": ("claim", "add", "d1", "--quote", "two cranes to a shipping firm"),
    "add to": ("claim", "add", "d3", "--quote", "two cranes", "--to", "c1"),
    "divide": ("claim", "split", "c2", "--quote", "Leaked invoices", "--quote", "the firm paid"),
    "merge": ("claim", "merge", "c6", "c1"),
    "split": ("claim", "split", "c1", "d2"),
    "rate": ("source", "rate", "s3", "b", "--why", "two years of checked reports"),
    "confirm": ("lineage", "confirm", "d2", "d1"),
    "refuse lineage": ("lineage", "refuse", "d2", "d1", "--why", "another text"),
    "same": ("source", "same", "s3", "s9", "s10"),
    "say": ("say", "k3", "--outlet", "Kelso Post", "--published", "2026-03-06"),
    "inquiry": (
        "inquiry",
        "add",
        "c1",
        "--sought",
        "the contract",
        "--where",
        "the register",
        "--result",
        "found",
    ),
    "genre": ("genre", "d1", "guest column"),
    "case": ("case", "--question", "Who sold the cranes?", "--reviewers", "1"),
}


@pytest.mark.parametrize("words", DECISIONS.values(), ids=DECISIONS.keys())
def test_undo_gives_back_what_was_shown_before(run: Run, words: tuple[str, ...]) -> None:
    before = shown(run)
    told = run(*words)
    assert told.code == 0, told.err
    assert shown(run) != before
    taken = run("undo")
    assert taken.code == 0, taken.err
    assert "took back entry" in taken.out
    assert shown(run) == before


def test_undo_takes_back_one_decision_after_the_other_and_then_says_that_none_is_left(
    run: Run,
) -> None:
    before = shown(run)
    run("say", "k3", "--outlet", "Kelso Gazette")
    between = shown(run)
    run("say", "k3", "--outlet", "Kelso Post")
    run("undo")
    assert shown(run) == between
    run("undo")
    assert shown(run) == before
    told = run("undo")
    assert told.code == 2
    assert "no decision of yours" in told.err


def test_undo_of_what_is_said_of_two_documents_or_sources_leaves_nothing_said(
    desk: Path, run: Run
) -> None:
    assert run("lineage", "separate", "d1", "d3", "--access", "a reporter on the quay").code == 0
    assert Picture(Workspace(desk, settings(desk.parent / "home"))).separate
    run("undo")
    told = run("lineage", "separate", "d1", "d3", "--refuse")
    assert (told.code, "nobody has said" in told.err) == (2, True)
    assert run("source", "same", "s9", "s10").code == 0
    assert Picture(Workspace(desk, settings(desk.parent / "home"))).same
    run("undo")
    assert not Picture(Workspace(desk, settings(desk.parent / "home"))).same


def test_undo_of_a_named_entry_leaves_later_decisions(run: Run) -> None:
    run("accept", "c1")
    entry = run("list", "log", "--json").json[-1]["seq"]
    run("accept", "c2")
    assert run("undo", "--entry", str(entry)).code == 0
    rows = {row["handle"]: row["state"] for row in run("list", "--json").json}
    assert (rows["c1"], rows["c2"]) == ("proposed", "reviewed")


def test_undo_of_an_entry_that_another_stands_on_is_a_conflict(run: Run) -> None:
    run("correct", "c1", "--wording", "One.")
    entry = next(
        each["seq"] for each in run("list", "log", "--json").json if each["kind"] == "correct"
    )
    run("correct", "c1", "--wording", "Two.")
    told = run("undo", "--entry", str(entry))
    assert told.code == 5
    assert "undo the later one first" in told.err
    assert run("show", "c1", "--json").json["wording"] == "Two."


def test_what_a_program_recorded_is_not_undone(run: Run) -> None:
    entry = next(e["seq"] for e in run("list", "log", "--json").json if e["kind"] == "grade")
    assert run("undo", "--entry", str(entry)).code == 2


def test_after_every_decision_and_undo_the_log_verifies(run: Run) -> None:
    run("accept", "c1", "--why", "seen")
    run("claim", "split", "c1", "d2")
    run("undo")
    run("name", "c2", "dock engineers", "Rosa Quill")
    told = run("verify", "--json")
    assert told.code == 0
    assert told.json["problems"] == []
