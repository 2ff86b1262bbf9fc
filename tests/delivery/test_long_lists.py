"""The pages of a list lead to each other, and the list is not counted for it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale

from lingotype.delivery.pages import PAGE_SIZE
from lingotype.newsroom.places import section
from tests.delivery.many import fill

LAST = 4
"""The number of the list's last page, which is full."""


@pytest.fixture
def pagination(newsroom, client):
    """What a list says of its pages: the number, the newer and the older one."""
    fill(section("city", Locale.objects.get(language_code="en")), LAST * PAGE_SIZE)

    def ask(query):
        shown = client.get(f"/en/city/{query}").context["pages"]
        return shown["number"], shown["previous_url"], shown["next_url"]

    return ask


def test_each_page_leads_to_the_newer_and_the_older_one(pagination, client):
    assert pagination("") == (1, "", "?page=2")
    assert pagination("?page=2") == (2, "?page=1", "?page=3")
    assert pagination(f"?page={LAST}") == (LAST, f"?page={LAST - 1}", "")
    assert "<span>Page 2</span>" in client.get("/en/city/?page=2").content.decode()
    shown = [teaser.url for number in range(1, LAST + 1) for teaser in articles_on(client, number)]
    assert len(set(shown)) == len(shown) == LAST * PAGE_SIZE


def articles_on(client, number):
    return client.get(f"/en/city/?page={number}").context["teasers"]


@pytest.mark.parametrize("query", [f"?page={LAST + 1}", "?page=999999", f"?page={'9' * 40}"])
def test_what_is_after_the_last_page_is_the_last_page(pagination, query):
    assert pagination(query) == (LAST, f"?page={LAST - 1}", "")


@pytest.mark.parametrize("query", ["?page=0x", "?page=", "?page=³", "?page=one", "?page=0", "?page=-1"])
def test_what_is_no_number_is_the_first_page(pagination, query):
    assert pagination(query) == (1, "", "?page=2")


def test_nothing_is_counted_for_a_page_that_is_there(pagination):
    with CaptureQueriesContext(connection) as asked:
        pagination("")
        pagination("?page=3")
    assert not [query["sql"] for query in asked if "COUNT(" in query["sql"]]


def test_a_list_of_one_page_says_nothing_of_pages(newsroom, client):
    fill(section("port", Locale.objects.get(language_code="en")), PAGE_SIZE)
    answer = client.get("/en/port/")
    assert answer.context["pages"] is None
    assert len(answer.context["teasers"]) == PAGE_SIZE
