"""The network door when the network is good: what an exchange keeps."""

import gzip
import hashlib
import ssl
import threading
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, HTTPServer, ThreadingHTTPServer
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from provenance.network import Hop, HttpFetcher

BODY = "<p>Die Fähre fährt.</p>".encode()


class Press(BaseHTTPRequestHandler):
    """Serves one story in several ways and remembers what it was asked."""

    asked: list[dict[str, str]] = []  # noqa: RUF012

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""

    def do_GET(self) -> None:
        self.asked.append({name.lower(): value for name, value in self.headers.items()})
        path = self.path
        if path == "/old":
            self._send(301, b"", ("Location", "/newer#part"))
        elif path == "/newer":
            self._send(302, b"", ("Location", "story"), ("Set-Cookie", "seen=1"))
        elif path == "/gzip":
            self._send(200, gzip.compress(BODY, mtime=0), ("Content-Encoding", "gzip"))
        elif path == "/zlib":
            self._send(200, zlib.compress(BODY), ("Content-Encoding", "deflate"))
        elif path == "/bare":
            squeeze = zlib.compressobj(wbits=-15)
            bare = squeeze.compress(BODY) + squeeze.flush()
            self._send(200, bare, ("Content-Encoding", "deflate"))
        else:
            self._send(200, BODY, ("X-Twice", "one"), ("x-twice", "Two"))

    def _send(self, status: int, body: bytes, *headers: tuple[str, str]) -> None:
        self.send_response_only(status)
        self.send_header("Content-Type", 'Text/HTML; Charset="UTF-8"')
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture
def press() -> Iterator[str]:
    Press.asked.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Press)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()
    thread.join()


def test_an_exchange_keeps_what_was_answered(press: str) -> None:
    got = HttpFetcher().fetch(f"{press}/story")
    assert (got.outcome, got.reason, got.status, got.body) == ("complete", "", 200, BODY)
    assert (got.media_type, got.charset) == ("text/html", "utf-8")
    assert got.peer == press.removeprefix("http://")
    assert (got.certificate, got.sent, got.transfer) == (None, None, None)


def test_headers_keep_order_case_and_repeats(press: str) -> None:
    got = HttpFetcher().fetch(f"{press}/story")
    assert got.headers == (
        ("Content-Type", 'Text/HTML; Charset="UTF-8"'),
        ("Content-Length", str(len(BODY))),
        ("X-Twice", "one"),
        ("x-twice", "Two"),
    )


def test_redirects_are_kept_as_hops_and_cookies_carried_along(press: str) -> None:
    got = HttpFetcher().fetch(f"{press}/old")
    assert got.hops == (
        Hop(f"{press}/old", 301, "/newer#part"),
        Hop(f"{press}/newer", 302, "story"),
    )
    assert (got.requested, got.uri, got.body) == (f"{press}/old", f"{press}/story", BODY)
    assert Press.asked[-1]["cookie"] == "seen=1"


def test_cookies_do_not_outlive_the_exchange(press: str) -> None:
    fetcher = HttpFetcher()
    fetcher.fetch(f"{press}/old")
    fetcher.fetch(f"{press}/story")
    assert "cookie" not in Press.asked[-1]


@pytest.mark.parametrize("coding", ["gzip", "zlib", "bare"])
def test_a_coded_body_has_both_digests(press: str, coding: str) -> None:
    got = HttpFetcher().fetch(f"{press}/{coding}")
    assert (got.outcome, got.body) == ("complete", BODY)
    assert got.sent is not None
    assert got.transfer == "sha256:" + hashlib.sha256(got.sent).hexdigest()
    assert got.sent != BODY


def test_each_request_is_logged_by_host_and_purpose(press: str) -> None:
    asked: list[tuple[str, str]] = []
    HttpFetcher(log=lambda host, purpose: asked.append((host, purpose))).fetch(f"{press}/old")
    assert asked == [("127.0.0.1", "evidence")] * 3


def test_the_environment_names_no_proxy(press: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    assert HttpFetcher().fetch(f"{press}/story").outcome == "complete"


def test_the_body_is_asked_for_uncoded(press: str) -> None:
    HttpFetcher(user_agent="desk/1").fetch(f"{press}/story")
    assert Press.asked[-1]["accept-encoding"].startswith("identity")
    assert Press.asked[-1]["user-agent"] == "desk/1"


def certified(folder: Path) -> Path:
    """Return a file with a key and a certificate for 127.0.0.1 that nobody vouches for."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "quay.example")])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(datetime(2020, 1, 1, tzinfo=UTC))
        .not_valid_after(datetime(2120, 1, 1, tzinfo=UTC))
        .sign(key, hashes.SHA256())
    )
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    path = folder / "server.pem"
    path.write_bytes(pem + certificate.public_bytes(Encoding.PEM))
    return path


def test_a_certificate_that_nobody_vouches_for_ends_the_exchange(tmp_path: Path) -> None:
    server = HTTPServer(("127.0.0.1", 0), Press)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certified(tmp_path))
    listener = context.wrap_socket(server.socket, server_side=True)
    server.socket = listener
    thread = threading.Thread(target=server.handle_request)
    thread.start()
    got = HttpFetcher(timeout_s=5).fetch(f"https://127.0.0.1:{server.server_address[1]}/story")
    thread.join()
    server.server_close()
    assert (got.outcome, got.status, got.body) == ("failed", None, None)
    assert got.reason == "the TLS connection failed: CERTIFICATE_VERIFY_FAILED"
