"""kill -9 of the worker while it fills the page store.

Whatever moment it is, every page that is there is whole, and the next worker makes the rest.
"""

import gzip
import os
import random
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import brotli
import pytest
import zstandard

from tests.commands.warm import Warm
from tests.journeys.databases import copy_sqlite, looking
from tests.journeys.waiting import wait_until

KILLS, ARTICLES = 10, 6
UNDONE = """
    SELECT path FROM delivery_storedpage WHERE wanted > made
    UNION ALL SELECT key FROM delivery_change WHERE number IS NULL
    UNION ALL SELECT lang FROM translation_job WHERE state IN ('queued', 'translating')
"""
STORED = "SELECT path FROM delivery_storedpage WHERE etag <> ''"
UNPACK = {".br": brotli.decompress, ".gz": gzip.decompress, ".zst": zstandard.ZstdDecompressor().decompress}
URL = "sqlite:///paper.sqlite3"


@pytest.fixture
def warm(tmp_path_factory: pytest.TempPathFactory, tmp_path: Path) -> Iterator[Warm]:
    folder = tmp_path / "paper"
    folder.mkdir()
    copy_sqlite(tmp_path_factory, folder / "paper.sqlite3")
    settings = Path(__file__).with_name("newspaper.toml").read_text(encoding="utf-8").replace("DATABASE", URL)
    (folder / "lingotype.toml").write_text(settings, encoding="utf-8")
    with Warm(folder, tmp_path / "files") as running:
        yield running


def publish(warm: Warm, edition: int) -> None:
    for number in range(ARTICLES):
        text = f"---\ntitle: Статья {number}, издание {edition}\nlang: ru\nslug: article-{number}\n---\nСлово.\n"
        (warm.folder / f"{number}.md").write_text(text, encoding="utf-8")
    assert warm.run("publish", *(f"{number}.md" for number in range(ARTICLES))).status == 0


def pages(warm: Warm) -> dict[Path, bytes]:
    found = (file for file in (warm.folder / "pages").rglob("*") if file.is_file() and ".new-" not in file.name)
    return {file: file.read_bytes() for file in found if file.suffix not in UNPACK}


def everything_there_is_whole(warm: Warm) -> None:
    for file, content in pages(warm).items():
        assert content.rstrip().endswith((b"</html>", b"</rss>", b"}")), file


def test_every_page_is_whole_at_any_moment_and_made_in_the_end(warm: Warm) -> None:
    moments = random.Random(20261128)
    for number in range(KILLS):
        if number % 3 == 0:  # the last time at 9
            publish(warm, edition=number)
        pid = warm.start("worker")
        time.sleep(moments.uniform(0.1, 1.0))
        os.kill(pid, signal.SIGKILL)
        assert warm.wait(pid) == -signal.SIGKILL
        everything_there_is_whole(warm)
    last = warm.start("worker")
    with looking(URL, warm.folder) as look:
        wait_until(lambda: look(STORED) and not look(UNDONE), about=lambda: look(UNDONE))
    os.kill(last, signal.SIGTERM)
    assert warm.wait(last) == 0
    all_is_fresh(warm)


def all_is_fresh(warm: Warm) -> None:
    """In every encoding, in the last edition."""
    found = pages(warm)
    for file, content in found.items():
        for suffix, unpack in UNPACK.items():
            beside = file.with_name(file.name + suffix)
            assert not beside.exists() or unpack(beside.read_bytes()) == content, beside
    front = found[warm.folder / "pages" / "ru" / "index.html"].decode()
    assert all(f"Статья {number}, издание {KILLS - 1}" in front for number in range(ARTICLES))
    assert (warm.folder / "pages" / "en" / "index.html").read_text(encoding="utf-8").count(f"ИЗДАНИЕ {KILLS - 1}") >= 1
