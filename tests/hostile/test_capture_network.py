"""What a bad network does to a capture: each ends in data, with the reason kept."""

import gzip
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from provenance.canonical import sha256
from provenance.capture import observe_uri
from provenance.network import HttpFetcher

STORY = b"<html><body><p>The ferry will not sail this week.</p></body></html>"


class BadServer(BaseHTTPRequestHandler):
    """Each path misbehaves in its own way."""

    release = threading.Event()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""

    def do_GET(self) -> None:
        name = self.path.lstrip("/").split("/")[0].replace("-", "_")
        getattr(self, f"serve_{name}")()

    def _answer(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        for header, value in {"Content_Length": str(len(body)), **headers}.items():
            self.send_header(header.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def serve_silent(self) -> None:
        self.release.wait(10)

    def serve_drip_body(self) -> None:
        self.send_response(200)
        self.end_headers()
        self._drip(b"a" * 100)

    def serve_drip_head(self) -> None:
        self._drip(b"HTTP/1.1 200 OK\r\nX-Slow: " + b"a" * 100)

    def _drip(self, data: bytes) -> None:
        for byte in data:
            try:
                self.wfile.write(bytes([byte]))
            except OSError:
                return
            if self.release.wait(0.1):
                return

    def serve_loop(self) -> None:
        self._answer(302, b"", Location="/loop")

    def serve_away(self) -> None:
        self._answer(301, b"", Location="/silent")

    def serve_elsewhere(self) -> None:
        self._answer(302, b"", Location="file:///etc/hostname")

    def serve_missing(self) -> None:
        self._answer(404, b"<p>There is no such story.</p>")

    def serve_broken(self) -> None:
        self._answer(500, b"")

    def serve_odd(self) -> None:
        self._answer(799, b"go away")

    def serve_broken_gzip(self) -> None:
        self._answer(200, b"this was never compressed", Content_Encoding="gzip")

    def serve_cut_gzip(self) -> None:
        self._answer(200, gzip.compress(STORY * 50)[:-12], Content_Encoding="gzip")

    def serve_strange_coding(self) -> None:
        self._answer(200, b"\x01\x02", Content_Encoding="zopfli")

    def serve_bomb(self) -> None:
        self._answer(200, gzip.compress(bytes(50_000_000)), Content_Encoding="gzip")

    def serve_double_bomb(self) -> None:
        inner = gzip.compress(bytes(50_000_000))
        self._answer(200, zlib.compress(inner), Content_Encoding="gzip, deflate")

    def serve_lying(self) -> None:
        self._answer(200, STORY, Content_Length=str(len(STORY) + 500))

    def serve_cut_chunks(self) -> None:
        self.wfile.write(
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nThe f\r\n9\r\ner"
        )

    def serve_large(self) -> None:
        self._answer(200, b"a" * 300_000)

    def serve_endless(self) -> None:
        self.send_response(200)
        self.end_headers()
        try:
            while not self.release.is_set():
                self.wfile.write(b"a" * 65536)
        except OSError:
            return

    def serve_nothing(self) -> None:
        self._answer(200, b"")

    def serve_garbage(self) -> None:
        self.wfile.write(b"220 mail.example ESMTP\r\n")

    def serve_hang_up(self) -> None:
        self.close_connection = True


@pytest.fixture
def server() -> Iterator[str]:
    BadServer.release.clear()
    listening = ThreadingHTTPServer(("127.0.0.1", 0), BadServer)
    listening.daemon_threads = True
    thread = threading.Thread(target=listening.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{listening.server_address[1]}"
    BadServer.release.set()
    listening.shutdown()
    listening.server_close()
    thread.join()


def fetcher(**changes: object) -> HttpFetcher:
    options = {"timeout_s": 2.0, "max_bytes": 200_000, "max_hops": 3, **changes}
    return HttpFetcher(**options)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("missing", "the server answered 404 Not Found"),
        ("broken", "the server answered 500 Internal Server Error"),
        ("odd", "the server answered 799"),
        ("broken-gzip", "the body is not valid gzip"),
        ("strange-coding", "the body is coded as 'zopfli', which is not read here"),
        ("nothing", "empty: the server answered 200 without a body"),
        ("elsewhere", "only http and https addresses are fetched, not file:"),
    ],
)
def test_a_failed_capture_says_why(server: str, path: str, reason: str) -> None:
    seen = observe_uri(fetcher(), f"{server}/{path}")
    assert (seen.outcome, seen.reason) == ("failed", reason)


@pytest.mark.parametrize("path", ["silent", "drip-body", "drip-head", "away"])
def test_one_deadline_covers_the_whole_exchange(server: str, path: str) -> None:
    begun = time.monotonic()
    seen = observe_uri(fetcher(timeout_s=0.4), f"{server}/{path}")
    assert time.monotonic() - begun < 1.5
    assert seen.outcome in {"failed", "partial"}
    assert seen.reason.startswith("timed out after 0.4 s")


def test_a_body_that_drips_is_kept_as_far_as_it_came(server: str) -> None:
    seen = observe_uri(fetcher(timeout_s=0.4), f"{server}/drip-body")
    assert seen.outcome == "partial"
    assert seen.body is not None
    assert 1 <= len(seen.body) < 10


def test_what_timed_out_behind_a_redirect_keeps_the_hop_and_no_foreign_status(server: str) -> None:
    seen = observe_uri(fetcher(timeout_s=0.4), f"{server}/away")
    assert [(hop.status, hop.location) for hop in seen.hops] == [(301, "/silent")]
    assert seen.uri == f"{server}/silent"
    assert seen.status is None
    assert seen.headers == ()


def test_a_refused_connection_is_a_reason() -> None:
    with ThreadingHTTPServer(("127.0.0.1", 0), BadServer) as closed:
        port = closed.server_address[1]
    seen = observe_uri(fetcher(), f"http://127.0.0.1:{port}/")
    assert (seen.outcome, seen.reason) == ("failed", "the server refused the connection")


def test_redirects_without_end_stop_and_keep_their_hops(server: str) -> None:
    seen = observe_uri(fetcher(), f"{server}/loop")
    assert seen.outcome == "failed"
    assert seen.reason.startswith("redirected 4 times without an end")
    assert [hop.status for hop in seen.hops] == [302] * 4


def test_an_error_page_keeps_its_body(server: str) -> None:
    seen = observe_uri(fetcher(), f"{server}/missing")
    assert seen.status == 404
    assert seen.body == b"<p>There is no such story.</p>"
    assert seen.payload == sha256(seen.body)


def test_a_broken_gzip_keeps_the_body_as_sent(server: str) -> None:
    seen = observe_uri(fetcher(), f"{server}/broken-gzip")
    assert seen.body is None
    assert seen.sent == b"this was never compressed"
    assert seen.transfer == sha256(seen.sent)


def test_a_gzip_that_ends_early_is_partial(server: str) -> None:
    seen = observe_uri(fetcher(), f"{server}/cut-gzip")
    assert (seen.outcome, seen.reason) == ("partial", "the gzip body ends early")
    assert seen.body is not None
    assert seen.body.startswith(STORY)


def test_a_promise_not_kept_is_partial_and_says_both_lengths(server: str) -> None:
    seen = observe_uri(fetcher(), f"{server}/lying")
    assert seen.outcome == "partial"
    assert seen.reason == f"the server promised {len(STORY) + 500} bytes and sent {len(STORY)}"
    assert seen.body == STORY


def test_chunks_that_break_off_are_partial(server: str) -> None:
    seen = observe_uri(fetcher(), f"{server}/cut-chunks")
    assert seen.outcome == "partial"
    assert seen.reason.startswith("the exchange broke off")
    assert seen.body == b"The fer"


@pytest.mark.parametrize("path", ["large", "endless", "bomb", "double-bomb"])
def test_what_is_too_large_is_refused_with_the_limit(server: str, path: str) -> None:
    seen = observe_uri(fetcher(), f"{server}/{path}")
    assert seen.outcome == "failed"
    assert seen.reason.startswith("larger than the limit of 200,000 bytes; save the file")
    assert seen.body is None


@pytest.mark.parametrize("path", ["garbage", "hang-up"])
def test_what_is_not_http_is_a_reason(server: str, path: str) -> None:
    seen = observe_uri(fetcher(), f"{server}/{path}")
    assert seen.outcome == "failed"
    assert seen.reason.startswith("the exchange broke off: ")


@pytest.mark.parametrize(
    "address",
    [
        "http://",
        "http://[::1",
        "http://127.0.0.1:99999/",
        "http://xn--/",
        "http://\udce9.example/",
        f"http://{'a' * 300}.example/",
        "http://a b/",
        "http://a\x00b/",
        "http://a/\n",
        "gopher://a/",
    ],
)
def test_an_address_that_is_none_is_a_failed_capture(address: str) -> None:
    seen = observe_uri(fetcher(), address)
    assert seen.outcome == "failed"
    assert seen.reason
    seen.requested.encode()


def test_offline_reaches_nobody(server: str) -> None:
    asked: list[str] = []
    log: Callable[[str, str], None] = lambda host, _: asked.append(host)  # noqa: E731
    seen = observe_uri(fetcher(offline=True, log=log), f"{server}/missing")
    assert seen.reason == "offline: the network is closed, by --offline or by PROVENANCE_OFFLINE"
    assert asked == []
