"""What every web server in front owes to readers: the same table for each of them."""

import asyncio
import importlib
from collections.abc import Mapping
from pathlib import Path

from lingotype.delivery import stored
from lingotype.delivery.encodings import encoded
from lingotype.delivery.stores.disk import DiskStore

PATH = "/ru/city/most/"
TEXT = ("<!doctype html><title>Мост</title>" + "<p>Сегодня открыли новый мост.</p>" * 30).encode()
FEED = b"<rss>" + b" " * 300 + b"</rss>"
KINDS = {
    PATH: "text/html; charset=utf-8",
    "/ru/": "text/html; charset=utf-8",
    "/ru/feed.xml": "application/rss+xml; charset=utf-8",
    "/ru/city/feed.json": "application/feed+json; charset=utf-8",
    "/ru/map.xml": "application/xml; charset=utf-8",
}
NO_PAGES = [
    "/", "/en/", "/ru/city/most", "/ru/city/most/index.html", "/ru/city/most/index.html.br", "/ru/feed.xml.gz",
    "/ru/city/most/index.html.gz", "/ru/city/most/index.html.zst", "/ru/city/most/.index.html.new-0a1b2c3d",
    "/ru/.feed.xml.new-0a1b2c3d", "/ru/city/", "/ru//city/most/", "//ru/city/most/", "/ru/city/most//",
    "/ru/./city/most", "/ru/%00/", "/ru/city/most/%2e%2e/%2e%2e/%2e%2e/secret.xml", "/%2e%2e/secret.xml",
    "/..%2fsecret.xml",
    "/ru/..%2f..%2fsecret.xml", "/ru/../../secret.xml", "/../secret.xml", "/ru/.hidden/", "/.secret.txt",
    "/ru/city/most/?page=2", "/ru/city/most/?a=1&q=", "/ru/city/most/?%70age=2", "/ru/city/most/?page",
]  # fmt: skip
"""Addresses that no file may answer, with and without the server's own way to tidy them up."""


def filled_store(folder: Path) -> DiskStore:
    """A store with pages, something that is being written, and a secret beside it."""
    store = DiskStore(folder / "pages")
    store.write([(path, encoded(TEXT if path.endswith("/") else FEED)) for path in KINDS])
    for name in ("ru/city/most/.index.html.new-0a1b2c3d", "ru/.feed.xml.new-0a1b2c3d", ".secret.txt"):
        (store.folder / name).write_text("secret")
    (store.folder / "ru/.hidden").mkdir()
    (store.folder / "ru/.hidden/index.html").write_text("secret")
    (folder / "secret.xml").write_text("secret")
    return store


def headers_of_serve(store: DiskStore, path: str = PATH) -> Mapping[str, str]:
    """The headers with which `lingotype serve` hands out the same page, without those that each server has its own."""
    events: list[Mapping[str, list[tuple[bytes, bytes]]]] = []

    async def send(event: Mapping[str, list[tuple[bytes, bytes]]]) -> None:
        events.append(event)

    scope = {"type": "http", "method": "GET", "path": path, "query_string": b"", "headers": []}
    assert asyncio.run(stored.StoredPages(store).answer(scope, send))
    own_way = (b"etag", b"server-timing", b"content-length")  # another validator, another clock
    return {name.decode(): value.decode() for name, value in events[0]["headers"] if name not in own_way}


def public_headers() -> Mapping[str, str]:
    """Those that stand on every public answer, by their names in lower case."""
    try:
        found = importlib.import_module("lingotype.delivery.headers").PUBLIC_HEADERS
    except ImportError:
        found = [(name.decode(), value.decode()) for name, value in stored._ALWAYS]
    return {name.lower(): value for name, value in found}
