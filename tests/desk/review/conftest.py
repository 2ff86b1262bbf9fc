"""A translation into Spanish under review, and what a reviewer's window sends."""

import json

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from wagtail.models import GroupPagePermission
from wagtail.users.models import UserProfile
from wagtail_localize.models import StringTranslation

from lingotype.desk.review.cards import card, surroundings_of
from lingotype.desk.review.texts import translation_of, waiting_of
from lingotype.newsroom.models import ArticlePage
from tests.desk.conftest import version

ENGLISH = """
    ---
    title: The bridge is open
    lang: en
    slug: bridge
    section: city
    sources: [{id: post, publication: Diario, url: "https://d.example/", lang: es}]
    ---
    It cost $1,250.

    The mayor was there.

    He spoke of an [“axis”]{.quote source=post speaker="Ada Quinn" original="eje"} of evil.
"""
JSON = {"content_type": "application/json", "HTTP_ACCEPT": "application/json"}


@pytest.fixture(autouse=True)
def _in_english(in_english):
    """What the tests read is said by functions, not only by pages."""


@pytest.fixture
def spanish(publish, work):
    """The Spanish page of an English article."""
    article = publish(ENGLISH).page
    work()
    return version(article, "es")


def waiting(page):
    page = ArticlePage.objects.get(pk=page.pk)
    return waiting_of(page, translation_of(page))


def paragraph(page, start):
    """The paragraph whose source begins so."""
    return next(one for one in waiting(page).paragraphs if one.segment.html.startswith(start))


def shown(page, start):
    """Its card."""
    now = waiting(page)
    return card(now, now.paragraph(paragraph(page, start).id), surroundings_of(now))


def made_by_machine(page, start, text):
    """As if an engine had said so."""
    one = paragraph(page, start)
    StringTranslation.objects.filter(pk=one.row.pk).update(data=text)


def post(client, name, page, start="", **sent):
    """Ask as the screen's script does; returns the answer."""
    one = paragraph(page, start) if start else None
    sent = {"version": one.version, **sent} if one else sent
    address = reverse(name, args=[page.pk, *([one.id] if one else [])])
    return client.post(address, json.dumps(sent), **JSON)


def write(client, page, start, text, **sent):
    return post(client, "desk_review_write", page, start, text=text, **sent)


def approve(client, page, start, **sent):
    return post(client, "desk_review_approve", page, start, **sent)


def approve_all(client, page):
    versions = json.dumps(waiting(page).versions)
    return client.post(reverse("desk_review_approve_all", args=[page.pk]), {"versions": versions}, follow=True)


def publish_it(client, page, versions=None):
    sent = {"versions": json.dumps(versions or waiting(page).versions)}
    return client.post(reverse("desk_review_publish", args=[page.pk]), sent, follow=True)


def member(name, page, *kinds):
    """Somebody with rights on that page's part of the tree: change, publish, lock."""
    user = get_user_model().objects.create_user(name, "", "x", first_name=name.title())
    UserProfile.objects.create(user=user, preferred_language="en")
    group = Group.objects.create(name=name)
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    for kind in kinds:
        permission = Permission.objects.get(content_type__app_label="wagtailcore", codename=f"{kind}_page")
        GroupPagePermission.objects.create(group=group, page=page, permission=permission)
    user.groups.add(group)
    return user
