"""The newsroom's page store, as `lingotype.toml` names it."""

from functools import cache
from pathlib import Path

from django.conf import settings

from lingotype.delivery.stores.disk import DiskStore


def store() -> DiskStore:
    """The store of `[store] url`."""
    return _store(settings.LINGOTYPE.store_url, settings.LINGOTYPE.folder)


@cache
def _store(url: str, folder: Path) -> DiskStore:
    return DiskStore(folder / url.removeprefix("file:///"))
