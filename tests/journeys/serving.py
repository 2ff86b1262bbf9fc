"""A newsroom that is being served, seen from a browser's side and from the process table's."""

import http.client
import os
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.journeys.waiting import wait_until
from tests.newsrooms import Newsroom


@dataclass(frozen=True)
class Answer:
    """What a server answered."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


@dataclass
class Served:
    """A newsroom under `lingotype serve`."""

    newsroom: Newsroom
    process: "subprocess.Popen[bytes]"
    port: int

    def get(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """Ask for a path as it stands: nothing in it is tidied up on the way."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request(method, path, headers={name.replace("_", "-"): text for name, text in headers.items()})
            response = connection.getresponse()
            return Answer(response.status, response.headers, response.read())
        finally:
            connection.close()

    def answers(self, path: str) -> bool:
        """Whether there is such a page by now; a server that is just being started again has none."""
        try:
            return self.get(path).status == 200
        except ConnectionError:
            return False

    def said(self) -> str:
        """What the command has said so far."""
        return (self.newsroom.folder / "said.txt").read_text(encoding="utf-8")


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serving(newsroom: Newsroom) -> Iterator[Served]:
    """Serve until the block ends; whatever is left of it then is killed."""
    port = free_port()
    with newsroom.start("serve", "--port", str(port)) as process:
        served = Served(newsroom, process, port)
        try:
            wait_until(
                lambda: f"http://127.0.0.1:{port}" in served.said() or process.poll() is not None, about=served.said
            )
            assert process.poll() is None, served.said()
            yield served
        finally:
            family = [process.pid, *descendants(process.pid)]
            process.terminate()
            process.wait(60)
            for pid in filter(is_alive, family):
                os.kill(pid, 9)


def descendants(pid: int) -> list[int]:
    """The processes that a process has started, and those that they have."""
    parents = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            number, rest = stat.parent.name, stat.read_text(errors="replace").rpartition(")")[2].split()
        except OSError:  # it has just ended
            continue
        parents[int(number)] = int(rest[1])
    children = [number for number, parent in parents.items() if parent == pid]
    return [*children, *(grandchild for child in children for grandchild in descendants(child))]


def is_alive(pid: int) -> bool:
    """Whether there is such a process that is not merely waiting to be buried."""
    try:
        return Path(f"/proc/{pid}/stat").read_text(errors="replace").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def command_of(pid: int) -> str:
    """The words that a process was started with."""
    return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode()
