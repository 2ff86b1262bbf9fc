"""Stored pages at the ASGI door: from memory, else from the disk, each as the reader's browser can take it.

Memory never answers with what the disk no longer holds: before each answer the file is looked at (`os.stat`, about a
microsecond), so that a page that another process has replaced or taken off is not served again.
"""

import gzip
import os
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import parse_qs

import brotli
import zstandard

from lingotype.delivery.encodings import SUFFIXES, chosen, etag_of
from lingotype.delivery.headers import PUBLIC_HEADERS
from lingotype.delivery.not_found import is_not_found, not_found_path
from lingotype.delivery.stores.base import StoreError, content_type, language_of, path_at
from lingotype.delivery.stores.disk import DiskStore
from lingotype.language.facts import LANGUAGES

Send = Callable[[Mapping[str, Any]], Any]
Header = tuple[bytes, bytes]

MEMORY_BYTES = 64 * 1024 * 1024
"""The most that pages take in memory; those that were not asked for longest go first."""
_MEANING = ("page", "q")
"""Parameters of an address that make another page, which Django answers. All others mean nothing, and make none."""
_UNPACK: Mapping[str, Callable[[bytes], bytes]] = {
    "br": brotli.decompress,
    "zstd": lambda packed: zstandard.ZstdDecompressor().decompress(packed),
    "gzip": gzip.decompress,
}
_BESIDE = tuple(SUFFIXES.values())
_ALWAYS: tuple[Header, ...] = (
    # Browsers ask each time and get a 304, which is cheap: what was withdrawn is gone at the next look.
    (b"cache-control", b"public, no-cache"),
    (b"vary", b"Accept-Encoding"),
    *((name.lower().encode(), value.encode()) for name, value in PUBLIC_HEADERS),
)


_chosen = lru_cache(maxsize=512)(chosen)
"""Browsers of one kind ask with the same words."""


@dataclass(frozen=True, slots=True)
class _Answer:
    """A page in one encoding, as it goes out: nothing of it is worked out while a reader waits."""

    body: bytes
    headers: tuple[Header, ...]
    unchanged: tuple[Header, ...]
    """The headers for somebody who has it already."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """One page in memory."""

    name: str
    """Of the file; making one of a `Path` takes as long as looking at the file."""
    mark: tuple[int, int, int]
    """What the file's inode, time and size were when it was read."""
    status: int
    etag: bytes
    """Of the plain content; empty for a page that is never answered with “unchanged”."""
    answers: Mapping[str, _Answer]
    """By content encoding; the plain one's is empty."""
    encodings: frozenset[str]

    @property
    def size(self) -> int:
        return sum(len(answer.body) for answer in self.answers.values())


def _none(path: str) -> tuple[Header, ...]:
    del path
    return ()


class StoredPages:
    """Answers from a store on the disk. `own_headers` says what a page's answer carries for it alone."""

    def __init__(
        self,
        store: DiskStore,
        memory: int = MEMORY_BYTES,
        default: str = "en",
        own_headers: Callable[[str], tuple[Header, ...]] = _none,
    ) -> None:
        """`default` is the language of readers whose address names none."""
        self._store = store
        self._default = default
        self._own_headers = own_headers
        self._memory = memory
        self._kept: OrderedDict[str, _Kept] = OrderedDict()
        self._bytes = 0

    def is_kept(self, path: str) -> bool:
        """Whether there is something in memory for this path; the next look at its file may say otherwise."""
        return path in self._kept

    async def answer(self, scope: Mapping[str, Any], send: Send) -> bool:
        """Answer a request whose page is stored. Returns False, having sent nothing, where somebody else has to."""
        began = time.perf_counter()
        if scope["method"] not in ("GET", "HEAD") or _has_meaning(scope.get("query_string", b"")):
            return False
        page = self._page(scope["path"])
        if page is None:
            return False
        await self._send(page, scope, send, began)
        return True

    async def answer_not_found(self, scope: Mapping[str, Any], send: Send) -> bool:
        """Say in the language of the address that there is nothing; False where that page is not stored, either."""
        began = time.perf_counter()
        code = scope["path"].split("/", 2)[1]
        path = not_found_path(code if code in LANGUAGES else self._default)
        page = self._page(path)
        if page is not None:
            await self._send(page, scope, send, began)
        return page is not None

    async def _send(self, page: _Kept, scope: Mapping[str, Any], send: Send, began: float) -> None:
        asked = dict(scope["headers"])
        answer = page.answers[_chosen(asked.get(b"accept-encoding", b"").decode("latin-1"), page.encodings)]
        is_known = bool(page.etag) and page.etag in asked.get(b"if-none-match", b"")
        spent = (time.perf_counter() - began) * 1000
        timing = (b"server-timing", f'db;desc="0 queries", total;dur={spent:.2f}'.encode())
        headers = [*(answer.unchanged if is_known else answer.headers), timing]
        await send({"type": "http.response.start", "status": 304 if is_known else page.status, "headers": headers})
        body = b"" if is_known or scope["method"] == "HEAD" else answer.body
        await send({"type": "http.response.body", "body": body})

    def _page(self, path: str) -> _Kept | None:
        kept = self._kept.get(path)
        try:
            name = kept.name if kept is not None else os.fspath(self._file(path))
            stat = os.stat(name)
        except (StoreError, OSError, ValueError):
            self._forget(path)
            return None
        mark = (stat.st_ino, stat.st_mtime_ns, stat.st_size)
        if kept is not None and kept.mark == mark:
            self._kept.move_to_end(path)
            return kept
        self._forget(path)
        try:
            read = _read(Path(name), path, mark, self._own_headers(path))
        except OSError:
            return None
        self._keep(path, read)
        return read

    def _file(self, path: str) -> Path:
        """The file of a page's own address. Raises `StoreError` for every other way to write it, which Django knows."""
        file = self._store.file(path)
        if path_at(PurePosixPath(file.relative_to(self._store.folder))) != path or path.endswith(_BESIDE):
            raise StoreError(path)
        return file

    def _keep(self, path: str, page: _Kept) -> None:
        self._kept[path] = page
        self._bytes += page.size
        while self._bytes > self._memory:
            _, oldest = self._kept.popitem(last=False)
            self._bytes -= oldest.size

    def _forget(self, path: str) -> None:
        kept = self._kept.pop(path, None)
        if kept is not None:
            self._bytes -= kept.size


def _read(file: Path, path: str, mark: tuple[int, int, int], own_headers: tuple[Header, ...]) -> _Kept:
    """The page with those of its variants that are its own: while it is replaced, one may be the next page's."""
    body = file.read_bytes()
    bodies = {"": body}
    for name, suffix in SUFFIXES.items():
        beside = file.with_name(file.name + suffix)
        try:
            packed = beside.read_bytes()
            if _UNPACK[name](packed) == body:
                bodies[name] = packed
        except (OSError, ValueError, EOFError, brotli.error, zstandard.ZstdError):
            continue
    lang = language_of(path)
    in_language = ((b"content-language", lang.encode()),) if lang else ()
    headers = ((b"content-type", content_type(file).encode()), *in_language, *_ALWAYS, *own_headers)
    etag, is_missing = etag_of(body), is_not_found(path)
    answers = {name: _answer(content, name, etag, headers) for name, content in bodies.items()}
    known_by = b"" if is_missing else etag.encode()
    return _Kept(os.fspath(file), mark, 404 if is_missing else 200, known_by, answers, frozenset(bodies))


def _answer(body: bytes, encoding: str, etag: str, headers: tuple[Header, ...]) -> _Answer:
    unchanged = (*headers, (b"etag", (f'"{etag}-{encoding}"' if encoding else f'"{etag}"').encode()))
    length = (b"content-length", str(len(body)).encode())
    packed = ((b"content-encoding", encoding.encode()),) if encoding else ()
    return _Answer(body, (*unchanged, length, *packed), unchanged)


def _has_meaning(query: bytes) -> bool:
    return bool(query) and any(name in _MEANING for name in parse_qs(query.decode("latin-1"), keep_blank_values=True))
