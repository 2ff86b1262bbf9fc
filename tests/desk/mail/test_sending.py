"""Mail goes out once it is written down, and whatever goes wrong on the way loses nothing."""

from datetime import timedelta

import pytest
from django.core.mail import BadHeaderError
from django.utils import timezone

from lingotype.desk.mail.connecting import NoSecretError, connection
from lingotype.desk.mail.outbox import Outbox
from lingotype.desk.mail.sending import RETRY_SECONDS, Sender, send_some
from lingotype.desk.models import OutgoingMail
from lingotype.translation.in_request import EngineInRequestError, NoEngines
from tests.desk.mail.conftest import SENDER, let_time_pass, put
from tests.desk.mail.servers import TOKEN, MailgunServer, PostmarkServer, signs_in, smtp_server
from tests.journeys.waiting import wait_until
from tests.translation.engines.service import Reply, running, says

INACTIVE = (
    "You tried to send to recipient(s) that have been marked as inactive.\n"
    "Found inactive addresses: ada@courier.example.\n"
    "Inactive recipients are ones that have generated a hard bounce, a spam complaint, or a manual suppression."
)
pytestmark = pytest.mark.django_db


def test_what_is_written_down_goes_out_as_text_and_as_html(by_smtp):
    row = put()
    assert by_smtp.messages == []
    assert send_some()
    [message] = by_smtp.messages
    assert (message["Subject"], message["From"], message["To"]) == ("Held", SENDER, "ada@courier.example")
    assert message["Message-ID"] == row.headers["Message-ID"]
    assert message["Auto-Submitted"] == "auto-generated"
    assert message.get_body(("plain",)).get_content().strip() == "Мост"
    assert message.get_body(("html",)).get_content().strip() == "<p>Мост</p>"
    assert not OutgoingMail.objects.exists()
    assert send_some()
    assert len(by_smtp.messages) == 1


@pytest.mark.parametrize("reply", ["451 try later", "452 too much", "550 no such person", "554 refused", "421 closing"])
def test_what_a_mail_server_refuses_waits_and_is_sent_later(by_smtp, reply):
    put()
    by_smtp.replies.append(reply)
    assert not send_some()
    row = OutgoingMail.objects.get()
    assert reply[4:] in row.error
    assert (row.attempts, row.lease) == (1, "")
    assert row.not_before > timezone.now()
    send_some()
    assert by_smtp.offered == 1  # its time has not come
    let_time_pass()
    assert send_some()
    assert len(by_smtp.messages) == 1


def test_a_server_that_is_away_or_silent_loses_nothing(sends, inbox):
    sends("smtp", "smtp://127.0.0.1:1")
    put()
    assert not send_some()
    assert "refused" in OutgoingMail.objects.get().error
    let_time_pass()
    sends("smtp", f"smtp://127.0.0.1:{inbox.port}", seconds=0.2)
    inbox.waits = 0.6
    assert not send_some()
    assert "imed out" in OutgoingMail.objects.get().error
    let_time_pass()
    inbox.waits = 0.0
    sends("smtp", f"smtp://127.0.0.1:{inbox.port}")
    assert send_some()
    assert len({message["Message-ID"] for message in inbox.messages}) == 1  # twice at most, and known as one


def test_one_failure_ends_a_round_and_the_others_wait_their_turn(by_smtp):
    put("first")
    put("second")
    by_smtp.replies.append("451 try later")
    assert not send_some()
    assert by_smtp.offered == 1
    assert send_some()
    assert [message["Subject"] for message in by_smtp.messages] == ["second"]


def test_after_some_days_a_message_is_given_up_and_kept(by_smtp):
    put()
    for _attempt in range(len(RETRY_SECONDS) + 1):
        by_smtp.replies.append("550 no such person")
        let_time_pass()
        send_some()
    let_time_pass()
    assert send_some()
    assert by_smtp.messages == []
    assert OutgoingMail.objects.get().is_given_up
    assert sum(RETRY_SECONDS) > 2.5 * 86_400


def test_a_message_under_another_workers_lease_is_not_taken(by_smtp):
    put()
    OutgoingMail.objects.update(lease="other:1:x", lease_until=timezone.now() + timedelta(seconds=30))
    assert send_some()
    assert by_smtp.messages == []
    OutgoingMail.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
    send_some()
    assert len(by_smtp.messages) == 1


@pytest.mark.filterwarnings("ignore:Requiring AUTH")  # of a test's server, on this machine
def test_a_password_comes_from_the_environment(sends, monkeypatch):
    options = {"authenticator": signs_in, "auth_require_tls": False, "auth_required": True}
    with smtp_server(**options) as inbox:
        sends("smtp", f"smtp://desk@127.0.0.1:{inbox.port}")
        put()
        assert not send_some()
        assert "SMTP_PASSWORD is not set" in OutgoingMail.objects.get().error
        monkeypatch.setenv("SMTP_PASSWORD", TOKEN)
        let_time_pass()
        assert send_some()
        assert len(inbox.messages) == 1


def test_a_server_elsewhere_is_never_spoken_to_in_the_clear(sends, settings):
    for url, expected in (("smtp://mail.example", (587, True, False)), ("smtps://mail.example", (465, False, True)),
                          ("smtp://127.0.0.1", (25, False, False))):  # fmt: skip
        sends("smtp", url)
        found = connection(settings.LINGOTYPE.mail)
        assert (found.port, found.use_tls, found.use_ssl) == expected


def test_postmark_is_asked_as_it_documents(sends, monkeypatch):
    monkeypatch.setenv("POSTMARK_SERVER_TOKEN", TOKEN)
    with running(PostmarkServer()) as server:
        sends("postmark", server.url)
        row = put()
        assert send_some(), OutgoingMail.objects.get().error
        [asked] = server.asked
        assert (asked.body["Subject"], asked.body["To"], asked.body["From"]) == ("Held", "ada@courier.example", SENDER)
        assert (asked.body["TextBody"], asked.body["HtmlBody"]) == ("Мост", "<p>Мост</p>")
        assert {"Name": "Message-ID", "Value": row.headers["Message-ID"]} in asked.body["Headers"]
    assert not OutgoingMail.objects.exists()


def test_mailgun_is_asked_at_the_senders_domain(sends, monkeypatch):
    monkeypatch.setenv("MAILGUN_API_KEY", TOKEN)
    with running(MailgunServer()) as server:
        sends("mailgun", f"{server.url}/v3")
        put()
        assert send_some(), OutgoingMail.objects.get().error
        assert "ada@courier.example" in server.asked[0].body or "ada%40courier.example" in server.asked[0].body


@pytest.mark.parametrize(
    ("reply", "seconds"),
    [
        (says({"Message": "slow down"}, 429, Retry_After="600"), 600),
        (says({"ErrorCode": 406, "Message": INACTIVE}, 422), 60),
        (says({"ErrorCode": 406, "Message": "in words that nobody knows"}, 422), 60),
        (says({"ErrorCode": 10, "Message": "Bad token"}, 401), 60),
        (Reply(500, b"<html>down</html>"), 60),
        (Reply(200, b"no JSON"), 60),
        (Reply(200, b"{}", cut_at=0), 60),
        (Reply(hangs=True), 60),
    ],
    ids=["429", "422", "422 otherwise", "401", "500", "no JSON", "cut", "hangs"],
)
def test_what_a_service_refuses_waits_and_is_sent_later(sends, monkeypatch, reply, seconds):
    monkeypatch.setenv("POSTMARK_SERVER_TOKEN", TOKEN)
    with running(PostmarkServer()) as server:
        sends("postmark", server.url, seconds=1.0)
        put()
        server.replies.append(reply)
        before = timezone.now()
        assert not send_some()
        row = OutgoingMail.objects.get()
        assert TOKEN not in row.error
        assert 0 <= (row.not_before - before).total_seconds() - seconds < 5
        let_time_pass()
        assert send_some()
    assert not OutgoingMail.objects.exists()


def test_no_secret_is_said_and_loses_nothing(sends, settings, monkeypatch):
    monkeypatch.delenv("POSTMARK_SERVER_TOKEN", raising=False)
    with running(PostmarkServer()) as server:
        sends("postmark", server.url)
        with pytest.raises(NoSecretError, match="POSTMARK_SERVER_TOKEN"):
            connection(settings.LINGOTYPE.mail)
        put()
        assert not send_some()
        assert "POSTMARK_SERVER_TOKEN is not set" in OutgoingMail.objects.get().error
        assert server.asked == []
        monkeypatch.setenv("POSTMARK_SERVER_TOKEN", TOKEN)
        let_time_pass()
        assert send_some()
        assert [asked.body["Subject"] for asked in server.asked] == ["Held"]
    assert not OutgoingMail.objects.exists()


@pytest.mark.usefixtures("database_as_it_was")
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_worker_that_stops_hears_the_answer_and_begins_no_other_message(by_smtp):
    put("first")
    put("second")
    by_smtp.waits = 0.5
    sender = Sender()
    assert sender() is True
    wait_until(lambda: by_smtp.offered == 1, seconds=20)
    sender.close()
    assert [row.subject for row in OutgoingMail.objects.all()] == ["second"]
    assert [message["Subject"] for message in by_smtp.messages] == ["first"]


def test_a_header_cannot_be_broken_out_of(db):
    with pytest.raises(BadHeaderError):
        put("Held\nBcc: everybody@courier.example")
    assert not OutgoingMail.objects.exists()


def test_no_mail_server_is_asked_inside_a_request(by_smtp, rf, settings):
    def view(_request):
        connection(settings.LINGOTYPE.mail)

    with pytest.raises(EngineInRequestError, match="mail server"):
        NoEngines(view)(rf.get("/"))


def test_wagtails_own_mail_is_written_down_too(settings, client, editor, by_smtp):
    from django.core.mail import send_mail

    settings.EMAIL_BACKEND = f"{Outbox.__module__}.{Outbox.__name__}"
    send_mail("A page waits", "for you", None, ["ada@courier.example"])
    assert by_smtp.messages == []
    assert send_some()
    assert by_smtp.messages[0]["Subject"] == "A page waits"
