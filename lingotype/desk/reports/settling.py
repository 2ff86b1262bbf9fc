"""Answering a reader's report: corrected, with thanks on the page or without, or rejected."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from lingotype.newsroom.models import ReaderReport, ReaderThanks, ReportState

CORRECTED, REJECTED, REOPENED = "lingotype.report.correct", "lingotype.report.reject", "lingotype.report.reopen"
"""In Wagtail's history of the page."""


def settle(report: ReaderReport, state: ReportState, by: Any, *, thank: bool = False) -> bool:
    """Say what became of an open report. With `thank`, the article's page thanks the reader, without a name.

    Returns False, having done nothing, when somebody else has answered it meanwhile.
    """
    now = timezone.now()
    with transaction.atomic():
        rows = ReaderReport.objects.filter(pk=report.pk, state=ReportState.OPEN)
        if not rows.update(state=state, settled_at=now, settled_by=by):
            return False
        if thank and state == ReportState.CORRECTED:
            day = datetime.now(ZoneInfo(settings.TIME_ZONE)).date()
            ReaderThanks.objects.update_or_create(article_id=report.page_id, defaults={"corrected_on": day})
        _note(report, CORRECTED if state == ReportState.CORRECTED else REJECTED, by)
    return True


def reopen(report: ReaderReport, by: Any) -> None:
    """Take the answer back; the thanks on the page stay."""
    with transaction.atomic():
        rows = ReaderReport.objects.filter(pk=report.pk).exclude(state=ReportState.OPEN)
        if rows.update(state=ReportState.OPEN, settled_at=None, settled_by=None):
            _note(report, REOPENED, by)


def _note(report: ReaderReport, action: str, by: Any) -> None:
    log(instance=report.page, action=action, user=by, data={"report": report.pk})
