"""Texts that tell of the same event, at the command line."""

from pathlib import Path

import pytest

from provenance.cli.exits import ExitCode
from tests.cli.conftest import Run

pytestmark = [pytest.mark.usefixtures("desk"), pytest.mark.slow]  # whole desks

DRAFT = "# The quay at Kelso\n\nThe port of Kelso sold the old grain quay to Ana Ruud in March."
REPORT = "Ana Ruud bought the grain quay of Kelso from the port for 14 million crowns, papers show."
OTHER = "The choir of Senn will sing in the market hall on Sunday, and the baker brings bread."


@pytest.fixture
def texts(run: Run, tmp_path: Path) -> Path:
    for name, text in (("report", REPORT), ("other", OTHER)):
        path = tmp_path / f"{name}.txt"
        path.write_text(text, encoding="utf-8")
        assert run("capture", str(path)).code == ExitCode.OK
    draft = tmp_path / "draft.md"
    draft.write_text(DRAFT, encoding="utf-8")
    return draft


def test_the_text_of_the_same_event_comes_first_with_the_words_that_say_so(
    run: Run, texts: Path
) -> None:
    before = run("status", "--json").json["entries"]
    found = run("near", str(texts), "--json").json
    documents = {each["handle"]: each["title"] for each in run("list", "documents", "--json").json}
    assert found[0]["document"] in documents
    assert {"Kelso", "Ruud", "quay"} <= set(found[0]["words"])
    assert [each["score"] for each in found] == sorted(
        (each["score"] for each in found), reverse=True
    )
    assert run("status", "--json").json["entries"] == before  # nothing of a draft is recorded
    told = run("near", found[0]["document"], "--limit", "1")
    assert told.code == ExitCode.OK
    assert len(run("near", str(texts), "--limit", "1", "--json").json) == 1


@pytest.mark.parametrize("words", [("near", "d99"), ("near", "c1"), ("near", "nowhere.md")])
def test_what_is_no_text_is_refused(run: Run, words: tuple[str, ...]) -> None:
    assert run(*words).code == ExitCode.USAGE
