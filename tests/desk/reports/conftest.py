"""A reader's report about a machine's translation."""

import pytest
from django.urls import reverse

from lingotype.delivery.reporting.taking import take
from lingotype.newsroom.models import ArticlePage
from lingotype.newsroom.paragraphs import paragraphs_of
from tests.desk.conftest import version

MESSAGE = "Не в понеділок, а у вівторок"


@pytest.fixture(autouse=True)
def _in_english(in_english):
    """What the tests read is said by functions, not only by pages."""


@pytest.fixture
def translated(article, work):
    work()
    return version(article, "uk")


@pytest.fixture
def report(translated):
    """About the first paragraph of the body."""
    found = next(one for one in paragraphs_of(translated) if "ПОНЕДЕЛЬНИК" in one.text)
    return take(translated, found, found.text, MESSAGE, "Міст відкрили у вівторок.")


@pytest.fixture
def answer(desk, report):
    """Press a button below the report; returns the report as it is then."""

    def press(what, **more):
        said = desk.post(address(report), {"what": what, **more})
        report.refresh_from_db()
        assert said.status_code in (302, 400), said
        return report

    return press


def address(report):
    return reverse("desk_report", args=[report.pk])


def page_of(report):
    return ArticlePage.objects.get(pk=report.page_id)
