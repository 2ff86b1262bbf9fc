"""A folder that any web server can serve: `ru/city/most/index.html`, with `.br`, `.gz` and `.zst` beside it."""

import os
import secrets
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path, PurePosixPath

from lingotype.delivery.encodings import SUFFIXES, Encoded
from lingotype.delivery.stores.base import PageStore, Ready, StoreError, path_at, place

_AT_ONCE = 8
"""Pages that are put in their place side by side: the disk gathers what several ask of it."""
_UNFINISHED = ".new-"
_LEFT_SECONDS = 3600.0
"""Nobody takes so long for a page: who began such a file was killed."""
_TRIES = 3
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC


class DiskStore(PageStore):
    """Pages as files below `folder`. A page is written beside its place, brought to the disk, and put in its place."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def prepare(self, path: str, page: Encoded) -> Ready:
        """Write the page and its variants beside their places, and bring them to the disk."""
        file = self.file(path)
        beside = [(file.with_name(file.name + SUFFIXES[name]), packed) for name, packed in page.variants.items()]
        files: list[tuple[Path, Path]] = []
        try:
            for target, content in (*beside, (file, page.body)):
                files.append((_written(target, content), target))
        except OSError as error:
            self.discard([Ready(path, page.etag, files=tuple(files))])
            raise self._cannot(error) from error
        return Ready(path, page.etag, files=tuple(files))

    def discard(self, ready: Iterable[Ready]) -> None:
        """Remove what was written beside its place."""
        for one in ready:
            for new, target in one.files:
                with suppress(OSError):
                    new.unlink(missing_ok=True)
                    target.parent.rmdir()  # a page that never came; where others stand, it is not empty

    def put(self, ready: Iterable[Ready]) -> None:
        """Rename them; the plain file last, so that a crash on the way leaves the page to be made again."""
        pages = [one if one.page is None else self.prepare(one.path, one.page) for one in ready]
        try:
            with ThreadPoolExecutor(_AT_ONCE) as threads:
                list(threads.map(_replace, pages))
                list(threads.map(_to_disk, {target.parent for one in pages for _, target in one.files}))
        except OSError as error:
            self.discard(pages)
            raise self._cannot(error) from error

    def remove(self, paths: Iterable[str]) -> None:
        """Take these paths off, what is compressed first: the plain file says whether a page is there."""
        folders = set()
        try:
            for path in paths:
                file = self.file(path)
                for suffix in (*SUFFIXES.values(), ""):
                    file.with_name(file.name + suffix).unlink(missing_ok=True)
                folders.add(file.parent)
            for folder in folders:
                with suppress(FileNotFoundError):
                    _to_disk(folder)
                with suppress(OSError):  # other pages stand in it
                    folder.rmdir()
        except OSError as error:
            raise self._cannot(error) from error

    def has(self, path: str) -> bool:
        """Whether there is a plain file."""
        return self.file(path).is_file()

    def local(self, path: str) -> bytes | None:
        """The plain file's content."""
        try:
            return self.file(path).read_bytes()
        except OSError:
            return None

    def paths(self) -> Iterator[str]:
        """Every path with a plain file."""
        for root, _, names in os.walk(self.folder):
            here = PurePosixPath(Path(root).relative_to(self.folder).as_posix())
            for name in names:
                if not name.endswith(tuple(SUFFIXES.values())) and _UNFINISHED not in name:
                    yield path_at(here / name)

    def sweep(self) -> None:
        """Remove what killed writers have left beside pages."""
        before = time.time() - _LEFT_SECONDS
        for root, _, names in os.walk(self.folder):
            for name in names:
                with suppress(OSError):
                    left = Path(root, name)
                    if _UNFINISHED in name and left.stat().st_mtime < before:
                        left.unlink()

    def file(self, path: str) -> Path:
        """The plain file of a path, there or not. Raises `StoreError` for a path that can be none."""
        try:
            return self.folder / place(path)
        except ValueError as error:
            raise StoreError(f"{path} cannot be the name of a file") from error

    def _cannot(self, error: OSError) -> StoreError:
        return StoreError(f"the page store {self.folder} cannot be written: {error.strerror}")


def _written(file: Path, content: bytes) -> Path:
    """A new file beside that one, with that content, on the disk."""
    new = file.with_name(f".{file.name}{_UNFINISHED}{secrets.token_hex(4)}")
    try:
        number = _opened(new)
        try:
            # Without Python's own buffers: a thread that writes waits for the one that renders after each call.
            rest = memoryview(content)
            while rest:
                rest = rest[os.write(number, rest) :]
            os.fsync(number)
        finally:
            os.close(number)
    except OSError:
        with suppress(OSError):
            new.unlink(missing_ok=True)
        raise
    return new


def _opened(new: Path) -> int:
    """The number of a new file that is open for writing."""
    for _ in range(_TRIES):
        with suppress(FileNotFoundError):  # its folder is new, or was empty and taken off with another page
            return os.open(new, _NEW, 0o666)
        new.parent.mkdir(parents=True, exist_ok=True)
    return os.open(new, _NEW, 0o666)


def _replace(one: Ready) -> None:
    for new, target in one.files:
        _make_newer(new, target)
        new.replace(target)
    plain, written = one.files[-1][1], {target.name for _, target in one.files}
    for suffix in SUFFIXES.values():
        if plain.name + suffix not in written:
            plain.with_name(plain.name + suffix).unlink(missing_ok=True)


def _make_newer(new: Path, old: Path) -> None:
    """nginx and Caddy tell a page from the last one by its size and the second it was written in: make it another."""
    with suppress(FileNotFoundError):
        before, now = int(old.stat().st_mtime), new.stat()
        if int(now.st_mtime) <= before:
            os.utime(new, (now.st_atime, before + 1))


def _to_disk(folder: Path) -> None:
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
