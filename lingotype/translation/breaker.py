"""Circuit breakers: an engine that keeps failing is left alone for a while, so that nobody waits for its next failure.

They live in one process: every worker finds out for itself, which costs each a few calls and needs no table.
"""

import threading
import time
from collections.abc import Callable


class Breaker:
    """Counts the failures of one engine that may pass. After a few in a row the engine is passed over for a pause.

    Then one call, the probe, may ask it: if that fails, too, the pause doubles up to the longest one; a success ends
    all of it. Safe between threads.
    """

    def __init__(
        self,
        *,
        failures: int = 3,
        first_pause: float = 15,
        longest_pause: float = 120,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """The longest pause is shorter than the last one between a job's tries, so that each job gets a probe."""
        self._most = failures
        self._first_pause = first_pause
        self._longest_pause = longest_pause
        self._clock = clock
        self._lock = threading.Lock()
        self.why = ""
        """What the last failure said."""
        self._failures = 0
        self._pause = 0.0
        self._until = float("-inf")
        self._is_probing = False

    @property
    def seconds_left(self) -> float:
        """For how long the engine is still passed over; 0 when it may be asked."""
        return max(0.0, self._until - self._clock())

    @property
    def is_open(self) -> bool:
        """Whether the last word about the engine is that it fails."""
        return self._pause > 0

    def may_ask(self) -> bool:
        """Whether to ask the engine now. Whoever is told so when a pause is over makes the probe, alone.

        A probe that never reports back is forgotten after another pause.
        """
        with self._lock:
            if self.seconds_left:
                return False
            if self.is_open:
                self._until = self._clock() + self._pause
                self._is_probing = True
            return True

    def succeeded(self) -> None:
        """The engine has answered."""
        with self._lock:
            self._start_again()

    def failed(self, why: str) -> None:
        """The engine has failed in a way that may pass."""
        with self._lock:
            self._failures += 1
            self.why = why
            if self.is_open and not self._is_probing:
                return  # a call that began before the pause did
            if self._failures >= self._most:
                self._pause = min(self._pause * 2 or self._first_pause, self._longest_pause)
                self._until = self._clock() + self._pause
                self._is_probing = False

    def learned_nothing(self) -> None:
        """The call ended without saying whether the engine is up: refused for itself, or never sent."""
        with self._lock:
            if self._is_probing:
                self._until = self._clock()
                self._is_probing = False

    def _start_again(self) -> None:
        self.why = ""
        self._failures = 0
        self._pause = 0.0
        self._until = float("-inf")
        self._is_probing = False
