"""The store in a bucket, on a real server that speaks S3 (moto's), and on one that goes wrong."""

import gzip
import socket
import time
from dataclasses import replace

import pytest

from lingotype.delivery.encodings import encoded
from lingotype.delivery.purgers import PurgeSettings
from lingotype.delivery.stores.base import StoreError
from lingotype.delivery.stores.s3 import S3Store
from tests.translation.engines.service import Asked, Reply, ServiceServer, running

TEXT = "<p>Сегодня открыли новый мост.</p>".encode() * 30
PAGE = encoded(TEXT)
PATHS = ["/ru/", "/ru/city/most/", "/ru/feed.xml"]


pytestmark = pytest.mark.usefixtures("bucket_keys")


@pytest.fixture
def store(bucket):
    return S3Store(bucket[1], "pages")


def test_a_page_is_one_object_that_browsers_understand(store, bucket):
    client, name = bucket
    store.write([(path, PAGE) for path in PATHS])
    assert sorted(store.paths()) == PATHS
    found = client.get_object(Bucket=name, Key="pages/ru/city/most/index.html")
    assert gzip.decompress(found["Body"].read()) == TEXT
    assert {name: value for name, value in found.items() if name.startswith("C") or name == "Metadata"} == {
        "ContentLength": len(PAGE.variants["gzip"]),
        "ContentType": "text/html; charset=utf-8", "ContentEncoding": "gzip", "ContentLanguage": "ru",
        "CacheControl": "public, no-cache", "Metadata": {"etag": PAGE.etag},
    }  # fmt: skip
    feed = client.head_object(Bucket=name, Key="pages/ru/feed.xml")
    assert feed["ContentType"] == "application/rss+xml; charset=utf-8"
    assert feed["ETag"] == found["ETag"]


def test_a_page_too_short_to_pack_is_plain_and_takes_the_place_of_the_last(store, bucket):
    store.write([("/ru/", PAGE)])
    store.write([("/ru/", encoded(b"short"))])
    found = bucket[0].get_object(Bucket=bucket[1], Key="pages/ru/index.html")
    assert (found["Body"].read(), found.get("ContentEncoding")) == (b"short", None)


def test_behind_a_purger_caches_keep_it_and_know_its_key(store, bucket, settings):
    settings.LINGOTYPE = replace(settings.LINGOTYPE, purge=PurgeSettings("fastly", "SU1Z0"))
    store.write([("/ru/city/most/", PAGE)])
    found = bucket[0].head_object(Bucket=bucket[1], Key="pages/ru/city/most/index.html")
    assert found["CacheControl"] == "public, max-age=0, must-revalidate, s-maxage=86400"
    assert found["Metadata"]["surrogate-key"] == "/ru/city/most/ site"


def test_what_is_removed_is_gone_when_it_returns(store):
    store.write([(path, PAGE) for path in PATHS])
    store.remove(["/ru/city/most/", "/ru/never/"])
    assert not store.has("/ru/city/most/")
    assert store.has("/ru/")
    assert store.missing([*PATHS, "/uk/"]) == ["/ru/city/most/", "/uk/"]


def test_more_than_one_call_can_name_are_listed_and_removed(store):
    paths = [f"/ru/city/{number:04d}/" for number in range(1001)]
    store.write([(path, encoded(b"x")) for path in paths])
    assert sorted(store.paths()) == paths
    store.remove(paths)
    assert list(store.paths()) == []


def test_nothing_beside_the_prefix_is_touched_or_listed(store, bucket):
    bucket[0].put_object(Bucket=bucket[1], Key="pagesque/ru/index.html", Body=b"another's")
    assert list(store.paths()) == []


@pytest.mark.parametrize("path", ["/../x/", "/ru//x/", "/ru/\0/", "/%2e%2e/x/"])
def test_a_path_that_is_none_is_refused(store, path):
    with pytest.raises(StoreError):
        store.write([(path, PAGE)])


def everything_of(store):
    """Each thing that a store is asked for."""
    yield lambda: store.write([("/ru/", PAGE), ("/uk/", PAGE)])
    yield lambda: store.remove(["/ru/"])
    yield lambda: list(store.paths())


def test_a_bucket_that_is_not_there_is_named(bucket):
    for ask in everything_of(S3Store("never-made")):
        with pytest.raises(StoreError, match=r"^there is no bucket never-made$"):
            ask()


class Broken(ServiceServer):
    """Says one thing to everybody."""

    always = Reply()

    def answer(self, asked: Asked) -> Reply:
        return self.always


def error(status, code):
    return Reply(status, f"<Error><Code>{code}</Code><Message>no</Message></Error>".encode())


@pytest.fixture
def broken(monkeypatch):
    with running(Broken()) as server:
        monkeypatch.setenv("AWS_ENDPOINT_URL_S3", server.url)
        yield server


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        (error(403, "AccessDenied"), "the bucket paper refuses these keys (AccessDenied)"),
        (error(403, "InvalidAccessKeyId"), "the bucket paper refuses these keys (InvalidAccessKeyId)"),
        (error(500, "InternalError"), "the bucket paper answered InternalError"),
        (error(503, "SlowDown"), "the bucket paper answered SlowDown"),
        (Reply(502, b"<html>no XML"), "the bucket paper"),
    ],
)
def test_what_goes_wrong_is_told_in_one_line(broken, reply, said):
    broken.always = reply
    for ask in everything_of(S3Store("paper")):
        with pytest.raises(StoreError) as caught:
            ask()
        assert str(caught.value).startswith(said)
        assert "\n" not in str(caught.value)
        assert "test-secret" not in str(caught.value)
    if reply.status != 502:
        with pytest.raises(StoreError, match="the bucket paper"):
            S3Store("paper").has("/ru/")


def test_one_fault_is_got_over(broken):
    broken.replies = [error(503, "SlowDown")]
    S3Store("paper").write([("/ru/", PAGE)])
    assert len(broken.asked) == 2


def test_a_removal_that_is_not_confirmed_is_none(broken):
    broken.always = Reply(200, b"<DeleteResult><Error><Key>ru/index.html</Key><Code>Busy</Code></Error></DeleteResult>")
    with pytest.raises(StoreError, match=r"did not remove 1 of 1 pages \(Busy\)"):
        S3Store("paper").remove(["/ru/"])


def test_a_bucket_that_hangs_holds_nobody_up_for_long(broken):
    broken.always = Reply(hangs=True)
    began = time.monotonic()
    with pytest.raises(StoreError, match="does not answer"):
        S3Store("paper").write([(f"/ru/{number}/", PAGE) for number in range(40)])
    assert time.monotonic() - began < 16
    assert len(broken.asked) < 40


def test_a_server_that_is_not_there(monkeypatch):
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        monkeypatch.setenv("AWS_ENDPOINT_URL_S3", f"http://127.0.0.1:{nobody.getsockname()[1]}")
        for ask in everything_of(S3Store("paper")):
            with pytest.raises(StoreError, match="the bucket paper does not answer"):
                ask()


def test_keys_that_are_not_there_are_named(broken, monkeypatch, tmp_path):
    monkeypatch.delenv("AWS_ACCESS_KEY_ID")
    monkeypatch.delenv("AWS_SECRET_ACCESS_KEY")
    monkeypatch.setenv("HOME", str(tmp_path))
    with pytest.raises(StoreError, match="needs AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY"):
        S3Store("paper").has("/ru/")
