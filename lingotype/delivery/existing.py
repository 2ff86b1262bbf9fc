"""Every address that leads somewhere, read from the database by a thread of the door.

The door is built before Django knows its models, so they are imported when they are asked for.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django.db import connection

if TYPE_CHECKING:
    from django.db.models import QuerySet

_AT_ONCE = 5_000


def stored(after: int) -> Iterator[tuple[int, str]]:
    """Pages that stand in the store, or are to."""
    from lingotype.delivery.models import StoredPage

    return _read(StoredPage.objects.filter(pk__gt=after), "path")


def moved(after: int) -> Iterator[tuple[int, str]]:
    """Old addresses that lead on."""
    from wagtail.contrib.redirects.models import Redirect

    for pk, path in _read(Redirect.objects.filter(pk__gt=after), "old_path"):
        yield pk, path.partition("?")[0]


def _read(rows: "QuerySet[Any]", field: str) -> Iterator[tuple[int, str]]:
    try:
        yield from rows.order_by("pk").values_list("pk", field).iterator(_AT_ONCE)
    finally:
        connection.close()  # of this thread, which nobody else tidies up


SOURCES = (stored, moved)
