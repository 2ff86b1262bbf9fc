"""The form in which articles are written: its tags, its editions, its address."""

import pytest
from django.urls import reverse
from wagtail.models import Locale
from wagtail.test.utils.form_data import streamfield

from lingotype.newsroom.models import ArticlePage, Tag, TagName
from lingotype.newsroom.places import edition
from tests.desk.conftest import written


@pytest.fixture
def section(article):
    return article.get_parent()


@pytest.fixture
def save(desk, section):
    """Save a new article, or an article again; returns it as it stands then."""

    def send(page=None, action="action-publish", **changes):
        address = (
            reverse("wagtailadmin_pages:edit", args=[page.pk])
            if page
            else reverse("wagtailadmin_pages:add", args=["newsroom", "articlepage", section.pk])
        )
        answer = desk.post(address, {**written(**changes), **({action: action} if action else {})})
        assert answer.status_code == 302, answer.context["form"].errors
        return ArticlePage.objects.get(pk=page.pk) if page else ArticlePage.objects.order_by("pk").last()

    return send


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"id": "two words"}, "One short word"),
        ({"lang": "English"}, "code of a language"),
        ({"url": "file:///x"}, "URL"),
    ],
)
def test_a_source_is_judged_as_in_a_file(desk, article, changed, said):
    good = {"id": "post", "publication": "Post", "url": "https://post.example/", "lang": "en"}
    sources = streamfield([("source", {**good, **changed})])
    address = reverse("wagtailadmin_pages:edit", args=[article.pk])
    answer = desk.post(address, {**written(sources=sources), "action-publish": "action-publish"})
    assert said in answer.content.decode()
    assert ArticlePage.objects.get(pk=article.pk).sources.raw_data[0]["value"]["id"] == "post"


def tags(page):
    return sorted((tag.name, tag.lang) for tag in page.tags.all())


def test_tags_are_found_by_name_and_new_ones_made_in_the_articles_language(save):
    port = Tag.objects.create(name="Порт", lang="ru", slug="port")
    page = save(tags='Порт, "Зимняя навигация"')
    assert tags(page) == [("Зимняя навигация", "ru"), ("Порт", "ru")]
    assert port in page.tags.all()
    assert Tag.objects.get(name="Зимняя навигация").slug == "zimnyaya-navigatsiya"


def test_a_tag_of_another_language_is_shown_and_kept_by_its_name_in_this_one(desk, save):
    harbour = Tag.objects.create(name="Harbour", lang="en", slug="harbour")
    TagName.objects.create(tag=harbour, lang="ru", name="Порт")
    page = save(tags="Порт")
    assert list(page.tags.all()) == [harbour]
    html = desk.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert 'value="&quot;Порт&quot;"' in html
    assert list(save(page, tags='"Порт"').tags.all()) == [harbour]


def test_no_tag_is_made_for_an_article_that_is_refused(desk, section):
    add = reverse("wagtailadmin_pages:add", args=["newsroom", "articlepage", section.pk])
    answer = desk.post(add, {**written(title="", tags="Новая"), "action-publish": "action-publish"})
    assert answer.status_code == 200
    assert not Tag.objects.filter(name="Новая").exists()


@pytest.mark.parametrize("typed", ["по", "По", "har", "HAR"])
def test_names_are_completed_in_every_language(desk, article, typed):
    harbour = Tag.objects.create(name="Harbour", lang="en", slug="harbour")
    TagName.objects.create(tag=harbour, lang="ru", name="Порт")
    offered = desk.get(reverse("desk_tag_names"), {"term": typed}).json()
    assert offered == (["Harbour"] if typed.isascii() else ["Порт"])


@pytest.mark.parametrize("typed", ["", "\0", "%", "q" * 5000])
def test_completion_takes_anything(desk, article, typed):
    assert desk.get(reverse("desk_tag_names"), {"term": typed}).json() == []


def test_only_the_editions_of_the_articles_language_are_offered(desk, section):
    edition("new-york", Locale.objects.get(language_code="ru"))
    html = desk.get(reverse("wagtailadmin_pages:add", args=["newsroom", "articlepage", section.pk])).content.decode()
    assert html.count('type="checkbox" name="editions"') == 1


def test_editions_are_saved(save):
    new_york = edition("new-york", Locale.objects.get(language_code="ru"))
    assert list(save(editions=[new_york.pk]).editions.all()) == [new_york]


def test_the_address_is_made_from_the_title_by_the_languages_tables(save):
    assert save(title="Щедрый ёж").slug == "shchedryy-yozh"


def test_the_address_of_a_draft_follows_its_title_until_readers_know_it(save):
    draft = save(action="", title="Паром")
    assert draft.slug == "parom"
    published = save(draft, title="Паром опоздал", slug="parom")
    assert published.slug == "parom-opozdal"
    assert save(published, title="Паром утонул", slug="parom-opozdal").slug == "parom-opozdal"


def test_an_address_that_an_editor_chose_stays(save):
    draft = save(action="", title="Паром", slug="late-ferry")
    assert save(draft, title="Паром опоздал", slug="late-ferry").slug == "late-ferry"


def test_an_address_is_taken_once_a_language(desk, article, save):
    save(slug="late-ferry")
    add = reverse("wagtailadmin_pages:add", args=["newsroom", "articlepage", article.get_parent().pk])
    answer = desk.post(add, {**written(slug="late-ferry"), "action-publish": "action-publish"})
    assert "slug" in answer.context["form"].errors
