"""The board: every article with every language, found by what an editor asks for."""

from datetime import timedelta
from importlib import import_module

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.urls import reverse

from lingotype.desk.board.finding import A_PAGE
from lingotype.newsroom.models import ArticlePage, SectionPage
from lingotype.translation.listing import list_articles
from lingotype.translation.models import ArticleUse, Job, Listed
from tests import factories
from tests.desk.board.conftest import BOARD, cells, shown
from tests.desk.conftest import job, version


@pytest.fixture
def paper(newsroom):
    """Five articles, the newest first: five … one."""
    names = ("one", "two", "three", "four", "five")
    return {
        name: factories.article(name, place="city" if n % 2 else "world", published_at=hour(n))
        for n, name in enumerate(names)
    }


def hour(number):
    return factories.PUBLISHED + timedelta(hours=number)


def look(desk, query=""):
    answer = desk.get(reverse(BOARD) + query)
    assert answer.status_code == 200
    return answer


def put(article, lang, **facts):
    Job.objects.filter(article=article, lang=lang).update(**facts)


def test_the_newest_article_comes_first_with_every_language(desk, paper):
    answer = look(desk)
    assert shown(answer) == ["Five", "Four", "Three", "Two", "One"]
    assert [language.code for language in answer.context["languages"]] == ["ru", "en", "uk", "es", "he"]
    assert {cell.state for (_, lang), cell in cells(answer).items() if lang != "ru"} == {"queued"}
    assert cells(answer)["One", "ru"].state == "original"


def test_a_cell_says_how_it_was_made_by_whom_at_what_cost_and_what_was_found(desk, article, work):
    work()
    ArticleUse.objects.create(article=article, lang="uk", engine="paid", characters=1_000, cost="0.25", currency="EUR")
    put(article, "uk", findings=[{"code": "numbers"}, {"code": "names"}])
    answer = look(desk)
    cell = cells(answer)["Мост открыт", "uk"]
    assert (cell.state, str(cell.made), cell.engine, cell.found) == ("published", "by a machine", "upper", 2)
    assert "€0.25" in cell.cost
    html = answer.content.decode()
    assert "2 findings" in html
    assert reverse("wagtailadmin_pages:edit", args=[version(article, "uk").pk]) in html or "desk/review" in html
    waiting = cells(answer)["Мост открыт", "es"]
    assert (waiting.state, waiting.url) == ("waiting", "")
    assert "[[routes]]" in waiting.error


@pytest.mark.parametrize("state", ["held", "stale", "waiting", "failed"])
def test_by_where_a_translation_stands(desk, paper, state):
    put(paper["two"], "uk", state=state, made_state="published")
    put(paper["four"], "es", state=state, made_state="published")
    assert shown(look(desk, f"?state={state}")) == ["Four", "Two"]
    assert shown(look(desk, f"?state={state}&lang=uk")) == ["Two"]
    tabs = {str(tab["url"]): tab["count"] for tab in look(desk).context["tabs"]}
    assert tabs[f"?state={state}"] == "2"


def test_missing_is_what_was_never_made(desk, paper):
    Job.objects.update(made_state="published")
    put(paper["three"], "he", made_state="")
    assert shown(look(desk, "?state=missing")) == ["Three"]
    assert shown(look(desk, "?state=missing&lang=uk")) == []


def test_an_article_that_was_taken_off_misses_nothing(desk, paper):
    Job.objects.update(made_state="published")
    put(paper["three"], "he", made_state="", state="failed")
    ArticlePage.objects.get(pk=paper["three"].pk).unpublish()
    assert shown(look(desk, "?state=missing")) == shown(look(desk, "?state=failed")) == []
    assert cells(look(desk))["Three", "he"].state == "withdrawn"


def test_by_title_in_any_script_and_case(desk, article, paper):
    assert shown(look(desk, "?q=МОСТ")) == ["Мост открыт"]
    assert shown(look(desk, "?q=открыт мост")) == ["Мост открыт"]
    assert shown(look(desk, "?q=five")) == ["Five"]
    assert shown(look(desk, "?q=%25")) == shown(look(desk, "?q=%00nothing")) == []
    assert "No article is so." in look(desk, "?q=nothing").content.decode()


def test_by_a_title_that_stands_only_in_the_draft(desk, article):
    page = ArticlePage.objects.get(pk=article.pk)
    page.title = "Паром опоздал"
    draft = page.save_revision()
    assert len(shown(look(desk, "?q=паром"))) == len(shown(look(desk, "?q=мост"))) == 1
    draft.publish()
    assert shown(look(desk, "?q=мост")) == []


def test_by_section_whatever_the_language(desk, paper):
    factories.article("english", "en", published_at=hour(9))
    key = SectionPage.objects.get(slug="city", locale__language_code="ru").translation_key
    assert shown(look(desk, f"?section={key}")) == ["English", "Four", "Two"]


def test_an_article_that_moves_is_found_in_its_new_section(desk, paper):
    world = SectionPage.objects.get(slug="world", locale__language_code="ru")
    ArticlePage.objects.get(pk=paper["two"].pk).move(world, pos="last-child")
    assert "Two" in shown(look(desk, f"?section={world.translation_key}"))


def test_mine_are_those_i_own_and_those_i_wrote(desk, editor, paper):
    page = ArticlePage.objects.get(pk=paper["one"].pk)
    page.owner = editor
    page.save()
    factories.article("by-me", authors=["ada-reviewer"], published_at=hour(9))
    assert shown(look(desk, "?whose=mine")) == ["By-me", "One"]


def test_filters_go_together(desk, paper):
    put(paper["two"], "uk", state="held")
    put(paper["five"], "uk", state="held")
    key = SectionPage.objects.get(slug="city", locale__language_code="ru").translation_key
    assert shown(look(desk, f"?state=held&section={key}&q=tw&lang=uk")) == ["Two"]


def test_one_pages_through_them_both_ways_and_counts_nothing(desk, newsroom):
    for number in range(2 * A_PAGE + 3):
        factories.article(f"a{number:03}", published_at=hour(number // 4))  # several of the same hour
    every = [f"A{number:03}" for number in reversed(range(2 * A_PAGE + 3))]
    first = look(desk)
    second = look(desk, first.context["older"])
    third = look(desk, second.context["older"])
    assert [shown(first), shown(second), shown(third)] == [every[:25], every[25:50], every[50:]]
    assert (first.context["newer"], third.context["older"]) == ("", "")
    assert shown(look(desk, third.context["newer"])) == shown(second)
    assert look(desk, look(desk, second.context["newer"]).context["newer"] or "?").context["newer"] == ""


@pytest.mark.parametrize(
    "query", ["?older=x", "?newer=2026-01-01_1", "?section=x", "?state=x", "?lang=xx", "?q=%27%22"]
)
def test_nonsense_in_the_address_is_no_error(desk, paper, query):
    look(desk, f"?{query}")


def test_the_number_of_queries_is_the_same_at_5_and_at_50_articles(desk, paper, django_assert_max_num_queries):
    look(desk)
    with django_assert_max_num_queries(20) as five:
        look(desk)
    for number in range(45):
        factories.article(f"more-{number}", published_at=hour(10 + number))
    with django_assert_max_num_queries(20) as fifty:
        assert len(shown(look(desk))) == A_PAGE
    assert len(five) == len(fifty)


def test_a_translators_board_costs_no_more(client, person, paper, django_assert_max_num_queries):
    client.force_login(person("Translator: Ukrainian (uk)"))
    assert [language.code for language in look(client).context["languages"]] == ["uk"]
    with django_assert_max_num_queries(20):
        assert len(shown(look(client, "?lang=all"))) == len(paper)


@pytest.mark.parametrize("query", ["?state=held", "?state=missing&lang=uk", "?q=a&whose=mine"])
def test_no_filter_costs_more_queries(desk, paper, django_assert_max_num_queries, query):
    look(desk)
    with django_assert_max_num_queries(20):
        look(desk, query)


def test_a_draft_is_there_and_nothing_can_be_asked_of_it(desk, newsroom):
    factories.article("draft", live=False)
    cell = cells(look(desk))["Draft", "uk"]
    assert (cell.state, cell.can_act) == ("", False)


@pytest.mark.parametrize("way", ["by the migration", "by the program"])
def test_articles_from_before_are_listed_by_bringing_them_in(article, paper, way):
    def rows():
        return set(Listed.objects.values_list("article", "words", "published_at", "section", "is_public"))

    before = rows()
    Listed.objects.all().delete()
    if way == "by the program":
        assert list_articles(ArticlePage.objects.all()) == len(before)
    else:
        import_module("lingotype.translation.migrations.0009_list_articles").list_articles(apps, None)
    assert rows() == before
    assert len(before) == len(paper) + 1


def test_only_who_has_something_to_care_for_sees_it(client, db):
    from django.contrib.auth.models import Permission

    user = get_user_model().objects.create_user("only-in", "", "x")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)
    assert client.get(reverse(BOARD)).status_code == 302
    assert reverse(BOARD) not in client.get(reverse("wagtailadmin_home")).content.decode()


def test_the_menu_leads_there(desk):
    assert reverse(BOARD) in desk.get(reverse("wagtailadmin_home")).content.decode()


def test_a_deleted_article_leaves_the_board(desk, article, work):
    work()
    assert job(article, "uk")
    ArticlePage.objects.get(pk=article.pk).delete()
    assert shown(look(desk)) == []
