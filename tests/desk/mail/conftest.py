"""A newsroom that sends mail."""

from dataclasses import replace

import pytest
from django.core.mail import EmailMultiAlternatives

from lingotype.desk.mail.outbox import Outbox
from lingotype.desk.mail.services import judged
from lingotype.desk.models import OutgoingMail
from tests.desk.mail.servers import smtp_server

SENDER = "Harbor Courier <desk@courier.example>"


@pytest.fixture
def inbox():
    with smtp_server() as found:
        yield found


@pytest.fixture
def sends(settings):
    """Give the newsroom these settings of mail."""

    def by(kind, url="", seconds=30.0):
        mail = replace(judged(kind, SENDER, url), seconds=seconds)
        settings.LINGOTYPE = replace(settings.LINGOTYPE, mail=mail)
        settings.DEFAULT_FROM_EMAIL = SENDER

    return by


@pytest.fixture
def by_smtp(sends, inbox):
    sends("smtp", f"smtp://127.0.0.1:{inbox.port}")
    return inbox


def put(subject="Held", to="ada@courier.example", html="<p>Мост</p>", text="Мост", **more):
    """Write a message down, as everything does that sends mail."""
    message = EmailMultiAlternatives(subject, text, SENDER, [to], **more)
    if html:
        message.attach_alternative(html, "text/html")
    Outbox().send_messages([message])
    return OutgoingMail.objects.order_by("pk").last()


def let_time_pass():
    """As if the pause after a failure were over."""
    from django.utils import timezone

    OutgoingMail.objects.update(not_before=timezone.now(), lease_until=None, lease="")
