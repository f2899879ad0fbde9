"""The tree of origins in a terminal, and links and ties that a person decides by command."""

import pytest

from tests.cli.conftest import Run

pytestmark = pytest.mark.usefixtures("desk")


def test_the_tree_says_who_had_it_first_and_what_is_unconfirmed(run: Run) -> None:
    shown = run("show", "c1", "--origins").out
    assert "d1 Kelso Post, 2026-03-04, the first of them" in shown
    assert "└─ d2 Vale Herald, 2026-03-05" in shown
    assert "shares text with d1 (proposed: copy)" in shown
    assert "is a copy of" not in shown
    assert "\x1b" not in shown
    run("lineage", "confirm", "d2", "d1")
    assert "is a copy of d1 (confirmed: copy)" in run("show", "c1", "--origins").out
    run("lineage", "refuse", "d2", "d1", "--why", "two reporters")
    assert "d2 and d1: copy, refused by a person" in run("show", "c1", "--origins").out


def test_the_tree_as_json_has_every_node(run: Run) -> None:
    tree = run("show", "c1", "--origins", "--json").json
    assert [each["document"] for each in tree["nodes"]].count("d2") == 1
    assert tree["claim"] == "c1"


def test_only_a_claim_has_a_tree_of_origins(run: Run) -> None:
    told = run("show", "d1", "--origins")
    assert told.code == 2
    assert "wants a claim" in told.err


def test_a_tie_is_added_listed_refused_and_taken_back(run: Run) -> None:
    told = run("lineage", "add", "d3", "d1", "--kind", "quotation", "--why", "read to us")
    assert "d3 quotes d1, confirmed" in told.err
    assert "d3        d1     confirmed  quotation  quotes" in run("lineage", "list", "d3").out
    again = run("lineage", "add", "d3", "d1", "--kind", "quotation")
    assert "confirmed already" in again.err
    run("lineage", "refuse", "d3", "d1")
    assert [each["state"] for each in run("lineage", "list", "--refused", "--json").json] == [
        "refused"
    ]
    run("undo")
    run("undo")
    assert run("lineage", "list", "d3").out == ""


def test_a_tie_to_a_name_is_added_and_confirmed_once(run: Run) -> None:
    run("lineage", "add", "d3", "Port Gazette", "--kind", "citation")
    (tie,) = run("lineage", "list", "d3", "--json").json
    assert tie["upstream"] is None
    assert tie["upstream_name"] == "Port Gazette"
    assert "confirmed already" in run("lineage", "confirm", "d3", "port gazette").err


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("lineage", "add", "d1", "d1"), "does not go back to itself"),
        (("lineage", "add", "d1", "d99"), "d99"),
        (("lineage", "refuse", "d3", "d1"), "nothing is proposed"),
        (("claim", "link", "c1", "d2", "--as", "supports"), "say which claim of d2 is meant"),
        (("claim", "unlink", "c2", "d3"), "nothing in d3 bears on c2"),
    ],
)
def test_what_cannot_be_decided_says_why(run: Run, words: tuple[str, ...], reason: str) -> None:
    told = run(*words)
    assert told.code == 2
    assert reason in told.err


def test_a_link_is_refused_confirmed_and_made_another(run: Run) -> None:
    def stances() -> dict[str, str]:
        places = run("show", "c1", "--json").json["appearances"]
        return {each["document"]: f"{each['stance']} {each['link_state']}" for each in places}

    assert stances()["d3"] == "contradicts proposed"
    run("claim", "unlink", "c1", "d3", "--why", "another sale")
    assert "d3" not in stances()
    run("undo")
    assert stances()["d3"] == "contradicts proposed"
    (own,) = {each["handle"] for each in run("list", "claims", "--search", "denied", "--json").json}
    run("claim", "link", "c1", "d3", "--as", "contradicts", "--of", own)
    assert stances()["d3"] == "contradicts confirmed"
    run("claim", "link", "c1", "d3", "--as", "supports", "--of", own)
    assert stances()["d3"] == "supports confirmed"
