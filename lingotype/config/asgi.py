"""The one ASGI door that granian serves: static files and pictures from the disk, the rest from Django."""

import os
import re
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lingotype.config.settings")

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.asgi import get_asgi_application

from lingotype.delivery.existing import SOURCES
from lingotype.delivery.files import PICTURE_FOLDERS, below, listed
from lingotype.delivery.front import Front
from lingotype.delivery.purgers.installed import purger
from lingotype.delivery.reporting.addresses import REPORT
from lingotype.delivery.stored import StoredPages
from lingotype.delivery.stores.disk import DiskStore
from lingotype.delivery.stores.installed import store
from lingotype.delivery.unknown import Unknown


def _static_files() -> dict[str, Path]:
    return {
        name: Path(storage.path(name)) for finder in get_finders() for name, storage in finder.list(["*.scss", ".*"])
    }


def _stored_pages() -> StoredPages | None:
    """Pages in a bucket go out by its own web server or a CDN's; here Django answers."""
    pages, in_front = store(), purger()
    if not isinstance(pages, DiskStore):
        return None
    default = settings.LINGOTYPE.readers[0]
    if in_front is None:
        return StoredPages(pages, default=default)
    return StoredPages(pages, default=default, own_headers=in_front.headers)


_PROGRAM = re.compile(
    r"/($|admin(/|$)|documents/|robots\.txt$|[a-z-]*sitemap[a-z0-9-]*\.xml$|[a-z-]+/(search|_util)(/|$))"
)
"""Addresses of `urls.py` that are no pages."""


_django = get_asgi_application()
application = Front(
    _django,
    {
        settings.STATIC_URL: listed(_static_files()),
        settings.MEDIA_URL: below(Path(settings.MEDIA_ROOT), only=PICTURE_FOLDERS),
    },
    _stored_pages(),
    Unknown(SOURCES, _PROGRAM, below=(f"{REPORT}/",)),
)
