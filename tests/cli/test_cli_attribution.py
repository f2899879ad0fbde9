"""Who says it, corrected by hand: added, replaced, taken out, in one appearance or in all."""

from typing import Any

import pytest

from provenance.cli.exits import ExitCode
from tests.cli.conftest import Run

pytestmark = [pytest.mark.usefixtures("desk"), pytest.mark.slow]  # whole desks


def chains(run: Run, claim: str) -> dict[str, list[tuple[str, str, bool]]]:
    """Return (role, name, named) of each step by document, of the claim's own appearances."""
    return {
        each["document"]: [(step["role"], step["name"], step["named"]) for step in each["steps"]]
        for each in own(run, claim)
    }


def own(run: Run, claim: str) -> list[Any]:
    """Return the appearances that repeat a claim."""
    view = run("show", claim, "--json").json
    return [each for each in view["appearances"] if each["stance"] == "repeats"]


def test_a_missing_step_is_added_and_the_others_stay(run: Run) -> None:
    before = chains(run, "c1")
    assert set(before) == {"d1", "d2"}
    told = run("correct", "c1", "--verified-by", "Tom Farrow", "--type", "person", "--in", "d1")
    assert (told.code, told.err) == (0, "corrected c1 in d1\n")
    after = chains(run, "c1")
    assert after["d1"] == [*before["d1"], ("verified", "Tom Farrow", True)]
    assert after["d2"] == before["d2"]
    shown = run("show", "c1").out
    assert "verified: Tom Farrow (named person; by hand)" in shown
    assert "changed by a person" in shown
    assert "Tom Farrow" in {each["name"] for each in run("list", "sources", "--json").json}


def test_without_a_document_every_appearance_is_corrected_and_that_is_said(run: Run) -> None:
    told = run("correct", "c1", "--said-by", "Port Office", "--why", "the minister read it out")
    assert "in all its 2 documents: d1, d2" in told.err
    for steps in chains(run, "c1").values():
        assert [step for step in steps if step[0] == "says"] == [("says", "Port Office", True)]
    for format_ in ("html", "md", "csv"):
        report = run("report", "--format", format_).out
        assert "Port Office" in report
        assert "the minister read it out" in report
    assert "correct" in {each["kind"] for each in run("list", "log", "--json").json}
    assert run("verify").code == 0


def test_a_source_is_known_again_and_an_unnamed_one_belongs_to_its_document(run: Run) -> None:
    minister = next(s for s in run("list", "sources", "--json").json if "Vale" in s["name"])
    run("correct", "c2", "--told-by", minister["name"].upper(), "--in", "d1")
    step = next(each for each in own(run, "c2") if each["document"] == "d1")["steps"][-1]
    assert step["source"] != ""
    names = [s["name"] for s in run("list", "sources", "--json").json if s["named"]]
    assert len(names) == len(set(names)) + _of_several_types(run)
    run("correct", "c2", "--told-by", "two dockers", "--unnamed")
    for steps in chains(run, "c2").values():
        assert ("told", "two dockers", False) in steps
    dockers = [s for s in run("list", "sources", "--json").json if s["name"] == "two dockers"]
    assert len(dockers) == 2  # one in each document
    assert any("two dockers" in f["sentence"] for f in run("show", "c2", "--json").json["findings"])


def _of_several_types(run: Run) -> int:
    """Return how many names stand for sources of more than one type."""
    named = [(s["name"], s["type"]) for s in run("list", "sources", "--json").json if s["named"]]
    return len(set(named)) - len({name for name, _ in named})


def test_a_step_is_taken_out_and_a_chain_emptied(run: Run) -> None:
    assert any(role == "verified" for role, _, _ in chains(run, "c2")["d1"])
    run("correct", "c2", "--verified-by", "")
    assert not any(role == "verified" for role, _, _ in chains(run, "c2")["d1"])
    run("correct", "c2", "--unattributed")
    assert chains(run, "c2") == {"d1": [], "d2": []}
    assert {each["attribution"] for each in own(run, "c2")} == {"unattributed"}
    assert "unattributed" in run("list", "--search", "leaked").out


def test_the_next_assess_leaves_a_corrected_chain_alone(run: Run) -> None:
    run("correct", "c1", "--said-by", "Port Office")
    before = chains(run, "c1")
    run("capture", "../report.txt")
    run("assess")
    assert chains(run, "c1") == before


def test_modality_and_date_are_corrected_in_one_appearance(run: Run) -> None:
    run("correct", "c1", "--modality", "hedged", "--published", "2026-03-06", "--in", "d2")
    found = {each["document"]: each for each in own(run, "c1")}
    assert (found["d2"]["modality"], found["d2"]["published"]) == ("hedged", "2026-03-06")
    assert found["d1"]["modality"] == "quoted"
    assert found["d1"]["published"] == "2026-03-04"


def test_a_wording_that_another_claim_has_is_said_and_the_two_can_be_merged(run: Run) -> None:
    other = run("show", "c2", "--json").json["wording"]
    told = run("correct", "c1", "--wording", other.upper())
    assert "c2 says the same; if they are one: provenance claim merge c1 c2" in told.err
    assert run("claim", "merge", "c1", "c2").code == 0
    assert len(own(run, "c2")) == 4
    run("undo")
    told = run("correct", "c1", "--wording", "The harbour sold two cranes.")
    assert told.err == "corrected c1\n"


def test_an_appearance_that_a_correction_parts_from_its_claim_is_named(run: Run) -> None:
    told = run("correct", "c1", "--modality", "denied", "--in", "d2")
    assert "says something else: it makes c" in told.err
    place, claim = (told.err.split(mark)[1].split()[0] for mark in ("appearance in ", "it makes "))
    assert place in {each["document"] for each in own(run, claim)}


def test_that_two_claims_contradict_each_other_is_confirmed_by_a_comparison(run: Run) -> None:
    refused = run("override", "c1", "--digit", "5", "--why", "the authority denies it")
    assert refused.code == ExitCode.REFUSED
    assert "(the command compare) that reads “contradicts”" in refused.err
    assert run("compare", "c1", "--with", "c5", "--fits", "contradicts").code == 0
    assert run("override", "c1", "--digit", "5", "--why", "the authority denies it").code == 0


WRONG = (
    ("--unattributed", "--said-by", "Port Office"),
    ("--unnamed",),
    ("--type", "person"),
    ("--kind", "norm", "--in", "d1"),
    ("--modality", "hedged", "--in", "d3"),
    ("--modality", "hedged", "--in", "k1"),
    ("--in", "d1"),
)


def test_what_cannot_be_corrected_so_is_said_and_nothing_is_written(run: Run) -> None:
    before = run("list", "log").out
    for words in WRONG:
        told = run("correct", "c1", *words)
        assert told.code == ExitCode.USAGE, (words, told)
    run("correct", "c1", "--unattributed")
    assert run("correct", "c1", "--unattributed").code == ExitCode.USAGE
    run("undo")
    assert run("list", "log").out.startswith(before)
