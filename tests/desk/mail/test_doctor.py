"""What `lingotype doctor` says of mail."""

from datetime import timedelta

from django.utils import timezone

from lingotype.config.examination import examine
from lingotype.desk.mail.sending import throw_away_given_up
from lingotype.desk.models import OutgoingMail
from tests.desk.mail.conftest import SENDER, put


def said(newsroom):
    return [(row.about, row.is_well, row.message) for row in examine() if row.about.startswith("mail")]


def test_without_mail_it_says_nothing(newsroom):
    assert said(newsroom) == []


def test_a_secret_that_is_missing_and_what_waits_are_said(newsroom, sends, monkeypatch):
    sends("postmark")
    monkeypatch.delenv("POSTMARK_SERVER_TOKEN", raising=False)
    assert said(newsroom) == [("mail postmark", False, "POSTMARK_SERVER_TOKEN is not set in the environment")]
    monkeypatch.setenv("POSTMARK_SERVER_TOKEN", "x")
    put()
    assert said(newsroom) == [("mail postmark", True, f"goes out as {SENDER}")]
    OutgoingMail.objects.update(error="HTTPError: 500")
    assert said(newsroom)[1] == ("mail postmark", False, "1 messages wait to be sent: HTTPError: 500")


def test_what_was_given_up_waits_for_nobody_and_is_thrown_away_in_time(newsroom, sends):
    sends("smtp", "smtp://127.0.0.1")
    put()
    OutgoingMail.objects.update(error="550 no such person", is_given_up=True)
    put()
    [_server, (_about, is_well, message)] = said(newsroom)
    assert is_well
    assert message.startswith("1 messages were given up, ")
    assert message.endswith("550 no such person")
    assert throw_away_given_up() is False
    OutgoingMail.objects.update(made_at=timezone.now() - timedelta(days=31))
    assert throw_away_given_up() is True
    assert len(said(newsroom)) == 1
    assert OutgoingMail.objects.get().is_given_up is False  # it still waits, however old it is


def test_every_worker_throws_away_what_was_given_up():
    from lingotype.config import chores

    assert chores.throw_away_mail in chores.CHORES
