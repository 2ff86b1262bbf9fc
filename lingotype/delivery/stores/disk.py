"""A folder that any web server can serve: `ru/city/most/index.html`, with `.br`, `.gz` and `.zst` beside it."""

import os
import secrets
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path, PurePosixPath

from lingotype.delivery.encodings import SUFFIXES, Encoded
from lingotype.delivery.stores.base import PageStore, StoreError, path_at, place

_AT_ONCE = 8
"""Files that are brought to the disk side by side: the disk gathers what several ask of it."""
_UNFINISHED = ".new-"


class DiskStore(PageStore):
    """Pages as files below `folder`. A page is written beside its place, brought to the disk, and put in its place."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def write(self, pages: Iterable[tuple[str, Encoded]]) -> None:
        """Put these pages there; the plain file last, so that a crash on the way leaves the page to be made again."""
        files: list[tuple[Path, bytes]] = []
        gone: list[Path] = []
        for path, page in pages:
            file = self.file(path)
            for name, suffix in SUFFIXES.items():
                beside = file.with_name(file.name + suffix)
                if name in page.variants:
                    files.append((beside, page.variants[name]))
                else:
                    gone.append(beside)
            files.append((file, page.body))
        try:
            for folder in {file.parent for file, _ in files}:
                folder.mkdir(parents=True, exist_ok=True)
            with ThreadPoolExecutor(_AT_ONCE) as threads:
                ready = list(threads.map(lambda one: _prepared(*one), files))
            for (file, _), new in zip(files, ready, strict=True):
                _make_newer(new, file)
                new.replace(file)
            for file in gone:
                file.unlink(missing_ok=True)
            for folder in {file.parent for file, _ in files}:
                _to_disk(folder)
        except OSError as error:
            raise StoreError(f"the page store {self.folder} cannot be written: {error.strerror}") from error

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
            raise StoreError(f"the page store {self.folder} cannot be written: {error.strerror}") from error

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

    def file(self, path: str) -> Path:
        """The plain file of a path, there or not. Raises `StoreError` for a path that can be none."""
        try:
            return self.folder / place(path)
        except ValueError as error:
            raise StoreError(f"{path} cannot be the name of a file") from error


def _prepared(file: Path, content: bytes) -> Path:
    new = file.with_name(f".{file.name}{_UNFINISHED}{secrets.token_hex(4)}")
    try:
        with new.open("xb") as opened:
            opened.write(content)
            opened.flush()
            os.fsync(opened.fileno())
    except OSError:
        new.unlink(missing_ok=True)
        raise
    return new


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
