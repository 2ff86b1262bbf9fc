"""Dry runs: asked for within a budget, done by a worker, and nothing of them reaches memory or readers."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail_localize.models import StringTranslation

from lingotype.newsroom.models import ArticlePage
from lingotype.translation import budget, installed
from lingotype.translation.dry_run import asking
from lingotype.translation.dry_run.asking import DryRunRefusedError, ask, offers, plan
from lingotype.translation.dry_run.working import MAX_ATTEMPTS, claim, work_one_run
from lingotype.translation.models import ArticleUse, DryRun, EngineUse, Job
from lingotype.translation.pairs import LanguagePair
from tests.desk.conftest import RUSSIAN
from tests.engines import UpperCase

RU_UK = LanguagePair("ru", "uk")


@pytest.fixture
def article(publish, work):
    found = publish(RUSSIAN).page
    work()
    UpperCase.asked.clear()
    return found


@pytest.fixture
def limited(settings):
    """`upper` with a budget and a price."""

    def make(characters):
        table = {"type": "tests.engines.UpperCase", "max_characters_per_month": characters,
                 "price_per_million": 20, "currency": "EUR"}  # fmt: skip
        engines = {**settings.LINGOTYPE.engines, "upper": table}
        settings.LINGOTYPE = replace(settings.LINGOTYPE, engines=engines)
        installed.engine.cache_clear()

    yield make
    installed.engine.cache_clear()


def run_of(*engines):
    run = ask(RU_UK, engines, None)
    assert work_one_run()
    run.refresh_from_db()
    return run


def test_both_engines_are_asked_and_judged(article):
    run = run_of("upper", "phrases")
    assert run.state == "done"
    row = run.articles.get()
    assert row.title == "Мост открыт"
    assert row.sources[0] == "Мост открыт"
    upper, phrases = row.answers["upper"], row.answers["phrases"]
    assert upper["texts"][0] == "[uk] МОСТ ОТКРЫТ"
    assert phrases["texts"][0] == "Мост открыт"
    assert "untranslated" in {one["code"] for text in phrases["findings"] for one in text}
    assert upper["characters"] == phrases["characters"] > 50
    assert upper["seconds"] >= 0


def test_nothing_of_it_reaches_memory_jobs_or_readers(article):
    before = list(StringTranslation.objects.order_by("pk").values_list("pk", "data", "updated_at"))
    jobs = list(Job.objects.order_by("pk").values())
    pages = list(ArticlePage.objects.order_by("pk").values_list("pk", "latest_revision", "live"))
    run_of("phrases", "upper")
    assert list(StringTranslation.objects.order_by("pk").values_list("pk", "data", "updated_at")) == before
    assert list(Job.objects.order_by("pk").values()) == jobs
    assert list(ArticlePage.objects.order_by("pk").values_list("pk", "latest_revision", "live")) == pages


def test_it_is_paid_by_the_month_and_not_by_the_article(article, limited):
    limited(5000)
    by_article = list(ArticleUse.objects.order_by("pk").values())
    answer = run_of("upper", "phrases").articles.get().answers["upper"]
    assert EngineUse.objects.get(engine="upper").characters == answer["characters"] > 0
    assert float(answer["amounts"]["EUR"]) == answer["characters"] * 20 / 1_000_000
    assert list(ArticleUse.objects.order_by("pk").values()) == by_article


def test_a_worker_that_is_killed_loses_one_answer(article, publish, work):
    publish(RUSSIAN.replace("slug: most", "slug: two"), "two.md")
    work()
    run = ask(RU_UK, ("upper", "phrases"), None)
    first = run.articles.order_by("order")[0]
    assert work_one_run()  # both, and then as if the worker had been killed before the end
    kept = run.articles.order_by("order")[0].answers
    DryRun.objects.update(state="running", lease="gone", lease_until=timezone.now() + timedelta(seconds=9))
    second = run.articles.order_by("order")[1]
    run.articles.filter(pk=second.pk).update(answers={})
    assert not work_one_run()  # its lease holds
    DryRun.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
    UpperCase.asked.clear()
    assert work_one_run()
    run.refresh_from_db()
    assert (run.state, run.lease) == ("done", "")
    assert run.articles.get(pk=first.pk).answers == kept
    assert set(run.articles.get(pk=second.pk).answers) == {"upper", "phrases"}
    assert UpperCase.asked.count("Мост открыт") == 2  # each engine for the second article, and nobody for the first


def test_an_answer_that_ends_its_workers_fails_the_run(article):
    run = ask(RU_UK, ("upper", "phrases"), None)
    for _ in range(MAX_ATTEMPTS):
        assert claim().pk == run.pk
        DryRun.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
    assert work_one_run()
    run.refresh_from_db()
    assert (run.state, run.error) == ("failed", "3 workers ended in the middle of it; start another one to try again")
    assert not work_one_run()


def test_a_lost_lease_writes_nothing_more(article):
    run = ask(RU_UK, ("upper", "phrases"), None)
    first = claim()
    DryRun.objects.update(lease="another's")
    from lingotype.translation.dry_run.working import _try_article

    assert not _try_article(first, run.articles.get())
    assert run.articles.get().answers == {}


def test_an_engine_that_is_down_is_an_answer_too(article):
    installed.engine.cache_clear()
    row = run_of("down", "upper").articles.get()
    assert row.answers["down"]["error"] == "engine down, ru→uk, texts 1–5 of 5: no answer within 1 s"
    assert row.answers["upper"]["texts"][0] == "[uk] МОСТ ОТКРЫТ"


def test_an_article_that_is_taken_off_is_said(article):
    ask(RU_UK, ("upper", "phrases"), None)
    ArticlePage.objects.get(pk=article.pk).unpublish()
    assert work_one_run()
    assert DryRun.objects.get().articles.get().answers["upper"]["error"] == "the article has been taken off"


class TestAsking:
    @pytest.fixture(autouse=True)
    def _words(self, in_english):
        pass

    @pytest.mark.parametrize(
        ("engines", "reason"),
        [(("upper", "upper"), "two different"), (("upper", "nobody"), "nobody cannot"), (("upper", ""), "cannot")],
    )
    def test_needs_two_engines_that_can(self, article, engines, reason):
        with pytest.raises(DryRunRefusedError, match=reason):
            ask(RU_UK, engines, None)

    def test_needs_an_article(self, newsroom):
        with pytest.raises(DryRunRefusedError, match="no public article"):
            ask(RU_UK, ("upper", "phrases"), None)

    def test_needs_a_budget(self, article, limited):
        limited(100)
        with pytest.raises(DryRunRefusedError, match="the budget of upper does not hold it: 100 characters"):
            ask(RU_UK, ("upper", "phrases"), None)
        assert not budget.used("upper")

    def test_one_at_a_time_and_the_oldest_go(self, article):
        for _ in range(asking.KEPT + 2):
            ask(RU_UK, ("upper", "phrases"), None)
            with pytest.raises(DryRunRefusedError, match="being made already"):
                ask(RU_UK, ("upper", "phrases"), None)
            DryRun.objects.update(state="done")
        assert DryRun.objects.count() == asking.KEPT

    def test_says_before_what_it_costs(self, article, limited):
        limited(5000)
        planned = plan("ru")
        assert planned.articles == ((article.pk, "Мост открыт"),)
        offer = {offer.name: offer for offer in offers(RU_UK, planned.characters)}["upper"]
        assert offer.cost.characters == planned.characters
        assert (offer.left, offer.holds) == (5000, True)
        assert abs(run_of("upper", "phrases").articles.get().answers["upper"]["characters"] - planned.characters) < 90

    def test_takes_the_newest_that_fit(self, publish, work):
        for number in range(asking.MOST_ARTICLES + 2):
            text = RUSSIAN.replace("slug: most", f"slug: n{number}\n    published: 2026-11-{number + 1:02}T09:00:00Z")
            publish(text.replace("title: Мост открыт", f"title: Мост {number}"), f"{number}.md")
        titles = [title for _pk, title in plan("ru").articles]
        assert titles == [f"Мост {number}" for number in range(11, 1, -1)]
        long = RUSSIAN.replace("slug: most", "slug: long\n    published: 2026-11-25T09:00:00Z")
        publish(long.replace("в понедельник", "в понедельник " * 3000), "long.md")
        assert [title for _pk, title in plan("ru").articles] == titles[:-1]
