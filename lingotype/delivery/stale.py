"""Which stored pages are stale: changes are written down where they happen, and settled by a worker.

A change is a row in the transaction that makes it (`tell`). A worker settles it under a lock: it gets the next number,
and every page that read its key is wanted anew (`settle`). A page is recorded under the same lock, and thrown away if
anything that it read was settled since its rendering began (`_record` in `rendering.py`). So a change is either seen
by a rendering or finds its page, whoever is first.
"""

from collections.abc import Collection, Iterable, Iterator, Set
from contextlib import contextmanager
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone

from lingotype.delivery import purging
from lingotype.delivery.fan_out import MAP, follow
from lingotype.delivery.models import Change, Counter, Read, StoredPage
from lingotype.delivery.read_next import forget
from lingotype.delivery.reads import is_next_key
from lingotype.delivery.stores import installed
from lingotype.delivery.stores.base import StoreError

_AT_ONCE = 500
_KEPT = timedelta(hours=1)
"""How long settled changes are kept: longer than any rendering lasts."""
NEXT_LATER = timedelta(seconds=1)
"""How long articles wait that lead on to a new one: its own pages, and lists that show it, come first as a rule."""
MAPS_LATER = timedelta(minutes=1)
"""How long a site map may be behind: it is long, no person reads it, and in busy hours every article changes it."""
_PARTS = 400
"""Keys that one query names: SQLite takes 250,000, but plans a long list badly."""


class CannotTakeOffError(Exception):
    """What should not be public any more could not be taken out of the page store; the change must not happen."""


def tell(*keys: str) -> None:
    """Write down, in the transaction at hand, that these have changed."""
    if keys:
        Change.objects.bulk_create([Change(key=key) for key in keys])


@contextmanager
def locked() -> Iterator[Counter]:
    """One at a time, over all processes: who settles changes, records a page, or takes pages off."""
    with transaction.atomic():
        yield Counter.objects.select_for_update().get_or_create(pk=1)[0]


def settle(patience: timedelta = timedelta(0)) -> bool:
    """Settle the changes that wait: every page that read what they name is wanted anew. Returns whether it did.

    With patience it does nothing while the oldest has not waited so long: what happens in one go is settled together.
    What follows from the changes is worked out before the lock is taken, so that others wait for a few rows only.
    """
    rows = list(Change.objects.filter(number=None).order_by("pk").values_list("pk", "key", "at")[:_AT_ONCE])
    if not rows or (patience and rows[0][2] > timezone.now() - patience):
        return False
    waiting = {pk: key for pk, key, _ in rows}
    found = follow(set(waiting.values()))
    keys = found.keys | set(waiting.values())
    with locked() as counter:
        _number(counter, keys)
        Change.objects.filter(pk__in=waiting).delete()
        _want_readers(keys)
        want(found.paths)
        forget(found.outdated)
        Change.objects.filter(number__isnull=False, at__lt=timezone.now() - _KEPT).delete()
    return True


def _number(counter: Counter, keys: Collection[str]) -> None:
    """Give these changes the next number, under the lock."""
    Change.objects.bulk_create([Change(key=key, number=counter.number + 1) for key in sorted(keys)])
    Counter.objects.filter(pk=counter.pk).update(number=counter.number + 1)


def _want_readers(keys: Set[str]) -> None:
    now = timezone.now()
    later = {key for key in keys if is_next_key(key)}
    for some in _parts(sorted(later)):
        _want_later(_readers(some), now + NEXT_LATER)
    for some in _parts(sorted(keys - later)):
        readers = _readers(some)
        readers.filter(weight__lt=MAP).update(wanted=F("wanted") + 1, not_before=now, attempts=0)
        _want_later(readers.filter(weight=MAP), now + MAPS_LATER)


def _readers(keys: Collection[str]) -> "QuerySet[StoredPage]":
    return StoredPage.objects.filter(pk__in=Read.objects.filter(key__in=keys).values("page_id"))


def _want_later(pages: "QuerySet[StoredPage]", moment: datetime) -> None:
    # One that waits already goes on waiting: it would never be made in busy hours.
    pages.filter(wanted=F("made")).update(wanted=F("wanted") + 1, not_before=moment, attempts=0)


def want(paths: Iterable[tuple[str, int]]) -> None:
    """These addresses, each with its weight, are wanted in the store, if they are not already."""
    rows = [StoredPage(path=path, weight=weight) for path, weight in paths]
    StoredPage.objects.bulk_create(rows, ignore_conflicts=True, batch_size=_AT_ONCE)


def take_off(keys: Collection[str]) -> None:
    """Take every stored page that read one of these off the store, before the transaction at hand is committed.

    Readers get those pages from the database until they are rendered anew. A rendering under way finds the change when
    it wants to record its page. Raises `CannotTakeOffError`: the change must then be refused.
    """
    with locked() as counter:
        pages = StoredPage.objects.filter(reads__key__in=list(keys)).distinct()
        paths = list(pages.values_list("path", flat=True))
        _number(counter, keys)
        StoredPage.objects.filter(path__in=paths).update(
            wanted=F("wanted") + 1, etag="", not_before=timezone.now(), attempts=0
        )
        try:
            installed.store().remove(paths)
        except StoreError as error:
            raise CannotTakeOffError(
                f"readers would go on seeing it, because {error}. Mend that and try again"
            ) from error
        purging.want(paths, is_urgent=True)


def settled_since(number: int) -> set[str]:
    """The keys of all changes that were settled after that one. Only under the lock is the answer final."""
    return set(Change.objects.filter(number__gt=number).values_list("key", flat=True))


def _parts(keys: list[str]) -> Iterator[list[str]]:
    return (keys[start : start + _PARTS] for start in range(0, len(keys), _PARTS))
