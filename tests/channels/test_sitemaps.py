"""Site maps: every public page once, with its other languages, and nothing that does not exist."""

from uuid import uuid4

import pytest
from django.http import Http404
from lxml import html

from lingotype.channels.sitemaps import index, sitemap_addresses
from lingotype.channels.sitemaps import sitemap as sitemap_view
from lingotype.newsroom.models import ArticlePage, FrontPage, StaticPage
from tests.channels.reading import Xml, sitemap
from tests.factories import article, translation

SITE = "http://127.0.0.1:8000"
LANGUAGES = ("ru", "en", "uk", "es", "he")


def located(found):
    return [url.removeprefix(SITE) for url in found.all("//map:loc/text()")]


def urls(client, code):
    """Every entry of a language's maps, file by file."""
    parts = located(sitemap(client, "/sitemap.xml"))
    files = [path for path in parts if path.startswith((f"/sitemap-{code}.xml", f"/sitemap-{code}-"))]
    return [url for path in files for url in sitemap(client, path).all("/map:urlset/map:url")]


def paths(client, code):
    return [url[0].text.removeprefix(SITE) for url in urls(client, code)]


@pytest.fixture
def about(newsroom):
    """A static page in Russian and English; its Ukrainian version is a draft."""
    key = uuid4()
    for front in FrontPage.objects.filter(locale__language_code__in=["ru", "en", "uk"]).select_related("locale"):
        is_live = front.slug != "uk"
        front.add_child(
            instance=StaticPage(title="О нас", slug="about", locale=front.locale, live=is_live, translation_key=key)
        )


def test_the_index_names_the_maps_of_every_language(paper, client):
    parts = located(sitemap(client, "/sitemap.xml"))
    assert [path for path in parts if path.count("-") == 1] == [f"/sitemap-{code}.xml" for code in LANGUAGES]
    assert [path.split("-")[1] for path in parts if path.count("-") == 2] == ["ru", "en", "uk", "he"], "es has none"


def test_every_public_page_stands_in_the_map_of_its_language_once(paper, about, client):
    assert sorted(paths(client, "ru")) == sorted(
        [
            "/ru/", "/ru/about/", "/ru/city/", "/ru/new-york/", "/ru/city/arenda/", "/ru/city/parom/",
            "/ru/corrections/",
            "/ru/tag/arenda/", "/ru/tag/gorod/", "/ru/people/vera-sokolnik/", "/ru/people/anna-kovalchuk/",
        ]
    )  # fmt: skip
    assert "/uk/about/" not in paths(client, "uk")
    assert paths(client, "es") == ["/es/", "/es/new-york/", "/es/corrections/"]


def test_every_address_answers_and_is_its_own_canonical_one(paper, about, client):
    for code in LANGUAGES:
        for path in paths(client, code):
            response = client.get(path)
            assert response.status_code == 200, path
            page = html.fromstring(response.content.decode())
            assert page.xpath("//link[@rel='canonical']/@href") == [SITE + path]
            assert page.xpath("//meta[@name='robots']") == []


def test_alternates_are_mutual_and_exist(paper, about, client):
    alternates = {}
    for code in LANGUAGES:
        for url in urls(client, code):
            links = {link.get("hreflang"): link.get("href") for link in url if link.get("hreflang")}
            alternates[url[0].text] = links
            assert links[code] == url[0].text
    for links in alternates.values():
        for href in links.values():
            assert alternates[href] == links
    assert all("x-default" in links for links in alternates.values())


@pytest.mark.parametrize("path", ["/uk/", "/uk/city/orenda/", "/en/city/rents/", "/he/culture/letters/", "/ru/about/"])
def test_a_page_and_the_map_say_the_same_about_its_languages(paper, about, client, path):
    [entry] = [url for url in urls(client, path[1:3]) if url[0].text == SITE + path]
    listed = [link for link in entry if link.get("hreflang")]
    links = html.fromstring(client.get(path).content.decode()).xpath("//link[@hreflang]")
    assert listed
    assert [dict(link.attrib) for link in listed] == [dict(link.attrib) for link in links]


def test_x_default_leads_to_the_original_and_not_to_the_first_language(newsroom, client):
    translation(article("mikhtavim", "he"), "ru", "pisma")
    [entry] = [url for url in urls(client, "ru") if url[0].text == f"{SITE}/ru/city/pisma/"]
    [default] = [link.get("href") for link in entry if link.get("hreflang") == "x-default"]
    assert default == f"{SITE}/he/city/mikhtavim/"


def test_articles_stand_in_parts_without_loss_and_stay_where_they_are(paper, rf):
    def articles(path):
        return located(
            Xml(sitemap_view(rf.get("/"), "ru", int(path.split("-")[2][:-4]), size=1).content, "sitemap.rng")
        )

    files = [path for path in sitemap_addresses(size=1) if path.startswith("/sitemap-ru-")]
    before = {path: articles(path) for path in files}
    assert sorted(before.values()) == [["/ru/city/arenda/"], ["/ru/city/parom/"]]
    ArticlePage.objects.get(slug="parom").unpublish()
    [left] = [path for path in sitemap_addresses(size=1) if path.startswith("/sitemap-ru-")]
    assert before[left] == articles(left) == ["/ru/city/arenda/"]
    for number in (0, 1):
        with pytest.raises(Http404):
            sitemap_view(rf.get("/"), "ru" if number else "xx", number, size=1)


def test_the_index_names_every_file(paper, rf):
    assert located(Xml(index(rf.get("/"), size=2).content, "sitemap.rng")) == sitemap_addresses(size=2)[1:]


def test_other_maps_there_are_none(newsroom, client):
    for name in ("xx", "ru-2", "ru-99999999999999999999", ""):
        assert client.get(f"/sitemap-{name}.xml").status_code == 404


def test_addresses_are_the_settings_whatever_host_was_asked(paper, client):
    body = client.get("/sitemap-ru.xml", headers={"host": "evil.example"}).content.decode()
    assert "evil.example" not in body
