"""How long readers' reports are kept, and the chore that throws them away."""

from datetime import datetime, timedelta

from django.db.models import Q
from django.utils import timezone

from lingotype.delivery.reporting.floods import forget_traces
from lingotype.newsroom.models import ReaderReport

SETTLED = timedelta(days=30)
"""A report that was answered is thrown away so long after its answer."""
OPEN = timedelta(days=365)
"""One that nobody has answered, so long after it came."""


def throw_away(now: datetime | None = None) -> bool:
    """Throw away the reports and the traces whose time is over. Returns whether there were any."""
    now = now or timezone.now()
    over = Q(settled_at__lt=now - SETTLED) | Q(settled_at=None, made_at__lt=now - OPEN)
    reports = ReaderReport.objects.filter(over)
    was_any = reports.exists() and bool(reports.delete()[0])
    return forget_traces(now) or was_any
