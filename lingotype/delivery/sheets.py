"""The theme's style sheet among the static files: made when somebody asks what static files there are."""

import logging
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.contrib.staticfiles.utils import matches_patterns
from django.core.files.storage import FileSystemStorage

from lingotype.delivery.encodings import encoded
from lingotype.delivery.stores.base import StoreError
from lingotype.delivery.stores.disk import DiskStore
from lingotype.theme.stylesheet import SHEETS, sheet_name, stylesheet

log = logging.getLogger(__name__)


class Sheets(BaseFinder):
    """Finds `theme/sheets/<hash>.css` in `static` in the newsroom's folder, and beside it the same compressed.

    Sheets of earlier versions stay there: pages in the store name them until they are rendered again.
    """

    def find(self, path: str, find_all: bool = False, **_: Any) -> Any:
        """The path of a file on the disk; an empty list where there is none, as Django has it."""
        if not path.startswith(SHEETS):
            return []
        found = str(_folder() / path)
        is_there = path in {name for name, _ in self.list([])}
        return ([found] if find_all else found) if is_there else []

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[tuple[str, FileSystemStorage]]:
        """Every sheet by its name, with the storage it is in; the one of this version is made if it is not there."""
        _make()
        storage = FileSystemStorage(location=_folder(), base_url=settings.STATIC_URL)
        for file in sorted((_folder() / SHEETS).glob("*.css*")):
            name = f"{SHEETS}{file.name}"
            if not matches_patterns(name, ignore_patterns or []):
                yield name, storage


def _folder() -> Path:
    folder: Path = settings.LINGOTYPE.folder
    return folder / "static"


def _make() -> None:
    store, path = DiskStore(_folder()), f"/{sheet_name()}"
    try:
        if not store.has(path):
            store.write([(path, encoded(stylesheet().encode()))])
    except StoreError as error:
        log.error("pages go out without their style sheet: %s", error)
