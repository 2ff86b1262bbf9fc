"""Where each language of an article stands, above its text."""

import pytest
from django.urls import reverse
from django.utils import translation
from django.utils.html import escape

from lingotype.desk.languages_panel import language_rows
from lingotype.newsroom.models import ArticlePage
from lingotype.translation.models import ArticleUse, State
from tests.desk.conftest import job, version, written


def rows(article):
    return {row.code: row for row in language_rows(article)}


def test_every_reader_language_but_its_own_stands_there(article):
    assert list(rows(article)) == ["en", "uk", "es", "he"]


def test_a_language_shows_its_state_its_error_and_its_page(article, work):
    work()
    shown = rows(article)
    ukrainian = version(article, "uk")
    assert (shown["uk"].state, shown["uk"].page_id, shown["uk"].url) == ("published", ukrainian.pk, ukrainian.url)
    assert (shown["es"].state, shown["es"].page_id, shown["es"].url) == ("waiting", None, "")
    assert "[[routes]]" in shown["es"].error


@pytest.mark.parametrize("state", State)
def test_every_state_has_words(article, state):
    type(job(article, "uk")).objects.filter(article=article).update(state=state, error="why")
    row = rows(article)["uk"]
    assert row.label
    assert row.meaning or row.error


def test_a_draft_that_readers_do_not_see_can_be_edited_but_not_visited(publish, work):
    article = publish("---\ntitle: The bridge is open\nlang: en\n---\nThe mayor was there.\n").page
    work()
    row = rows(article)["ru"]  # this pair goes out after a review
    assert (row.state, row.url) == ("held", "")
    assert row.page_id == version(article, "ru").pk


def test_it_takes_three_queries(article, work, django_assert_num_queries):
    work()
    article = ArticlePage.objects.select_related("locale").get(pk=article.pk)
    language_rows(article)  # the addresses of the site are known from here on
    with django_assert_num_queries(3):
        language_rows(article)


def test_the_editor_sees_it_on_the_originals_page_after_a_reload(desk, article, work):
    address = reverse("wagtailadmin_pages:edit", args=[article.pk])
    assert 'data-language="uk" data-state="queued"' in desk.get(address).content.decode()
    work()
    html = desk.get(address).content.decode()
    assert 'data-language="uk" data-state="published"' in html
    assert reverse("wagtailadmin_pages:edit", args=[version(article, "uk").pk]) in html
    assert f'href="{escape(version(article, "uk").url)}"' in html


def test_a_new_article_has_no_languages_yet(desk, article):
    add = reverse("wagtailadmin_pages:add", args=["newsroom", "articlepage", article.get_parent().pk])
    assert "desk-languages" not in desk.get(add).content.decode()


def test_a_draft_of_a_public_article_asks_for_nothing_until_it_is_published(article, work):
    work()
    page = ArticlePage.objects.get(pk=article.pk)
    page.title = "Мост закрыт"
    page.save_revision()
    assert rows(article)["uk"].state == "published"
    page.latest_revision.publish()
    assert rows(article)["uk"].state == "queued"


def test_an_article_written_in_the_editor_is_wanted_in_every_language(desk, article, work):
    add = reverse("wagtailadmin_pages:add", args=["newsroom", "articlepage", article.get_parent().pk])
    answer = desk.post(add, {**written(), "action-publish": "action-publish"})
    assert answer.status_code == 302, answer.context["form"].errors
    new = ArticlePage.objects.get(title="Паром опоздал")
    assert {row.state for row in language_rows(new)} == {"queued"}
    work()
    assert version(new, "uk").live


def test_a_withdrawn_article_is_withdrawn_in_every_language(article, work):
    work()
    ArticlePage.objects.get(pk=article.pk).unpublish()
    assert {row.state for row in rows(ArticlePage.objects.get(pk=article.pk)).values()} == {"withdrawn"}


def test_the_question_whether_to_delete_it_names_the_translations(desk, article, work):
    work()
    html = desk.get(reverse("wagtailadmin_pages:delete", args=[article.pk])).content.decode()
    assert "Its translations go off with it: English, Українська." in html
    shown = desk.get(reverse("wagtailadmin_pages:delete", args=[version(article, "uk").pk])).content.decode()
    assert "go off with it" not in shown


def test_what_engines_were_sent_and_what_it_cost_stand_there_with_a_total(desk, article, work):
    work()
    for lang, cost in (("uk", "0.25"), ("he", "0.001")):
        ArticleUse.objects.create(
            article=article, lang=lang, engine="paid", characters=12_400, cost=cost, currency="EUR"
        )
    html = desk.get(reverse("wagtailadmin_pages:edit", args=[article.pk])).content.decode()
    assert "characters · about €0.25" in html
    assert "12,400 characters · less than €0.01" in html
    assert "for all languages so far" in html
    with translation.override("en"):
        assert rows(article)["es"].cost == "17 characters"  # of a quotation's original
    with translation.override("ru"):
        assert "0,25\xa0€" in rows(article)["uk"].cost
