"""A correction is written once: public at once, urgent in every language, and no draft goes out with it."""

from datetime import date

import pytest
from django.utils import timezone
from wagtail.models import PageLogEntry

from lingotype.desk.corrections.writing import CannotCorrectError, correct
from lingotype.newsroom.models import ArticlePage
from lingotype.translation import leases
from lingotype.translation.models import Job, State
from tests.desk.conftest import RUSSIAN, job, version
from tests.desk.corrections.conftest import TEXT, texts

DAY = date(2026, 11, 27)


def test_readers_have_it_at_once_and_feeds_are_told(translated, editor):
    correct(translated, DAY, TEXT, editor)
    page = ArticlePage.objects.get(pk=translated.pk)
    assert (page.live, page.has_unpublished_changes, texts(page)) == (True, False, [TEXT])
    assert page.corrected_on == DAY
    assert (timezone.now() - page.updated_at).total_seconds() < 60


def test_it_comes_in_every_language_with_its_day_before_everything_queued(publish, translated, editor, work):
    other = publish(RUSSIAN.replace("most", "drugoy").replace("Мост", "Паром"), "b.md").page
    correct(translated, DAY, TEXT, editor)
    assert {row.is_urgent for row in Job.objects.filter(article=other)} == {False}
    first = leases.claim()
    assert (first.article_id, first.is_urgent) == (translated.pk, True)
    Job.objects.filter(pk=first.pk).update(state=State.QUEUED, lease="", lease_until=None, attempts=0)
    work()
    for lang in ("en", "uk"):
        (block,) = version(translated, lang).corrections
        assert (block.value["date"], block.value["text"]) == (DAY, f"[{lang}] {TEXT.upper()}")
        assert version(translated, lang).updated_at == ArticlePage.objects.get(pk=translated.pk).updated_at
    assert not Job.objects.filter(is_urgent=True, state=State.PUBLISHED).exists()


def test_urgency_is_given_back_and_stays_while_it_is_not_made(translated, editor, publish, work):
    correct(translated, DAY, TEXT, editor)
    ArticlePage.objects.get(pk=translated.pk).save_revision().publish()
    assert job(translated, "uk").is_urgent
    work()
    assert not job(translated, "uk").is_urgent
    Job.objects.filter(pk=job(translated, "uk").pk).update(is_urgent=True)  # a person has published it meanwhile
    ArticlePage.objects.get(pk=translated.pk).save_revision().publish()
    assert not job(translated, "uk").is_urgent


def test_an_urgent_text_that_ends_workers_lets_others_have_their_turn(translated, editor, publish):
    other = publish(RUSSIAN.replace("most", "drugoy"), "b.md").page
    correct(translated, DAY, TEXT, editor)
    Job.objects.filter(article=translated).update(attempts=3)
    assert leases.claim().article_id == other.pk


def test_a_draft_stays_a_draft_with_the_correction_beside_it(translated, editor):
    page = ArticlePage.objects.get(pk=translated.pk)
    page.title = "Ещё не готово"
    page.save_revision()
    correct(page, DAY, TEXT, editor)
    page = ArticlePage.objects.get(pk=page.pk)
    assert (page.title, page.has_unpublished_changes) == ("Мост открыт", True)
    draft = page.get_latest_revision_as_object()
    assert draft.title == "Ещё не готово"
    assert [block.value["text"] for block in draft.corrections] == [TEXT]


def test_the_history_says_who_wrote_what(translated, editor):
    block = correct(translated, DAY, TEXT, editor)
    entry = PageLogEntry.objects.get(action="lingotype.correct")
    assert (entry.page_id, entry.user, entry.data) == (translated.pk, editor, {"block": block, "text": TEXT})
    assert entry.message == "Correction written"


def test_a_machines_translation_and_what_nobody_sees_take_none(translated, editor):
    with pytest.raises(CannotCorrectError):
        correct(version(translated, "uk"), DAY, TEXT, editor)
    translated.unpublish()
    with pytest.raises(CannotCorrectError):
        correct(translated, DAY, TEXT, editor)
