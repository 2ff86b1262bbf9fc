"""A server that all processes of a run share: whoever needs it first starts it, and the end of the run ends it."""

import contextlib
import json
import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.migrated import shared

_LONGEST_SECONDS = 30


def leave_on(process: "subprocess.Popen[bytes]", file: Path, **about: str) -> None:
    """Write down a process that may go on until the run ends."""
    process.returncode = 0  # or Python complains that it was forgotten while it runs
    file.write_text(json.dumps({"pid": process.pid, **about}), encoding="utf-8")


def note(factory: pytest.TempPathFactory) -> Path:
    """Where it is written down, as JSON with at least `pid`."""
    return shared(factory) / "running.json"


def end(factory: pytest.TempPathFactory) -> None:
    """End it as Ctrl-C does, if it was started, and whoever it started with it."""
    if not note(factory).exists():
        return
    pid = json.loads(note(factory).read_text(encoding="utf-8"))["pid"]
    until = time.monotonic() + _LONGEST_SECONDS
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGINT)
        while _is_there(pid):
            assert time.monotonic() < until, f"process {pid} does not end"
            time.sleep(0.1)


def _is_there(pid: int) -> bool:
    with contextlib.suppress(ChildProcessError):  # where another process of the run has started it
        return os.waitpid(pid, os.WNOHANG) == (0, 0)
    os.kill(pid, 0)
    return True
