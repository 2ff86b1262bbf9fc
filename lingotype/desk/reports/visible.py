"""Which readers' reports a user may see and answer: those about pages that this user may edit."""

from typing import Any

from django.db.models import QuerySet
from wagtail.permissions import page_permission_policy

from lingotype.newsroom.models import ReaderReport, ReportState


def reports_for(user: Any) -> "QuerySet[ReaderReport]":
    """The reports about pages that this user may change, in whatever state."""
    reports: QuerySet[ReaderReport] = ReaderReport.objects.all()
    if user.is_superuser:
        return reports
    pages = page_permission_policy.instances_user_has_permission_for(user, "change")
    return reports.filter(page__in=pages.values("pk"))


def may_see_reports(user: Any) -> bool:
    """Whether the list is of any use to this user."""
    return bool(user.is_superuser or page_permission_policy.user_has_permission(user, "change"))


def waiting_for(user: Any) -> int:
    """How many open reports wait for this user."""
    return reports_for(user).filter(state=ReportState.OPEN).count()
