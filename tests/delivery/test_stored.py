"""Stored pages at the door: what goes out, in which encoding, and that memory never outlives the disk."""

import asyncio
import gzip

import brotli
import pytest
import zstandard

from lingotype.delivery.encodings import encoded
from lingotype.delivery.purgers import PurgeSettings, build
from lingotype.delivery.stored import StoredPages
from lingotype.delivery.stores.disk import DiskStore

PATH = "/ru/city/most/"
TEXT = ("<!doctype html><title>Мост</title>" + "<p>Сегодня открыли новый мост.</p>" * 30).encode()


@pytest.fixture
def store(tmp_path):
    made = DiskStore(tmp_path / "pages")
    made.write([(PATH, encoded(TEXT)), ("/ru/feed.xml", encoded(b"<rss/>"))])
    return made


@pytest.fixture
def door(store):
    return StoredPages(store)


class Answer:
    def __init__(self, events):
        self.status = events[0]["status"]
        self.headers = {name.decode(): value.decode() for name, value in events[0]["headers"]}
        self.body = b"".join(event.get("body", b"") for event in events[1:])


def ask(door, path=PATH, method="GET", query=b"", **headers):
    events = []

    async def send(event):
        events.append(event)

    asked = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    scope = {"type": "http", "method": method, "path": path, "query_string": query, "headers": asked}
    return Answer(events) if asyncio.run(door.answer(scope, send)) else None


@pytest.mark.parametrize(
    ("accepted", "encoding", "unpack"),
    [
        ("gzip, deflate, br, zstd", "br", brotli.decompress),
        ("gzip, zstd", "zstd", lambda packed: zstandard.ZstdDecompressor().decompress(packed)),
        ("gzip;q=1.0, br;q=0", "gzip", gzip.decompress),
        ("*", "br", brotli.decompress),
        ("", None, bytes),
        ("identity", None, bytes),
        ("br;q=0, gzip; q=0", None, bytes),
    ],
)
def test_each_browser_gets_the_smallest_that_it_takes(door, accepted, encoding, unpack):
    answer = ask(door, accept_encoding=accepted)
    assert answer.status == 200
    assert answer.headers.get("content-encoding") == encoding
    assert int(answer.headers["content-length"]) == len(answer.body)
    assert unpack(answer.body) == TEXT
    assert answer.headers["vary"] == "Accept-Encoding"
    assert answer.headers["server-timing"].startswith('db;desc="0 queries", total;dur=')


def test_behind_a_purger_each_page_bears_its_key(store):
    purger = build(PurgeSettings("cloudflare", "zone"))
    headers = ask(StoredPages(store, own_headers=purger.headers)).headers
    assert headers["cache-tag"] == f"{PATH},site"
    assert headers["cloudflare-cdn-cache-control"] == "max-age=86400, stale-if-error=604800"
    assert headers["cache-control"] == "public, no-cache"


def test_what_a_browser_has_already_is_not_sent_again(door):
    first = ask(door, accept_encoding="br")
    again = ask(door, accept_encoding="br", if_none_match=f"W/{first.headers['etag']}")
    assert (again.status, again.body) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    assert ask(door, if_none_match='"another"').status == 200


def test_head_has_the_length_and_no_body(door):
    answer = ask(door, method="HEAD", accept_encoding="gzip")
    assert answer.body == b""
    assert int(answer.headers["content-length"]) == len(ask(door, accept_encoding="gzip").body)


def test_kinds_of_content(door):
    assert ask(door).headers["content-type"] == "text/html; charset=utf-8"
    assert ask(door, "/ru/feed.xml").headers["content-type"] == "application/rss+xml; charset=utf-8"
    assert ask(door).headers["content-language"] == "ru"


@pytest.mark.parametrize("query", [b"utm_source=x&fbclid=1", b"a", b"=", b"%ff=%00"])
def test_parameters_that_mean_nothing_make_no_other_page(door, query):
    assert ask(door, query=query).body == TEXT


@pytest.mark.parametrize(
    ("path", "facts"),
    [
        (PATH, {"query": b"page=2"}), (PATH, {"query": b"utm=1&q=x"}), (PATH, {"method": "POST"}),
        ("/ru/city/", {}), ("/ru/../../etc/passwd", {}), ("/ru/\0/", {}), ("/ru/" + "a" * 5000 + "/", {}), ("//", {}),
        ("/ru/city/most/index.html.br", {}), ("/ru/city/most/index.html", {}), ("/ru/city/most", {}),
        ("/ru/city/mos%74/", {}),
    ],
)  # fmt: skip
def test_everything_else_is_somebody_elses(door, path, facts):
    assert ask(door, path, **facts) is None


def test_what_another_process_replaced_or_took_off_is_not_served_from_memory(door, store):
    assert ask(door).body == TEXT
    store.write([(PATH, encoded(b"other"))])
    assert ask(door).body == b"other"
    assert ask(door, accept_encoding="br").headers.get("content-encoding") is None
    store.remove([PATH])
    assert ask(door) is None


def test_a_variant_that_is_another_pages_is_not_sent(door, store):
    store.file(PATH).with_name("index.html.br").write_bytes(brotli.compress(b"another page"))
    store.file(PATH).with_name("index.html.gz").write_bytes(b"no gzip at all")
    answer = ask(door, accept_encoding="br, gzip")
    assert answer.headers.get("content-encoding") is None
    assert answer.body == TEXT


def test_memory_is_bounded(store):
    store.write([(f"/ru/{number}/", encoded(TEXT)) for number in range(20)])
    door = StoredPages(store, memory=3 * len(TEXT))
    for number in range(20):
        assert ask(door, f"/ru/{number}/").body == TEXT
    assert door._bytes <= 3 * len(TEXT)
    assert ask(door, "/ru/0/").body == TEXT
