"""Lists of very many articles are counted only as far as the page that is asked for needs it."""

import pytest
from wagtail.models import Locale

from lingotype.delivery.pages import COUNTED, PAGE_SIZE
from lingotype.newsroom.places import section
from tests.delivery.many import fill

LAST = COUNTED // PAGE_SIZE + 3
"""The number of the long list's last page."""


@pytest.fixture
def pagination(newsroom, client):
    """What a long list says of its pages: the number, how many there are, the newer and the older one."""
    english = Locale.objects.get(language_code="en")
    fill(section("city", english), LAST * PAGE_SIZE)
    fill(section("port", english), COUNTED)

    def ask(query, place="city"):
        shown = client.get(f"/en/{place}/{query}").context["pages"]
        return shown["number"], shown["count"], shown["previous_url"], shown["next_url"]

    return ask


def test_a_long_list_says_how_many_pages_it_has_on_its_last_page_only(pagination):
    assert pagination("") == (1, None, "", "?page=2")
    assert pagination("?page=3") == (3, None, "?page=2", "?page=4")
    assert pagination(f"?page={LAST - 1}") == (LAST - 1, None, f"?page={LAST - 2}", f"?page={LAST}")
    for query in (f"?page={LAST}", f"?page={LAST + 1}", "?page=999999", f"?page={'9' * 40}"):
        assert pagination(query) == (LAST, LAST, f"?page={LAST - 1}", ""), query


@pytest.mark.parametrize("query", ["?page=0x", "?page=", "?page=³", "?page=one"])
def test_what_is_no_number_is_the_first_page(pagination, query):
    assert pagination(query) == (1, None, "", "?page=2")


def test_a_list_that_is_not_long_says_how_many_pages_it_has(pagination, client):
    assert pagination("", "port") == (1, COUNTED // PAGE_SIZE, "", "?page=2")
    assert f"<span>Page 1 of {COUNTED // PAGE_SIZE}</span>" in client.get("/en/port/").content.decode()
    assert "<span>Page 1</span>" in client.get("/en/city/").content.decode()
