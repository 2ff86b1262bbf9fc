"""The newsroom's page store, as `lingotype.toml` names it."""

from functools import cache
from pathlib import Path

from django.conf import settings

from lingotype.delivery.stores.disk import DiskStore

_INSTEAD_OF_A_BUCKET = "pages"
"""Object storage is read in the settings and not written to yet."""


def store() -> DiskStore:
    """The store of `[store] url`."""
    return _store(settings.LINGOTYPE.store_url, settings.LINGOTYPE.folder)


@cache
def _store(url: str, folder: Path) -> DiskStore:
    is_folder = url.startswith("file:///")
    return DiskStore(folder / (url.removeprefix("file:///") if is_folder else _INSTEAD_OF_A_BUCKET))
