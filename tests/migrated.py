"""Databases that are up to date, made once in a run and copied: migrating an empty one keeps a processor busy for 20 s.

All processes of a run share them: whoever needs one first makes it, and the others wait.
"""

import fcntl
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

ROOT = Path(__file__).resolve().parents[1]
SERVER = "postgres://postgres@127.0.0.1:5432"


RUN_WITHIN = "LINGOTYPE_TEST_RUN_WITHIN"
"""Names the folder of another run, whose things this one shares and leaves behind."""


def shared(factory: pytest.TempPathFactory) -> Path:
    """A folder for all processes of this run."""
    if other := os.environ.get(RUN_WITHIN):
        return Path(other)
    base = factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


def once(path: Path, make: Callable[[Path], None]) -> Path:
    """The path, made before by whoever was first: `make` gets a path to make it at."""
    with path.with_name(f"{path.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not path.exists():
            unfinished = path.with_name(f"{path.name}.new")
            make(unfinished)
            unfinished.rename(path)
    return path


def sqlite_file(factory: pytest.TempPathFactory) -> Path:
    """A file with every table, empty as far as migrations leave it. To be copied, not written."""

    def make(file: Path) -> None:
        migrate(f"sqlite:///{file}")
        with closing(sqlite3.connect(file)) as database:
            database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            database.execute("PRAGMA journal_mode = DELETE")  # one file, and what a database in memory can be made of

    return once(shared(factory) / "migrated.sqlite3", make)


def copy_sqlite(factory: pytest.TempPathFactory, file: Path) -> None:
    """Such a database of one's own, in the journal mode that the product gives its own: only one process may set it."""
    shutil.copy(sqlite_file(factory), file)
    with closing(sqlite3.connect(file)) as database:
        database.execute("PRAGMA journal_mode = WAL")


def postgresql_template(factory: pytest.TempPathFactory) -> str:
    """The name of such a database on the server, to be named as the template of new ones; gone when the run ends."""

    def make(file: Path) -> None:
        name = f"lingotype_migrated_{os.getpid()}"
        with psycopg.connect(f"{SERVER}/postgres", autocommit=True) as server:
            server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        migrate(f"{SERVER}/{name}")
        file.write_text(name, encoding="utf-8")

    return once(_note(factory), make).read_text(encoding="utf-8")


def drop_postgresql_template(factory: pytest.TempPathFactory) -> None:
    """At the end of a run."""
    note = _note(factory)
    if note.exists():
        with psycopg.connect(f"{SERVER}/postgres", autocommit=True) as server:
            name = sql.Identifier(note.read_text(encoding="utf-8"))
            server.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(name))


def _note(factory: pytest.TempPathFactory) -> Path:
    return shared(factory) / "postgresql-template"


def migrate(url: str) -> None:
    """Bring the database at that address up to date, in a process of its own."""
    env = {**os.environ, "DJANGO_SETTINGS_MODULE": "tests.settings", "LINGOTYPE_TEST_DATABASE": url}
    words = [sys.executable, "-m", "django", "migrate", "--verbosity", "0"]
    subprocess.run(words, cwd=ROOT, env={**env, "PYTHONPATH": str(ROOT)}, check=True)
