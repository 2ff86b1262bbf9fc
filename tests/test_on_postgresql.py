"""The tests that touch the database most, once more on PostgreSQL: a newsroom that outgrows SQLite changes one line."""

import os
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

from tests.migrated import postgresql_template

ROOT = Path(__file__).resolve().parents[1]
SERVER = "postgres://postgres@127.0.0.1:5432/test"
FILES = (
    "tests/translation/test_jobs.py", "tests/translation/test_budget.py", "tests/translation/near/test_matches.py",
    "tests/translation/glossary/test_seeding.py", "tests/delivery/test_pages.py", "tests/delivery/test_purging.py",
    "tests/delivery/test_store_follows.py",
    "tests/importing/originals/test_comparing.py", "tests/importing/originals/test_wishes.py",
    "tests/importing/originals/test_killed.py", "tests/importing/originals/test_never_public.py",
    "tests/importing/originals/test_reading.py", "tests/desk/originals/test_deciding.py",
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
    ours = {name: text for name, text in os.environ.items() if not name.startswith("PYTEST_XDIST")}  # a run of its own
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--create-db", *FILES],
        cwd=ROOT, env={**ours, **there}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-3000:]
    assert " passed" in done.stdout
