"""From one address to Django's database settings; and what is said when that database fails."""

from pathlib import Path
from typing import Any

import dj_database_url
from django.db import DatabaseError, OperationalError
from django.db.backends.base.base import BaseDatabaseWrapper

from lingotype.config.credentials import without_credentials

# WAL lets readers go on while a worker writes; FULL loses nothing when the power goes; IMMEDIATE takes the write
# lock at the start, so that two writers wait for each other instead of failing in the middle.
_SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 30,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
}


def database(url: str, folder: Path) -> dict[str, Any]:
    """Django's settings for `sqlite:///FILE` (relative to the newsroom's folder) or `postgres://…`."""
    if url.startswith("sqlite:///"):
        name = folder / url.removeprefix("sqlite:///")
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": str(name), "OPTIONS": dict(_SQLITE_OPTIONS)}
    return dict(dj_database_url.parse(url, conn_max_age=60, conn_health_checks=True))


def compile_nothing(connection: BaseDatabaseWrapper, **about: object) -> None:
    """Have PostgreSQL answer on this new connection without compiling the question first.

    It compiles where it expects much work, and expects that of whatever joins many tables as long as nothing has
    counted their rows: in a new newsroom four pages with all their kinds took 380 ms, and take 6. Said on the
    connection and not in its address, where a pooler as pgbouncer refuses options.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET jit = off")


def what_ails(error: DatabaseError) -> str | None:
    """One line for the operator when the database itself is out of order; None when the fault is ours."""
    words = without_credentials(" ".join(str(error).split()))
    if isinstance(error, OperationalError):
        return f"the database does not answer: {words}"
    if type(error) is DatabaseError:  # those of its children that are our mistakes have names of their own
        return f"the database cannot be used: {words}. Put a good copy of it in its place"
    return None
