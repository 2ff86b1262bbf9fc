"""wagtail-localize's editor: everything can be corrected, nothing half-translated can be published."""

import re
from html import unescape
from urllib.parse import urlencode

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.models import GroupPagePermission, Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from lingotype.newsroom.models import ArticlePage
from tests.desk.conftest import job, version
from tests.engines import Remembering

ENGLISH = """
    ---
    title: The bridge is open
    lang: en
    slug: bridge
    ---
    The mayor was there.
"""


@pytest.fixture
def translated(article, work):
    work()
    return version(article, "uk")


@pytest.fixture
def held(publish, work):
    """A first translation that waits for a person: English to Russian goes out after a review."""
    article = publish(ENGLISH).page
    work()
    return version(article, "ru")


def strings(page):
    return StringTranslation.objects.filter(context__object_id=page.translation_key, locale=page.locale)


def string(page, path):
    return strings(page).get(context__path=path)


def first_paragraph(page):
    return strings(page).filter(context__path__startswith="body.").order_by("pk").first()


def press_publish(desk, page):
    return desk.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), {"action": "publish"}, follow=True)


def said(answer):
    return " ".join(str(message) for message in answer.context["messages"])


def write_title(desk, page, text):
    row = string(page, "title")
    segment = StringSegment.objects.get(string=row.translation_of, context=row.context)
    translation = Translation.objects.get(source=segment.source, target_locale=page.locale)
    edit = reverse("wagtail_localize:edit_string_translation", args=[translation.pk, segment.pk])
    return desk.put(edit, urlencode({"value": text}), content_type="application/x-www-form-urlencoded")


def test_a_corrected_sentence_goes_out(desk, translated):
    assert write_title(desk, translated, "Міст відкрито").status_code == 200
    assert ArticlePage.objects.get(pk=translated.pk).title != "Міст відкрито", "readers see nothing of it yet"
    answer = press_publish(desk, translated)
    assert "Published “Міст відкрито”" in said(answer)
    assert ArticlePage.objects.get(pk=translated.pk).title == "Міст відкрито"


def test_the_editor_itself_opens(desk, translated):
    html = desk.get(reverse("wagtailadmin_pages:edit", args=[translated.pk])).content.decode()
    assert "js-translation-editor" in html


@pytest.mark.parametrize(
    "spoil",
    [
        lambda row: row.delete(),
        lambda row: StringTranslation.objects.filter(pk=row.pk).update(data=""),
        lambda row: StringTranslation.objects.filter(pk=row.pk).update(data=" <br/>\u00a0"),
        lambda row: StringTranslation.objects.filter(pk=row.pk).update(has_error=True),
    ],
    ids=["none", "empty", "blank", "invalid"],
)
def test_a_text_without_a_valid_translation_keeps_all_of_it_back(desk, translated, spoil):
    before = ArticlePage.objects.get(pk=translated.pk)
    spoil(first_paragraph(translated))
    answer = press_publish(desk, translated)
    assert "Not published: texts without a valid translation: 1 (“Мост открыли в понедельник.”)" in said(answer)
    after = ArticlePage.objects.get(pk=translated.pk)
    assert list(after.body.raw_data) == list(before.body.raw_data)
    assert after.live_revision_id == before.live_revision_id


def test_many_missing_texts_are_counted_and_three_are_named(desk, translated):
    strings(translated).delete()
    words = said(press_publish(desk, translated))
    assert "translation: 4 (“" in words
    assert words.count("“") == 3


def test_a_quotation_that_lost_its_mark_is_said(desk, translated):
    row = next(one for one in strings(translated) if "<a id=" in one.data)
    row.data = re.sub(r"</?a[^>]*>", "", row.data)
    row.save()
    words = unescape(said(press_publish(desk, translated)))
    assert 'Not published: the mark of a quotation is gone; put <a id="a1">…</a> around' in words
    assert "in the translation of “Мэр сказала: «Мы не закончили».”" in words


def test_html_that_no_text_may_hold_is_kept_back(desk, translated):
    row = first_paragraph(translated)
    row.data = "<script>steal()</script>"
    row.save()
    assert "without a valid translation: 1" in said(press_publish(desk, translated))


@pytest.mark.parametrize("made", ["translated", "held"])
def test_a_title_that_is_too_long_is_said(desk, request, made):
    page = request.getfixturevalue(made)
    strings(page).filter(context__path="title").update(data="Ї" * 256)
    assert "Not published: a text is too long for its place: Ї" in said(press_publish(desk, page))
    after = ArticlePage.objects.get(pk=page.pk)
    assert (after.title, after.live_revision_id) == (page.title, page.live_revision_id)


def test_a_title_that_the_database_has_no_room_for_is_no_server_error(desk, translated):
    assert write_title(desk, translated, "Ї" * 300).status_code in (200, 400)  # PostgreSQL has none, SQLite has


def test_a_held_translation_goes_out_at_an_address_made_from_its_corrected_title(desk, held):
    assert not held.live
    row = string(held, "title")
    row.data = "Мост открыт"
    row.save()
    press_publish(desk, held)
    published = ArticlePage.objects.get(pk=held.pk)
    assert published.live
    assert (published.slug, published.url) == ("most-otkryt", "/ru/news/most-otkryt/")


def test_a_translation_of_a_withdrawn_article_does_not_come_back_alone(desk, article, translated):
    article.unpublish()
    assert "its original is not public" in said(press_publish(desk, translated))
    assert not ArticlePage.objects.get(pk=translated.pk).live


def test_who_may_not_publish_cannot(client, newsroom, translated):
    writers = Group.objects.create(name="Writers")
    writers.permissions.add(*Group.objects.get(name="Editors").permissions.filter(codename="access_admin"))
    GroupPagePermission.objects.create(group=writers, page=Page.objects.get(depth=1), permission_type="change")
    writer = get_user_model().objects.create_user("writer", "", "x")
    writer.groups.add(writers)
    client.force_login(writer)
    assert not translated.permissions_for_user(writer).can_publish()
    press_publish(client, translated)
    assert ArticlePage.objects.get(pk=translated.pk).live_revision_id == translated.live_revision_id


CLOSED = [
    ("submit_page_translation", lambda page, translation: [page.pk]),
    ("submit_snippet_translation", lambda page, translation: ["newsroom", "tag", "1"]),
    ("update_translations", lambda page, translation: [translation.source_id]),
    ("machine_translate", lambda page, translation: [translation.pk]),
    ("stop_translation", lambda page, translation: [translation.pk]),
    ("convert_to_alias", lambda page, translation: [page.pk]),
]


@pytest.mark.parametrize(("name", "arguments"), CLOSED, ids=[name for name, _arguments in CLOSED])
@pytest.mark.parametrize("method", ["get", "post"])
def test_what_the_jobs_do_has_no_second_door(desk, translated, name, arguments, method):
    translation = Translation.objects.get(target_locale=translated.locale)
    before = list(Page.objects.values_list("pk", "live", "latest_revision_id", "alias_of_id"))
    Remembering.asked.clear()
    address = reverse(f"wagtail_localize:{name}", args=arguments(translated, translation))
    answer = getattr(desk, method)(address, {"locales": "2", "publish_translations": "on"}, follow=True)
    assert "Nothing to do here" in said(answer)
    assert list(Page.objects.values_list("pk", "live", "latest_revision_id", "alias_of_id")) == before
    assert Translation.objects.get(pk=translation.pk).enabled
    assert Remembering.asked == []


@pytest.mark.parametrize("button", ["localize-restart-translation", "localize-convert-to-alias"])
def test_the_buttons_of_an_ordinary_editor_are_closed_too(desk, publish, article, button):
    by_people = publish(
        "---\ntitle: Міст відкрито\nlang: uk\ntranslation_of: {lang: ru, slug: most}\n---\nУ понеділок.\n", "uk.md"
    ).page
    address = reverse("wagtailadmin_pages:edit", args=[by_people.pk])
    assert button not in desk.get(address).content.decode()
    assert "Nothing to do here" in said(desk.post(address, {button: button}, follow=True))
    assert ArticlePage.objects.get(pk=by_people.pk).alias_of_id is None


def test_a_list_of_pages_publishes_no_translation(desk, held):
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    for pages, data in (([held.pk], {}), ([held.get_parent().pk], {"include_descendants": "on"})):
        query = "&".join(f"id={pk}" for pk in pages)
        answer = desk.post(f"{address}?{query}", data, follow=True)
        assert "one by one" in said(answer)
        assert not ArticlePage.objects.get(pk=held.pk).live
    assert job(ArticlePage.objects.get(slug="bridge"), "ru").state == "held"


def test_locales_are_not_made_by_hand(desk):
    assert reverse("wagtaillocales:index") not in desk.get(reverse("wagtailadmin_home")).content.decode()


def test_the_editor_of_what_is_held_says_why(desk, publish, work):
    article = publish("---\ntitle: The bridge is open\nlang: en\n---\nThe mayor was there.\n").page
    work()
    html = desk.get(reverse("wagtailadmin_pages:edit", args=[version(article, "ru").pk])).content.decode()
    assert "Held for you: this pair goes out after a person has reviewed it" in html
