"""The store on the disk: whole pages or none, whatever happens on the way."""

import os
import signal
import subprocess
import sys
import textwrap
import time

import pytest

from lingotype.delivery.encodings import encoded
from lingotype.delivery.stores.base import StoreError
from lingotype.delivery.stores.disk import DiskStore
from tests.newsrooms import ROOT

PAGE = encoded(b"<p>page</p>" * 100)


@pytest.fixture
def store(tmp_path):
    return DiskStore(tmp_path / "pages")


def names(store):
    return sorted(str(file.relative_to(store.folder)) for file in store.folder.rglob("*") if file.is_file())


def test_the_layout_is_one_that_web_servers_know(store):
    store.write([("/ru/city/most/", PAGE), ("/ru/feed.xml", PAGE), ("/ru/", encoded(b"short"))])
    beside = [
        f"ru/{name}{suffix}" for name in ("city/most/index.html", "feed.xml") for suffix in ("", ".br", ".gz", ".zst")
    ]
    assert names(store) == sorted([*beside, "ru/index.html"])
    assert sorted(store.paths()) == ["/ru/", "/ru/city/most/", "/ru/feed.xml"]


def test_a_page_that_grew_short_leaves_no_old_variants(store):
    store.write([("/ru/", PAGE)])
    store.write([("/ru/", encoded(b"short"))])
    assert names(store) == ["ru/index.html"]


def test_what_is_taken_off_leaves_nothing(store):
    store.write([("/ru/city/most/", PAGE), ("/ru/city/", PAGE)])
    store.remove(["/ru/city/most/", "/ru/never/"])
    assert list(store.paths()) == ["/ru/city/"]
    assert not (store.folder / "ru/city/most").exists()


@pytest.mark.parametrize("path", ["/../x/", "/ru//x/", "/ru/\0/", "/" + "a" * 300 + "/", "/%2e%2e/%2e%2e/x/"])
def test_a_path_that_is_none_is_refused(store, path):
    with pytest.raises(StoreError):
        store.write([(path, PAGE)])
    assert not store.folder.exists() or names(store) == []


def test_a_disk_that_takes_no_more_keeps_the_last_good_page(store):
    store.write([("/ru/", PAGE)])
    (store.folder / "ru/city").write_text("in the way")
    with pytest.raises(StoreError, match="cannot be written"):
        store.write([("/ru/", encoded(b"new" * 200)), ("/ru/city/", PAGE)])
    assert store.file("/ru/").read_bytes() == PAGE.body


WRITER = """
    import sys
    from pathlib import Path
    from lingotype.delivery.encodings import encoded
    from lingotype.delivery.stores.disk import DiskStore
    store, number = DiskStore(Path(sys.argv[1])), 0
    while True:
        number += 1
        store.write([("/ru/", encoded(f"{number:08d}".encode() * 20_000))])
        print(number, flush=True)
"""


def test_a_writer_killed_anywhere_leaves_a_whole_page(store):
    for _ in range(6):
        process = subprocess.Popen(
            [sys.executable, "-c", textwrap.dedent(WRITER), str(store.folder)], stdout=subprocess.PIPE, cwd=ROOT
        )
        process.stdout.readline()
        seen = [store.file("/ru/").read_bytes() for _ in range(400)]  # a reader, while it is replaced again and again
        os.kill(process.pid, signal.SIGKILL)
        process.communicate()
        for body in (*seen, store.file("/ru/").read_bytes()):
            assert len(body) == 160_000
            assert body == body[:8] * 20_000
        assert list(store.paths()) == ["/ru/"]


def test_a_page_that_was_prepared_is_not_there_yet(store):
    store.write([("/ru/", PAGE)])
    ready = store.prepare("/ru/", encoded(b"other" * 100))
    assert store.local("/ru/") == PAGE.body
    store.put([ready])
    assert store.local("/ru/") == b"other" * 100


def test_a_page_that_was_prepared_in_vain_leaves_nothing(store):
    store.write([("/ru/", PAGE)])
    store.discard([store.prepare("/ru/city/most/", PAGE)])
    assert names(store) == ["ru/index.html", "ru/index.html.br", "ru/index.html.gz", "ru/index.html.zst"]
    assert not (store.folder / "ru/city/most").exists()


def test_what_killed_writers_left_is_swept_when_nobody_can_be_writing_it(store):
    store.prepare("/ru/city/", PAGE)
    young = set(names(store))
    store.sweep()
    assert set(names(store)) == young
    for name in young:
        os.utime(store.folder / name, (0, time.time() - 7200))
    store.write([("/ru/", PAGE)])
    store.sweep()
    assert names(store) == ["ru/index.html", "ru/index.html.br", "ru/index.html.gz", "ru/index.html.zst"]
