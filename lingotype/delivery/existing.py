"""Every address that leads somewhere, read from the database by a thread of the door."""

from collections.abc import Iterator

from django.db import connection, models
from wagtail.contrib.redirects.models import Redirect

from lingotype.delivery.models import StoredPage

_AT_ONCE = 5_000


def stored(after: int) -> Iterator[tuple[int, str]]:
    """Pages that stand in the store, or are to."""
    return _read(StoredPage.objects.filter(pk__gt=after), "path")


def moved(after: int) -> Iterator[tuple[int, str]]:
    """Old addresses that lead on."""
    for pk, path in _read(Redirect.objects.filter(pk__gt=after), "old_path"):
        yield pk, path.partition("?")[0]


def _read(rows: "models.QuerySet[models.Model]", field: str) -> Iterator[tuple[int, str]]:
    try:
        yield from rows.order_by("pk").values_list("pk", field).iterator(_AT_ONCE)
    finally:
        connection.close()  # of this thread, which nobody else tidies up


SOURCES = (stored, moved)
