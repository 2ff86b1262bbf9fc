"""Runs the web server and a worker as children: restarts what dies, ends all of them together.

It is run as a process that has imported nothing else (`python -m lingotype.config.supervisor`): what a command needs to
bring a newsroom up to date is 40 MB that nobody would use again.
"""

import contextlib
import ctypes
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from types import FrameType
from typing import NoReturn, TextIO

HOST = "127.0.0.1"
_STOP_SECONDS = 15.0
_RESTART_SECONDS = 1.0
_PR_SET_PDEATHSIG = 1  # linux/prctl.h


class PortTakenError(Exception):
    """Somebody else listens on that port. `str()` says what to do."""


@dataclass
class Child:
    """One process that has to run as long as the newsroom is served."""

    name: str
    command: list[str]
    process: "subprocess.Popen[bytes] | None" = None
    started_at: float = field(default=0.0)

    def start(self) -> None:
        """Start it in a process group of its own, so that one Ctrl-C reaches it only through us, once."""
        self.bury()
        self.process = subprocess.Popen(
            self.command, start_new_session=True, preexec_fn=_end_with_parent  # noqa: PLW1509 - no threads here
        )  # fmt: skip
        self.started_at = time.monotonic()

    def ended(self) -> bool:
        """Whether it runs no more."""
        return self.process is None or self.process.poll() is not None

    def stop(self) -> None:
        """Ask it to end."""
        if self.process is not None and not self.ended():
            self.process.send_signal(signal.SIGTERM)

    def wait(self, seconds: float) -> None:
        """Wait for its end; kill it when the time is up."""
        if self.process is None:
            return
        try:
            self.process.wait(max(0.1, seconds))
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.bury()

    def bury(self) -> None:
        """Kill what it has started itself and left behind: a web process that was killed leaves one that listens."""
        if self.process is not None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)


def _end_with_parent() -> None:
    # Runs in the child: Linux sends it a SIGTERM when we are killed outright and can tell it nothing any more.
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


def become_server(port: int, when_ready: str, stream: TextIO) -> NoReturn:
    """Go on as the process that serves on that port of this machine, under the same process number.

    `when_ready` is written to `stream`, standard output or error, once the server answers. It goes there through a
    pipe: it may hold a password, and everybody may read the words that a process was started with. Comes back only with
    a PortTakenError.
    """
    refuse_taken(port)
    inbox, outbox = os.pipe()
    os.write(outbox, when_ready.encode())
    os.close(outbox)
    os.set_inheritable(inbox, True)
    words = ["-m", __name__, str(port), str(inbox), str(stream.fileno())]
    sys.stdout.flush()
    sys.stderr.flush()
    os.execv(sys.executable, [sys.executable, *words])  # noqa: S606 - no shell is wanted


def serve(port: int, ready: Callable[[], object]) -> int:
    """Serve on that port of this machine until Ctrl-C, SIGTERM or SIGHUP. `ready` is called once it answers."""
    stopping = threading.Event()

    def stop(number: int, frame: FrameType | None) -> None:
        stopping.set()

    signal.signal(signal.SIGINT, stop)
    signal.signal(signal.SIGTERM, stop)
    if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:  # the terminal was closed; nohup has it ignored
        signal.signal(signal.SIGHUP, stop)
    children = [Child("web", _web(port)), Child("worker", [sys.executable, "-m", "lingotype", "worker", "--quiet"])]
    for child in children:
        child.start()
    try:
        if _answers(port, stopping):
            ready()
        _watch(children, stopping)
    finally:
        _stop(children)
    return 0


def main(port: int, inbox: int, outbox: int) -> int:
    """What `become_server` starts: the numbers are those of the pipe that says `when_ready`, and of its stream."""
    with open(inbox, "rb") as pipe:
        when_ready = pipe.read()
    return serve(port, lambda: os.write(outbox, when_ready))


def _web(port: int) -> list[str]:
    return [
        sys.executable, "-m", "granian", "--interface", "asginl", "--host", HOST, "--port", str(port), "--workers", "1",
        "--no-ws", "--log-level", "warning", "--respawn-failed-workers", "lingotype.config.asgi:application",
    ]  # fmt: skip


def refuse_taken(port: int) -> None:
    """Raise PortTakenError, if somebody listens there."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            raise PortTakenError(
                f"port {port} of {HOST} is not free ({os.strerror(error.errno or 0)}); choose another with --port N"
            ) from error


def _answers(port: int, stopping: threading.Event) -> bool:
    deadline = time.monotonic() + 60
    while not stopping.is_set() and time.monotonic() < deadline:
        with socket.socket() as probe:
            if probe.connect_ex((HOST, port)) == 0:
                return True
        stopping.wait(0.05)
    return False


def _watch(children: list[Child], stopping: threading.Event) -> None:
    while not stopping.wait(0.2):
        for child in children:
            if child.ended() and time.monotonic() - child.started_at > _RESTART_SECONDS:
                print(f"lingotype: the {child.name} ended and is started again", file=sys.stderr, flush=True)
                child.start()


def _stop(children: list[Child]) -> None:
    for child in children:
        child.stop()
    deadline = time.monotonic() + _STOP_SECONDS
    for child in children:
        child.wait(deadline - time.monotonic())


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
