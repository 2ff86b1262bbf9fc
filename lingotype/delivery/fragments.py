"""Parts that many pages show, kept by a worker from one page to the next: teasers, cards, bylines, tags, stories and
items of feeds, navigations, and what templates keep (`templatetags/kept.py`).

An article that changes stands in dozens of lists beside articles that do not. Each part is kept with what it read, and
worked out again when any of that has changed. Only workers keep any: a page that Django renders for a reader is made
of what the database has at that moment.
"""

import time
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Iterator, Set
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Any, TypeVar

from django.utils import timezone

from lingotype.delivery import reads
from lingotype.delivery.models import Change, last_number

Key = tuple[Hashable, ...]
_Value = TypeVar("_Value")

MOST = 3_000
"""Parts that are kept from one batch of pages to the next; those that were not used for longest go first. A story of a
feed takes some ten kilobytes, and as an item of RSS as much again."""
_LONGEST_SECONDS = 1_800.0
"""Settled changes are forgotten after an hour: whoever has not looked for half of one knows nothing any more."""

_NEVER = datetime.max.replace(tzinfo=UTC)

_in_use: ContextVar["Fragments | None"] = ContextVar("fragments", default=None)


class Fragments:
    """Parts of pages, all of them true as of one settled change."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._kept: OrderedDict[Key, tuple[Any, reads.Reads]] = OrderedDict()
        self._number = 0
        self._ends = _NEVER
        """When the first of them will have become another by time alone."""
        self._looked_at = float("-inf")

    def bring_up_to_date(self) -> int:
        """Forget what has changed, and what is too much. Returns the settled change as of which the rest is true."""
        number, now = last_number(), time.monotonic()
        newer = Change.objects.filter(number__gt=self._number).values_list("key", flat=True)
        changed = set(newer) if number > self._number else set()
        if number < self._number or now - self._looked_at > _LONGEST_SECONDS or reads.SITE in changed:
            self._kept.clear()
        moment = timezone.now()
        if changed or self._ends <= moment:
            self._forget_old(changed, moment)
        while len(self._kept) > self._most:  # only here: a page in the making counts on what it has found
            self._kept.popitem(last=False)
        self._number, self._looked_at = number, now
        return number

    def _forget_old(self, changed: Set[str], moment: datetime) -> None:
        for key, (_, found) in list(self._kept.items()):
            if not found.keys.isdisjoint(changed) or (found.stale_at is not None and found.stale_at <= moment):
                del self._kept[key]
        self._ends = min((found.stale_at for _, found in self._kept.values() if found.stale_at), default=_NEVER)

    def forget(self) -> None:
        """Keep nothing: of another database, it would be wrong."""
        self._kept.clear()

    @contextmanager
    def in_use(self) -> Iterator[None]:
        """In this block pages are made of these."""
        token = _in_use.set(self)
        try:
            yield
        finally:
            _in_use.reset(token)

    def has(self, key: Key) -> bool:
        """Whether this part need not be worked out."""
        return key in self._kept

    def get(self, key: Key, make: Callable[[], _Value]) -> _Value:
        """The part, made if it is not kept; whoever uses it has read what it reads."""
        if key not in self._kept:
            with reads.reading() as found:
                value = make()
            self._kept[key] = value, found
            self._ends = min(self._ends, found.stale_at or _NEVER)
        else:
            self._kept.move_to_end(key)
            value, found = self._kept[key]
        reads.note(*found.keys)
        if found.stale_at is not None:
            reads.note_end(found.stale_at)
        return value


def fragment(key: Key, make: Callable[[], _Value]) -> _Value:
    """What `make` returns, kept where a worker renders. The key names all that it depends on beside the database.

    Nobody may change what is returned.
    """
    fragments = _in_use.get()
    return make() if fragments is None else fragments.get(key, make)


def are_kept() -> bool:
    """Whether this page is made by a worker that keeps parts."""
    return _in_use.get() is not None


def lacking(kind: str, numbers: Iterable[int]) -> set[int]:
    """Those of these records whose parts of that kind have to be made."""
    fragments = _in_use.get()
    return {pk for pk in numbers if fragments is None or not fragments.has((kind, pk))}
