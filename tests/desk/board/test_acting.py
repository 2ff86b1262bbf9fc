"""What is asked of many cells at once: each by its own right, and the editor is told what was done and what was not."""

import json
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry

from lingotype.newsroom.models import ArticlePage
from lingotype.translation.models import Job
from tests import factories
from tests.desk.board.conftest import do, said
from tests.desk.conftest import job, version
from tests.engines import Remembering

TRANSLATOR = "Translator: Ukrainian (uk)"
ROLES = ("Reporter", TRANSLATOR, "Editor", "Chief", "Admin")
MAY = {
    "translate": {"uk": "TECA", "en": "ECA"},
    "retry": {"uk": "TECA", "en": "ECA"},
    "hold": {"uk": "TECA", "en": "ECA"},
    "publish": {"uk": "TECA", "en": "ECA"},
    "retranslate": {"uk": "TECA", "en": "ECA"},
}
READY = {"translate": "failed", "retry": "failed", "hold": "published", "publish": "held", "retranslate": "published"}
"""A state in which each can be asked."""


@pytest.fixture
def translated(article, work):
    work()
    return article


def ready(article, action):
    Job.objects.filter(article=article).update(state=READY[action], made_state="published", engine="upper")


@pytest.mark.parametrize("role", ROLES)
def test_each_action_by_each_role_in_each_language(client, person, translated, role):
    client.force_login(person(role))
    for action, languages in MAY.items():
        for lang, allowed in languages.items():
            ready(translated, action)
            before = Job.objects.filter(article=translated).values().order_by("pk")
            before = list(before)
            told = said(do(client, action, (translated, lang), engine="phrases"))
            changed = list(Job.objects.filter(article=translated).values().order_by("pk")) != before
            assert changed == (role[0] in allowed), (action, lang, told)
            assert changed or "you may not" in told or "denied" in told or "permission" in told, told


def test_it_says_how_many_were_done_and_why_others_were_not(desk, translated):
    told = said(do(desk, "hold", (translated, "uk"), (translated, "en"), (translated, "es"), (translated, "ru")))
    assert "Hold: asked for 2 translations." in told
    assert "Hold: not for 2: there is no translation yet (1); it is the original (1)." in told
    assert (job(translated, "uk").state, job(translated, "en").state) == ("held", "held")


def test_whoever_steers_one_language_does_nothing_in_another(client, person, translated):
    client.force_login(person(TRANSLATOR))
    told = said(do(client, "hold", (translated, "uk"), (translated, "en")))
    assert "asked for 1 translation" in told
    assert "you may not publish in English (1)" in told
    assert job(translated, "en").state == "published"


def test_a_language_without_a_page_is_judged_by_its_front_page(client, person, article):
    client.force_login(person(TRANSLATOR))
    Job.objects.filter(article=article).delete()
    told = said(do(client, "translate", (article, "uk"), (article, "en")))
    assert "asked for 1 translation" in told
    assert set(Job.objects.values_list("lang", flat=True)) == {"uk"}


def test_several_at_once_are_retranslated_by_who_may_change_engines(client, person, translated):
    client.force_login(person("Editor"))
    chosen = [(translated, "uk"), (translated, "en")]
    assert "only those who may change engines" in said(do(client, "retranslate", *chosen, engine="phrases"))
    assert "asked for 1" in said(do(client, "retranslate", chosen[0], engine="phrases"))
    client.force_login(person("Chief", name="chief"))
    Job.objects.filter(article=translated).update(state="published")
    assert "asked for 2" in said(do(client, "retranslate", *chosen, engine="phrases"))


def test_a_locked_page_is_left_alone(client, person, translated):
    page = version(translated, "uk")
    page.locked, page.locked_by = True, person("Editor", name="other")
    page.save()
    client.force_login(person("Editor"))
    assert "it is locked (1)" in said(do(client, "hold", (translated, "uk")))


def test_history_tells_who_asked(desk, editor, translated):
    do(desk, "hold", (translated, "uk"))
    page = version(translated, "uk")
    entry = PageLogEntry.objects.get(page=page.pk, action="lingotype.board.hold")
    assert (entry.user, entry.data["lang"]) == (editor, "uk")
    history = desk.get(reverse("wagtailadmin_pages:history", args=[page.pk])).content.decode()
    assert "Hold: Українська" in history


def test_nothing_chosen_and_nonsense_are_no_errors(desk, translated):
    assert "Nothing was chosen" in said(do(desk, "hold"))
    assert "Choose an engine" in said(do(desk, "retranslate", (translated, "uk"), engine="nobody"))
    junk = {"action": "hold", "cell": ["x", "1:", ":uk", f"{translated.pk}:xx", "9" * 30 + ":uk"]}
    assert "there is no such article any more" in said(desk.post(reverse("desk_board_do"), junk, follow=True))
    assert desk.post(reverse("desk_board_do"), {"action": "x"}).status_code == 302
    assert desk.get(reverse("desk_board_do")).status_code == 405


def test_it_goes_back_to_where_it_came_from_and_nowhere_else(desk, translated):
    chosen = {"action": "hold", "cell": f"{translated.pk}:uk"}
    here = reverse("desk_board") + "?state=held"
    assert desk.post(reverse("desk_board_do"), {**chosen, "next": here}).url == here
    assert desk.post(reverse("desk_board_do"), {**chosen, "next": "https://e.example/"}).url == reverse("desk_board")


def test_no_engine_is_asked_in_the_request(desk, translated):
    Remembering.asked.clear()
    do(desk, "retranslate", (translated, "uk"), engine="phrases")
    do(desk, "translate", (translated, "en"))
    assert Remembering.asked == []


class TestRows:
    """Rows as they are now, for a page that is open."""

    def ask(self, desk, *articles, tag="", **more):
        query = {"articles": ",".join(str(article.pk) for article in articles), **more}
        return desk.get(reverse("desk_board_rows"), query, headers={"If-None-Match": tag} if tag else {})

    def test_they_are_as_on_the_board(self, desk, translated):
        earlier = timezone.now() - timedelta(hours=5, minutes=30)  # an age that is the same a second later
        Job.objects.update(changed_at=earlier)
        ArticlePage.objects.update(translated_at=earlier, last_published_at=earlier)
        whole = desk.get(reverse("desk_board")).content.decode()
        rows = json.loads(self.ask(desk, translated).content)["rows"]
        assert rows[str(translated.pk)].strip() in whole

    def test_unchanged_ones_are_cheap(self, desk, translated, django_assert_max_num_queries):
        tag = self.ask(desk, translated)["ETag"]
        with django_assert_max_num_queries(4):
            answer = self.ask(desk, translated, tag=tag)
        assert (answer.status_code, answer.content) == (304, b"")

    @pytest.mark.parametrize(
        "change", [{"state": "translating"}, {"error": "why"}, {"for_desk": True}, {"wanted": 9, "made_state": "held"}]
    )
    def test_every_step_of_a_worker_changes_them(self, desk, translated, change):
        tag = self.ask(desk, translated)["ETag"]
        Job.objects.filter(article=translated, lang="uk").update(**change)
        assert self.ask(desk, translated, tag=tag).status_code == 200

    def test_taking_the_article_off_changes_them(self, desk, translated):
        tag = self.ask(desk, translated)["ETag"]
        ArticlePage.objects.get(pk=translated.pk).unpublish()
        assert "withdrawn" in self.ask(desk, translated, tag=tag).content.decode()

    def test_another_editors_are_others(self, client, desk, person, translated):
        tag = self.ask(desk, translated)["ETag"]
        client.force_login(person("Reporter"))
        answer = self.ask(client, translated, tag=tag)
        assert answer.status_code == 200
        assert "checkbox" not in answer.content.decode()

    def test_only_a_page_of_them_is_given(self, desk, newsroom):
        many = [factories.article(f"a{number}") for number in range(30)]
        assert len(json.loads(self.ask(desk, *many).content)["rows"]) == 25

    def test_nonsense_gives_nothing(self, desk, newsroom):
        answer = desk.get(reverse("desk_board_rows"), {"articles": f"x,-1,,{'9' * 40}"})
        assert json.loads(answer.content) == {"rows": {}}
