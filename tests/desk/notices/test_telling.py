"""Who gets which mail, and when; each thing once."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection, transaction
from django.urls import reverse
from django.utils import timezone

from lingotype.desk.mail.sending import Sender
from lingotype.desk.models import Kind, Notice, NoticeChoice
from lingotype.desk.notices import telling
from lingotype.desk.notices.choices import BETWEEN, begin, choose, people
from lingotype.desk.notices.gathering import gather
from lingotype.desk.notices.telling import OLD, look_and_tell, tell
from lingotype.translation import installed
from lingotype.translation.models import EngineUse, Job, State
from tests.desk.notices.conftest import NOON, TRANSLATOR, goes_wrong, mails, report_about, to, told


def happened(at):
    """What happened until then, as a worker found it."""
    gather()
    Notice.objects.filter(made_at__gt=timezone.now() - timedelta(minutes=1)).update(made_at=at)


def test_each_hears_of_their_own_languages_and_chiefs_of_budgets(translated, person):
    for role in (TRANSLATOR, "Editor", "Chief", "Reporter"):
        person(role, "now")
    goes_wrong(translated, "uk")
    goes_wrong(translated, "en", State.FAILED, "every engine is down")
    report_about(translated, "en")
    gather()
    EngineUse.objects.create(engine="upper", month=timezone.now().date().replace(day=1), characters=9_000)
    Notice.objects.create(key="budget", kind=Kind.BUDGET, about="upper", made_at=timezone.now())
    installed.engine("upper").max_characters_per_month = 10_000
    try:
        tell()
    finally:
        installed.engine("upper").max_characters_per_month = None
    assert sorted(name for name, _row in mails()) == ["chief"] * 4 + ["editor"] * 3 + ["translator"]
    [budget] = [row for row in to("chief") if "budget" in row.subject]
    assert "90 % of the 10,000 characters" in budget.text
    assert f"{reverse('desk_pairs')}\n" in budget.text
    assert "Українська" in to("translator")[0].text


def test_it_is_told_once_however_often_and_by_however_many(translated, person):
    person("Editor", "now")
    goes_wrong(translated, "uk")
    assert look_and_tell()
    assert not look_and_tell()
    tell(timezone.now() + timedelta(days=1))
    assert len(mails()) == 1


def test_a_worker_that_ends_before_it_is_written_tells_it_the_next_time(translated, person):
    user = person("Editor", "now")
    goes_wrong(translated, "uk")
    gather()
    before = told(user)

    @transaction.atomic
    def begun():
        assert tell() == 1
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        begun()
    assert told(user) == before
    assert mails() == []
    assert tell() == 1


def test_what_another_worker_has_told_meanwhile_is_not_told_again(translated, person):
    user = person("Editor", "now")
    goes_wrong(translated, "uk")
    gather()
    seen = people()
    facts = telling._facts(seen, timezone.now())
    assert tell() == 1
    assert sum(telling._tell(one, facts, timezone.now()) for one in seen if one.pk == user.pk) == 0
    assert len(mails()) == 1


def test_at_once_is_one_mail_of_a_kind_in_a_quarter_of_an_hour(translated, person):
    person("Editor", "now")
    goes_wrong(translated, "uk")
    gather()
    now = timezone.now()
    tell(now)
    goes_wrong(translated, "en")
    report_about(translated, "uk")
    gather()
    tell(now + timedelta(minutes=1))
    assert [row.subject.split(":")[1] for row in to("editor")] == [" 1 translation is held", " 1 report by a reader"]
    tell(now + BETWEEN + timedelta(seconds=1))
    assert len(to("editor")) == 3
    assert "English" in to("editor")[2].text


def test_a_digest_comes_at_eight_in_ones_own_zone_and_once(translated, person):
    person("Editor", "daily", zone="America/New_York", name="bob")
    person("Editor", "daily", zone="Asia/Tokyo", name="yuki")
    goes_wrong(translated, "uk")
    report_about(translated, "uk")
    happened(NOON)
    for hour in range(48):
        tell(NOON + timedelta(hours=hour, minutes=30))
        found = {name: NOON + timedelta(hours=hour) for name, _row in mails()}
        assert ("bob" in found) is (NOON + timedelta(hours=hour, minutes=30) >= datetime(2026, 11, 27, 13, tzinfo=UTC))
        assert ("yuki" in found) is (NOON + timedelta(hours=hour) >= datetime(2026, 11, 27, 23, tzinfo=UTC))
    assert len(mails()) == 2  # both kinds in one
    assert to("bob")[0].subject == "Harbor Courier: 1 translation is held, 1 report by a reader"


def test_an_hourly_digest_comes_when_the_hour_is_over(translated, person):
    person("Editor", "hourly")
    goes_wrong(translated, "uk")
    happened(NOON + timedelta(minutes=5))
    tell(NOON + timedelta(minutes=59))
    assert mails() == []
    tell(NOON + timedelta(minutes=60))
    assert len(mails()) == 1


def test_what_is_mended_by_then_is_not_told_and_an_empty_digest_not_sent(translated, person):
    user = person("Editor", "daily")
    goes_wrong(translated, "uk")
    happened(NOON)
    Job.objects.filter(article=translated).update(state=State.PUBLISHED)
    tell(NOON + timedelta(days=1))
    assert mails() == []
    assert set(told(user).values()) == {0, Notice.objects.get().pk}


def test_a_long_list_is_cut_and_says_how_long_it_is(translated, person, publish):
    person("Editor", "now")
    first = translated
    for number in range(23):
        page = publish(f"---\ntitle: N{number}\nlang: ru\nslug: n{number}\n---\nText.\n").page
        Job.objects.filter(article=page, lang="uk").update(state=State.HELD, way="x", changed_at=timezone.now())
    goes_wrong(first, "uk")
    gather()
    tell()
    [row] = to("editor")
    assert row.subject == "Harbor Courier: 24 translations are held"
    assert "… and 4 more" in row.text
    assert "… and 4 more" in row.html
    assert row.text.count("\n* ") == 20


def test_never_is_never_and_from_then_on_is_from_then_on(translated, person):
    user = person("Editor", "never")
    goes_wrong(translated, "uk")
    gather()
    assert tell() == 0
    choose(user, {Kind.HELD: "now"})
    assert tell() == 0
    goes_wrong(translated, "en")
    gather()
    assert tell() == 1
    assert "Українська" not in to("editor")[0].text


def test_whoever_is_new_hears_what_comes_from_now_on(translated, person):
    goes_wrong(translated, "uk")
    gather()
    user = person("Editor")
    begin(people())
    assert {choice.when for choice in NoticeChoice.objects.filter(user=user)} == {"daily"}
    assert tell(timezone.now() + timedelta(days=2)) == 0
    goes_wrong(translated, "en")
    gather()
    assert tell(timezone.now() + timedelta(days=2)) == 1
    assert "Українська" not in to("editor")[0].text


def test_whoever_was_away_hears_of_no_more_than_a_week(translated, person):
    user = person("Editor", "now")
    goes_wrong(translated, "uk")
    gather()
    now = timezone.now()
    type(user).objects.update(is_active=False)
    assert tell(now) == 0
    type(user).objects.update(is_active=True)
    assert tell(now + OLD + timedelta(hours=1)) == 0
    assert tell(now + OLD - timedelta(hours=1)) == 1


def test_what_a_worker_with_a_slow_clock_writes_down_hides_nothing(translated, person):
    person("Editor", "now")
    now = timezone.now()
    goes_wrong(translated, "uk")
    gather(now + timedelta(seconds=40))
    goes_wrong(translated, "en")
    gather(now)
    tell(now + timedelta(seconds=20))
    tell(now + BETWEEN + timedelta(minutes=1))
    assert "Українська" in "".join(row.text for row in to("editor"))


def test_choosing_while_a_worker_tells_puts_nothing_back(translated, person):
    user = person("Editor", "now")
    goes_wrong(translated, "uk")
    gather()

    def after_a_worker(execute, sql, params, many, context):
        if "desk_noticechoice" in sql and sql.startswith("UPDATE") and not mails():
            tell()
        return execute(sql, params, many, context)

    with connection.execute_wrapper(after_a_worker):
        choose(user, {Kind.HELD: "hourly"})
    assert len(mails()) == 1
    assert told(user)["held"] == Notice.objects.get().pk


def test_what_was_told_is_not_read_again_for_kinds_of_which_there_is_nothing(translated, person):
    person("Editor", "now")
    goes_wrong(translated, "uk")
    gather()
    now = timezone.now()
    assert [list(telling._facts(people(), now)), tell(now)] == [["held"], 1]
    assert telling._facts(people(), now) == {}


def test_without_mail_notices_are_kept_and_nobody_is_written_to(translated, person, settings):
    settings.LINGOTYPE = replace(settings.LINGOTYPE, mail=None)
    person("Editor", "now")
    goes_wrong(translated, "uk")
    assert look_and_tell()
    assert Notice.objects.count() == 1
    assert mails() == []


def test_telling_nothing_takes_few_queries_however_many_people(translated, person, django_assert_num_queries):
    for number in range(5):
        person("Editor", "daily", name=f"e{number}")
    goes_wrong(translated, "uk")
    happened(NOON)
    with django_assert_num_queries(3):
        tell(NOON + timedelta(minutes=1))


def test_an_idle_worker_asks_little_and_writes_nothing(translated, person, django_assert_num_queries):
    for number in range(5):
        person("Editor", "daily", name=f"e{number}")
    look_and_tell()
    with django_assert_num_queries(8) as asked:
        assert not look_and_tell()
    assert [query["sql"] for query in asked if not query["sql"].startswith("SELECT")] == []


def test_every_worker_looks_tells_and_sends():
    from lingotype.config import chores

    assert chores.tell_people in chores.TIMELY
    assert any(isinstance(getattr(chore, "_chore", None), Sender) for chore in chores.TIMELY)
