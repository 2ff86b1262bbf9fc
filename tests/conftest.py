"""A newsroom's tree, and articles published as a newsroom publishes them: from files."""

import gc
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from textwrap import dedent

import hypothesis
import pytest
from django.utils import translation

from tests import running
from tests.migrated import RUN_WITHIN, drop_postgresql_template, sqlite_file

# The same examples in every run: a run decides about a change, and not about luck.
hypothesis.settings.register_profile("steady", derandomize=True, deadline=None)
hypothesis.settings.load_profile("steady")


LONG = {"journeys", "browser", "hostile", "test_on_postgresql.py", "test_wheel.py", "test_hostile_engine.py"}
"""Folders and files whose tests last longest: begun first, they do not keep the others waiting at the end."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: (LONG.isdisjoint(item.path.parts), item.path.name not in LONG))


def pytest_collection_finish() -> None:
    # Thousands of tests and all of Django stay: Python need not look through them for garbage again and again. A sixth
    # of the processor's time, measured on the tests of the review.
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


def pytest_sessionfinish(session: pytest.Session) -> None:
    if os.environ.keys().isdisjoint({"PYTEST_XDIST_WORKER", RUN_WITHIN}):
        factory: pytest.TempPathFactory = session.config._tmp_path_factory  # a new one would have a new folder
        running.end(factory)
        drop_postgresql_template(factory)


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


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """With the newsroom's tree and two empty sections: made once, and not in each test."""
    with django_db_blocker.unblock():
        _plant()
        _make_sections()


@pytest.fixture(scope="module")
def database_as_it_was(django_db_setup, django_db_blocker):
    """For tests with `transaction=True, serialized_rollback=True`, which empty the database: after them all is back."""
    from django.db import connection

    with django_db_blocker.unblock():
        connection._test_serialized_contents = connection.creation.serialize_db_to_string()
    yield
    with django_db_blocker.unblock():
        connection.creation.deserialize_db_from_string(connection._test_serialized_contents)


@pytest.fixture(autouse=True)
def _no_language_left_by_another_test():
    """A request leaves its reader's language active in the thread; the next request or test sets its own."""
    translation.deactivate()


@pytest.fixture
def in_english(settings):
    """Words of the desk as the sources have them; without it they come in the newsroom's first language."""
    settings.LANGUAGE_CODE = "en"  # and no language that is active: workers and requests leave none


@pytest.fixture
def newsroom(db):
    """Locales, front pages and the site record, as every command makes them."""
    from lingotype.delivery import newest, rendering
    from lingotype.translation import desk_routes

    for kept in (rendering.PARTS, newest.since, desk_routes):
        kept.forget()  # what is known of another test's database
    _plant()  # what the test's own settings have more


def _plant() -> None:
    from django.conf import settings

    from lingotype.newsroom.tree import plant

    plant(settings.LINGOTYPE.languages, settings.LINGOTYPE.site_name, settings.LINGOTYPE.site_url)


def _make_sections() -> None:
    from wagtail.models import Locale

    from lingotype.newsroom.places import section

    for slug in ("city", "news"):
        section(slug, Locale.objects.get(language_code="ru"))


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
