"""Workers compare each text with the article's last version, once, and again when one of the two has changed."""

from datetime import timedelta

import pytest
from django.utils import timezone

from lingotype.importing.models import SourceText
from lingotype.importing.originals import leases
from lingotype.importing.originals.comparing import compare_one_source, due
from lingotype.importing.originals.reading import read_one_source
from lingotype.importing.originals.wishes import is_busy
from lingotype.newsroom.models import ArticlePage
from tests.engines import UpperCase
from tests.importing.originals.conftest import row


@pytest.fixture
def compared(article, given):
    given()
    assert read_one_source()
    assert is_busy(row(article), ArticlePage.objects.get(pk=article.pk))
    assert compare_one_source()
    return row(article)


def first_words(read):
    """In the alphabet's order: PostgreSQL keeps none among a JSON object's keys."""
    return sorted(one[0]["words"] for one in read.proposals.values())


def test_the_proposals_are_kept_by_quotation(compared):
    assert first_words(compared) == [
        "Children will be able to walk to school.",
        "The bridge has cost 14 million dollars",
    ]
    assert all(0.5 <= one[0]["score"] <= 1 for one in compared.proposals.values())


def test_it_is_done_once_for_a_version(article, compared):
    assert compare_one_source() is False
    assert not is_busy(compared, ArticlePage.objects.get(pk=article.pk))


def test_an_engine_translates_each_quotation_once(article, compared):
    assert len(compared.translations) == 3
    assert compared.compared_by == "upper"
    UpperCase.asked.clear()
    SourceText.objects.update(compared_with=None)
    assert compare_one_source() is True
    assert UpperCase.asked == []


def test_a_new_version_is_compared_once_it_is_left_alone(article, compared):
    page = ArticlePage.objects.get(pk=article.pk)
    page.body = '[{"type": "paragraph", "id": "new", "value": "<p>«Дети смогут ходить в школу».</p>"}]'
    page.save_revision()
    assert list(due()) == []  # somebody may still be typing
    ArticlePage.objects.update(latest_revision_created_at=timezone.now() - timedelta(minutes=1))
    assert compare_one_source() is True
    assert first_words(row(article)) == ["Children will be able to walk to school."]
    assert compare_one_source() is False


def test_without_an_engine_it_says_what_to_configure(article, given, settings):
    given()
    SourceText.objects.update(lang="uk")
    SourceText.objects.update(lang="be")
    read_one_source()
    assert compare_one_source() is True
    assert "[[routes]]" in row(article).note
    assert row(article).translations == {}


def test_an_engine_that_fails_is_told_and_the_rest_is_done(article, given):
    given()
    SourceText.objects.update(lang="he")  # its only engine is down
    read_one_source()
    assert compare_one_source() is True
    assert "no answer within 1 s" in row(article).note


def test_an_original_that_is_there_needs_no_engine(publish, given, article):
    page = ArticlePage.objects.get(pk=article.pk)
    page.body = (
        '[{"type": "paragraph", "id": "a", "value": "<p><a linktype=\\"quotation\\" lang=\\"en\\" '
        'original=\\"Children will\\">«Дети смогут»</a>.</p>"}]'
    )
    page.save_revision()
    UpperCase.asked.clear()
    given()
    read_one_source()
    compare_one_source()
    assert UpperCase.asked == []
    assert row(article).translations == {"Дети смогут": "Children will"}


def test_a_worker_that_died_is_followed_by_another(article, given):
    given()
    read_one_source()
    assert leases.claim(due()) is not None
    assert compare_one_source() is False
    SourceText.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
    assert compare_one_source() is True


def test_a_text_that_ends_every_worker_is_given_up(article, given):
    given()
    read_one_source()
    SourceText.objects.update(attempts=leases.MAX_ATTEMPTS)
    assert compare_one_source() is True
    assert row(article).proposals == {}
    assert "shorter" in row(article).note
    assert compare_one_source() is False
