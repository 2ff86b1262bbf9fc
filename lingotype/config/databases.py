"""From one address to Django's database settings."""

from pathlib import Path
from typing import Any

import dj_database_url

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
