"""A language taken out of the settings: its pages stay in the database, and no address leads to them."""

from dataclasses import replace

import pytest
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect

from lingotype.channels.addresses import channel_addresses
from lingotype.channels.feeds import feed_addresses
from lingotype.delivery.addresses import moved_addresses, public_addresses
from lingotype.delivery.context import versions_of
from lingotype.delivery.export import export
from lingotype.delivery.story import original_page
from lingotype.newsroom.models import ArticlePage, EditionPage, FrontPage, SectionPage, StaticPage
from tests.factories import article, block, translation

REMOVED = ("uk", "he")


@pytest.fixture
def remove(settings):
    """Take languages out of the settings, as a newsroom started anew with another file has them."""

    def taken(*codes: str) -> None:
        left = tuple(code for code in settings.LINGOTYPE.readers if code not in codes)
        editorial = tuple(code for code in settings.LINGOTYPE.editorial if code not in codes)
        settings.LINGOTYPE = replace(settings.LINGOTYPE, readers=left, editorial=editorial)
        settings.LANGUAGES = [(code, name) for code, name in settings.LANGUAGES if code in settings.LINGOTYPE.languages]
        settings.WAGTAIL_CONTENT_LANGUAGES = settings.LANGUAGES

    return taken


@pytest.fixture
def paper(newsroom):
    """A bridge written in Russian and a letter written in Hebrew, both translated; each leads to the other."""
    now = timezone.now()
    letter = article("mikhtav", "he", published_at=now, tags=["port"], authors=["noa"])
    bridge = article("most", body=_leading_to(letter), published_at=now, tags=["port"], authors=["vera"])
    translation(bridge, "uk", "mist")
    translation(letter, "en", "letter", body=_leading_to(bridge))
    Redirect.objects.create(old_path="/uk/city/old", redirect_page=_page("mist"), is_permanent=True)
    Redirect.objects.create(old_path="/en/city/old", redirect_page=_page("letter"), is_permanent=True)
    Redirect.objects.create(old_path="/old-letter", redirect_page=letter, is_permanent=True)
    Redirect.objects.create(old_path="/old-bridge", redirect_link="/uk/city/mist/", is_permanent=False)


def _leading_to(page):
    link = f'<p>Об этом мы <a linktype="page" id="{page.pk}">писали</a>.</p>'
    return [block("paragraph", link), block("on_the_subject", {"article": page.pk})]


def _page(slug):
    return ArticlePage.objects.get(slug=slug)


def test_it_is_named_nowhere(newsroom, settings):
    original = article("most")
    translation(original, "uk", "mist")
    assert "uk" in {version.code for version in versions_of(original)}
    settings.LINGOTYPE = replace(settings.LINGOTYPE, readers=("ru", "en"))
    assert {version.code for version in versions_of(original)} == {"ru"}
    found = public_addresses()
    assert set(found) == {"ru", "en"}
    assert all("uk" not in address.versions.paths for addresses in found.values() for address in addresses)
    assert not [path for path in feed_addresses() if path.startswith("/uk/")]


def test_nothing_of_the_whole_site_leads_to_it(paper, remove, tmp_path):
    remove(*REMOVED)
    pages = [address.path for addresses in public_addresses().values() for address in addresses]
    report = export(tmp_path / "site", [*pages, *channel_addresses(timezone.now()), *moved_addresses()])
    assert (report.errors, report.broken_links) == ([], [])
    files = [file for file in (tmp_path / "site").rglob("*") if file.is_file()]
    assert (tmp_path / "site/en/city/letter/index.html") in files
    assert (tmp_path / "site/news-sitemap.xml") in files
    assert [file for file in files if file.is_relative_to(tmp_path / "site/uk")] == []
    for file in files:
        if file.suffix in (".html", ".xml", ".json", ".txt"):
            text = file.read_text(encoding="utf-8")
            assert not [code for code in REMOVED if f"/{code}/" in text or f'"{code}"' in text], file


@pytest.mark.parametrize(
    "path",
    ["/uk/", "/uk/city/", "/uk/city/mist/", "/uk/city/mist/side-by-side/", "/uk/feed.xml", "/uk/city/feed.json",
     "/uk/search/?q=a", "/uk/tag/port/", "/uk/people/vera/", "/sitemap-uk.xml", "/he/city/mikhtav/"],
)  # fmt: skip
def test_its_own_addresses_are_not_found(paper, remove, client, path):
    if "side-by-side" not in path:
        assert client.get(path).status_code == 200
    remove(*REMOVED)
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("path", ["/uk/city/old/", "/old-letter/", "/old-bridge/"])
def test_an_old_address_leads_to_it_no_more(paper, remove, client, path):
    assert client.get(path).status_code in (301, 302)
    assert path in moved_addresses()
    remove(*REMOVED)
    assert client.get(path, follow=True).status_code == 404
    assert path not in moved_addresses()


def test_other_old_addresses_still_lead_on(paper, remove, client):
    remove(*REMOVED)
    assert client.get("/en/city/old/")["Location"] == "/en/city/letter/"
    assert moved_addresses() == ["/en/city/old/"]


def test_a_translation_whose_original_it_was_stands_alone(paper, remove, client):
    assert original_page(_page("letter")).url == "/he/city/mikhtav/"
    assert client.get("/en/city/letter/side-by-side/").status_code == 200
    remove(*REMOVED)
    assert original_page(_page("letter")) is None
    html = client.get("/en/city/letter/").content.decode()
    assert "/side-by-side/" not in html
    assert "translationOfWork" not in html
    assert client.get("/en/city/letter/side-by-side/").status_code == 404


@pytest.mark.parametrize("model", [ArticlePage, EditionPage, FrontPage, SectionPage, StaticPage])
def test_no_page_can_be_made_private_which_feeds_would_not_know_of(model):
    assert model.private_page_options == []
