"""The newest articles of a list are the same whether they are walked to or sorted out."""

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale

from lingotype.config.statistics import gather_statistics
from lingotype.delivery.models import ReadNext
from lingotype.delivery.newest import newest, recent
from lingotype.delivery.read_next import Choosing
from lingotype.delivery.related import Neighbours, earlier_and_related
from lingotype.delivery.teasers import articles_of, public_articles
from lingotype.newsroom.models import ArticlePage, Tag
from lingotype.newsroom.places import section
from tests.delivery.many import fill
from tests.factories import article

ARTICLES = 2_010
"""More than are walked."""
OLD = datetime(2025, 1, 1, tzinfo=UTC)


@pytest.fixture
def english(newsroom) -> Locale:
    locale = Locale.objects.get(language_code="en")
    fill(section("city", locale), ARTICLES)
    return locale


def in_order(articles, most):
    return list(articles.values_list("pk", flat=True)[:most])


def test_what_is_walked_to_is_what_would_be_sorted_out(english):
    articles = public_articles(english)
    tagged = articles.filter(tags=Tag.objects.get(slug="most"))
    for those in (articles, tagged, articles.filter(path__startswith=section("city", english).path)):
        assert recent(those, 50) == newest(those, 50) == in_order(those, 50)


def test_sqlite_walks_to_them_however_large_it_takes_the_paper_for(english):
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL knows how many articles are recent")
    gather_statistics()
    with connection.cursor() as cursor:  # as it finds them in a paper of 100,000 articles in four languages
        large = "UPDATE sqlite_stat1 SET stat = '500000' || substr(stat, instr(stat, ' ')) WHERE tbl = %s"
        cursor.executemany(large, [["wagtailcore_page"], ["newsroom_articlepage"]])
        cursor.execute("ANALYZE sqlite_schema")
    with CaptureQueriesContext(connection) as asked:
        recent(public_articles(english), 50)
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {asked[-1]['sql']}")
        plan = " ".join(row[-1] for row in cursor.fetchall())
        cursor.execute("DELETE FROM sqlite_stat1")
        cursor.execute("ANALYZE sqlite_schema")  # or the connection goes on planning with them
    assert "published_at" in plan
    assert "TEMP B-TREE" not in plan


def test_a_list_with_few_among_the_newest_is_found_whole(english):
    rare = [article(f"rare-{n}", lang="ru", tags=["port"], published_at=OLD).pk for n in range(3)]
    articles = public_articles(Locale.objects.get(language_code="ru"))
    assert recent(articles, 2) is None
    assert newest(articles, 2) == sorted(rare, reverse=True)[:2]


def test_another_order_is_kept(english):
    oldest_first = ArticlePage.objects.filter(locale=english).order_by("published_at")
    assert newest(oldest_first, 5) == in_order(oldest_first, 5)


def test_articles_on_a_rare_tag_are_related_however_old_they_are(english):
    old = article("old", lang="en", tags=["port"], published_at=OLD)
    now = article("now", lang="en", tags=["port"])
    tags = list(now.tags.values_list("pk", flat=True))
    earlier, related = earlier_and_related(now, tags)
    assert earlier == [old.pk]
    assert Neighbours(now.locale_id, "en").earlier_and_related(now, tags) == (earlier, related)


@pytest.mark.parametrize("some", [2, 12])
def test_neighbours_leave_out_what_the_article_leads_to_already(english, some):
    now = article("now", lang="en", tags=["port"])
    newest_keys = list(public_articles(english).exclude(pk=now.pk).values_list("translation_key", flat=True)[:some])
    numbers = earlier_and_related(now, [], without=newest_keys)
    assert Neighbours(now.locale_id, "en").earlier_and_related(now, [], newest_keys) == numbers
    assert not ArticlePage.objects.filter(pk__in=numbers[1], translation_key__in=newest_keys).exists()


def test_several_are_chosen_for_in_a_few_queries(english, django_assert_max_num_queries):
    first = article("first", lang="en", tags=["port"], published_at=OLD)
    second = article("second", lang="en", tags=["port"])
    tags = list(second.tags.values_list("pk", flat=True))
    choosing = Choosing()
    choosing.choose(second, tags)  # since when articles are new is known from here on
    with django_assert_max_num_queries(11):
        choosing = Choosing()
        assert choosing.choose(first, tags) == {f"next:{first.pk}"}
        assert choosing.choose(second, tags) == {f"next:{first.pk}", f"next:{second.pk}"}
        choosing.keep()
    chosen = dict(ReadNext.objects.values_list("article_id", "earlier"))
    assert chosen == {second.pk: [first.pk], first.pk: []}
    assert second.pk in ReadNext.objects.get(article=first).related


def test_in_a_small_paper_they_are_the_same(newsroom):
    for number in range(3):
        article(f"one-{number}")
    articles = public_articles(Locale.objects.get(language_code="ru"))
    assert recent(articles, 2) is None
    assert newest(articles, 2) == in_order(articles, 2)


def test_a_section_is_found_by_its_path_and_not_among_all_of_its_language(english):
    place = section("city", english)
    articles = articles_of(place)
    assert articles.count() == ARTICLES
    assert set(articles.values_list("path", flat=True)) == {page.path for page in place.get_children()}
    if connection.vendor == "sqlite":
        assert "(path>? AND path<?)" in articles.order_by().explain()
