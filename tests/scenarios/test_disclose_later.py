"""Packages from logs with a history: erasures, restores, several people, records taken back."""

import json
from pathlib import Path

import pytest

from provenance.errors import KeyNotFoundError, UsageError
from provenance.model import Decision
from provenance.model.dossier import ClaimView
from provenance.store.keys import KeyFolder
from provenance.workspace.agents import add_agent
from provenance.workspace.backup import backup, restore
from provenance.workspace.capture import capture
from provenance.workspace.core import Workspace, public_text
from provenance.workspace.decide import decide
from provenance.workspace.disclose import Order, disclose
from provenance.workspace.erase import erase
from provenance.workspace.undo import undo
from provenance.workspace.views import Views
from tests.desks import NoNetwork, desk, filled, settings, write
from tests.packages import refused, taken_apart

pytestmark = pytest.mark.slow  # whole desks, one after the other

TO = Order(recipient="A court")


def package(workspace: Workspace, path: Path, *handles: str) -> dict[str, bytes]:
    disclose(workspace, handles, path, TO)
    assert refused(path) == ""
    return taken_apart(path)


def seen_by(workspace: Workspace) -> ClaimView:
    return Views(workspace).claim(workspace.store.identity("c1")[1])


def test_after_an_erasure_the_rest_is_still_proved(tmp_path: Path) -> None:
    workspace = filled(tmp_path)
    erase(workspace, ["k2"], "ordered")
    files = package(workspace, tmp_path / "p.zip", "k1")
    assert b"ferries could stop" in b"".join(files.values())
    for claim in ("c1", "c2"):
        package(workspace, tmp_path / f"{claim}.zip", claim)


def test_after_a_restore_the_log_goes_on_under_its_new_key(tmp_path: Path) -> None:
    workspace = filled(tmp_path)
    backup(workspace, tmp_path / "backup.zip")
    disclose(workspace, ["k1"], tmp_path / "before.zip", TO)
    workspace.close()
    old = workspace.log_key.verifier_key
    folder = workspace.root
    restore(
        tmp_path / "backup.zip", folder, workspace.settings, why="a disk failed",
        clock=workspace.clock,
    )  # fmt: skip
    again = Workspace(folder, workspace.settings, clock=workspace.clock, entropy=workspace.entropy)
    new = again.log_key.verifier_key
    assert new != old
    disclose(again, ["k1"], tmp_path / "after.zip", TO)
    assert refused(tmp_path / "after.zip", trusted=new) == ""
    assert refused(tmp_path / "after.zip", trusted=old) != ""
    assert refused(tmp_path / "before.zip", trusted=old) == ""
    again.close()


def colleague(ada: Workspace, tmp_path: Path) -> Workspace:
    """Return the same desk as Ben sees it, who has a key of his own and not the log's."""
    home = settings(tmp_path / "ben", ada.root)
    keys = KeyFolder(home.home, home.secret)
    keys.make_identity("Ben Example", None)
    add_agent(ada, "Ben Example", public_text(keys))
    ada.close()
    return Workspace(ada.root, home, clock=ada.clock, entropy=ada.entropy)


def test_two_people_are_two_keys_and_no_names(tmp_path: Path) -> None:
    ada = filled(tmp_path)
    ben = colleague(ada, tmp_path)
    decide(ada, seen_by(ada), Decision.ACCEPT, reason="as Cato told me")
    decide(ben, seen_by(ben), Decision.ACCEPT)
    ben.close()
    files = package(ada, tmp_path / "p.zip", "c1")
    reviews = [json.loads(data) for name, data in files.items() if "/review-" in name]
    actors = {json.loads(files[f"log/{each['step']}.json"])["entry"]["actor"] for each in reviews}
    assert (len(reviews), len(actors)) == (2, 2)
    whole = b"".join(files.values())
    for name in (b"Ada Example", b"Ben Example", b"Cato"):
        assert name not in whole


def test_what_was_taken_back_is_not_shown_as_standing(tmp_path: Path) -> None:
    workspace = filled(tmp_path)
    decide(workspace, seen_by(workspace), Decision.ACCEPT)
    with_review = package(workspace, tmp_path / "with.zip", "c1")
    undo(workspace)
    without = package(workspace, tmp_path / "without.zip", "c1")
    assert [each for each in with_review if "/review-" in each]
    assert not [each for each in without if "/review-" in each]


def test_a_name_that_stands_in_the_text_is_said(tmp_path: Path) -> None:
    workspace = desk(tmp_path)
    file = write(tmp_path, "note.txt", "Ada Example saw the barge leave the quay on Monday.")
    capture(workspace, [file], fetcher=NoNetwork())
    made = disclose(workspace, ["k1"], tmp_path / "p.zip", TO)
    (sentence,) = made.repeated
    assert "agent.name can still be read in document.text" in sentence
    assert refused(tmp_path / "p.zip") == ""


def test_what_no_checkpoint_covers_yet_waits_for_the_holder_of_the_key(tmp_path: Path) -> None:
    ada = filled(tmp_path)
    ben = colleague(ada, tmp_path)
    package(ben, tmp_path / "old.zip", "k1")  # under the checkpoint that there is
    file = write(tmp_path, "note.txt", "The barge has left.")
    capture(ben, [file], fetcher=NoNetwork())
    with pytest.raises(UsageError, match="not under a signed checkpoint yet"):
        disclose(ben, ["k3"], tmp_path / "new.zip", TO)
    assert not list(tmp_path.glob("new*"))
    ada.seal()
    package(ben, tmp_path / "new.zip", "k3")
    ben.close()


def test_nothing_leaves_that_the_log_cannot_be_told_of(tmp_path: Path) -> None:
    ada = filled(tmp_path)
    nobody = Workspace(ada.root, settings(tmp_path / "nobody", ada.root), clock=ada.clock)
    with pytest.raises(KeyNotFoundError):
        disclose(nobody, ["k1"], tmp_path / "p.zip", TO)
    assert not list(tmp_path.glob("p.zip*"))
