"""Wishes to purge: written with the change of the store, sent in batches, withdrawn pages first."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.test import Client
from django.utils import timezone

from lingotype.delivery import purging, stale
from lingotype.delivery.models import Purge
from lingotype.delivery.purgers import PurgeSettings
from lingotype.newsroom.models import ArticlePage
from tests.delivery.purgers.services import SERVERS, TOKEN, TOKENS, keys
from tests.delivery.quiet import come_to_rest, fill
from tests.factories import PUBLISHED, article
from tests.translation.engines.service import Reply, running

ARTICLE = "/ru/city/most/"


@pytest.fixture
def cdn(settings, tmp_path, monkeypatch, request):
    kind = getattr(request, "param", "fastly")
    monkeypatch.setenv(TOKENS[kind], TOKEN)
    with running(SERVERS[kind]()) as server:
        purge = PurgeSettings(kind, "SU1Z0", (server.url,))
        settings.LINGOTYPE = replace(settings.LINGOTYPE, folder=tmp_path, purge=purge)
        yield server


@pytest.fixture
def paper(newsroom, cdn):
    bridge = article("most", first_published_at=PUBLISHED)
    article("school", place="news", first_published_at=PUBLISHED)
    fill()
    come_to_rest()
    Purge.objects.all().delete()
    return bridge


def later(seconds):
    """As if so much time had gone by."""
    Purge.objects.update(not_before=timezone.now() - timedelta(seconds=1))
    Purge.objects.exclude(lease_until=None).update(lease_until=timezone.now() - timedelta(seconds=1))


def send_all():
    count = 0
    while purging.send_some():
        count += 1
        assert count < 50
    return count


def purged(cdn):
    return [key for asked in cdn.asked for key in keys(asked)]


def test_what_is_written_anew_is_purged_and_nothing_else(paper, cdn):
    page = ArticlePage.objects.get(pk=paper.pk)
    page.title = "Мост закрыт"
    page.save_revision(clean=False).publish()
    assert not Purge.objects.exists()
    come_to_rest()
    assert cdn.asked == []
    send_all()
    assert {"/ru/", "/ru/city/", ARTICLE, "/ru/feed.xml"} <= set(purged(cdn))
    assert not {"/en/", "/ru/news/", "/ru/news/feed.xml"} & set(purged(cdn))


def test_without_a_purger_nothing_is_written_down(paper, settings):
    settings.LINGOTYPE = replace(settings.LINGOTYPE, purge=None)
    page = ArticlePage.objects.get(pk=paper.pk)
    page.unpublish()
    come_to_rest()
    assert not Purge.objects.exists()
    assert not purging.send_some()


def test_what_is_withdrawn_goes_before_all_that_waits(paper, cdn):
    purging.want([f"/ru/tag/{number}/" for number in range(700)])
    ArticlePage.objects.get(pk=paper.pk).unpublish()
    assert ARTICLE in Purge.objects.filter(is_urgent=True).values_list("key", flat=True)
    assert cdn.asked == []
    purging.send_some()
    assert ARTICLE in keys(cdn.asked[0])
    assert len(keys(cdn.asked[0])) == 256


def test_a_withdrawal_that_does_not_happen_purges_nothing(paper):
    with transaction.atomic():
        stale.take_off([f"page:{paper.pk}"])
        transaction.set_rollback(True)
    assert not Purge.objects.exists()


def test_everything_is_purged_twice_and_then_done(db, cdn):
    purging.want(["/ru/", "/ru/", "/uk/"])
    assert send_all() == 1
    assert Purge.objects.filter(is_second=True, not_before__gt=timezone.now()).count() == 3
    later(seconds=20)
    assert send_all() == 1
    assert purged(cdn) == ["/ru/", "/uk/"] * 2
    assert not Purge.objects.exists()


def test_what_changes_while_it_is_purged_is_purged_again(db, cdn):
    purging.want(["/ru/"])
    send_all()
    purging.want(["/ru/"])
    assert send_all() == 1
    later(seconds=20)
    send_all()
    assert purged(cdn) == ["/ru/"] * 3


@pytest.mark.parametrize(
    ("reply", "least"), [(Reply(500), 1), (Reply(429, headers={"Retry-After": "40"}), 40), (Reply(200, b"{}"), 1)]
)
def test_what_fails_is_tried_again_later(db, cdn, reply, least):
    cdn.replies = [reply]
    purging.want(["/ru/"])
    began = timezone.now()
    assert send_all() == 1
    [wish] = Purge.objects.all()
    assert wish.error
    assert least <= (wish.not_before - began).total_seconds() <= least + 5
    later(seconds=least)
    send_all()
    assert purged(cdn) == ["/ru/"] * 2
    assert Purge.objects.get().error == ""


def test_pauses_grow_and_have_an_end(db, cdn):
    cdn.replies = [Reply(503, headers={"Retry-After": "999999" if number == 7 else "0"}) for number in range(8)]
    purging.want(["/ru/"])
    pauses = []
    for _ in range(8):
        now = timezone.now()
        purging.send_some()
        pauses.append(int((Purge.objects.get().not_before - now).total_seconds()))
        later(seconds=pauses[-1] + 1)
    least = [1, 5, 30, 120, 600, 600, 600, 3600]
    assert all(wanted <= pause <= wanted + 5 for wanted, pause in zip(least, pauses, strict=True)), pauses


def test_a_sender_that_was_killed_leaves_its_wishes_to_the_next(db, cdn):
    purging.want(["/ru/"])
    Purge.objects.update(lease="somebody", lease_until=timezone.now() + timedelta(seconds=60))
    assert not purging.send_some()
    later(seconds=60)
    assert purging.send_some()


def test_very_many_wishes_become_one(db, cdn):
    purging.want([f"/ru/{number}/" for number in range(purging.TOO_MANY + 1)])
    assert send_all() == 1
    assert purged(cdn) == ["site"]


@pytest.mark.parametrize("cdn", ["cloudflare"], indirect=True)
def test_no_call_names_more_than_its_service_takes(db, cdn):
    purging.want([f"/ru/{number}/" for number in range(250)])
    assert send_all() == 3
    assert [len(keys(asked)) for asked in cdn.asked] == [100, 100, 50]


def test_what_django_answers_itself_is_not_kept(newsroom, cdn):
    assert Client().get("/ru/search/?q=x")["Surrogate-Control"] == "max-age=0"


@pytest.mark.skipif(
    connection.vendor == "sqlite",
    reason="threads cannot share a test's SQLite in memory; test_on_postgresql.py runs this",
)
@pytest.mark.django_db(transaction=True)
def test_a_thread_sends_them_beside_the_worker(cdn):
    from tests.journeys.waiting import wait_until

    with purging.purging_beside():
        purging.want(["/ru/"])
        wait_until(lambda: purged(cdn) == ["/ru/"], seconds=20)
        wait_until(lambda: Purge.objects.filter(is_second=True, lease="").exists(), seconds=20)
