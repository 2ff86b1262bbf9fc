"""A newsroom's database seen from outside, on SQLite and on PostgreSQL: only to be looked at."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg import sql

from tests.migrated import SERVER, copy_sqlite, postgresql_template

Look = Callable[[str], list[tuple[Any, ...]]]
"""From a query to the rows that it finds."""


@contextmanager
def looking(url: str, folder: Path) -> Iterator[Look]:
    """A way to look into the database that a newsroom's settings name; for the thread that asks for it."""
    if url.startswith("sqlite:///"):
        file = folder / url.removeprefix("sqlite:///")
        with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True, timeout=30)) as database:
            yield lambda query: database.execute(query).fetchall()
    else:
        with psycopg.connect(url, autocommit=True, options="-c default_transaction_read_only=on") as server:
            yield lambda query: server.execute(query).fetchall()


@contextmanager
def fresh_postgresql(factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an empty database of one's own, its tables made, gone afterwards.

    Skips where no server answers; never in CI.
    """
    name = sql.Identifier(f"lingotype_journey_{os.getpid()}")
    try:
        server = psycopg.connect(f"{SERVER}/postgres", autocommit=True, connect_timeout=3)
    except psycopg.OperationalError as error:
        if os.environ.get("CI") == "true":
            raise
        pytest.skip(f"no PostgreSQL server answers at {SERVER}: {error}")
    with server:
        server.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(name))
        template = sql.Identifier(postgresql_template(factory))
        server.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(name, template))
        try:
            yield f"{SERVER}/lingotype_journey_{os.getpid()}"
        finally:
            server.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(name))


def empty_database(kind: str, folder: Path, factory: pytest.TempPathFactory) -> AbstractContextManager[str]:
    """The address of an empty database for a newsroom's settings, its tables made.

    `sqlite` in the newsroom's folder, or `postgresql`.
    """
    if kind == "postgresql":
        return fresh_postgresql(factory)
    copy_sqlite(factory, folder / "paper.sqlite3")
    return nullcontext("sqlite:///paper.sqlite3")
