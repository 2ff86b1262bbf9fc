"""The ASGI front: files go out straight from the disk, everything else is Django's."""

import mimetypes
import os
from collections.abc import Awaitable, Callable, Collection, Mapping
from email.utils import formatdate
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

from lingotype.delivery.stored import StoredPages

Scope = dict[str, Any]
Receive = Callable[[], Awaitable[Mapping[str, Any]]]
Send = Callable[[Mapping[str, Any]], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]
FindFile = Callable[[str], Path | None]
"""From the rest of an address to a file, or None. It has to refuse whatever lies outside its folder."""

_CHUNK = 64 * 1024
_IMMUTABLE = b"public, max-age=31536000, immutable"
_SHORT = b"public, max-age=300"

PICTURE_FOLDERS = ("images",)
"""Where Wagtail keeps the sizes of pictures below MEDIA_ROOT. The files as they were uploaded are beside them, and may
say where and by whom they were taken: nobody gets those. Documents only Wagtail's own view may hand out: it knows who
may read them, and sends them as attachments, which run nothing on the desk's origin."""

mimetypes.add_type("font/woff2", ".woff2")
mimetypes.add_type("image/avif", ".avif")
mimetypes.add_type("image/webp", ".webp")


class Front:
    """One door for everything. `files` maps the beginning of an address to a function that finds its file."""

    def __init__(self, app: App, files: Mapping[str, FindFile], pages: StoredPages | None = None) -> None:
        self.app = app
        self.files = dict(files)
        self.pages = pages

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "http":
            for prefix, find in self.files.items():
                if scope["path"].startswith(prefix):
                    await _send_file(find(scope["path"][len(prefix) :]), scope, send)
                    return
            if self.pages is not None and await self.pages.answer(scope, send):
                return
        await self.app(scope, receive, send)


async def _send_file(path: Path | None, scope: Scope, send: Send) -> None:
    if scope["method"] not in ("GET", "HEAD"):
        await _plain(send, 405, b"Method not allowed")
        return
    try:
        stat = os.stat(path) if path is not None else None
    except OSError:
        stat = None
    if path is None or stat is None:
        await _plain(send, 404, b"Not found")
        return
    etag = f'"{stat.st_mtime_ns:x}-{stat.st_size:x}"'.encode()
    headers = [
        (b"content-type", _content_type(path)),
        (b"etag", etag),
        (b"last-modified", formatdate(stat.st_mtime, usegmt=True).encode()),
        (b"cache-control", _IMMUTABLE if "v" in parse_qs(scope.get("query_string", b"").decode("latin-1")) else _SHORT),
        (b"x-content-type-options", b"nosniff"),
        (b"server-timing", b'db;desc="0 queries"'),
    ]
    if etag in dict(scope["headers"]).get(b"if-none-match", b""):
        await send({"type": "http.response.start", "status": 304, "headers": headers})
        await send({"type": "http.response.body", "body": b""})
        return
    headers.append((b"content-length", str(stat.st_size).encode()))
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await _body(path, scope, send)


async def _body(path: Path, scope: Scope, send: Send) -> None:
    if scope["method"] == "HEAD":
        await send({"type": "http.response.body", "body": b""})
    elif "http.response.pathsend" in (scope.get("extensions") or {}):
        await send({"type": "http.response.pathsend", "path": str(path)})
    else:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                await send({"type": "http.response.body", "body": chunk, "more_body": True})
        await send({"type": "http.response.body", "body": b""})


def _content_type(path: Path) -> bytes:
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return (f"{kind}; charset=utf-8" if kind.startswith("text/") or kind.endswith("javascript") else kind).encode()


async def _plain(send: Send, status: int, text: bytes) -> None:
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"content-length", str(len(text)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": text})


def below(folder: Path, only: Collection[str] = ()) -> FindFile:
    """Finds files below a folder, and nothing outside it; where `only` names folders in it, nothing outside those."""
    root = folder.resolve()
    roots = [root / name for name in only] or [root]

    def find(rest: str) -> Path | None:
        try:
            path = (root / rest.lstrip("/")).resolve()
            return path if any(path.is_relative_to(found) for found in roots) and path.is_file() else None
        except (ValueError, OSError):  # a NUL, a name that is too long
            return None

    return find


def listed(files: Mapping[str, Path]) -> FindFile:
    """Finds files of a list made beforehand."""
    return files.get
