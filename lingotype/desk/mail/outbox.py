"""The backend of Django's that sends nothing: it writes mail down, in the transaction at hand, for workers.

Wagtail's own mail (moderation, comments, a forgotten password) goes this way, too: no request waits for a server.
"""

from collections.abc import Sequence
from email.utils import make_msgid
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage, EmailMultiAlternatives
from django.core.mail.backends.base import BaseEmailBackend

from lingotype.desk.models import OutgoingMail

HTML = "text/html"


class Outbox(BaseEmailBackend):
    """Writes messages down."""

    def send_messages(self, messages: Sequence[EmailMessage]) -> int:
        """Take them. Returns how many. Attachments are not taken: nobody at the desk sends any."""
        OutgoingMail.objects.bulk_create([written(message) for message in messages if message.recipients()])
        return len(messages)


def written(message: EmailMessage) -> OutgoingMail:
    """The row that holds a message. Raises `ValueError` where a header would break out of its line."""
    message.message()  # judges the headers, while whoever writes can still be told
    found = [str(content) for content, kind in getattr(message, "alternatives", []) if kind == HTML]
    headers = {**message.extra_headers}
    # Always the same one: should it be sent twice, servers and programs for mail know that it is one message.
    headers.setdefault("Message-ID", make_msgid(domain=_domain(str(message.from_email))))
    headers.setdefault("Auto-Submitted", "auto-generated")  # so that nobody's “I am on holiday” answers
    addresses = {name: list(getattr(message, name)) for name in ("to", "cc", "bcc", "reply_to")}
    return OutgoingMail(
        sender=message.from_email, addresses=addresses, subject=str(message.subject), text=str(message.body),
        html=found[0] if found else "", headers=headers,
    )  # fmt: skip


def message_of(row: OutgoingMail, connection: Any) -> EmailMessage:
    """The message as it was written, to go out by that connection."""
    message = EmailMultiAlternatives(
        row.subject, row.text, row.sender or settings.DEFAULT_FROM_EMAIL, headers=row.headers, connection=connection,
        **row.addresses,
    )  # fmt: skip
    if row.html:
        message.attach_alternative(row.html, HTML)
    return message


def _domain(sender: str) -> str:
    return sender.rpartition("@")[2].strip("> ") or "localhost"
