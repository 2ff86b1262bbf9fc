"""Site maps: every public page once, with its other languages, and nothing that does not exist."""

from uuid import uuid4

import pytest
from django.http import Http404
from lxml import html

from lingotype.channels.sitemaps import index, sitemap_addresses
from lingotype.channels.sitemaps import sitemap as sitemap_view
from lingotype.newsroom.models import FrontPage, StaticPage
from tests.channels.reading import Xml, sitemap
from tests.factories import article, translation

SITE = "http://127.0.0.1:8000"
LANGUAGES = ("ru", "en", "uk", "es", "he")


def located(found):
    return [url.removeprefix(SITE) for url in found.all("//map:loc/text()")]


@pytest.fixture
def about(newsroom):
    """A static page in Russian and English; its Ukrainian version is a draft."""
    key = uuid4()
    for front in FrontPage.objects.filter(locale__language_code__in=["ru", "en", "uk"]).select_related("locale"):
        is_live = front.slug != "uk"
        front.add_child(
            instance=StaticPage(title="О нас", slug="about", locale=front.locale, live=is_live, translation_key=key)
        )


def test_the_index_names_a_map_for_every_language(paper, client):
    assert located(sitemap(client, "/sitemap.xml")) == [
        f"/sitemap-{code}.xml" for code in ("ru", "en", "uk", "es", "he")
    ]


def test_every_public_page_stands_in_the_map_of_its_language_once(paper, about, client):
    paths = located(sitemap(client, "/sitemap-ru.xml"))
    assert sorted(paths) == sorted(
        [
            "/ru/", "/ru/about/", "/ru/city/", "/ru/new-york/", "/ru/city/arenda/", "/ru/city/parom/",
            "/ru/tag/arenda/", "/ru/tag/gorod/", "/ru/people/vera-sokolnik/", "/ru/people/anna-kovalchuk/",
        ]
    )  # fmt: skip
    assert "/uk/about/" not in located(sitemap(client, "/sitemap-uk.xml"))
    assert located(sitemap(client, "/sitemap-es.xml")) == ["/es/", "/es/new-york/"]


def test_every_address_answers_and_is_its_own_canonical_one(paper, about, client):
    for code in LANGUAGES:
        for path in located(sitemap(client, f"/sitemap-{code}.xml")):
            response = client.get(path)
            assert response.status_code == 200, path
            page = html.fromstring(response.content.decode())
            assert page.xpath("//link[@rel='canonical']/@href") == [SITE + path]
            assert page.xpath("//meta[@name='robots']") == []


def test_alternates_are_mutual_and_exist(paper, about, client):
    alternates = {}
    for code in LANGUAGES:
        for url in sitemap(client, f"/sitemap-{code}.xml").all("/map:urlset/map:url"):
            links = {link.get("hreflang"): link.get("href") for link in url if link.get("hreflang")}
            alternates[url[0].text] = links
            assert links[code] == url[0].text
    for links in alternates.values():
        for href in links.values():
            assert alternates[href] == links
    assert all("x-default" in links for links in alternates.values())


@pytest.mark.parametrize("path", ["/uk/", "/uk/city/orenda/", "/en/city/rents/", "/he/culture/letters/", "/ru/about/"])
def test_a_page_and_the_map_say_the_same_about_its_languages(paper, about, client, path):
    found = sitemap(client, f"/sitemap-{path[1:3]}.xml")
    listed = found.all(f"//map:url[map:loc='{SITE}{path}']/xhtml:link")
    links = html.fromstring(client.get(path).content.decode()).xpath("//link[@hreflang]")
    assert listed
    assert [dict(link.attrib) for link in listed] == [dict(link.attrib) for link in links]


def test_x_default_leads_to_the_original_and_not_to_the_first_language(newsroom, client):
    translation(article("mikhtavim", "he"), "ru", "pisma")
    url = f"//map:url[map:loc='{SITE}/ru/city/pisma/']"
    default = sitemap(client, "/sitemap-ru.xml").one(f"{url}/xhtml:link[@hreflang='x-default']/@href")
    assert default == f"{SITE}/he/city/mikhtavim/"


def test_a_long_map_has_several_files_without_loss(paper, rf):
    whole = Xml(sitemap_view(rf.get("/"), "ru").content, "sitemap.rng")
    parts = [located(Xml(sitemap_view(rf.get("/"), "ru", page, limit=3).content, "sitemap.rng")) for page in (1, 2, 3)]
    assert [len(part) for part in parts] == [3, 3, 3]
    assert [path for part in parts for path in part] == located(whole)
    with pytest.raises(Http404):
        sitemap_view(rf.get("/"), "ru", 4, limit=3)


def test_the_index_names_every_file_of_a_long_map(paper, rf):
    paths = located(Xml(index(rf.get("/"), limit=3).content, "sitemap.rng"))
    assert paths[:3] == ["/sitemap-ru.xml", "/sitemap-ru-2.xml", "/sitemap-ru-3.xml"]
    assert paths == sitemap_addresses(limit=3)[1:]


def test_other_maps_there_are_none(newsroom, client):
    for name in ("xx", "ru-2", "ru-99999999999999999999", ""):
        assert client.get(f"/sitemap-{name}.xml").status_code == 404


def test_addresses_are_the_settings_whatever_host_was_asked(paper, client):
    body = client.get("/sitemap-ru.xml", headers={"host": "evil.example"}).content.decode()
    assert "evil.example" not in body
