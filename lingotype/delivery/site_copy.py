"""Pages of this site, asked for as a reader would, kept as files; what they lead to here is asked for as well."""

import sys
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

from django.conf import settings
from django.core.signals import got_request_exception
from django.http import HttpResponseBase
from django.urls import reverse
from django.utils.html import escape

from lingotype.delivery.asking import asking
from lingotype.delivery.links import links_in, own_path
from lingotype.delivery.not_found import not_found_addresses
from lingotype.delivery.static_copy import served_at
from lingotype.delivery.stores.base import place

Tell = Callable[[int, int], object]
"""Is told after every page how many are done, and how many are known so far."""

_MOVED = """\
<!doctype html>
<meta charset="utf-8">
<title>{0}</title>
<meta http-equiv="refresh" content="0; url={0}">
<link rel="canonical" href="{0}">
<a href="{0}">{0}</a>
"""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that the copy lacks."""

    address: str
    what: str
    linked_from: str = ""
    """A page that leads there; empty for what the newsroom itself says is public."""


@dataclass(slots=True)
class Report:
    """What was copied, in numbers, and what could not be."""

    pages: int = 0
    channels: int = 0
    """Feeds, maps, robots.txt."""
    redirects: int = 0
    media: int = 0
    theme: int = 0
    errors: list[Problem] = field(default_factory=list)
    """Public pages that did not answer, pictures that are not there."""
    broken_links: list[Problem] = field(default_factory=list)
    """Links that lead readers of the site itself to nothing, too."""


class SiteCopy:
    """Files below `folder`, one for every path that was asked for."""

    def __init__(self, folder: Path, addresses: Iterable[str]) -> None:
        self.report = Report()
        self.media: dict[str, str] = {}
        """The files that pages show, by name in the storage, each with a page that does."""
        self._folder = folder
        self._public = dict.fromkeys(addresses)
        self._not_found = not_found_addresses()
        self._queue = deque((path, "") for path in (*self._public, *self._not_found))
        self._known = {"/", *self._public, *self._not_found}
        self._ask = asking()
        self._reason = ""

    def take_pages(self, tell: Tell) -> None:
        """Ask for every address and everything that the answers lead to."""
        got_request_exception.connect(self._remember_why)
        try:
            while self._queue:
                path, linked_from = self._queue.popleft()
                self._take(path, linked_from)
                tell(len(self._known) - 1 - len(self._queue), len(self._known) - 1)
        finally:
            got_request_exception.disconnect(self._remember_why)

    def write(self, path: str, body: bytes) -> None:
        """Keep what is served at that path."""
        try:
            file = self._folder / place(path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(body)
        except (ValueError, FileExistsError, IsADirectoryError, NotADirectoryError):
            self.report.errors.append(Problem(path, "cannot be the name of a file"))

    def _take(self, path: str, linked_from: str) -> None:
        response = self._ask(served_at(path))
        status = response.status_code
        if status == (404 if path in self._not_found else 200):
            self._keep(path, response)
        elif response.has_header("Location"):
            self._lead_on(path, response["Location"])
        else:
            is_only_linked = path not in self._public and status < 500
            problems = self.report.broken_links if is_only_linked else self.report.errors
            problems.append(Problem(path, f"answers {status}{self._reason if status >= 500 else ''}", linked_from))

    def _remember_why(self, **_: object) -> None:
        error = sys.exc_info()[1]
        self._reason = f" ({type(error).__name__}: {' '.join(str(error).split())})"

    def _keep(self, path: str, response: HttpResponseBase) -> None:
        body: bytes = response.getvalue()
        self.write(path, body)
        if not response["Content-Type"].startswith("text/html"):
            self.report.channels += 1
            return
        self.report.pages += path not in self._not_found
        for link in links_in(body.decode(), path):
            self._follow(link, path)

    def _follow(self, link: str, path: str) -> None:
        if link.startswith(settings.MEDIA_URL):
            self.media.setdefault(unquote(link.removeprefix(settings.MEDIA_URL)), path)
        elif link not in self._known and not link.startswith((settings.STATIC_URL, reverse("wagtailadmin_home"))):
            self._known.add(link)
            self._queue.append((link, path))

    def _lead_on(self, path: str, location: str) -> None:
        """A server would redirect; a file can only say where to go."""
        target = own_path(location, path)
        if target:
            self._follow(target, path)
            if place(target) == place(path):
                return
        self.report.redirects += 1
        self.write(path, _MOVED.format(escape(target or location)).encode())
