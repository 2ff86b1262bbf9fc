"""What it costs to bring one article's search entry up to date."""

from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.search.backends import get_search_backend
from wagtail.search.models import IndexEntry

from lingotype.delivery.search import found
from lingotype.newsroom.indexing import index_for_search
from tests.factories import article


def test_no_entry_is_read_but_the_article_s_own(newsroom):
    page = article("bridge")
    with CaptureQueriesContext(connection) as asked:
        index_for_search(page)
    mine = [query["sql"] for query in asked if IndexEntry._meta.db_table in query["sql"]]
    assert mine
    assert all("object_id" in sql for sql in mine), mine


def test_an_index_that_was_made_anew_is_searched_as_before(newsroom):
    article("bridge", title="Мост закрыт")
    page = article("ferry", title="Паром, который ходит вместо моста")
    backend = get_search_backend()
    rebuilder = backend.rebuilder_class(backend.get_index_for_model(type(page)))
    index = rebuilder.start()
    index.add_model(type(page))
    index.add_items(type(page), list(type(page).objects.all()))
    rebuilder.finish()
    assert {one.slug for one in found("мост", page.locale)} == {"bridge", "ferry"}
