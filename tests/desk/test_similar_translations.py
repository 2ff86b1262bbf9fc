"""Similar translations at the desk: shown with what differs, taken over as a draft, published by nobody else."""

import re

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.models import GroupPagePermission, Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from lingotype.newsroom.models import ArticlePage
from lingotype.translation.memory import BEGUN
from lingotype.translation.near.keys import Indexer
from lingotype.translation.tmx import Unit, remember_units
from tests.desk.conftest import job, version
from tests.desk.test_translation_editor import press_publish
from tests.engines import Remembering

TEXT = "The council discussed the repair of the old wooden pier near the market."
NEAR = "The council discussed the repair of the wooden pier near the fish market."
WORDS = "Совет обсудил ремонт деревянного причала у рыбного рынка."
ARTICLE = """
    ---
    title: The pier
    lang: en
    slug: pier
    sources: [{id: p, publication: P, url: "https://p.example/", lang: ru}]
    ---
    BODY
"""


@pytest.fixture
def held(publish, work):
    """A translation that waits for a person, of an article that memory holds something like."""

    def make(*units, body=TEXT):
        remember_units([Unit("en", "ru", source, target, engine) for source, target, engine in units])
        page = publish(ARTICLE.replace("BODY", body)).page
        work()
        index = Indexer()
        while index():
            pass
        return version(page, "ru")

    return make


def address(page):
    translation = Translation.objects.get(source__object_id=page.translation_key, target_locale=page.locale_id)
    return reverse("desk_similar_translations", args=[translation.pk])


def take(client, page, html):
    """Press the first button “Use as a starting point”."""
    fields = dict(re.findall(r'name="(text|stands|similar)" value="(\w+)"', html)[:3])
    return client.post(address(page), fields, follow=True)


def body(page):
    return StringTranslation.objects.get(
        locale=page.locale_id, context__object_id=page.translation_key, context__path__startswith="body."
    )


def test_the_page_shows_what_differs_whose_it_is_and_where_it_stands(desk, held):
    page = held((NEAR, WORDS, "deepl"))
    Remembering.asked.clear()
    html = desk.get(address(page)).content.decode()
    assert f">{TEXT}</h2>" in html
    assert "repair of the <ins>old </ins>wooden pier near the <del>fish </del>market." in html
    assert WORDS in html
    assert "by a machine (deepl)" in html
    assert "elsewhere in the paper" in html
    assert Remembering.asked == []


def test_the_editor_has_a_door_to_it_that_looks_for_nothing(desk, held):
    page = held((NEAR, WORDS, "deepl"))
    editor = reverse("wagtailadmin_pages:edit", args=[page.pk])
    html = desk.get(editor).content.decode()
    assert address(page) in html
    assert WORDS not in html


def test_a_text_taken_over_is_that_persons_draft_and_no_reader_sees_it(desk, editor, held):
    page = held((NEAR, WORDS, "deepl"))
    answer = take(desk, page, desk.get(address(page)).content.decode())
    assert "your draft now" in " ".join(map(str, answer.context["messages"]))
    row = body(page)
    assert (row.data, row.translation_type, row.last_translated_by, row.tool_name) == (WORDS, "manual", editor, BEGUN)
    assert not ArticlePage.objects.get(pk=page.pk).live
    press_publish(desk, page)
    assert WORDS in str(list(ArticlePage.objects.get(pk=page.pk).body.raw_data))
    assert body(page).tool_name == ""


def test_no_worker_publishes_a_beginning_and_no_other_text_gets_it(desk, held, publish, work, settings):
    page = held((NEAR, WORDS, "deepl"))
    take(desk, page, desk.get(address(page)).content.decode())
    press_publish(desk, page)
    StringTranslation.objects.filter(pk=body(page).pk).update(tool_name=BEGUN)
    original = publish(ARTICLE.replace("BODY", TEXT).replace("The pier", "The old pier")).page
    other = publish(ARTICLE.replace("BODY", TEXT).replace("slug: pier", "slug: other"), "b.md").page
    work()
    assert "was begun with a similar text" in job(original, "ru").error
    assert WORDS not in str(list(version(other, "ru").body.raw_data))


def test_quotations_keep_their_own_words(desk, held):
    quoted = '[“axis”]{.quote source=p original="ось"}'
    remembered = 'The council spoke of the long old <a id="a1">“axis”</a> again.'
    told = 'Совет говорил об <a id="a1">«оси зла»</a>.'
    page = held((remembered, told, ""), body=f"The council spoke of the old {quoted} again.")
    take(desk, page, desk.get(address(page)).content.decode())
    assert body(page).data == 'Совет говорил об <a id="a1">«ось»</a>.'


def test_tags_that_this_text_does_not_have_are_left_out(desk, held):
    page = held((NEAR.replace("wooden", "<b>wooden</b>"), "Совет &amp; <b>причал</b> у рынка.", ""))
    take(desk, page, desk.get(address(page)).content.decode())
    assert body(page).data == "Совет &amp; причал у рынка."


@pytest.mark.parametrize("fields", [{}, {"text": "1", "similar": "99999"}, {"text": "x", "similar": "\0"}])
def test_only_what_the_page_offers_can_be_taken(desk, held, fields):
    page = held((NEAR, WORDS, "deepl"))
    before = body(page).data
    answer = desk.post(address(page), fields, follow=True)
    assert "Nothing was taken over" in " ".join(map(str, answer.context["messages"]))
    assert body(page).data == before


def test_what_somebody_has_written_meanwhile_is_not_replaced(desk, held):
    page = held((NEAR, WORDS, "deepl"))
    html = desk.get(address(page)).content.decode()
    StringTranslation.objects.filter(pk=body(page).pk).update(data="Слова коллеги.", translation_type="manual")
    answer = take(desk, page, html)
    assert "Nothing was taken over" in " ".join(map(str, answer.context["messages"]))
    assert body(page).data == "Слова коллеги."


def test_who_may_not_edit_the_page_sees_nothing_and_takes_nothing(client, held):
    page = held((NEAR, WORDS, "deepl"))
    group = Group.objects.create(name="Writers of another section")
    group.permissions.add(*Group.objects.get(name="Editors").permissions.filter(codename="access_admin"))
    user = get_user_model().objects.create_user("writer", "", "x")
    user.groups.add(group)
    client.force_login(user)
    segment = StringSegment.objects.first()
    for answer in (client.get(address(page)), client.post(address(page), {"text": segment.pk, "similar": 1})):
        assert answer.status_code == 302
        assert answer.url == reverse("wagtailadmin_home")
    GroupPagePermission.objects.create(group=group, page=Page.objects.get(depth=1), permission_type="change")
    user = get_user_model().objects.get(pk=user.pk)
    client.force_login(user)
    assert client.get(address(page)).status_code == 200
    client.logout()
    assert client.get(address(page)).status_code == 302


def test_a_translation_that_is_not_there_is_not_found(desk, held):
    assert desk.get(reverse("desk_similar_translations", args=[10**9]), follow=True).status_code == 404
