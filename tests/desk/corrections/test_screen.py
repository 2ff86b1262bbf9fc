"""The form, who may send it, and what it says of each language."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from wagtail.models import GroupPagePermission, Page

from lingotype.desk.corrections.form import today
from lingotype.desk.corrections.standing import standings
from lingotype.newsroom.models import ArticlePage, FrontPage
from lingotype.translation.models import Job, State
from tests.desk.conftest import version
from tests.desk.corrections.conftest import TEXT, address, texts


@pytest.fixture
def member(django_user_model, client):
    """Somebody with these permissions on the pages of a language, signed in."""

    def make(lang, *codenames):
        user = django_user_model.objects.create_user("bob", "", "x")
        group = Group.objects.create(name="some")
        group.permissions.add(Permission.objects.get(codename="access_admin"))
        front = Page.objects.get(pk=FrontPage.objects.get(locale__language_code=lang).pk)
        for codename in codenames:
            permission = Permission.objects.get(content_type__app_label="wagtailcore", codename=codename)
            GroupPagePermission.objects.create(group=group, page=front, permission=permission)
        user.groups.add(group)
        client.force_login(user)
        return client

    return make


def test_the_day_is_the_newsrooms_and_not_tomorrow(translated, desk, write):
    assert f'value="{today():%Y-%m-%d}"' in desk.get(address(translated)).content.decode()
    html = write(translated, day=(today() + timedelta(days=1)).isoformat()).content.decode()
    assert "This day has not come yet." in html
    assert texts(translated) == []


@pytest.mark.parametrize("text", ["", "  ", "a" * 3000, "a\0b"])
def test_what_is_no_text_is_refused_at_the_field(translated, write, text):
    assert write(translated, text).status_code == 200
    assert texts(translated) == []


def test_the_screen_says_when_each_language_has_it_and_why_not(translated, write, desk, work):
    html = write(translated).content.decode()
    assert "The correction is public." in html
    assert 'data-language="ru" data-there="yes"' in html
    assert 'data-language="uk" data-there="no"' in html
    work()
    (one,) = standings(ArticlePage.objects.get(pk=translated.pk))
    there = {language.code: language.is_there for language in one.languages}
    assert there == {"ru": True, "en": True, "uk": True, "es": False, "he": False}
    since = {language.code: language.since for language in one.languages if language.is_there}
    assert since["ru"] <= since["uk"]
    Job.objects.filter(article=translated, lang="es").update(state=State.HELD, error="a number is missing")
    assert "a number is missing" in desk.get(address(translated)).content.decode()


def test_a_later_change_does_not_move_the_time(translated, write, work):
    write(translated)
    work()
    before = standings(ArticlePage.objects.get(pk=translated.pk))[0].languages
    ArticlePage.objects.get(pk=translated.pk).save_revision().publish()
    work()
    after = standings(ArticlePage.objects.get(pk=translated.pk))[0].languages
    assert [one.since for one in before] == [one.since for one in after]


def test_it_takes_few_queries_however_many_there_are(translated, write, work, django_assert_num_queries):
    for number in range(3):
        write(translated, f"{TEXT} {number}")
    work()
    article = ArticlePage.objects.select_related("locale").get(pk=translated.pk)
    with django_assert_num_queries(4):
        assert len(standings(article)) == 3


def test_the_editor_and_the_panel_lead_there(translated, desk):
    html = desk.get(reverse("wagtailadmin_pages:edit", args=[translated.pk])).content.decode()
    assert html.count(f'href="{address(translated)}"') == 2
    translation = desk.get(reverse("wagtailadmin_pages:edit", args=[version(translated, "uk").pk])).content.decode()
    assert "desk/corrections/" not in translation


def test_a_machines_translation_refers_to_the_original(translated, desk):
    answer = desk.get(address(version(translated, "uk")))
    assert (answer.status_code, answer["Location"]) == (302, address(translated))


@pytest.mark.parametrize(
    ("lang", "permissions", "status"),
    [("ru", ["change_page"], 302), ("uk", ["change_page", "publish_page"], 302), ("ru", ["publish_page"], 200)],
)
def test_only_whoever_may_publish_the_article_writes(translated, member, lang, permissions, status):
    client = member(lang, *permissions)
    assert client.get(address(translated)).status_code == status
    client.post(address(translated), {"date": today().isoformat(), "text": TEXT})
    assert bool(texts(translated)) is (status == 200)


def test_a_locked_article_takes_none(translated, write, django_user_model):
    other = django_user_model.objects.create_superuser("eve", "", "x")
    ArticlePage.objects.filter(pk=translated.pk).update(locked=True, locked_by=other)
    assert "Nothing was written" in write(translated).content.decode()
    assert texts(translated) == []


def test_its_rows_are_sent_anew_when_something_has_happened(translated, write, desk, work):
    html = write(translated).content.decode()
    url = reverse("desk_corrections_rows", args=[translated.pk])
    assert f'data-desk-fresh-url-value="{url}"' in html
    first = desk.get(url)
    assert 'data-language="uk" data-there="no" data-busy="true"' in first.json()["html"]
    assert desk.get(url, headers={"If-None-Match": first.headers["ETag"]}).status_code == 304
    work()
    second = desk.get(url, headers={"If-None-Match": first.headers["ETag"]})
    assert 'data-language="uk" data-there="yes" data-busy="false"' in second.json()["html"]
