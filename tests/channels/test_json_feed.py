"""JSON Feed: the same stories, and how they were made."""

from wagtail.models import Locale

from lingotype.newsroom.places import section
from tests.channels.reading import json_feed, rss

SITE = "http://127.0.0.1:8000"


def test_an_item_says_everything_about_its_article(paper, client):
    feed = json_feed(client, "/ru/city/feed.json")
    assert feed["title"] == "Harbor Courier: Город"
    assert (feed["home_page_url"], feed["feed_url"]) == (f"{SITE}/ru/city/", f"{SITE}/ru/city/feed.json")
    story = feed["items"][0]
    assert story["url"] == f"{SITE}/ru/city/arenda/"
    assert story["summary"] == "Закон касается 48 тысяч квартир & домов."
    assert story["date_published"] == "2026-11-20T09:30:00+00:00"
    assert story["date_modified"] == "2026-11-21T08:00:00+00:00"
    assert story["authors"][0] == {"name": "Vera Sokolnik", "url": f"{SITE}/ru/people/vera-sokolnik/"}
    assert story["tags"] == ["Город", "arenda", "gorod"]
    assert story["image"].startswith(f"{SITE}/media/images/harbor")
    assert story["_lingotype"] == {"made_by": "original", "original_url": None}


def test_a_section_without_articles_leads_to_the_front_page(newsroom, client):
    section("sport", Locale.objects.get(language_code="ru"))
    feed = json_feed(client, "/uk/sport/feed.json")
    assert (feed["home_page_url"], feed["feed_url"]) == (f"{SITE}/uk/", f"{SITE}/uk/sport/feed.json")


def test_translations_say_how_they_were_made_and_from_what(paper, client):
    (by_people,) = json_feed(client, "/en/feed.json")["items"]
    by_machine = json_feed(client, "/uk/feed.json")["items"][0]
    original = f"{SITE}/ru/city/arenda/"
    assert by_people["_lingotype"] == {"made_by": "people", "original_url": original}
    assert by_machine["_lingotype"] == {"made_by": "machine", "original_url": original}


def test_what_an_article_lacks_is_left_out(paper, client):
    ferry = json_feed(client, "/ru/feed.json")["items"][1]
    assert not {"image", "date_modified", "authors", "summary"} & ferry.keys()


def test_both_formats_know_an_article_by_the_same_name(paper, client):
    ids = [item["id"] for item in json_feed(client, "/ru/feed.json")["items"]]
    assert ids == rss(client, "/ru/feed.xml").all("//guid/text()")
