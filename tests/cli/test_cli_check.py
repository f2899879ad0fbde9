"""``check`` and ``report --document``: what they print, write and end with."""

import io
import json
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import REPORT, Run

CLEAN = (
    "The port authority of Kelso denied on Tuesday that it had sold two cranes to a shipping firm."
)
STRONGER = "The firm paid 9 million euros, leaked invoices show."
UNKNOWN = "A bakery in Ostrel burned down on Monday."


def draft(folder: Path, text: str, name: str = "draft.md") -> str:
    path = folder / name
    path.write_text(text, "utf-8")
    return str(path)


@pytest.mark.usefixtures("desk")
def test_the_exit_code_says_whether_something_is_amiss(run: Run, tmp_path: Path) -> None:
    assert run("check", draft(tmp_path, CLEAN)).code == 0
    assert run("check", draft(tmp_path, f"{CLEAN}\n\n{UNKNOWN}")).code == 9
    assert run("check", draft(tmp_path, STRONGER)).code == 9
    opinions = "The sale is a mistake. The port should say why."
    assert run("check", draft(tmp_path, opinions)).code == 0
    german = (
        "Der Rat von Ostrel hat am Montag das Licht auf Kettle Point gelöscht, sagte die Wärterin "
        "in einem Gespräch mit der Zeitung, und die Boote liefen auf Grund."
    )
    told = run("check", draft(tmp_path, german))
    assert told.code == 1
    assert "German" in told.err


@pytest.mark.usefixtures("desk")
def test_each_fact_is_printed_with_its_claim_and_what_is_apart_comes_last(
    run: Run, tmp_path: Path
) -> None:
    told = run("check", draft(tmp_path, f"The sale is a mistake.\n\n{CLEAN}\n\n{UNKNOWN}"))
    lines = [line.strip() for line in told.out.splitlines()]
    assert any(line.startswith("carried by c") and "proposed" in line for line in lines)
    assert any("no claim carries it" in line and "bakery" in line for line in lines)
    assert "opinion  The sale is a mistake." in lines[-1]
    assert "2 facts: 0 amiss, 1 that no claim carries." in told.err


@pytest.mark.usefixtures("desk")
def test_html_markdown_and_text_are_read_alike(run: Run, tmp_path: Path) -> None:
    page = f"<html><body><article><h1>Note</h1><p>{CLEAN}</p></article></body></html>"
    for name, text in (("d.html", page), ("d.md", f"# Note\n\n*{CLEAN}*"), ("d.txt", CLEAN)):
        told = run("check", draft(tmp_path, text, name), "--json")
        (fact,) = [each for each in told.json["pieces"] if each["kind"] == "fact"]
        assert fact["text"] == CLEAN
        assert fact["carrier"]["handle"].startswith("c")


@pytest.mark.usefixtures("desk")
def test_bad_input_is_an_error_that_says_why(run: Run, tmp_path: Path) -> None:
    for given in (tmp_path / "none.md", tmp_path, draft(tmp_path, "  \n")):
        told = run("check", str(given))
        assert told.code == 2
        assert "cannot be checked" in told.err
        assert not told.out
    assert run("report", "--document", "d99").code == 2
    assert run("report", "--document", "d1", "--format", "csv").code == 2


@pytest.mark.usefixtures("desk")
def test_the_page_is_written_and_says_where(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "checked.html"
    told = run("check", draft(tmp_path, STRONGER), "--html", str(out))
    assert str(out) in told.err
    assert "The firm paid 9 million euros" in out.read_text("utf-8")
    lost = tmp_path / "no" / "where.html"
    assert run("check", draft(tmp_path, STRONGER), "--html", str(lost)).code == 2


@pytest.mark.usefixtures("desk")
def test_a_document_is_reported_in_three_formats_with_every_sentence(
    run: Run, tmp_path: Path
) -> None:
    view = run("report", "--document", "d1", "--format", "json").json["checked"]
    kinds = [each["kind"] for each in view["pieces"]]
    assert {"fact", "opinion", "forecast"} <= set(kinds)
    assert all(each["rule"] for each in view["pieces"])
    facts = [each for each in view["pieces"] if each["kind"] == "fact"]
    assert all(each["carrier"]["cell"] for each in facts)
    markdown = run("report", "--document", "d1", "--format", "md").out
    out = tmp_path / "d1.html"
    assert run("report", "--document", "d1", "-o", str(out)).code == 0
    sentence = REPORT.split(",")[0]
    assert sentence in markdown
    assert sentence in out.read_text("utf-8")


@pytest.mark.usefixtures("desk")
def test_checking_writes_nothing_into_the_log(run: Run, tmp_path: Path, desk: Path) -> None:
    before = json.loads(run("status", "--json").out)["entries"]
    run("check", draft(tmp_path, STRONGER))
    run("report", "--document", "d1", "-o", str(tmp_path / "d1.html"))
    assert json.loads(run("status", "--json").out)["entries"] == before
    assert desk.is_dir()


@pytest.mark.usefixtures("desk")
def test_a_draft_is_read_from_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(STRONGER.encode())))
    told = run("check", "-", "--json")
    assert told.code == 9
    assert told.json["of"] == "standard input"
