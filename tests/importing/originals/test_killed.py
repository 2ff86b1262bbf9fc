"""A worker that is killed while it reads: another one reads the text, and nothing is lost."""

import signal
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest

from tests.importing.originals.conftest import RETOLD, SOURCE
from tests.newsrooms import Newsroom, copied, environment

SETTINGS = """
[site]
name = "Harbor Courier"
[languages]
readers = ["ru", "en"]
"""
WISH = f"""
import django; django.setup()
from lingotype.importing.originals import reading
from lingotype.importing.originals.wishes import sources_of, want_given
from lingotype.newsroom.models import ArticlePage
article = ArticlePage.objects.get()
want_given(article, sources_of(article)[0], {SOURCE!r}.encode(), "a.txt")
def hang(*_):
    import time
    print("reading", flush=True)
    time.sleep(60)
reading._read = hang
reading.read_one_source()
"""
WORK = """
import django; django.setup()
from lingotype.translation.worker import Worker
from lingotype.config.chores import CHORES
from lingotype.importing.models import SourceText
import time
worker, until = Worker(CHORES), time.monotonic() + 40
while SourceText.objects.filter(compared_with=None).exists() and time.monotonic() < until:
    worker.work_one() or time.sleep(0.05)
"""
STATE = "SELECT state, attempts, text FROM importing_sourcetext"


@pytest.fixture
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Newsroom:
    from textwrap import dedent

    made = copied(tmp_path_factory, tmp_path_factory.mktemp("killed") / "paper", SETTINGS)
    made.write("most.md", dedent(RETOLD).lstrip())
    assert made.run("publish", "most.md").status == 0
    return made


def python(newsroom: Newsroom, program: str) -> "subprocess.Popen[bytes]":
    named = {"LINGOTYPE_SITE": str(newsroom.folder), "DJANGO_SETTINGS_MODULE": "lingotype.config.settings"}
    return subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, env=environment(**named))


def test_a_killed_worker_loses_nothing(newsroom: Newsroom):
    with python(newsroom, WISH) as worker:
        assert worker.stdout.readline() == b"reading\n"
        worker.send_signal(signal.SIGKILL)
    assert newsroom.rows(STATE) == [("reading", 1, "")]
    with closing(sqlite3.connect(newsroom.folder / "lingotype.sqlite3")) as database:  # its ten seconds are over
        database.execute("UPDATE importing_sourcetext SET lease_until = '2000-01-01 00:00:00'")
        database.commit()
    with python(newsroom, WORK) as worker:
        assert worker.wait(60) == 0
    assert newsroom.rows(STATE) == [("ready", 0, SOURCE)]
    [(proposals,)] = newsroom.rows("SELECT proposals FROM importing_sourcetext")
    assert "14 million" in proposals
