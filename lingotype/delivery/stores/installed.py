"""The newsroom's page store, as `lingotype.toml` names it."""

from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings

from lingotype.delivery.stores.base import PageStore
from lingotype.delivery.stores.disk import DiskStore


def store() -> PageStore:
    """The store of `[store] url`."""
    return _store(settings.LINGOTYPE.store_url, settings.LINGOTYPE.folder)


@cache
def _store(url: str, folder: Path) -> PageStore:
    if url.startswith("file:///"):
        return DiskStore(folder / url.removeprefix("file:///"))
    from lingotype.delivery.stores.s3 import S3Store  # needs the extra `s3`, which most newsrooms do without

    parts = urlsplit(url)
    return S3Store(parts.netloc, parts.path.strip("/"))
