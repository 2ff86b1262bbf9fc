"""The board as somebody sees it, and people in their roles."""

import re

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.users.models import UserProfile

from lingotype.desk.roles import plant_roles

BOARD = "desk_board"


@pytest.fixture(autouse=True)
def _in_english(in_english):
    """What the tests read is said by functions, not only by pages."""


@pytest.fixture
def roles(newsroom, settings):
    plant_roles(settings.LINGOTYPE.languages, settings.LINGOTYPE.editorial)


@pytest.fixture
def person(roles):
    """Somebody in these groups."""

    def make(*groups, name="someone"):
        user = get_user_model().objects.create_user(name, "", "x")
        UserProfile.objects.create(user=user, preferred_language="en")
        user.groups.set(Group.objects.filter(name__in=groups))
        return user

    return make


def shown(answer):
    """The titles on the board, in order."""
    return [row.article.title for row in answer.context["rows"]]


def cells(answer):
    """Each cell's state by article's title and language."""
    return {(row.article.title, cell.lang): cell for row in answer.context["rows"] for cell in row.cells}


def said(answer):
    """The messages, as text."""
    return " ".join(re.sub(r"\s+", " ", str(message)) for message in answer.context["messages"])


def do(client, action, *chosen, **more):
    """Press one of the board's buttons with these cells ticked: pairs of article and language."""
    ticked = [f"{article.pk}:{lang}" for article, lang in chosen]
    return client.post(reverse("desk_board_do"), {"action": action, "cell": ticked, **more}, follow=True)
