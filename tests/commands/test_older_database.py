"""Every command first brings an older database up to date."""

import sqlite3
from contextlib import closing

from tests.newsrooms import Newsroom


def test_what_a_later_version_adds_is_there_after_any_command(paper: Newsroom) -> None:
    with closing(sqlite3.connect(paper.folder / "lingotype.sqlite3")) as database:
        database.execute("DROP TABLE delivery_purge")
        database.execute("DELETE FROM django_migrations WHERE app = 'delivery' AND name LIKE '0002%'")
        database.commit()
    assert paper.run("status").status == 0
    assert paper.rows("SELECT count(*) FROM delivery_purge") == [(0,)]
    assert paper.rows("SELECT count(*) FROM django_migrations WHERE app = 'delivery' AND name LIKE '0002%'") == [(1,)]
