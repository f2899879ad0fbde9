"""Listings and sheets: what is chosen, what is searched, what a refused claim shows."""

from pathlib import Path

import pytest

from provenance.cli.exits import ExitCode
from tests.cli.conftest import Run

pytestmark = pytest.mark.usefixtures("desk")


def test_a_claim_shows_the_phrases_of_its_own_alone(run: Run) -> None:
    facts = [row["handle"] for row in run("list", "--kind", "fact", "--json").json]
    shared = [
        finding
        for finding in run("list", "findings", "--json").json
        if len(finding["about"]) > 2 and len(finding["search"]) > 1
    ]
    assert shared, "the desk holds no finding about several claims"
    views = {handle: run("show", handle, "--json").json for handle in facts}
    quotes = {
        handle: " ".join(each["selector"]["exact"] for each in view["appearances"]).casefold()
        for handle, view in views.items()
    }
    for handle, view in views.items():
        others = " ".join(quotes[other] for other in facts if other != handle)
        for phrase in (phrase for each in view["findings"] for phrase in each["search"]):
            words = phrase.strip('"').casefold()
            assert words in quotes[handle] or words not in others, (handle, phrase)


def test_options_that_do_not_fit_what_is_listed_are_refused(run: Run) -> None:
    for words in (
        ("findings", "--kind", "fact"),
        ("claims", "--failed"),
        ("log", "--kind", "norm"),
    ):
        told = run("list", *words)
        assert (told.code, told.out) == (ExitCode.USAGE, ""), words


def test_search_looks_at_what_people_see(run: Run) -> None:
    for listing in ("claims", "documents", "captures", "sources", "findings"):
        for field in ("handle", "version", "outlet_basis", "same_as", "sha256"):
            assert run("list", listing, "--search", field, "--json").json == [], (listing, field)
    assert [e["handle"] for e in run("list", "--search", "LEAKED", "--json").json] == ["c2"]
    found = run("list", "documents", "--search", "stand where they stood", "--json").json
    assert [each["handle"] for each in found] == ["d3"]
    entries = run("list", "log", "--search", "capture", "--json").json
    assert {each["kind"] for each in entries} == {"capture"}


def test_what_was_decided_is_said_by_kind(run: Run) -> None:
    kinds = {row["type"]: row["handle"] for row in run("list", "--json").json}
    opinion = kinds["opinion"]
    told = run("accept", opinion)
    assert told.out == f"{opinion}  accept as opinion, which is not graded  review 1\n"
    assert "accept F" not in run("show", opinion).out
    assert run("refuse", "c1", "--why", "a caption").out == (
        "c1  refuse as no claim to be graded  review 1\n"
    )


def test_a_refused_claim_shows_no_cell(run: Run) -> None:
    assert run("show", "c1", "--json").json["credibility"] == "6"
    run("refuse", "c1", "--why", "a caption")
    row = next(e for e in run("list", "--json").json if e["handle"] == "c1")
    assert (row["cell"], row["state"]) == ("–", "refused")
    assert run("show", "c1").out.splitlines()[0] == "c1  –  fact  refused"


def test_a_second_reviewer_cannot_tell_a_refusal(
    desk: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = run("show", "c1", "--json").json
    run("refuse", "c1", "--why", "a caption")
    monkeypatch.setenv("PROVENANCE_HOME", str(desk.parent / "ben"))
    public = run("agent", "key", "--name", "Ben Example").out.strip()
    monkeypatch.setenv("PROVENANCE_HOME", str(desk.parent / "home"))
    run("agent", "add", "Ben Example", public)
    monkeypatch.setenv("PROVENANCE_HOME", str(desk.parent / "ben"))
    seen = run("show", "c1", "--json").json
    for field in ("reliability", "credibility", "basis", "reviews"):
        assert seen[field] == before[field], field


def test_findings_inquiries_and_agents_have_sheets_for_people(run: Run) -> None:
    run(
        "inquiry",
        "add",
        "c1",
        "--sought",
        "the contract",
        "--where",
        "the register",
        "--result",
        "found",
    )
    told = run("show", "f1", "i1", "a1").out
    assert "look for: " in told
    assert "the register" in told
    assert "public key" in told
    assert "('" not in told  # no word of the program's own language


def test_a_lead_about_a_text_names_the_text(run: Run) -> None:
    lead = next(each for each in run("next", "--json").json if each["rule"].startswith("no date"))
    assert lead["documents"] == ["d3"]
    assert f"{lead['rule']} in d3 — " in run("next").out
    assert "About d3." in run("report", "--format", "md").out


def test_a_text_in_a_language_that_is_not_read_is_counted(desk: Path, run: Run) -> None:
    text = (
        "Die Hafenbeh\u00f6rde hat am Montag zwei gro\u00dfe Kr\u00e4ne an eine Reederei verkauft. "
        * 4
    )
    (desk / "other.txt").write_text(text, "utf-8")
    run("capture", "other.txt")
    run("assess")
    lines = {each["what"]: each for each in run("status", "--json").json["lines"]}
    line = lines["documents in a language that is not read: German"]
    assert line["count"] == 1
    found = run("list", "findings", "--search", "language not read", "--json").json
    assert [each["about"] for each in found] == [["d4"]]


@pytest.mark.parametrize("words", ["correct", "list", "source same", "override", "inquiry add"])
def test_help_does_not_speak_of_what_is_off_or_empty(run: Run, words: str) -> None:
    told = run(*words.split(), "--help").out
    for noise in ("[default: False]", '[default: ""]', "[default: []]"):
        assert noise not in told
