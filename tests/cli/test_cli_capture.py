"""Capture by commands: many inputs at once, some that fail, what is said of them."""

import gzip
import io
import sys
from pathlib import Path

import pytest

from provenance.cli.exits import ExitCode
from tests.cli.conftest import Run
from tests.newsroom import Newsroom

STORY = "The harbour board of Kelso sold the ferry Alma to a museum for 2 million euros on Monday."


@pytest.fixture
def empty(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty desk to stand in."""
    assert run("init", str(tmp_path / "desk"), "--name", "Ada Example").code == 0
    monkeypatch.chdir(tmp_path / "desk")
    return tmp_path / "desk"


def test_what_fails_keeps_its_reason_and_the_others_go_through(empty: Path, run: Run) -> None:
    (empty / "good.txt").write_text(STORY, "utf-8")
    (empty / "empty.txt").write_bytes(b"")
    (empty / "binary.bin").write_bytes(bytes(range(256)) * 20)
    (empty / "bare").mkdir()
    inputs = ("empty.txt", "nowhere.txt", "bare", "good.txt", "binary.bin")
    told = run("capture", *inputs, "--json")
    assert told.code == ExitCode.SOME_FAILED
    outcomes = {each["requested"]: each for each in told.json["captures"]}
    assert tuple(outcomes) == inputs
    assert outcomes["good.txt"]["document"] == "d1"
    assert outcomes["good.txt"]["reason"] == ""
    for name in ("empty.txt", "nowhere.txt", "bare"):
        assert outcomes[name]["outcome"] == "failed"
        assert outcomes[name]["reason"] in told.err
    assert outcomes["binary.bin"]["document"] is None
    assert outcomes["binary.bin"]["payload"]
    kept = {each["requested"]: each["reason"] for each in run("list", "captures", "--json").json}
    assert kept["nowhere.txt"] == outcomes["nowhere.txt"]["reason"]
    assert len(run("list", "captures", "--failed", "--json").json) == 3
    assert run("verify").code == 0


def test_what_is_kept_and_cannot_be_read_is_counted_apart_and_leads_to_no_assessment(
    empty: Path, run: Run
) -> None:
    (empty / "packed.gz").write_bytes(gzip.compress(STORY.encode()))
    (empty / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    told = run("capture", "packed.gz", "picture.png", "nowhere.txt")
    assert told.code == ExitCode.SOME_FAILED
    assert told.out.count("complete, no text") == 2
    assert "k1 unread packed.gz: " in told.err
    closing = told.err.splitlines()[-1]
    assert closing.startswith("2 captured, 2 of them kept without readable text, 1 failed.")
    assert "assess" not in closing
    assert run("capture", "picture.png").code == ExitCode.SOME_FAILED
    assert "cannot be read as text" in run("list", "captures").out
    assert "cannot be read as text" in run("show", "k1").out
    assert "cannot be read as text" in run("report", "--format", "html").out


def test_only_what_was_not_read_before_leads_to_an_assessment(empty: Path, run: Run) -> None:
    (empty / "story.txt").write_text(STORY, "utf-8")
    assert run("capture", "story.txt").err.endswith("0 failed. Next: provenance assess\n")
    again = run("capture", "story.txt")
    assert (again.code, "assess" in again.err) == (0, False)
    said = run("capture", "story.txt", "--said-outlet", "Kelso Post")
    assert "Next: provenance assess" in said.err  # what is said of it may change what follows


def test_a_folder_a_list_and_standard_input_are_captured(
    empty: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    (empty / "notes").mkdir()
    for name in ("b.txt", "a.md"):
        (empty / "notes" / name).write_text(f"{STORY} {name}", "utf-8")
    (empty / "list.txt").write_text("# what to keep\nlisted.txt\n\nnotes/a.md\n", "utf-8")
    (empty / "listed.txt").write_text(f"{STORY} listed", "utf-8")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(f"{STORY} piped".encode())))
    told = run("capture", "notes", "-", "--from", "list.txt", "--json")
    assert told.code == 0, told.err
    names = [each["requested"] for each in told.json["captures"]]
    assert names == ["notes/a.md", "notes/b.txt", "-", "listed.txt"]
    texts = [each["text"] for each in run("list", "documents", "--json").json]
    assert [text.split()[-1] for text in texts] == ["a.md", "b.txt", "piped", "listed"]


def test_the_same_bytes_twice_are_one_blob_and_two_captures(empty: Path, run: Run) -> None:
    (empty / "story.txt").write_text(STORY, "utf-8")
    first = run("capture", "story.txt", "--json").json["captures"][0]
    again = run("capture", "story.txt")
    assert "known bytes" in again.out
    captures = run("list", "captures", "--json").json
    assert [each["payload"] for each in captures] == [first["payload"]] * 2
    assert len(run("list", "documents", "--json").json) == 1
    digest = first["payload"].removeprefix("sha256:")
    assert len(list(empty.rglob(digest))) == 1


def test_what_is_said_with_a_later_capture_of_the_same_bytes_counts(empty: Path, run: Run) -> None:
    (empty / "story.txt").write_text(STORY, "utf-8")
    run("capture", "story.txt")
    run("capture", "story.txt", "--said-outlet", "Kelso Post", "--said-published", "2026-03-04")
    view = run("show", "d1", "--json").json
    assert (view["outlet"], view["outlet_basis"]) == ("Kelso Post", "collector")
    assert view["published"] == "2026-03-04"
    run("say", "k1", "--published", "2026-03-05")
    view = run("show", "d1", "--json").json
    assert (view["outlet"], view["published"]) == ("Kelso Post", "2026-03-05")


def test_what_the_collector_says_stands_apart_from_what_was_observed(empty: Path, run: Run) -> None:
    (empty / "story.txt").write_text(STORY, "utf-8")
    run(
        *("capture", "story.txt", "--said-url", "https://post.example/alma"),
        *("--said-outlet", "Kelso Post", "--said-author", "Ada Quill"),
        *("--said-published", "2026-03", "--how", "pasted from e-mail"),
    )
    view = run("show", "k1", "--json").json
    assert view["uri"].startswith("file:")
    assert view["said"] == {
        "uri": "https://post.example/alma",
        "outlet": "Kelso Post",
        "author": "Ada Quill",
        "published": "2026-03",
        "how": "pasted from e-mail",
    }
    assert view["clock_offset_ms"] is None
    run("assess")
    assert "as the collector says" in run("show", "c1").out
    assert "pasted from e-mail" in run("report", "--format", "html").out


def test_a_later_capture_of_the_page_is_linked_as_the_original_with_the_differences(
    empty: Path, run: Run
) -> None:
    room = Newsroom()
    page = room.publish(
        "Kelso Post",
        "Ferry goes to museum",
        STORY,
        "The museum will show the ship from June, its keeper Tom Farrow said on Tuesday.",
        "Farrow said that the engine weighs 40 tonnes and was built in Leith in 1931.",
    )
    pasted = "\n\n".join(page.page.paragraphs).replace("40 tonnes", "45 tonnes")
    (empty / "pasted.txt").write_text(pasted, "utf-8")
    with room.served() as base:
        run("capture", "pasted.txt", "--said-url", base + page.path)
        run("assess")
        told = run("capture", base + page.path, base + "/nowhere", "--json")
    assert told.code == ExitCode.SOME_FAILED
    assert [each["outcome"] for each in told.json["captures"]] == ["complete", "failed"]
    assert "404" in told.err
    run("assess")
    claim = next(row["handle"] for row in run("list", "--json").json if "museum" in row["wording"])
    ties = run("show", claim, "--json").json["derivations"]
    assert [(tie["downstream"], tie["upstream"], tie["type"]) for tie in ties] == [
        ("d1", "d2", "original")
    ]
    words = " ".join(each["sentence"] for each in ties[0]["evidence"])
    assert "1 of its sentences do not stand on the page" in words


def test_offline_opens_no_connection(
    empty: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = Newsroom()
    page = room.publish("Kelso Post", "Ferry goes to museum", STORY)
    with room.served() as base:
        told = run("capture", base + page.path, "--offline")
        assert told.code == ExitCode.SOME_FAILED
        monkeypatch.setenv("PROVENANCE_OFFLINE", "1")
        assert run("capture", base + page.path).code == ExitCode.SOME_FAILED
    assert {each["outcome"] for each in run("list", "captures", "--json").json} == {"failed"}
    assert not list(empty.rglob("blobs/??/*.html"))


def test_a_name_that_is_no_text_is_captured_with_the_name_escaped(empty: Path, run: Run) -> None:
    name = "story\udcff.txt"
    try:
        (empty / name).write_text(STORY, "utf-8")
    except OSError:
        pytest.skip("this file system holds no such name")
    told = run("capture", name, "--json")
    assert told.code == 0
    assert told.json["captures"][0]["document"] == "d1"
    assert "\\udcff" in told.json["captures"][0]["requested"]


def test_the_same_name_in_another_folder_is_another_input(
    empty: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in ("one", "two"):
        (empty / folder).mkdir()
        (empty / folder / "story.txt").write_text(f"{STORY} {folder}", "utf-8")
        monkeypatch.chdir(empty / folder)
        assert run("capture", "story.txt").code == 0
    assert len(run("list", "documents", "--json").json) == 2
