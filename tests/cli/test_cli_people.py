"""Where a workspace is found, whose key is used, and what a second person may do."""

import getpass
import io
import shutil
import stat
import sys
from pathlib import Path

import pytest

from provenance.cli import main
from provenance.cli.exits import ExitCode
from provenance.clock import FixedClock
from provenance.errors import ConflictError, SigningKeyError
from provenance.model import Decision
from provenance.workspace.core import Workspace
from provenance.workspace.decide import decide
from provenance.workspace.init import init
from provenance.workspace.views import Views
from tests.cli.conftest import Run
from tests.desks import settings


def test_a_workspace_is_found_from_below_by_option_and_by_environment(
    desk: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    (desk / "a" / "b").mkdir(parents=True)
    monkeypatch.chdir(desk / "a" / "b")
    assert run("case", "--json").json["name"] == "desk"
    monkeypatch.chdir(desk.parent)
    told = run("case")
    assert told.code == ExitCode.WORKSPACE
    assert "provenance init" in told.err
    assert run("case", "--workspace", str(desk)).code == 0
    assert run("case", "-w", "desk").code == 0
    monkeypatch.setenv("PROVENANCE_WORKSPACE", str(desk))
    assert run("case").code == 0
    assert run("case", "-w", "nowhere").code == ExitCode.WORKSPACE  # the option comes first


def test_init_twice_changes_nothing(tmp_path: Path, run: Run) -> None:
    assert run("init", str(tmp_path / "one"), "--name", "Ada Example").code == 0
    before = sorted(str(each) for each in (tmp_path / "one").rglob("*"))
    told = run("init", str(tmp_path / "one"))
    assert told.code == ExitCode.WORKSPACE
    assert "nothing was changed" in told.err
    assert sorted(str(each) for each in (tmp_path / "one").rglob("*")) == before


def test_init_makes_a_key_once_for_its_owner_alone(tmp_path: Path, run: Run) -> None:
    told = run("init", str(tmp_path / "one"), "--name", "Ada Example", "--reviewers", "1")
    assert "Made a key for Ada Example, without a passphrase" in told.err
    assert stat.S_IMODE((tmp_path / "home" / "identity.pem").stat().st_mode) == 0o600
    assert run("case", "--json", "-w", str(tmp_path / "one")).json["reviewers"] == 1
    again = run("init", str(tmp_path / "two"), "--name", "Ben Example")
    assert "Made a key" not in again.err
    assert "act under its name: Ada Example" in again.err
    assert run("verify", "-w", str(tmp_path / "two")).code == 0


def test_folders_of_keys_are_for_their_owner_alone(tmp_path: Path, run: Run) -> None:
    run("init", str(tmp_path / "one"))
    folders = [tmp_path / "home", *(tmp_path / "home").rglob("*/")]
    assert len([each for each in folders if each.is_dir()]) == 3
    assert {stat.S_IMODE(each.stat().st_mode) for each in folders if each.is_dir()} == {0o700}


@pytest.mark.usefixtures("desk")
def test_a_lost_key_is_told_from_none_and_leaves_its_public_half(tmp_path: Path, run: Run) -> None:
    home = tmp_path / "home"
    public = (home / "identity.pub").read_bytes()
    (home / "identity.pem").unlink()
    told = run("accept", "c1")
    assert told.code == ExitCode.KEYS
    assert "identity.pub is gone: put a copy back" in told.err
    name = (home / "identity.name").read_bytes()
    assert run("agent", "key").out.strip() != public.decode()
    assert (home / "identity.pub").read_bytes() == public
    assert (home / "identity.name").read_bytes() == name
    assert (home / "identity-2.pem").exists()


class _Pulled(FixedClock):
    """A clock at which the plug is pulled."""

    def now(self) -> str:
        """Stop the program as a person does."""
        raise KeyboardInterrupt


def test_an_interrupted_init_leaves_no_workspace_and_can_be_run_again(
    tmp_path: Path, run: Run
) -> None:
    folder = tmp_path / "desk"
    with pytest.raises(KeyboardInterrupt):
        init(folder, settings(tmp_path / "home"), clock=_Pulled())
    assert list(folder.iterdir()) == []
    (folder / ".provenance-making" / ".provenance").mkdir(parents=True)  # as a power cut leaves it
    assert run("status", "-w", str(folder)).code == ExitCode.WORKSPACE
    assert run("init", str(folder)).code == 0
    assert [each.name for each in folder.iterdir()] == [".provenance"]
    assert run("verify", "-w", str(folder)).code == 0


def test_a_locked_key_opens_with_its_passphrase_alone(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PROVENANCE_PASSPHRASE", "an old oak")
    folder = str(tmp_path / "desk")
    assert "with a passphrase" in run("init", folder, "--name", "Ada Example").err
    assert b"ENCRYPTED" in (tmp_path / "home" / "identity.pem").read_bytes()
    assert run("case", "--question", "Why?", "-w", folder).code == 0
    monkeypatch.setenv("PROVENANCE_PASSPHRASE", "a young elm")
    told = run("case", "--question", "Who?", "-w", folder)
    assert (told.code, "does not open" in told.err) == (ExitCode.KEYS, True)
    monkeypatch.delenv("PROVENANCE_PASSPHRASE")
    told = run("case", "--question", "Who?", "-w", folder)
    assert (told.code, "PROVENANCE_PASSPHRASE" in told.err) == (ExitCode.KEYS, True)
    assert run("case", "-w", folder, "--json").json["question"] == "Why?"
    assert run("verify", "-w", folder).code == 0  # needs no key of a person


def test_a_locked_key_never_makes_a_blind_reviewer_see(
    desk: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("accept", "c1", "--why", "seen")
    monkeypatch.setenv("PROVENANCE_PASSPHRASE", "an old oak")
    public = _as(monkeypatch, desk.parent / "ben", run)
    _as(monkeypatch, desk.parent / "home")
    run("agent", "add", "Ben Example", public)
    _as(monkeypatch, desk.parent / "ben")
    assert run("show", "c1", "--json").json["reviews"] == []
    monkeypatch.delenv("PROVENANCE_PASSPHRASE")
    assert run("show", "c1", "--json").json["reviews"] == []
    assert run("accept", "c1").code == ExitCode.KEYS
    (desk.parent / "ben" / "identity.pub").unlink()  # as an older version left it
    told = run("show", "c1", "--json")
    assert (told.code, told.out) == (ExitCode.KEYS, "")
    monkeypatch.setenv("PROVENANCE_PASSPHRASE", "an old oak")
    assert run("accept", "c1").code == 0
    monkeypatch.delenv("PROVENANCE_PASSPHRASE")
    assert len(run("show", "c1", "--json").json["reviews"]) == 2


READING = ("list", "show c1 d1 s1", "status", "next", "report --format md", "verify", "agent list")


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("words", READING)
def test_reading_needs_no_key_and_opens_none(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    _as(monkeypatch, tmp_path / "nobody")
    told = run(*words.split())
    assert told.code == 0, told.err
    monkeypatch.setenv("PROVENANCE_PASSPHRASE", "an old oak")
    _as(monkeypatch, tmp_path / "ben", run)
    monkeypatch.delenv("PROVENANCE_PASSPHRASE")
    told = run(*words.split())
    assert told.code == 0, told.err


@pytest.mark.usefixtures("desk")
def test_status_says_who_only_reads(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "You act as Ada Example." in run("status").out
    _as(monkeypatch, tmp_path / "nobody")
    assert "You read, without a key of this desk." in run("status").out


def test_a_public_half_that_belongs_to_another_key_signs_nothing(
    desk: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    _as(monkeypatch, desk.parent / "ben", run)
    _as(monkeypatch, desk.parent / "home")
    shutil.copy(desk.parent / "home" / "identity.pub", desk.parent / "ben" / "identity.pub")
    _as(monkeypatch, desk.parent / "ben")
    before = run("list", "log").out
    told = run("accept", "c1")
    assert (told.code, "identity.pub" in told.err) == (ExitCode.KEYS, True)
    assert run("list", "log").out == before


def test_a_new_key_is_offered_a_passphrase_by_init_and_by_agent_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Terminal(io.StringIO):
        """Standard input at a terminal."""

        def isatty(self) -> bool:
            return True

    asked: list[str] = []

    def answer(prompt: str, **_stream: object) -> str:
        asked.append(prompt)
        return "an old oak"

    monkeypatch.setattr(getpass, "getpass", answer)
    for words in (("agent", "key"), ("init", str(tmp_path / "desk"))):
        home = tmp_path / f"home of {words[0]}"
        _as(monkeypatch, home)
        asked.clear()
        monkeypatch.setattr(sys, "stdin", Terminal("Ben Example\n"))
        assert main(words) == 0
        assert b"ENCRYPTED" in (home / "identity.pem").read_bytes()
        assert (home / "identity.name").read_text("utf-8") == "Ben Example"
        assert len(asked) == 1
    asked.clear()
    assert main(["agent", "key"]) == 0
    assert asked == []  # the public half needs no passphrase


def _as(monkeypatch: pytest.MonkeyPatch, home: Path, run: Run | None = None) -> str:
    """Act as another person from here on; return the public key where ``run`` is given."""
    monkeypatch.setenv("PROVENANCE_HOME", str(home))
    return run("agent", "key", "--name", "Ben Example").out.strip() if run else ""


def test_somebody_unknown_reads_and_does_not_write(
    desk: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    _as(monkeypatch, desk.parent / "ben")
    told = run("accept", "c1")
    assert (told.code, "provenance agent key" in told.err) == (ExitCode.KEYS, True)
    public = _as(monkeypatch, desk.parent / "ben", run)
    told = run("accept", "c1")
    assert told.code == ExitCode.KEYS
    assert f'provenance agent add "Ben Example" {public}' in told.err
    assert run("list").code == 0
    assert run("verify").code == 0
    _as(monkeypatch, desk.parent / "home")
    assert {row["state"] for row in run("list", "--json").json} == {"proposed"}


def test_the_second_review_is_another_persons_and_blind(
    desk: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    why = "compared with d2: fits the port's log"
    assert run("override", "c1", "--letter", "B", "--digit", "3", "--why", why).code == 0
    public = _as(monkeypatch, desk.parent / "ben", run)
    _as(monkeypatch, desk.parent / "home")
    assert run("agent", "add", "Ben Example", public).code == 0
    assert run("agent", "add", "Ben Again", public).code == ExitCode.USAGE
    agents = {each["name"]: each["public_key"] for each in run("agent", "list", "--json").json}
    assert agents["Ben Example"] == public
    _as(monkeypatch, desk.parent / "ben")
    view = run("show", "c1")
    assert "F6 (proposed)" in view.out
    assert "port's log" not in view.out + run("show", "c1", "--json").out
    assert run("list", "--json").json[0]["cell"] != "B3"
    assert run("accept", "c1").out == "c1  accept F6  review 2\n"
    told = " ".join(run("show", "c1").out.split())
    assert "fits the port's log" in told  # after deciding everything is seen
    states = {row["handle"]: row["state"] for row in run("list", "--json").json}
    assert states["c1"] not in ("proposed", "reviewed")
    assert run("verify").code == 0


@pytest.mark.usefixtures("desk")
def test_one_person_does_not_review_twice(run: Run) -> None:
    assert run("accept", "c1").out == "c1  accept F6  review 1\n"
    why = ("--why", "on reflection", "--compare", "what the port sold before")
    assert run("override", "c1", "--digit", "4", *why).out.endswith("review 1\n")
    view = run("show", "c1", "--json").json
    assert [(each["stage"], each["credibility"]) for each in view["reviews"]] == [(1, "4")]


def test_a_decision_about_what_has_changed_is_a_conflict_that_writes_nothing(
    desk: Path, run: Run
) -> None:
    workspace = Workspace(desk, settings(desk.parent / "home"))
    views = Views(workspace)
    seen = views.claim(views.claim_identity("c1"))
    run("correct", "c1", "--wording", "Two cranes were sold.")
    size = workspace.store.size()
    with pytest.raises(ConflictError):
        decide(workspace, seen, Decision.ACCEPT)
    assert workspace.store.size() == size


@pytest.mark.usefixtures("desk")
def test_a_review_whose_basis_changed_is_stale(run: Run) -> None:
    run("accept", "c1")
    assert "stale" not in run("show", "c1").out
    run("correct", "c1", "--wording", "Two cranes were sold.")
    assert "stale" in run("show", "c1").out
    assert "whose basis changed" in run("status").out


def test_keys_lie_outside_the_workspace(desk: Path, run: Run, tmp_path: Path) -> None:
    assert not [each for each in desk.rglob("*") if each.suffix == ".pem"]
    shutil.rmtree(tmp_path / "home" / "logs")  # somebody who has no key of the log
    assert run("accept", "c1").code == 0
    told = run("audit", "export", "-o", "audit")
    assert "does not hold the log's key" in told.err
    assert run("verify").code == 0
    workspace = Workspace(desk, settings(tmp_path / "home"))
    with pytest.raises(SigningKeyError):
        workspace.signer.sign(
            workspace.store.size(), workspace.store.leaves, workspace.log_key.verifier_key
        )
