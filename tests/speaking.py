"""A local server that speaks as a language model's endpoint does: stdlib alone, on 127.0.0.1."""

import json
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Statements = list[dict[str, Any]]


@dataclass
class Said:
    """One answer as it goes over the wire; ``drip`` sends a byte now and then."""

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    drip: bool = False


@dataclass
class Speaker:
    """What a server answers, and what it was asked."""

    answer: Callable[[str], Said]  # from the passage
    url: str = ""
    asked: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)

    @property
    def passages(self) -> list[str]:
        """The passages that were sent."""
        found = [json.loads(each["messages"][-1]["content"]) for each in self.asked]
        return [each["passage"] for each in found]


def completion(content: str, **more: Any) -> Said:
    """Return an answer with this content, as chat completions have it."""
    body = {
        "model": "spoken-1-2026-02-01",
        "system_fingerprint": "fp_7",
        "choices": [{"index": 0, "message": {"role": "assistant", "content": content}}],
        "usage": {"prompt_tokens": 400, "completion_tokens": 100, "total_tokens": 500},
    }
    return Said(body=json.dumps(body | more).encode())


def statements(*given: dict[str, Any]) -> Said:
    """Return an answer that marks these statements."""
    return completion(json.dumps({"statements": given}))


def marked(quote: str, **more: Any) -> dict[str, Any]:
    """Return one statement as it is asked for."""
    empty = {"modality": "asserted", "cue": "", "source": "", "source_cue": ""}
    return {"quote": quote, "kind": "fact"} | empty | more


@contextmanager
def speaking(answer: Callable[[str], Said]) -> Iterator[Speaker]:
    """Serve answers until the end of the block."""
    speaker = Speaker(answer)
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(speaker))
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    speaker.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    try:
        yield speaker
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _handler(speaker: Speaker) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Say nothing."""

        def do_POST(self) -> None:
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            speaker.asked.append(asked)
            speaker.headers.append({k.lower(): v for k, v in self.headers.items()})
            said = speaker.answer(json.loads(asked["messages"][-1]["content"])["passage"])
            self.send_response_only(said.status)
            headers = {"Content-Type": "application/json", "Content-Length": str(len(said.body))}
            for name, value in (headers | dict(said.headers)).items():
                self.send_header(name, value)
            self.end_headers()
            with suppress(OSError):  # the other side had enough
                self._write(said)

        def _write(self, said: Said) -> None:
            if not said.drip:
                self.wfile.write(said.body)
                return
            for each in said.body:
                self.wfile.write(bytes([each]))
                self.wfile.flush()
                time.sleep(0.05)

    return Handler
