"""What workers write down of the engines, and when: a job that goes well writes nothing."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from lingotype.translation import health, installed
from lingotype.translation.models import EngineHealth
from lingotype.translation.pairs import LanguagePair
from lingotype.translation.routing import AllEnginesFailedError, translate_by_route


@pytest.fixture(autouse=True)
def _fresh(newsroom):
    health.forget()
    installed.engine.cache_clear()  # and their breakers
    yield
    health.forget()
    installed.engine.cache_clear()


def row(name):
    return EngineHealth.objects.filter(engine=name).first()


def fail(times=1):
    for _ in range(times):
        with pytest.raises(AllEnginesFailedError):
            translate_by_route(["Мост"], LanguagePair("ru", "he"))


def test_an_answer_is_written_down_by_the_loop_alone(django_assert_num_queries):
    with CaptureQueriesContext(connection) as queries:
        translate_by_route(["Мост"], LanguagePair("ru", "uk"))
    assert not [one["sql"] for one in queries if "health" in one["sql"]]
    assert row("upper") is None
    health.write_down()
    assert row("upper").answered_at is not None
    with django_assert_num_queries(0):
        health.write_down()


def test_a_failure_is_written_down_with_its_words():
    fail()
    assert (row("down").error, row("down").passed_over_until) == ("no answer within 1 s", None)
    assert row("down").failed_at is not None


def test_the_same_failure_is_written_down_seldom_and_the_pause_at_once():
    fail()
    first = row("down").failed_at
    fail()
    assert row("down").failed_at == first
    fail()  # the breaker opens
    assert row("down").passed_over_until > row("down").failed_at > first


def test_an_engine_that_answers_again_is_written_down_at_once():
    health.failed("upper", "gone for lunch", 15)
    translate_by_route(["Мост"], LanguagePair("ru", "uk"))
    found = row("upper")
    assert (found.passed_over_until, found.error) == (None, "gone for lunch")
    assert found.answered_at > found.failed_at


@pytest.mark.parametrize("failed", [-1, None, 1])
def test_a_process_that_heard_of_it_earlier_takes_nothing_back(failed):
    """What this process has to write down is older than what another wrote, or than a failure since."""
    translate_by_route(["Мост"], LanguagePair("ru", "uk"))
    now = timezone.now()
    later, until = now + timedelta(seconds=5), now + timedelta(seconds=60)
    failed_at = now + timedelta(seconds=10 * failed) if failed else None
    EngineHealth.objects.create(engine="upper", answered_at=later, failed_at=failed_at, passed_over_until=until)
    health.write_down()
    assert (row("upper").answered_at, row("upper").passed_over_until) == (later, until)


@pytest.mark.parametrize(("failed", "stays"), [(10, True), (-10, False)])
def test_an_answer_ends_a_pause_that_began_before_it_alone(failed, stays):
    translate_by_route(["Мост"], LanguagePair("ru", "uk"))
    now = timezone.now()
    EngineHealth.objects.create(
        engine="upper", answered_at=now - timedelta(minutes=1), failed_at=now + timedelta(seconds=failed),
        passed_over_until=now + timedelta(minutes=1),
    )  # fmt: skip
    health.write_down()
    assert row("upper").answered_at > now - timedelta(seconds=30)
    assert (row("upper").passed_over_until is not None) == stays


def test_a_budget_that_is_used_up_is_no_failure(settings):
    table = {"type": "tests.engines.UpperCase", "max_characters_per_month": 1}
    settings.LINGOTYPE = replace(settings.LINGOTYPE, engines={**settings.LINGOTYPE.engines, "upper": table})
    with CaptureQueriesContext(connection) as queries, pytest.raises(AllEnginesFailedError, match="budget"):
        translate_by_route(["Мост"], LanguagePair("ru", "uk"))
    assert not [one["sql"] for one in queries if "health" in one["sql"]]
    assert row("upper") is None


def test_a_key_that_is_refused_is_a_failure(settings):
    table = {"type": "tests.engines.Refused"}
    settings.LINGOTYPE = replace(settings.LINGOTYPE, engines={**settings.LINGOTYPE.engines, "upper": table})
    with pytest.raises(AllEnginesFailedError, match="the key is wrong"):
        translate_by_route(["Мост"], LanguagePair("ru", "uk"))
    assert row("upper").error == "the key is wrong"
