"""Wagtail's search in the database, without the rank that a short title would give.

For that rank the library reads the titles of all entries twice for each one that it writes, whatever the size of the
paper. Readers get what they search for newest first. At the desk, where Wagtail sorts by rank, a short title counts as
much as a long one.
"""

from functools import cache
from typing import Any

from wagtail.search.backends import database


def SearchBackend(params: dict[str, Any]) -> Any:  # noqa: N802 - the name by which Wagtail looks for it
    """The backend for the database of this newsroom; `params` are the settings of the backend."""
    backend = database.SearchBackend(params)
    backend.index_class = _unranked(backend.index_class)
    return backend


@cache
def _unranked(index: type) -> type:
    class Unranked(index):
        def _refresh_title_norms(self, full: bool = False) -> None:
            """Every title counts the same, as long as it may be."""

    return Unranked
