"""A correction offers its word as a term: said at the desk, taken or dismissed by a person, never by itself."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail_localize.models import StringTranslation

from lingotype.translation.glossary.entries import Entry, Wording, merge
from lingotype.translation.models import GlossaryEntry, TermSuggestion
from tests.desk.conftest import version
from tests.desk.test_translation_editor import press_publish, said, write_title

ARTICLE = "---\ntitle: Мэр открыл ратушу\nlang: ru\nslug: ratusha\n---\nСегодня.\n"
LIST = "desk_term_suggestions"


@pytest.fixture
def page(publish, work):
    """A translation whose title a machine has worded in its own way."""
    article = publish(ARTICLE).page
    work()
    made = version(article, "uk")
    title = StringTranslation.objects.filter(context__object_id=made.translation_key, context__path="title")
    title.filter(locale=made.locale).update(data="Мер відкрив мерію")
    return made


def press(desk, what):
    one = TermSuggestion.objects.get()
    return desk.post(reverse(LIST), {"suggestion": one.pk, "what": what}, follow=True)


def test_a_corrected_word_is_offered_when_the_translation_is_published(desk, editor, page):
    write_title(desk, page, "Мер відкрив ратушу")
    one = TermSuggestion.objects.get()
    assert (str(one), one.before, one.made_by) == ("ратушу (ru) → ратушу (uk)", "мерію", editor)
    answer = press_publish(desk, page)
    assert "could become terms of the glossary: ратушу → ратушу." in said(answer)
    assert reverse(LIST) in answer.content.decode()
    assert GlossaryEntry.objects.count() == 0


def test_one_press_makes_it_a_term_and_opens_it(desk, page):
    write_title(desk, page, "Мер відкрив ратушу")
    assert "Мэр открыл ратушу" in desk.get(reverse(LIST)).content.decode()
    answer = press(desk, "add")
    entry = GlossaryEntry.objects.get()
    assert str(entry) == "ратушу (ru) · ратушу (uk)"
    assert not entry.is_seed
    assert answer.redirect_chain[-1][0] == reverse(GlossaryEntry.snippet_viewset.get_url_name("edit"), args=[entry.pk])
    assert "No corrections suggest a term" in desk.get(reverse(LIST)).content.decode()


def test_an_entry_that_has_the_word_gets_the_wording_and_keeps_the_rest(desk, page):
    merge([Entry({"ru": Wording("ратушу", ("ратуша",)), "en": Wording("city hall")}, note="the building")])
    write_title(desk, page, "Мер відкрив ратушу")
    press(desk, "add")
    entry = GlossaryEntry.objects.get()
    assert entry.note == "the building"
    assert {row.lang: (row.text, row.forms) for row in entry.wordings.all()} == {
        "ru": ("ратушу", "ратуша"), "en": ("city hall", ""), "uk": ("ратушу", ""),
    }  # fmt: skip


def test_what_was_dismissed_is_not_offered_again(desk, page):
    write_title(desk, page, "Мер відкрив ратушу")
    press(desk, "dismiss")
    StringTranslation.objects.filter(data="Мер відкрив ратушу").update(data="Мер відкрив мерію")
    write_title(desk, page, "Мер відкрив ратушу")
    assert "could become terms" not in said(press_publish(desk, page))
    assert GlossaryEntry.objects.count() == 0


@pytest.mark.parametrize("words", ["Ратушу нарешті відкрито", "Мер відкрив мерії", "Мер відкрив мерію", ""])
def test_a_rewritten_title_another_ending_and_no_change_offer_nothing(desk, page, words):
    write_title(desk, page, words)
    assert TermSuggestion.objects.count() == 0


def test_what_the_glossary_says_already_is_not_offered(desk, page):
    merge([Entry({"ru": Wording("Ратушу"), "uk": Wording("ратушу")})])
    write_title(desk, page, "Мер відкрив ратушу")
    assert TermSuggestion.objects.count() == 0


def test_who_may_not_add_terms_is_not_asked_and_cannot(client, desk, page):
    write_title(desk, page, "Мер відкрив ратушу")
    group = Group.objects.create(name="Writers")
    group.permissions.add(*Group.objects.get(name="Editors").permissions.filter(codename="access_admin"))
    user = get_user_model().objects.create_user("writer", "", "x")
    user.groups.add(group)
    client.force_login(user)
    assert client.get(reverse(LIST)).status_code == 302
    assert client.post(reverse(LIST), {"suggestion": TermSuggestion.objects.get().pk, "what": "add"}).status_code == 302
    assert GlossaryEntry.objects.count() == 0


@pytest.mark.parametrize("chosen", ["", "x", "-1", "9" * 40])
def test_a_suggestion_that_is_not_there_is_not_found(desk, newsroom, chosen):
    assert desk.post(reverse(LIST), {"suggestion": chosen, "what": "add"}, follow=True).status_code in (404, 405)
