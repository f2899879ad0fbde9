"""What we published ourselves never adds an origin, and a text that credits us closes a circle."""

import html
from typing import Any

import pytest

from provenance.cli.exits import ExitCode
from tests.cli.conftest import Run

pytestmark = [pytest.mark.usefixtures("desk"), pytest.mark.slow]  # whole desks


def claim(run: Run, handle: str = "c1") -> Any:
    """Return a claim as it is shown."""
    return run("show", handle, "--json").json


def outlet(run: Run, name: str) -> str:
    """Return the handle of an outlet."""
    sources = run("list", "sources", "--json").json
    return str(next(e["handle"] for e in sources if e["name"] == name and e["type"] == "outlet"))


def supporting(run: Run) -> list[Any]:
    """Return the origins of the first claim that support it."""
    return [each for each in claim(run)["origins"] if each["stance"] == "supports"]


def test_nothing_is_ours_until_a_person_says_so(run: Run) -> None:
    assert {each["ours"] for each in run("list", "sources", "--json").json} == {False}
    assert claim(run)["circular"] == []


def test_a_text_that_credits_us_closes_a_circle(run: Run) -> None:
    before = claim(run)
    ours = outlet(run, "Kelso Post")
    assert run("source", "ours", ours).err == f"{ours} is our own publication\n"
    after = claim(run)
    (sentence,) = after["circular"]
    assert "Kelso Post → Vale Herald → Kelso Post" in sentence
    assert "circular reporting" in run("show", "c1").out
    assert sentence in html.unescape(run("report", "--format", "html").out)
    assert "our own publication" in run("show", ours).out
    run("undo")
    undone = claim(run)
    for name in ("circular", "origins", "credibility", "reports_not_established"):
        assert undone[name] == before[name], name


def test_what_stands_on_our_own_text_alone_adds_no_origin(run: Run) -> None:
    run("correct", "c1", "--unattributed")
    assert [each["independence"] for each in supporting(run)] == ["not established"]
    run("source", "ours", "d1", "--why", "our own newsletter")
    (origin,) = supporting(run)
    assert origin["independence"] == "dependent"
    assert "our own publication: it adds no origin" in origin["sentence"]
    assert claim(run)["reports_not_established"] == 0
    run("source", "ours", "d1", "--refuse")
    assert [each["independence"] for each in supporting(run)] == ["not established"]


def test_what_is_marked_already_is_refused(run: Run) -> None:
    ours = outlet(run, "Kelso Post")
    run("source", "ours", ours)
    assert run("source", "ours", ours).code == ExitCode.USAGE
    assert run("source", "ours", outlet(run, "Vale Herald"), "--refuse").code == ExitCode.USAGE


def test_assessing_again_keeps_what_is_ours(run: Run) -> None:
    run("source", "ours", outlet(run, "Kelso Post"))
    shown = claim(run)
    run("assess")
    again = claim(run)
    assert (again["circular"], again["origins"]) == (shown["circular"], shown["origins"])
