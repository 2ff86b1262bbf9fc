"""A newsroom's tree, and articles published as a newsroom publishes them: from files."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from textwrap import dedent

import hypothesis
import pytest
from django.utils import translation

from tests.migrated import drop_postgresql_template, sqlite_file

# The same examples in every run: a run decides about a change, and not about luck.
hypothesis.settings.register_profile("steady", derandomize=True, deadline=None)
hypothesis.settings.load_profile("steady")


LONG = {"journeys", "browser", "hostile", "test_on_postgresql.py", "test_wheel.py", "test_hostile_engine.py"}
"""Folders and files whose tests last longest: begun first, they do not keep the others waiting at the end."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: LONG.isdisjoint(item.path.parts))


def pytest_sessionfinish(session: pytest.Session) -> None:
    if "PYTEST_XDIST_WORKER" not in os.environ:
        drop_postgresql_template(pytest.TempPathFactory.from_config(session.config, _ispytest=True))


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix, tmp_path_factory):
    """Before pytest-django brings its database up to date: on SQLite, where it is in memory, it is so already."""
    from django.db import connection

    if connection.vendor != "sqlite":
        yield
        return
    with (
        closing(sqlite3.connect(connection.creation._get_test_db_name(), uri=True)) as memory,  # lives as long as this
        closing(sqlite3.connect(sqlite_file(tmp_path_factory))) as made,
    ):
        made.backup(memory)
        yield


@pytest.fixture(autouse=True)
def _no_language_left_by_another_test():
    """A request leaves its reader's language active in the thread; the next request or test sets its own."""
    translation.deactivate()


@pytest.fixture
def newsroom(db, settings):
    """Locales, front pages and the site record, as every command makes them."""
    from lingotype.delivery import rendering
    from lingotype.newsroom.tree import plant

    rendering.PARTS.forget()  # those of another test's database

    plant(settings.LINGOTYPE.languages, settings.LINGOTYPE.site_name, settings.LINGOTYPE.site_url)


@pytest.fixture
def publish(newsroom, tmp_path) -> Callable:
    """Publish one article file given as text; returns what became of it."""
    from lingotype.importing.publish import publish_file, read_files

    def from_text(text: str, name: str = "article.md"):
        path: Path = tmp_path / name
        path.write_text(dedent(text).lstrip(), encoding="utf-8")
        return publish_file(read_files([path])[0])

    return from_text


@pytest.fixture
def work() -> Callable:
    """Do all the jobs that are due; returns how many."""
    from lingotype.translation.worker import Worker

    def all_of_them() -> int:
        worker, done = Worker(), 0
        while worker.work_one():
            done += 1
        return done

    return all_of_them
