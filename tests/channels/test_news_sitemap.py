"""Google News: the last two days, by a clock that the tests set."""

from datetime import timedelta

import pytest
from django.http import Http404

from lingotype.channels.news_sitemap import news_addresses, news_sitemap
from tests.channels.reading import Xml, sitemap
from tests.factories import PUBLISHED

SITE = "http://127.0.0.1:8000"


def at(rf, moment, page=0, **how):
    return Xml(news_sitemap(rf.get("/"), page, clock=lambda: moment, **how).content, "sitemap.rng")


RENTS = {"Совет ограничил рост аренды", "The council limits rents", "Рада обмежила оренду"}
LETTERS = {"מכתבים שלא הגיעו"}


@pytest.mark.parametrize(
    ("since", "titles"),
    [
        (timedelta(seconds=-1), LETTERS),
        (timedelta(0), LETTERS | RENTS),
        (timedelta(days=1), RENTS),
        (timedelta(days=2, seconds=-1), RENTS),
        (timedelta(days=2), set()),
    ],
)
def test_only_articles_of_the_last_two_days(paper, rf, since, titles):
    assert set(at(rf, PUBLISHED + since).all("//news:title/text()")) == titles


def test_a_news_item_says_paper_language_date_and_title(paper, rf):
    found = at(rf, PUBLISHED + timedelta(hours=1))
    item = f"//map:url[map:loc='{SITE}/en/city/rents/']/news:news"
    assert found.one(f"{item}/news:publication/news:name/text()") == "Harbor Courier"
    assert found.one(f"{item}/news:publication/news:language/text()") == "en"
    assert found.one(f"{item}/news:publication_date/text()") == "2026-11-20T09:30:00+00:00"
    assert found.one(f"{item}/news:title/text()") == "The council limits rents"


def test_more_articles_than_a_file_may_hold_make_a_list_of_files(paper, rf):
    now = PUBLISHED + timedelta(hours=1)
    whole = at(rf, now).all("//map:loc/text()")
    listed = at(rf, now, limit=2).all("/map:sitemapindex/map:sitemap/map:loc/text()")
    assert listed == [f"{SITE}/news-sitemap-{number}.xml" for number in (1, 2)]
    parts = [at(rf, now, page, limit=2).all("//map:loc/text()") for page in (1, 2)]
    assert parts[0] + parts[1] == whole
    assert [f"{SITE}{path}" for path in news_addresses(now, limit=2)[1:]] == listed
    with pytest.raises(Http404):
        at(rf, now, 3, limit=2)


def test_it_is_served(paper, client):
    assert sitemap(client, "/news-sitemap.xml").root.tag.endswith("urlset")
    assert client.get("/news-sitemap-2.xml").status_code == 404
