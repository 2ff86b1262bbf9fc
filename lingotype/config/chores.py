"""What a worker does beside translating."""

import time

from lingotype.config.full_store import KeepFull
from lingotype.delivery.rendering import grow_old, make_fresh
from lingotype.importing.originals.beside import work_beside
from lingotype.newsroom.pictures import make_first_size, make_one_size
from lingotype.translation.names import draft_one_name
from lingotype.translation.near.keys import index_some_texts
from lingotype.translation.worker import Chore

CHORES = (KeepFull(), work_beside, make_one_size, draft_one_name, index_some_texts)


class Seldom:
    """A chore that is left alone for a while after it has found nothing: a worker looks ten times a second."""

    def __init__(self, chore: Chore, seconds: float) -> None:
        self._chore = chore
        self._seconds = seconds
        self._next = 0.0

    def __call__(self) -> bool:
        """Do it, if it is time. Returns whether there was anything."""
        now = time.monotonic()
        if now < self._next:
            return False
        was_busy = bool(self._chore())
        if not was_busy:
            self._next = now + self._seconds
        return was_busy


_first_size, _grow_old = Seldom(make_first_size, 0.5), Seldom(grow_old, 1.0)


def make_what_readers_wait_for(is_busy: bool) -> bool:
    """A small piece of it, also while jobs wait: the first size of a new picture, and pages. Says whether it did."""
    was_picture = _first_size()
    _grow_old()
    return make_fresh(is_busy) or was_picture
