"""Leases: a worker takes a job for a short time and keeps it only while it lives.

A worker that is killed stops renewing; when its lease has run out, the next worker takes the job again.
"""

import logging
import os
import secrets
import socket
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db import DatabaseError, close_old_connections, connection
from django.db.models import Case, Q, QuerySet, When
from django.utils import timezone

from lingotype.translation.models import Job, State

log = logging.getLogger(__name__)

LEASE_SECONDS = 10.0
"""Long enough for a slow disk, short enough that a killed worker's job goes on within seconds."""

AT_ONCE = datetime(2000, 1, 1, tzinfo=UTC)
"""`not_before` of a job that a person waits for: it is taken before all that were queued."""

_TRIES = 3
"""Attempts of an urgent job that come before all others: if its text ends workers, others get their turn then."""
_URGENT_FIRST = Case(When(is_urgent=True, attempts__lt=_TRIES, then=0), default=1)
_CANDIDATES = 16
"""Jobs looked at in one go: more than the workers that a newsroom runs, so that each finds one that is free."""


class LeaseLostError(Exception):
    """Another worker has taken the job, or its source has changed meanwhile: nothing of this run may be written."""


def due() -> "QuerySet[Job]":
    """Jobs that somebody should work on now: queued ones, and those whose worker died; none of a withdrawn article."""
    now = timezone.now()
    queued = Q(state=State.QUEUED, not_before__lte=now)
    orphaned = Q(state=State.TRANSLATING, lease_until__lt=now)
    return Job.objects.filter(queued | orphaned, article__live=True)


def claim(seconds: float = LEASE_SECONDS) -> Job | None:
    """Take the oldest due job under a lease of that many seconds, an urgent one first; None when there is none.

    Those whose worker died come after fresh ones: if their text was the cause, it keeps no other from its readers.
    Taking is one conditional update: of several workers that see the same job due, the database lets one have it, on
    SQLite and PostgreSQL alike, and the others go on to the next. No lock is held while looking.
    """
    for job in due().order_by(_URGENT_FIRST, "attempts", "not_before", "id")[:_CANDIDATES]:
        # Only its own columns: PostgreSQL would not look again at a joined table once it has waited for the row.
        as_seen = Job.objects.filter(
            pk=job.pk, wanted=job.wanted, state=job.state, attempts=job.attempts, lease=job.lease,
            lease_until=job.lease_until,
        )  # fmt: skip
        job.state = State.TRANSLATING
        job.attempts += 1
        job.lease = holder()
        job.lease_until = timezone.now() + timedelta(seconds=seconds)
        taken = as_seen.update(state=job.state, attempts=job.attempts, lease=job.lease, lease_until=job.lease_until)
        if taken:
            return job
    return None


def holder() -> str:
    """A name for a lease that this process takes now."""
    return f"{socket.gethostname()}:{os.getpid()}:{secrets.token_hex(8)}"


def kept(job: Job, seconds: float = LEASE_SECONDS) -> AbstractContextManager[None]:
    """Renew the lease from a thread for as long as the block runs."""
    return renewed(Job.objects.filter(pk=job.pk, lease=job.lease), seconds)


@contextmanager
def renewed(rows: "QuerySet[Any]", seconds: float = LEASE_SECONDS) -> Iterator[None]:
    """The same for any row under a lease, as a query that finds it while the lease is ours."""
    done = threading.Event()

    def renew() -> None:
        while not done.wait(seconds / 3):
            try:
                rows.update(lease_until=timezone.now() + timedelta(seconds=seconds))
            except DatabaseError as error:  # locked for a moment, or restarting: the next time is early enough
                log.warning("a lease was not renewed this time: %s", str(error).strip())
                close_old_connections()
        close_old_connections()
        connection.close()

    thread = threading.Thread(target=renew, name="renewing a lease", daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


def finish(job: Job, state: State) -> None:
    """Write the job's outcome and give the lease back, inside the caller's transaction.

    Raises `LeaseLostError` when the lease is another's by now or the source has moved on; the transaction must then
    be rolled back, so that nothing is published twice and nothing old is published late. What a person has asked of
    the job is done by then; that the desk keeps it back stays, and is noticed when it was said meanwhile.
    """
    kept_by_us = Job.objects.filter(
        pk=job.pk, lease=job.lease, wanted=job.wanted, state=State.TRANSLATING, for_desk=job.for_desk
    )
    changed = kept_by_us.update(
        state=state, made=job.wanted, made_from=job.made_from, made_state=job.made_state, engine=job.engine,
        way=job.way, findings=job.findings, error=job.error, lease="", lease_until=None, attempts=0,
        changed_at=timezone.now(), asked_engine="", let_out="", is_urgent=False, judged_week=job.judged_week,
        judged_source=job.judged_source, judged_held=job.judged_held, judged_change=job.judged_change,
    )  # fmt: skip
    if not changed:
        raise LeaseLostError(str(job))
    job.state = state


def postpone(job: Job, seconds: float, reason: str) -> None:
    """Give the job back to be tried again in that many seconds. Does nothing when the lease is lost."""
    Job.objects.filter(pk=job.pk, lease=job.lease, state=State.TRANSLATING).update(
        state=State.QUEUED, not_before=timezone.now() + timedelta(seconds=seconds), error=reason, lease="",
        lease_until=None,
    )  # fmt: skip


def release_dead() -> int:
    """Give back the jobs of this machine's workers that no longer live. Returns how many."""
    host = socket.gethostname()
    released = 0
    for job in Job.objects.filter(state=State.TRANSLATING, lease__startswith=f"{host}:"):
        if not _lives(int(job.lease.split(":")[1])):
            released += Job.objects.filter(pk=job.pk, lease=job.lease).update(
                state=State.QUEUED, lease="", lease_until=None
            )
    return released


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
