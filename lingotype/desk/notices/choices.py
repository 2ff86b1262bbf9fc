"""Who wants to be told of what, and when; and what each may hear of at all."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db.models import Max

from lingotype.desk.board.acting import STEER
from lingotype.desk.models import Kind, Notice, NoticeChoice, When
from lingotype.desk.rights import rights_of

BETWEEN = timedelta(minutes=15)
"""Of one kind a person gets no more than one mail in that time, however soon they want to know."""
MORNING = time(8)


@dataclass(frozen=True, slots=True)
class Ears:
    """What a person may hear of."""

    languages: frozenset[str]
    """Whose translations they may edit."""
    budgets: bool
    """Whether they may change engines and routes."""

    @property
    def kinds(self) -> list[Kind]:
        """The kinds of notices that there can be any of."""
        about_texts = [Kind.HELD, Kind.FAILED, Kind.REPORT] if self.languages else []
        return [*about_texts, *([Kind.BUDGET] if self.budgets else [])]

    def hear(self, kind: str, lang: str) -> bool:
        """Whether a notice is for them."""
        return self.budgets if kind == Kind.BUDGET else lang in self.languages


def ears_of(user: Any) -> Ears:
    """By their rights at the desk, and by nothing else. Whoever cannot get in hears nothing."""
    if not user.is_active or not user.has_perm("wagtailadmin.access_admin"):
        return Ears(frozenset(), False)
    return Ears(rights_of(user).edited, user.has_perm(STEER))


def zone_of(user: Any) -> ZoneInfo:
    """The person's time zone, or the newsroom's."""
    profile = getattr(user, "wagtail_userprofile", None)
    try:
        return ZoneInfo(profile.current_time_zone if profile and profile.current_time_zone else settings.TIME_ZONE)
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo(settings.TIME_ZONE)


def told_up_to(choice: NoticeChoice, now: datetime, zone: ZoneInfo) -> datetime | None:
    """The moment up to which notices are to be told by now; None where nothing is."""
    if choice.when == When.NEVER:
        return None
    if choice.when == When.HOURLY:
        return now.replace(minute=0, second=0, microsecond=0)
    if choice.when == When.DAILY:
        return _last_morning(now, zone)
    has_just_been_told = choice.mailed_at is not None and now - choice.mailed_at < BETWEEN
    return None if has_just_been_told else now


def _last_morning(now: datetime, zone: ZoneInfo) -> datetime:
    local = now.astimezone(zone)
    morning = datetime.combine(local.date(), MORNING, zone)
    return morning if morning <= local else datetime.combine(local.date() - timedelta(days=1), MORNING, zone)


def newest() -> int:
    """The id of the last notice."""
    return Notice.objects.aggregate(newest=Max("pk"))["newest"] or 0


def people() -> list[Any]:
    """Whoever has an address and may be there, with their choices. Two queries."""
    users = get_user_model().objects.filter(is_active=True).exclude(email="").order_by("pk")
    return list(users.select_related("wagtail_userprofile").prefetch_related("notice_choices"))


def begin(users: Iterable[Any]) -> bool:
    """Give whoever is new the usual choices, from now on. Returns whether anybody was."""
    new = [user for user in users if len(user.notice_choices.all()) < len(Kind)]
    if new:
        told = newest()
        rows = [NoticeChoice(user=user, kind=kind, told=told) for user in new for kind in Kind]
        NoticeChoice.objects.bulk_create(rows, ignore_conflicts=True)
    return bool(new)


def choices_of(user: Any) -> dict[str, str]:
    """When this person wants to be told, by kind."""
    chosen = dict(NoticeChoice.objects.filter(user=user).values_list("kind", "when"))
    return {kind: chosen.get(kind, When.DAILY.value) for kind in Kind}


def choose(user: Any, wanted: Mapping[str, str]) -> None:
    """Write it down. Whoever wants to hear of something again hears of what comes from now on."""
    for kind, when in wanted.items():
        row, _is_new = NoticeChoice.objects.get_or_create(user=user, kind=kind, defaults={"told": newest()})
        # Workers write `told` meanwhile: it is left to them but here.
        anew = {"told": newest()} if row.when == When.NEVER and when != When.NEVER else {}
        NoticeChoice.objects.filter(pk=row.pk).update(when=when, **anew)
