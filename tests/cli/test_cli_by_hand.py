"""Claims added by hand, divided and corrected; what another reading would change, by commands."""

from pathlib import Path

import pytest

from provenance.cli.exits import ExitCode
from tests.cli.conftest import Run
from tests.cli.test_cli_attribution import chains, own

pytestmark = [pytest.mark.usefixtures("desk"), pytest.mark.slow]  # whole desks
GERMAN = """Der Hafen von Kelso verkaufte zwei Kräne. Die Behörde bestreitet das,
und die Reederei schweigt seit Wochen zu den beiden Kränen und auch zu dem Vertrag."""


def quotes(run: Run) -> list[str]:
    """Return the quotes of all appearances."""
    rows = run("list", "claims", "--json").json
    return [each["selector"]["exact"] for row in rows for each in own(run, row["handle"])]


def test_words_of_a_text_become_a_claim_that_is_seen_everywhere(run: Run) -> None:
    told = run("claim", "add", "d1", "--quote", "recently checked by dock engineers")
    assert told.code == 0
    handle = told.out.split()[0]
    assert f"Next: provenance show {handle}" in told.err
    view = run("show", handle, "--json").json
    assert view["wording"] == "recently checked by dock engineers"
    (place,) = view["appearances"]
    assert (place["rule"], place["document"]) == ("by hand", "d1")
    assert handle in run("list").out
    assert "recently checked by dock engineers" in run("report", "--format", "md").out
    run("assess")
    assert handle in run("list").out
    assert run("verify").code == 0
    run("undo")
    assert handle not in run("list").out
    assert run("verify").code == 0


def test_all_that_can_be_said_of_a_claim_is_said_when_it_is_added(run: Run) -> None:
    words: tuple[str, ...] = ("--kind", "fact", "--modality", "denied", "--level", "delivered")
    words += ("--wording", "The cranes were not delivered.", "--time", "3 March 2026")
    words += ("--place", "Port Vale", "--said-by", "Port Office", "--type", "organisation")
    told = run("claim", "add", "d3", "--quote", "The cranes stand", *words, "--why", "I saw it")
    handle = told.out.split()[0]
    view = run("show", handle, "--json").json
    assert view["wording"] == "The cranes were not delivered."
    assert (view["times"], view["places"]) == (["3 March 2026"], ["Port Vale"])
    assert own(run, handle)[0]["modality"] == "denied"
    assert chains(run, handle)["d3"] == [("says", "Port Office", True)]
    run("claim", "add", "d2", "--quote", "two cranes to a shipping firm", "--to", handle)
    assert {each["document"] for each in own(run, handle)} == {"d2", "d3"}


def test_a_text_in_a_language_that_is_not_read_is_marked_by_hand(run: Run, desk: Path) -> None:
    (desk.parent / "german.txt").write_text(GERMAN, "utf-8")
    run("capture", "../german.txt")
    run("assess")
    before = len(quotes(run))
    told = run("claim", "add", "d4", "--quote", "Die Behörde bestreitet das, und die Reederei")
    assert told.code == 0  # a line feed stands in the text for the space
    assert "Die Behörde bestreitet das,\nund die Reederei" in quotes(run)
    run("assess")
    assert len(quotes(run)) == before + 1
    assert "documents not assessed" not in run("status").out


WRONG = {
    "several": (("two cranes",), "--occurrence 2"),
    "no such one": (("two cranes", "--occurrence", "9"), "no occurrence 9"),
    "not there": (("two cranes", "--at", "1"), "does not stand at 1"),
    "nearest": (("the port authority of Kelso bought two cranes",), "nearest passage, at 0"),
    "nothing like it": (("quinces",), "nor anything like them"),
    "empty": (("  ",), "the quote is empty"),
}


@pytest.mark.parametrize("words", WRONG.values(), ids=WRONG.keys())
def test_a_quote_that_is_not_clear_is_asked_for(
    run: Run, desk: Path, words: tuple[tuple[str, ...], str]
) -> None:
    text = "The port authority of Kelso sold two cranes.\n\nNobody saw the two cranes leave."
    (desk.parent / "twice.txt").write_text(text, "utf-8")
    run("capture", "../twice.txt")
    size = len(run("list", "log", "--json").json)
    given, said = words
    told = run("claim", "add", "d4", "--quote", *given)
    assert told.code == ExitCode.USAGE
    assert said in told.err
    assert len(run("list", "log", "--json").json) == size
    assert run("claim", "add", "d4", "--quote", "two cranes", "--occurrence", "2").code == 0
    again = run("claim", "add", "d4", "--quote", "two cranes", "--at", "70")
    assert (again.code, "already" in again.err) == (ExitCode.USAGE, True)


def test_a_sentence_with_two_propositions_becomes_two_claims_in_all_its_copies(run: Run) -> None:
    before = run("show", "c2", "--json").json
    first, second = "Leaked invoices, recently checked by dock engineers", "paid 4 million euros"
    told = run("claim", "split", "c2", "--quote", first, "--quote", second)
    assert told.code == 0
    new = told.err.split()[-1]
    assert [each["selector"]["exact"] for each in own(run, "c2")] == [first, first]
    assert [each["selector"]["exact"] for each in own(run, new)] == [second, second]
    assert run("show", "c2", "--json").json["wording"] == first
    assert chains(run, new) == chains(run, "c2")
    run("assess")
    assert [each["selector"]["exact"] for each in own(run, new)] == [second, second]
    run("undo")
    after = run("show", "c2", "--json").json
    assert after["wording"] == before["wording"]
    assert own(run, "c2") == [e for e in before["appearances"] if e["stance"] == "repeats"]
    wrong = run("claim", "split", "c2", "--quote", first, "--quote", "no such words")
    assert (wrong.code, "each part must stand once" in wrong.err) == (ExitCode.USAGE, True)


def test_a_merge_is_taken_apart_after_other_steps_and_the_handle_stays(run: Run) -> None:
    before = run("show", "c1", "--json").json["wording"]
    moved = [each["document"] for each in own(run, "c6")]
    run("claim", "merge", "c6", "c1")
    assert run("show", "c1", "--json").json["wording"] == before
    run("correct", "c1", "--modality", "hedged")
    run("assess")
    place = next(e for e in own(run, "c1") if "cranes stand" in e["selector"]["exact"])
    at = str(place["selector"]["start"])
    told = run("claim", "split", "c1", place["document"], "--at", at, "--to", "c6")
    assert told.code == 0, told.err
    assert [each["document"] for each in own(run, "c6")] == moved
    assert run("verify").code == 0


def test_time_and_place_are_corrected_everywhere_or_in_one_text(run: Run) -> None:
    told = run("correct", "c1", "--time", "2 March 2026", "--place", "Port Vale")
    assert told.code == 0
    view = run("show", "c1", "--json").json
    assert (view["times"], view["places"]) == (["2 March 2026"], ["Port Vale"])
    run("correct", "c1", "--place", "", "--in", "d1")
    view = run("show", "c1", "--json").json
    assert view["places"] == ["Port Vale"]  # of the claim
    run("undo")
    run("undo")
    assert run("show", "c1", "--json").json["times"] != ["2 March 2026"]


def test_what_another_reading_would_change_is_shown_before_it_is_done(run: Run) -> None:
    assert "nothing to read" in run("assess", "--dry-run").err
    run("say", "k1", "--published", "2026-03-11")
    assert "by an older finder, or by another date" in run("status").out
    size = len(run("list", "log", "--json").json)
    told = run("assess", "--dry-run")
    assert told.code == 0
    assert "d1 (date corrected)" in told.out
    assert "nothing was written" in told.err
    found = run("assess", "--dry-run", "--json").json
    assert [each["document"] for each in found["documents"]] == ["d1"]
    assert len(run("list", "log", "--json").json) == size
    assert run("assess", "--json").json["reread"] == 1
    assert "by another date" not in run("status").out
    again = run("assess")
    assert "nothing to do" in again.err
