"""What happened is written down once, from the tables that say so."""

from datetime import timedelta

import pytest
from django.utils import timezone

from lingotype.desk.models import Kind, Notice, NoticesRead
from lingotype.desk.notices.gathering import BEFORE, KEPT, gather
from lingotype.translation import installed
from lingotype.translation.models import EngineUse, Job, State
from lingotype.translation.review import take_off
from lingotype.translation.steering.keep_back import keep_back
from tests.desk.conftest import job, version
from tests.desk.notices.conftest import goes_wrong, report_about


def kinds():
    return sorted(Notice.objects.values_list("kind", "lang", "about"))


def test_what_happened_is_written_down_once(translated):
    goes_wrong(translated, "uk")
    goes_wrong(translated, "en", State.FAILED, "every engine is down")
    report_about(translated, "uk")
    assert gather()
    assert kinds() == [("failed", "en", ""), ("held", "uk", ""), ("report", "uk", "")]
    assert not gather()
    assert Notice.objects.count() == 3


def test_two_workers_that_look_at_once_write_it_once(translated):
    goes_wrong(translated, "uk")
    now = timezone.now()
    gather(now)
    NoticesRead.objects.update(until=now - timedelta(hours=1))  # as the other had read it
    gather(now)
    assert Notice.objects.count() == 1


def test_no_notice_is_older_than_one_before_it(translated):
    now = timezone.now()
    goes_wrong(translated, "uk")
    gather(now + timedelta(minutes=1))  # by a clock that is fast
    goes_wrong(translated, "en")
    gather(now)
    first, second = Notice.objects.order_by("pk")
    assert (first.lang, second.lang) == ("uk", "en")
    assert first.made_at <= second.made_at


def test_what_was_committed_late_is_found_all_the_same(translated):
    gather()
    goes_wrong(translated, "uk")
    Job.objects.filter(article=translated, lang="uk").update(changed_at=timezone.now() - BEFORE / 2)
    assert gather()


def test_the_same_end_of_the_same_version_is_no_news_and_another_is(translated):
    goes_wrong(translated, "uk")
    gather()
    goes_wrong(translated, "uk")
    assert not gather()
    goes_wrong(translated, "uk", error="names: Ada is missing")
    assert gather()
    Job.objects.filter(article=translated, lang="uk").update(made=7)
    goes_wrong(translated, "uk", error="names: Ada is missing")
    assert gather()


def test_what_a_person_keeps_from_readers_is_no_news(translated):
    keep_back(translated, "uk")
    take_off(version(translated, "en"))
    assert job(translated, "uk").state == job(translated, "en").state == State.HELD
    gather()
    assert kinds() == []


def test_what_a_person_holds_while_it_is_made_is_no_news(article, work):
    keep_back(article, "uk")
    work()
    held = job(article, "uk")
    assert (held.state, held.way != "") == (State.HELD, True)
    gather()
    assert kinds() == []
    goes_wrong(article, "uk")
    gather()
    assert kinds() == [("held", "uk", "")]


def test_a_withdrawn_article_is_no_news(translated):
    goes_wrong(translated, "uk")
    type(translated).objects.filter(pk=translated.pk).update(live=False)
    assert not gather()


@pytest.mark.parametrize(("characters", "is_news"), [(7_999, False), (8_000, True), (10_000, True)])
def test_a_budget_at_eighty_hundredths_is_news_once(newsroom, settings, characters, is_news):
    engine = installed.engine("upper")
    engine.max_characters_per_month = 10_000
    try:
        EngineUse.objects.create(engine="upper", month=timezone.now().date().replace(day=1), characters=characters)
        assert gather() is is_news
        assert kinds() == ([("budget", "", "upper")] if is_news else [])
        assert not gather()
        engine.max_characters_per_month = 10_001  # another budget
        assert gather() is (characters == 10_000)
    finally:
        engine.max_characters_per_month = None


def test_the_first_time_no_further_back_than_a_day(translated):
    goes_wrong(translated, "uk")
    Job.objects.filter(article=translated, lang="uk").update(changed_at=timezone.now() - timedelta(days=2))
    assert not gather()


def test_without_news_nothing_is_written_and_little_is_asked(translated, django_assert_num_queries):
    gather()
    until = NoticesRead.objects.get().until
    with django_assert_num_queries(3):
        gather()
    assert NoticesRead.objects.get().until == until


def test_old_notices_go(newsroom):
    now = timezone.now()
    Notice.objects.create(key="x", kind=Kind.HELD, lang="uk", subject=1, made_at=now - KEPT - timedelta(hours=1))
    gather(now)
    assert not Notice.objects.exists()
