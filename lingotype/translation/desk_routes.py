"""The orders of engines that the desk has chosen, as this process knows them.

Every process keeps them in memory, so that no job asks the database for them: a worker looks again between its jobs, a
web server while it answers, each at most once in `READ_AGAIN_SECONDS`.
"""

import time
from collections.abc import Callable, Mapping

from lingotype.translation.in_request import is_in_request
from lingotype.translation.models import DeskRoute
from lingotype.translation.pairs import LanguagePair

READ_AGAIN_SECONDS = 2.0
READ_ANYHOW_SECONDS = 30.0
"""So often also where nobody seems to have written."""


class Orders:
    """What was read last. Threads may share it: a whole table is put in the place of the old one."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self.forget()

    def forget(self) -> None:
        """See the functions below."""
        self._known: Mapping[LanguagePair, tuple[str, ...]] | None = None
        self._read_at = float("-inf")
        self._news: int | None = None

    def of(self, pair: LanguagePair) -> tuple[str, ...]:
        """The names of that pair; a query the first time, and now and then inside a request."""
        if self._known is None or (is_in_request() and self._age() > READ_AGAIN_SECONDS):
            self.read()
        return (self._known or {}).get(pair, ())

    def keep_fresh(self, news: int | None) -> None:
        """One query, if it is time and somebody has written."""
        if self._age() < READ_AGAIN_SECONDS:
            return
        if news is None or news != self._news or self._age() > READ_ANYHOW_SECONDS:
            self.read()
            self._news = news

    def read(self) -> None:
        """One query."""
        rows = DeskRoute.objects.values_list("source", "target", "engines")
        self._known = {LanguagePair(source, target): tuple(engines) for source, target, engines in rows}
        self._read_at = self._clock()

    def _age(self) -> float:
        return self._clock() - self._read_at


_orders = Orders()


def order_of(pair: LanguagePair) -> tuple[str, ...]:
    """The names that the desk has put in order for this pair; empty where it goes by the settings file."""
    return _orders.of(pair)


def keep_fresh(news: int | None = None) -> None:
    """Read them again if it is time. `news` is `news.version()` of this thread: while it stays, nobody has written."""
    _orders.keep_fresh(news)


def read_again() -> None:
    """Read them now, whatever the time: whoever has changed one sees it at once."""
    _orders.read()


def forget() -> None:
    """Know nothing any more: the database is another one."""
    _orders.forget()
