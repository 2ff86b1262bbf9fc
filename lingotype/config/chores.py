"""What a worker does beside translating."""

import time
from datetime import date
from pathlib import Path

from django.conf import settings

import lingotype
from lingotype.channels.feeds import feed_addresses
from lingotype.delivery.fullness import Looker, want_everything
from lingotype.delivery.rendering import render_some
from lingotype.delivery.stale import settle
from lingotype.newsroom.pictures import prepare_one_picture
from lingotype.translation.names import draft_one_name

_PARTS = ("channels", "config", "delivery", "language", "newsroom", "theme")
"""The packages that make what readers see."""
_EVERY_SECONDS = 60.0


class KeepFull:
    """A chore: everything public stands in the store. Looks at the whole at the start, and now and then at a part."""

    __name__ = "keep_full"

    def __init__(self) -> None:
        self._next = 0.0
        self._looker = Looker()

    def __call__(self) -> bool:
        """Look, if it is time. Returns whether anything was missing."""
        if time.monotonic() < self._next:
            return False
        self._next = time.monotonic() + _EVERY_SECONDS
        want_everything(feed_addresses(), appearance())
        return self._looker.look()


def appearance() -> str:
    """Everything that stands on every page and is no row of the database: the program, the settings, the year."""
    package = Path(lingotype.__file__).parent
    files = [file for part in _PARTS for file in sorted((package / part).rglob("*")) if file.is_file()]
    states = [(file.name, stat.st_size, stat.st_mtime_ns) for file in files if (stat := file.stat())]
    newsroom = settings.LINGOTYPE
    told = (newsroom.site_name, newsroom.site_url, newsroom.languages, newsroom.readers, newsroom.time_zone)
    return repr((told, sorted(newsroom.engines.items(), key=str), date.today().year, states))  # noqa: DTZ011


FIRST = (settle, render_some)
"""What readers wait for comes before any translation."""
CHORES = (KeepFull(), prepare_one_picture, draft_one_name)
