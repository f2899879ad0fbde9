"""Long work can be interrupted and run again: nothing lost, nothing twice."""

from pathlib import Path

import pytest

from provenance.model import Capture, Document
from provenance.network import Exchange
from provenance.workspace.assess import assess
from provenance.workspace.capture import BATCH, Said, capture
from provenance.workspace.core import Workspace
from provenance.workspace.locate import FOLDER
from provenance.workspace.verify import verify_workspace
from tests.desks import desk, write
from tests.newsroom import Newsroom
from tests.worlds import found, harbour

LEDE = "The harbour board of Kelso sold ferry number {} to a museum on Monday."


def _files(folder: Path, count: int) -> list[str]:
    return [write(folder, f"story-{n}.txt", LEDE.format(n)) for n in range(count)]


def _stop_at(number: int) -> object:
    def told(done: int, _total: int, _which: str) -> None:
        if done == number:
            raise KeyboardInterrupt

    return told


def test_an_interrupted_capture_goes_on_where_it_stopped(empty: Workspace, tmp_path: Path) -> None:
    inputs = _files(tmp_path, BATCH + 4)
    with pytest.raises(KeyboardInterrupt):
        capture(empty, inputs, fetcher=Newsroom(), progress=_stop_at(BATCH + 2))  # type: ignore[arg-type]
    assert len(empty.store.current(Capture)) == BATCH
    result = capture(empty, inputs, fetcher=Newsroom())
    assert (result.resumed, len(result.captures)) == (BATCH, 4)
    captured = [each.requested for each in empty.store.current(Capture)]
    assert captured == inputs
    assert len(empty.store.current(Document)) == len(inputs)
    assert not (empty.root / FOLDER / "capturing.json").exists()
    assert verify_workspace(empty).clean
    again = capture(empty, inputs, fetcher=Newsroom())  # a new command, not a continued one
    assert again.resumed == 0
    assert len(empty.store.current(Document)) == len(inputs)


class _Line:
    """A line to a press world that somebody cuts at one address, once."""

    def __init__(self, room: Newsroom, at: str) -> None:
        self._room, self._at, self.asked = room, at, list[str]()

    def fetch(self, uri: str) -> Exchange:
        """Return what the world answers, or stop the program."""
        self.asked.append(uri)
        if uri == self._at and self.asked.count(uri) == 1:
            raise KeyboardInterrupt
        return self._room.fetch(uri)


def test_a_fetch_that_is_interrupted_is_made_again_and_no_other(empty: Workspace) -> None:
    room = Newsroom()
    pages = [room.publish("Kelso Post", f"Ferry {n}", LEDE.format(n)) for n in range(BATCH + 5)]
    line = _Line(room, pages[BATCH + 2].uri)
    uris = [page.uri for page in pages]
    with pytest.raises(KeyboardInterrupt):
        capture(empty, uris, fetcher=line)
    result = capture(empty, uris, fetcher=line)
    assert result.resumed == BATCH
    assert [each.requested for each in empty.store.current(Capture)] == uris
    assert all(line.asked.count(uri) == 1 for uri in uris[:BATCH])


def test_what_failed_before_the_interruption_is_tried_again(
    empty: Workspace, tmp_path: Path
) -> None:
    late = str(tmp_path / "late.txt")
    inputs = [late, *_files(tmp_path, BATCH + 1)]
    with pytest.raises(KeyboardInterrupt):
        capture(empty, inputs, fetcher=Newsroom(), progress=_stop_at(BATCH + 1))  # type: ignore[arg-type]
    write(tmp_path, "late.txt", LEDE.format("late"))
    result = capture(empty, inputs, fetcher=Newsroom())
    assert result.captures[0].requested == late
    assert result.failed == 0
    assert result.resumed == BATCH - 1


def test_another_command_does_not_go_on_with_an_interrupted_one(
    empty: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inputs = _files(tmp_path, BATCH + 1)
    for said, folder in ((Said(outlet="Kelso Post"), tmp_path), (Said(), tmp_path / "desk")):
        with pytest.raises(KeyboardInterrupt):
            capture(empty, inputs, fetcher=Newsroom(), progress=_stop_at(BATCH + 1))  # type: ignore[arg-type]
        monkeypatch.chdir(folder)
        assert capture(empty, inputs, fetcher=Newsroom(), said=said).resumed == 0


def test_an_interrupted_assess_run_again_ends_as_one_that_was_not(tmp_path: Path) -> None:
    room = harbour()
    uris = [article.uri for article in room.world().articles]
    whole = desk(tmp_path, name="whole")
    capture(whole, uris, fetcher=room)
    assess(whole)
    stages = ("finding claims", "corroborating", "tracing lineage", "grading")
    for number, stage in enumerate(stages):
        broken = desk(tmp_path, home=f"home-{number}", name=f"broken-{number}")
        capture(broken, uris, fetcher=room)

        def pull(what: str, _done: int, _total: int, stage: str = stage) -> None:
            if what == stage:
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            assess(broken, progress=pull)
        assess(broken)
        assert found(broken) == found(whole), stage
        assert verify_workspace(broken).clean
