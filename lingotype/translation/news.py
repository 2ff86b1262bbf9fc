"""Whether anybody has written to the database since: what spares a worker without work most of its looking."""

from django.db import connection


def version() -> int | None:
    """A number that is another one once any other connection has written; None where the database has no such number.

    SQLite's own, which costs some microseconds: https://www.sqlite.org/pragma.html#pragma_data_version
    """
    if connection.vendor != "sqlite":
        return None
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA data_version")
        return int(cursor.fetchone()[0])
