"""The one ASGI door that granian serves: static files and pictures from the disk, the rest from Django."""

import os
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lingotype.config.settings")

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.asgi import get_asgi_application

from lingotype.delivery.front import PICTURE_FOLDERS, Front, below, listed
from lingotype.delivery.stored import StoredPages
from lingotype.delivery.stores.installed import store


def _static_files() -> dict[str, Path]:
    return {
        name: Path(storage.path(name)) for finder in get_finders() for name, storage in finder.list(["*.scss", ".*"])
    }


_django = get_asgi_application()
application = Front(
    _django,
    {
        settings.STATIC_URL: listed(_static_files()),
        settings.MEDIA_URL: below(Path(settings.MEDIA_ROOT), only=PICTURE_FOLDERS),
    },
    StoredPages(store()),
)
