"""People in their roles with addresses, and translations that went wrong."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.utils import timezone
from wagtail.users.models import UserProfile

from lingotype.delivery.reporting.taking import take
from lingotype.desk.mail.services import judged
from lingotype.desk.models import Kind, NoticeChoice, OutgoingMail
from lingotype.desk.notices.choices import choose
from lingotype.newsroom.paragraphs import paragraphs_of
from lingotype.translation.models import Job, State
from tests.desk.board.conftest import roles  # noqa: F401 - a fixture
from tests.desk.conftest import version

NOON = datetime(2026, 11, 27, 12, 0, tzinfo=UTC)
TRANSLATOR = "Translator: Ukrainian (uk)"


@pytest.fixture(autouse=True)
def _in_english(in_english):
    """What the tests read is said by functions, not only by pages."""


@pytest.fixture(autouse=True)
def _sends_mail(settings):
    mail = judged("console", "Harbor Courier <desk@courier.example>", "")
    settings.LINGOTYPE = replace(settings.LINGOTYPE, mail=mail)
    settings.DEFAULT_FROM_EMAIL = mail.sender


@pytest.fixture
def person(roles):  # noqa: F811 - the fixture
    """Somebody in a role, who has an address and wants to hear of each kind at that time."""

    def make(role, when="", lang="en", zone="", name=""):
        name = name or role.partition(":")[0].lower()
        user = get_user_model().objects.create_user(name, f"{name}@courier.example", "x")
        UserProfile.objects.create(user=user, preferred_language=lang, current_time_zone=zone)
        user.groups.set(Group.objects.filter(name=role))
        if when:
            choose(user, dict.fromkeys(Kind, when))
        return get_user_model().objects.get(pk=user.pk)

    return make


@pytest.fixture
def translated(article, work):
    """An article with its translations public."""
    work()
    return article


def goes_wrong(article, lang, state=State.HELD, error="numbers: 14 is missing"):
    """As a worker ends a job."""
    Job.objects.filter(article=article, lang=lang).update(
        state=state, error=error, way="upper", changed_at=timezone.now()
    )


def report_about(article, lang, message="Not on Monday"):
    page = version(article, lang)
    found = paragraphs_of(page)[0]
    return take(page, found, found.text, message, "")


def mails():
    """What is on its way, by whom it is for."""
    return [(row.addresses["to"][0].partition("@")[0], row) for row in OutgoingMail.objects.order_by("pk")]


def to(name):
    return [row for who, row in mails() if who == name]


def told(user):
    return {choice.kind: choice.told for choice in NoticeChoice.objects.filter(user=user)}
