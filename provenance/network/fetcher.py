"""Fetching over HTTP and HTTPS: redirects walked, bodies bounded, reasons in plain words."""

import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from http import HTTPStatus
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any
from urllib.parse import urldefrag, urljoin, urlsplit

from provenance.network.body import MIB, TOO_LARGE, decoded, digest, with_body
from provenance.network.deadline import Deadline
from provenance.network.exchange import Exchange, Hop, Outcome, Profile

if TYPE_CHECKING:
    import httpx

# Whoever closed it, the reason holds: the fetcher is not told by which of the two.
_CLOSED = "offline: the network is closed, by --offline or by PROVENANCE_OFFLINE"
_REDIRECTS = frozenset({301, 302, 303, 307, 308})


class HttpFetcher:
    """Fetches over HTTP and HTTPS. ``log`` is told the host and profile of each request.

    ``key`` is sent with what is posted (RFC 6750, section 2.1), and with nothing else.
    """

    def __init__(
        self,
        *,
        profile: Profile = "evidence",
        offline: bool = False,
        timeout_s: float = 20,
        max_bytes: int = 64 * MIB,
        max_hops: int = 10,
        user_agent: str = "provenance",
        log: Callable[[str, str], None] = lambda _host, _purpose: None,
        key: str = "",
    ) -> None:
        self._profile = profile
        self._offline = offline
        self._timeout_s = timeout_s
        self._max_bytes = max_bytes
        self._max_hops = max_hops
        self._user_agent = user_agent
        self._log = log
        self._key = key
        self._tls = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # trusts nobody yet
        self._trusts = False

    def fetch(self, uri: str) -> Exchange:
        """Return the exchange with the address, redirects walked."""
        blank = Exchange(requested=uri, uri=uri, outcome="failed")
        if self._offline:
            return replace(blank, reason=_CLOSED)
        with Deadline(self._timeout_s) as deadline, self._client() as client:
            return self._walk(client, deadline, blank)

    def ask(self, uri: str, body: bytes, media_type: str) -> Exchange:
        """Return the exchange after posting a body; what was posted is never sent elsewhere."""
        blank = Exchange(requested=uri, uri=uri, outcome="failed")
        problem = "offline: the network is closed" if self._offline else self._unfit(uri)
        if problem:
            return replace(blank, reason=problem)
        with Deadline(self._timeout_s) as deadline, self._client() as client:
            self._knock(uri)
            given, location = self._one(client, deadline, blank, body, media_type)
        if location is not None:
            return replace(given, reason=f"redirected to {location}; nothing was sent there")
        return given

    def _unfit(self, uri: str) -> str:
        """Return why nothing can be posted to an address, or nothing."""
        if problem := _unusable(uri):
            return problem
        if self._profile == "language model" and not is_private(uri):
            return "what is sent to a language model goes over https, or to this machine alone"
        return ""

    @contextmanager
    def _client(self) -> "Iterator[httpx.Client]":
        """Yield a client of one exchange: its own cookies, the fetcher's TLS settings."""
        import httpx

        with httpx.Client(
            verify=self._tls,
            timeout=self._timeout_s,
            trust_env=False,
            follow_redirects=False,
            headers={
                "User-Agent": self._user_agent,
                "Accept": "text/html,text/*;q=0.9,*/*;q=0.8",
                "Accept-Encoding": "identity, gzip;q=0.5",
            },
        ) as client:
            yield client

    def _trust(self) -> None:
        """Load the authorities to trust: only when TLS is used, for it takes 0.2 s."""
        import certifi

        if not self._trusts:
            self._tls.load_verify_locations(cafile=certifi.where())
            self._trusts = True

    def _walk(self, client: "httpx.Client", deadline: Deadline, so_far: Exchange) -> Exchange:
        for _ in range(self._max_hops + 1):
            problem = _unusable(so_far.uri)
            if problem:
                return replace(so_far, reason=problem)
            self._knock(so_far.uri)
            so_far, location = self._one(client, deadline, so_far)
            if location is None:
                return so_far
            hop = Hop(so_far.uri, so_far.status or 0, location)
            target = urldefrag(urljoin(so_far.uri, location)).url
            so_far = Exchange(so_far.requested, target, "failed", hops=(*so_far.hops, hop))
        return replace(
            so_far,
            reason=f"redirected {len(so_far.hops)} times without an end, last to {so_far.uri}",
        )

    def _knock(self, uri: str) -> None:
        """Make ready for a request, and write down to whom it goes."""
        parts = urlsplit(uri)
        if parts.scheme == "https":
            self._trust()
        self._log(parts.hostname or "", self._profile)

    def _one(
        self,
        client: "httpx.Client",
        deadline: Deadline,
        so_far: Exchange,
        posted: bytes | None = None,
        media_type: str = "",
    ) -> tuple[Exchange, str | None]:
        """Return the exchange after one request, and where it redirects to, if it does."""
        import httpx

        try:
            with client.stream(
                "GET" if posted is None else "POST",
                so_far.uri,
                content=posted,
                headers={} if posted is None else self._posting(media_type),
                extensions={"trace": deadline.watch},
            ) as response:
                answered = replace(so_far, **_observed(response))
                location = response.headers.get("location")
                if response.status_code in _REDIRECTS and location is not None:
                    return replace(answered, reason="redirected"), location
                return self._received(response, deadline, answered), None
        except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError) as error:
            return replace(so_far, reason=self._why(error, deadline)), None

    def _posting(self, media_type: str) -> dict[str, str]:
        given = {"Content-Type": media_type}
        return given | {"Authorization": f"Bearer {self._key}"} if self._key else given

    def _received(
        self, response: "httpx.Response", deadline: Deadline, answered: Exchange
    ) -> Exchange:
        """Return the exchange with its body, as far as it arrived."""
        import httpx

        raw = bytearray()
        reason = ""
        try:
            for chunk in response.iter_raw():
                raw += chunk
                if len(raw) > self._max_bytes:
                    return replace(answered, reason=self._too_large())
        except (httpx.HTTPError, OSError) as error:
            reason = self._cut_short(response, len(raw), error, deadline)
        if deadline.cut:  # a body that ends with its connection looks whole
            reason = f"timed out after {self._timeout_s:g} s and {len(raw):,} bytes"
        body, trouble = decoded(
            bytes(raw), response.headers.get("content-encoding", ""), self._max_bytes
        )
        if trouble == TOO_LARGE:
            trouble = self._too_large()
        kept = with_body(answered, bytes(raw), body)
        reason = reason or trouble
        if not 200 <= response.status_code < 300:
            return replace(kept, outcome="failed", reason=_answer(response.status_code))
        if response.status_code == HTTPStatus.PARTIAL_CONTENT:
            reason = reason or _answer(response.status_code)
        outcome: Outcome = "complete" if not reason else "partial" if body else "failed"
        return replace(kept, outcome=outcome, reason=reason)

    def _too_large(self) -> str:
        return (
            f"larger than the limit of {self._max_bytes:,} bytes;"
            " save the file, shorten it, and capture the file"
        )

    def _cut_short(
        self, response: "httpx.Response", received: int, error: Exception, deadline: Deadline
    ) -> str:
        promised = response.headers.get("content-length")
        if promised is None:
            return f"{self._why(error, deadline)}, after {received:,} bytes"
        return f"the server promised {promised} bytes and sent {received}"

    def _why(self, error: Exception, deadline: Deadline) -> str:
        """Return the reason of a failure in plain words."""
        import httpx

        if deadline.cut or isinstance(error, httpx.TimeoutException):
            return f"timed out after {self._timeout_s:g} s"
        for cause in _causes(error):
            if isinstance(cause, ssl.SSLError):
                return f"the TLS connection failed: {cause.reason or cause}"
            if isinstance(cause, socket.gaierror):
                return "the host name was not found"
            if isinstance(cause, ConnectionRefusedError):
                return "the server refused the connection"
        return f"the exchange broke off: {str(error) or type(error).__name__}"


def _unusable(uri: str) -> str:
    """Return why an address cannot be asked, or nothing."""
    try:
        parts = urlsplit(uri)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        return f"not an address: {error}"
    if parts.scheme not in {"http", "https"}:
        return f"only http and https addresses are fetched, not {parts.scheme or 'this'}:"
    return "" if host else "not an address: it names no host"


def is_private(uri: str) -> bool:
    """Return whether nobody on the way reads what is sent: TLS, or this machine itself."""
    parts = urlsplit(uri)
    if parts.scheme == "https" or parts.hostname == "localhost":  # RFC 6761, section 6.3
        return True
    try:
        return ip_address(parts.hostname or "").is_loopback
    except ValueError:
        return False


def _observed(response: "httpx.Response") -> dict[str, Any]:
    """Return what the answer's head and the connection say."""
    stream = response.extensions["network_stream"]
    peer = stream.get_extra_info("server_addr")
    tls = stream.get_extra_info("ssl_object")
    der = tls.getpeercert(binary_form=True) if tls is not None else None
    media_type, _, parameters = response.headers.get("content-type", "").partition(";")
    return {
        "status": response.status_code,
        "headers": tuple(
            (name.decode("latin-1"), value.decode("latin-1"))
            for name, value in response.headers.raw
        ),
        "media_type": media_type.strip().lower() or None,
        "charset": _charset(parameters),
        "peer": f"{peer[0]}:{peer[1]}" if peer else None,
        "certificate": digest(der) if der else None,
    }


def _charset(parameters: str) -> str | None:
    """Return the charset parameter of a media type (RFC 9110, section 8.3)."""
    for parameter in parameters.split(";"):
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            return value.strip().strip("\"'").lower() or None
    return None


def _answer(status: int) -> str:
    try:
        phrase = f" {HTTPStatus(status).phrase}"
    except ValueError:
        phrase = ""
    return f"the server answered {status}{phrase}"


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
