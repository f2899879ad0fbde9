"""What a command's words stand for."""

from pathlib import Path

import pytest

from provenance.capture import expand, is_address, media_type_of


def test_a_folder_gives_its_files_sorted_and_hidden_ones_left_out(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.md", "a/y.html", ".git/config", "a/.draft.txt", "c/.hidden/x.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("quay")
    found = [str(Path(name).relative_to(tmp_path)) for name in expand([str(tmp_path)])]
    assert found == ["b.txt", "a/y.html", "a/z.md"]


def test_inputs_keep_their_order_and_come_once() -> None:
    given = ["-", "https://q.example/b", "no such file", "https://q.example/a", "-"]
    assert expand(given) == ["-", "https://q.example/b", "no such file", "https://q.example/a"]


def test_a_list_has_one_input_a_line_and_may_have_remarks() -> None:
    listed = "\ufeff# the ferry\nhttps://q.example/1\r\n\n  notes one.txt  \n"
    assert expand(["-"], listed) == ["-", "https://q.example/1", "notes one.txt"]


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("https://q.example/", True),
        ("HTTP://q.example/", True),
        ("https.txt", False),
        ("ftp://q.example/", True),
        ("./https://x", False),
    ],
)
def test_addresses_are_known_by_their_scheme(text: str, known: bool) -> None:
    assert is_address(text) is known


@pytest.mark.parametrize(
    ("payload", "suffix", "media_type"),
    [
        (b"A plain note.", "", "text/plain"),
        (b"A plain note.", ".html", "text/html"),
        (b"A plain note.", ".MD", "text/markdown"),
        (b"BM and II and GIF begin pictures, and here a note.", "", "text/plain"),
        (b"  <!DOCTYPE html>\n<html>", ".txt", "text/plain"),
        (b"  <!DOCTYPE html>\n<html>", "", "text/html"),
        (b"The tag <p> is explained here.", "", "text/plain"),
        (b"%PDF-1.7\n1 0 obj", ".txt", "application/pdf"),
        (b"\xff\xfeh\x00i\x00", "", "text/plain"),
        ("h\u00e9".encode("cp1252"), "", "text/plain"),
        (b"\x1b[31mred\x1b[0m and \x00", "", "text/plain"),
        (b"GIF89a" + bytes(100), ".txt", "image/gif"),
        (bytes(range(256)), "", "application/octet-stream"),
    ],
)
def test_the_type_of_bytes(payload: bytes, suffix: str, media_type: str) -> None:
    assert media_type_of(payload, suffix) == media_type
