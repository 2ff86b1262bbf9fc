"""Purging: what has changed in the store is given up by what keeps pages in front of us.

The wish is a row in the transaction that changes the store (`want`). A thread of each worker sends the wishes, in
batches, what was withdrawn first, and tries again what failed. Everything is purged twice: a page that a cache was
fetching while it changed can arrive there after the first purge, and would stay.
"""

import logging
import secrets
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta

from django.db import DatabaseError, close_old_connections, connection
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from lingotype.delivery.models import Purge
from lingotype.delivery.purgers import installed
from lingotype.delivery.purgers.base import EVERYTHING, PurgeError, Purger

log = logging.getLogger(__name__)

POLL_SECONDS = 0.1
LEASE_SECONDS = 120.0
"""Longer than a call lasts by far, to several servers one after the other."""
AGAIN_SECONDS = 20.0
"""When the second purge follows the first: longer than a cache waits for a page of ours."""
TOO_MANY = 2000
"""So many wishes at once, after a new theme for example, become one: everything."""
_RETRY_SECONDS = (1, 5, 30, 120, 600)
_LONGEST_PAUSE = 3600
"""However long a CDN wants to be left alone."""


def want(paths: Iterable[str], *, is_urgent: bool = False) -> None:
    """Write down, in the transaction at hand, that nobody in front of us may keep these. Urgent ones are sent first."""
    if installed.purger() is not None:
        Purge.objects.bulk_create([Purge(key=path, is_urgent=is_urgent) for path in paths], batch_size=500)


def due() -> "QuerySet[Purge]":
    """Wishes that somebody should send now, in their order."""
    now = timezone.now()
    free = Q(lease_until=None) | Q(lease_until__lt=now)
    return Purge.objects.filter(free, not_before__lte=now).order_by("-is_urgent", "not_before", "pk")


def send_some() -> bool:
    """Send the next batch of wishes, if there are any. Returns whether there were."""
    purger = installed.purger()
    if purger is None:
        return False
    lease, keys = _claim(purger)
    if not keys:
        return False
    ours = Purge.objects.filter(lease=lease)
    try:
        purger.purge(keys)
    except PurgeError as error:
        _put_off(ours, error)
    else:
        ours.filter(is_second=True).delete()
        again = timezone.now() + timedelta(seconds=AGAIN_SECONDS)
        ours.update(is_second=True, is_urgent=False, not_before=again, attempts=0, error="", lease="", lease_until=None)
    return True


def _claim(purger: Purger) -> tuple[str, list[str]]:
    """Take wishes under a lease. Returns it with their keys, each once."""
    seen = list(due().values_list("pk", "key")[: TOO_MANY + 1])
    if not seen:
        return "", []
    is_flood = len(seen) > TOO_MANY
    taken = due() if is_flood else due().filter(pk__in=_fitting(seen, purger))
    lease = secrets.token_hex(16)
    until = timezone.now() + timedelta(seconds=LEASE_SECONDS)
    taken.order_by().update(lease=lease, lease_until=until, attempts=F("attempts") + 1)
    keys = Purge.objects.filter(lease=lease).order_by("pk").values_list("key", flat=True)
    return lease, [EVERYTHING] if is_flood else list(dict.fromkeys(keys))


def _fitting(seen: Sequence[tuple[int, str]], purger: Purger) -> list[int]:
    """As many of them as one call takes, from the first on; at least one."""
    keys: set[str] = set()
    fitting, size = [], 0
    for pk, key in seen:
        if key not in keys:
            size += len(key.encode()) + 1
            if keys and (len(keys) == purger.most_keys or size > purger.most_bytes):
                break
            keys.add(key)
        fitting.append(pk)
    return fitting


def _put_off(wishes: "QuerySet[Purge]", error: PurgeError) -> None:
    attempts = max(wishes.values_list("attempts", flat=True), default=1)
    own = _RETRY_SECONDS[min(attempts, len(_RETRY_SECONDS)) - 1]
    seconds = min(max(own, error.after or 0), _LONGEST_PAUSE)
    log.error("%s pages were not purged: %s; tried again in %g s", wishes.count(), error, seconds)
    later = timezone.now() + timedelta(seconds=seconds)
    wishes.update(error=str(error), not_before=later, lease="", lease_until=None)


@contextmanager
def purging_beside() -> Iterator[None]:
    """Send wishes while the block runs, in a thread of its own: neither waits for the other."""
    if installed.purger() is None:
        yield
        return
    stopping = threading.Event()
    thread = threading.Thread(target=_send_until, args=(stopping,), name="purging", daemon=True)
    thread.start()
    try:
        yield
    finally:
        stopping.set()
        thread.join(5)


def _send_until(stopping: threading.Event) -> None:
    try:
        while not stopping.is_set():
            try:
                if not send_some():
                    stopping.wait(POLL_SECONDS)
            except DatabaseError as error:
                log.error("the database does not answer (%s); trying again", str(error).strip())
                close_old_connections()
                stopping.wait(1.0)
            except Exception as error:  # noqa: BLE001 - whatever it is, the next purge must not stay away
                log.error("purging failed and will be tried again (%s: %s)", type(error).__name__, error)
                stopping.wait(1.0)
    finally:
        connection.close()
