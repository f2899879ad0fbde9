"""Bad files and bad standard input: each a failed capture with its reason, never an exception."""

import os
from pathlib import Path

import pytest

from provenance.capture import expand, observe_file, observe_stdin

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x02\x00\x00\x00"


def reason(path: Path) -> str:
    seen = observe_file(path)
    assert seen.outcome == "failed"
    assert seen.body is None
    assert seen.payload is None
    return seen.reason


def test_an_empty_file(tmp_path: Path) -> None:
    path = tmp_path / "empty.txt"
    path.touch()
    assert reason(path) == "empty: there is nothing in it"


def test_empty_standard_input() -> None:
    seen = observe_stdin(b"")
    assert (seen.outcome, seen.reason) == ("failed", "empty: there is nothing in it")


def test_a_file_that_vanished(tmp_path: Path) -> None:
    path = tmp_path / "gone.txt"
    path.write_text("here for a moment")
    given = expand([str(tmp_path)])
    path.unlink()
    assert reason(Path(given[0])) == "there is no such file, or it vanished before it was read"


def test_a_folder_without_files_is_not_passed_over(tmp_path: Path) -> None:
    assert expand([str(tmp_path)]) == [str(tmp_path)]
    assert reason(tmp_path) == "it is a folder without a file that can be captured"


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    path.touch()
    os.truncate(path, 200_000_000)
    said = reason(path)
    assert said.startswith("its 200,000,000 bytes are more than the limit of 67,108,864;")


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    assert reason(path) == "it is not an ordinary file; pipe it to standard input instead"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("not for you")
    path.chmod(0)
    assert reason(path) == "this user may not read it"


def test_links_in_a_circle(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    assert reason(tmp_path / "a").startswith("it cannot be read: ")


@pytest.mark.parametrize("name", ["nul\x00name", "n" * 5000])
def test_a_name_that_no_file_can_have(name: str) -> None:
    assert expand([name]) == [name]
    assert reason(Path(name))


def test_a_name_that_is_not_unicode_can_be_recorded(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))
    path.write_text("The quay is closed.")
    seen = observe_file(path)
    assert seen.outcome == "complete"
    assert seen.uri.endswith("/caf%E9.txt")
    assert seen.requested.endswith("\\udce9.txt")
    seen.requested.encode()


def test_bytes_that_are_no_text_are_kept_under_their_type(tmp_path: Path) -> None:
    path = tmp_path / "picture.html"
    path.write_bytes(PNG * 10)
    seen = observe_file(path)
    assert (seen.outcome, seen.media_type, seen.body) == ("complete", "image/png", PNG * 10)


def test_zeros_are_no_text() -> None:
    assert observe_stdin(bytes(500)).media_type == "application/octet-stream"
