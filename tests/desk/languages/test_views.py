"""The screen of languages: what it shows, what it changes, and how many queries it takes."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from lingotype.translation import desk_routes, installed
from lingotype.translation.dry_run.working import _try_article, claim, work_one_run
from lingotype.translation.edited import monday
from lingotype.translation.models import DeskRoute, DryRun, EngineHealth, EngineUse, Job
from lingotype.translation.pairs import LanguagePair
from tests import factories
from tests.desk.board.conftest import said
from tests.desk.conftest import RUSSIAN

RU_UK, RU_EN = LanguagePair("ru", "uk"), LanguagePair("ru", "en")


def overview(desk):
    answer = desk.get(reverse("desk_pairs"))
    assert answer.status_code == 200
    return answer


def pair(desk, source="ru", target="uk"):
    return desk.get(reverse("desk_pair", args=[source, target]), follow=True)


def change(desk, do, source="ru", target="en", **more):
    return desk.post(reverse("desk_pair_route", args=[source, target]), {"do": do, **more}, follow=True)


def engines(pair=RU_EN):
    return list(installed.way(pair).engines)


class TestOverview:
    def test_every_pair_with_its_route(self, desk, newsroom):
        rows = {(row.pair.source, row.pair.target): row for row in overview(desk).context["rows"]}
        assert len(rows) == 8  # two languages to write in, five to read in
        assert [step.name for step in rows["ru", "en"].steps] == ["down", "upper"]
        assert not rows["ru", "es"].is_served
        assert rows["ru", "uk"].gate == "A translation goes out whatever the checks find."

    def test_an_engine_that_has_left_the_file_is_named(self, desk, newsroom):
        DeskRoute.objects.create(source="ru", target="uk", engines=["gone", "phrases"])
        html = overview(desk).content.decode()
        assert "gone: not in lingotype.toml any more, passed over" in html
        assert "changed at the desk" in html

    @pytest.mark.parametrize(
        ("answered", "failed", "until", "label"),
        [
            (None, None, None, "not asked yet"),
            (-60, None, None, "answers"),
            (-60, -30, None, "fails"),
            (-60, -30, 60, "passed over"),
            (-60, -30, -10, "fails"),
            (-10, -30, None, "answers"),
        ],
    )
    def test_health_is_what_workers_have_seen(self, desk, newsroom, answered, failed, until, label):
        at = [timezone.now() + timedelta(seconds=by) if by is not None else None for by in (answered, failed, until)]
        EngineHealth.objects.create(
            engine="down", answered_at=at[0], failed_at=at[1], passed_over_until=at[2], error="no answer" * bool(failed)
        )  # fmt: skip
        answer = overview(desk)
        [row] = [row for row in answer.context["engines"] if row.name == "down"]
        assert row.health.label == label
        assert ("no answer" in answer.content.decode()) == bool(failed)

    def test_the_queries_do_not_grow(self, desk, newsroom):
        overview(desk)
        few = self.fill(desk, range(2))
        many = self.fill(desk, range(2, 60))
        assert many == few <= 25

    def fill(self, desk, numbers):
        """Articles with their jobs, over the weeks; returns the queries that the screen takes then."""
        for number in numbers:
            article = factories.article(f"n{number}")
            Job.objects.filter(article=article).delete()
            Job.objects.bulk_create(
                Job(article=article, lang=lang, state="published", engine="upper", judged_source="ru",
                    judged_week=monday() - timedelta(weeks=number % 12), judged_held=number % 2 == 0,
                    judged_change=0.1)
                for lang in ("uk", "en", "es", "he")
            )  # fmt: skip
        with CaptureQueriesContext(connection) as queries:
            overview(desk)
        return len(queries)


def test_the_figures_are_found_by_their_index(newsroom):
    from lingotype.desk.languages.figures import _judged

    explained = _judged(monday()).explain()
    if connection.vendor == "sqlite":
        assert "USING COVERING INDEX job_judged (judged_week>?)" in explained


def test_the_budget_is_said(desk, newsroom, settings):
    from dataclasses import replace

    table = {"type": "tests.engines.UpperCase", "max_characters_per_month": 1000}
    settings.LINGOTYPE = replace(settings.LINGOTYPE, engines={**settings.LINGOTYPE.engines, "metered": table})
    EngineUse.objects.create(engine="metered", month=timezone.now().date().replace(day=1), characters=850)
    [row] = [row for row in overview(desk).context["engines"] if row.name == "metered"]
    assert (row.left, row.percent, row.is_nearly_full) == ("150 of 1,000 characters are left", 85, True)
    assert row.used == "850 characters"


class TestPair:
    def test_its_page(self, desk, newsroom):
        html = pair(desk).content.decode()
        assert "A translation goes out whatever the checks find." in html
        assert 'data-controller="w-orderable"' in html

    @pytest.mark.parametrize(("source", "target"), [("ru", "ru"), ("uk", "ru"), ("xx", "ru"), ("run", "uk")])
    def test_no_other_pair_has_one(self, desk, newsroom, source, target):
        assert pair(desk, source, target).status_code == 404

    def test_up_and_down_without_a_script(self, desk, newsroom):
        answer = change(desk, "up:upper")
        assert engines() == ["upper", "down"]
        assert "The route is now: upper, down." in said(answer)
        assert "Changed at the desk." in answer.content.decode()
        change(desk, "down:upper")
        assert engines() == ["down", "upper"]
        assert not DeskRoute.objects.exists()  # as the file says
        change(desk, "up:down")
        assert engines() == ["down", "upper"]

    def test_in_out_and_first(self, desk, newsroom):
        change(desk, "add", engine="phrases")
        assert engines() == ["down", "upper", "phrases"]
        change(desk, "remove:down")
        assert engines() == ["upper", "phrases"]
        change(desk, "first:phrases")
        assert engines() == ["phrases", "upper"]
        assert "The route is as the settings file says." in said(change(desk, "file"))
        assert engines() == ["down", "upper"]

    def test_who_and_when_stand_beside_it(self, desk, editor, newsroom):
        change(desk, "up:upper")
        row = DeskRoute.objects.get()
        assert (row.changed_by, row.source, row.target, row.engines) == (editor, "ru", "en", ["upper", "down"])
        html = pair(desk, "ru", "en").content.decode()
        assert "The settings file says: down, upper." in html
        assert str(editor) in html

    def test_the_last_engine_stays(self, desk, newsroom):
        assert "a route needs an engine" in said(change(desk, "remove:upper", target="uk"))
        assert engines(RU_UK) == ["upper"]

    def test_unknown_engines_and_wishes_change_nothing(self, desk, newsroom):
        assert "there is no engine nobody in lingotype.toml" in said(change(desk, "add:nobody"))
        for wish in ("", "burn:upper"):
            assert change(desk, wish).status_code == 400
        assert engines() == ["down", "upper"]

    @pytest.mark.parametrize("wish", ["up", "down", "remove"])
    def test_an_engine_that_somebody_has_just_taken_out_is_said(self, desk, newsroom, wish):
        DeskRoute.objects.create(source="ru", target="en", engines=["phrases"])
        answer = change(desk, f"{wish}:upper")
        assert answer.redirect_chain[-1][0] == reverse("desk_pair", args=["ru", "en"])
        assert "There is no such engine in this route any more." in said(answer)
        assert engines() == ["phrases"]

    def test_dragging_is_saved_as_wagtails_list_sends_it(self, desk, newsroom):
        url = pair(desk, "ru", "en").context["move_url"].replace("999999", "upper")
        assert desk.post(f"{url}?position=0").status_code == 204
        assert engines() == ["upper", "down"]
        assert desk.post(f"{url}?position=99").status_code == 204
        assert engines() == ["down", "upper"]
        for wrong in ("", "?position=-1", "?position=x", "?position=99999"):
            assert desk.post(url + wrong).status_code == 400
        assert desk.post(url.replace("upper", "phrases") + "?position=0").status_code == 400

    def test_a_change_by_somebody_else_is_built_upon(self, desk, newsroom):
        assert engines() == ["down", "upper"]  # known here
        DeskRoute.objects.create(source="ru", target="en", engines=["down", "upper", "phrases"])
        change(desk, "up:phrases")
        assert engines() == ["down", "phrases", "upper"]


class TestDryRun:
    @pytest.fixture
    def article(self, publish, work):
        found = publish(RUSSIAN).page
        work()
        desk_routes.forget()
        return found

    def start(self, desk, first="upper", second="phrases"):
        url = reverse("desk_pair_dry_run", args=["ru", "uk"])
        return desk.post(url, {"first": first, "second": second}, follow=True)

    def test_its_cost_is_said_before(self, desk, article):
        html = " ".join(pair(desk).content.decode().split())
        assert "1 article, about 120 characters for each engine." in html

    def test_asked_by_a_request_done_by_a_worker(self, desk, article):
        answer = self.start(desk)
        assert "waiting for a worker" in answer.content.decode()
        assert DryRun.objects.get().articles.get().answers == {}
        work_one_run()
        html = desk.get(answer.redirect_chain[-1][0]).content.decode()
        assert "[uk] МОСТ ОТКРЫТ" in html
        assert "untranslated: " in html
        assert "Put phrases first" in html

    def test_a_refusal_says_why(self, desk, article):
        assert "No dry run: choose two different engines." in said(self.start(desk, "upper", "upper"))
        assert not DryRun.objects.exists()

    def test_it_is_followed_without_a_reload(self, desk, article):
        self.start(desk)
        url = reverse("desk_dry_run_state", args=[DryRun.objects.get().pk])
        first = desk.get(url)
        assert 'data-busy="true"' in first.json()["html"]
        tag = first.headers["ETag"]
        with CaptureQueriesContext(connection) as queries:
            assert desk.get(url, headers={"If-None-Match": tag}).status_code == 304
        assert not [one["sql"] for one in queries if "translation_dryrunarticle" in one["sql"]]
        work_one_run()
        second = desk.get(url, headers={"If-None-Match": tag})
        assert 'data-busy="false"' in second.json()["html"]
        assert "[uk] МОСТ ОТКРЫТ" in second.json()["html"]
        assert (first.json()["said"], second.json()["said"]) == ("", "The dry run has come further.")

    def test_each_answer_is_seen_when_it_comes(self, desk, article):
        self.start(desk)
        run = claim()
        url = reverse("desk_dry_run_state", args=[run.pk])
        tags = [desk.get(url).headers["ETag"]]
        for engine in ("upper", "phrases"):
            run.engines = [engine]
            assert _try_article(run, run.articles.get())
            tags.append(desk.get(url).headers["ETag"])
        assert len(set(tags)) == 3

    def test_no_markup_of_an_engine_reaches_the_page(self, desk, article):
        self.start(desk)
        row = DryRun.objects.get().articles.get()
        row.sources, row.answers = ["<b>a</b>"], {"upper": {
            "texts": ["<script>alert(1)</script>&lt;i&gt;"], "findings": [[]], "error": "", "seconds": 1,
            "characters": 1, "amounts": {},
        }}  # fmt: skip
        row.save()
        html = desk.get(reverse("desk_dry_run", args=[DryRun.objects.get().pk])).content.decode()
        assert "<script>alert(1)" not in html
        assert "alert(1)&lt;i&gt;" in html


def test_what_a_dry_run_would_cost_is_asked_for_those_who_may_start_one(client, person, publish):
    publish(RUSSIAN)
    counts = {}
    for role in ("Editor", "Chief"):
        client.force_login(person(role, name=role))
        pair(client)
        with CaptureQueriesContext(connection) as queries:
            pair(client)
        counts[role] = len(queries)
        planned = [one["sql"] for one in queries if "wagtail_localize_stringsegment" in one["sql"]]
        assert bool(planned) == (role == "Chief")
    assert counts["Editor"] <= counts["Chief"] - 4  # the newest, their pages, their lengths, and the budgets


def test_an_editor_looks_and_changes_nothing(client, person, newsroom):
    client.force_login(person("Editor"))
    html = client.get(reverse("desk_pair", args=["ru", "en"])).content.decode()
    assert "Route" in html
    assert "As the settings file says" not in html
    assert 'name="do"' not in html
    assert "Start a dry run" not in html
    assert change(client, "up:upper").redirect_chain[0][0] == reverse("wagtailadmin_home")
    assert engines() == ["down", "upper"]
    assert "Languages" in client.get(reverse("wagtailadmin_home")).content.decode()
