"""One deadline for a whole exchange: a timer cuts the connection, in every phase of it."""

import socket
import threading
from collections.abc import Mapping
from contextlib import suppress
from typing import Any


class Deadline:
    """Cuts the connection when the time is up.

    A time limit of one read does not bound a server that sends a byte now and then; a second
    handle on the same connection, shut down from a timer, does, in every phase of it.
    """

    def __init__(self, seconds: float) -> None:
        """Cut after so many seconds; the clock runs from ``with``."""
        self._timer = threading.Timer(seconds, self._cut)
        self._timer.daemon = True
        self._lock = threading.Lock()
        self._handle: socket.socket | None = None
        self.cut = False

    def __enter__(self) -> "Deadline":
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        self._hold(None)

    def watch(self, event: str, info: Mapping[str, Any]) -> None:
        """Take hold of each new connection (httpcore's trace extension)."""
        if event == "connection.connect_tcp.complete":
            self._hold(info["return_value"].get_extra_info("socket").dup())

    def _hold(self, handle: socket.socket | None) -> None:
        with self._lock:
            if self._handle is not None:
                self._handle.close()
            self._handle = handle
        if handle is not None and self.cut:
            self._cut()

    def _cut(self) -> None:
        with self._lock:
            self.cut = True
            if self._handle is not None:
                with suppress(OSError):  # the other side was faster
                    self._handle.shutdown(socket.SHUT_RDWR)
