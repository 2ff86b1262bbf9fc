"""Waiting for what other processes do."""

import time
from collections.abc import Callable


def wait_until(true: Callable[[], object], about: Callable[[], object] = str, seconds: float = 180) -> None:
    """Look until it is so. The limit only ends a test that hangs; `about` says then how things stand."""
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, about()
        time.sleep(0.02)
