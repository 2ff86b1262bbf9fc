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


@dataclass(frozen=True, slots=True)
class _Kept:
    """One page in memory."""

    file: Path
    mark: tuple[int, int, int]
    """What the file's inode, time and size were when it was read."""
    etag: str
    bodies: Mapping[str, bytes]
    """By content encoding; the plain one's is empty."""
    headers: tuple[Header, ...]

    @property
    def size(self) -> int:
        return sum(map(len, self.bodies.values()))


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
            await self._send(page, {**scope, "path": path}, send, began)
        return page is not None

    async def _send(self, page: _Kept, scope: Mapping[str, Any], send: Send, began: float) -> None:
        asked = dict(scope["headers"])
        encoding = chosen(asked.get(b"accept-encoding", b"").decode("latin-1"), page.bodies)
        etag = f'"{page.etag}-{encoding}"' if encoding else f'"{page.etag}"'
        headers = [*page.headers, *self._own_headers(scope["path"]), (b"etag", etag.encode())]
        is_known = page.etag.encode() in asked.get(b"if-none-match", b"") and not is_not_found(scope["path"])
        if not is_known:
            headers.append((b"content-length", str(len(page.bodies[encoding])).encode()))
            if encoding:
                headers.append((b"content-encoding", encoding.encode()))
        spent = (time.perf_counter() - began) * 1000
        headers.append((b"server-timing", f'db;desc="0 queries", total;dur={spent:.2f}'.encode()))
        status = 304 if is_known else 404 if is_not_found(scope["path"]) else 200
        await send({"type": "http.response.start", "status": status, "headers": headers})
        body = b"" if is_known or scope["method"] == "HEAD" else page.bodies[encoding]
        await send({"type": "http.response.body", "body": body})

    def _page(self, path: str) -> _Kept | None:
        kept = self._kept.get(path)
        try:
            file = kept.file if kept is not None else self._file(path)
            stat = os.stat(file)
        except (StoreError, OSError, ValueError):
            self._forget(path)
            return None
        mark = (stat.st_ino, stat.st_mtime_ns, stat.st_size)
        if kept is not None and kept.mark == mark:
            self._kept.move_to_end(path)
            return kept
        self._forget(path)
        try:
            read = _read(file, path, mark)
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


def _read(file: Path, path: str, mark: tuple[int, int, int]) -> _Kept:
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
    headers = ((b"content-type", content_type(file).encode()), *in_language, *_ALWAYS)
    return _Kept(file, mark, etag_of(body), bodies, headers)


def _has_meaning(query: bytes) -> bool:
    return bool(query) and any(name in _MEANING for name in parse_qs(query.decode("latin-1"), keep_blank_values=True))
