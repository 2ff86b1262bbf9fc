"""The list of corrections: a stored page like every other list, fresh with each change and with no other."""

from datetime import date

import pytest

from lingotype.delivery.corrections import corrections_url
from lingotype.newsroom.models import ArticlePage, ReaderThanks
from tests.delivery.quiet import come_to_rest, differences, fill
from tests.factories import PUBLISHED, article, translation

WRONG = {"date": "2026-11-21", "text": "Мост длиной 300 метров, а не 400."}


@pytest.fixture
def paper(newsroom, store):
    bridge = article("most", tags=["port"], first_published_at=PUBLISHED)
    translation(bridge, "uk", "mist", first_published_at=PUBLISHED)
    article("school", place="news", first_published_at=PUBLISHED)
    fill()
    come_to_rest()
    return ArticlePage.objects.get(pk=bridge.pk)


def correct(page, *corrections):
    field = page._meta.get_field("corrections")
    rows = [{"type": "correction", "value": one, "id": f"0000000{n}"} for n, one in enumerate(corrections)]
    page.corrections = field.to_python(rows)
    page.save_revision(clean=False).publish()
    return ArticlePage.objects.get(pk=page.pk)


def stored(store, path):
    return (store.local(path) or b"").decode()


def rendered(store):
    return {path: store.file(path).stat().st_mtime_ns for path in store.paths()}


def test_every_language_has_a_list_and_the_foot_of_each_page_leads_there(paper, store, settings):
    for code in settings.LINGOTYPE.languages:
        assert '<html lang="' + code in stored(store, f"/{code}/corrections/")
        assert f'href="/{code}/corrections/"' in stored(store, f"/{code}/")
    assert "/ru/corrections/</loc>" in stored(store, "/sitemap-ru.xml")


def test_a_correction_makes_exactly_those_pages_new_that_show_it(paper, store):
    before = rendered(store)
    assert correct(paper, WRONG).corrected_on == date(2026, 11, 21)
    come_to_rest()
    assert differences() == {}
    changed = {path for path, when in rendered(store).items() if before.get(path) != when}
    shown = {"/ru/city/most/", "/ru/corrections/"}
    feeds = {f"/ru/{place}feed.{kind}" for place in ("", "city/") for kind in ("xml", "json")}
    assert shown | feeds <= changed
    assert {path for path in changed - shown - feeds if "sitemap" not in path} == set()
    assert WRONG["text"] in stored(store, "/ru/corrections/")
    assert 'href="/ru/corrections/"' in stored(store, "/ru/city/most/").partition('class="footer"')[0]


def test_a_correction_that_is_taken_back_leaves_the_list(paper, store):
    page = correct(paper, WRONG)
    come_to_rest()
    assert correct(page).corrected_on is None
    come_to_rest()
    assert WRONG["text"] not in stored(store, "/ru/corrections/")
    assert differences() == {}


def test_a_withdrawn_articles_corrections_leave_the_list_at_once(paper, store, client):
    page = correct(paper, WRONG)
    come_to_rest()
    assert WRONG["text"] in stored(store, "/ru/corrections/")
    page.unpublish()
    assert stored(store, "/ru/corrections/") == ""  # before any worker has done anything
    assert WRONG["text"] not in client.get("/ru/corrections/").content.decode()
    come_to_rest()
    assert differences() == {}


def test_the_newest_comes_first_and_a_page_holds_twenty(paper, client, django_assert_max_num_queries):
    for number in range(1, 23):
        correct(article(f"a-{number}", place="news"), {"date": f"2026-10-{number:02}", "text": f"Поправка {number}."})
    with django_assert_max_num_queries(15):
        html = client.get(corrections_url("ru")).content.decode()
    assert html.index("Поправка 22.") < html.index("Поправка 21.") < html.index("Поправка 3.")
    assert "Поправка 2." not in html
    assert "Поправка 1." in client.get("/ru/corrections/?page=2").content.decode()


def test_thanks_make_exactly_the_pages_new_that_say_them(paper, store):
    translated = ArticlePage.objects.get(translation_key=paper.translation_key, locale__language_code="uk")
    before = rendered(store)
    ReaderThanks.objects.create(article=translated, corrected_on=date(2026, 12, 3))
    come_to_rest()
    changed = {path for path, when in rendered(store).items() if before.get(path) != when}
    assert changed == {"/uk/city/mist/", "/uk/city/mist/side-by-side/"}
    assert '<time datetime="2026-12-03">' in stored(store, "/uk/city/mist/")
    assert differences() == {}
