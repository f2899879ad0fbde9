"""The service profile of the network door: what is posted, to whom, and how it goes wrong."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from provenance.network import HttpFetcher


class Office(BaseHTTPRequestHandler):
    """Answers what is posted to it with the same bytes, or sends away."""

    posted: list[tuple[str, str, bytes]] = []  # noqa: RUF012

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.posted.append((self.path, self.headers["Content-Type"], body))
        code = {"/moved": 307, "/closed": 503}.get(self.path, 200)
        self.send_response_only(code)
        if code == 307:
            self.send_header("Location", "/elsewhere")
        self.send_header("Content-Type", "application/timestamp-reply")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture
def office() -> Iterator[str]:
    Office.posted.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Office)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()
    thread.join()


def test_a_body_is_posted_as_what_it_is_and_the_answer_kept(office: str) -> None:
    asked: list[tuple[str, str]] = []
    service = HttpFetcher(profile="service", log=lambda *told: asked.append(told))
    got = service.ask(f"{office}/tsa", b"\x30\x00", "application/timestamp-query")
    assert Office.posted == [("/tsa", "application/timestamp-query", b"\x30\x00")]
    assert (got.outcome, got.body) == ("complete", b"\x30\x00")
    assert got.media_type == "application/timestamp-reply"
    assert asked == [("127.0.0.1", "service")]


def test_what_is_posted_is_not_sent_on(office: str) -> None:
    got = HttpFetcher(profile="service").ask(f"{office}/moved", b"x", "text/plain")
    assert [path for path, _, _ in Office.posted] == ["/moved"]
    assert (got.outcome, got.reason) == (
        "failed",
        "redirected to /elsewhere; nothing was sent there",
    )


def test_a_service_that_is_closed_or_away_gives_its_reason(office: str) -> None:
    service = HttpFetcher(profile="service", timeout_s=5)
    assert "503" in service.ask(f"{office}/closed", b"x", "text/plain").reason
    assert "refused" in service.ask("http://127.0.0.1:9/", b"x", "text/plain").reason
    assert "only http" in service.ask("ftp://127.0.0.1/", b"x", "text/plain").reason


def test_offline_closes_services_too(office: str) -> None:
    got = HttpFetcher(profile="service", offline=True).ask(f"{office}/tsa", b"x", "text/plain")
    assert (got.outcome, got.reason) == ("failed", "offline: the network is closed")
    assert Office.posted == []


def test_an_answer_without_end_is_cut(office: str) -> None:
    service = HttpFetcher(profile="service", max_bytes=10)
    assert "larger than" in service.ask(f"{office}/tsa", bytes(99), "text/plain").reason
