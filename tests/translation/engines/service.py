"""A service for tests: its protocol on a real socket, and every way in which a server goes wrong."""

import json
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, TypeVar


@dataclass
class Reply:
    """What the server says next instead of its answer."""

    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    cut_at: int | None = None
    """After so many bytes the connection is closed."""
    hangs: bool = False
    """Nothing is said until the test is over."""
    drips: bool = False
    """A byte at a time, endlessly."""


def says(document: object, status: int = 200, **headers: str) -> Reply:
    """A reply with that JSON."""
    return Reply(status, json.dumps(document).encode(), {k.replace("_", "-"): v for k, v in headers.items()})


@dataclass(frozen=True)
class Asked:
    """One request."""

    method: str
    path: str
    headers: Mapping[str, str]
    """By their names in lower case."""
    size: int
    """Bytes of the body."""
    body: Any


def read(content: bytes, kind: str) -> Any:
    """The body of a request: JSON, or the text of a file."""
    if not content:
        return None
    return json.loads(content) if "json" in kind else content.decode("utf-8", "replace")


class ServiceServer(ThreadingHTTPServer):
    """Says what `replies` hold, one a request, and answers as the service does when they are used up."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.replies: list[Reply] = []
        self.asked: list[Asked] = []
        self.over = threading.Event()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is what some tests are about."""

    def answer(self, asked: Asked) -> Reply:
        """The service's answer."""
        raise NotImplementedError


class Handler(BaseHTTPRequestHandler):
    """One request."""

    protocol_version = "HTTP/1.1"
    server: ServiceServer

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing on standard error."""

    def do_GET(self) -> None:
        content = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        headers = {name.lower(): value for name, value in self.headers.items()}
        asked = Asked(self.command, self.path, headers, len(content), read(content, headers.get("content-type", "")))
        self.server.asked.append(asked)
        self.say(self.server.replies.pop(0) if self.server.replies else self.server.answer(asked))

    do_POST = do_PUT = do_HEAD = do_DELETE = do_PURGE = do_GET  # noqa: N815 - the library looks for these names

    def say(self, reply: Reply) -> None:
        self.close_connection = True
        if reply.hangs:
            self.server.over.wait()
            return
        self.send_response(reply.status)
        self.send_header("Content-Type", "application/json")
        for name, value in reply.headers.items():
            self.send_header(name, value)
        if reply.drips:
            self.end_headers()
            while not self.server.over.wait(0.02):
                self.wfile.write(b" ")
            return
        self.send_header("Content-Length", str(len(reply.body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(reply.body[: reply.cut_at])


Server = TypeVar("Server", bound=ServiceServer)


@contextmanager
def running(server: Server) -> Iterator[Server]:
    """That server, while the block runs."""
    with server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield server
        finally:
            server.over.set()
            server.shutdown()
            thread.join()


def upper(html: str) -> str:
    """Capitals, but not in tags and entities."""
    parts = html.replace("<", "\0<").replace(">", ">\0").replace("&", "\0&").replace(";", ";\0").split("\0")
    return "".join(part if part.startswith(("<", "&")) else part.upper() for part in parts)
