"""``audit anchor`` and ``audit renew`` as commands, over real HTTP: words, exit codes, offline."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from provenance.cli import main
from provenance.workspace.configuration import FILE
from tests.stamping import Authority, authority, needs_openssl, served


@pytest.fixture(scope="module")
def local(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return authority(tmp_path_factory.mktemp("tsa"))


@pytest.fixture
def address(local: Authority) -> Iterator[str]:
    with served(local) as address:
        yield address


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a fresh workspace."""
    monkeypatch.chdir(tmp_path)
    assert main(["init", "desk", "--name", "Ada Example"]) == 0
    monkeypatch.chdir(tmp_path / "desk")
    return tmp_path / "desk"


def names(here: Path, local: Authority, address: str, folder: str) -> None:
    (here / FILE).write_text(
        f'[anchor]\nfolders = ["{folder}"]\n'
        f'authorities = [{{url = "{address}", roots = "{local.roots}"}}]\n'
    )


@needs_openssl
def test_a_checkpoint_is_kept_and_stamped_over_http(
    here: Path, local: Authority, address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "copies").mkdir()
    names(here, local, address, "copies")
    capsys.readouterr()
    assert main(["audit", "anchor"]) == 0
    told = capsys.readouterr()
    assert f"done    authority {address}: stamped on " in told.out
    assert "done    folder" in told.out
    assert "the whole log is anchored outside" in told.err
    assert main(["audit", "anchor", "--json"]) == 0
    again = json.loads(capsys.readouterr().out)
    assert all("already" in each["sentence"] for each in again["placed"])
    assert again["left"]["entries"] == 0
    assert main(["verify"]) == 0


@needs_openssl
def test_some_that_failed_are_told_by_the_exit_code(
    here: Path, local: Authority, address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    names(here, local, address, "away")
    capsys.readouterr()
    assert main(["audit", "anchor"]) == 1
    told = capsys.readouterr().out
    assert "FAILED  folder" in told
    assert "done    authority" in told


@needs_openssl
def test_offline_asks_nobody(
    here: Path,
    local: Authority,
    address: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (here / "copies").mkdir()
    names(here, local, address, "copies")
    monkeypatch.setenv("PROVENANCE_OFFLINE", "1")
    capsys.readouterr()
    assert main(["audit", "anchor"]) == 1
    told = capsys.readouterr().out
    assert "done    folder" in told
    assert "offline: the network is closed; it is asked again by the next" in told


@needs_openssl
def test_renewing_says_when_nothing_is_due_and_what_became_of_what_is(
    here: Path,
    local: Authority,
    address: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    names(here, local, address, ".")
    assert main(["audit", "renew"]) == 0
    assert "no stamp is to be renewed within 90 days" in capsys.readouterr().err
    assert main(["audit", "anchor"]) == 0
    longer = authority(tmp_path / "longer", name="harbour", signer_valid=(-1, 24 * 3000))
    with served(longer) as later:
        names(here, longer, later, ".")
        capsys.readouterr()
        assert main(["audit", "renew", "--within", "400"]) == 0
    assert "renewed the stamp of " in capsys.readouterr().out
    assert main(["verify"]) == 0


def test_a_desk_that_names_no_place_is_told(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert here.is_dir()
    assert main(["audit", "anchor"]) == 2
    assert "[anchor]" in capsys.readouterr().err
