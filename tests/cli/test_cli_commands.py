"""Every command once, as a person runs it: what goes to stdout, to stderr, and the exit code."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from provenance.cli.commands import COMMANDS
from provenance.cli.exits import ExitCode
from provenance.store.database import Database
from tests.cli.command import Told
from tests.cli.conftest import Run

pytestmark = pytest.mark.usefixtures("desk")

LISTINGS = (
    "status",
    "next",
    "next --limit 1",
    "list",
    "list claims --kind fact",
    "list documents",
    "list captures",
    "list captures --failed",
    "list sources",
    "list findings",
    "list log",
    "inquiry list",
    "agent list",
    "case",
    "show c1",
    "show c1 d1 k1 s1 f1 i1 a1",
    "verify",
    "report --format json",
)
HOSTILE = (
    "Officials in Kelso sold \x1b[31mtwo cranes\x1b[0m to a firm on Monday, \u202eeht dias "
    "harbour minister\u202c Ines\u200b Vale.\x07 The \x9b5mport\x9b0m sold four boats on Tuesday."
)
RAW = "\x1b\x07\x9b\u202e\u202c\u200b"


@pytest.fixture
def inquired(desk: Path, run: Run) -> Path:
    """The desk with an inquiry."""
    told = run(
        "inquiry",
        "add",
        "c1",
        "--sought",
        "the contract",
        "--where",
        "the register",
        *("--result", "nothing found"),
    )
    assert told == Told(0, "", "i1: nothing found\n")
    return desk


@pytest.mark.parametrize("words", [command.words for command in COMMANDS])
def test_every_command_has_help_with_an_example(run: Run, words: str) -> None:
    told = run(*words.split(), "--help")
    assert told.code == 0
    assert "Examples:" in told.out
    assert f"provenance {words}" in " ".join(told.out.split())


@pytest.mark.usefixtures("inquired")
def test_json_of_every_listing_is_json_and_nothing_else(run: Run) -> None:
    for words in LISTINGS:
        given = words.split() if words.startswith("report") else [*words.split(), "--json"]
        told = run(*given)
        assert told.code == 0, told.err
        assert told.json is not None, words
        assert told.err == "", words


@pytest.mark.usefixtures("inquired")
def test_json_and_tables_speak_of_the_same_things(run: Run) -> None:
    for words in ("list", "list documents", "list captures", "list sources", "list findings"):
        handles = [each["handle"] for each in run(*words.split(), "--json").json]
        lines = run(*words.split()).out.splitlines()[1:]
        assert [line.split()[0] for line in lines] == handles, words
    assert len(run("list", "claims", "--search", "leaked", "--json").json) == 1
    assert run("list", "captures", "--failed", "--json").json == []


def test_a_log_entry_is_shown_with_what_it_commits_to(run: Run) -> None:
    entries = run("list", "log", "--json").json
    assert [each["seq"] for each in entries] == list(range(1, len(entries) + 1))
    assert entries[0]["kind"] == "init"


def test_status_says_what_is_open_and_what_to_do_next(desk: Path, run: Run) -> None:
    told = run("status", "--json").json
    assert told["next"] == "provenance review"
    (desk / "more.txt").write_text("Two ferries sank off Kelso on Sunday.", "utf-8")
    run("capture", "more.txt")
    told = run("status")
    assert "documents not assessed yet" in told.out
    assert "Next: provenance assess" in told.out


def test_a_text_that_states_nothing_counts_as_read(desk: Path, run: Run) -> None:
    (desk / "greeting.txt").write_text("Where are the cranes?", "utf-8")
    run("capture", "greeting.txt", "--said-outlet", "Kelso Post", "--said-published", "2026")
    first = run("assess", "--json").json
    assert first["documents"] == 1
    assert "no claim found" in {each["rule"] for each in run("list", "findings", "--json").json}
    assert set(run("assess", "--json").json.values()) == {0}
    assert run("status", "--json").json["next"] != "provenance assess"


def test_assess_again_changes_nothing(run: Run) -> None:
    before = run("list", "log").out
    assert set(run("assess", "--json").json.values()) == {0}
    assert run("list", "log").out == before


@pytest.mark.usefixtures("desk")
def test_assess_without_a_capture_says_what_is_missing(run: Run, tmp_path: Path) -> None:
    new = str(tmp_path / "new")
    assert run("init", new, "--name", "Ada Example").code == 0
    told = run("assess", "-w", new)
    assert told.code == 0
    assert "nothing is captured" in told.err


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("words", [("impact", "--limit", "0"), ("next", "--limit", "-1")])
def test_a_limit_below_one_is_refused(run: Run, words: tuple[str, ...]) -> None:
    told = run(*words)
    assert told.code == ExitCode.USAGE
    assert "--limit" in told.err


def test_the_report_comes_in_four_formats(desk: Path, run: Run) -> None:
    begins = {"html": "<!", "md": "**TLP", "csv": "", "json": "{"}
    for format_, begin in begins.items():
        told = run("report", "--format", format_)
        assert told.code == 0
        assert told.out.startswith(begin)
        assert told.err == ""
        written = run("report", "-o", f"report.{format_}")
        assert (written.out, "Wrote" in written.err) == ("", True)
        kept = (desk / f"report.{format_}").read_bytes()
        assert kept.decode().replace("\r", "") == told.out.replace("\r", "")


def test_one_reviewer_is_said_and_two_are_asked_for(run: Run) -> None:
    assert run("accept", "c1").out == "c1  accept F6  review 1\n"
    assert "waiting for a second reviewer" in run("status").out
    run("case", "--reviewers", "1")
    assert "second reviewer" not in run("status").out
    assert "one reviewer" in run("report", "--format", "md").out


def test_decisions_show_in_the_claim(run: Run) -> None:
    run("accept", "c2")
    why = ("--why", "fits the port's log", "--compare", "the port's log of 2031")
    run("override", "c1", "--letter", "b", "--digit", "3", *why)
    run("refuse", "c6", "--why", "a caption")
    rows = {row["handle"]: row for row in run("list", "--json").json}
    assert (rows["c1"]["cell"], rows["c1"]["state"]) == ("B3", "reviewed")
    assert rows["c2"]["cell"] == "F6"
    assert rows["c6"]["state"] == "refused"
    assert "fits the port's log" in run("show", "c1").out
    assert "Compared with the port's log of 2031: no conflict" in run("show", "c1").out


def test_corrections_show_in_the_claim(run: Run) -> None:
    run("correct", "c1", "--kind", "opinion", "--modality", "hedged", "--wording", "Cranes went.")
    view = run("show", "c1", "--json").json
    assert (view["type"], view["wording"], view["credibility"]) == ("opinion", "Cranes went.", None)
    assert {each["modality"] for each in view["appearances"] if each["stance"] == "repeats"} == {
        "hedged"
    }
    run("correct", "c6", "--published", "2026-03-06")
    assert run("show", "d3", "--json").json["published"] == "2026-03-06"
    run("name", "c2", "dock engineers", "Rosa Quill", "--type", "person")
    assert "Rosa Quill (named person" in run("show", "c2").out


def test_claims_are_merged_split_and_compared(run: Run) -> None:
    assert run("claim", "merge", "c6", "c5").code == 0
    told = run("show", "c6")
    assert (told.code, "put under another" in told.err) == (2, True)
    unclear = run("claim", "split", "c5", "d3")
    assert (unclear.code, "say which one" in unclear.err) == (2, True)
    at = unclear.err.split("--at ")[1].split()[0]
    assert "split c7 off c5" in run("claim", "split", "c5", "d3", "--at", at).err
    run("compare", "c1", "--with", "d3", "--fits", "contradicts")
    sentences = [
        reason["sentence"]
        for grade in run("show", "c1", "--json").json["grades"]
        for reason in grade["rationale"]
    ]
    assert any("denial.txt" in sentence for sentence in sentences), sentences


def test_what_a_person_decided_survives_the_next_assess(desk: Path, run: Run) -> None:
    run("claim", "split", "c1", "d2")
    run("lineage", "refuse", "d2", "d1", "--why", "another text")
    run("correct", "c2", "--kind", "opinion")
    before = run("list", "claims", "--json").json
    (desk / "more.txt").write_text("Two ferries sank off Kelso on Sunday.", "utf-8")
    run("capture", "more.txt", "../reprint.txt")
    run("assess")
    after = {row["handle"]: row for row in run("list", "claims", "--json").json}
    for row in before:
        assert after[row["handle"]]["type"] == row["type"]
        assert after[row["handle"]]["appearances"] == row["appearances"]
    ties = run("show", "c1", "--json").json["derivations"]
    assert not [tie for tie in ties if {tie["downstream"], tie["upstream"]} == {"d1", "d2"}]


def test_lineage_is_worded_by_who_confirmed_it(run: Run) -> None:
    assert "d2 shares text with d1" in run("show", "c1").out
    assert run("lineage", "confirm", "d2", "d1").err == (
        "confirmed 1 derivations between d2 and d1\n"
    )
    assert "d2 is a copy of d1" in run("show", "c1").out


def test_sources_are_rated_and_joined(run: Run) -> None:
    assert run("source", "rate", "s3", "b", "--why", "two years of checked reports").code == 0
    assert run("show", "c1", "--json").json["reliability"] == "B"
    assert run("show", "c1", "--json").json["credibility"] == "6"
    assert run("source", "same", "s9", "s10").code == 0
    assert run("source", "same", "s9", "s10", "--refuse").code == 0


def test_what_is_said_of_a_capture_stands_apart_and_can_be_corrected(run: Run) -> None:
    run("say", "k3", "--outlet", "Kelso Gazette", "--how", "from e-mail")
    run("say", "k3", "--outlet", "Kelso Post")
    told = run("show", "k3").out
    assert "The collector says (not observed):" in told
    assert "Kelso Post" in told
    assert "from e-mail" in told  # a correction leaves the rest
    run("assess")
    assert run("show", "d3", "--json").json["outlet_basis"] == "collector"
    named = {each["name"] for each in run("list", "sources", "--json").json}
    assert "Kelso Post" in named


def test_an_outlet_named_later_has_a_source_after_the_next_assess(run: Run) -> None:
    run("say", "k3", "--outlet", "Kelso Gazette")
    run("assess")
    names = {each["name"]: each["handle"] for each in run("list", "sources", "--json").json}
    assert run("source", "rate", names["Kelso Gazette"], "C", "--why", "known").code == 0


@pytest.mark.usefixtures("inquired")
def test_an_inquiry_shows_wherever_it_bears(run: Run) -> None:
    assert "the contract" in run("show", "c1").out
    assert "nothing found" in run("inquiry", "list").out
    assert "the register" in run("show", "i1").out
    run("inquiry", "add", "--sought", "a comment", "--where", "the firm", "--result", "no answer")
    assert run("inquiry", "list", "--json").json[1]["about"] == []
    assert "no answer" in run("show", "c2").out  # it is about the case as a whole


def test_the_case_is_written_and_shown(run: Run) -> None:
    run(
        *("case", "--question", "Who sold the cranes?", "--bottom-line", "Not settled."),
        *("--caveat", "One origin.", "--caveat", "No contract.", "--handling", "TLP:AMBER"),
    )
    view = run("case", "--json").json
    assert view["question"] == "Who sold the cranes?"
    assert view["caveats"] == ["One origin.", "No contract."]
    assert "TLP:AMBER" in run("report", "--format", "html").out


def test_the_log_is_exported_and_its_key_printed(desk: Path, run: Run) -> None:
    made = run("audit", "export", "-o", "audit", "--json").json
    assert made["covered"] == made["entries"] == made["new"]
    lines = (desk / "audit" / "entries.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line)["seq"] for line in lines] == list(range(1, len(lines) + 1))
    about = json.loads((desk / "audit" / "about.json").read_text("utf-8"))
    assert run("audit", "key").out.strip() == about["verifier_key"]
    assert run("audit", "export", "-o", "audit").code == 0
    assert run("audit", "export", "-o", "..").code == ExitCode.USAGE


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_knows_every_command(run: Run, shell: str) -> None:
    told = run("completion", shell)
    assert told.code == 0
    for command in COMMANDS:
        assert command.words.split()[-1] in told.out


# ---- exit codes

WRONG = (
    ("nonsense",),
    ("capture",),
    ("capture", "x.txt", "--said-published", "yesterday"),
    ("capture", "--from", "nowhere.txt"),
    ("show", "c99"),
    ("show", "zz"),
    ("list", "nothing"),
    ("say", "k1"),
    ("say", "d1", "--outlet", "Kelso Post"),
    ("correct", "c1"),
    ("correct", "c1", "--published", "soon"),
    ("name", "c1", "nobody at all", "Rosa Quill"),
    ("compare", "c1", "--fits", "agrees"),
    ("compare", "c1", "--fits", "agrees", "--with", "c1"),
    ("compare", "c1", "--fits", "agrees", "--with", "k1"),
    ("claim", "merge", "c1", "c1"),
    ("claim", "split", "c1", "d3"),
    ("claim", "split", "c6", "d3"),
    ("source", "rate", "s1", "Z", "--why", "x"),
    ("source", "rate", "s1", "B"),
    ("source", "same", "s1", "s1"),
    ("lineage", "confirm", "d1", "d3"),
    ("lineage", "separate", "d1", "d3"),
    ("lineage", "separate", "d1", "d1", "--access", "own eyes"),
    ("lineage", "separate", "d1", "d2", "--access", "own eyes"),
    ("lineage", "separate", "d1", "d3", "--refuse"),
    ("inquiry", "add", "c1", "--sought", "the contract", "--result", "found"),
    ("inquiry", "add", "c1", "--sought", "the contract", "--where", "the register"),
    ("inquiry", "add", "c1", "--sought", "x", "--where", "y", "--result", "found", "--at", "soon"),
    ("agent", "add", "Ben Example", "notakey"),
    ("agent", "add", "Ben Example", "AAAA"),
    ("report", "-o", "nowhere/report.html"),
    ("report", "--format", "docx"),
    ("review",),
    ("restore", "backup.zip"),
    ("undo",),
)


def test_what_cannot_be_carried_out_is_said_and_nothing_is_written(run: Run) -> None:
    before = run("list", "log").out
    for words in WRONG:
        told = run(*words)
        assert told.code == ExitCode.USAGE, (words, told)
        assert told.out == "", words
        assert told.err.startswith("provenance: "), words
        assert "Traceback" not in told.err
    assert run("list", "log").out == before


def test_decisions_that_the_rules_do_not_allow_are_refused(run: Run) -> None:
    for words in (
        ("override", "c1", "--digit", "3"),
        ("override", "c1", "--why", "because"),
        ("override", "c1", "--digit", "9", "--why", "because"),
        ("override", "c1", "--digit", "1", "--why", "because"),
        ("override", "c1", "--digit", "3", "--why", "because"),
        ("override", "c1", "--letter", "B", "--why", "because", "--compare", "d1"),
        ("override", "c3", "--digit", "2", "--why", "because"),
        ("refuse", "c1"),
    ):
        told = run(*words)
        assert (told.code, told.out) == (ExitCode.REFUSED, ""), (words, told)
    for named in ("d99", "c1", "k1"):  # nothing, the claim itself, no document and no claim
        told = run("override", "c1", "--digit", "3", "--why", "because", "--compare", named)
        assert (told.code, told.out) == (ExitCode.USAGE, ""), (named, told)


def test_a_newer_schema_is_refused_with_what_to_do(desk: Path, run: Run) -> None:
    with Database(desk / ".provenance" / "records.sqlite").writing() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    for words in (("status",), ("assess",), ("upgrade",)):
        told = run(*words)
        assert told.code == ExitCode.WORKSPACE
        assert "newer version of Provenance" in told.err
    told = run("verify")
    assert (told.code, "9999" in told.out) == (ExitCode.NOT_VERIFIED, True)
    assert "newer version of Provenance" in told.out
    assert not list(desk.glob("*.zip"))


def test_an_up_to_date_workspace_is_left_alone_by_upgrade(desk: Path, run: Run) -> None:
    told = run("upgrade")
    assert (told.code, "nothing was changed" in told.err) == (0, True)
    assert not list(desk.glob("*.zip"))


def test_verify_says_what_was_altered_and_ends_with_its_own_code(desk: Path, run: Run) -> None:
    told = run("verify")
    assert (told.code, "verified:" in told.out) == (0, True)
    blob = next(each for each in (desk / ".provenance" / "blobs").glob("??/*"))
    blob.chmod(0o644)
    blob.write_bytes(b"other bytes")
    told = run("verify")
    assert told.code == ExitCode.NOT_VERIFIED
    assert f"DISAGREES  blob sha256:{blob.name}" in told.out
    assert run("verify", "--json").json["problems"]


def test_what_the_system_refuses_is_said_without_a_traceback(tmp_path: Path, run: Run) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    told = run("init", str(tmp_path / "file"))
    assert told.code == ExitCode.FAILED
    assert told.err.startswith("provenance: the system refuses")
    assert "Errno" not in told.err


@pytest.mark.usefixtures("desk")
def test_a_report_that_cannot_be_written_is_said_by_its_path(run: Run, tmp_path: Path) -> None:
    told = run("report", "-o", str(tmp_path / "none" / "report.html"))
    assert told.code == ExitCode.USAGE
    assert "report.html cannot be written: No such file or directory" in told.err


# ---- hostile text


def test_hostile_text_never_reaches_stdout_raw(desk: Path, run: Run) -> None:
    (desk / "hostile.txt").write_text(HOSTILE, "utf-8")
    run("capture", "hostile.txt", "--said-outlet", f"Kelso{RAW}Post", "--how", f"by{RAW}mail")
    run("assess")
    claims = [row["handle"] for row in run("list", "--search", "eht dias", "--json").json]
    assert claims
    for words in (
        *(listing.split() for listing in LISTINGS if "i1" not in listing),
        *([*listing.split(), "--json"] for listing in LISTINGS[:-1] if "i1" not in listing),
        ["show", *claims],
        ["show", *claims, "--json"],
        ["show", "d4", "--text"],
        ["show", "d4", "--json"],
        ["show", "k4"],
        *(["report", "--format", format_] for format_ in ("html", "md", "csv", "json")),
    ):
        told = run(*words)
        assert told.code == 0, (words, told.err)
        assert not set(told.out + told.err) & set(RAW), words
    assert "␛[31m" in run("show", "d4", "--text").out
    assert "\u202e" in run("show", "d4", "--json").json["text"]  # as data it is whole


def test_a_title_in_another_script_is_not_escaped(desk: Path, run: Run) -> None:
    (desk / "other.txt").write_text("Zwei Fähren, 渡輪 und паром.", "utf-8")
    run("capture", "other.txt")
    assert "Zwei Fähren, 渡輪 und паром." in run("show", "d4", "--json").out


# ---- as a process of its own


def _process(*words: str, **more: str) -> subprocess.CompletedProcess[bytes]:
    given = [sys.executable, "-c", "import sys, provenance.cli as c; sys.exit(c.main())", *words]
    return subprocess.run(  # noqa: S603  # our own program
        given, env={**os.environ, **more}, capture_output=True, check=False, timeout=60
    )


def test_a_process_ends_with_the_code_and_keeps_stdout_for_data(desk: Path) -> None:
    told = _process("capture", str(desk / "nowhere.txt"), "--json", NO_COLOR="1")
    assert told.returncode == ExitCode.SOME_FAILED
    assert json.loads(told.stdout)["captures"][0]["outcome"] == "failed"
    assert b"no such file" in told.stderr
    assert b"\x1b" not in told.stdout + told.stderr


def test_a_reader_that_has_gone_is_no_error() -> None:
    closed, open_ = os.pipe()
    os.close(closed)
    given = [sys.executable, "-c", "import sys, provenance.cli as c; sys.exit(c.main())"]
    told = subprocess.run(  # noqa: S603  # our own program
        [*given, "list"], stdout=open_, stderr=subprocess.PIPE, check=False, timeout=60
    )
    os.close(open_)
    assert (told.returncode, told.stderr) == (0, b"")


@pytest.mark.parametrize(
    ("words", "see"),
    [
        ("show", "provenance show --help"),
        ("accept c1 --no-such-option", "provenance accept --help"),
        ("lineage confirm", "provenance lineage confirm --help"),
        ("lineage no-such-word", "provenance lineage --help"),
        ("no-such-command", "provenance --help"),
    ],
)
def test_wrong_words_point_to_the_commands_own_help(words: str, see: str, run: Run) -> None:
    told = run(*words.split())
    assert told.code == ExitCode.USAGE
    assert told.err.rstrip().endswith(f"See: {see}")


def test_what_is_not_graded_says_so_and_shows_no_empty_words(run: Run) -> None:
    shown = run("show", "c3").out
    assert "  credibility: an opinion is not graded" in shown
    assert "says: the writer (unnamed writer)" in shown
