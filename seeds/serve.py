"""A world over real HTTP on 127.0.0.1: the bytes of each document, unchanged.

``http://127.0.0.1:PORT/<host>/<path>`` leads to the document whose address is
``https://<host>/<path>``; links between documents of a world are root-relative in the same
form, so that they resolve. ``/`` lists all addresses, one link a line. A request whose Host
names an outlet of the world is answered for that outlet. Anything else is a 404.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer
from threading import Thread

from seeds.world import World

_ANY_PORT = ("127.0.0.1", 0)


@contextmanager
def served(world: World) -> Iterator[str]:
    """Serve a world on a free port until the block ends; yield its base address."""
    server = _Server(_ANY_PORT, _handler(world))
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def index(world: World) -> bytes:
    """Return the page at ``/``: a link to each document, in the order of the world."""
    lines = "\n".join(
        f'<li><a href="{escape(article.path)}">{escape(article.uri)}</a></li>'
        for article in world.articles
    )
    page = (
        f'<!DOCTYPE html>\n<meta charset="utf-8">\n<title>Documents</title>\n<ul>\n{lines}\n</ul>'
    )
    return f"{page}\n".encode()


class _Server(ThreadingHTTPServer):
    """A server that asks no name service and stays calm when a client goes away."""

    def server_bind(self) -> None:
        """Bind without looking up the machine's name, which can hang where there is no network."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = "127.0.0.1", self.server_address[1]

    def handle_error(self, request: object, client_address: object) -> None:
        """Let a client break off; anything else is reported as usual."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


def _handler(world: World) -> type[BaseHTTPRequestHandler]:
    found = {article.path: article for article in world.articles}
    listing = index(world)

    class Handler(BaseHTTPRequestHandler):
        """Answers GET and HEAD for one world."""

        protocol_version = "HTTP/1.1"
        timeout = 10  # seconds that an idle connection is kept
        server_version = "press"
        sys_version = ""

        def do_GET(self) -> None:
            """Send the document, the list of documents, or 404."""
            self._answer(with_body=True)

        def do_HEAD(self) -> None:
            """Send the same headers and no body."""
            self._answer(with_body=False)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - inherited name
            """Keep quiet: stderr belongs to whoever runs the server."""

        def _answer(self, *, with_body: bool) -> None:
            host = self.headers.get("Host", "").partition(":")[0]
            article = found.get(self.path) or found.get(f"/{host}{self.path}")
            if article is not None:
                self._send(HTTPStatus.OK, article.media_type, article.body, with_body=with_body)
            elif self.path == "/":
                self._send(HTTPStatus.OK, "text/html; charset=utf-8", listing, with_body=with_body)
            else:
                gone = b"There is no such document in this world.\n"
                self._send(
                    HTTPStatus.NOT_FOUND, "text/plain; charset=utf-8", gone, with_body=with_body
                )

        def _send(
            self, status: HTTPStatus, media_type: str, body: bytes, *, with_body: bool
        ) -> None:
            self.send_response(status)
            self.send_header("Content-Type", media_type)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            if with_body:
                self.wfile.write(body)

    return Handler
