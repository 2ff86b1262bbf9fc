"""That everything public stands in the page store, and all of it anew when what stands on every page is another."""

import time
from pathlib import Path

from django.conf import settings
from django.utils import timezone

import lingotype
from lingotype.channels.addresses import channel_addresses
from lingotype.delivery.fullness import Looker, want_everything
from lingotype.delivery.stores import installed

_PARTS = ("channels", "config", "delivery", "language", "newsroom", "theme")
"""The packages that make what readers see."""
_LOOK_SECONDS, _WHOLE_SECONDS = 60.0, 3600.0


class KeepFull:
    """A chore: everything public stands in the store. Looks at the whole at the start, and now and then at a part."""

    __name__ = "keep_full"

    def __init__(self) -> None:
        self._next_look = self._next_whole = 0.0
        self._looker = Looker()

    def __call__(self) -> bool:
        """Look, if it is time. Returns whether anything was missing."""
        now = time.monotonic()
        if now < self._next_look:
            return False
        if now >= self._next_whole:
            want_everything(channel_addresses(timezone.now()), appearance())
            installed.store().sweep()
            self._next_whole = now + _WHOLE_SECONDS
        was_missing = self._looker.look()
        if not was_missing:
            self._next_look = now + _LOOK_SECONDS
        return was_missing


def appearance(package: Path = Path(lingotype.__file__).parent) -> str:
    """Everything that stands on every page and is no row of the database: the program, the settings, the year."""
    found = (file for part in _PARTS for file in (package / part).rglob("*"))
    # What Python compiles comes and goes, and is made of the rest.
    files = sorted(file for file in found if file.is_file() and file.parent.name != "__pycache__")
    states = [(str(file.relative_to(package)), (stat := file.stat()).st_size, stat.st_mtime_ns) for file in files]
    newsroom = settings.LINGOTYPE
    told = (newsroom.site_name, newsroom.site_url, newsroom.languages, newsroom.readers, newsroom.time_zone)
    return repr((told, sorted(newsroom.engines.items(), key=str), timezone.localdate().year, states))
