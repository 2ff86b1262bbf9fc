"""Wagtail's search index and reference index, written once a change instead of at each of its three or four saves."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from wagtail.models import Page, ReferenceIndex
from wagtail.search.index import insert_or_update_object

_suspended = threading.local()


def index_for_search(page: Page) -> None:
    """Bring the page's search entry up to date, unless `indexed_once` does so later."""
    if not getattr(_suspended, "value", False):
        _index(page)


@contextmanager
def indexed_once() -> Iterator[list[Page]]:
    """Write both indexes at the end of the block, once, for the pages that the block puts into the list."""
    from wagtail.signal_handlers import disable_reference_index_auto_update  # wants every model to be loaded

    pages: list[Page] = []
    _suspended.value = True
    try:
        with disable_reference_index_auto_update():
            yield pages
    finally:
        _suspended.value = False
    for page in pages:
        _index(page)
        ReferenceIndex.create_or_update_for_object(page)


def _index(page: Page) -> None:
    page.__dict__.pop("search_words", None)  # of an earlier text; the index asks three times
    insert_or_update_object(page)
