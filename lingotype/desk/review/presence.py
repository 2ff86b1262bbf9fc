"""Who else is here: Wagtail's own rows of who has a page open, so that its page editor and this screen agree."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.admin.models import EditingSession
from wagtail.models import Page

from lingotype.newsroom.models import ArticlePage

HERE = timedelta(seconds=60)
"""Whoever has not been heard of for longer has gone."""


@dataclass(frozen=True, slots=True)
class Other:
    """Somebody else on this page."""

    name: str
    seen_at: datetime
    is_editing: bool


def others_on(page: ArticlePage, user: Any) -> list[Other]:
    """Everybody else who has this page open, here or in Wagtail's editor. One query."""
    rows = _sessions(page).filter(last_seen_at__gte=timezone.now() - HERE).exclude(user=user).select_related("user")
    found: dict[int, Other] = {}
    for row in rows.order_by("last_seen_at"):
        is_editing = row.is_editing or (row.user_id in found and found[row.user_id].is_editing)
        name = row.user.get_full_name() or row.user.get_username()
        found[row.user_id] = Other(name, row.last_seen_at, is_editing)
    return sorted(found.values(), key=lambda one: one.name)


def be_here(page: ArticlePage, user: Any, session: int, *, is_editing: bool) -> int:
    """Note that this window is open still; returns its session."""
    now = timezone.now()
    if _sessions(page).filter(pk=session, user=user).update(last_seen_at=now, is_editing=is_editing):
        return session
    EditingSession.cleanup()
    row = EditingSession.objects.create(
        user=user, content_type=_kind(), object_id=str(page.pk), last_seen_at=now, is_editing=is_editing
    )
    return int(row.pk)


def _sessions(page: ArticlePage) -> Any:
    return EditingSession.objects.filter(content_type=_kind(), object_id=str(page.pk))


def _kind() -> ContentType:
    return ContentType.objects.get_for_model(Page)  # as Wagtail's page editor has it
