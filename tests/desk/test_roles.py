"""Roles as groups: made once, the newsroom's own from then on; and every view of the desk for every role."""

import pytest
from django.contrib.auth.models import Group
from wagtail.models import GroupPagePermission

from lingotype.desk.roles import plant_roles, translators_of
from lingotype.newsroom.models import FrontPage
from lingotype.newsroom.tree import plant

LANGUAGES, EDITORIAL = ("ru", "en", "uk"), ("ru", "en")


@pytest.fixture
def planted(db):
    plant(LANGUAGES, "Courier", "http://127.0.0.1:8000")
    plant_roles(LANGUAGES, EDITORIAL)


def pages_of(name):
    """What a group may do in which language."""
    rows = GroupPagePermission.objects.filter(group__name=name, page__depth=2)
    return {
        (row.page.locale.language_code, row.permission.codename.removesuffix("_page"))
        for row in rows.select_related("page__locale", "permission")
    }


def permissions_of(name):
    return set(Group.objects.get(name=name).permissions.values_list("codename", flat=True))


def test_each_role_is_a_group_and_each_language_has_translators(planted):
    ours = {"Reporter", "Editor", "Chief", "Admin", *(translators_of(code) for code in LANGUAGES)}
    assert set(Group.objects.values_list("name", flat=True)) >= ours


def test_reporters_write_in_the_languages_of_the_newsroom_and_publish_nothing(planted):
    assert pages_of("Reporter") == {("ru", "add"), ("en", "add")}


def test_translators_have_their_own_language(planted):
    assert pages_of(translators_of("uk")) == {("uk", "change"), ("uk", "publish")}


def test_editors_publish_everywhere_and_chiefs_steer(planted):
    assert {(lang, "publish") for lang in LANGUAGES} <= pages_of("Editor")
    assert "steer_languages" not in permissions_of("Editor")
    assert {"steer_languages", "change_glossaryentry"} <= permissions_of("Chief")
    assert "add_user" not in permissions_of("Chief")
    assert {"steer_languages", "add_user", "change_group"} <= permissions_of("Admin")


def test_what_an_administrator_changed_stays(planted):
    editor = Group.objects.get(name="Editor")
    editor.page_permissions.filter(page__slug="uk").delete()
    editor.permissions.clear()
    Group.objects.get(name="Reporter").permissions.clear()
    before = set(GroupPagePermission.objects.values_list("group", "page", "permission"))
    plant_roles(LANGUAGES, EDITORIAL)
    assert set(GroupPagePermission.objects.values_list("group", "page", "permission")) == before
    assert not editor.permissions.exists()


def test_a_missing_group_is_made_again_and_no_other_is_touched(planted):
    Group.objects.get(name="Editor").delete()
    chief = Group.objects.get(name="Chief")
    chief.page_permissions.all().delete()
    plant_roles(LANGUAGES, EDITORIAL)
    assert ("uk", "publish") in pages_of("Editor")
    assert not chief.page_permissions.exists()


def test_a_new_language_gets_translators_and_the_others_get_the_language(planted):
    Group.objects.get(name="Editor").page_permissions.filter(page__slug="ru").delete()
    now = (*LANGUAGES, "es")
    plant(now, "Courier", "http://127.0.0.1:8000")
    plant_roles(now, (*EDITORIAL, "es"))
    assert pages_of(translators_of("es")) == {("es", "change"), ("es", "publish")}
    assert ("es", "publish") in pages_of("Editor")
    assert ("es", "add") in pages_of("Reporter")
    assert ("ru", "publish") not in pages_of("Editor")  # what was taken away stays away
    assert pages_of(translators_of("uk")) == {("uk", "change"), ("uk", "publish")}


def test_it_is_quick_when_nothing_is_to_do(planted, django_assert_max_num_queries):
    assert FrontPage.objects.count() >= len(LANGUAGES)
    with django_assert_max_num_queries(5):
        plant_roles(LANGUAGES, EDITORIAL)


def test_editors_may_approve_what_reporters_submit(planted):
    from wagtail.models import GroupApprovalTask

    names = set(GroupApprovalTask.objects.values_list("groups__name", flat=True))
    assert {"Editor", "Chief"} <= names
    assert translators_of("uk") not in names
