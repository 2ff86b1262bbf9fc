"""What a page store is: public pages by their path, each whole or not there at all."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from lingotype.delivery.encodings import Encoded

_NAME_BYTES = 255
"""The longest name that usual file systems take."""
_KINDS = {
    "feed.xml": "application/rss+xml", "feed.json": "application/feed+json", ".html": "text/html", ".txt": "text/plain",
}  # fmt: skip


class StoreError(Exception):
    """The store did not do what was asked: a disk is full, a bucket is down. `str()` is one line that says why."""


@dataclass(frozen=True, slots=True)
class Ready:
    """A page that has only to be put in its place."""

    path: str
    etag: str
    page: Encoded | None = None
    """Its bytes, as long as they stand nowhere else: a batch of long site maps would take a hundred megabytes."""
    files: tuple[tuple[Path, Path], ...] = ()
    """On a disk: what is written already, each with its place, the plain file last."""


class PageStore(ABC):
    """Holds pages. Any number of processes may write to one store and read from it at once."""

    def prepare(self, path: str, page: Encoded) -> Ready:
        """Do what takes time and can be done before the page may be put there; any thread may. Raises `StoreError`.

        What is prepared has to be put in its place or discarded.
        """
        return Ready(path, page.etag, page)

    def discard(self, ready: Iterable[Ready]) -> None:
        """Forget pages that were prepared and put nowhere."""
        del ready

    @abstractmethod
    def put(self, ready: Iterable[Ready]) -> None:
        """Put these pages in the place of what stood at their paths. Each is whole at any moment, also after a crash.

        Raises `StoreError`; pages put there before it stay, and the others are discarded.
        """

    def write(self, pages: Iterable[tuple[str, Encoded]]) -> None:
        """Prepare these pages and put them in their place. Raises `StoreError`; pages put there before it stay."""
        ready: list[Ready] = []
        try:
            for path, page in pages:
                ready.append(self.prepare(path, page))
        except StoreError:
            self.discard(ready)
            raise
        self.put(ready)

    @abstractmethod
    def remove(self, paths: Iterable[str]) -> None:
        """Take these paths off: when this returns, none of them is there. Raises `StoreError`."""

    @abstractmethod
    def has(self, path: str) -> bool:
        """Whether something stands at this path. Raises `StoreError`."""

    def local(self, path: str) -> bytes | None:
        """What stands at a path, where reading it asks no network; None where nothing does, or it would."""
        del path
        return None

    def missing(self, paths: Iterable[str]) -> list[str]:
        """Those of these paths at which nothing stands. Raises `StoreError`."""
        return [path for path in paths if not self.has(path)]

    def sweep(self) -> None:  # noqa: B027 - where nothing can be left there is nothing to do
        """Remove what killed writers may have left beside pages."""

    @abstractmethod
    def paths(self) -> Iterator[str]:
        """Every path at which something stands. Raises `StoreError`."""


def content_type(file: PurePosixPath | Path) -> str:
    """What a file of the store is, as servers say it."""
    kind = _KINDS.get(file.name) or _KINDS.get(file.suffix, "application/xml")
    return f"{kind}; charset=utf-8"


def language_of(path: str) -> str:
    """The language of a page by its path; empty for maps, which stand beside the languages."""
    return path.split("/", 2)[1] if path.count("/") > 1 else ""


def place(path: str) -> PurePosixPath:
    """The file for a path: `index.html` below it, unless its last part names a file. Raises `ValueError`."""
    parts = unquote(path).removeprefix("/").split("/")
    if "." not in parts[-1]:
        parts = [*parts[:-1], *filter(None, parts[-1:]), "index.html"]
    if any(part in ("", ".", "..") or "\0" in part or len(part.encode()) > _NAME_BYTES for part in parts):
        raise ValueError(path)
    return PurePosixPath(*parts)


def path_at(file: PurePosixPath) -> str:
    """The path whose file this is: the other way round of `place`."""
    return f"/{file.parent}/".replace("/./", "/") if file.name == "index.html" else f"/{file}"
