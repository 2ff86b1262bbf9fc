"""Debian's web servers for tests: started with the very files of `deploy/`, on this machine only, ended by their id."""

import http.client
import os
import shutil
import socket
import subprocess
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.journeys.serving import Answer, free_port
from tests.journeys.waiting import wait_until
from tests.newsrooms import ROOT

DEPLOY = ROOT / "deploy"


def needs(*programs: str) -> pytest.MarkDecorator:
    """Skips where Debian's package is not installed, but never in CI."""
    missing = [name for name in programs if shutil.which(name, path=PATH) is None]
    return pytest.mark.skipif(
        bool(missing) and os.environ.get("CI") != "true", reason=f"Debian's {', '.join(missing)} is not installed"
    )


PATH = f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/bin"
"""Where Debian keeps servers, too: not every user has /usr/sbin in the path."""


def filled(name: str, values: Mapping[str, str]) -> str:
    """A file of `deploy/` with its placeholders filled. Each of them has to be there."""
    text = (DEPLOY / name).read_text(encoding="utf-8")
    for placeholder, value in values.items():
        assert placeholder in text, placeholder
        text = text.replace(placeholder, value)
    return text


@contextmanager
def started(*command: str | Path, port: int, folder: Path) -> Iterator["subprocess.Popen[bytes]"]:
    """That program, while the block runs, from the moment on at which it answers."""
    said = folder / "said.txt"
    environment = {**os.environ, "PATH": PATH, "HOME": str(folder)}
    with said.open("wb") as out, subprocess.Popen(
        [*map(str, command)], cwd=folder, stdin=subprocess.DEVNULL, stdout=out, stderr=out, env=environment
    ) as process:  # fmt: skip
        try:
            wait_until(lambda: answers(port) or process.poll() is not None, about=said.read_text)
            assert process.poll() is None, said.read_text()
            yield process
        finally:
            process.terminate()
            process.wait(30)


def answers(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def ask(port: int, path: str = "/ru/city/most/", method: str = "GET", **headers: str) -> Answer:
    """Ask for a path as it stands: nothing in it is tidied up on the way."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        connection.putrequest(method, path, skip_accept_encoding=True)
        for name, value in headers.items():
            connection.putheader(name.replace("_", "-"), value)
        connection.endheaders()
        response = connection.getresponse()
        return Answer(response.status, response.headers, response.read())
    finally:
        connection.close()


@dataclass
class Serve:
    """What stands in for `lingotype serve`: says what it was asked, and what a test wants it to say."""

    port: int
    status: int = 200
    body: bytes = b"from serve"
    headers: tuple[tuple[str, str], ...] = ()
    asked: int = 0
    waits: threading.Event | None = None
    """Set when a request has come whose answer, made already, waits for `goes_on`."""
    goes_on: threading.Event | None = None


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    serve: Serve

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing on standard error."""

    def do_GET(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.serve.asked += 1
        body = self.serve.body
        if self.serve.waits and self.serve.goes_on:
            self.serve.waits.set()
            self.serve.goes_on.wait(20)
        self.send_response(self.serve.status)
        for name, value in (("X-Asked", f"{self.command} {self.path}"), *self.serve.headers):
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    do_POST = do_HEAD = do_GET  # noqa: N815 - the library looks for these names


@contextmanager
def serving() -> Iterator[Serve]:
    """Such a stand-in, while the block runs."""
    serve = Serve(free_port())
    handler = type("Handler", (_Handler,), {"serve": serve})
    with ThreadingHTTPServer(("127.0.0.1", serve.port), handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield serve
        finally:
            server.shutdown()
            thread.join()
