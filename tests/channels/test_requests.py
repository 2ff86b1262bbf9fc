"""What a channel costs: conditional requests, and queries that do not grow with the paper."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from lingotype.newsroom.models import ArticlePage
from tests.channels.reading import rss
from tests.factories import article, block, translation

FEEDS = ["/ru/feed.xml", "/ru/city/feed.json"]
MAPS = ["/sitemap.xml", "/sitemap-ru.xml", "/robots.txt", "/news-sitemap.xml"]
MOST = {
    "/ru/feed.xml": 20, "/uk/feed.xml": 20, "/ru/city/feed.json": 20, "/ru/new-york/feed.xml": 20,
    "/sitemap.xml": 9, "/sitemap-ru.xml": 10, "/news-sitemap.xml": 3,
}  # fmt: skip
"""Queries to the database for one answer, at most."""


def test_who_has_it_already_gets_nothing_again(paper, client):
    for url in (*FEEDS, *MAPS):
        first = client.get(url)
        again = client.get(url, headers={"if-none-match": first["ETag"]})
        assert (again.status_code, again.content) == (304, b""), url
        assert client.get(url, headers={"if-none-match": '"another"'}).status_code == 200
        assert client.post(url).status_code == 405
        assert client.head(url).status_code == 200


def test_a_feed_knows_when_it_changed(paper, client):
    first = client.get("/ru/feed.xml")
    assert client.get("/ru/feed.xml", headers={"if-modified-since": first["Last-Modified"]}).status_code == 304
    page = ArticlePage.objects.get(pk=paper.pk)
    page.title = "Исправлено"
    page.save_revision().publish()
    for name in ("ETag", "Last-Modified"):
        header = {"ETag": "if-none-match", "Last-Modified": "if-modified-since"}[name]
        assert client.get("/ru/feed.xml", headers={header: first[name]}).status_code == 200


def test_an_empty_feed_does_not_change_with_the_clock(newsroom, client):
    assert rss(client, "/ru/feed.xml").one("//lastBuildDate/text()") == "Thu, 01 Jan 1970 00:00:00 +0000"


def queries(client, url):
    client.get(url)  # where the site's root is has been asked once and is kept from here on
    with CaptureQueriesContext(connection) as asked:
        assert client.get(url).status_code == 200
    return len(asked)


def test_more_articles_cost_no_more_queries(paper, ferry, picture, client):
    before = {url: queries(client, url) for url in MOST}
    for number in range(4):
        image = {"image": picture.pk, "alt": "А", "caption": "", "credit": ""}
        subject, link = {"article": paper.pk}, f'<p><a linktype="page" id="{paper.pk}">тут</a></p>'
        page = article(
            f"yeshche-{number}", place="city" if number % 2 else "world", tags=[f"teg-{number}"],
            authors=[f"avtor-{number}"], editions=["new-york"], lead_image=picture,
            body=[block("paragraph", link), block("image", image), block("on_the_subject", subject)],
        )  # fmt: skip
        translation(page, "uk", f"shche-{number}")
    assert {url: queries(client, url) for url in MOST} == before
    assert all(before[url] <= most for url, most in MOST.items()), before
