"""Whether anybody has written to the database: asked from a process whose database is a file, as a newsroom's is."""

import subprocess
import sys
import textwrap

import pytest

from tests.newsrooms import ROOT, Newsroom, copied, environment

SCRIPT = """
    import sqlite3, sys, threading, time
    from pathlib import Path
    from lingotype.config.new import start_django
    folder = Path(sys.argv[1])
    start_django(folder)
    from lingotype.translation import news
    from lingotype.translation.worker import Worker

    def write():
        with sqlite3.connect(folder / "lingotype.sqlite3") as other:
            other.execute("UPDATE wagtailcore_site SET site_name = site_name || '.'")

    first, again = news.version(), news.version()
    write()
    print(first == again, news.version() != first)

    class Idle(Worker):
        looks = 0

        def work_one(self):
            self.looks += 1
            return False

    worker = Idle()
    thread = threading.Thread(target=worker.help_out)
    thread.start()
    time.sleep(2.5)
    print(worker.looks)
    worker.stopping.set()
    thread.join()
"""


@pytest.fixture
def paper(tmp_path_factory, tmp_path) -> Newsroom:
    return copied(tmp_path_factory, tmp_path / "paper")


def test_a_write_is_news_and_without_news_a_worker_seldom_looks(paper):
    words = [sys.executable, "-c", textwrap.dedent(SCRIPT), str(paper.folder)]
    said = subprocess.run(words, cwd=ROOT, env=environment(), capture_output=True, text=True, check=True).stdout
    told, looks = said.split("\n")[:2]
    assert told == "True True"
    assert int(looks) <= 4  # ten times as many without it
