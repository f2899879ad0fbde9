"""The documentation holds: links lead somewhere, commands parse, quotes are what is said."""

import re
import shlex
from pathlib import Path

import pytest
from cyclopts import App

from provenance.cli.app import build
from provenance.cli.commands import COMMANDS, Command
from provenance.model import Finding
from provenance.workspace.capture import capture
from provenance.workspace.core import Workspace
from provenance.workspace.undo import UNDOABLE
from tests.desks import NoNetwork, desk, filled

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
LINK = re.compile(r"\[[^\]\n]+\]\(([^)\s]+)\)")
FENCE = re.compile(r"^ *```\w*\n(.*?)^ *```", re.DOTALL | re.MULTILINE)
INLINE = re.compile(r"`(provenance [^`\n]+)`")
# A folder of somebody's machine, or a host that is neither a standard's, reserved, nor this one.
MACHINE = re.compile(r"(?<![\w.])/(?:home|root|Users|work|tmp|mnt|opt|var|srv)/[\w.]")
HOST = re.compile(r"https?://([\w.-]+)")
HOSTS = {"c2sp.org", "keepachangelog.com", "semver.org", "127.0.0.1"}


def _name(page: Path) -> str:
    return str(page.relative_to(ROOT))


def _anchors(page: Path) -> set[str]:
    """Return the anchors of a page's headings, as they are commonly made."""
    headings = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", each.lower()).replace(" ", "-") for each in headings}


def commands_in(text: str) -> list[list[str]]:
    """Return the words of each command of ours in the fences of a page and in its sentences.

    In a sentence a command may stand by its name alone.
    """
    lines = [line for fence in FENCE.findall(text) for line in fence.splitlines()]
    names = {f"provenance {each.words}" for each in COMMANDS}
    lines += [each for each in INLINE.findall(FENCE.sub("", text)) if each not in names]
    found = []
    for line in lines:
        if "provenance " not in line:
            continue
        splitter = shlex.shlex(line, posix=True, punctuation_chars="|&;>")
        splitter.whitespace_split = True
        words: list[str] = []
        for word in [*splitter, ";"]:
            if re.fullmatch(r"[|&;>]+", word):
                if words[:1] == ["provenance"] and len(words) > 1:
                    found.append(words[1:])
                words = []
            else:
                words.append(word)
    return found


def _parse(app: App, words: list[str]) -> None:
    """Parse as the program does, and run nothing; bad words raise."""
    reading = words[:1] in (["capture"], ["check"])
    given = ["stdin:" if reading and word == "-" else word for word in words]
    app.parse_args(given, exit_on_error=False, print_error=False)


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_every_relative_link_leads_to_a_file_and_its_heading(page: Path) -> None:
    for target in LINK.findall(page.read_text("utf-8")):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, anchor = target.partition("#")
        found = (page.parent / path) if path else page
        assert found.exists(), f"{_name(page)} links to {target}"
        if anchor:
            assert anchor in _anchors(found), f"{_name(page)} links to {target}"


def test_the_index_links_every_page() -> None:
    index = ROOT / "docs" / "index.md"
    linked = {
        (index.parent / target.partition("#")[0]).resolve()
        for target in LINK.findall(index.read_text("utf-8"))
    }
    assert {page for page in (ROOT / "docs").rglob("*.md") if page != index} <= linked


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_every_command_of_a_page_parses(page: Path) -> None:
    app = build()
    for words in commands_in(page.read_text("utf-8")):
        _parse(app, words)


def test_commands_are_found_and_bad_ones_do_not_parse() -> None:
    page = "Say `provenance nonsense now`.\n```\nprovenance init desk && cd desk\n```\n"
    assert commands_in(page) == [["init", "desk"], ["nonsense", "now"]]
    with pytest.raises(Exception, match="nonsense"):
        _parse(build(), ["nonsense", "now"])
    with pytest.raises(Exception, match="--digitt"):
        _parse(build(), ["override", "c12", "--digitt", "3"])


@pytest.mark.parametrize("command", COMMANDS, ids=lambda each: each.words)
def test_every_command_has_help_and_examples_that_parse(command: Command) -> None:
    assert command.help.endswith(".")
    assert command.examples
    app = build()
    for example in command.examples:
        ours = commands_in(f"```\n{example}\n```\n")
        assert ours, example
        for words in ours:
            assert " ".join(words).startswith(command.words)
            _parse(app, words)


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_no_page_names_a_place_on_somebody_s_machine(page: Path) -> None:
    text = page.read_text("utf-8")
    assert MACHINE.findall(text) == []
    strange = {host for host in HOST.findall(text) if host not in HOSTS}
    assert {host for host in strange if not re.search(r"(^|\.)example(\.\w+)?$", host)} == set()


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_every_file_that_a_page_names_exists(page: Path) -> None:
    text = FENCE.sub("", page.read_text("utf-8"))
    for named in re.findall(
        r"`((?:provenance|tui|seeds|schemas|tests|docs|benchmarks)/[^` ]*)`", text
    ):
        if "*" in named:
            assert list(ROOT.glob(named)), f"{_name(page)} names {named}"
        else:
            assert (ROOT / named).exists(), f"{_name(page)} names {named}"


def test_the_short_file_names_of_the_architecture_exist() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    for named in re.findall(r"`(\w+(?:/\w+)*\.py)`", text):
        assert list((ROOT / "provenance").rglob(named)) or (ROOT / named).exists(), named


def test_the_page_on_the_log_names_every_kind_of_step(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "formats" / "log.md").read_text("utf-8")
    listed = page.split("Kinds of steps")[1].split("A reader")[0]
    kinds = {entry.kind for entry, _ in filled(tmp_path).store.entries()}
    for kind in kinds | UNDOABLE | {"undo", "restore", "add agent"}:
        assert f"`{kind}`" in listed


@pytest.fixture
def tried(tmp_path: Path) -> tuple[Workspace, dict[str, str]]:
    """A workspace with bad files captured, and the reason that each was given."""
    workspace = desk(tmp_path)
    (tmp_path / "folder").mkdir()
    bad = {
        "empty.txt": b"",
        "blank.txt": b"  \n",
        "binary.dat": bytes(range(256)) * 8,
        "unknown.txt": bytes(range(0x80, 0x100)) * 8,
    }
    for name, data in bad.items():
        (tmp_path / name).write_bytes(data)
    with (tmp_path / "large.txt").open("wb") as file:
        file.truncate(200 << 20)
    names = [*bad, "large.txt", "vanished.txt", "folder"]
    result = capture(workspace, [str(tmp_path / name) for name in names], fetcher=NoNetwork())
    return workspace, dict(zip(names, (each.reason for each in result.captures), strict=True))


def test_the_page_on_bad_input_quotes_what_is_said(
    tried: tuple[Workspace, dict[str, str]],
) -> None:
    page = (ROOT / "docs" / "bad-input.md").read_text("utf-8")
    workspace, reasons = tried
    assert all(reasons.values())
    said = {*reasons.values()} | {each.sentence for each in workspace.store.current(Finding)}
    for sentence in said - {"no text could be read"}:
        assert f"`{sentence.removeprefix('no text could be read: ')}`" in page
