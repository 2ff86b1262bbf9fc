"""Readers' reports at the desk: found, judged beside the paragraph, answered once."""

import pytest
from django.urls import reverse
from wagtail.models import PageLogEntry

from lingotype.desk.corrections.form import today
from lingotype.desk.reports.settling import settle
from lingotype.newsroom.models import ReaderReport, ReaderThanks, ReportState
from tests.desk.conftest import RUSSIAN, version
from tests.desk.corrections.test_screen import member
from tests.desk.reports.conftest import MESSAGE, address, page_of

__all__ = ["member"]
INDEX = "/admin/desk/reports/"


def shown(client, url):
    answer = client.get(url)
    assert answer.status_code == 200, answer
    return answer.content.decode()


def test_the_list_shows_what_is_open_and_the_filter_the_rest(desk, report):
    assert MESSAGE in shown(desk, INDEX)
    settle(report, ReportState.REJECTED, None)
    assert MESSAGE not in shown(desk, INDEX)
    assert MESSAGE in shown(desk, f"{INDEX}?state=rejected")
    assert MESSAGE in shown(desk, f"{INDEX}?state=")
    here, other = report.page.locale_id, report.page.locale_id + 1
    assert MESSAGE in shown(desk, f"{INDEX}?state=rejected&locale={here}&page={report.page_id}")
    assert MESSAGE not in shown(desk, f"{INDEX}?state=rejected&locale={other}")
    assert MESSAGE in shown(desk, f"{INDEX}results/?state=rejected")


def test_the_list_takes_as_many_queries_for_thirty_as_for_one(desk, report, django_assert_max_num_queries):
    shown(desk, INDEX)
    ReaderReport.objects.bulk_create(
        [ReaderReport(page=report.page, block="title", seen="a", message=f"№ {n}") for n in range(29)]
    )
    with django_assert_max_num_queries(20):
        assert shown(desk, INDEX).count("/admin/desk/reports/") > 29


def test_the_paragraph_stands_there_with_its_original_and_the_ways_to_mend_it(desk, report):
    html = shown(desk, address(report))
    assert "[uk] МОСТ ОТКРЫЛИ В ПОНЕДЕЛЬНИК." in html
    assert "Мост открыли в понедельник." in html
    assert "Міст відкрили у вівторок." in html
    assert "The text has changed since" not in html
    assert reverse("wagtailsnippets_translation_glossaryentry:add") in html
    assert f"/{report.page_id}/" in html.partition("Fix the sentence")[0].rpartition("<a ")[2]


def test_it_says_when_the_text_has_changed_since_and_keeps_what_the_reader_saw(desk, report, publish, work):
    publish(RUSSIAN.replace("в понедельник", "во вторник"))
    work()
    html = shown(desk, address(report))
    assert "The text has changed since" in html
    assert "[uk] МОСТ ОТКРЫЛИ В ПОНЕДЕЛЬНИК." in html
    assert "[uk] МОСТ ОТКРЫЛИ ВО ВТОРНИК." in html
    assert 'value="yes" checked' in html


def test_thanks_stand_on_the_page_with_their_day_and_no_name(report, answer, client):
    settled = answer("correct", thank="yes")
    assert (settled.state, settled.settled_by.username) == ("corrected", "ada")
    assert ReaderThanks.objects.get().corrected_on == today()
    html = client.get(page_of(report).url).content.decode()
    thanks = html.partition('class="notice-thanks"')[2].partition("</p>")[0]
    assert f'<time datetime="{today().isoformat()}">' in thanks
    assert "Ada" not in thanks
    assert "notice-thanks" not in client.get(version(report.page, "en").url).content.decode()


@pytest.mark.parametrize(("what", "state"), [("correct", "corrected"), ("reject", "rejected")])
def test_without_thanks_the_page_stays_as_it_is(answer, what, state):
    assert answer(what).state == state
    assert not ReaderThanks.objects.exists()


def test_a_rejected_report_is_never_thanked_for(answer):
    answer("reject", thank="yes")
    assert not ReaderThanks.objects.exists()


def test_two_editors_answer_once_and_an_answer_can_be_taken_back(report, answer, editor):
    assert settle(report, ReportState.CORRECTED, editor)
    assert answer("reject").state == "corrected"
    again = answer("reopen")
    assert (again.state, again.settled_at, again.settled_by) == ("open", None, None)
    assert answer("nonsense").state == "open"
    actions = PageLogEntry.objects.filter(page=report.page_id, action__startswith="lingotype.report")
    assert list(actions.order_by("pk").values_list("action", flat=True)) == [
        "lingotype.report.correct", "lingotype.report.reopen"
    ]  # fmt: skip


@pytest.mark.parametrize(("lang", "may"), [("uk", True), ("en", False)])
def test_each_sees_and_answers_reports_of_their_own_languages_alone(report, member, lang, may):
    client = member(lang, "change_page")
    assert (MESSAGE in shown(client, INDEX)) is may
    assert (client.get(address(report)).status_code == 200) is may
    client.post(address(report), {"what": "reject"})
    report.refresh_from_db()
    assert (report.state == "rejected") is may
    assert (str(report.page.title) in shown(client, INDEX + "?state=")) is may


def test_whoever_may_edit_nothing_has_no_list(report, member):
    client = member("uk")
    assert client.get(INDEX).status_code in (302, 403)
    assert INDEX not in client.get("/admin/").content.decode()
