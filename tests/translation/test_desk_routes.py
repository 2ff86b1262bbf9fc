"""The desk's order of engines goes before the settings file's, in every process, and costs a job nothing."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from lingotype.config.examination import examine
from lingotype.translation import desk_routes, installed
from lingotype.translation.desk_routes import READ_AGAIN_SECONDS, READ_ANYHOW_SECONDS, Orders
from lingotype.translation.in_request import NoEngines
from lingotype.translation.models import DeskRoute, Job
from lingotype.translation.pairs import LanguagePair
from lingotype.translation.rerouting import RouteRefusedError, as_the_file_says, reroute, standing
from tests.desk.conftest import RUSSIAN, editor, job  # noqa: F401 - a fixture

RU_UK, RU_HE, RU_ES = LanguagePair("ru", "uk"), LanguagePair("ru", "he"), LanguagePair("ru", "es")


@pytest.fixture(autouse=True)
def _no_route_left_behind():
    yield
    desk_routes.forget()


def put(*engines, pair=RU_UK):
    """As another process has written it."""
    DeskRoute.objects.update_or_create(source=pair.source, target=pair.target, defaults={"engines": list(engines)})


class Clock:
    now = 100.0

    def __call__(self):
        return self.now


def test_the_desk_goes_before_the_file_and_the_gate_stays(newsroom):
    put("phrases", "upper")
    assert str(installed.way(RU_UK)) == "always: phrases, upper"
    assert str(installed.way(LanguagePair("ru", "en"))) == "always: down, upper"


def test_an_engine_that_has_left_the_file_is_passed_over(newsroom):
    put("gone", "phrases")
    assert installed.way(RU_UK).engines == ("phrases",)
    assert standing(RU_UK, DeskRoute.objects.get()).gone == ("gone",)


def test_where_all_have_left_the_file_holds(newsroom):
    put("gone")
    assert installed.way(RU_UK).engines == ("upper",)


def test_a_process_reads_them_once_and_a_job_never(newsroom, django_assert_num_queries):
    orders = Orders(Clock())
    with django_assert_num_queries(1):
        assert orders.of(RU_UK) == ()
    put("phrases")
    orders._clock.now += 1000
    with django_assert_num_queries(0):
        assert orders.of(RU_UK) == ()


def test_a_workers_loop_follows_within_seconds(newsroom, django_assert_num_queries):
    clock = Clock()
    orders = Orders(clock)
    orders.keep_fresh(1)
    put("phrases")
    with django_assert_num_queries(0):
        orders.keep_fresh(2)  # too soon
    clock.now += READ_AGAIN_SECONDS
    orders.keep_fresh(2)
    assert orders.of(RU_UK) == ("phrases",)
    clock.now += READ_AGAIN_SECONDS
    with django_assert_num_queries(0):
        orders.keep_fresh(2)  # nobody has written
    clock.now += READ_ANYHOW_SECONDS
    with django_assert_num_queries(1):
        orders.keep_fresh(2)


def test_a_web_server_follows_within_seconds(newsroom, rf):
    clock = Clock()
    orders = Orders(clock)
    asked = NoEngines(lambda request: orders.of(RU_UK))
    assert asked(rf.get("/")) == ()
    put("phrases")
    assert asked(rf.get("/")) == ()
    clock.now += READ_AGAIN_SECONDS + 0.1
    assert asked(rf.get("/")) == ("phrases",)


def test_articles_are_translated_by_it_and_no_job_asks_for_it(publish, work, editor):  # noqa: F811 - the fixture
    publish(RUSSIAN)
    work()
    desk_routes.read_again()
    for slug in ("one", "two"):
        article = publish(RUSSIAN.replace("most", slug).replace("Мост", slug), f"{slug}.md").page
        with CaptureQueriesContext(connection) as queries:
            work()
        assert job(article, "uk").engine == ("upper" if slug == "one" else "phrases")
        assert not [query for query in queries if DeskRoute._meta.db_table in query["sql"]]
        reroute(RU_UK, ["phrases", "upper"], editor)


def test_what_waits_is_tried_again_once_every_worker_knows(publish, work, editor):  # noqa: F811 - the fixture
    article = publish(RUSSIAN).page
    work()
    assert job(article, "es").state == "waiting"
    now = timezone.now()
    reroute(RU_ES, ["upper"], editor)
    waiting = job(article, "es")
    assert waiting.state == "queued"
    assert waiting.not_before > now + timedelta(seconds=READ_AGAIN_SECONDS)
    assert job(article, "uk").state == "published"


def test_what_is_held_is_judged_again(publish, work, editor):  # noqa: F811 - the fixture
    article = publish(RUSSIAN).page
    work()
    Job.objects.filter(article=article, lang="uk").update(state="held", made_state="held")
    reroute(RU_UK, ["phrases"], editor)
    assert (job(article, "uk").state, job(article, "uk").made_from) == ("queued", "")
    assert job(article, "en").state == "published"


@pytest.mark.parametrize(("engines", "reason"), [(["nobody"], "no engine nobody"), ([], "needs an engine")])
def test_only_engines_of_the_file_can_be_named(in_english, newsroom, editor, engines, reason):  # noqa: F811 - the fixture
    with pytest.raises(RouteRefusedError, match=reason):
        reroute(RU_UK, engines, editor)
    assert not DeskRoute.objects.exists()


def test_it_is_taken_away_and_the_files_own_order_is_no_change(newsroom, editor):  # noqa: F811 - the fixture
    reroute(RU_UK, ["phrases", "phrases", "upper"], editor)
    assert (DeskRoute.objects.get().engines, DeskRoute.objects.get().changed_by) == (["phrases", "upper"], editor)
    reroute(RU_UK, ["upper"], editor)
    assert not DeskRoute.objects.exists()
    reroute(RU_UK, ["phrases"], editor)
    as_the_file_says(RU_UK)
    assert installed.way(RU_UK).engines == ("upper",)


def test_doctor_says_so(newsroom):
    put("phrases", "gone")
    said = {one.about: one.message for one in examine()}
    assert said["ru → uk"].startswith("phrases; gate: always; changed at the desk, and gone is passed over")
    put("gone")
    desk_routes.read_again()
    said = {one.about: one.message for one in examine()}
    assert "which lingotype.toml has no more: its own order holds" in said["ru → uk"]


def test_what_to_configure_names_the_desk(newsroom, settings):
    down = {**settings.LINGOTYPE.engines, "apart": {"type": "apertium"}}
    settings.LINGOTYPE = replace(settings.LINGOTYPE, engines=down)
    put("apart", pair=RU_HE)
    assert installed.what_to_configure(RU_HE).startswith("apart, chosen at the desk, cannot translate ru → he here")


def test_what_to_configure_names_the_file_where_all_of_the_desk_have_left_it(newsroom):
    put("gone", pair=RU_ES)
    assert installed.what_to_configure(RU_ES).startswith("no engine for ru → es: add to lingotype.toml [[routes]]")
