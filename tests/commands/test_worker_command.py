"""`lingotype worker`: works until told to stop, and finishes what it has in hand."""

import signal
from collections.abc import Iterator

import pytest

from tests.commands.articles import ENGLISH
from tests.journeys.waiting import wait_until
from tests.newsrooms import Newsroom

STATES = "SELECT lang, state, lease FROM translation_job ORDER BY lang"
SLOW = """
[languages]
readers = ["en", "ru", "uk", "es", "be"]
[engines.slow]
type = "tests.commands.engines.Slow"
[[routes]]
from = "en"
to = ["*"]
engines = ["slow"]
gate = "always"
"""


@pytest.fixture
def newsroom(paper: Newsroom) -> Newsroom:
    """Four languages of one article to be translated by an engine that takes its time."""
    paper.write("lingotype.toml", SLOW)
    assert paper.run("publish", paper.write("a.md", ENGLISH)).status == 0
    return paper


@pytest.fixture
def worker(newsroom: Newsroom) -> Iterator:
    running = newsroom.start("worker")
    yield running
    running.kill()
    running.wait()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_told_to_stop_it_finishes_the_job_at_hand_and_begins_no_other(newsroom: Newsroom, worker, number) -> None:
    wait_until(newsroom.asked)
    worker.send_signal(number)
    assert worker.wait(60) == 0
    assert len(newsroom.asked()) == 4
    assert sorted(state for _, state, _ in newsroom.rows(STATES)) == ["published", "queued", "queued", "queued"]
    assert {lease for _, _, lease in newsroom.rows(STATES)} == {""}
    said = (newsroom.folder / "said.txt").read_text(encoding="utf-8")
    first, *_, last = said.splitlines()
    assert first == f"The worker of Newsroom ({newsroom.folder}) is at work; Ctrl-C ends it."
    assert last == "The worker has ended; it left nothing half done."
    assert "Traceback" not in said


def test_two_workers_share_the_work_and_do_nothing_twice(newsroom: Newsroom, worker) -> None:
    with newsroom.start("worker") as second:
        wait_until(lambda: {state for _, state, _ in newsroom.rows(STATES)} == {"published"})
        second.terminate()
    questions = [(row["text"], row["to"]) for row in newsroom.questions()]
    assert len(questions) == len(set(questions)) == 16
