"""What is thrown away, and when."""

from datetime import timedelta

import pytest
from django.utils import timezone

from lingotype.delivery.reporting.floods import KEPT, is_too_much
from lingotype.delivery.reporting.retention import OPEN, SETTLED, throw_away
from lingotype.newsroom.models import ReaderReport, ReportState, ReportTrace

HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("state", "settled", "made", "stays"),
    [
        (ReportState.OPEN, None, OPEN - HOUR, True),
        (ReportState.OPEN, None, OPEN + HOUR, False),
        (ReportState.CORRECTED, SETTLED - HOUR, SETTLED, True),
        (ReportState.REJECTED, SETTLED + HOUR, SETTLED + HOUR, False),
        (ReportState.CORRECTED, HOUR, OPEN + HOUR, True),
    ],
)
def test_reports(bridge, state, settled, made, stays):
    now = timezone.now()
    ReaderReport.objects.create(
        page=bridge, block="title", seen="a", message="b", state=state, made_at=now - made,
        settled_at=now - settled if settled else None,
    )  # fmt: skip
    assert throw_away(now) is not stays
    assert ReaderReport.objects.exists() is stays


def test_traces_are_gone_after_a_day(bridge):
    now = timezone.now()
    is_too_much(bridge.pk, "198.51.100.7", "a", now)
    assert not throw_away(now + KEPT - HOUR)
    assert throw_away(now + KEPT + HOUR)
    assert not ReportTrace.objects.exists()
    assert not throw_away(now + KEPT + HOUR)
