"""Making stored pages: take some that are wanted, ask for each as a reader would, and record them.

A rendering that is killed leaves its lease to run out and nothing else. What it read is written down with the page; if
any of that has changed meanwhile, the page is thrown away and rendered again.
"""

import logging
import os
import secrets
import socket
import time
from collections.abc import Mapping, Sequence, Set
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cache
from hashlib import sha256

from django.db import DatabaseError, connection
from django.db.models import F, Q, QuerySet
from django.utils import timezone, translation

from lingotype.delivery import purging, read_next, reads, stale
from lingotype.delivery.asking import Ask, asking
from lingotype.delivery.encodings import encoded
from lingotype.delivery.fan_out import MAP
from lingotype.delivery.fragments import Fragments
from lingotype.delivery.models import Read, ReadNext, StoredPage
from lingotype.delivery.not_found import is_not_found
from lingotype.delivery.stores import installed
from lingotype.delivery.stores.base import Ready, StoreError

log = logging.getLogger(__name__)

PARTS = Fragments()
"""What this process keeps of the pages that it renders."""

LEASE_SECONDS = 30.0
"""Longer than two batches take by far; a killed worker's pages are rendered by the next one after that."""
BATCH = 16
"""Pages recorded in one transaction: their files are brought to the disk side by side."""
_SECONDS = 0.3
"""How long batches are begun before the worker looks for a translation again."""
_LONG = 400_000
"""Bytes of a page that is packed before the next one is rendered: a long site map, and no feed as a rule."""
_PACKERS = 2
"""Threads that compress pages and bring them to the disk: both wait for no Python."""
FEW = 4
"""Pages rendered between two translations: a tenth of a second, so that neither waits for the other."""
_PATIENCE = timedelta(seconds=0.5)
_RETRY_SECONDS = (1, 5, 30, 120, 600)


@dataclass(frozen=True, slots=True)
class Rendered:
    """What a reader would get at a path; `body` is None where there is no page, and when it is packed."""

    page: StoredPage
    since: int
    """The last settled change when its rendering began."""
    body: bytes | None
    keys: frozenset[str] = frozenset()
    stale_at: datetime | None = None
    chosen: ReadNext | None = None
    error: str = ""
    ready: Ready | None = None
    """The body, packed and prepared for the store."""


def render_some(limit: int = BATCH, patience: timedelta = timedelta(0), seconds: float = 0.0) -> int:
    """Render a batch of up to that many pages that have been wanted for so long, and others while so many seconds last.

    While the pages of one are packed and brought to the disk, the next one is rendered. Returns how many were taken.
    """
    taken, until = 0, time.monotonic() + seconds
    begun: list[list[Future[Rendered]]] = []
    with ThreadPoolExecutor(_PACKERS) as threads:
        try:
            while pages := _claim(limit, timezone.now() - patience):
                taken += len(pages)
                begun.append([])
                _begin(pages, threads, begun[-1])
                if len(begun) > 1:
                    _finish(begun.pop(0))
                if len(pages) < limit or time.monotonic() >= until:
                    break
        finally:
            # Each of them, also where the database has gone away: what is not recorded is discarded.
            with ExitStack() as rest:
                for packed in begun:
                    rest.callback(_finish, packed)
    return taken


def make_fresh(is_busy: bool = False) -> bool:
    """Settle what has changed and render what is wanted. Returns whether it did.

    Where translations wait, only a few pages, and none before it has waited a moment: an article's languages follow
    each other quickly, and most of its pages name them all.
    """
    if not is_busy:
        was_settled = stale.settle()
        return bool(render_some(seconds=_SECONDS)) or was_settled
    was_settled = stale.settle(_PATIENCE)
    return bool(render_some(FEW, _PATIENCE)) or was_settled


def due(now: datetime | None = None) -> "QuerySet[StoredPage]":
    """Pages that somebody should render now."""
    now = now or timezone.now()
    free = Q(lease_until=None) | Q(lease_until__lt=now)
    return StoredPage.objects.filter(free, wanted__gt=F("made"), not_before__lte=now)


def being_made() -> bool:
    """Whether somebody is rendering a page at this moment."""
    return StoredPage.objects.filter(wanted__gt=F("made"), lease_until__gte=timezone.now()).exists()


def waiting_soon() -> bool:
    """Whether a page waits for a moment on purpose, as those do that lead on to a new article."""
    soon = timezone.now() + 2 * stale.NEXT_LATER
    return StoredPage.objects.filter(wanted__gt=F("made"), not_before__lte=soon, attempts=0, weight__lt=MAP).exists()


def grow_old() -> bool:
    """Want those pages anew that time has made others. Returns whether there were any."""
    old = StoredPage.objects.filter(stale_at__lte=timezone.now())
    # An update would take SQLite's lock each time, and this is looked at every second.
    return old.exists() and bool(old.update(wanted=F("wanted") + 1, stale_at=None))


def _claim(limit: int, wanted_since: datetime | None = None) -> list[StoredPage]:
    """Take pages under a lease. Of several workers that see the same page, the database lets one have it."""
    lease = f"{socket.gethostname()}:{os.getpid()}:{secrets.token_hex(8)}"
    until = timezone.now() + timedelta(seconds=LEASE_SECONDS)
    seen = list(due(wanted_since).order_by("weight", "not_before", "pk").values_list("pk", flat=True)[:limit])
    if not seen:
        return []
    due().filter(pk__in=seen).update(lease=lease, lease_until=until, attempts=F("attempts") + 1)
    return list(StoredPage.objects.filter(pk__in=seen, lease=lease).order_by("weight", "not_before", "pk"))


def _begin(pages: Sequence[StoredPage], threads: ThreadPoolExecutor, packed: list[Future[Rendered]]) -> None:
    """Render these, all as of the same moment: what one of them has worked out serves the others, and later ones.

    Each is packed while the next one is rendered.
    """
    since = PARTS.bring_up_to_date()
    with PARTS.in_use():
        for page in pages:
            rendered = _render(page, since)
            packed.append(threads.submit(_pack, rendered))
            if len(rendered.body or b"") > _LONG:
                wait(packed)  # or site maps would stand in memory by the dozen


def _finish(packed: Sequence[Future[Rendered]]) -> None:
    """Record these when all of them are packed."""
    if packed:
        _record([one.result() for one in packed])


def _pack(rendered: Rendered) -> Rendered:
    """Compress the page and bring it to the disk, in a thread: the next one is rendered meanwhile."""
    if rendered.body is None:
        return rendered
    content = encoded(rendered.body)
    if content.etag == rendered.page.etag:  # it came out the same: nothing to write, most likely
        return replace(rendered, body=None, ready=Ready(rendered.page.path, content.etag, content))
    try:
        return replace(rendered, body=None, ready=installed.store().prepare(rendered.page.path, content))
    except StoreError as error:
        return replace(rendered, body=None, error=str(error))


def _render(page: StoredPage, since: int) -> Rendered:
    try:
        with reads.reading() as found:
            response = _ask()(page.path)
    except DatabaseError:
        raise
    except Exception as error:  # noqa: BLE001 - a page that breaks must not keep the others from readers
        return Rendered(page, since, None, error=f"{type(error).__name__}: {error}")
    finally:
        translation.deactivate()  # the request has left its reader's language active
    if response.status_code >= 500:
        return Rendered(page, since, None, error=f"answered {response.status_code}; the log says why")
    is_page = response.status_code == (404 if is_not_found(page.path) else 200)
    body = response.getvalue() if is_page else None
    return Rendered(page, since, body, frozenset({*found.keys, reads.SITE}), found.stale_at, found.chosen)


@cache
def _ask() -> Ask:
    return asking()


def _record(rendered: Sequence[Rendered]) -> None:
    """Put what was rendered into the store, unless what it read has changed since, all under the lock."""
    unused = {one.page.pk: one.ready for one in rendered if one.ready}
    try:
        with stale.locked():
            held, changed = _still_held(rendered), stale.settled_since(rendered[0].since)
            good = [one for one in rendered if one.page.pk in held and _is_good(one, changed)]
            try:
                for pk in _put(good, held):
                    del unused[pk]
            except StoreError as error:
                log.error("%s", error)
                for one in good:
                    _put_off(one.page, str(error))
                return
            _write_down(good)
    finally:
        installed.store().discard(unused.values())


def _is_good(one: Rendered, changed: Set[str]) -> bool:
    """Whether the page can be recorded; if not, it is put off or given back."""
    if one.error:
        _put_off(one.page, one.error)
    elif not one.keys.isdisjoint(changed):
        _give_back(one.page)
    else:
        return True
    return False


def _still_held(rendered: Sequence[Rendered]) -> dict[int, str]:
    """The pages whose lease is still ours, each with the etag of what stands in the store now."""
    pages = StoredPage.objects.filter(pk__in=[one.page.pk for one in rendered], lease=rendered[0].page.lease)
    return dict(pages.values_list("pk", "etag"))


def _put(good: Sequence[Rendered], etags: Mapping[int, str]) -> list[int]:
    """Only what is other than before: a page that came out the same is not written, and no CDN need know.

    Returns the pages that were written.
    """
    store = installed.store()
    new = {
        one.page.pk: one.ready
        for one in good
        if one.ready and (one.ready.etag != etags[one.page.pk] or not store.has(one.page.path))
    }
    gone = [one.page.path for one in good if one.ready is None]
    store.put(new.values())
    store.remove(gone)
    purging.want([*(one.path for one in new.values()), *gone])
    return list(new)


def _write_down(good: Sequence[Rendered]) -> None:
    """What these pages read, and that they are made. One that is no page any more is forgotten."""
    hashes = {one.page.pk: _hash(one.keys) for one in good}
    gone = [one.page.pk for one in good if one.ready is None]
    other = {one.page.pk: one.keys for one in good if hashes[one.page.pk] != one.page.reads_hash or one.ready is None}
    before: dict[int, dict[str, int]] = {pk: {} for pk in other}
    for pk, page, key in Read.objects.filter(page_id__in=list(other)).values_list("pk", "page_id", "key"):
        before[page][key] = pk
    left = [key for pk, was in before.items() for key in reads.left(was, () if pk in gone else other[pk])]
    stale.tell(*dict.fromkeys(left))
    unread = [pk for page, was in before.items() for key, pk in was.items() if key not in other[page]]
    Read.objects.filter(pk__in=unread).delete()
    new = [Read(page_id=pk, key=key) for pk, was in before.items() for key in sorted(other[pk] - was.keys())]
    StoredPage.objects.filter(pk__in=gone).delete()  # if it comes back, it is wanted anew
    Read.objects.bulk_create([row for row in new if row.page_id not in gone])
    read_next.keep([one.chosen for one in good if one.chosen is not None])
    _are_made([one for one in good if one.ready is not None], hashes)


def _are_made(pages: Sequence[Rendered], hashes: Mapping[int, str]) -> None:
    """Note that these stand in the store, each with the hash of what it read."""
    made = StoredPage.objects.filter(pk__in=[one.page.pk for one in pages])
    made.update(stale_at=None, attempts=0, error="", lease="", lease_until=None)
    for one in pages:
        if one.stale_at is not None:
            StoredPage.objects.filter(pk=one.page.pk).update(stale_at=one.stale_at)
    # By hand: an update of Django's for each page takes ten times as long, and all others wait for the lock.
    with connection.cursor() as cursor:
        cursor.executemany(
            f"UPDATE {StoredPage._meta.db_table} SET made = %s, etag = %s, reads_hash = %s WHERE id = %s",  # noqa: S608 - no word of it comes from outside
            # `wanted` as it was when the page was claimed: a change settled since has made it grow, and it stays due.
            [(one.page.wanted, one.ready.etag, hashes[one.page.pk], one.page.pk) for one in pages if one.ready],
        )


def _hash(keys: Set[str]) -> str:
    return sha256("\n".join(sorted(keys)).encode()).hexdigest()


def _give_back(page: StoredPage) -> None:
    StoredPage.objects.filter(pk=page.pk).update(lease="", lease_until=None, attempts=0)


def _put_off(page: StoredPage, error: str) -> None:
    seconds = _RETRY_SECONDS[min(page.attempts, len(_RETRY_SECONDS)) - 1]
    log.error("%s: %s; tried again in %s s", page.path, error, seconds)
    later = timezone.now() + timedelta(seconds=seconds)
    StoredPage.objects.filter(pk=page.pk).update(error=error, not_before=later, lease="", lease_until=None)
