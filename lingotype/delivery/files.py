"""Files at the ASGI door: pictures, style sheets and typefaces, whole or in part, and only from where they belong."""

import mimetypes
import os
import re
import sys
from collections.abc import Awaitable, Callable, Collection, Mapping
from email.utils import formatdate
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

from lingotype.delivery.encodings import SUFFIXES, chosen
from lingotype.delivery.headers import PUBLIC_HEADERS
from lingotype.delivery.ranges import UnsatisfiableError, part_asked

Scope = dict[str, Any]
Send = Callable[[Mapping[str, Any]], Awaitable[None]]
FindFile = Callable[[str], Path | None]
"""From the rest of an address to a file, or None. It has to refuse whatever lies outside its folder."""

_CHUNK = 64 * 1024
_IMMUTABLE = b"public, max-age=31536000, immutable"
_SHORT = b"public, max-age=300"
_SHEET = re.compile(r"[0-9a-f]{16}\.css")
"""A style sheet's name says what is in it, so that browsers may keep it."""

PICTURE_FOLDERS = ("images",)
"""Where Wagtail keeps the sizes of pictures below MEDIA_ROOT. The files as they were uploaded are beside them, and may
say where and by whom they were taken: nobody gets those. Documents only Wagtail's own view may hand out: it knows who
may read them, and sends them as attachments, which run nothing on the desk's origin."""

mimetypes.add_type("font/woff2", ".woff2")
mimetypes.add_type("image/avif", ".avif")
mimetypes.add_type("image/webp", ".webp")


async def send_file(path: Path | None, scope: Scope, send: Send) -> None:
    """Answer with this file: what a browser has is not sent again, parts are; where there is none, with 404."""
    if scope["method"] not in ("GET", "HEAD"):
        await plain(send, 405, b"Method not allowed")
        return
    try:
        stat = os.stat(path) if path is not None else None
    except OSError:
        stat = None
    if path is None or stat is None:
        await plain(send, 404, b"Not found")
        return
    asked = dict(scope["headers"])
    encoding, sent, stat = _as_taken(path, stat, asked.get(b"accept-encoding", b"").decode("latin-1"))
    headers = _headers(path, encoding, stat, scope)
    etag = dict(headers)[b"etag"]
    if etag in asked.get(b"if-none-match", b""):
        await _answer(send, 304, headers)
        return
    is_part = scope["method"] == "GET" and asked.get(b"if-range", etag) == etag
    wanted = asked.get(b"range", b"") if is_part else b""
    try:
        part = part_asked(wanted.decode("latin-1"), stat.st_size)
    except UnsatisfiableError:
        await _answer(send, 416, [_of_all(b"*", stat.st_size)])
        return
    if part is not None:
        headers.append(_of_all(f"{part.start}-{part.stop - 1}".encode(), stat.st_size))
    headers.append((b"content-length", str(stat.st_size if part is None else len(part)).encode()))
    await send({"type": "http.response.start", "status": 200 if part is None else 206, "headers": headers})
    await _body(sent, part, scope, send)


def _headers(path: Path, encoding: str, stat: os.stat_result, scope: Scope) -> list[tuple[bytes, bytes]]:
    is_kept = _SHEET.fullmatch(path.name) or "v" in parse_qs(scope.get("query_string", b"").decode("latin-1"))
    return [
        (b"content-type", _content_type(path)),
        (b"etag", f'"{stat.st_mtime_ns:x}-{stat.st_size:x}"'.encode()),
        (b"last-modified", formatdate(stat.st_mtime, usegmt=True).encode()),
        (b"cache-control", _IMMUTABLE if is_kept else _SHORT),
        (b"accept-ranges", b"bytes"),
        (b"vary", b"Accept-Encoding"),
        (b"x-content-type-options", b"nosniff"),
        (b"server-timing", b'db;desc="0 queries"'),
        *([(b"content-encoding", encoding.encode())] if encoding else []),
    ]


async def _answer(send: Send, status: int, headers: list[tuple[bytes, bytes]]) -> None:
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": b""})


def _as_taken(path: Path, stat: os.stat_result, accepted: str) -> tuple[str, Path, os.stat_result]:
    """The encoding, the file and its facts: of a style sheet the smallest that the browser takes, else the file itself.

    Nothing else among the static files has compressed ones beside it, and pictures would not get smaller.
    """
    if _SHEET.fullmatch(path.name):
        beside = {name: path.with_name(path.name + suffix) for name, suffix in SUFFIXES.items()}
        there = {name: file for name, file in beside.items() if file.is_file()}
        if encoding := chosen(accepted, there):
            return encoding, there[encoding], there[encoding].stat()
    return "", path, stat


def _of_all(part: bytes, size: int) -> tuple[bytes, bytes]:
    return b"content-range", b"bytes " + part + f"/{size}".encode()


async def _body(path: Path, part: range | None, scope: Scope, send: Send) -> None:
    if scope["method"] == "HEAD":
        await send({"type": "http.response.body", "body": b""})
    elif part is None and "http.response.pathsend" in (scope.get("extensions") or {}):
        await send({"type": "http.response.pathsend", "path": str(path)})
    else:
        with path.open("rb") as file:
            left = len(part) if part is not None else sys.maxsize
            file.seek(part.start if part is not None else 0)
            while chunk := file.read(min(_CHUNK, left)):
                left -= len(chunk)
                await send({"type": "http.response.body", "body": chunk, "more_body": True})
        await send({"type": "http.response.body", "body": b""})


def _content_type(path: Path) -> bytes:
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return (f"{kind}; charset=utf-8" if kind.startswith("text/") or kind.endswith("javascript") else kind).encode()


async def plain(send: Send, status: int, text: bytes) -> None:
    """Answer with a word."""
    headers = [
        (b"content-type", b"text/plain; charset=utf-8"),
        (b"content-length", str(len(text)).encode()),
        *((name.lower().encode(), value.encode()) for name, value in PUBLIC_HEADERS),
    ]
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
