"""Finding what happened: jobs that are held or have failed, readers' reports, budgets that are nearly used up.

Nothing is written where these things happen; the tables that hold them are looked through from time to time, from a
little before the last time on. Each event has a key of its own, so that it is written down once, however many look.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from zlib import crc32

from django.conf import settings
from django.db import transaction
from django.db.models import Max, Q
from django.utils import timezone

from lingotype.desk.models import Kind, Notice, NoticesRead
from lingotype.newsroom.models import ReaderReport, ReportState
from lingotype.translation import installed
from lingotype.translation.budget import is_nearly_used
from lingotype.translation.jobs import KEPT_BACK
from lingotype.translation.models import EngineUse, Job, State

BEFORE = timedelta(minutes=2)
"""How far to look back before the last time: longer than a transaction lasts, and than machines' clocks differ."""
FIRST = timedelta(days=1)
"""How far to look back the very first time."""
KEPT = timedelta(days=30)
"""How long notices are kept."""
_SOMETIMES = timedelta(hours=1)
_CHUNK = 500


def gather(now: datetime | None = None) -> bool:
    """Write down what happened since the last time. Returns whether there was anything.

    Three queries and one for each engine's budget, and nothing is written but once an hour, while nothing happens.
    """
    now = now or timezone.now()
    read = NoticesRead.objects.first()
    since = read.until - BEFORE if read is not None else now - FIRST
    found = {notice.key: notice for notice in (*_jobs(since, now), *_reports(since, now), *_budgets(now))}
    known = _known(found)
    new = [notice for key, notice in found.items() if key not in known]
    if new or read is None or now - read.until > _SOMETIMES:
        _write(new, now)
    return bool(new)


def _write(new: list[Notice], now: datetime) -> None:
    with transaction.atomic():
        # One worker after the other: what has a greater id was then written later, and nothing appears behind a mark.
        NoticesRead.objects.select_for_update().get_or_create(pk=1, defaults={"until": now})
        # Of whoever waited for another, or whose clock is slow: no notice is older than one before it.
        newest = Notice.objects.aggregate(newest=Max("made_at"))["newest"] if new else None
        for notice in new:
            notice.made_at = max(now, newest or now)
        Notice.objects.bulk_create(new, ignore_conflicts=True, batch_size=_CHUNK)
        NoticesRead.objects.filter(pk=1).update(until=now)
        Notice.objects.filter(made_at__lt=now - KEPT).delete()


def _known(keys: Iterable[str]) -> set[str]:
    wanted, known = list(keys), set[str]()
    for start in range(0, len(wanted), _CHUNK):
        rows = Notice.objects.filter(key__in=wanted[start : start + _CHUNK])
        known.update(rows.values_list("key", flat=True))
    return known


def _jobs(since: datetime, now: datetime) -> Iterator[Notice]:
    rows = Job.objects.filter(state__in=(State.HELD, State.FAILED), changed_at__gte=since, article__live=True)
    # Whoever holds it, or takes it off, knows. Held while it was in hand, it has a way, and a person's word as reason.
    rows = rows.exclude(Q(way="") | Q(error__startswith=KEPT_BACK), state=State.HELD).order_by("changed_at")
    for pk, state, lang, made, error in rows.values_list("pk", "state", "lang", "made", "error"):
        key = f"{state}:{pk}:{made}:{crc32(error.encode()):x}"  # tried again with the same end, it is no news
        yield Notice(key=key, kind=Kind(state), lang=lang, subject=pk, made_at=now)


def _reports(since: datetime, now: datetime) -> Iterator[Notice]:
    rows = ReaderReport.objects.filter(state=ReportState.OPEN, made_at__gte=since).order_by("made_at")
    for pk, lang in rows.values_list("pk", "page__locale__language_code"):
        yield Notice(key=f"report:{pk}", kind=Kind.REPORT, lang=lang, subject=pk, made_at=now)


def _budgets(now: datetime) -> Iterator[Notice]:
    limits = budgets()
    for engine, used, month in _uses(limits, now) if limits else ():
        if is_nearly_used(used, limits[engine]):
            key = f"budget:{engine}:{month:%Y-%m}:{limits[engine]}"  # a budget that was raised is a new one
            yield Notice(key=key, kind=Kind.BUDGET, about=engine, made_at=now)


def budgets() -> dict[str, int]:
    """The characters a month that each engine with a budget may be sent."""
    limits = {name: installed.engine(name).max_characters_per_month for name in settings.LINGOTYPE.engines}
    return {name: limit for name, limit in limits.items() if limit is not None}


def _uses(engines: Iterable[str], now: datetime) -> Iterable[tuple[str, int, date]]:
    month = now.astimezone(UTC).date().replace(day=1)
    rows = EngineUse.objects.filter(engine__in=list(engines), month=month)
    return list(rows.values_list("engine", "characters", "month"))
