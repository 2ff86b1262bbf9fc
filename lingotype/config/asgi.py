"""The one ASGI door that granian serves: static files and pictures from the disk, the rest from Django."""

import os
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lingotype.config.settings")

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.asgi import get_asgi_application

from lingotype.delivery.front import PICTURE_FOLDERS, Front, below, listed
from lingotype.delivery.purgers.installed import purger
from lingotype.delivery.stored import StoredPages
from lingotype.delivery.stores.disk import DiskStore
from lingotype.delivery.stores.installed import store


def _static_files() -> dict[str, Path]:
    return {
        name: Path(storage.path(name)) for finder in get_finders() for name, storage in finder.list(["*.scss", ".*"])
    }


def _stored_pages() -> StoredPages | None:
    """Pages in a bucket go out by its own web server or a CDN's; here Django answers."""
    pages, in_front = store(), purger()
    if not isinstance(pages, DiskStore):
        return None
    return StoredPages(pages) if in_front is None else StoredPages(pages, own_headers=in_front.headers)


_django = get_asgi_application()
application = Front(
    _django,
    {
        settings.STATIC_URL: listed(_static_files()),
        settings.MEDIA_URL: below(Path(settings.MEDIA_ROOT), only=PICTURE_FOLDERS),
    },
    _stored_pages(),
)
