"""What no person has confirmed says so, wherever texts are said to go back to each other."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run

PAGES = {
    "Kelso Post": "The harbour board sold the ferry Alma for 2 million euros on Monday, the Vale "
    "Herald reported.\n\nSource: Vale Herald\n",
    "Vale Herald": "The harbour board sold the ferry Alma for 2 million euros on Monday, the Kelso "
    "Post reported.\n\nSource: Kelso Post\n",
}
UNCONFIRMED = "Proposed: it rests on ties that no person has confirmed."


@pytest.mark.usefixtures("desk")
def test_an_origin_that_rests_on_a_proposal_says_so_until_it_is_confirmed(run: Run) -> None:
    shown = run("show", "c1").out
    assert "[not established, proposed]" in shown
    assert "d2 shares text with d1 (proposed as copy)" in shown
    assert ", proposed." in run("report", "--format", "md").out
    assert run("show", "c1", "--json").json["origins"][0]["proposed"] is True
    run("lineage", "confirm", "d2", "d1")
    assert "not established, proposed" not in run("show", "c1").out
    assert run("show", "c1", "--json").json["origins"][0]["proposed"] is False


def test_a_ring_of_proposals_is_proposed(tmp_path: Path, run: Run) -> None:
    desk = ("-w", str(tmp_path / "desk"))
    run("init", str(tmp_path / "desk"), "--name", "Ada Example")
    for number, (outlet, text) in enumerate(PAGES.items()):
        page = tmp_path / f"{number}.txt"
        page.write_text(text, "utf-8")
        day = f"2026-03-0{4 + number}"
        run("capture", str(page), "--said-outlet", outlet, "--said-published", day, *desk)
    run("assess", *desk)
    report = run("report", "--format", "json", *desk).json["dossier"]
    assert report["circular"], "the two texts make no ring"
    assert all(each.endswith(UNCONFIRMED) for each in report["circular"])
    assert UNCONFIRMED in run("show", "c1", *desk).out.replace("\n  ", " ")
    ties = {(tie["downstream"], tie["upstream"]) for tie in report["derivations"]}
    assert ties == {("d1", "d2"), ("d2", "d1")}
    run("lineage", "confirm", "d1", "d2", *desk)
    settled = run("report", "--format", "json", *desk).json["dossier"]["circular"]
    assert settled
    assert not any(each.endswith(UNCONFIRMED) for each in settled)
