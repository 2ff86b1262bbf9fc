"""Sending what was written down: one message after the other, each under a lease, again and again until it is taken.

A message is deleted when a server has taken it. Should the worker be killed between the two, another sends it once
more, with the same Message-ID: at least once, then, and not exactly once, which SMTP does not know.
"""

import logging
import threading
import time
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import connections
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from lingotype.desk.mail.connecting import connection
from lingotype.desk.mail.outbox import message_of
from lingotype.desk.mail.services import MailSettings
from lingotype.desk.models import OutgoingMail
from lingotype.retry_after import seconds_of
from lingotype.translation.leases import holder, renewed

log = logging.getLogger(__name__)

LEASE_SECONDS = 60.0
A_ROUND = 50
"""Messages that one round sends at most."""
RETRY_SECONDS = (60, 300, 900, 3600, 3 * 3600, 6 * 3600, 12 * 3600, 24 * 3600, 24 * 3600)
"""How long to wait after the first failure, the second, …; after the last a message is given up, and kept."""
PAUSE_SECONDS = 10.0
"""How long to leave a server alone that has just failed, whatever else waits."""
KEPT = timedelta(days=30)
"""How long one is kept that was given up, from the time on at which it was written."""

_TAKEN = {"sent", "queued"}


class NotTakenError(Exception):
    """A service has answered, and has not taken the message."""


class Sender:
    """The chore of a worker that sends, in a thread of its own: a slow server keeps no translation waiting."""

    def __init__(self) -> None:
        self._thread: threading.Thread | None = None
        self._stopping = threading.Event()
        self._not_before = 0.0

    def __call__(self) -> bool:
        """Begin a round, if anything is due and none is going on. Returns whether it has begun."""
        if settings.LINGOTYPE.mail is None or time.monotonic() < self._not_before:
            return False
        if self._thread is not None and self._thread.is_alive():
            return False
        if not due().exists():
            return False
        self._stopping.clear()
        self._thread = threading.Thread(target=self._round, name="sending mail", daemon=True)
        self._thread.start()
        return True

    def close(self) -> None:
        """Wait for the answer to the message at hand, for as long as a server may take, and send no other.

        A message whose answer nobody hears is sent twice.
        """
        self._stopping.set()
        if self._thread is not None and settings.LINGOTYPE.mail is not None:
            self._thread.join(settings.LINGOTYPE.mail.seconds)

    def _round(self) -> None:
        try:
            if not send_some(self._stopping):
                self._not_before = time.monotonic() + PAUSE_SECONDS
        except Exception as error:  # noqa: BLE001 - what was taken is taken again when its lease is over
            log.error("mail was not sent (%s: %s)", type(error).__name__, error)
            self._not_before = time.monotonic() + PAUSE_SECONDS
        finally:
            connections.close_all()


def due() -> "QuerySet[OutgoingMail]":
    """Messages that somebody should send now, the oldest first."""
    now = timezone.now()
    free = Q(lease_until=None) | Q(lease_until__lt=now)
    return OutgoingMail.objects.filter(free, is_given_up=False, not_before__lte=now).order_by("not_before", "pk")


def send_some(stopping: threading.Event | None = None) -> bool:
    """Send what is due, up to `A_ROUND` messages, until one is refused or it is to stop. Returns whether none was."""
    mail: MailSettings | None = settings.LINGOTYPE.mail
    if mail is None:
        return True
    for _number in range(A_ROUND):
        row = None if stopping is not None and stopping.is_set() else _claim()
        if row is None:
            return True
        if not _send(row, mail):
            return False
    return True


def _claim() -> OutgoingMail | None:
    """Take the next message under a lease: one conditional update, so that of several workers one has it."""
    for row in due()[:8]:
        seen = OutgoingMail.objects.filter(
            pk=row.pk, lease=row.lease, lease_until=row.lease_until, attempts=row.attempts
        )
        row.lease, until = holder(), timezone.now() + timedelta(seconds=LEASE_SECONDS)
        if seen.update(lease=row.lease, lease_until=until, attempts=F("attempts") + 1):
            row.attempts += 1
            return row
    return None


def _send(row: OutgoingMail, mail: MailSettings) -> bool:
    ours = OutgoingMail.objects.filter(pk=row.pk, lease=row.lease)
    try:
        with renewed(ours, LEASE_SECONDS):
            message = message_of(row, connection(mail))
            message.send()
            _see_that_it_was_taken(message)
    except Exception as error:  # noqa: BLE001 - servers, networks and django-anymail fail in many ways: all of them wait
        _put_off(row, ours, error)
        return False
    ours.delete()
    return True


def _see_that_it_was_taken(message: Any) -> None:
    """A service may answer that it took nobody's message in words that django-anymail does not know."""
    status = getattr(message, "anymail_status", None)
    if status is not None and not (status.status and status.status <= _TAKEN):
        said = getattr(status.esp_response, "text", "")
        raise NotTakenError(f"the service says {', '.join(sorted(map(str, status.status or ())))}: {said}")


def _put_off(row: OutgoingMail, ours: "QuerySet[OutgoingMail]", error: Exception) -> None:
    said = f"{type(error).__name__}: {' '.join(str(error).split())}"[:500]
    if row.attempts > len(RETRY_SECONDS):
        log.error("a mail was given up after %s attempts: %s", row.attempts, said)
        ours.update(error=said, is_given_up=True, lease="", lease_until=None)
        return
    seconds = max(RETRY_SECONDS[row.attempts - 1], _asked_for(error))
    log.warning("a mail was not sent: %s; tried again in %g s", said, seconds)
    later = timezone.now() + timedelta(seconds=seconds)
    ours.update(error=said, not_before=later, lease="", lease_until=None)


def _asked_for(error: Any) -> float:
    """For how many seconds the service wants to be left alone, at most a day; 0 where it does not say."""
    headers = getattr(getattr(error, "response", None), "headers", None) or {}
    return min(seconds_of(headers.get("Retry-After")) or 0.0, RETRY_SECONDS[-1])


def throw_away_given_up() -> bool:
    """Throw away what was given up long ago. Returns whether there was any."""
    over = OutgoingMail.objects.filter(is_given_up=True, made_at__lt=timezone.now() - KEPT)
    return bool(over.delete()[0])
