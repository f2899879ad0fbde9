"""What an observation keeps of a file, standard input and an exchange."""

import os
from pathlib import Path

import pytest

from provenance.canonical import sha256
from provenance.capture import observe_file, observe_stdin, observe_uri
from provenance.model import Capture, Header, Hop
from provenance.network import Exchange
from provenance.network import Hop as Redirect

ADDED_BY_THE_RECORDER = {
    *("id", "case", "collector", "tool", "tool_version", "clock_offset_ms"),
    *("begun_at", "ended_at"),
}


class OneAnswer:
    """A network on which every address gives the same exchange."""

    def __init__(self, exchange: Exchange) -> None:
        self.exchange = exchange

    def fetch(self, uri: str) -> Exchange:
        assert uri == self.exchange.requested
        return self.exchange


def test_an_observation_has_the_observed_fields_of_a_capture() -> None:
    observed = set(type(observe_stdin(b"x")).model_fields)
    assert observed - {"body", "sent"} == set(Capture.model_fields) - ADDED_BY_THE_RECORDER


def test_a_file_is_kept_with_its_address_and_the_time_of_its_last_change(tmp_path: Path) -> None:
    path = tmp_path / "a note.md"
    path.write_bytes(b"# Quay\n")
    os.utime(path, (1_772_600_000.25, 1_772_600_000.25))
    seen = observe_file(path)
    assert (seen.via, seen.outcome, seen.reason) == ("file", "complete", "")
    assert seen.requested == str(path)
    assert seen.uri == path.as_uri()
    assert seen.uri.endswith("/a%20note.md")
    assert (seen.payload, seen.size, seen.body) == (sha256(b"# Quay\n"), 7, b"# Quay\n")
    assert seen.modified_at == "2026-03-04T04:53:20.250Z"
    assert seen.media_type == "text/markdown"


def test_a_relative_path_has_an_absolute_address(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("note.txt").write_text("quay")
    seen = observe_file(Path("note.txt"))
    assert (seen.requested, seen.uri) == ("note.txt", (tmp_path / "note.txt").as_uri())


def test_standard_input_has_no_address() -> None:
    seen = observe_stdin(b"<!doctype html><title>Quay</title>")
    assert (seen.requested, seen.uri, seen.via) == ("-", "stdin:", "stdin")
    assert (seen.media_type, seen.modified_at) == ("text/html", None)


def test_an_exchange_is_kept_field_by_field() -> None:
    exchange = Exchange(
        requested="https://quay.example/a",
        uri="https://quay.example/b",
        outcome="complete",
        status=200,
        hops=(Redirect("https://quay.example/a", 301, "/b"),),
        headers=(("Server", "harbour"), ("server", "pier")),
        media_type="text/html",
        charset="utf-8",
        body=b"text",
        sent=b"coded",
        transfer=sha256(b"coded"),
        peer="192.0.2.1:443",
        certificate=sha256(b"der"),
    )
    seen = observe_uri(OneAnswer(exchange), "https://quay.example/a")
    assert seen.hops == (Hop(uri="https://quay.example/a", status=301, location="/b"),)
    assert seen.headers == (
        Header(name="Server", value="harbour"),
        Header(name="server", value="pier"),
    )
    assert (seen.payload, seen.size, seen.transfer) == (sha256(b"text"), 4, sha256(b"coded"))
    assert (seen.peer, seen.certificate) == ("192.0.2.1:443", sha256(b"der"))
    assert (seen.outcome, seen.media_type, seen.charset) == ("complete", "text/html", "utf-8")


def test_a_type_that_the_server_did_not_declare_is_told_from_the_bytes() -> None:
    exchange = Exchange("http://q.example/", "http://q.example/", "complete", body=b"<p>Quay</p>")
    assert observe_uri(OneAnswer(exchange), "http://q.example/").media_type == "text/html"


def test_a_type_that_the_server_declared_is_kept_even_if_wrong() -> None:
    exchange = Exchange(
        "http://q.example/", "http://q.example/", "complete", body=b"<p>", media_type="text/plain"
    )
    assert observe_uri(OneAnswer(exchange), "http://q.example/").media_type == "text/plain"
