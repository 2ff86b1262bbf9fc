"""The whole public site as files, for any web server."""

import logging
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import find, get_finders
from django.core.exceptions import SuspiciousFileOperation
from django.core.files.storage import default_storage
from django.template.loader import render_to_string

from lingotype.delivery.metadata import alternates_of
from lingotype.delivery.replacing import CannotExportError, replacing
from lingotype.delivery.site_copy import Problem, Report, SiteCopy, Tell
from lingotype.delivery.static_copy import copying
from lingotype.language.facts import language

_THEME = "theme/"
"""The static files that public pages use; the editor's own are not for readers."""


def export(folder: Path, addresses: Iterable[str], tell: Tell = lambda done, known: None) -> Report:
    """Copy the site into `folder`, which is replaced as a whole at the end. `addresses` are all public paths.

    Raises `CannotExportError` for a folder that cannot be used, and when a front page does not answer; what was in
    `folder` then stays as it was.
    """
    with replacing(folder) as new, copying(), _one_word_about_each_page():
        copy = SiteCopy(new, addresses)
        copy.take_pages(tell)
        for problem in copy.report.errors:
            if problem.address.strip("/") in settings.LINGOTYPE.languages:
                raise CannotExportError(f"{problem.address} {problem.what}; {folder} is as it was")
        _take_media(copy)
        _take_theme(copy)
        copy.write("/", _first_page().encode())
        shutil.copy(new / settings.LINGOTYPE.readers[0] / "404.html", new / "404.html")
    return copy.report


@contextmanager
def _one_word_about_each_page() -> Iterator[None]:
    # Django logs each of them, failures with a whole stack trace; the report names them all, a line for each.
    log = logging.getLogger("django.request")
    level = log.level
    log.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        log.setLevel(level)


def _take_media(copy: SiteCopy) -> None:
    for name, page in copy.media.items():
        try:
            with default_storage.open(name) as file:
                copy.write(settings.MEDIA_URL + name, file.read())
                copy.report.media += 1
        except (OSError, SuspiciousFileOperation):
            copy.report.errors.append(Problem(settings.MEDIA_URL + name, "is not in the storage", page))


def _take_theme(copy: SiteCopy) -> None:
    names = {name for finder in get_finders() for name, _ in finder.list([]) if name.startswith(_THEME)}
    for name in sorted(names):
        path = find(name)
        if isinstance(path, str):
            copy.write(settings.STATIC_URL + name, Path(path).read_bytes())
            copy.report.theme += 1


def _first_page() -> str:
    readers = settings.LINGOTYPE.readers
    context = {
        "site": {"name": settings.LINGOTYPE.site_name},
        "lang": language(readers[0]),
        "languages": [language(code) for code in readers],
        "alternates": alternates_of({code: f"/{code}/" for code in readers}),
    }
    return render_to_string("pages/choose_language.html", context)
