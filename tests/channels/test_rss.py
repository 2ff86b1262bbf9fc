"""RSS: what stands in the feed, for whom, and under which address."""

import pytest
from lxml import html

from lingotype.newsroom.models import ArticlePage, Tag
from tests.channels.reading import item, rss
from tests.factories import article

SITE = "http://127.0.0.1:8000"
RENTS, FERRY = "Совет ограничил рост аренды", "Паром подорожал"


@pytest.mark.parametrize(
    ("url", "titles"),
    [
        ("/ru/feed.xml", [RENTS, FERRY]),
        ("/en/feed.xml", ["The council limits rents"]),
        ("/he/culture/feed.xml", ["מכתבים שלא הגיעו"]),
        ("/ru/culture/feed.xml", []),
        ("/ru/new-york/feed.xml", [RENTS]),
        ("/uk/new-york/feed.xml", ["Рада обмежила оренду"]),
    ],
)
def test_a_feed_holds_the_articles_of_its_place_and_language(paper, client, url, titles):
    feed = rss(client, url)
    assert feed.all("//item/title/text()") == titles
    assert feed.one("/rss/channel/language/text()") == url[1:3]
    assert feed.one("/rss/channel/atom:link/@href") == SITE + url
    home = url.removesuffix("feed.xml") if titles else "/ru/"  # a section without articles has no page of its own
    assert feed.one("/rss/channel/link/text()") == SITE + home


def test_the_pages_lead_to_their_feeds(paper, client):
    for url in ("/ru/", "/ru/city/", "/ru/new-york/"):
        page = html.fromstring(client.get(url).content.decode())
        (link,) = page.xpath("//link[@type='application/rss+xml']")
        feed = rss(client, link.get("href").removeprefix(SITE))
        assert feed.one("/rss/channel/title/text()") == link.get("title")


def test_an_item_says_everything_about_its_article(paper, client):
    of = item(rss(client, "/ru/feed.xml"), RENTS)
    assert of("link/text()") == [f"{SITE}/ru/city/arenda/"]
    assert of("description/text()") == ["Закон касается 48 тысяч квартир &amp; домов."]
    assert of("pubDate/text()") == ["Fri, 20 Nov 2026 09:30:00 +0000"]
    assert of("atom:updated/text()") == ["2026-11-21T08:00:00+00:00"]
    assert of("dc:creator/text()") == ["Vera Sokolnik", "Anna Kovalchuk"]
    assert of("category/text()") == ["Город", "arenda", "gorod"]
    assert of("media:content/@medium") == ["image"]
    assert of("media:content/@url")[0].startswith(f"{SITE}/media/images/harbor")
    assert of("media:content/media:credit/text()") == ["А. Зубрицкая"]
    assert of("dc:source") == []


def test_a_machine_translation_says_so_in_the_readers_language(paper, client):
    of = item(rss(client, "/uk/feed.xml"), "Рада обмежила оренду")
    (description,), (text,) = of("description/text()"), of("content:encoded/text()")
    assert description.startswith("Закон стосується 48 тисяч квартир.\n\n")
    notice = description.rpartition("\n")[2]
    assert notice.startswith("Машинний переклад")
    assert text.startswith(f"<p><em>{notice}</em>")
    assert of("dc:source/text()") == [f"{SITE}/ru/city/arenda/"]


def test_a_translation_by_people_names_its_translator(paper, client):
    of = item(rss(client, "/en/feed.xml"), "The council limits rents")
    assert of("content:encoded/text()")[0].startswith("<p><em>Translated by Dana Reed.</em> ")


def test_guids_stay_with_the_text_and_differ_by_language(paper, client):
    before = [rss(client, f"/{code}/feed.xml").all("//guid/text()") for code in ("ru", "en", "uk", "he")]
    every = [guid for guids in before for guid in guids]
    assert len(every) == len(set(every)) == 6
    page = ArticlePage.objects.get(pk=paper.pk)
    page.slug, page.title = "novyy", "Новый заголовок"
    page.save_revision().publish()
    after = rss(client, "/ru/feed.xml")
    assert after.all("//guid/text()") == before[0]
    assert f"{SITE}/ru/city/novyy/" in after.all("//item/link/text()")


def test_only_the_newest_fifty(newsroom, client):
    section = article("pervaya").get_parent()
    for number in range(55):
        section.add_child(instance=ArticlePage(title=f"Статья {number}", locale=section.locale))
    titles = rss(client, "/ru/feed.xml").all("//item/title/text()")
    assert len(titles) == 50
    assert (titles[0], titles[-1]) == ("Статья 54", "Статья 5")


def test_control_characters_that_an_editor_pasted_break_nothing(newsroom, client):
    article("port", title="Порт\x0b и \x08море", dek="Де\x0cк", tags=["port"])
    Tag.objects.update(name="По\x0bрт")
    for url in ("/ru/feed.xml", "/ru/feed.json", "/sitemap-ru.xml", "/news-sitemap.xml"):
        assert client.get(url).status_code == 200
    assert rss(client, "/ru/feed.xml").all("//item/title/text()") == ["Порт и море"]


def test_what_is_no_place_has_no_feed(paper, client):
    for url in ("/ru/nothing/feed.xml", "/ru/arenda/feed.xml", "/ru/tag/feed.xml", "/ru/nothing/feed.json"):
        assert client.get(url).status_code == 404


def test_a_withdrawn_article_leaves_the_feed(paper, client):
    ArticlePage.objects.get(pk=paper.pk).unpublish()
    assert rss(client, "/ru/feed.xml").all("//item/title/text()") == [FERRY]
