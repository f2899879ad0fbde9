"""A language model by commands: switched on, shown where its reading stands, switched off."""

import json
from pathlib import Path

from provenance.cli.exits import ExitCode
from tests.cli.conftest import Run
from tests.speaking import completion, marked, speaking


def test_it_is_switched_on_shown_and_switched_off(desk: Path, run: Run) -> None:
    told = run("llm", "on")
    assert told.code == ExitCode.USAGE
    assert "docs/language-models.md" in told.err
    assert run("llm", "show").out.startswith("off\n")
    content = json.dumps({"statements": [marked("No crane was seen", grade="A1")]})
    painted = completion(content, model="spoken\x1b[31m\u202e-1")
    with speaking(lambda _: painted) as speaker:
        (desk / "workspace.toml").write_text(f'[llm]\nurl = "{speaker.url}"\nmodel = "spoken-1"\n')
        on = run("llm", "on", "--why", "agreed on 2 March")
        assert on.code == 0
        assert speaker.url.split("/")[2] in on.err
        closed = run("assess", "--offline")
        assert (closed.code, speaker.asked) == (0, [])
        assert "has not read 3 texts to the end: offline" in closed.err.replace("\n", " ")
        assert run("assess").code == 0
        assert len(speaker.asked) == 3
        shown = run("llm", "show").out
    assert "allowed: spoken-1 at 127.0.0.1:" in shown
    assert "agreed on 2 March" in shown
    assert "refused: a member that was not asked for (1)" in shown
    for text in (shown, run("show", "d1").out):
        assert "spoken␛[31m⟨U+202E⟩-1" in text.replace("\n", "").replace("    ", "")
        assert "\x1b[31m" not in text
        assert "\u202e" not in text
    page = run("report", "--format", "html").out
    assert "answering as spoken" in page
    assert "\x1b" not in page
    assert "\u202e" not in page
    marked_down = run("report", "--format", "md").out
    assert marked_down.count("answering as spoken") == 3
    assert "\x1b" not in marked_down
    uses = run("llm", "show", "--json").json["uses"]
    assert [each["document"] for each in uses] == ["d1", "d2", "d3"]
    assert run("verify").code == 0
    assert run("llm", "off").code == 0
    assert run("llm", "show").out.startswith("off\n")
