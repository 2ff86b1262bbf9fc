"""`lingotype serve`: one command that runs a newsroom, mends what dies, and leaves nothing behind."""

import os
import signal
import socket

import pytest

from tests.commands.articles import ENGLISH
from tests.journeys.serving import Served, command_of, descendants, is_alive, serving
from tests.journeys.waiting import wait_until
from tests.newsrooms import Newsroom

SPANISH = "/es/city/es-the-ferry-is-late/"


def child_of(served: Served, words: str) -> int:
    """The process that the server has started with these words."""
    found: list[int] = []
    wait_until(
        lambda: found.extend(pid for pid in descendants(served.process.pid) if words in command_of(pid)) or found
    )
    return found[0]


def test_what_is_published_meanwhile_appears_whatever_dies(paper: Newsroom) -> None:
    with serving(paper) as served:
        assert served.get(SPANISH).status == 404
        dead = {words: child_of(served, words) for words in ("granian", "lingotype worker")}
        orphans = descendants(dead["granian"])
        for pid in dead.values():
            os.kill(pid, signal.SIGKILL)
        assert paper.run("publish", paper.write("a.md", ENGLISH)).status == 0
        wait_until(lambda: served.answers(SPANISH), about=served.said)
        assert "[es] THE FERRY IS LATE" in served.get(SPANISH).text
        assert not any(child_of(served, words) == pid for words, pid in dead.items())
        assert not any(map(is_alive, orphans))
        assert "lingotype: the worker ended and is started again" in served.said()
        assert "lingotype: the web ended and is started again" in served.said()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_one_signal_ends_everything(paper: Newsroom, number: int) -> None:
    with serving(paper) as served:
        child_of(served, "lingotype worker")
        family = [served.process.pid, *descendants(served.process.pid)]
        assert len(family) >= 3
        served.process.send_signal(number)
        assert served.process.wait(60) == 0
        assert [pid for pid in family if is_alive(pid)] == []
        with pytest.raises(ConnectionRefusedError):
            served.get("/en/")
        assert "Traceback" not in served.said()


def test_nothing_outlives_a_server_that_is_killed(paper: Newsroom) -> None:
    with serving(paper) as served:
        child_of(served, "lingotype worker")
        family = descendants(served.process.pid)
        served.process.kill()
        wait_until(lambda: not any(map(is_alive, family)), about=lambda: [command_of(pid) for pid in family])


def test_a_port_that_is_taken_is_said_in_one_line(paper: Newsroom) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        refusal = paper.run("serve", "--port", str(port)).refusal
    assert refusal.startswith(f"lingotype: port {port} of 127.0.0.1 is not free")
    assert "choose another with --port N" in refusal


@pytest.mark.parametrize("port", ["0", "65536", "-1"])
def test_a_port_that_is_none_is_refused(paper: Newsroom, port: str) -> None:
    assert f"{port} is not a port" in paper.run("serve", f"--port={port}").refusal
