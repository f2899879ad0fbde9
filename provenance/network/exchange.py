"""One exchange with the network, whatever became of it, and the protocols of those who make one."""

from dataclasses import dataclass
from typing import Literal, Protocol

Outcome = Literal["complete", "partial", "failed"]
Profile = Literal["evidence", "service", "language model"]


@dataclass(frozen=True, slots=True)
class Hop:
    """One redirect that was followed."""

    uri: str
    status: int
    location: str


@dataclass(frozen=True, slots=True)
class Exchange:
    """One exchange with the network, whatever became of it.

    ``headers`` keep order, case and repeats. ``body`` is the payload after content decoding;
    ``sent`` is the body as sent and ``transfer`` its digest, where the two differ.
    """

    requested: str
    uri: str
    outcome: Outcome
    reason: str = ""
    status: int | None = None
    hops: tuple[Hop, ...] = ()
    headers: tuple[tuple[str, str], ...] = ()
    media_type: str | None = None
    charset: str | None = None
    body: bytes | None = None
    sent: bytes | None = None
    transfer: str | None = None
    peer: str | None = None
    certificate: str | None = None  # digest of the server's certificate, DER


class Fetcher(Protocol):
    """Gets what an address answers."""

    def fetch(self, uri: str) -> Exchange:
        """Return the exchange; trouble is in its outcome, never raised."""
        ...


class Service(Fetcher, Protocol):
    """Asks a service for something, and gets what it names."""

    def ask(self, uri: str, body: bytes, media_type: str) -> Exchange:
        """Return the exchange after posting a body; trouble is in its outcome, never raised."""
        ...
