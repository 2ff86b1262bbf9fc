"""Leases between living workers: a job stays with the one that has it, and passes on only when that one is dead."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from lingotype.translation.jobs import MAX_ATTEMPTS
from tests.commands.articles import ENGLISH
from tests.commands.warm import Warm
from tests.journeys.databases import looking
from tests.journeys.waiting import wait_until
from tests.migrated import copy_sqlite
from tests.newsrooms import Newsroom

SETTINGS = """
[site]
name = "Harbor Courier"
[languages]
readers = ["en", "uk"]
[engines.one]
type = "tests.commands.engines.ENGINE"
[[routes]]
from = "en"
to = ["uk"]
engines = ["one"]
gate = "always"
"""
UNDONE = "SELECT 1 FROM translation_job WHERE state IN ('queued', 'translating')"
JOB = "SELECT state, lease, lease_until FROM translation_job"


@pytest.fixture
def warm(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, tmp_path: Path) -> Iterator[Warm]:
    folder = tmp_path / "paper"
    folder.mkdir()
    copy_sqlite(tmp_path_factory, folder / "lingotype.sqlite3")
    (folder / "lingotype.toml").write_text(SETTINGS.replace("ENGINE", request.param), encoding="utf-8")
    with Warm(folder, tmp_path / "files") as running:
        yield running


@pytest.mark.parametrize("warm", ["Stuck"], indirect=True)
def test_a_living_worker_keeps_its_job_and_a_dead_ones_goes_to_the_next(warm: Warm) -> None:
    newsroom = Newsroom(warm.folder, warm.run)
    newsroom.run("publish", newsroom.write("a.md", ENGLISH))
    with looking("sqlite:///lingotype.sqlite3", warm.folder) as look:
        first = warm.start("worker")
        wait_until(newsroom.asked)
        second = warm.start("worker")
        leases = set()
        wait_until(lambda: leases.update(look(JOB)) or len(leases) > 3)
        assert {(state, holder.split(":")[1]) for state, holder, _ in leases} == {("translating", str(first))}
        os.kill(first, signal.SIGKILL)
        warm.wait(first)
        wait_until(lambda: look(JOB) == [("published", "", None)])
        os.kill(second, signal.SIGTERM)
        assert warm.wait(second) == 0
    assert newsroom.asked().count("The ferry is late") == 2


@pytest.mark.parametrize("warm", ["Deadly"], indirect=True)
def test_a_text_that_kills_every_worker_keeps_no_other_from_its_readers_and_fails_in_the_end(warm: Warm) -> None:
    newsroom = Newsroom(warm.folder, warm.run)
    deadly = ENGLISH.replace("slug: ferry", "slug: poison").replace("The ferry", "The poison")
    newsroom.run("publish", newsroom.write("a.md", deadly))
    newsroom.run("publish", newsroom.write("b.md", ENGLISH))
    deaths = 0
    with looking("sqlite:///lingotype.sqlite3", warm.folder) as look:
        while look(UNDONE):
            worker = warm.start("worker")
            if deaths == MAX_ATTEMPTS:
                wait_until(lambda: not look(UNDONE))
                os.kill(worker, signal.SIGTERM)
            deaths += warm.wait(worker) == -signal.SIGKILL
            if deaths == 2:
                assert look("SELECT count(*) FROM translation_job WHERE state = 'published'") == [(1,)]
        [(state, error)] = look("SELECT state, error FROM translation_job WHERE state <> 'published'")
    assert (state, deaths) == ("failed", MAX_ATTEMPTS)
    assert error.startswith(f"{MAX_ATTEMPTS} workers ended in the middle of it")
