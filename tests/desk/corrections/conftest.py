"""An article in four languages, ready to be corrected."""

import pytest
from django.urls import reverse

from lingotype.desk.corrections.form import today
from lingotype.newsroom.models import ArticlePage

TEXT = "Мост длиной 300 метров, а не 400."


@pytest.fixture(autouse=True)
def _in_english(in_english):
    """What the tests read is said by functions, not only by pages."""


@pytest.fixture
def translated(article, work):
    """The original, with its translations public."""
    work()
    return ArticlePage.objects.get(pk=article.pk)


@pytest.fixture
def write(desk):
    """Send the form; returns the answer after its redirects."""

    def post(page, text=TEXT, day=None, **more):
        day = day or today().isoformat()
        return desk.post(address(page), {"date": day, "text": text, **more}, follow=True)

    return post


def address(page):
    return reverse("desk_corrections", args=[page.pk])


def texts(page):
    """The corrections of the public page."""
    return [block.value["text"] for block in ArticlePage.objects.get(pk=page.pk).corrections]
