"""A chore in a thread of its own beside a worker: what takes minutes keeps no translation waiting."""

import logging
import threading
from collections.abc import Callable

from django.db import connection

log = logging.getLogger(__name__)


class Beside:
    """Does one thing at a time.

    A worker that ends takes the thread with it: what is done must be kept bit by bit, under a lease that runs out.
    """

    def __init__(self, name: str, is_due: Callable[[], bool], do: Callable[[], object]) -> None:
        """`name` is the thread's, and the log's."""
        self._name = name
        self._is_due = is_due
        self._do = do
        self._thread: threading.Thread | None = None

    def __call__(self) -> bool:
        """Begin, if anything is due and nothing is being done. Returns whether it has begun."""
        if (self._thread is not None and self._thread.is_alive()) or not self._is_due():
            return False
        self._thread = threading.Thread(target=self._work, name=self._name, daemon=True)
        self._thread.start()
        return True

    def _work(self) -> None:
        try:
            self._do()
        except Exception as error:  # noqa: BLE001 - it is tried again when its lease is over
            log.error("%s: interrupted (%s: %s)", self._name, type(error).__name__, error)
        finally:
            connection.close()
