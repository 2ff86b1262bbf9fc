"""A change finds the stored pages that read it, and no others."""

from datetime import timedelta

import pytest
from wagtail.models import Site

from lingotype.delivery.pages import PAGE_SIZE
from lingotype.newsroom.models import ArticlePage, NewsroomSettings, Person, SectionPage, Tag
from tests.delivery.quiet import come_to_rest, differences, fill
from tests.factories import PUBLISHED, article, translation


@pytest.fixture
def paper(newsroom, store):
    bridge = article("most", tags=["port"], authors=["ann"], editions=["new-york"], first_published_at=PUBLISHED)
    translation(bridge, "uk", "mist", first_published_at=PUBLISHED)
    article("school", tags=["port"], place="news", first_published_at=PUBLISHED)
    fill()
    come_to_rest()
    return bridge


def rendered(store):
    return {path: store.file(path).stat().st_mtime_ns for path in store.paths()}


def test_everything_public_is_stored_as_a_reader_gets_it(paper):
    assert differences() == {}


def test_a_changed_title_reaches_every_page_that_shows_it(paper, store):
    before = rendered(store)
    page = ArticlePage.objects.get(pk=paper.pk)
    page.title = "Мост закрыт"
    page.save_revision(clean=False).publish()
    come_to_rest()
    assert differences() == {}
    changed = {path for path, when in rendered(store).items() if before.get(path) != when}
    assert {"/ru/", "/ru/city/", "/ru/city/most/", "/ru/tag/port/", "/ru/people/ann/", "/ru/new-york/"} <= changed
    assert {"/uk/city/mist/side-by-side/", "/ru/feed.xml", "/ru/city/feed.json"} <= changed
    assert not changed & {"/en/", "/es/", "/uk/tag/port/", "/ru/news/feed.xml"}


@pytest.mark.parametrize(
    "change",
    [
        lambda page: _rename(Tag, "port"),
        lambda page: _rename(Person, "ann"),
        lambda page: NewsroomSettings.for_site(Site.objects.get()).save(),
        lambda page: page.tags.clear() or page.save(),
        lambda page: page.unpublish(),
        lambda page: page.delete(),
        lambda page: _move(page, "news"),
        lambda page: article("new", tags=["port"], place="sport", first_published_at=PUBLISHED),
    ],
    ids=["tag", "person", "settings", "no-tags", "unpublished", "deleted", "moved", "new"],
)
def test_after_any_change_the_store_is_as_fresh(paper, change):
    change(ArticlePage.objects.get(pk=paper.pk))
    come_to_rest()
    assert differences() == {}


def test_an_article_that_leaves_a_list_is_missed_by_it_also_where_it_was_not_shown(newsroom, store):
    for number in range(PAGE_SIZE):
        article(f"port-{number}", tags=["port"], place="news", first_published_at=PUBLISHED)
    oldest = article("old", tags=["port"], published_at=PUBLISHED - timedelta(days=9), first_published_at=PUBLISHED)
    fill()
    come_to_rest()
    assert b"page=2" in store.local("/ru/tag/port/")
    oldest.tags.clear()
    oldest.save()
    come_to_rest()
    assert b"page=2" not in store.local("/ru/tag/port/")


def _rename(model, slug):
    record = model.objects.get(slug=slug)
    record.name = "Совсем другое имя"
    record.save()


def _move(page, section):
    page.move(SectionPage.objects.get(slug=section, locale=page.locale), pos="last-child")
