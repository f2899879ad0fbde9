"""Asking about a text passage by passage, within a budget, whatever the endpoint does.

A passage that was answered before is not asked about again. What goes wrong is data: a request
is sent again where the server asks for time (RFC 9110, section 10.2.3) or has failed, and after
two passages without an answer nothing more is asked. Whatever was answered until then is kept.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from provenance.assistance.passages import passages
from provenance.assistance.prompt import Asking
from provenance.assistance.reply import Reply, parsed
from provenance.model import Span
from provenance.model.record import Value
from provenance.network import Exchange

TRIES = 3
LONGEST_WAIT = 30.0  # seconds that a server may ask for
_GIVING_UP = 2  # passages in a row without an answer
_LATER = frozenset({429, 500, 502, 503, 504})

Kept = Mapping[tuple[int, int], str]
"""Bodies that were answered before, by passage."""


class Sender(Protocol):
    """Sends one request."""

    def __call__(self, body: bytes) -> Exchange:
        """Return the exchange; trouble is in its outcome, never raised."""
        ...


class Budget:
    """What may still be spent. A request is begun only where the most it can cost is left."""

    def __init__(self, requests: int, tokens: int) -> None:
        """Allow so many requests and tokens."""
        self.requests = requests
        self.tokens = tokens

    def allows(self, cost: int) -> bool:
        """Return whether one more request of at most this many tokens may be sent."""
        return self.requests > 0 and self.tokens >= cost


class Passage(Value):
    """One passage, and what was answered about it."""

    span: Span
    reply: Reply
    body: str


class Answered(Value):
    """What asking about a text came to; ``reason`` says why it is not complete."""

    passages: int
    answered: tuple[Passage, ...]
    sent: int
    charged: int
    reason: str

    @property
    def replies(self) -> Sequence[Reply]:
        """The replies in the order of the text."""
        return [each.reply for each in self.answered]

    def kept(self) -> bytes:
        """Return the answers in the form in which they are kept."""
        rows = [
            {"start": each.span.start, "end": each.span.end, "body": each.body}
            for each in self.answered
        ]
        return json.dumps({"passages": rows}, sort_keys=True, separators=(",", ":")).encode()


def kept_answers(blob: bytes) -> Kept:
    """Return what ``Answered.kept`` has written."""
    rows = json.loads(blob)["passages"]
    return {(row["start"], row["end"]): row["body"] for row in rows}


class Endpoint:
    """An endpoint during one run: its budget, and whether it is still asked."""

    def __init__(
        self, asking: Asking, send: Sender, budget: Budget, pause: Callable[[float], None]
    ) -> None:
        """Send what is asked through ``send``; ``pause`` waits so many seconds."""
        self.asking = asking
        self.closed = ""  # why nothing more is asked
        self._send = send
        self._budget = budget
        self._pause = pause
        self._failed = 0  # passages in a row
        self._sent = 0
        self._charged = 0

    def ask(self, text: str, kept: Kept | None = None) -> Answered:
        """Return what is answered about each passage of a text."""
        self._sent = self._charged = 0
        spans = passages(text)
        answered: list[Passage] = []
        reason = ""
        for span in spans:
            body = (kept or {}).get((span.start, span.end))
            reply = parsed(body.encode()) if body is not None else None
            if body is None and not self.closed:
                body, reply = self._asked(text[span.start : span.end])
            if body is not None and reply is not None and reply.content is not None:
                answered.append(Passage(span=span, reply=reply, body=body))
            else:
                reason = reason or (reply.trouble if reply else "") or self.closed
        return Answered(
            passages=len(spans),
            answered=tuple(answered),
            sent=self._sent,
            charged=self._charged,
            reason=reason,
        )

    def _asked(self, passage: str) -> tuple[str | None, Reply]:
        """Return the body and the reply of a passage that was not answered before."""
        body, trouble = self._exchanged(self.asking.body(passage))
        reply = parsed(body) if body is not None else Reply(content=None, trouble=trouble)
        self._failed = 0 if reply.content is not None else self._failed + 1
        if self._failed >= _GIVING_UP:
            self.closed = self.closed or reply.trouble
        if body is None or reply.content is None:
            return None, reply
        return body.decode(), reply

    def _exchanged(self, request: bytes) -> tuple[bytes | None, str]:
        """Return the body of an answer, or why there is none."""
        cost = len(request) + self.asking.max_tokens  # no token is shorter than a byte
        for attempt in range(TRIES):
            if not self._budget.allows(cost):
                self.closed = "the budget is spent"
                return None, self.closed
            exchange = self._send(request)
            self._charge(exchange, cost)
            if exchange.outcome == "complete" and exchange.body is not None:
                return exchange.body, ""
            wait = _wait(exchange, attempt)
            if wait is None or attempt == TRIES - 1:
                break
            self._pause(wait)
        return None, exchange.reason or "nothing was answered"

    def _charge(self, exchange: Exchange, cost: int) -> None:
        told = parsed(exchange.body).tokens if exchange.body is not None else None
        charged = cost if told is None else told
        if exchange.status is not None and exchange.outcome == "failed":
            charged = 0  # refused before a model read it
        self._sent += 1
        self._charged += charged
        self._budget.requests -= 1
        self._budget.tokens -= charged


def _wait(exchange: Exchange, attempt: int) -> float | None:
    """Return after how many seconds to ask again, or None where that is of no use."""
    if exchange.status not in _LATER:
        return None
    asked = next((v for name, v in exchange.headers if name.lower() == "retry-after"), "")
    if not asked.strip():
        return float(2**attempt)
    if not asked.strip().isdecimal() or len(asked) > 8:  # a date: no clock here
        return None
    wait = float(asked)
    return wait if wait <= LONGEST_WAIT else None
