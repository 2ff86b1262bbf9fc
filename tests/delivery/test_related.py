"""What a reader is offered next."""

from datetime import timedelta

import pytest

from lingotype.delivery.related import earlier_and_related
from lingotype.newsroom.models import ArticlePage
from tests.factories import PUBLISHED, article


def told(page, **limits):
    """Slugs of what was written earlier, and of what to read next."""
    page = ArticlePage.objects.get(pk=page.pk)
    before, after = earlier_and_related(page, list(page.tags.values_list("pk", flat=True)), **limits)
    slugs = dict(ArticlePage.objects.values_list("pk", "slug"))
    return [slugs[pk] for pk in before], [slugs[pk] for pk in after]


def days(number):
    return PUBLISHED + timedelta(days=number)


def test_earlier_is_what_shares_a_tag_and_is_older_the_newest_first(newsroom):
    article("older", tags=["bridge"], published_at=days(-9))
    article("old", tags=["bridge"], published_at=days(-2))
    article("newer", tags=["bridge"], published_at=days(1))
    article("other", tags=["school"], published_at=days(-1))
    before, after = told(article("now", tags=["bridge"]))
    assert before == ["old", "older"]
    assert after[0] == "newer"
    assert set(after) == {"newer", "other"}


@pytest.mark.parametrize(
    ("facts", "why"),
    [({"tags": ["bridge"]}, "tag"), ({"place": "port"}, "section"), ({"dek": "Мосты развели"}, "word")],
)
def test_tag_section_and_words_relate(newsroom, facts, why):
    article(f"same-{why}", published_at=days(1), **{"place": "sport", **facts})
    for number in range(3):
        article(f"newer-{number}", place="culture", published_at=days(2 + number))
    now = article("now", place="port", tags=["bridge"], dek="Мост закрыт")
    assert told(now)[1][0] == f"same-{why}"


def test_an_old_article_on_the_same_subject_is_found_behind_many_newer_ones(newsroom):
    article("old", tags=["bridge"], published_at=days(-300))
    for number in range(4):
        article(f"newer-{number}", published_at=days(-number))
    assert told(article("now", tags=["bridge"], published_at=days(1)), among=2)[0] == ["old"]


def test_neither_itself_nor_drafts_nor_other_languages_are_offered(newsroom):
    article("draft", live=False)
    article("english", lang="en")
    assert told(article("now")) == ([], [])


def test_the_number_of_queries_does_not_grow_with_the_paper(newsroom, django_assert_max_num_queries):
    for number in range(30):
        article(f"a-{number}", tags=["bridge"], authors=["ann"], published_at=days(-number))
    page = ArticlePage.objects.select_related("locale").get(pk=article("now", tags=["bridge"]).pk)
    tags = list(page.tags.values_list("pk", flat=True))
    with django_assert_max_num_queries(6):
        earlier_and_related(page, tags)


def test_what_the_article_leads_to_itself_is_not_offered_again(newsroom):
    boxed = article("boxed", tags=["bridge"], published_at=days(-1))
    page = article("now", tags=["bridge"])
    assert told(page)[0] == ["boxed"]
    assert told(page, without=[boxed.translation_key]) == ([], [])
