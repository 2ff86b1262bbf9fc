"""Telling: what is due for a person becomes mail, in the transaction that notes it as told. It is told once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from lingotype.desk.mail.outbox import written
from lingotype.desk.models import Kind, Notice, NoticeChoice, OutgoingMail, When
from lingotype.desk.notices.choices import Ears, begin, ears_of, people, told_up_to, zone_of
from lingotype.desk.notices.gathering import gather
from lingotype.desk.notices.letter import letter
from lingotype.desk.notices.standing import Section, section
from lingotype.desk.notices.words import in_their_words

OLD = timedelta(days=7)
"""What nobody could be told in that time is left to the desk."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One notice."""

    pk: int
    kind: str
    lang: str
    subject: int | None
    about: str
    made_at: datetime


Facts = Mapping[str, Sequence[Fact]]
"""By kind; the oldest first."""


def look_and_tell() -> bool:
    """The chore: write down what happened, and the mails that are due. Returns whether there was anything."""
    if settings.LINGOTYPE.mail is None:
        return gather()
    begin(people())  # first: what is written down next is news to them
    was_news = gather()
    return bool(tell()) or was_news


def tell(now: datetime | None = None) -> int:
    """Write the mails that are due. Returns how many. Three queries while nothing is."""
    now = now or timezone.now()
    users = people()
    facts = _facts(users, now)
    return sum(_tell(user, facts, now) for user in users) if facts else 0


def _facts(users: Iterable[Any], now: datetime) -> Facts:
    """What somebody has not been told of. Of each kind by itself: of some kinds nothing happens for months."""
    told: dict[str, int] = {}
    for choice in (choice for user in users for choice in user.notice_choices.all() if choice.when != When.NEVER):
        told[choice.kind] = min(choice.told, told.get(choice.kind, choice.told))
    if not told:
        return {}
    new = Q(*(Q(kind=kind, pk__gt=pk) for kind, pk in told.items()), _connector=Q.OR)
    rows = Notice.objects.filter(new, made_at__gt=now - OLD).order_by("pk")
    facts: dict[str, list[Fact]] = {}
    for row in rows.values_list("pk", "kind", "lang", "subject", "about", "made_at"):
        facts.setdefault(row[1], []).append(Fact(*row))
    return facts


def _tell(user: Any, facts: Facts, now: datetime) -> int:
    zone = zone_of(user)
    due = {}
    for choice in user.notice_choices.all():
        until = told_up_to(choice, now, zone)
        if until is None:
            continue
        new = facts.get(choice.kind, ())
        if told := [fact for fact in new if fact.pk > choice.told and fact.made_at <= until]:
            due[choice] = told
    if not due:
        return 0
    ears = ears_of(user)
    with transaction.atomic():
        ours = _still_ours(due)
        mails = [mail for group in _groups(ours) if (mail := _mail(user, ears, group, due))]
        OutgoingMail.objects.bulk_create(mail for mail, _group in mails)
        mailed = {choice.pk for _mail_, group in mails for choice in group}
        for choice in ours:
            mailed_at = now if choice.pk in mailed else choice.mailed_at
            NoticeChoice.objects.filter(pk=choice.pk).update(told=due[choice][-1].pk, mailed_at=mailed_at)
    return len(mails)


def _still_ours(due: Iterable[NoticeChoice]) -> list[NoticeChoice]:
    """Those that nobody has told of meanwhile; locked, so that nobody does."""
    seen = {choice.pk: choice for choice in due}
    rows = NoticeChoice.objects.select_for_update().filter(pk__in=seen).order_by("pk")
    return [seen[row.pk] for row in rows if (row.told, row.when) == (seen[row.pk].told, seen[row.pk].when)]


def _groups(choices: Sequence[NoticeChoice]) -> list[list[NoticeChoice]]:
    """What comes in one mail: each kind that is told at once by itself, all of a digest together."""
    at_once = [[choice] for choice in choices if choice.when == When.NOW]
    digests = [[choice for choice in choices if choice.when == when] for when in (When.HOURLY, When.DAILY)]
    return [group for group in (*at_once, *digests) if group]


def _mail(
    user: Any, ears: Ears, group: list[NoticeChoice], due: dict[NoticeChoice, list[Fact]]
) -> tuple[OutgoingMail, list[NoticeChoice]] | None:
    """The mail and whose it is; None where nothing of it is for this person, or still so."""
    facts = [fact for choice in group for fact in due[choice] if ears.hear(fact.kind, fact.lang)]
    if not facts:
        return None
    with in_their_words(user, zone_of(user)):
        sections = _sections(facts)
        if not sections:
            return None
        return written(letter(user, sections)), group


def _sections(facts: Sequence[Fact]) -> list[Section]:
    found = []
    for kind in Kind:
        mine = [fact for fact in facts if fact.kind == kind]
        subjects = [fact.subject for fact in mine if fact.subject is not None]
        if mine and (one := section(kind, subjects, [fact.about for fact in mine])) is not None:
            found.append(one)
    return found
