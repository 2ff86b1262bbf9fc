"""The buttons in the article's editor: each asks of one language by its own right, and the table follows."""

import pytest
from django.urls import reverse
from django.utils import timezone

from lingotype.desk.languages_panel import language_rows
from lingotype.desk.rights import rights_of
from lingotype.newsroom.models import ArticlePage
from lingotype.translation.leases import AT_ONCE
from lingotype.translation.models import Job, State
from lingotype.translation.wanted import BY_PEOPLE
from tests.desk.board.conftest import person, roles  # noqa: F401 - fixtures
from tests.desk.conftest import job, version

TRANSLATOR = "Translator: Russian (ru)"


@pytest.fixture(autouse=True)
def _in_english(in_english):
    """What the tests read is said by functions, not only by pages."""


@pytest.fixture
def translated(article, work):
    work()
    return ArticlePage.objects.get(pk=article.pk)


def address(article):
    return reverse("desk_languages", args=[article.pk])


def press(client, article, action, lang):
    return client.post(address(article), {"action": action, "lang": lang})


def test_hold_keeps_it_from_readers_of_the_next_version_and_the_button_goes(desk, translated):
    shown = desk.get(address(translated)).json()["html"]
    assert 'data-desk-fresh-action-param="hold" data-desk-fresh-lang-param="uk"' in shown
    answer = press(desk, translated, "hold", "uk").json()
    assert job(translated, "uk").for_desk
    assert answer["said"] == "Українська: Hold: asked for."
    assert 'data-language="uk" data-state="held"' in answer["html"]
    assert 'data-desk-fresh-action-param="hold" data-desk-fresh-lang-param="uk"' not in answer["html"]
    again = press(desk, translated, "hold", "uk").json()
    assert again["said"] == "Українська: Hold: not done: it is held already."


def test_translate_now_puts_it_before_all_that_is_queued(desk, translated, work):
    Job.objects.filter(article=translated, lang="uk").update(state=State.FAILED, error="down")
    answer = press(desk, translated, "translate", "uk").json()
    assert (job(translated, "uk").state, job(translated, "uk").not_before) == (State.QUEUED, AT_ONCE)
    assert 'data-language="uk" data-state="queued" data-busy="true"' in answer["html"]
    work()
    assert 'data-language="uk" data-state="published" data-busy="false"' in desk.get(address(translated)).json()["html"]


@pytest.mark.parametrize("code", ["publish", "retranslate", "retry", "", "x\0"])
def test_nothing_else_is_asked_here(desk, translated, code):
    before = list(Job.objects.values())
    assert press(desk, translated, code, "uk").status_code == 400
    assert list(Job.objects.values()) == before


def test_a_language_that_is_none_is_refused_in_words(desk, translated):
    assert "not done" in press(desk, translated, "hold", "<b>xx").json()["said"]


def test_a_translator_of_the_original_cannot_hold_another_language(client, person, translated):  # noqa: F811 - the fixture
    client.force_login(person(TRANSLATOR))
    shown = client.get(address(translated)).json()["html"]
    assert "data-desk-fresh-lang-param" not in shown
    assert "you may not publish in" in press(client, translated, "hold", "uk").json()["said"]
    assert not job(translated, "uk").for_desk


def test_only_an_original_has_the_table(desk, translated):
    assert desk.get(address(version(translated, "uk")), follow=True).status_code == 404


def test_while_nothing_happens_nothing_is_sent(desk, translated):
    tag = desk.get(address(translated)).headers["ETag"]
    assert desk.get(address(translated), headers={"If-None-Match": tag}).status_code == 304
    Job.objects.filter(article=translated, lang="uk").update(state=State.QUEUED)
    assert desk.get(address(translated), headers={"If-None-Match": tag}).status_code == 200


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("made_by", ["upper", BY_PEOPLE])
def test_a_button_is_there_where_its_wish_would_be_granted(desk, editor, translated, state, made_by):
    made = "" if state == State.FAILED else State.PUBLISHED
    row = {"state": state, "engine": made_by, "made_state": made, "not_before": timezone.now()}
    Job.objects.filter(article=translated, lang="uk").update(**row)
    shown = next(row for row in language_rows(translated, rights_of(editor)) if row.code == "uk")
    for action, offered in (("translate", shown.can_translate), ("hold", shown.can_hold)):
        Job.objects.filter(article=translated, lang="uk").update(**row, for_desk=False)
        granted = "asked for" in press(desk, translated, action, "uk").json()["said"]
        assert granted == offered or (action, state) == ("hold", State.HELD), action


def test_nothing_is_offered_for_a_language_that_no_engine_makes(desk, editor, translated):
    shown = next(row for row in language_rows(translated, rights_of(editor)) if row.code == "es")
    assert (shown.state, shown.can_translate) == (State.WAITING, False)
    assert "[[routes]]" in press(desk, translated, "translate", "es").json()["said"]


def test_nothing_is_offered_for_a_withdrawn_article(editor, translated):
    translated.unpublish()
    rows = language_rows(ArticlePage.objects.get(pk=translated.pk), rights_of(editor))
    assert not any(row.can_translate or row.can_hold or row.is_busy for row in rows)
