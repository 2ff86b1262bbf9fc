"""Machines and the ill-willed: they are thanked, and nothing of theirs reaches the desk."""

import time

import pytest
from django.db import OperationalError
from django.db.models.signals import post_save

from lingotype.delivery.reporting.floods import OF_ADDRESS_DAILY, OF_ADDRESS_HOURLY, OF_PAGE_HOURLY, OPEN_OF_PAGE
from lingotype.delivery.reporting.tokens import token
from lingotype.newsroom.models import ReaderReport, ReportState, ReportTrace
from lingotype.newsroom.models.reports import LONGEST_MESSAGE
from tests.delivery.reporting.conftest import SENTENCE, post_form, reports


def is_thanked(answer, bridge):
    return answer.status_code == 303 and answer["Location"].startswith(f"{bridge.url}report/?p=")


@pytest.mark.parametrize(
    "wrong",
    [
        {"website": "https://spam.example"},
        {"age": 1.0},
        {"age": -60.0},
        {"token": "x"},
        {"token": ""},
        {"token": "1:2:3:4"},
        {"seen": "Зовсім інше", "token": None},
    ],
    ids=["honeypot", "too quick", "from tomorrow", "no token", "empty token", "forged", "another text"],
)
def test_what_no_reader_sends_is_thanked_and_dropped(bridge, key, send, wrong):
    if wrong.get("token", "") is None:
        wrong = {**wrong, "token": token(bridge.pk, key, SENTENCE, time.time() - 20)}
    assert is_thanked(send(**wrong), bridge)
    assert reports() == []


def test_a_token_is_good_for_one_report_about_one_paragraph(client, bridge, key):
    data = {"token": token(bridge.pk, key, SENTENCE, time.time() - 20), "seen": SENTENCE, "message": "a"}
    for _ in range(3):
        assert is_thanked(post_form(client, f"{bridge.url}report/?p={key}", data), bridge)
    assert len(reports()) == 1
    post_form(client, f"{bridge.url}report/?p={key}.1", data)
    assert len(reports()) == 1


def test_markup_is_text(bridge, send, client, admin_user):
    send('<script>alert(1)</script> & "q"', suggestion="<img src=x onerror=alert(1)>")
    (one,) = reports()
    assert one.message == '<script>alert(1)</script> & "q"'
    client.force_login(admin_user)
    html = client.get(f"/admin/desk/reports/{one.pk}/").content.decode()
    assert "<script>alert(1)" not in html
    assert "<img src=x" not in html
    assert "&lt;script&gt;alert(1)" in html


def test_what_no_keyboard_types_is_left_out(bridge, send):
    send("\0Не\0так\x07\u202e\r\nтут", suggestion="\0")
    (one,) = reports()
    assert (one.message, one.suggestion) == ("Нетак\u202e\nтут", "")


def test_long_texts_are_cut_and_a_megabyte_is_not_read(bridge, key, send, client):
    assert is_thanked(send("ї" * (LONGEST_MESSAGE + 500)), bridge)
    assert [len(one.message) for one in reports()] == [LONGEST_MESSAGE]
    assert is_thanked(send("a" * 1_000_000), bridge)
    big = client.post(f"{bridge.url}report/?p={key}", {"message": "a" * 10_000_000})  # multipart
    assert is_thanked(big, bridge)
    assert len(reports()) == 1


def test_one_address_is_heard_so_often_an_hour(bridge, send):
    for number in range(OF_ADDRESS_HOURLY + 3):
        assert is_thanked(send(f"№ {number}"), bridge)
    assert len(reports()) == OF_ADDRESS_HOURLY
    for number in range(OF_PAGE_HOURLY):
        send(f"again {number}")
    send("somebody else", address="198.51.100.8")  # the first one has not used up what the page has
    assert len(reports()) == OF_ADDRESS_HOURLY + 1


def test_a_network_of_the_newer_kind_is_one_sender(bridge, send):
    for number in range(OF_ADDRESS_HOURLY + 3):
        send(f"№ {number}", address=f"2001:db8:1:2::{number + 1:x}")
    assert len(reports()) == OF_ADDRESS_HOURLY


def test_behind_a_proxy_of_ours_the_last_address_counts_and_what_was_put_before_it_does_not(client, bridge, key):
    for number in range(OF_ADDRESS_HOURLY + 3):
        data = {"token": token(bridge.pk, key, SENTENCE, time.time() - 20), "seen": SENTENCE, "message": f"{number}"}
        client.defaults["HTTP_X_FORWARDED_FOR"] = f"203.0.113.{number}, 198.51.100.9"
        post_form(client, f"{bridge.url}report/?p={key}", data, "127.0.0.1")
    assert len(reports()) == OF_ADDRESS_HOURLY


def test_a_flood_from_everywhere_ends_for_a_page(bridge, send):
    for number in range(OF_PAGE_HOURLY + 3):
        assert is_thanked(send(f"№ {number}", address=f"198.51.100.{number}"), bridge)
    assert len(reports()) == OF_PAGE_HOURLY


def test_a_page_has_so_many_open_reports_and_no_more(bridge, send):
    ReaderReport.objects.bulk_create(
        [ReaderReport(page=bridge, block="title", seen="a", message="b") for _ in range(OPEN_OF_PAGE)]
    )
    send("one more")
    assert len(reports()) == OPEN_OF_PAGE
    ReaderReport.objects.filter(pk=reports()[0].pk).update(state=ReportState.REJECTED)
    send("one more")
    assert len(reports()) == OPEN_OF_PAGE + 1


def test_nothing_says_where_a_report_came_from(bridge, send):
    send()
    kept = [*ReaderReport.objects.values_list(), *ReportTrace.objects.values_list()]
    assert kept
    assert "198.51.100" not in repr(kept)
    assert OF_ADDRESS_DAILY >= OF_ADDRESS_HOURLY


@pytest.fixture
def locked():
    """Somebody who is told of a report and meets a locked database."""

    def meet(**_signal):
        raise OperationalError("database is locked")

    post_save.connect(meet, ReaderReport)
    yield lambda: post_save.disconnect(meet, ReaderReport)
    post_save.disconnect(meet, ReaderReport)


def test_a_report_that_failed_is_not_kept_and_the_same_form_may_be_sent_again(client, bridge, key, locked):
    data = {"token": token(bridge.pk, key, SENTENCE, time.time() - 20), "seen": SENTENCE, "message": "a"}
    url = f"{bridge.url}report/?p={key}"
    assert post_form(client, url, data).status_code == 503
    assert (reports(), ReportTrace.objects.count()) == ([], 0)
    locked()
    assert is_thanked(post_form(client, url, data), bridge)
    assert len(reports()) == 1
