"""A web server of a test's own, and the rules under which a worker may reach it and nothing else."""

import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from lingotype.importing.source_page.fetching import Rules

Answer = Callable[[BaseHTTPRequestHandler], None]


class Site:
    """Pages by their path, and what was asked for."""

    def __init__(self, server: ThreadingHTTPServer) -> None:
        self.port = server.server_port
        self.pages: dict[str, Answer] = {}
        self.asked: list[BaseHTTPRequestHandler] = []

    def url(self, path: str, host: str = "news.example") -> str:
        return f"http://{host}:{self.port}{path}"

    def page(self, path: str, body: bytes, *, status: int = 200, **headers: str) -> str:
        def answer(request: BaseHTTPRequestHandler) -> None:
            request.send_response(status)
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            for name, value in {"Content-Type": "text/html; charset=utf-8", **named}.items():
                request.send_header(name, value)
            request.end_headers()
            request.wfile.write(body)

        return self.answers(path, answer)

    def answers(self, path: str, answer: Answer) -> str:
        self.pages[path] = answer
        return self.url(path)


@pytest.fixture
def site() -> Iterator[Site]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found.asked.append(self)
            answer = found.pages.get(self.path)
            if answer is None:
                self.send_error(404)
                return
            with suppress(BrokenPipeError, ConnectionResetError):
                answer(self)

        def log_message(self, *_words: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.handle_error = lambda *_: None
    found = Site(server)
    threading.Thread(target=lambda: server.serve_forever(0.02), daemon=True).start()
    yield found
    server.shutdown()
    server.server_close()


@pytest.fixture
def rules(site: Site) -> Rules:
    """Every name leads to the test's own server; nothing but that is allowed."""
    return Rules(
        resolve=lambda _host, _port, _seconds: ["127.0.0.1"],
        allow=lambda ip, port: (str(ip), port) == ("127.0.0.1", site.port),
        seconds=5,
    )
