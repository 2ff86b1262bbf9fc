"""Making stored pages: take some that are wanted, ask for each as a reader would, and record them.

A rendering that is killed leaves its lease to run out and nothing else. What it read is written down with the page; if
any of that has changed meanwhile, the page is thrown away and rendered again.
"""

import logging
import os
import secrets
import socket
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from hashlib import sha256

from django.db import DatabaseError
from django.db.models import F, Q, QuerySet
from django.utils import timezone, translation

from lingotype.delivery import purging, reads, stale
from lingotype.delivery.asking import Ask, asking
from lingotype.delivery.encodings import Encoded, encoded
from lingotype.delivery.fragments import Fragments
from lingotype.delivery.models import Read, StoredPage
from lingotype.delivery.not_found import is_not_found
from lingotype.delivery.stores import installed
from lingotype.delivery.stores.base import StoreError

log = logging.getLogger(__name__)

PARTS = Fragments()
"""What this process keeps of the pages that it renders."""

LEASE_SECONDS = 30.0
"""Longer than a batch takes by far; a killed worker's pages are rendered by the next one after that."""
BATCH = 16
"""Pages recorded in one transaction: their files are brought to the disk side by side."""
FEW = 4
"""Pages rendered between two translations: a tenth of a second, so that neither waits for the other."""
_PATIENCE = timedelta(seconds=0.5)
_RETRY_SECONDS = (1, 5, 30, 120, 600)


@dataclass(frozen=True, slots=True)
class Rendered:
    """What a reader would get at a path; `content` is None where there is no page."""

    page: StoredPage
    since: int
    """The last settled change when its rendering began."""
    content: Encoded | None
    keys: frozenset[str] = frozenset()
    stale_at: datetime | None = None
    error: str = ""


def render_some(limit: int = BATCH, patience: timedelta = timedelta(0)) -> int:
    """Render up to that many pages that have been wanted for so long. Returns how many were taken."""
    pages = _claim(limit, timezone.now() - patience)
    if pages:
        _record(_rendered(pages))
    return len(pages)


def make_fresh(is_busy: bool = False) -> bool:
    """Settle what has changed and render what is wanted. Returns whether it did.

    Where translations wait, only a few pages, and none before it has waited a moment: an article's languages follow
    each other quickly, and most of its pages name them all.
    """
    if not is_busy:
        was_settled = stale.settle()
        return bool(render_some()) or was_settled
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
    return list(StoredPage.objects.filter(lease=lease).order_by("weight", "not_before", "pk"))


def _rendered(pages: Sequence[StoredPage]) -> list[Rendered]:
    """These pages, all as of the same moment: what one of them has worked out serves the others, and later ones."""
    since = PARTS.bring_up_to_date()
    with PARTS.in_use():
        return [_render(page, since) for page in pages]


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
    content = encoded(response.getvalue()) if is_page else None
    return Rendered(page, since, content, frozenset({*found.keys, reads.SITE}), found.stale_at)


@cache
def _ask() -> Ask:
    return asking()


def _record(rendered: Sequence[Rendered]) -> None:
    """Put what was rendered into the store, unless what it read has changed since, all under the lock."""
    with stale.locked():
        held = _still_held(rendered)
        good = []
        for one in rendered:
            if one.page.pk not in held:
                continue  # its lease ran out, and another worker has it
            if one.error:
                _put_off(one.page, one.error)
            elif stale.are_stale(one.keys, one.since):
                _give_back(one.page)
            else:
                good.append(one)
        try:
            _put(good, held)
        except StoreError as error:
            log.error("%s", error)
            for one in good:
                _put_off(one.page, str(error))
            return
        for one in good:
            _write_down(one)


def _still_held(rendered: Sequence[Rendered]) -> dict[int, str]:
    """The pages whose lease is still ours, each with the etag of what stands in the store now."""
    pages = StoredPage.objects.filter(pk__in=[one.page.pk for one in rendered], lease=rendered[0].page.lease)
    return dict(pages.values_list("pk", "etag"))


def _put(good: Sequence[Rendered], etags: Mapping[int, str]) -> None:
    """Only what is other than before: a page that came out the same is not written, and no CDN need know."""
    store = installed.store()
    new = [
        (one.page.path, one.content)
        for one in good
        if one.content and (one.content.etag != etags[one.page.pk] or not store.has(one.page.path))
    ]
    gone = [one.page.path for one in good if one.content is None]
    store.write(new)
    store.remove(gone)
    purging.want([*(path for path, _ in new), *gone])


def _write_down(one: Rendered) -> None:
    page = one.page
    if one.content is None:
        stale.tell(*reads.left(page.reads.values_list("key", flat=True)))
        page.delete()  # there is no such page any more; if it comes back, it is wanted anew
        return
    keys_hash = sha256("\n".join(sorted(one.keys)).encode()).hexdigest()
    if keys_hash != page.reads_hash:
        before = set(page.reads.values_list("key", flat=True))
        stale.tell(*reads.left(before, one.keys))
        Read.objects.filter(page=page, key__in=before - one.keys).delete()
        Read.objects.bulk_create([Read(page=page, key=key) for key in sorted(one.keys - before)])
    # `wanted` as it was when the page was claimed: a change settled since has made it grow, and it stays due.
    StoredPage.objects.filter(pk=page.pk).update(
        made=page.wanted, etag=one.content.etag, reads_hash=keys_hash, stale_at=one.stale_at, attempts=0, error="",
        lease="", lease_until=None,
    )  # fmt: skip


def _give_back(page: StoredPage) -> None:
    StoredPage.objects.filter(pk=page.pk).update(lease="", lease_until=None, attempts=0)


def _put_off(page: StoredPage, error: str) -> None:
    seconds = _RETRY_SECONDS[min(page.attempts, len(_RETRY_SECONDS)) - 1]
    log.error("%s: %s; tried again in %s s", page.path, error, seconds)
    later = timezone.now() + timedelta(seconds=seconds)
    StoredPage.objects.filter(pk=page.pk).update(error=error, not_before=later, lease="", lease_until=None)
