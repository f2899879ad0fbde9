"""Folders, repositories and commands that keep a checkpoint, and what goes wrong with each."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from provenance.errors import WorkspaceError
from provenance.workspace.configuration import FILE, Configuration, read_configuration
from provenance.workspace.places import (
    PlaceError,
    commit_into,
    copies_in,
    copy_into,
    file_name,
    give_to,
)

GIT = shutil.which("git")
needs_git = pytest.mark.skipif(GIT is None, reason="git is not installed")
ORIGIN = "provenance-desk/quay/2"
NAME = file_name(ORIGIN, 12)
NOTE = b"provenance-desk/quay/2\n12\nAAAA\n\n"


def test_a_file_s_name_says_origin_and_size() -> None:
    assert NAME == "provenance-desk%2Fquay%2F2-12.checkpoint"
    assert "/" not in file_name("../../etc/passwd", 1)


def test_a_copy_is_made_once_and_found_again(tmp_path: Path) -> None:
    assert copy_into(tmp_path, NAME, NOTE) == f"copied as {NAME}"
    assert (tmp_path / NAME).read_bytes() == NOTE
    assert "was there already" in copy_into(tmp_path, NAME, NOTE)


def test_a_copy_that_holds_something_else_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(b"another history")
    with pytest.raises(PlaceError, match="two histories"):
        copy_into(tmp_path, NAME, NOTE)
    assert (tmp_path / NAME).read_bytes() == b"another history"


def test_a_folder_that_cannot_be_written_says_why(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(PlaceError, match="Not a directory"):
        copy_into(tmp_path / "file", NAME, NOTE)


def test_the_copies_found_are_those_of_this_log(tmp_path: Path) -> None:
    for name in (NAME, file_name(ORIGIN, 7), file_name("other", 90), "x-9.checkpoint", "readme"):
        (tmp_path / name).write_bytes(NOTE)
    for size in ("one", "07", "٣", "-3", "9" * 40):
        (tmp_path / file_name(ORIGIN, 1).replace("-1.", f"-{size}.")).touch()
    assert copies_in(tmp_path, ORIGIN) == {
        7: tmp_path / file_name(ORIGIN, 7),
        12: tmp_path / NAME,
    }
    assert copies_in(tmp_path / "away", ORIGIN) == {}


def git(folder: Path, *words: str) -> str:
    done = subprocess.run(  # noqa: S603  # words of this test
        [str(GIT), *words], cwd=folder, capture_output=True, check=True, text=True
    )
    return done.stdout.strip()


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    made = tmp_path / "repository"
    made.mkdir()
    git(made, "init", "--quiet")
    git(made, "config", "user.name", "Ada Example")
    git(made, "config", "user.email", "ada@desk.example")
    return made


@needs_git
def test_a_checkpoint_is_committed_once_and_found_again(repository: Path) -> None:
    assert "and committed" in commit_into(repository, NAME, NOTE)
    assert git(repository, "show", "--format=%s", "--name-only") == (
        f"Checkpoint provenance-desk%2Fquay%2F2-12\n\n{NAME}"
    )
    assert "was committed already" in commit_into(repository, NAME, NOTE)
    assert git(repository, "rev-list", "--count", "HEAD") == "1"


@needs_git
def test_only_the_checkpoint_is_committed(repository: Path) -> None:
    (repository / "other").write_text("half done")
    git(repository, "add", "other")
    (repository / ".gitignore").write_text("*.checkpoint\n")
    commit_into(repository, NAME, NOTE)
    assert git(repository, "ls-files", "--with-tree=HEAD", "*.checkpoint") == NAME
    assert git(repository, "diff", "--cached", "--name-only") == "other"


@needs_git
def test_a_copy_that_was_left_uncommitted_is_committed(repository: Path) -> None:
    copy_into(repository, NAME, NOTE)
    assert "and committed" in commit_into(repository, NAME, NOTE)


@needs_git
def test_a_folder_of_a_repository_will_do_and_git_variables_do_not_mislead(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (repository / "logs").mkdir()
    monkeypatch.setenv("GIT_DIR", str(repository / "nowhere"))
    commit_into(repository / "logs", NAME, NOTE)
    monkeypatch.delenv("GIT_DIR")
    assert git(repository, "ls-files") == f"logs/{NAME}"


@needs_git
def test_what_git_refuses_is_told(tmp_path: Path, repository: Path) -> None:
    (tmp_path / "plain").mkdir()
    with pytest.raises(PlaceError, match="not a git repository"):
        commit_into(tmp_path / "plain", NAME, NOTE)
    assert not (tmp_path / "plain" / NAME).exists()
    hook = repository / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\necho the quay is closed >&2\nexit 1\n")
    hook.chmod(0o755)
    with pytest.raises(PlaceError, match="the quay is closed"):
        commit_into(repository, NAME, NOTE)


def test_a_command_gets_the_checkpoint_as_its_input(tmp_path: Path) -> None:
    keep = "import sys; open('kept', 'wb').write(sys.stdin.buffer.read())"
    assert give_to([sys.executable, "-c", keep], NOTE, tmp_path) == "given to its standard input"
    assert (tmp_path / "kept").read_bytes() == NOTE


def test_no_shell_reads_the_words_of_a_command(tmp_path: Path) -> None:
    show = "import sys; open('kept', 'w').write(sys.argv[1])"
    give_to([sys.executable, "-c", show, "$(touch made); `touch made`"], NOTE, tmp_path)
    assert (tmp_path / "kept").read_text() == "$(touch made); `touch made`"
    assert not (tmp_path / "made").exists()


def test_a_command_that_fails_is_told_with_its_last_words(tmp_path: Path) -> None:
    fail = "import sys; print('first', file=sys.stderr); sys.exit('the mail is down')"
    with pytest.raises(PlaceError, match="ended with 1: the mail is down"):
        give_to([sys.executable, "-c", fail], NOTE, tmp_path)
    with pytest.raises(PlaceError, match="cannot be started"):
        give_to(["no-such-program-anywhere"], NOTE, tmp_path)
    with pytest.raises(PlaceError, match=r"ended with 3$"):
        give_to([sys.executable, "-c", "import sys; sys.exit(3)"], NOTE * 100_000, tmp_path)


def test_a_command_that_hangs_is_ended_with_all_it_started(tmp_path: Path) -> None:
    hang = (
        "import subprocess, sys, os, time; "
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)']); "
        "open('child', 'w').write(str(child.pid)); time.sleep(60)"
    )
    begun = time.monotonic()
    with pytest.raises(PlaceError, match="took longer than 1 s"):
        give_to([sys.executable, "-c", hang], NOTE, tmp_path, limit=1)
    assert time.monotonic() - begun < 10
    child = int((tmp_path / "child").read_text())
    for _ in range(100):
        if not _runs(child):
            return
        time.sleep(0.05)
    pytest.fail("what the command started still runs")


def _runs(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    try:
        return ") Z " not in Path(f"/proc/{number}/stat").read_text()
    except FileNotFoundError:
        return False


def test_a_workspace_that_says_nothing_has_nothing_set(tmp_path: Path) -> None:
    assert read_configuration(tmp_path) == Configuration()


def test_what_a_workspace_may_say(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(
        "[anchor]\n"
        'folders = ["/media/stick"]\ngit = ["../log"]\ncommands = [["mail", "-s", "log"]]\n'
        'authorities = [{url = "https://tsa.example/", roots = "tsa.pem"}]\n'
    )
    anchor = read_configuration(tmp_path).anchor
    assert anchor.commands == (("mail", "-s", "log"),)
    assert anchor.authorities[0].roots == "tsa.pem"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[anchor]\nfolder = []", "anchor.folder: no such setting"),
        ("[ankor]", "ankor"),
        ("[anchor]\nfolders = 'x'", "anchor.folders"),
        ("[anchor]\ncommands = [[]]", "anchor.commands.0"),
        ("[anchor]\ncommands = ['mail -s log']", "anchor.commands.0"),
        ("[anchor]\nauthorities = [{url = 'ftp://x', roots = 'r'}]", "anchor.authorities.0.url"),
        ("[anchor]\nauthorities = [{url = 'https://x'}]", "anchor.authorities.0.roots"),
        ("[anchor", "is not TOML"),
    ],
)
def test_a_slip_does_not_pass_for_a_setting(tmp_path: Path, text: str, words: str) -> None:
    (tmp_path / FILE).write_text(text)
    with pytest.raises(WorkspaceError) as told:
        read_configuration(tmp_path)
    assert words in str(told.value)


def test_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"\xff\xfe")
    with pytest.raises(WorkspaceError, match="is not TOML"):
        read_configuration(tmp_path)
