"""The tests that touch the database most, once more on PostgreSQL: a newsroom that outgrows SQLite changes one line."""

import os
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

from tests.migrated import RUN_WITHIN, postgresql_template, shared

ROOT = Path(__file__).resolve().parents[1]
SERVER = "postgres://postgres@127.0.0.1:5432/test"
FOLLOWING = (
    "everything_public_is_stored_as_a_reader_gets_it", "a_changed_title_reaches_every_page_that_shows_it",
    "an_article_that_leaves_a_list_is_missed_by_it_also_where_it_was_not_shown",
    "after_any_change_the_store_is_as_fresh[deleted]",
)  # fmt: skip
"""The others differ from these in what is changed, and not in what the database is asked."""
FILES = (
    "tests/commands/test_connections.py",
    "tests/translation/test_jobs.py", "tests/translation/test_budget.py", "tests/translation/near/test_matches.py",
    "tests/translation/glossary/test_seeding.py", "tests/delivery/test_pages.py", "tests/delivery/test_purging.py",
    *(f"tests/delivery/test_store_follows.py::test_{name}" for name in FOLLOWING),
    "tests/importing/originals/test_comparing.py", "tests/importing/originals/test_wishes.py",
    "tests/importing/originals/test_killed.py", "tests/importing/originals/test_never_public.py",
    "tests/importing/originals/test_reading.py", "tests/desk/originals/test_deciding.py",
    "tests/desk/board/test_board.py", "tests/translation/steering/test_steering.py",
    "tests/translation/dry_run/test_dry_run.py", "tests/desk/languages/test_figures.py",
)  # fmt: skip


def is_there() -> bool:
    try:
        psycopg.connect(SERVER, connect_timeout=3).close()
    except psycopg.OperationalError:
        return False
    return True


@pytest.mark.postgresql
@pytest.mark.skipif(
    os.environ.get("CI") != "true" and not is_there(), reason=f"no PostgreSQL server answers at {SERVER}"
)
def test_the_same_tests_pass_on_postgresql(tmp_path_factory):
    there = {"LINGOTYPE_TEST_DATABASE": SERVER, "LINGOTYPE_TEST_TEMPLATE": postgresql_template(tmp_path_factory)}
    there |= {RUN_WITHIN: str(shared(tmp_path_factory))}
    ours = {name: text for name, text in os.environ.items() if not name.startswith("PYTEST_XDIST")}  # a run of its own
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--create-db", *FILES],
        cwd=ROOT, env={**ours, **there}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-3000:]
    assert " passed" in done.stdout
