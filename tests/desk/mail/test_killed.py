"""A worker that is killed while a server takes its message: another sends it again, and mail programs see one."""

import signal
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager

import pytest

from tests.desk.mail.servers import smtp_server
from tests.newsrooms import SETTINGS, Newsroom, copied

ROW = (
    "INSERT INTO desk_outgoingmail (sender, addresses, subject, text, html, headers, made_at, attempts, not_before,"
    " error, is_given_up, lease) VALUES ('desk@courier.example', '{\"to\": [\"ada@courier.example\"]}', 'Held', 'A',"
    " '', '{\"Message-ID\": \"<1@courier.example>\"}', '2026-11-27', 0, '2026-11-27', '', 0, '')"
)


@pytest.fixture
def paper(tmp_path_factory, tmp_path) -> Newsroom:
    return copied(tmp_path_factory, tmp_path / "paper")


def test_a_worker_killed_in_the_middle_loses_no_mail(paper: Newsroom) -> None:
    with smtp_server() as inbox:
        mail = f'[mail]\ntype = "smtp"\nfrom = "desk@courier.example"\nurl = "smtp://127.0.0.1:{inbox.port}"\n'
        paper.write("lingotype.toml", SETTINGS + mail)
        write(paper, ROW)
        inbox.waits = 30.0
        with working(paper, signal.SIGKILL):
            until(lambda: inbox.offered == 1)
        assert paper.rows("SELECT attempts FROM desk_outgoingmail") == [(1,)]
        assert len(inbox.messages) == 1
        write(paper, "UPDATE desk_outgoingmail SET lease_until = '2026-11-27 00:00:00'")
    with smtp_server(inbox.port) as other:
        with working(paper, signal.SIGTERM):
            until(lambda: paper.rows("SELECT attempts FROM desk_outgoingmail") == [])
        assert [message["Message-ID"] for message in other.messages] == ["<1@courier.example>"]


@contextmanager
def working(paper: Newsroom, ends_by: signal.Signals) -> Iterator[None]:
    """With a worker of this newsroom, which is ended so."""
    worker = paper.start("worker", "--quiet")
    try:
        yield
    finally:
        worker.send_signal(ends_by)
        worker.wait(60)


def write(paper: Newsroom, sql: str) -> None:
    with closing(sqlite3.connect(paper.folder / "lingotype.sqlite3", timeout=30)) as database, database:
        database.execute(sql)


def until(done) -> None:
    for _ in range(600):
        if done():
            return
        time.sleep(0.1)
    raise AssertionError("not within a minute")
