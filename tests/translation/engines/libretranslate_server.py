"""A LibreTranslate server for tests: the real protocol on a real socket, and every way in which it goes wrong."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import unescape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

LANGUAGES = {"en": "English", "es": "Spanish", "ru": "Russian"}


@dataclass
class Reply:
    """What the server says next instead of a translation."""

    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    cut_at: int | None = None
    """After so many bytes the connection is closed."""
    hangs: bool = False
    """Nothing is said until the test is over."""
    drips: bool = False
    """A byte at a time, endlessly."""


def error(status: int, message: str, **headers: str) -> Reply:
    """An error as LibreTranslate words it."""
    return Reply(status, json.dumps({"error": message}).encode(), {k.replace("_", "-"): v for k, v in headers.items()})


def texts(*translated: object) -> Reply:
    """An answer with these texts, whatever was asked."""
    return Reply(body=json.dumps({"translatedText": list(translated)}).encode())


class LibreTranslateServer(ThreadingHTTPServer):
    """Says what `replies` hold, one a request, and translates into capitals when they are used up."""

    daemon_threads = True

    def __init__(self, key: str = "") -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.key = key
        self.replies: list[Reply] = []
        self.requests: list[dict[str, Any]] = []
        self.over = threading.Event()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is what some tests are about."""

    def translation(self, asked: dict[str, Any]) -> Reply:
        """The real server's answer: its checks, in its order."""
        if self.key and not asked.get("api_key"):
            return error(400, "Please contact the server operator to get an API key")
        if self.key and asked["api_key"] != self.key:
            return error(403, "Invalid API key")
        for name in ("q", "source", "target"):
            if not asked.get(name):
                return error(400, f"Invalid request: missing {name} parameter")
        if asked["source"] not in LANGUAGES:
            return error(400, f"{{'confidence': 100.0, 'language': '{asked['source']}'}} is not supported")
        if asked["target"] not in LANGUAGES:
            return error(400, f"{asked['target']} is not supported")
        return texts(*(unescape(upper(text)) for text in asked["q"]))


def upper(html: str) -> str:
    """Capitals, but not in tags and entities."""
    parts = html.replace("<", "\0<").replace(">", ">\0").replace("&", "\0&").replace(";", ";\0").split("\0")
    return "".join(part if part.startswith(("<", "&")) else part.upper() for part in parts)


class Handler(BaseHTTPRequestHandler):
    """One request."""

    protocol_version = "HTTP/1.1"
    server: LibreTranslateServer

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing on standard error."""

    def do_GET(self) -> None:
        offered = [{"code": code, "name": name, "targets": sorted(LANGUAGES)} for code, name in LANGUAGES.items()]
        languages = Reply(body=json.dumps(offered).encode())
        self.say(self.server.replies.pop(0) if self.server.replies else languages)

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.requests.append({"path": self.path, **asked})
        self.say(self.server.replies.pop(0) if self.server.replies else self.server.translation(asked))

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
        self.wfile.write(reply.body[: reply.cut_at])


@contextmanager
def serving(key: str = "") -> Iterator[LibreTranslateServer]:
    """A server on a free port, while the block runs."""
    with LibreTranslateServer(key) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield server
        finally:
            server.over.set()
            server.shutdown()
            thread.join()
