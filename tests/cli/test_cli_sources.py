"""Sources of one name: shown together, proposed as one, joined and parted by a person alone."""

from typing import Any

import pytest

from provenance.cli.exits import ExitCode
from tests.cli.conftest import Run

pytestmark = [pytest.mark.usefixtures("desk"), pytest.mark.slow]  # whole desks


@pytest.fixture
def twins(run: Run) -> list[str]:
    """The handles of two sources under one name: an outlet, and an organisation."""
    run("correct", "c1", "--said-by", "KELSO POST", "--type", "organisation", "--in", "d2")
    return [each["handle"] for each in sources(run) if each["name"].casefold() == "kelso post"]


def sources(run: Run) -> list[Any]:
    """Return the sources as they are listed."""
    found: list[Any] = run("list", "sources", "--json").json
    return found


def test_sources_of_one_name_stand_together_and_are_proposed(run: Run, twins: list[str]) -> None:
    assert len(twins) == 2
    one, other = twins
    handles = [each["handle"] for each in sources(run)]
    assert abs(handles.index(one) - handles.index(other)) == 1
    assert {e["handle"]: e["may_be"] for e in sources(run)}[one] == [other]
    assert f"may be {other}" in run("list", "sources").out
    assert f"provenance source same {one} {other}" in run("status").out
    assert f"provenance source same {one} {other}" in run("show", one).out
    assert f"may be the same as {other}" in run("report", "--format", "html").out
    assert run("source", "same").out.splitlines()[1].split()[:2] == twins
    assert run("source", "same", "--json").json == [twins]


def test_what_a_person_joins_counts_as_one_until_it_is_taken_back(
    run: Run, twins: list[str]
) -> None:
    one, other = twins
    run("source", "rate", one, "B", "--why", "two years of checked reports")
    told = run("source", "same", "--proposed")
    assert told.err == f"one source: {one} {other}\n"
    shown = {each["handle"]: each for each in sources(run)}
    assert (shown[one]["same_as"], shown[one]["may_be"]) == ([other], [])
    appearance = next(
        each for each in run("show", "c1", "--json").json["appearances"] if each["document"] == "d2"
    )
    assert appearance["letter"] == "B"  # the letter of one is that of the other
    assert "names that stand for several" not in run("status").out
    assert f"the same as {other}" in run("report", "--format", "md").out
    run("undo")
    assert {e["handle"]: e["may_be"] for e in sources(run)}[one] == [other]


def test_what_a_person_refuses_is_not_proposed_again(run: Run, twins: list[str]) -> None:
    run("source", "same", *twins, "--refuse", "--why", "the paper, and the post office")
    assert "names that stand for several" not in run("status").out
    assert run("source", "same").out == ""
    assert run("source", "same", "--proposed").code == ExitCode.USAGE
    run("assess")
    assert all(each["may_be"] == [] for each in sources(run))


def test_three_sources_are_joined_in_one_step(run: Run) -> None:
    before = len(run("list", "log", "--json").json)
    assert run("source", "same", "s3", "s9", "s10").code == 0
    entries = run("list", "log", "--json").json[before:]
    assert [each["kind"] for each in entries if each["kind"] == "same source"] == ["same source"]
    shown = {each["handle"]: each["same_as"] for each in sources(run)}
    assert (set(shown["s3"]), set(shown["s10"])) == ({"s9", "s10"}, {"s3", "s9"})
    assert run("source", "same", "s3").code == ExitCode.USAGE
    assert run("source", "same", "s3", "s9", "--proposed").code == ExitCode.USAGE
