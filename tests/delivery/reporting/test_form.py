"""The form for a report: a light page without a cookie, and a report that keeps what the reader saw."""

import time

import pytest
from django.test import Client

from lingotype.delivery.headers import POLICY, policy_text
from lingotype.delivery.reporting.tokens import SOONEST_SECONDS
from lingotype.delivery.static_copy import copying
from lingotype.newsroom.models import ArticlePage
from lingotype.newsroom.models.reports import LONGEST_MESSAGE, LONGEST_PARAGRAPH
from tests.delivery.reporting.conftest import SENTENCE, fields, post_form, reports


def form(client, bridge, key):
    answer = client.get(f"{bridge.url}report/?p={key}")
    assert answer.status_code == 200
    return answer


def test_each_paragraph_of_a_translation_leads_to_its_own_form(client, bridge, key):
    html = client.get(bridge.url).content.decode()
    assert html.count('class="flaw"') == 2
    for name, words in ((key, SENTENCE), (f"{key}.1", "Мерка не прийшла.")):
        assert f'href="{bridge.url}report/?p={name}"' in html
        assert f">{words}</blockquote>" in form(client, bridge, name).content.decode()


def test_an_original_takes_no_reports(client, bridge):
    html = client.get("/ru/city/most/").content.decode()
    assert 'class="flaw"' not in html
    assert "/report/" not in html
    assert client.get("/ru/city/most/report/").status_code == 404


def test_a_copy_of_the_site_has_no_program_and_no_forms(client, bridge):
    with copying():
        html = client.get(bridge.url).content.decode()
    assert 'class="flaw"' not in html
    assert "/report/" not in html


def test_a_paragraph_of_any_script_at_its_longest_can_be_reported(bridge, send):
    long = "語" * LONGEST_PARAGRAPH
    send("語" * LONGEST_MESSAGE, seen=long, suggestion="語" * LONGEST_MESSAGE)
    (one,) = reports()
    assert (one.seen, len(one.suggestion)) == (long, LONGEST_MESSAGE)


def test_the_page_knows_nobody_and_is_nowhere_kept(client, bridge, key):
    answer = form(client, bridge, key)
    assert not answer.cookies
    assert "no-store" in answer["Cache-Control"]
    assert answer["Content-Security-Policy"] == policy_text(POLICY)
    html = answer.content.decode()
    assert '<meta name="robots" content="noindex">' in html
    assert "<script" not in html.replace('<script type="application/ld+json"', "")


def test_what_the_form_carries_is_all_that_a_report_needs(bridge, key):
    strict = Client(enforce_csrf_checks=True)
    carried = fields(form(strict, bridge, key).content.decode())
    assert carried["seen"] == SENTENCE
    time.sleep(SOONEST_SECONDS + 0.2)  # as long as a reader takes at least
    answer = post_form(strict, f"{bridge.url}report/?p={key}", {**carried, "message": "Ні"})
    assert (answer.status_code, answer["Location"]) == (303, f"{bridge.url}report/?p={key}&sent")
    assert "<form class" not in strict.get(answer["Location"]).content.decode()
    assert not answer.cookies
    (one,) = reports()
    assert (one.page_id, one.seen, one.message) == (bridge.pk, SENTENCE, "Ні")
    assert one.source == "Мост открыли в понедельник."


def test_a_report_keeps_the_text_that_the_reader_saw(bridge, send):
    page = ArticlePage.objects.get(pk=bridge.pk)
    page.body = [("paragraph", "<p>Зовсім інший текст.</p>")]
    page.save()
    send()
    assert [one.seen for one in reports()] == [SENTENCE]


def test_an_empty_report_and_an_old_form_are_shown_again_with_what_was_written(bridge, send):
    empty = send("  ")
    assert empty.status_code == 200
    assert 'role="alert"' in empty.content.decode()
    old = send("Давно відкрито", age=13 * 3600)
    assert "Давно відкрито</textarea>" in old.content.decode()
    assert reports() == []


def test_a_paragraph_that_is_gone_becomes_the_headline(client, bridge):
    assert ">Mist</blockquote>" in form(client, bridge, "0123456789ab").content.decode()


@pytest.mark.parametrize("key", ["..", "x" * 300, "<b>", "title.9999", "\0", "%00", "12345"])
def test_what_is_no_key_is_not_found(client, bridge, key):
    assert client.get(f"{bridge.url}report/", {"p": key}).status_code == 404


@pytest.mark.parametrize("path", ["/uk/city/report/", "/uk/report/", "/uk/city/nope/report/", "/uk//report/"])
def test_where_no_translation_is_there_is_no_form(client, bridge, path):
    assert client.get(path).status_code in (301, 404)
    assert client.post(path).status_code in (403, 404)


def test_the_form_costs_few_queries(client, bridge, key, django_assert_max_num_queries):
    with django_assert_max_num_queries(6):
        form(client, bridge, key)


def test_a_form_asks_with_get_or_post_alone(client, bridge):
    assert client.put(f"{bridge.url}report/").status_code == 405
