"""A child process that can neither hang, nor flood, nor leave anything running."""

import os
import selectors
import signal
import subprocess
import time
from contextlib import suppress
from tempfile import TemporaryFile
from typing import IO

CHUNK = 65_536
ENVIRONMENT = {"LC_ALL": "C.UTF-8", "LANG": "C.UTF-8", "PATH": os.defpath}
"""Apertium reads its locale; nothing else of ours, secrets least of all, is the pipeline's business."""


_KILLED = frozenset({-signal.SIGKILL, -signal.SIGTERM, 128 + signal.SIGKILL, 128 + signal.SIGTERM})
"""How a pipeline ends that somebody else has ended: for want of memory, or with the machine."""


class ChildError(Exception):
    """The child failed; `retryable` when it may do better next time."""

    def __init__(self, message: str, *, retryable: bool = False) -> None:
        super().__init__(message)
        self.retryable = retryable


def run(command: str, data: bytes, *, seconds: float, at_most: int) -> bytes:
    """What a shell pipeline makes of the data. Every stage must succeed, within that time and size, or `ChildError`."""
    with TemporaryFile() as stdin, TemporaryFile() as stderr:
        stdin.write(data)
        stdin.seek(0)
        child = subprocess.Popen(
            ["bash", "-o", "pipefail", "-c", command],
            stdin=stdin,
            stdout=subprocess.PIPE,
            stderr=stderr,
            env={**ENVIRONMENT, "PATH": os.environ.get("PATH", os.defpath)},
            start_new_session=True,
        )
        try:
            answer = _read(child, deadline=time.monotonic() + seconds, at_most=at_most)
            status = child.wait(timeout=seconds)
        except TimeoutError as error:
            raise ChildError(f"no answer within {seconds:g} s", retryable=True) from error
        finally:
            _kill_group(child)
        if status:
            message = f"the pipeline failed with status {status}{_last_words(stderr)}"
            raise ChildError(message, retryable=status in _KILLED)
        return answer


def _read(child: subprocess.Popen[bytes], *, deadline: float, at_most: int) -> bytes:
    assert child.stdout is not None
    answer = bytearray()
    with selectors.DefaultSelector() as selector:
        selector.register(child.stdout, selectors.EVENT_READ)
        while True:
            left = deadline - time.monotonic()
            if left <= 0 or not selector.select(left):
                raise TimeoutError
            chunk = os.read(child.stdout.fileno(), CHUNK)
            if not chunk:
                return bytes(answer)
            answer += chunk
            if len(answer) > at_most:
                raise ChildError(f"the answer is longer than {at_most} bytes")


def _kill_group(child: subprocess.Popen[bytes]) -> None:
    """End whatever of the pipeline still runs: its stages are one process group."""
    with suppress(ProcessLookupError):
        os.killpg(child.pid, signal.SIGKILL)
    child.wait()
    if child.stdout is not None:
        child.stdout.close()


def _last_words(stderr: IO[bytes]) -> str:
    stderr.seek(0)
    lines = stderr.read(CHUNK).decode("utf-8", "replace").strip().splitlines()
    return f": {lines[-1][:200]}" if lines else ""
